"""I405: a leg is a movement of the itinerary."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tour_builder import found, sound


def legs_told(*legs: tuple[str, str]) -> list[str]:
    """The messages of I405, and the codes of all other errors, for a tour of three stops with these legs."""
    tour: dict[str, Any] = sound()
    tour["stops"].append({"id": "third", "place": "tokyo", "basis": {"place": "wire"}})
    tour["legs"] = [{"from": start, "to": end} for start, end in legs]
    errors = [finding for finding in found(tour) if finding.severity == "error"]
    return [finding.message if finding.code == "I405" else finding.code for finding in errors]


@pytest.mark.parametrize("leg", [("kl", "tokyo"), ("tokyo", "third"), ("home", "kl"), ("third", "home")])
def test_a_movement(leg: tuple[str, str]) -> None:
    """Consecutive stops, an origin before the first, an end after the last."""
    assert legs_told(leg) == []


@pytest.mark.parametrize("leg", [("tokyo", "kl"), ("kl", "third"), ("home", "tokyo"), ("tokyo", "home")])
def test_no_movement(leg: tuple[str, str]) -> None:
    """Backwards, over a stop, and from or to elsewhere in the middle."""
    (message,) = legs_told(leg)
    assert f"from `{leg[0]}` to `{leg[1]}`" in message


def test_the_same_leg_twice() -> None:
    """Of two legs between the same stops one would be shown nowhere."""
    assert len(legs_told(("kl", "tokyo"), ("kl", "tokyo"))) == 1


def test_an_unknown_end_is_told_once() -> None:
    """An id that isn't declared is reported as that, and not as a leg that joins nothing."""
    assert legs_told(("kl", "nowhere")) == ["I401"]
