"""The lines of a drawn map: legs along great circles with a mark of their direction, and arrows at the edge
for ends of the journey that lie far outside.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from touratlas.views.placing import GAP, XY, Box, overlap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from touratlas.geo import Point
    from touratlas.views.labels import Align
    from touratlas.views.maptext import Block
    from touratlas.views.projection import Projection

Path = tuple[XY, ...]

HEAD_PX = 7.0  # from the middle of an arrow's head to its edge
_LEAST_PX = 64.0  # a shorter leg has no room for a head, as in the app
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)  # of a leg, at which its head may stand
_TRUE_PX = 0.2  # how far a drawn leg may be from the great circle
_SHAFT_PX = 46.0  # of an arrow at the edge
_SHORTEST_PX = 14.0
_APART_PX = 46.0  # between two arrows at the edge


@dataclass(frozen=True, slots=True)
class Head:
    """An arrow's head: its middle, and where it points, in degrees clockwise from straight up."""

    at: XY
    angle: float

    @property
    def box(self) -> Box:
        """The room that it takes."""
        x, y = self.at
        return (x - HEAD_PX, y - HEAD_PX, x + HEAD_PX, y + HEAD_PX)


@dataclass(frozen=True, slots=True)
class Route:
    """A leg on the picture: its parts (more than one where the map is cut), its head, whether it is still
    ahead, and whether only later reports say that it isn't; `supplied`: it joins a place that isn't in the article.
    """

    parts: tuple[Path, ...]
    head: Head | None
    dashed: bool
    later: bool = False
    supplied: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow at the picture's edge, to or from an end that is far outside, with its text."""

    line: tuple[XY, XY]
    head: Head
    dashed: bool
    text: Block
    box: Box
    align: Align
    later: bool = False
    supplied: bool = False

    @property
    def boxes(self) -> tuple[Box, Box]:
        """The room that arrow and text take."""
        return _line_box(self.line), self.box


def route(projection: Projection, path: Sequence[Point], marks: Sequence[Box], *, dashed: bool) -> Route:
    """A line of points of the globe on a picture, as far as it is there."""
    import shapely

    picture = shapely.box(0, 0, projection.width, projection.height)
    parts: list[Any] = []
    for piece in _pieces(projection, path):
        if len(piece) > 1:
            cut = shapely.intersection(shapely.LineString(piece), picture)
            parts += [part for part in shapely.get_parts(cut) if part.geom_type == "LineString"]
    simple = [shapely.simplify(part, _TRUE_PX) for part in parts if part.length > 0]
    head = _head(max(parts, key=lambda part: part.length), marks) if parts else None
    return Route(tuple(tuple(part.coords) for part in simple), head, dashed)


def _pieces(projection: Projection, path: Sequence[Point]) -> list[list[XY]]:
    """The line in pixels, in two or more pieces where the map is cut."""
    pieces: list[list[XY]] = [[projection.xy(path[0])]]
    for one, other in pairwise(path):
        start, end = projection.lon(one.lon), projection.lon(other.lon)
        if projection.cut and abs(end - start) > 180:
            side = math.copysign(180.0, start - projection.lon0)
            to_cut = projection.lon0 + side - start
            lat = one.lat + (other.lat - one.lat) * to_cut / (end + 2 * side - start)
            pieces[-1].append(_at_cut(projection, lat, side))
            pieces.append([_at_cut(projection, lat, -side)])
        pieces[-1].append(projection.xy(other))
    return pieces


def _at_cut(projection: Projection, lat: float, side: float) -> XY:
    import numpy as np

    x, y = projection.array(np.array([projection.lon0 + side]), np.array([lat]))
    return float(x[0]), float(y[0])


def _head(line: Any, marks: Sequence[Box]) -> Head | None:
    """The head on a line: near its middle, where no mark covers it."""
    if line.length < _LEAST_PX:
        return None
    found = [_head_at(line, line.length * share) for share in _SHARES]
    return next((head for head in found if not any(overlap(head.box, mark) for mark in marks)), None)


