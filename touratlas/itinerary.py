"""The itinerary: the legs of a tour in order, those that the file describes and those that follow from its
stops.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.words import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from touratlas.dates import When
    from touratlas.model import Leg, Place, Stop, Tour


@dataclass(frozen=True, slots=True)
class End:
    """One end of a leg: the place and its id, and the stop (from 0) that it belongs to, if it is one."""

    place_id: str
    place: Place
    stop: int | None
    when: When | None


@dataclass(frozen=True, slots=True)
class Hop:
    """One movement: between two consecutive stops, from the origin to the first, or from the last on.

    `leg` and `number` are the entry of `legs` that describes it and its position there, where there is one.
    """

    start: End
    end: End
    leg: Leg | None
    number: int | None


def stop_place_id(stop: Stop, view: View) -> str:
    """The id of a stop's place: in the later view the one that reports name, where they name another."""
    if view is View.LATER and stop.outcome is not None and stop.outcome.place is not None:
        return stop.outcome.place
    return stop.place


def hops(tour: Tour, view: View = View.ARTICLE) -> tuple[Hop, ...]:
    """All movements in order. Ends whose ids aren't declared are left out (a check reports them)."""
    described = {(leg.from_, leg.to): number for number, leg in enumerate(tour.legs)}
    ids = [stop.id for stop in tour.stops]
    stops = {name: number for number, name in reversed(list(enumerate(ids)))}  # of equal ids the first
    pairs: list[tuple[str, str]] = []
    pairs += [(leg.from_, leg.to) for leg in tour.legs if leg.from_ not in stops and leg.to == ids[0]]
    pairs += list(itertools.pairwise(ids))
    pairs += [(leg.from_, leg.to) for leg in tour.legs if leg.to not in stops and leg.from_ == ids[-1]]
    found = []
    for start, end in pairs:
        ends = _end(tour, stops, start, view), _end(tour, stops, end, view)
        number = described.get((start, end))
        if ends[0] is not None and ends[1] is not None:
            found.append(Hop(ends[0], ends[1], tour.legs[number] if number is not None else None, number))
    return tuple(found)


def _end(tour: Tour, stops: Mapping[str, int], name: str, view: View) -> End | None:
    number = stops.get(name)
    stop = tour.stops[number] if number is not None else None
    place_id = stop_place_id(stop, view) if stop is not None else name
    place = tour.places.get(place_id)
    return End(place_id, place, number, stop.when if stop is not None else None) if place else None
