"""Path data: short, and within half a step of what it was made from."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touratlas.views.paths import number, path_data

XY = st.tuples(st.floats(-3000, 3000), st.floats(-3000, 3000))
PATHS = st.lists(st.lists(XY, min_size=1, max_size=8), max_size=4)


def read(data: str, step: float) -> list[list[tuple[float, float]]]:
    """The positions of path data of `M`, `l` and `z`."""
    found = []
    for start, rest in re.findall(r"M([^l]*)l([^Mz]*)z?", data):
        x, y = (int(one) for one in re.findall(r"-?\d+", start))
        path = [(x * step, y * step)]
        steps = [int(one) for one in re.findall(r"-?\d+", rest)]
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            path.append((x * step, y * step))
        found.append(path)
    return found


@given(PATHS, st.sampled_from([0.05, 0.25, 1.0]))
def test_there_and_back(paths: list[list[tuple[float, float]]], step: float) -> None:
    """Every position is there, on the grid, but for those that repeat the one before."""
    for given_, path in zip(paths, read(path_data(paths, step), step), strict=True):
        for x, y in given_:
            assert min(max(abs(x - px), abs(y - py)) for px, py in path) <= step * 0.51
        assert len(path) <= len(given_) + 1


def test_in_px() -> None:
    """Told in px it is the same path, and needs no scale."""
    line = [(1.25, 2.5), (2.0, 2.25), (0.25, 2.25)]
    assert path_data([line], 0.25) == "M5 10l3-1-7 0"
    assert path_data([line], 0.25, unit=0.25) == "M1.25 2.5l0.75-0.25-1.75 0"


def test_closed_paths_and_dots() -> None:
    """A closed path doesn't repeat its start; what comes to nothing is a dot; nothing gives nothing."""
    square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)]
    assert path_data([square], 1, closed=True) == "M0 0l2 0 0 2-2 0z"
    assert path_data([square], 10, closed=True) == "M0 0l0 0z"
    assert path_data([], 1) == path_data([[]], 1) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (-0.001, "0"), (10, "10"), (1.5, "1.5"), (1 / 3, "0.33"), (-2.5, "-2.5"), (1e6, "1000000")],
)
def test_numbers(value: float, text: str) -> None:
    """Two decimals at most, no exponent, no `-0`."""
    assert number(value) == text
