"""SVG path data, short: positions on a grid, each as its difference to the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from touratlas.views.projection import XY


def path_data(paths: Iterable[Sequence[XY]], step: float, *, closed: bool = False, unit: float = 1.0) -> str:
    """The `d` of a path element, on a grid of `step` px, a step being told as `unit`: with 1 the element needs
    `transform="scale(step)"`, with `step` it needs none and is longer.

    Steps that come to nothing are left out; a path of which nothing is left stays as a dot.
    """
    return "".join(_one(path, step, unit, closed=closed) for path in paths if path)


def _one(path: Sequence[XY], step: float, unit: float, *, closed: bool) -> str:
    grid = [(round(x / step), round(y / step)) for x, y in path]
    x, y = grid[0]
    told = [_pair(x * unit, y * unit)]
    for to_x, to_y in grid[1:-1] if closed and grid[0] == grid[-1] else grid[1:]:
        if (to_x, to_y) != (x, y):
            told.append(_pair((to_x - x) * unit, (to_y - y) * unit))
            x, y = to_x, to_y
    rest = "".join(pair if pair[0] == "-" else f" {pair}" for pair in told[1:])
    return f"M{told[0]}l{rest.removeprefix(' ') or '0 0'}{'z' if closed else ''}"


def _pair(x: float, y: float) -> str:
    return f"{x:.7g}{y:.7g}" if y < 0 else f"{x:.7g} {y:.7g}"


def number(value: float) -> str:
    """A number for an attribute: two decimals at most, no exponent, no `-0`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
