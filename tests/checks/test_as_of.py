"""D306: nothing is told as past that the article couldn't know."""

from __future__ import annotations

import pytest

from tests.tour_builder import codes_in, sound


@pytest.mark.parametrize(
    ("status", "when", "codes"),
    [
        ("reported", "2025-10-27", ["D306"]),
        ("reported", "2025-10-26", []),  # on the day itself some events are past
        ("reported", "2025-10-26/2025-10-27", []),  # may have begun
        ("reported", "2025-10", []),  # may have been before
        ("reported", "2025-11", ["D304", "D306"]),
        ("planned", "2025-10-27", []),
        ("possible", "2025-10-27", []),
    ],
)
def test_only_what_is_surely_later_and_told_as_past(status: str, when: str, codes: list[str]) -> None:
    """The widest reading of a date decides."""
    tour = sound()
    tour["stops"][0]["events"][1] |= {"status": status, "when": when}
    assert sorted(codes_in(tour)) == codes


def test_a_claim_may_be_a_fact_about_what_lies_ahead() -> None:
    """That something is wished for, or not confirmed, can be reported of an event that is yet to come."""
    tour = sound()
    tour["stops"][0]["events"][1]["when"] = "2025-10-27"
    tour["stops"][0]["events"][1]["claims"][0]["status"] = "reported"
    assert codes_in(tour) == []


def test_an_event_without_a_day_is_not_judged() -> None:
    """Silence about the day is no contradiction."""
    tour = sound()
    tour["stops"][1]["events"][0]["status"] = "reported"
    assert codes_in(tour) == []
