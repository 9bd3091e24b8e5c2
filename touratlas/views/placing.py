"""Where numbered marks and their labels stand on a map picture, so that none covers another.

One geometry for the app's map and for drawn ones: it works on pixels of a projected picture and knows
nothing of what draws it. Marks nearer than their size are pushed apart (a leader then joins each to its
true point); labels take the first free side of their mark, in a fixed order, else the nearest free place, joined
to the mark by a line. Only where there is none are they left out: the list beside the map says the same.
"""

from __future__ import annotations

import itertools
import math
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from touratlas.views.boxes import XY, Box, Taken, overlap, shifted, within
from touratlas.views.spreading import spread

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "GAP",
    "SIDES",
    "XY",
    "Box",
    "Placed",
    "Room",
    "label",
    "label_box",
    "mark_box",
    "overlap",
    "place",
    "shifted",
    "spread",
    "taken_boxes",
    "text_width",
]

GAP = 6.0  # between a mark and its label, and between labels
CORNER_GAP = 1.0
EVERYWHERE: Box = (-math.inf, -math.inf, math.inf, math.inf)
HEAD_COVERS = 4.0  # px of a mark's rim that a sign above it covers: less than would reach the number
SIDES = ("E", "W", "NE", "SE", "NW", "SW", "N", "S")
_REACHES = (
    14.0,
    22.0,
    32.0,
    44.0,
    58.0,
    74.0,
    92.0,
    112.0,
    134.0,
)  # px from a mark's rim to the end of a leader
_DIRECTIONS = tuple(
    (math.cos(math.radians(angle)), math.sin(math.radians(angle)))
    for angle in (
        0,
        180,
        -30,
        30,
        -150,
        150,
        -60,
        60,
        -120,
        120,
        -90,
        90,
        -15,
        15,
        -165,
        165,
        -45,
        45,
        -135,
        135,
    )
)
_STEEP = 0.35  # a leader less to the side than this ends in the middle of its label's edge
_PIECE_PX = 4.0
_WIDE = frozenset({"W", "F"})
_NARROW_CHARS = frozenset(" .,:;'’|il!·()[]–*")
_WIDE_CHARS = frozenset("mwMW@%—…")


