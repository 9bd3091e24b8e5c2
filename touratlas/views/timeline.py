"""The timeline: a grid of days in the places' own dates, a row a stop, a lane an event, and a strip below for what
has no day on it.

A pure function from an :class:`~touratlas.check.Atlas` to values (:func:`timeline`), and from those to HTML by
one template (:func:`timeline_html`) for app, snapshot and paper alike: positioned boxes whose marks are borders,
so that they survive forced colours and print.

Outcomes have no part in the *article's view*. The *later view* adds to it and moves nothing: the sign of each
outcome, the days that reports give where they are others than planned, and on such days what had none in the article.

Tours of many events or days get an overview in tiles (:mod:`touratlas.views.timeline_overview`), and a grid of
the days around the choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.dates import day_name, day_of_month, parse_when, show
from touratlas.interface import word
from touratlas.itinerary import stop_place_id
from touratlas.views.agenda import hour_of, status_view, stop_name, stop_place_in_article
from touratlas.views.days import days_html
from touratlas.views.knowledge import in_article
from touratlas.views.links import Choice
from touratlas.views.marks import MARKS, stop_status
from touratlas.views.outcomes import OutcomeView, outcome_view, reported_when
from touratlas.views.placing import text_width
from touratlas.views.templates import render
from touratlas.views.timeline_layout import GAP_PX, NARROW_PX, WIDE_PX, Days, Side, rows
from touratlas.views.timeline_marks import knowledge
from touratlas.views.timeline_overview import TileView, tile_views
from touratlas.views.timeline_plan import LABEL_PX, Plan, label_px, look, shown_days
from touratlas.views.timeline_strip import Strip, strips_of

if TYPE_CHECKING:
    from datetime import date

    from touratlas.check import Atlas
    from touratlas.views.agenda_values import StatusView
    from touratlas.views.links import Links
    from touratlas.views.timeline_layout import Band, Row, Spot
    from touratlas.views.timeline_marks import Look

__all__ = ["Timeline", "shown_days", "timeline", "timeline_html"]


@dataclass(frozen=True, slots=True)
class BandView:
    """Where something stands on the grid, in percent of its width, and how its ends are drawn (values of
    :class:`~touratlas.views.timeline_dates.End`).
    """

    x: float
    width: float
    begins: str
    ends: str
    lozenge: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event's label stands on a grid of one width: its lane, its side of the mark, and what it may take, in
    percent of the grid's width.
    """

    lane: int
    side: str
    room: float


@dataclass(frozen=True, slots=True)
class MovedView:
    """The days that reports give beside the article's: their band and look, and the line that joins them to its mark:
    from `x` on, `width` wide, both in percent, and `back` where they lie before it.
    """

    band: BandView
    look: Look
    x: float
    width: float
    back: bool


@dataclass(frozen=True, slots=True)
class ItemView:
    """An event on the grid: where it leads, what it is called, how it is marked, and where it stands.

    `words` say the status and `when` the article's date, for those who don't see the grid; `way`: it belongs to the
    way to its stop; `narrow` and `wide` are its places on the two grids. In the later view it has an outcome, and
    may have `moved`.
    """

    id: str
    href: str
    stop: str
    label: str
    hour: str
    look: Look
    words: str
    when: str
    in_article: bool
    way: bool
    band: BandView
    narrow: Place
    wide: Place
    outcome: OutcomeView | None
    moved: MovedView | None


@dataclass(frozen=True, slots=True)
class RowHead:
    """What a row is called: a stop, with its number, link and own days, and in the later view its outcome (`later`:
    its name was learned afterwards); the way home, or what belongs to no stop, has a name alone.
    """

    name: str
    number: int = 0
    status: StatusView | None = None
    stop: str = ""
    href: str = ""
    in_article: bool = True
    when: str = ""
    when_in_article: bool = True
    later: bool = False
    outcome: OutcomeView | None = None


@dataclass(frozen=True, slots=True)
class RowView:
    """A row: its head, where the stop's own days are on the grid, how many lanes it has on the narrow and on the wide
    grid, and its events in the order of their days.
    """

    head: RowHead
    stay: BandView | None
    lanes: int
    wide_lanes: int
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of the grid: its weekday, its number (with the month where one begins), and on which side of the
    article's edge it is: `before`, `edge` or `after`.
    """

    weekday: str
    number: str
    knowledge: str


@dataclass(frozen=True, slots=True)
class Grid:
    """The days shown and what stands on them. `title` says the days, `months` the months alone; `edge` is the end
    of the article's last day in percent from the left, None where it isn't among them, and `flag` the side of it
    on which its flag has room; `more` events of these days are in the list alone.
    """

    title: str
    months: str
    days: tuple[DayView, ...]
    rows: tuple[RowView, ...]
    edge: float | None
    flag: str
    more: int

    @property
    def items(self) -> tuple[ItemView, ...]:
        """All events on the grid."""
        return tuple(item for row in self.rows for item in row.items)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that is shown of time: tiles (for long tours alone), the grid (None where nothing has a day), strips."""

    tiles: tuple[TileView, ...]
    grid: Grid | None
    strips: tuple[Strip, ...]


def timeline_html(atlas: Atlas, links: Links, choice: Choice | None = None) -> str:
    """Chart, strips, and the same as a list by day, which stands for the chart where there is no room for it. HTML,
    with every text escaped.

    It depends on the choice in long tours alone, and there on the week of the choice: see :func:`shown_days`.
    """
    return render(
        "timeline.html",
        time=timeline(atlas, links, choice),
        as_of=show(atlas.tour.tour.as_of, long=True),
        flag=word("timeline_flag"),
        days=days_html(atlas, links),
    )


