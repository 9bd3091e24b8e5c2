"""D304: an event lies inside its stop or its leg."""

from __future__ import annotations

import pytest

from tests.tour_builder import LANDED, codes_in, event, sound


@pytest.mark.parametrize(
    ("when", "codes"),
    [
        ("2025-10-26", []),
        ("2025-10-27T23:59", []),
        ("2025-10-28", ["D304"]),
        ("2025-10-25/2025-10-26", ["D304"]),
        ("2025-10", []),
        ("2025-11", ["D304"]),
    ],
)
def test_an_event_of_a_stop(when: str, codes: list[str]) -> None:
    """A day that may lie inside is right; one that surely doesn't is found."""
    tour = sound()
    tour["stops"][0]["events"][1]["when"] = when
    assert codes_in(tour) == codes


@pytest.mark.parametrize(("when", "codes"), [("2025-10-25", []), ("2025-10-27", ["D304"])])
def test_an_event_of_a_leg(when: str, codes: list[str]) -> None:
    """Legs have days as well."""
    tour = sound()
    tour["legs"][0]["events"] = [event("call", LANDED, when=when, basis={"when": "wire"})]
    assert codes_in(tour) == codes


def test_a_stop_without_days_holds_any_event() -> None:
    """Nothing is known, nothing contradicts."""
    tour = sound()
    del tour["stops"][0]["when"], tour["stops"][0]["basis"]["when"]
    tour["stops"][0]["events"][1]["when"] = "2031-01-01"
    assert codes_in(tour) == []
