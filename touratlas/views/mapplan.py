"""What a drawn map shows and where, as plain values in pixels of the picture: everything but the ink.

:func:`map_plan` makes it; :mod:`touratlas.views.svgmap` draws it. Marks, names and far ends are those of the
app's map (:mod:`touratlas.views.drawing`); labels take the same sides in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from touratlas.geo import Point, great_circle, unwrap
from touratlas.interface import word
from touratlas.itinerary import hops, stop_place_id
from touratlas.views.agenda import stop_name
from touratlas.views.drawing import MARK_PX, bare_label, stop_data, stop_points, tour_frame
from touratlas.views.ends import far_end, hop_ends, is_far, is_reached, is_supplied
from touratlas.views.furniture import Furniture, furniture
from touratlas.views.labels import Label, Lines, labels_of, outside, settled
from touratlas.views.land import Ground, ground
from touratlas.views.mapnames import CountryName, country_names
from touratlas.views.maptext import NAME_PX, SMALL_PX, Block, Line, Span, Tone, end_lines, known, plain
from touratlas.views.placing import XY, Box, mark_box, overlap
from touratlas.views.projection import Projection, fit
from touratlas.views.routes import Edge, Route, edge_of, route
from touratlas.views.signs import SIGN_PX
from touratlas.words import OutcomeStatus, Status, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.itinerary import Hop
    from touratlas.model import Stop, Tour

NARROW_PX = 480.0  # below, labels are names without dates, as in the app
END_PX = 9.0  # of the mark of an origin that is no stop
STEP_KM = 100.0  # of a drawn great circle
_SIDE_PX = (122.0, 70.0)  # beside the stops, on wide pictures and on narrow ones,
_SIDE_SHARE = 0.2  # and no more than this share of the width
_ABOVE_PX, _BELOW_PX = 40.0, 56.0
_HIGH_SHARE = 0.2
_NAME_SHARE = 0.45  # of the width, for the longest name
_SIGN_OFF = 11.5  # px from the middle of a mark to that of its sign, both across and up or down
_CORNERS = ((1, -1), (-1, -1), (1, 1), (-1, 1))
_FOOT_PX = 34.0  # where scale and attribution stand


@dataclass(frozen=True, slots=True)
class StopMark:
    """A stop: its true point, its mark's middle, the words beside it (`label` says where, and is None where
    there was no room), and all that the mark shows in words; `sign` is the outcome's, in the later view,
    with its middle at `sign_at`. `supplied`: its place isn't in the article; `bare` is what the strip test leaves
    of the words.
    """

    id: str
    number: int
    point: XY
    at: XY
    status: Status
    sign: OutcomeStatus | None
    sign_at: XY
    text: Block
    label: Label | None
    said: str
    supplied: bool = False
    bare: str = ""


@dataclass(frozen=True, slots=True)
class EndMark:
    """An end of the journey that is no stop and is on the picture, with what is told of it."""

    at: XY
    text: Block
    label: Label | None
    supplied: bool = False


@dataclass(frozen=True, slots=True)
class MapPlan:
    """Everything on the picture. `title` and `description` say it in words, `bare` what the strip test leaves of
    them.
    """

    title: str
    description: str
    projection: Projection
    ground: Ground
    routes: tuple[Route, ...]
    edges: tuple[Edge, ...]
    ends: tuple[EndMark, ...]
    stops: tuple[StopMark, ...]
    countries: tuple[CountryName, ...]
    furniture: Furniture
    bare: tuple[str, str] = ("", "")


def map_plan(
    tour: Tour, view: View = View.ARTICLE, size: tuple[float, float] = (865, 420), detail: float = 0.5
) -> MapPlan:
    """What the map of a tour shows on a picture of `size` px, its land true to `detail` px.

    In the article's view nothing comes from an outcome. Raises ValueError for a picture without room.
    """
    planner = _Planner(tour, view, size)
    routes = tuple(planner.routes())
    planner.taken += [one.head.box for one in routes if one.head]
    edges = tuple(planner.edges())
    lines = [part for one in routes for part in one.parts]
    stops = tuple(planner.stops(lines))
    ends = tuple(planner.ends(lines))
    countries = country_names(tour, planner.projection, planner.taken, planner.owned(stops), Lines(lines))
    names = ", ".join(stop_name(tour, stop, view) for stop in tour.stops)
    return MapPlan(
        title=word("map_title", stops=names),
        description=_description(stops, edges, ends, planner.tools),
        projection=planner.projection,
        ground=ground(planner.projection, detail, {tour.places[stop.place].country for stop in tour.stops}),
        routes=routes,
        edges=edges,
        ends=ends,
        stops=stops,
        countries=countries,
        furniture=planner.tools,
        bare=_bare(tour, stops, planner.tools),
    )


def _bare(tour: Tour, stops: Sequence[StopMark], tools: Furniture) -> tuple[str, str]:
    """Title and description without what isn't in the article."""
    left = [stop for stop in stops if not stop.supplied]
    names = ", ".join(stop_name(tour, tour.stops[stop.number - 1]) for stop in left)
    told = _description([replace(stop, said=stop.bare) for stop in left], (), (), tools)
    return (word("map_title", stops=names) if names else word("map")), told


