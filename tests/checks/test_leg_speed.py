"""P506: nobody travels faster than an airliner."""

from __future__ import annotations

import pytest

from tests.tour_builder import codes_in, found, sound

NEW_YORK = {"name": "New York", "country": "US", "at": ["40.71", "-74.01"], "zone": "America/New_York"}


@pytest.mark.parametrize(
    ("here", "there", "codes"),
    [
        ("2025-10-26T20:00", "2025-10-27T04:00", []),  # 5,300 km in seven hours
        ("2025-10-26T20:00", "2025-10-26T23:00", ["P506"]),
        ("2025-10-26", "2025-10-26", []),  # a day is long enough, under the widest reading
        ("2025-10-26T20:00", "2025-10-26", ["P506"]),  # three hours to midnight in Tokyo
        ("2025-10-26/..", "2025-10-26", []),  # the start still stands: the whole of the 26th
        ("2025-10-26", "../2025-10-26", []),  # an open end tells nothing
    ],
)
def test_the_widest_reading_decides(here: str, there: str, codes: list[str]) -> None:
    """Earliest start, latest end: only what no reading allows is found."""
    tour = sound()
    tour["legs"] = []
    del tour["places"]["home"]
    tour["stops"][0] |= {"when": here, "events": tour["stops"][0]["events"][:1]}
    tour["stops"][1]["when"] = there
    assert [code for code in codes_in(tour) if code == "P506"] == codes


def test_days_are_those_of_each_place() -> None:
    """From Tokyo on the 28th one can be in New York on the 28th, and even arrive by the clock before leaving."""
    tour = sound()
    tour["places"]["new-york"] = NEW_YORK
    tour["stops"][1]["when"] = "2025-10-28T11:00"
    end = {
        "id": "ny",
        "place": "new-york",
        "when": "2025-10-28T11:00",
        "basis": {"when": "wire", "place": "wire"},
    }
    tour["stops"].append(end)
    assert codes_in(tour) == []
    end["when"] = "2025-10-28T06:00"  # eight hours for 10,800 km
    assert codes_in(tour) == ["P506"]


def test_the_date_of_the_leg_itself_counts() -> None:
    """A leg that is described narrows both ends, and the warning stands at its date."""
    tour = sound()
    tour["legs"][0]["when"] = "2025-10-26T08:00/2025-10-26T11:00"
    (finding,) = found(tour)
    assert (finding.code, finding.subject) == ("P506", "kl")
    assert "Home to Kuala Lumpur is 15," in finding.message


def test_a_country_is_nowhere_in_particular() -> None:
    """A place that stands for a whole country gives no distance."""
    tour = sound()
    tour["places"]["home"]["extent"] = "country"
    tour["legs"][0]["when"] = "2025-10-26T08:00/2025-10-26T11:00"
    assert codes_in(tour) == []


def test_a_stop_described_by_a_range_is_left_on_any_of_its_days() -> None:
    """Two ranges that touch leave time enough."""
    tour = sound()
    tour["stops"][1]["when"] = "2025-10-27"
    assert codes_in(tour) == []
