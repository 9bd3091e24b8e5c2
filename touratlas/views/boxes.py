"""Boxes on a picture, and which of it is taken already."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

XY = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom

_CELL_PX = 48.0
_MOST_CELLS = 64  # of one box; what is wider (beyond an edge, without end) is looked at each time


def shifted(box: Box, by: XY) -> Box:
    """A box moved by some px."""
    return (box[0] + by[0], box[1] + by[1], box[2] + by[0], box[3] + by[1])


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any area."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def within(inner: Box, outer: Box) -> bool:
    """Whether a box lies in another one, its edge included."""
    beside = outer[0] <= inner[0] and inner[2] <= outer[2]
    return beside and outer[1] <= inner[1] and inner[3] <= outer[3]


def around(boxes: Iterable[Box]) -> Box:
    """The box around some; there must be one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


class Taken:
    """Boxes that are taken, found by the cells of a grid that they touch: a look costs the same however many
    there are elsewhere.
    """

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}
        self._wide: list[Box] = []
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """Take a box."""
        if _cells(box) > _MOST_CELLS:
            self._wide.append(box)
            return
        for cell in _touched(box):
            self._cells.setdefault(cell, []).append(box)

    def free(self, box: Box, but: Box | None = None) -> bool:
        """Whether nothing taken overlaps a box, which must end somewhere; `but` is one that may."""
        left, top, right, bottom = box
        for cell in _touched(box):
            for other in self._cells.get(cell, ()):
                beside = left >= other[2] or other[0] >= right or top >= other[3] or other[1] >= bottom
                if not beside and other != but:
                    return False
        return not any(overlap(box, other) for other in self._wide)


def _cells(box: Box) -> float:
    return ((box[2] - box[0]) / _CELL_PX + 1) * ((box[3] - box[1]) / _CELL_PX + 1)


def _touched(box: Box) -> list[tuple[int, int]]:
    columns = range(int(box[0] // _CELL_PX), int(box[2] // _CELL_PX) + 1)
    rows = range(int(box[1] // _CELL_PX), int(box[3] // _CELL_PX) + 1)
    return [(column, row) for column in columns for row in rows]
