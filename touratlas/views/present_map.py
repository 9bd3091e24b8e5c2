"""The map of a presentation: one picture for all slides, and for each a picture that lies on it, with where we are and
the way so far. Pictures stand alone, as `data:` addresses: text of a tour is text in an image.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import SubElement

from touratlas.geo import great_circle
from touratlas.interface import word
from touratlas.itinerary import hops
from touratlas.views.drawing import MARK_PX, stop_points
from touratlas.views.ends import hop_ends
from touratlas.views.mapplan import STEP_KM, map_plan
from touratlas.views.marks import LIGHT
from touratlas.views.paths import path_data
from touratlas.views.present_values import MapPicture
from touratlas.views.routes import route
from touratlas.views.svgmap import draw, point_out
from touratlas.views.svgpen import Pen, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.geo import Point
    from touratlas.model import Tour
    from touratlas.views.mapplan import MapPlan, StopMark

SIZE: Final = (440, 400)  # px: shown about twice as large, so that names can be read from the last row
_WAY_PX: Final = 6.0
_WAY_INK: Final = "0.5"  # opacity: names that it crosses can still be read
_GRID: Final = 0.5


class Maps:
    """The pictures of one tour."""

    def __init__(self, tour: Tour) -> None:
        self._tour = tour
        self._plan: MapPlan = map_plan(tour, size=SIZE)
        self._pen = Pen(LIGHT)
        points = stop_points(tour)
        self._ways = [(hop.end.stop, *hop_ends(hop, points)) for hop in hops(tour)]

    def base(self) -> MapPicture:
        """The map itself."""
        plan = self._plan
        source = _address(draw(plan, palette=LIGHT, ids="ta-present-map"))
        return MapPicture(source, *SIZE, f"{plan.title}. {plan.description}")

    def way(self, here: int | None) -> str:
        """The address of what lies on the map: the way to a stop (from 0) with that stop pointed out; the way through
        all of them where `here` is None.
        """
        plan, pen = self._plan, self._pen
        root = pen.root("ta-way", SIZE, (word("present_way"), ""), "ta-present-way", links=False)
        look = {**pen.stroke("article", _WAY_PX), "fill": "none", "stroke-opacity": _WAY_INK}
        for start, end in self._gone(here):
            line = route(plan.projection, great_circle(start, end, STEP_KM), (), dashed=False)
            data = path_data(line.parts, _GRID, unit=_GRID)
            if data:
                SubElement(root, "path", {**look, "stroke-linejoin": "round", "d": data})
        for mark in self._marks(here):
            if mark.number - 1 == here:
                point_out(root, mark.at, pen)
            pen.disc(root, mark.at, MARK_PX / 2, mark.status, str(mark.number))
        return _address(written(root))

    def _gone(self, here: int | None) -> Iterator[tuple[Point, Point]]:
        """The ends of each leg so far that is on the picture."""
        for stop, start, end in self._ways:
            reached = here is None or (stop is not None and stop <= here)
            if reached and start != end and self._on(start) and self._on(end):
                yield start, end

    def _on(self, point: Point) -> bool:
        x, y = self._plan.projection.xy(point)
        return 8 <= x <= SIZE[0] - 8 and 8 <= y <= SIZE[1] - 8

    def _marks(self, here: int | None) -> Sequence[StopMark]:
        """The marks over the way's line; the one where we are is drawn last."""
        return sorted(self._plan.stops, key=lambda mark: mark.number - 1 == here)


def _address(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode('utf-8')).decode('ascii')}"
