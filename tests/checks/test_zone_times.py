"""D302: an hour exists in the place's zone, and an offset agrees with it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tour_builder import LANDED, codes_in, event, sound

PARIS = {"name": "Paris", "country": "FR", "at": ["48.85", "2.35"], "zone": "Europe/Paris"}


def paris(when: str) -> dict[str, Any]:
    """A tour with a stop in Paris at that time."""
    tour = sound()
    tour["places"]["paris"] = PARIS
    tour["stops"].append(
        {"id": "p", "place": "paris", "when": when, "basis": {"when": "wire", "place": "wire"}}
    )
    return tour


@pytest.mark.parametrize(
    ("when", "codes"),
    [
        ("2026-03-29T02:30", ["D302"]),  # skipped
        ("2026-03-29T03:00", []),
        ("2026-10-25T02:30", []),  # twice, which is often enough
        ("2026-03-28T12:00+01:00", []),
        ("2026-03-28T12:00+02:00", ["D302"]),
        ("2026-07-28T12:00+02:00", []),
        ("2026-07-28", []),
    ],
)
def test_times_of_a_stop(when: str, codes: list[str]) -> None:
    """By the rules of the zone on that day."""
    assert codes_in(paris(when)) == codes


def test_an_events_own_place_has_its_own_clock() -> None:
    """The zone is that of the event's place, if it has one."""
    tour = sound()
    tour["stops"][0]["events"][1] |= {"when": "2025-10-26T20:00+08:00"}
    assert codes_in(tour) == []
    tour["stops"][0]["events"][1] |= {"place": "tokyo", "basis": {"when": "wire", "place": "plan"}}
    assert codes_in(tour) == ["D302"]


@pytest.mark.parametrize(("offset", "codes"), [("-04:00", []), ("+08:00", []), ("+01:00", ["D302"])])
def test_on_a_leg_either_clock_will_do(offset: str, codes: list[str]) -> None:
    """A flight is told by the time of departure or of arrival."""
    tour = sound()
    call = event("call", LANDED, when=f"2025-10-26T08:00{offset}", basis={"when": "wire"})
    tour["legs"][0]["events"] = [call]
    assert codes_in(tour) == codes


def test_an_outcome_is_told_by_the_clock_of_its_own_place() -> None:
    """Where it took place, as the reports say."""
    tour = sound()
    outcome = {"status": "changed", "says": "S.", "when": "2025-10-28T09:00+09:00", "from": ["wire"]}
    tour["stops"][0]["events"][1]["outcome"] = outcome
    assert codes_in(tour) == ["D302"]
    outcome["place"] = "tokyo"
    assert codes_in(tour) == []


def test_an_unknown_zone_is_told_once() -> None:
    """Its times aren't judged."""
    tour = paris("2026-03-29T02:30")
    tour["places"]["paris"] = PARIS | {"zone": "Europe/Pari"}
    assert codes_in(tour) == ["P504"]


def test_background_without_a_place_has_no_clock() -> None:
    """No zone is known, nothing is judged."""
    tour = sound()
    tour["background"] = {
        "events": [event("wish", LANDED, when="2025-10-26T20:00+11:00", basis={"when": "wire"})]
    }
    assert codes_in(tour) == []
