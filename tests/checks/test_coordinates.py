"""P501, P502, P503, P507: places are on Earth, in their country, latitude first."""

from __future__ import annotations

import pytest

from tests.tour_builder import codes_in, found, sound


@pytest.mark.parametrize(
    ("country", "at", "codes"),
    [
        ("MY", ["3.14", "101.69"], []),
        ("MY", ["101.69", "3.14"], ["P502"]),
        ("MY", ["91", "101.69"], ["P501"]),
        ("MY", ["3.14", "181"], ["P501"]),
        ("MY", ["48.85", "2.35"], ["P503"]),
        ("MY", ["-90", "180"], ["P503"]),
        ("XX", ["3.14", "101.69"], ["P507"]),
        ("XX", ["3.14", "190"], ["P501", "P507"]),  # the pole of ignorance: no country to compare with
        ("BV", ["3.14", "101.69"], []),  # the basemap has no such shape: silent
    ],
)
def test_places(country: str, at: list[str], codes: list[str]) -> None:
    """One finding for each thing wrong, and none where the map can't tell."""
    tour = sound()
    tour["places"]["kl"] |= {"country": country, "at": at}
    assert sorted(code for code in codes_in(tour) if code[0] == "P" and code not in {"P505", "P506"}) == codes


@pytest.mark.parametrize(
    ("written", "meant"),
    [("UK", "GB"), ("my", "MY"), ("Malaysia", "MY"), ("malasia", "MY"), ("USA", "US"), ("ROK", "KR")],
)
def test_what_people_write_for_a_country_is_understood(written: str, meant: str) -> None:
    """The message says the code that was meant."""
    tour = sound()
    tour["places"]["kl"]["country"] = written
    (finding,) = (one for one in found(tour) if one.code == "P507")
    assert finding.message.endswith(f"did you mean `{meant}`?")


def test_the_country_of_a_delegation_is_checked_too() -> None:
    """It is shown as one."""
    tour = sound()
    tour["delegations"]["hosts"]["country"] = "ZZ"
    assert codes_in(tour) == ["P507"]


def test_a_point_outside_says_where_it_is() -> None:
    """The reader sees at once what was mixed up; the place is named, so that it can be accepted."""
    tour = sound()
    tour["places"]["kl"]["at"] = ["35.69", "139.69"]
    finding = next(one for one in found(tour) if one.code == "P503")
    assert "`Japan`" in finding.message
    assert finding.subject == "kl"


def test_many_unknown_countries_cost_no_more_than_few() -> None:
    """Guessing what was meant is bounded: a hostile file can't buy hours of it."""
    tour = sound()
    for number in range(3000):
        tour["delegations"][f"d{number}"] = {"name": "D", "country": f"Country number {number}"}
    assert codes_in(tour).count("P507") == 3000