@dataclass(frozen=True, slots=True)
class Room:
    """What labels have to heed: boxes that they must not touch, one that they must not leave, and how much stands
    above each mark (a sign at its top), in px.
    """

    keep_out: tuple[Box, ...] = ()
    keep_in: Box = EVERYWHERE
    head: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one mark and its label stand, all in px from the mark's true point, y down.

    The mark was moved by `dx` and `dy`. `label` is the box of its label, None where there is no room for it at
    all. The label stands at one `side` of the mark, or (side "") apart from it at the end of a `leader`, a line
    from the mark's rim.
    """

    dx: float
    dy: float
    side: str
    label: Box | None = None
    leader: tuple[float, float, float, float] | None = None


def text_width(text: str, size: float) -> float:
    """About how wide a text is in a humanist sans serif of `size` px: an upper estimate, wide characters a
    full em.
    """
    return _ems(text) * size


@lru_cache(maxsize=4096)  # a map measures one name thousands of times
def _ems(text: str) -> float:
    return sum(_em(char) for char in text)


@lru_cache(maxsize=4096)
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
    points: Sequence[XY],
    labels: Sequence[XY],
    size: float,
    keep_out: Sequence[Box] = (),
    *,
    keep_in: Box = EVERYWHERE,
    head: float = 0.0,
) -> tuple[Placed, ...]:
    """Marks of `size` px at `points`, each with a label of the given width and height.

    `keep_out` are boxes that labels must not touch, `keep_in` is one that they must not leave, `head` how much
    stands above each mark (a sign at its top). The result is deterministic and in the order of `points`.
    """
    spots = spread(points, size + 2 + head)
    return label(points, spots, labels, size, Room(tuple(keep_out), keep_in, head))


def label(
    points: Sequence[XY],
    spots: Sequence[XY],
    labels: Sequence[XY],
    size: float,
    room: Room,
    most_apart: float = math.inf,
) -> tuple[Placed, ...]:
    """The same for marks whose spots are known, from :func:`~touratlas.views.spreading.spread`; where more than
    `most_apart` labels find no side of their mark free, the others of these are left out.
    """
    taken, keep_in = Taken(room.keep_out), room.keep_in
    for spot in spots:
        taken.add(mark_box(spot, size))
        if room.head:
            taken.add(head_box(spot, size, room.head))
    beside = [
        _at_side(spot, wanted, size, taken, keep_in) for spot, wanted in zip(spots, labels, strict=True)
    ]
    placed, apart = [], 0
    for point, spot, wanted, (side, box) in zip(points, spots, labels, beside, strict=True):
        if box or apart >= most_apart:
            placed.append(_placed(point, spot, side, box, None))
            continue
        apart += 1
        placed.append(_placed(point, spot, "", *_apart(spot, wanted, size, taken, keep_in)))
    return tuple(placed)


def taken_boxes(placed: Placed, point: XY, size: float) -> list[Box]:
    """What a mark at its point takes of the picture: itself, its label and its leader."""
    boxes = [mark_box((placed.dx, placed.dy), size)]
    if placed.label:
        boxes.append(placed.label)
    if placed.leader:
        boxes += _pieces(placed.leader[:2], placed.leader[2:])
    return [shifted(box, point) for box in boxes]


def _at_side(
    spot: XY, wanted: XY, size: float, taken: Taken, keep_in: Box
) -> tuple[str, Box] | tuple[str, None]:
    """The first free side of a mark for its label, which then takes it."""
    own = mark_box(spot, size)
    for side in SIDES:
        box = label_box(own, wanted, side)
        if within(box, keep_in) and taken.free(box, own):
            taken.add(box)
            return side, box
    return "", None


def _apart(
    spot: XY, wanted: XY, size: float, taken: Taken, keep_in: Box
) -> tuple[Box, tuple[XY, XY]] | tuple[None, None]:
    """The nearest free place for a label away from its mark, with a free line to it; both are then taken."""
    own = mark_box(spot, size)

    def line(way: XY, reach: float) -> tuple[XY, XY]:
        return _on(spot, way, size / 2 + 1), _on(spot, way, size / 2 + reach)

    def clear(leader: tuple[XY, XY]) -> bool:
        return all(taken.free(piece, own) for piece in _pieces(*leader))

    ways = [way for way in _DIRECTIONS if clear(line(way, _REACHES[0]))]
    for reach, way in itertools.product(_REACHES, ways):
        leader = line(way, reach)
        box = _at_end(leader[1], way, wanted)
        if within(box, keep_in) and taken.free(box) and clear(leader):
            for one in (box, *_pieces(*leader)):
                taken.add(one)
            return box, leader
    return None, None


def _on(spot: XY, way: XY, px: float) -> XY:
    return spot[0] + way[0] * px, spot[1] + way[1] * px


def _at_end(end: XY, direction: XY, wanted: XY) -> Box:
    """The box of a label at the end of a leader: beside it, above or below it, as the leader goes on."""
    (x, y), (ux, uy), (width, height) = end, direction, wanted
    if abs(ux) < _STEEP:
        top = y if uy > 0 else y - height
        return (x - width / 2, top, x + width / 2, top + height)
    left = x + 2 if ux > 0 else x - 2 - width
    return (left, y - height / 2, left + width, y + height / 2)


def _pieces(start: XY, end: XY) -> list[Box]:
    """A leader as a chain of small boxes."""
    (ax, ay), (bx, by) = start, end
    steps = max(1, math.ceil(math.hypot(bx - ax, by - ay) / _PIECE_PX))
    parts = [(step + 0.5) / steps for step in range(steps)]
    half = _PIECE_PX / 2
    middles = [(ax + (bx - ax) * part, ay + (by - ay) * part) for part in parts]
    return [(x - half, y - half, x + half, y + half) for x, y in middles]


def _placed(true: XY, spot: XY, side: str, box: Box | None, leader: tuple[XY, XY] | None) -> Placed:
    back = (-true[0], -true[1])
    return Placed(
        round(spot[0] - true[0], 1),
        round(spot[1] - true[1], 1),
        side,
        _rounded(shifted(box, back)) if box else None,
        _rounded(shifted((*leader[0], *leader[1]), back)) if leader else None,
    )


def _rounded(box: Box) -> Box:
    left, top, right, bottom = (round(value, 1) for value in box)
    return (left, top, right, bottom)


def head_box(spot: XY, size: float, head: float) -> Box:
    """The box of a sign at the top of a mark: it stands out by `head`, and a little of it covers the rim."""
    top = spot[1] - size / 2
    half = (head + HEAD_COVERS) / 2
    return (spot[0] - half, top - head, spot[0] + half, top + HEAD_COVERS)


def label_box(mark: Box, label: XY, side: str) -> Box:
    """The box of a label of the given width and height at one side of a mark's box. At a corner it comes close:
    the marks are round.
    """
    left, top, right, bottom = mark
    width, height = label
    gap = GAP if len(side) == 1 else CORNER_GAP
    if "E" in side:
        x = right + gap
    elif "W" in side:
        x = left - gap - width
    else:
        x = (left + right - width) / 2
    if side in {"E", "W"}:
        y = (top + bottom - height) / 2
    elif "N" in side:
        y = top - height if len(side) == 2 else top - GAP - height
    else:
        y = bottom if len(side) == 2 else bottom + GAP
    return (x, y, x + width, y + height)


def mark_box(spot: XY, size: float) -> Box:
    """The box of a mark of `size` px around a spot."""
    half = size / 2
    return (spot[0] - half, spot[1] - half, spot[0] + half, spot[1] + half)
