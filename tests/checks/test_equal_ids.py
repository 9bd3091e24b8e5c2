"""I402: stops and events have ids of their own."""

from __future__ import annotations

from tests.tour_builder import LANDED, codes_in, event, found, sound


def test_two_stops_of_the_same_id() -> None:
    """The second is named, with the line of the first."""
    tour = sound()
    tour["stops"][1]["id"] = "kl"
    (finding,) = (one for one in found(tour) if one.code == "I402")
    assert "the stop id `kl`" in finding.message


def test_events_are_told_apart_across_the_file() -> None:
    """An event's id is part of its address, wherever it stands: stop, leg or background."""
    tour = sound()
    tour["legs"][0]["events"] = [event("talks", LANDED)]
    tour["background"] = {"events": [event("landing", LANDED)]}
    assert codes_in(tour) == ["I402", "I402"]


def test_a_stop_and_an_event_may_share_one() -> None:
    """Their addresses differ."""
    tour = sound()
    tour["stops"][0]["events"][0]["id"] = "kl"
    assert codes_in(tour) == []


def test_a_malformed_id_is_not_called_a_second_one() -> None:
    """What stands in for it while the rest is checked is nobody's id."""
    tour = sound()
    tour["stops"][1]["id"] = "KL"
    assert codes_in(tour) == ["S208"]
