"""Where marks, labels and names stand at each zoom of a map that can be zoomed, as JSON-ready data.

Positions are px of a Web Mercator picture of the whole world (256 px at zoom 0), y down, x and y 0 where the
meridian of Greenwich crosses the equator.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from touratlas.geo import Point, mercator
from touratlas.views.boxes import XY, Box, Taken, around, shifted
from touratlas.views.placing import Room, head_box, label, label_box, mark_box, taken_boxes, text_width
from touratlas.views.spreading import spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.views.placing import Placed

MARK_PX = 26
LABEL_PX = 12
HEAD_PX = 10.0  # by which the sign of an outcome stands above its mark
ZOOMS = tuple(number / 4 for number in range(4, 29))  # 1 to 7: beyond, a 1:50m basemap has nothing to say
_BESIDE = {
    "wide": (118.0, 180.0),
    "narrow": (56.0, 72.0),
}  # px beside the marks that labels may use, least and most
_ABOVE_PX = {"wide": 40.0, "narrow": 20.0}  # and above and below them
_WHOLE = {
    "wide": 1300.0,
    "narrow": 480.0,
}  # px: no map of this kind shows more, so that labels may leave what is wider
_HIGH_PX = 600.0
_APART = 0.25  # of all labels: if more would have to stand apart, the days are left out
_TILE_PX = 256


@dataclass(frozen=True, slots=True)
class Labels:
    """The sizes of the stops' labels in px: with their days, and without."""

    dated: tuple[XY, ...]
    plain: tuple[XY, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What is placed: where the stops are, their labels, whether marks bear signs, and the countries' names."""

    points: tuple[Point, ...]
    labels: Labels
    signs: bool
    names: tuple[tuple[str, Point], ...]


def placing_data(ground: Ground) -> dict[str, dict[str, dict[str, Any]]]:
    """What stands where, by the width of the map (`wide`, `narrow`) and the zoom (`"3.25"`).

    - `stops`: for each stop the offset of its mark, left and top of its label (px from its true point), whether
      the label is shown, its width and its alignment;
    - `leaders`: for each stop the line to a label that stands apart (x and y of both ends), or nothing;
    - `dates`: whether labels have their days: on a wide map, where all have room;
    - `countries`: for each name of a country whether there is room for it;
    - `box`: left, top, right and bottom of all marks and labels.
    """
    made: dict[str, dict[str, dict[str, Any]]] = {width: {} for width in _BESIDE}
    for zoom in ZOOMS:
        points = [pixel(point, zoom) for point in ground.points]
        spots = spread(points, MARK_PX + 2 + (HEAD_PX if ground.signs else 0))
        for width in _BESIDE:
            made[width][f"{zoom:g}"] = _at_zoom(ground, points, spots, zoom, width)
    return made


def pixel(point: Point, zoom: float) -> XY:
    """Where a point is on the whole map at a zoom."""
    scale = _TILE_PX * 2**zoom / 360
    return point.lon * scale, -mercator(point.lat) * scale


def _at_zoom(
    ground: Ground, points: Sequence[XY], spots: Sequence[XY], zoom: float, width: str
) -> dict[str, Any]:
    head = HEAD_PX if ground.signs else 0.0
    marks = [box for spot in spots for box in _mark_boxes(spot, head)]
    extent = around(marks)

    def placed(sizes: Sequence[XY], most_apart: float = math.inf) -> tuple[Placed, ...]:
        room = Room(keep_in=_widened(extent, sizes, width), head=head)
        return label(points, spots, sizes, MARK_PX, room, most_apart)

    dates, sizes = width == "wide", ground.labels.dated
    found = placed(sizes, max(1, len(sizes) * _APART)) if dates else ()
    if not dates or not all(one.label for one in found):
        dates, sizes = False, ground.labels.plain
        found = placed(sizes)
    boxes = [
        box for one, point in zip(found, points, strict=True) for box in taken_boxes(one, point, MARK_PX)
    ]
    return {
        "stops": [_row(one, size) for one, size in zip(found, sizes, strict=True)],
        "leaders": [list(one.leader or ()) for one in found],
        "dates": dates,
        "countries": _free_names(ground, Taken([*marks, *boxes]), zoom, _widened(extent, sizes, width)),
        "box": [round(value) for value in around([*marks, *boxes])],
    }


def _mark_boxes(spot: XY, head: float) -> Iterator[Box]:
    yield mark_box(spot, MARK_PX)
    if head:
        yield head_box(spot, MARK_PX, head)


def _widened(extent: Box, sizes: Sequence[XY], width: str) -> Box:
    """The part of the picture that labels may use: that of the marks, and so much beside it as labels need;
    without end where no map shows it whole anyway.
    """
    least, most = _BESIDE[width]
    left, top, right, bottom = extent
    beside = min(most, max(least, *(size[0] + 25 for size in sizes)))
    across = math.inf if right - left > _WHOLE[width] else beside
    upright = math.inf if bottom - top > _HIGH_PX else _ABOVE_PX[width]
    return (left - across, top - upright, right + across, bottom + upright)


def _row(placed: Placed, size: XY) -> list[Any]:
    box = placed.label or label_box(mark_box((placed.dx, placed.dy), MARK_PX), size, "E")
    return [
        placed.dx,
        placed.dy,
        round(box[0], 1),
        round(box[1], 1),
        placed.label is not None,
        round(size[0], 1),
        _align(placed, box),
    ]


def _align(placed: Placed, box: Box) -> str:
    """Where a label's text begins: at its mark, or in the middle where it is above or below that."""
    if box[0] >= placed.dx:
        return "left"
    return "right" if box[2] <= placed.dx else "center"


def _free_names(ground: Ground, taken: Taken, zoom: float, room: Box) -> list[bool]:
    names = [_name_box(name, at, zoom) for name, at in ground.names]
    return [room[0] <= box[0] and box[2] <= room[2] and taken.free(box) for box in names]


def _name_box(name: str, at: Point, zoom: float) -> Box:
    half = text_width(name, LABEL_PX) / 2
    return shifted((-half, -LABEL_PX / 2, half, LABEL_PX / 2), pixel(at, zoom))
