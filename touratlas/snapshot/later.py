"""What happened later, in one place: what the article told of each thing, and what reports say became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.dates import show
from touratlas.itinerary import hops, stop_place_id
from touratlas.views.agenda import stop_name
from touratlas.views.links import Choice, FragmentLinks, stop_of
from touratlas.views.marks import MARKS, stop_status
from touratlas.views.outcomes import OutcomeView, outcome_view
from touratlas.words import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.check import Atlas
    from touratlas.dates import When
    from touratlas.model import Tour

LINKS = FragmentLinks()


@dataclass(frozen=True, slots=True)
class LaterView:
    """One row: what it is of (`stop`, `way` or `event`) with its id, where that is shown, what the article told of it,
    and the outcome. `name` is what reports call a stop, where that is another place.
    """

    of: str
    id: str
    href: str
    title: str
    status: str
    words: str
    when: str
    outcome: OutcomeView
    name: str = ""


def later_views(atlas: Atlas) -> tuple[LaterView, ...]:
    """All outcomes: of stops and the way to each, of their events, of the way home, of what belongs to no stop."""
    tour = atlas.tour
    events: dict[str, list[LaterView]] = {}
    for path, event in tour.events():
        outcome = outcome_view(tour, event.outcome, View.LATER)
        if outcome is not None:
            stop = stop_of(tour, path)
            href = LINKS.to(Choice(stop, event.id))
            told = (event.status.value, MARKS[event.status].words, _when(event.when))
            events.setdefault(stop, []).append(
                LaterView("event", event.id, href, event.title, *told, outcome)
            )
    rows: list[LaterView] = []
    for stop_id in [*(stop.id for stop in tour.stops), ""]:
        rows += [*_stop(tour, stop_id), *_ways(tour, stop_id), *events.get(stop_id, ())]
    return tuple(rows)


def _stop(tour: Tour, stop_id: str) -> Iterator[LaterView]:
    for stop in tour.stops:
        outcome = outcome_view(tour, stop.outcome, View.LATER)
        if stop.id == stop_id and outcome is not None:
            status = stop_status(stop)
            place = stop_place_id(stop, View.LATER)
            name = tour.places[place].name if place != stop.place else ""
            told = (status.value, MARKS[status].words, _when(stop.when))
            yield LaterView(
                "stop", stop.id, LINKS.to(Choice(stop.id)), stop_name(tour, stop), *told, outcome, name
            )


def _ways(tour: Tour, stop_id: str) -> Iterator[LaterView]:
    """The leg that ends at a stop; that of the way home for ""."""
    for hop in hops(tour):
        end = tour.stops[hop.end.stop].id if hop.end.stop is not None else ""
        outcome = outcome_view(tour, hop.leg.outcome, View.LATER) if hop.leg else None
        if end == stop_id and outcome is not None:
            names = " → ".join(
                stop_name(tour, tour.stops[one.stop]) if one.stop is not None else one.place.name
                for one in (hop.start, hop.end)
            )
            when = _when(hop.leg.when) if hop.leg else ""
            yield LaterView("way", end, LINKS.to(Choice(end)), names, "", "", when, outcome)


def _when(when: When | None) -> str:
    return show(when) if when else ""
