"""What the legend explains: of all that map, timeline and agenda can show, what occurs in a tour and a view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.itinerary import hops
from touratlas.views.agenda import stop_place_in_article
from touratlas.views.knowledge import in_article
from touratlas.views.links import Choice
from touratlas.views.marks import MARKS, SIGNS, Mark, Sign
from touratlas.views.outcomes import outcomes
from touratlas.views.timeline_dates import End
from touratlas.views.timeline_plan import Plan
from touratlas.views.venues import venues
from touratlas.words import Status, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.model import Event, Leg, Stop, Tour
    from touratlas.views.timeline_dates import Extent
    from touratlas.words import OutcomeStatus


@dataclass(frozen=True, slots=True)
class Legend:
    """What occurs: marks of status and signs of outcomes, in the order of their tables; whether a date or place isn't
    in the article (`asterisk`).

    On the timeline: the article's last day (`edge`), days after it, days of a stop (`stay`), a mark at its hour
    (`lozenge`), an end that is open or not sure (`soft`), days that reports give (`reported`). On the map: legs and
    venues.
    """

    marks: tuple[tuple[Status, Mark], ...]
    signs: tuple[tuple[OutcomeStatus, Sign], ...]
    asterisk: bool
    edge: bool
    after: bool
    stay: bool
    lozenge: bool
    soft: bool
    reported: bool
    legs: bool
    venues: bool


def legend(tour: Tour, view: View) -> Legend:
    """What has to be explained of a tour in a view, whatever is chosen."""
    plan = Plan(tour, Choice(), view)
    days, drawn = plan.days, tuple(_drawn(plan))
    statuses, told = set(_statuses(tour)), {outcome.status for outcome in outcomes(tour, view)}
    return Legend(
        marks=tuple((status, mark) for status, mark in MARKS.items() if status in statuses),
        signs=tuple((status, sign) for status, sign in SIGNS.items() if status in told),
        asterisk=any(_curated(tour)),
        edge=days is not None and plan.as_of in days,
        after=days is not None and plan.as_of < days.last,
        stay=days is not None and any(stay.covers(days.first, days.last) for stay in plan.stays.values()),
        lozenge=any(extent.lozenge for extent in drawn),
        soft=any(_soft(extent) for extent in drawn),
        reported=any(item.later or item.moved for item in plan.items),
        legs=any(hop.start.place.at != hop.end.place.at for hop in hops(tour, view)),
        venues=any(venues(tour, stop, view) for stop in tour.stops),
    )


def _drawn(plan: Plan) -> Iterator[Extent]:
    for item in plan.items:
        yield item.extent
        if item.moved:
            yield item.moved


def _soft(extent: Extent) -> bool:
    return not extent.lozenge and bool({End.UNSURE, End.OPEN} & {extent.begins, extent.ends})


def _statuses(tour: Tour) -> Iterator[Status]:
    for _, event in tour.events():
        yield event.status
    for _, claim, _ in tour.claims():
        if claim.status:
            yield claim.status
    if any(not stop.events for stop in tour.stops):
        yield Status.POSSIBLE  # as a stop without events is marked


def _curated(tour: Tour) -> Iterator[bool]:
    """Of every date and place that is shown, whether it isn't in the article."""
    for stop in tour.stops:
        yield not stop_place_in_article(tour, stop)
    for leg in tour.legs:
        yield leg.basis.place is not None and not in_article(tour, leg.basis.place)
    parts: list[Stop | Leg | Event] = [*tour.stops, *tour.legs, *(event for _, event in tour.events())]
    for part in parts:
        yield part.when is not None and not in_article(tour, part.basis.when)
    for _, event in tour.events():
        yield event.place is not None and not in_article(tour, event.basis.place)
