"""Protects the match of countries and time zones: tables, links, and what they can't tell."""

from __future__ import annotations

import zoneinfo
from importlib.resources import files

import pytest

from touratlas.countries import country_codes
from touratlas.zones import zone_fits, zones_of


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Asia/Kuala_Lumpur", "MY"),
        ("Asia/Kuching", "MY"),
        ("Asia/Singapore", "MY"),
        ("Asia/Tokyo", "JP"),
        ("Asia/Seoul", "KR"),
        ("ROK", "KR"),
        ("America/New_York", "US"),
        ("US/Pacific", "US"),
        ("Asia/Calcutta", "IN"),
        ("Asia/Kolkata", "IN"),
        ("Asia/Saigon", "VN"),
        ("Europe/Oslo", "NO"),
        ("Europe/Berlin", "NO"),
        ("Europe/Vatican", "VA"),
        ("Europe/Belgrade", "XK"),
        ("Iceland", "IS"),
    ],
)
def test_fits(zone: str, country: str) -> None:
    """A country's own zones fit, under their older names too, and those it shares."""
    assert zone_fits(zone, country) is True
    assert zone in zones_of(country)


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Asia/Tokyo", "KR"),
        ("Asia/Seoul", "JP"),
        ("Europe/Oslo", "DE"),
        ("Asia/Calcutta", "PK"),
        ("US/Pacific", "CA"),
    ],
)
def test_does_not_fit(zone: str, country: str) -> None:
    """Another country's zone doesn't fit, even where its clocks agree."""
    assert zone_fits(zone, country) is False
    assert zone not in zones_of(country)


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Etc/UTC", "GB"),
        ("UTC", "GB"),
        ("GMT", "GB"),
        ("Etc/GMT+8", "MY"),
        ("EST", "US"),
        ("CET", "BE"),
        ("Mars/Olympus_Mons", "US"),
        ("", "US"),
        ("Asia/Tokyo", "BV"),
        ("Asia/Tokyo", "ZZ"),
    ],
)
def test_nothing_is_known(zone: str, country: str) -> None:
    """Zones of no country, names that aren't tzdata's, and countries without zones give no verdict."""
    assert zone_fits(zone, country) is None


def test_every_country_has_zones_but_two() -> None:
    """Only the uninhabited Bouvet Island and Heard Island have none."""
    assert {code for code in country_codes() if not zones_of(code)} == {"BV", "HM"}


def test_all_zones_exist() -> None:
    """No name is offered that Python doesn't know."""
    known = zoneinfo.available_timezones()
    assert all(zones_of(code) <= known for code in country_codes())


def test_every_row_of_the_tables_is_used() -> None:
    """Each country's zones include all that zone.tab says, which has one country a row."""
    lines = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert len(rows) > 400
    assert all(zone_fits(zone, code) for code, _, zone, *_ in rows)
