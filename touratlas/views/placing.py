"""Where numbered marks and their labels stand on a map picture, so that none covers another.

One geometry for the app's map and for drawn ones: it works on pixels of a projected picture and knows
nothing of what draws it. Marks nearer than their size are pushed apart (a leader then joins each to its
true point); labels take the first free side of their mark, in a fixed order, and are left out where none is
free: the list beside the map says the same.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

XY = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom

GAP = 6.0  # between a mark and its label, and between labels
_ROUNDS = 60  # of pushing apart, and some more for each point; four stops of one city need about ten
_ROUNDS_A_POINT = 4
_SLACK = 0.25  # px pushed beyond what is needed, so that a crowd comes to rest
SIDES = ("E", "W", "NE", "SE", "NW", "SW", "N", "S")
_WIDE = frozenset({"W", "F"})
_NARROW_CHARS = frozenset(" .,:;'’|il!·()[]–*")
_WIDE_CHARS = frozenset("mwMW@%—…")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one mark stands: how far it was moved from its true point (px, y down), and its label's side,
    or "" for none.
    """

    dx: float
    dy: float
    side: str


def text_width(text: str, size: float) -> float:
    """About how wide a text is in a humanist sans serif of `size` px: an upper estimate, wide characters a
    full em.
    """
    ems = sum(_em(char) for char in text)
    return ems * size


def _em(char: str) -> float:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(char) in _WIDE:
        return 1.0
    if char in _NARROW_CHARS:
        return 0.36
    if char in _WIDE_CHARS:
        return 0.95
    return 0.72 if char.isupper() else 0.61


def place(
    points: Sequence[XY], labels: Sequence[tuple[float, float]], size: float, keep_out: Sequence[Box] = ()
) -> tuple[Placed, ...]:
    """Marks of `size` px at `points`, each with a label of the given width and height.

    `keep_out` are boxes that labels must not touch. The result is deterministic and in the order of `points`.
    """
    spots = spread(points, size + 2)
    taken: list[Box] = [mark_box(spot, size) for spot in spots] + list(keep_out)
    placed = []
    for at, (spot, true) in enumerate(zip(spots, points, strict=True)):
        own = mark_box(spot, size)
        side = _free_side(own, labels[at], taken, own)
        if side:
            taken.append(label_box(own, labels[at], side))
        placed.append(Placed(round(spot[0] - true[0], 1), round(spot[1] - true[1], 1), side))
    return tuple(placed)


def spread(points: Sequence[XY], least: float) -> list[XY]:
    """The points, moved as little as needed for each two to be `least` apart; points in one place fan out
    in a fixed order.
    """
    spots = [(float(x), float(y)) for x, y in points]
    for _ in range(_ROUNDS + _ROUNDS_A_POINT * len(spots)):
        moved = False
        for one, other in combinations(range(len(spots)), 2):
            (ax, ay), (bx, by) = spots[one], spots[other]
            if abs(bx - ax) >= least or abs(by - ay) >= least:
                continue
            away = math.hypot(bx - ax, by - ay)
            if away >= least - 0.01:
                continue
            angle = (
                math.atan2(by - ay, bx - ax) if away > 1e-6 else 2.4 * other
            )  # the golden angle, in radians
            push = (least - away) / 2 + _SLACK
            ux, uy = math.cos(angle) * push, math.sin(angle) * push
            spots[one], spots[other] = (ax - ux, ay - uy), (bx + ux, by + uy)
            moved = True
        if not moved:
            break
    return spots


def label_box(mark: Box, label: tuple[float, float], side: str) -> Box:
    """The box of a label of the given width and height at one side of a mark's box."""
    left, top, right, bottom = mark
    width, height = label
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    if "E" in side:
        x = right + GAP
    elif "W" in side:
        x = left - GAP - width
    else:
        x = middle_x - width / 2
    if side in {"E", "W"}:
        y = middle_y - height / 2
    elif "N" in side:
        y = top - height if len(side) == 2 else top - GAP - height
    else:
        y = bottom if len(side) == 2 else bottom + GAP
    return (x, y, x + width, y + height)


def mark_box(spot: XY, size: float) -> Box:
    """The box of a mark of `size` px around a spot."""
    half = size / 2
    return (spot[0] - half, spot[1] - half, spot[0] + half, spot[1] + half)


def _free_side(mark: Box, label: tuple[float, float], taken: Sequence[Box], own: Box) -> str:
    for side in SIDES:
        box = label_box(mark, label, side)
        if not any(overlap(box, other) for other in taken if other is not own and other != own):
            return side
    return ""


def shifted(box: Box, by: XY) -> Box:
    """A box moved by some px."""
    return (box[0] + by[0], box[1] + by[1], box[2] + by[0], box[3] + by[1])


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any area."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
