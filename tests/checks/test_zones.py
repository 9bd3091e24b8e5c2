"""P504 and P505: a place's zone exists and is one of its country's."""

from __future__ import annotations

import pytest

from tests.tour_builder import codes_in, found, sound


@pytest.mark.parametrize(
    ("zone", "codes"),
    [
        ("Asia/Kuala_Lumpur", []),
        ("Asia/Kuching", []),
        ("Etc/UTC", []),  # no country's: nothing is known against it
        ("Europe/Paris", ["P505"]),
        ("Asia/Kuala Lumpur", ["P504"]),
        ("asia/kuala_lumpur", ["P504"]),
        ("MYT", ["P504"]),
        ("../etc/passwd", ["P504"]),
    ],
)
def test_zones(zone: str, codes: list[str]) -> None:
    """A name of the IANA database, in its own spelling, and one of the country's."""
    tour = sound()
    tour["places"]["kl"]["zone"] = zone
    assert codes_in(tour) == codes


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Asia/Kuala Lumpur", "Asia/Kuala_Lumpur"), ("Asia/Tokio", "Asia/Tokyo"), ("asia/seoul", "Asia/Seoul")],
)
def test_a_misspelt_zone_gets_the_right_one(written: str, meant: str) -> None:
    """The message says the zone that was meant."""
    tour = sound()
    tour["places"]["kl"]["zone"] = written
    (finding,) = found(tour)
    assert finding.message.endswith(f"did you mean `{meant}`?")


def test_an_unknown_country_has_no_zones_to_compare_with() -> None:
    """It is told once, as that."""
    tour = sound()
    tour["places"]["kl"]["country"] = "XX"
    assert codes_in(tour) == ["P507"]


def test_a_foreign_zone_names_its_place() -> None:
    """So that it can be accepted."""
    tour = sound()
    tour["places"]["kl"]["zone"] = "Europe/Paris"
    tour["accept"] = [{"code": "P505", "of": "kl", "why": "It keeps the time of Paris."}]
    (finding,) = found(tour)
    assert finding.accepted == "It keeps the time of Paris."
