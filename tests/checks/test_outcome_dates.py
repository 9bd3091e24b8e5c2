"""D305: what reports tell isn't dated before the event."""

from __future__ import annotations

import pytest

from tests.tour_builder import codes_in, sound


@pytest.mark.parametrize(
    ("event", "outcome", "codes"),
    [
        ("2025-10-26", "2025-10-26", []),
        ("2025-10-26", "2025-10-25", ["D305"]),
        ("2025-10-26", "2025-10-25/2025-10-26", []),
        ("2025-10-26T20:00", "2025-10-26T19:00", ["D305"]),
        ("2025-10-26T20:00~", "2025-10-26T19:00", []),
        (None, "2025-10-25", []),
        ("2025-10-26", None, []),
    ],
)
def test_an_events_outcome(event: str | None, outcome: str | None, codes: list[str]) -> None:
    """Silent where either has no date, and where it may be later."""
    tour = sound()
    one = tour["stops"][0]["events"][1]
    one["outcome"] = {"status": "happened", "says": "They dined.", "from": ["wire"]}
    one["when"] = event
    if event is None:
        del one["when"], one["basis"], tour["sources"]["plan"]
    if outcome:
        one["outcome"]["when"] = outcome
    assert codes_in(tour) == codes


def test_stops_and_legs_have_outcomes_too() -> None:
    """The rule is the same for all three."""
    tour = sound()
    early = {"status": "happened", "says": "They came.", "from": ["wire"], "when": "2025-10-01"}
    tour["stops"][0]["outcome"] = early
    tour["legs"][0]["outcome"] = early
    assert codes_in(tour) == ["D305", "D305"]