def _description(
    stops: Sequence[StopMark], edges: Sequence[Edge], ends: Sequence[EndMark], tools: Furniture
) -> str:
    """The picture in words, for those who don't see it."""
    told = [stop.said for stop in stops]
    told += [plain(text.lines) for text in (*(one.text for one in edges), *(one.text for one in ends))]
    told.append(word("map_lines"))
    told.append(word("map_scale_bar", distance=word("map_km", km=f"{tools.km:,g}")))
    told.append(word("map_borders"))
    return ". ".join(told) + "."


@dataclass(frozen=True, slots=True)
class _Way:
    """A leg with its two ends on the globe."""

    hop: Hop
    start: Point
    end: Point

    @property
    def other(self) -> Point | None:
        """The end that is no stop, if there is one."""
        if self.hop.start.stop is None:
            return self.start
        return self.end if self.hop.end.stop is None else None

    @property
    def place(self) -> str:
        """The id of the place at that end."""
        return self.hop.start.place_id if self.hop.start.stop is None else self.hop.end.place_id

    @property
    def stop(self) -> int:
        """The stop at the other end."""
        stop = self.hop.start.stop if self.hop.start.stop is not None else self.hop.end.stop
        return stop or 0


class _Planner:
    """Places one thing after the other; `taken` is the room that is no longer free."""

    def __init__(self, tour: Tour, view: View, size: tuple[float, float]) -> None:
        self._tour, self._view, self._size = tour, view, size
        width, height = size
        self._wide = width >= NARROW_PX
        self._points = stop_points(tour, view)
        ways = [_Way(hop, *hop_ends(hop, self._points)) for hop in hops(tour, view)]
        self.projection = fit(self._fitted(ways), width, height, _pads(*size, wide=self._wide))
        self._true = [self.projection.xy(point) for point in self._points]
        self._marks = settled(self._true, MARK_PX, (3, 3, width - 3, height - _FOOT_PX))
        self._shown = [way for way in ways if way.other is None or self._on(way.other)]
        self._gone = [way for way in ways if way.other is not None and not self._on(way.other)]
        self.tools = furniture(self.projection)
        self.taken: list[Box] = [*outside(width, height), *self.tools.boxes]

    def _fitted(self, ways: Sequence[_Way]) -> list[Point]:
        """What has to be on the picture: the stops, also where they are in the article's view, and the ends
        nearby.
        """
        article = stop_points(self._tour)
        frame = tour_frame(article)
        near = [way.other for way in ways if way.other and not is_far(way.other, frame)]
        return [*self._points, *(unwrap((self._points[0], point))[1] for point in article), *near]

    def _on(self, point: Point) -> bool:
        x, y = self.projection.xy(point)
        return 8 <= x <= self._size[0] - 8 and 8 <= y <= self._size[1] - 8

    def _room(self) -> float:
        return self._size[0] * _NAME_SHARE

    def routes(self) -> Iterator[Route]:
        """The legs between what is on the picture."""
        marks = [mark_box(mark, MARK_PX) for mark in self._marks]
        for way in self._shown:
            if way.start != way.end:
                path = great_circle(way.start, way.end, STEP_KM)
                gone, later = self._gone_by(way.hop)
                made = route(self.projection, path, marks, dashed=not gone)
                yield replace(made, later=later, supplied=is_supplied(self._tour, way.hop))

    def edges(self) -> Iterator[Edge]:
        """The arrows at the edge, for the other legs."""
        marks = [mark_box(mark, MARK_PX) for mark in self._marks]
        for way in self._gone:
            told = far_end(self._tour, way.hop)
            text = Block(end_lines(told, self._room(), NAME_PX, dates=True, apart=True))
            gone, later = self._gone_by(way.hop)
            edge = edge_of(
                self._size,
                (self._true[way.stop], self.projection.xy(way.other or way.start)),
                text,
                [*self.taken, *marks],
                coming=way.hop.end.stop is not None,
                dashed=not gone,
            )
            self.taken += edge.boxes
            yield replace(edge, later=later, supplied=is_supplied(self._tour, way.hop))

    def _gone_by(self, hop: Hop) -> tuple[bool, bool]:
        """Whether a leg is known to have been gone, and whether only later reports say so."""
        gone = is_reached(self._tour, hop, self._view)
        return gone, gone and not is_reached(self._tour, hop)

    def stops(self, lines: Sequence[Sequence[XY]]) -> Iterator[StopMark]:
        """The stops with their labels."""
        told = [
            stop_data(self._tour, number, stop, self._points[number], self._view)
            for number, stop in enumerate(self._tour.stops)
        ]
        texts = [Block(tuple(self._lines(one))) for one in told]
        signs = [self._sign_at(mark) for mark in self._marks]
        signed = zip(self._tour.stops, signs, strict=True)
        self.taken += [mark_box(at, SIGN_PX) for stop, at in signed if _sign(stop, self._view)]
        labels = labels_of(self._marks, texts, MARK_PX, self.taken, lines)
        for number, stop in enumerate(self._tour.stops):
            yield StopMark(
                id=stop.id,
                number=number + 1,
                point=self._true[number],
                at=self._marks[number],
                status=Status(told[number]["status"]),
                sign=_sign(stop, self._view),
                sign_at=signs[number],
                text=texts[number],
                label=labels[number],
                said=told[number]["label"],
                supplied=told[number]["curated"],
                bare=bare_label(told[number]),
            )

    def _sign_at(self, mark: XY) -> XY:
        """The corner of a mark at which a sign covers least of what is there."""
        others = [mark_box(one, MARK_PX) for one in self._marks if one != mark] + self.taken
        spots = [(mark[0] + dx * _SIGN_OFF, mark[1] + dy * _SIGN_OFF) for dx, dy in _CORNERS]
        covered = [sum(overlap(mark_box(at, SIGN_PX), box) for box in others) for at in spots]
        return spots[covered.index(min(covered))]

    def owned(self, stops: Sequence[StopMark]) -> list[tuple[str, Box]]:
        """Marks and labels of the stops, each with the code of its country."""
        codes = [self._tour.places[stop_place_id(stop, self._view)].country for stop in self._tour.stops]
        marks = [(code, mark_box(stop.at, MARK_PX)) for code, stop in zip(codes, stops, strict=True)]
        return marks + [(code, stop.label.box) for code, stop in zip(codes, stops, strict=True) if stop.label]

    def _lines(self, told: dict[str, str]) -> Iterator[Line]:
        curated, tone = bool(told["curated"]), Tone.LATER if told["later"] else Tone.INK
        name = known(told["name"], curated=curated, room=self._room())
        yield (Span(name, tone, bold=True, curated=curated),)
        if told["when"] and self._wide:
            curated, tone = bool(told["whenCurated"]), Tone.LATER if told["whenLater"] else Tone.QUIET
            yield (Span(known(told["when"], curated=curated, room=self._room()), tone, curated=curated),)

    def ends(self, lines: Sequence[Sequence[XY]]) -> Iterator[EndMark]:
        """The ends on the picture that are no stop, each place once."""
        places: dict[str, list[_Way]] = {}
        for way in self._shown:
            if way.other is not None:
                places.setdefault(way.place, []).append(way)
        for ways in places.values():
            at = self.projection.xy(ways[0].other or ways[0].start)
            if at in self._true:
                continue
            told = [far_end(self._tour, way.hop) for way in ways]
            rows = [
                row
                for one in told
                for row in end_lines(one, self._room(), SMALL_PX, dates=self._wide, apart=False)
            ]
            text = Block(tuple(rows), SMALL_PX)
            (label,) = labels_of([at], [text], END_PX, self.taken, lines)
            yield EndMark(at, text, label, any(is_supplied(self._tour, way.hop) for way in ways))


def _sign(stop: Stop, view: View) -> OutcomeStatus | None:
    return stop.outcome.status if view is View.LATER and stop.outcome is not None else None


def _pads(width: float, height: float, *, wide: bool) -> tuple[float, float, float, float]:
    side = min(_SIDE_PX[0] if wide else _SIDE_PX[1], width * _SIDE_SHARE)
    share = height * _HIGH_SHARE
    return side, min(_ABOVE_PX, share), side, min(_BELOW_PX, share)
