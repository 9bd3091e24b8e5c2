"""The legs of a tour in order: those described, and those that follow from the stops."""

from __future__ import annotations

import time
from typing import Any

from tests.tour_builder import loaded, sound
from touratlas.itinerary import Hop, hops, stop_place_id
from touratlas.model import Tour
from touratlas.words import View


def tour_of(text: dict[str, Any]) -> Tour:
    """The tour of a builder's mapping."""
    tour = loaded(text).tour
    assert tour is not None
    return tour


def ways(found: tuple[Hop, ...]) -> list[tuple[str, str, int | None]]:
    """Where each hop leads, and the entry of `legs` that describes it."""
    return [(hop.start.place_id, hop.end.place_id, hop.number) for hop in found]


def test_origin_stops_and_return() -> None:
    """From the origin to the first, between the stops, from the last on."""
    tour = sound()
    tour["legs"] = [{"from": "tokyo", "to": "home"}, {"from": "home", "to": "kl"}]
    found = hops(tour_of(tour))
    assert ways(found) == [("home", "kl", 1), ("kl", "tokyo", None), ("tokyo", "home", 0)]
    assert [(hop.start.stop, hop.end.stop) for hop in found] == [(None, 0), (0, 1), (1, None)]
    assert found[1].start.when is not None
    assert found[0].leg is not None


def test_a_described_leg_between_stops() -> None:
    """It is the same hop, with more known."""
    tour = sound()
    tour["legs"].append({"from": "kl", "to": "tokyo", "when": "2025-10-27"})
    assert ways(hops(tour_of(tour))) == [("home", "kl", 0), ("kl", "tokyo", 1)]


def test_the_later_view_goes_where_reports_say() -> None:
    """A stop's place may be another than the article's."""
    tour = sound()
    tour["stops"][1]["outcome"] = {"status": "changed", "says": "S.", "place": "home", "from": ["wire"]}
    one = tour_of(tour)
    assert ways(hops(one))[-1][1] == "tokyo"
    assert ways(hops(one, View.LATER))[-1][1] == "home"
    assert stop_place_id(one.stops[1], View.ARTICLE) == "tokyo"
    assert stop_place_id(one.stops[1], View.LATER) == "home"


def test_ends_that_are_not_declared_are_left_out() -> None:
    """A check reports them."""
    tour = sound()
    tour["legs"].append({"from": "tokyo", "to": "nowhere"})
    tour["stops"][0]["place"] = "nowhere"
    assert ways(hops(tour_of(tour))) == []


def test_a_stop_goes_before_a_place_of_the_same_name() -> None:
    """`kl` is both: the leg ends at the stop."""
    assert hops(tour_of(sound()))[0].end.stop == 0


def test_thousands_of_stops_take_no_thousand_times_as_long() -> None:
    """The way of a stop to its number is looked up, not searched."""
    tour = sound()
    tour["legs"] = []
    tour["stops"] = [{"id": f"s{number}", "place": "kl"} for number in range(8000)]
    one = tour_of(tour)
    started = time.process_time()
    assert len(hops(one)) == 7999
    assert time.process_time() - started < 2  # a search took a minute