def _head_at(line: Any, along: float) -> Head:
    before, at, after = (line.interpolate(along + by) for by in (-2.0, 0.0, 2.0))
    return Head((at.x, at.y), _angle((before.x, before.y), (after.x, after.y)))


def _angle(start: XY, end: XY) -> float:
    return math.degrees(math.atan2(end[0] - start[0], start[1] - end[1])) % 360 % 360


def edge_of(
    size: tuple[float, float],
    ends: tuple[XY, XY],
    text: Block,
    taken: Sequence[Box],
    *,
    coming: bool,
    dashed: bool,
) -> Edge:
    """The arrow at the edge of a picture for a leg between a stop on it and an end outside (`ends`: first
    the stop), with its text on the side of it that is free.
    """
    width, height = size
    stop, far = ends
    ux, uy = _unit(stop, far)
    outer = _exit(stop, (ux, uy), width, height)
    outer = _moved(outer, width, height, taken)
    length = max(_SHORTEST_PX, min(_SHAFT_PX, math.dist(stop, outer) - 26))
    inner = outer[0] - ux * length, outer[1] - uy * length
    tip, angle = (inner, _angle(outer, inner)) if coming else (outer, _angle(inner, outer))
    back = HEAD_PX - 1
    way = (-ux, -uy) if coming else (ux, uy)
    head = Head((tip[0] - way[0] * back, tip[1] - way[1] * back), angle)
    line = (outer, head.at) if coming else (inner, head.at)
    box, align = _text_box(line, text.size, size, taken)
    return Edge(line, head, dashed, text, box, align)


def _unit(start: XY, end: XY) -> XY:
    length = math.dist(start, end) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length


def _exit(start: XY, way: XY, width: float, height: float) -> XY:
    """Where a ray leaves the picture."""
    reaches = [
        (limit - at) / by
        for at, by, limits in ((start[0], way[0], (0.0, width)), (start[1], way[1], (0.0, height)))
        for limit in limits
        if by and (limit - at) / by > 0
    ]
    reach = min(reaches, default=0.0)
    return start[0] + way[0] * reach, start[1] + way[1] * reach


def _moved(outer: XY, width: float, height: float, taken: Sequence[Box]) -> XY:
    """The same place at the edge, or one further along it where an arrow stands there already."""
    x, y = outer
    beside = x < 1 or x > width - 1
    for step in (0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0):
        by = step * _APART_PX
        at = (
            (x, min(max(y + by, 24.0), height - 44.0))
            if beside
            else (min(max(x + by, 12.0), width - 12.0), y)
        )
        around = (at[0] - 20, at[1] - 12, at[0] + 20, at[1] + 12)
        if not any(overlap(around, box) for box in taken if math.isfinite(sum(box))):
            return at
    return outer


def _text_box(line: tuple[XY, XY], text: XY, size: XY, taken: Sequence[Box]) -> tuple[Box, Align]:
    """The first free place for a text around an arrow: above it, below, or beside."""
    left, top, right, bottom = _line_box(line)
    wide, high = text
    spots: list[tuple[float, float]] = [
        (left, top - high),
        (left, bottom),
        (right, (top + bottom - high) / 2),
        (left - wide, (top + bottom - high) / 2),
        (left, top - high - 14),
        (left, bottom + 14),
    ]
    boxes = [_within(spot, text, size) for spot in spots]
    arrow = (left + 3, top + 3, right - 3, bottom - 3)
    covered = [sum(overlap(box, other) for other in (*taken, arrow)) for box in boxes]
    box = boxes[covered.index(min(covered))]
    middle = (box[0] + box[2]) / 2
    return box, "end" if middle > size[0] * 0.75 else "start"


def _within(spot: XY, text: XY, size: XY) -> Box:
    x = max(GAP, min(spot[0], size[0] - GAP - text[0]))
    y = max(GAP, min(spot[1], size[1] - GAP - text[1]))
    return (x, y, x + text[0], y + text[1])


def _line_box(line: tuple[XY, XY]) -> Box:
    (ax, ay), (bx, by) = line
    pad = HEAD_PX
    return (min(ax, bx) - pad, min(ay, by) - pad, max(ax, bx) + pad, max(ay, by) + pad)
