"""Labels beside the marks of a drawn map: on the first free side, off the lines if that can be had, and at
the end of a leader line where no side is free.

The geometry is that of :mod:`touratlas.views.placing`, in pixels of the picture, y down.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from touratlas.views.placing import GAP, SIDES, XY, Box, label_box, mark_box, overlap, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from touratlas.views.maptext import Block

Align = Literal["start", "middle", "end"]

_REACH: Final = (18, 30, 44, 60, 80, 104, 132, 164, 200, 240)  # px from a mark to a label with a leader
_DIRECTIONS: Final = 32
_ROUNDS: Final = 100  # a crowd in a corner of the picture needs them; others need one
_SHIFTS: Final = (0.5, 0.25, 0.75, 0.1, 0.9)  # of a label above or below its mark, along its width
_ORDERS: Final = 6
_CLEAR: Final = 1.5  # px that a leader stays away from other marks and labels


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label stands: its box, how its lines are aligned in it, how many of them there was room for, and
    the line that joins it to its mark where it stands apart.
    """

    box: Box
    align: Align
    rows: int
    leader: tuple[XY, XY] | None = None


def settled(points: Sequence[XY], size: float, inside: Box) -> list[XY]:
    """Marks of `size` px, pushed apart as far as needed and kept inside a box."""
    half = size / 2
    left, top, right, bottom = inside
    kept = [(float(x), float(y)) for x, y in points]
    for _ in range(_ROUNDS):
        spots = spread(kept, size + 2)
        before = kept
        kept = [
            (min(max(x, left + half), right - half), min(max(y, top + half), bottom - half)) for x, y in spots
        ]
        if kept in (spots, before):
            break
    return kept


def labels_of(
    marks: Sequence[XY],
    texts: Sequence[Block],
    mark_px: float,
    taken: list[Box],
    lines: Sequence[Sequence[XY]] = (),
) -> tuple[Label | None, ...]:
    """A label for each mark: all its lines, or the first alone where there is no room for more; None where
    there is no room for it anywhere near.

    Nothing in `taken` is covered, and what is placed is added to it, the marks first; a side that covers
    one of the `lines` is taken only if there is no other. Marks are served in order; where one goes without,
    it is tried whether all have a label if that one is served first.
    """
    taken += [mark_box(mark, mark_px) for mark in marks]
    crossed = Lines(lines)
    order = list(range(len(marks)))
    best: list[Label | None] = []
    for _ in range(_ORDERS):
        found = _served(order, marks, texts, (mark_px, taken, crossed))
        if not best or found.count(None) < best.count(None):
            best = found
        without = [at for at in order if found[at] is None]
        if not without:
            break
        order = without + [at for at in order if found[at] is not None]
    taken += [label.box for label in best if label]
    taken += [box for label in best if label and label.leader for box in _pieces(label.leader)]
    return tuple(best)


def _served(
    order: Sequence[int],
    marks: Sequence[XY],
    texts: Sequence[Block],
    room: tuple[float, Sequence[Box], Lines],
) -> list[Label | None]:
    """The labels if marks are served in that order: first all that can stand beside their mark, then the
    others.
    """
    mark_px, taken, lines = room
    own = [mark_box(mark, mark_px) for mark in marks]
    full = list(taken)
    found: list[Label | None] = [None] * len(marks)

    def settle(ways: Sequence[Callable[[int], Label | None]]) -> None:
        for at in order:
            if found[at] is None:
                made = next((one for one in (way(at) for way in ways) if one), None)
                full.extend([made.box] if made else [])
                found[at] = made

    settle([lambda at: _beside(own[at], texts[at], full, lines)])
    settle(
        [
            lambda at: _apart(marks[at], own[at], texts[at], full),
            lambda at: _beside(own[at], texts[at].first, full, lines),
            lambda at: _apart(marks[at], own[at], texts[at].first, full),
        ]
    )
    return found


