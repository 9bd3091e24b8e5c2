"""P506: nobody travels faster than an airliner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.dates import known_zone, utc_bounds
from touratlas.geo import Point, distance_km
from touratlas.itinerary import Hop, hops
from touratlas.words import Extent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from touratlas.checks.case import Case
    from touratlas.finding import Finding
    from touratlas.tree import Path

FASTEST_KMH = 1_100  # an airliner's cruise with a strong jet stream behind it


def check(case: Case) -> Iterator[Finding]:
    """Findings for legs that the widest reading of both dates leaves too little time for."""
    for hop in hops(case.tour):
        hours = _hours(hop)
        if hours is None:
            continue
        away = distance_km(Point(*hop.start.place.at), Point(*hop.end.place.at))
        if away > max(hours, 0) * FASTEST_KMH + 50:  # coordinates are good to some kilometres, not better
            message = (
                f"{hop.start.place.name} to {hop.end.place.name} is {away:,.0f} km, and there are at most "
                f"{max(hours, 0):.1f} hours for it; expected no more than {FASTEST_KMH:,} km/h"
            )
            yield case.finding(_path(hop), codes.LEG_TOO_FAST, message, subject=_subject(case, hop))


def _hours(hop: Hop) -> float | None:
    """The longest time that the dates leave: from the earliest start to the latest end; None where a side
    is open.
    """
    ends = (hop.start.place, hop.end.place)
    if not all(known_zone(place.zone) and place.extent is Extent.POINT for place in ends):
        return None  # a country's point says nothing of where in it one was
    start = _edges(hop, first=True)
    end = _edges(hop, first=False)
    if start is None or end is None:
        return None
    return (end - start).total_seconds() / 3600


def _edges(hop: Hop, *, first: bool) -> datetime | None:
    end = hop.start if first else hop.end
    whens = [end.when, hop.leg.when if hop.leg else None]
    known = [utc_bounds(when, end.place.zone)[0 if first else 1] for when in whens if when is not None]
    edges = [edge for edge in known if edge is not None]
    if not edges or len(edges) < len(known):
        return None
    return max(edges) if first else min(edges)


def _path(hop: Hop) -> Path:
    if hop.number is not None and hop.leg is not None and hop.leg.when is not None:
        return ("legs", hop.number, "when")
    stop = hop.end.stop if hop.end.stop is not None else hop.start.stop
    return ("stops", stop or 0, "when")


def _subject(case: Case, hop: Hop) -> str:
    return case.tour.stops[hop.end.stop].id if hop.end.stop is not None else hop.end.place_id