def timeline(atlas: Atlas, links: Links, choice: Choice | None = None) -> Timeline:
    """What the timeline shows: the whole tour; of a long one, its overview and the days around the choice."""
    plan = Plan(atlas.tour, choice or Choice(), links.view)
    strips = tuple(strip for strip in strips_of(plan, links) if strip.chips or strip.more)
    return Timeline(tuple(tile_views(plan, links)), _grid(plan, links), strips)


def _grid(plan: Plan, links: Links) -> Grid | None:
    days = plan.shown
    if days is None:
        return None
    items, more = plan.on_grid()
    labels = {item.key: label_px(plan.tour, plan.entries[item.key], later=item.later) for item in items}
    narrow, wide = (rows(items, labels, plan.stays, days, width) for width in (NARROW_PX, WIDE_PX))
    edge = _percent(days.at(plan.as_of) + 1, days) if plan.as_of in days else None
    beyond = (
        edge is not None
        and edge * NARROW_PX / 100 + GAP_PX + text_width(word("timeline_flag"), LABEL_PX) > NARROW_PX
    )
    return Grid(
        title=_span(days.first.isoformat(), days.last.isoformat()),
        months=_span(days.first.isoformat()[:7], days.last.isoformat()[:7]),
        days=tuple(_day(day, at, plan.as_of) for at, day in enumerate(days.all())),
        rows=tuple(_row(plan, links, pair, days) for pair in zip(narrow, wide, strict=True)),
        edge=edge,
        flag="left" if beyond else "right",
        more=more,
    )


def _day(day: date, at: int, as_of: date) -> DayView:
    begins = day.day == 1 and at > 0
    number = day_of_month(day) if begins else str(day.day)
    return DayView(day_name(day), number, knowledge(Days(day, day), as_of))


def _span(first: str, last: str) -> str:
    """A span of days or months in words, once where both ends are the same."""
    return show(parse_when(first if first == last else f"{first}/{last}"))


def _row(plan: Plan, links: Links, pair: tuple[Row, Row], days: Days) -> RowView:
    """A row of the narrow and of the wide grid: the same but for their lanes."""
    row, wide = pair
    return RowView(
        head=_head(plan, links, row.number),
        stay=_band(row.stay, days) if row.stay else None,
        lanes=row.lanes,
        wide_lanes=wide.lanes,
        items=tuple(_item(plan, links, spots, days) for spots in zip(row.spots, wide.spots, strict=True)),
    )


def _head(plan: Plan, links: Links, number: int) -> RowHead:
    tour = plan.tour
    if number >= len(tour.stops):
        return RowHead(word("home" if number == len(tour.stops) else "timeline_no_stop"))
    stop = tour.stops[number]
    return RowHead(
        name=stop_name(tour, stop, plan.view),
        number=number + 1,
        status=status_view(stop_status(stop)),
        stop=stop.id,
        href=links.to(Choice(stop.id)),
        in_article=stop_place_in_article(tour, stop),
        when=show(stop.when) if stop.when else "",
        when_in_article=in_article(tour, stop.basis.when),
        later=stop_place_id(stop, plan.view) != stop.place,
        outcome=outcome_view(tour, stop.outcome, plan.view),
    )


def _item(plan: Plan, links: Links, spots: tuple[Spot, Spot], days: Days) -> ItemView:
    spot, _ = spots
    entry = plan.entries[spot.key]
    event = entry.event
    return ItemView(
        id=event.id,
        href=links.to(Choice(entry.stop, event.id)),
        stop=entry.stop,
        label=event.label,
        hour=hour_of(reported_when(entry.outcome) if spot.later else event.when),
        look=look(entry, later=spot.later),
        words=MARKS[event.status].words,
        when=show(event.when) if event.when else word("no_day"),
        in_article=event.when is None or in_article(plan.tour, event.basis.when),
        way=entry.path[0] == "legs",
        band=_band(spot.band, days),
        narrow=_place(spot, days),
        wide=_place(spots[1], days),
        outcome=outcome_view(plan.tour, entry.outcome, plan.view),
        moved=_moved(spot.band, spot.moved, look(entry, later=True), days) if spot.moved else None,
    )


def _moved(mark: Band, moved: Band, seen: Look, days: Days) -> MovedView:
    """The line goes down from the middle of the article's mark, or of what both share, and on to the other."""
    first, last = max(mark.start, moved.start), min(mark.end, moved.end)
    if first < last or (first == last and (mark.lozenge or moved.lozenge)):
        start = end = (first + last) / 2
    else:
        start = (mark.start + mark.end) / 2
        end = moved.start if moved.start > start else moved.end
    x, to = _percent(min(start, end), days), _percent(max(start, end), days)
    return MovedView(_band(moved, days), seen, x, round(to - x, 3), back=end < start)


def _place(spot: Spot, days: Days) -> Place:
    """A place on one grid; the room reaches from the label's end of the mark to the edge of the grid."""
    start, end = _percent(spot.band.start, days), _percent(spot.band.end, days)
    rooms = {Side.RIGHT: 100 - end, Side.LEFT: start, Side.BELOW: 100 - start, Side.BELOW_END: 100.0}
    return Place(spot.lane, spot.side.value, round(rooms[spot.side], 3))


def _band(band: Band, days: Days) -> BandView:
    start, end = _percent(band.start, days), _percent(band.end, days)
    return BandView(start, round(end - start, 3), band.begins.value, band.ends.value, band.lozenge)


def _percent(at: float, days: Days) -> float:
    return round(100 * at / days.count, 3)