class Lines:
    """Lines that labels should not cover."""

    def __init__(self, lines: Sequence[Sequence[XY]]) -> None:
        import shapely

        self._shape: Any = shapely.MultiLineString([line for line in lines if len(line) > 1])
        shapely.prepare(self._shape)

    def cross(self, box: Box) -> bool:
        """Whether one of them runs through a box."""
        import shapely

        return bool(shapely.intersects(self._shape, shapely.box(*box)))


def _beside(mark: Box, text: Block, taken: Sequence[Box], lines: Lines) -> Label | None:
    free = [(side, label_box(mark, text.size, side)) for side in SIDES]
    free = [(side, box) for side, box in free if not _hits(box, taken)]
    if not free:
        return None
    clear = [(side, box) for side, box in free if not lines.cross(box)]
    side, box = (clear or free)[0]
    align: Align = "end" if "W" in side else "start" if "E" in side else "middle"
    return Label(box, align, len(text.lines))


def _apart(mark: XY, own: Box, text: Block, taken: Sequence[Box]) -> Label | None:
    """A label at the end of a leader, as near as there is room for both."""
    others = [box for box in taken if not overlap(box, own)]  # its own sign touches a mark
    for box, align in _around(mark, own, text.size):
        if _hits(box, taken):
            continue
        leader = _leader(mark, own, box)
        if not _line_hits(leader, others):
            return Label(box, align, len(text.lines), leader)
    return None


def _around(mark: XY, own: Box, size: tuple[float, float]) -> Iterator[tuple[Box, Align]]:
    width, height = size
    for reach in _REACH:
        away = (own[2] - own[0]) / 2 + reach
        for step in range(_DIRECTIONS):
            angle = 2 * math.pi * step / _DIRECTIONS
            x, y = mark[0] + math.cos(angle) * away, mark[1] + math.sin(angle) * away
            if abs(math.cos(angle)) < 0.3:
                top = y if math.sin(angle) > 0 else y - height
                for share in _SHIFTS:
                    left = x - width * share
                    yield (left, top, left + width, top + height), "middle"
            elif math.cos(angle) > 0:
                yield (x, y - height / 2, x + width, y + height / 2), "start"
            else:
                yield (x - width, y - height / 2, x, y + height / 2), "end"


def _leader(mark: XY, own: Box, box: Box) -> tuple[XY, XY]:
    """From the mark's edge to the nearest point of a label's box."""
    end = min(max(mark[0], box[0]), box[2]), min(max(mark[1], box[1] + 4), box[3] - 4)
    length = math.dist(mark, end)
    half = (own[2] - own[0]) / 2
    start = mark[0] + (end[0] - mark[0]) * half / length, mark[1] + (end[1] - mark[1]) * half / length
    return start, end


def _hits(box: Box, taken: Sequence[Box]) -> bool:
    return any(overlap(box, other) for other in taken)


def _line_hits(line: tuple[XY, XY], boxes: Sequence[Box]) -> bool:
    """Whether a leader comes too near to a box."""
    return any(_hits(piece, boxes) for piece in _pieces(line))


def _pieces(line: tuple[XY, XY]) -> Iterator[Box]:
    """A short line as boxes, every few px."""
    (ax, ay), (bx, by) = line
    steps = max(1, math.ceil(math.dist(*line) / 4))
    for step in range(steps + 1):
        x, y = ax + (bx - ax) * step / steps, ay + (by - ay) * step / steps
        yield (x - _CLEAR, y - _CLEAR, x + _CLEAR, y + _CLEAR)


def outside(width: float, height: float) -> list[Box]:
    """What lies beyond the four edges of a picture, as boxes that nothing may touch."""
    far = math.inf
    return [
        (-far, -far, GAP / 2, far),
        (width - GAP / 2, -far, far, far),
        (-far, -far, far, GAP / 2),
        (-far, height - GAP / 2, far, far),
    ]
