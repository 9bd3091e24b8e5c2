"""Dates in the zone of their place: instants, clocks that change, and offsets that can't be right."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touratlas.dates import When, known_zone, parse_when, utc_bounds, zone_names, zone_problem
from touratlas.errors import UsageError

from .strategies import WHENS

# Zones with changes at and around midnight, half hours, a skipped and a doubled day, and none at all.
ZONES = st.sampled_from(
    [
        *("Asia/Kuala_Lumpur", "Asia/Tokyo", "Asia/Seoul", "America/New_York", "Europe/Berlin", "UTC"),
        *("America/Sao_Paulo", "America/Havana", "Asia/Beirut", "Africa/Cairo", "Australia/Lord_Howe"),
        *("Pacific/Apia", "Pacific/Kiritimati", "Asia/Kathmandu", "America/St_Johns", "Atlantic/Azores"),
    ]
)
SKIPPED = {("Pacific/Apia", date(2011, 12, 30)), ("Pacific/Kiritimati", date(1994, 12, 31))}


def _bounds(text: str, zone: str) -> list[str]:
    return [f"{bound:%Y-%m-%dT%H:%M:%S}" if bound else "" for bound in utc_bounds(parse_when(text), zone)]


@pytest.mark.parametrize(
    ("zone", "text", "first", "last"),
    [
        ("Asia/Kuala_Lumpur", "2025-10-26", "2025-10-25T16:00:00", "2025-10-26T15:59:59"),
        ("Asia/Kuala_Lumpur", "2025-10", "2025-09-30T16:00:00", "2025-10-31T15:59:59"),
        ("Asia/Kuala_Lumpur", "2025-10-26T10:00~", "2025-10-26T02:00:00", "2025-10-26T02:00:00"),
        ("Asia/Tokyo", "2025-10-28T09:00/11:30", "2025-10-28T00:00:00", "2025-10-28T02:30:00"),
        ("Asia/Tokyo", "2025-10-28T09:00/2025-10-29", "2025-10-28T00:00:00", "2025-10-29T14:59:59"),
        ("Asia/Tokyo", "2025-10-28/..", "2025-10-27T15:00:00", ""),
        ("Asia/Tokyo", "/2025-10-28", "", "2025-10-28T14:59:59"),
        ("America/New_York", "2025-10-24T22:00", "2025-10-25T02:00:00", "2025-10-25T02:00:00"),
        # 23, 25 and 23½ hours
        ("Europe/Berlin", "2025-03-30", "2025-03-29T23:00:00", "2025-03-30T21:59:59"),
        ("Europe/Berlin", "2025-10-26", "2025-10-25T22:00:00", "2025-10-26T22:59:59"),
        ("Australia/Lord_Howe", "2025-10-05", "2025-10-04T13:30:00", "2025-10-05T12:59:59"),
        # a time that comes twice, and the same told by its offset
        ("Europe/Berlin", "2025-10-26T02:30", "2025-10-26T00:30:00", "2025-10-26T01:30:00"),
        ("Europe/Berlin", "2025-10-26T02:30+02:00", "2025-10-26T00:30:00", "2025-10-26T00:30:00"),
        ("Europe/Berlin", "2025-10-26T02:30+01:00", "2025-10-26T01:30:00", "2025-10-26T01:30:00"),
        # a time that never comes
        ("Europe/Berlin", "2025-03-30T02:30", "2025-03-30T00:30:00", "2025-03-30T01:30:00"),
        # no midnight: the day begins at 01:00; no last half hour: 23:30 is followed by 00:30
        ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00", "2018-11-05T01:59:59"),
        ("America/Toronto", "1919-03-30", "1919-03-30T05:00:00", "1919-03-31T04:29:59"),
        ("America/Toronto", "1919-03-31", "1919-03-31T04:30:00", "1919-04-01T03:59:59"),
        # a day that was left out: the two seconds around the gap, in order
        ("Pacific/Apia", "2011-12-30", "2011-12-30T09:59:59", "2011-12-30T10:00:00"),
        # midnight comes twice
        ("America/Havana", "2025-11-02", "2025-11-02T04:00:00", "2025-11-03T04:59:59"),
    ],
)
def test_instants(zone: str, text: str, first: str, last: str) -> None:
    """Days and times have the instants that the zone's clocks give them, read as widely as they can be."""
    assert _bounds(text, zone) == [first, last]


@given(st.dates(date(1970, 1, 2), date(2024, 12, 30)), ZONES)
def test_a_day_is_exactly_the_instants_with_its_date(day: date, zone: str) -> None:
    """The first and last instant are on the day by the place's calendar, their outer neighbours are not."""
    if (zone, day) in SKIPPED:
        return
    first, last = utc_bounds(parse_when(day.isoformat()), zone)
    assert first is not None
    assert last is not None
    second, place = timedelta(seconds=1), ZoneInfo(zone)
    found = [moment.astimezone(place).date() for moment in (first - second, first, last, last + second)]
    assert found[1:3] == [day, day]
    assert found[0] < day < found[3]


@given(st.datetimes(datetime(1970, 1, 2), datetime(2024, 12, 30)), ZONES)  # noqa: DTZ001 — local times
def test_a_time_is_what_the_clock_shows(local: datetime, zone: str) -> None:
    """Back in the place's zone, both bounds of a time that exists show that time."""
    local = local.replace(microsecond=0)
    when = parse_when(local.isoformat())
    if zone_problem(when, zone) is None:
        for moment in utc_bounds(when, zone):
            assert moment is not None
            assert moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local


@given(WHENS, ZONES)
def test_bounds_are_in_order_for_every_date(when: When, zone: str) -> None:
    """Whatever the date, bounds are in UTC, in order, None exactly for open ends, and never an exception."""
    first, last = utc_bounds(when, zone)
    assert (first is None, last is None) == (when.earliest is None, when.latest is None)
    assert all(bound.tzinfo is UTC for bound in (first, last) if bound is not None)
    if first is not None and last is not None:
        assert first <= last


def test_no_zone_overflows_at_the_edges_of_the_calendar() -> None:
    """Years 1 and 9999 are clamped in every zone of the world, and every zone can be loaded."""
    edges = [
        parse_when(text) for text in ("0001-01-01", "0001-01-01T00:00", "9999-12-31", "9999-12-31T23:59:59")
    ]
    for zone in zone_names():
        for when in edges:
            first, last = utc_bounds(when, zone)
            assert first is not None
            assert last is not None
            assert first <= last
            assert zone_problem(when, zone) is None


@pytest.mark.parametrize(
    ("zone", "text", "substance"),
    [
        (
            "Asia/Kuala_Lumpur",
            "2025-10-26T10:00+09:00",
            "has the offset +09:00, but Asia/Kuala_Lumpur is at +08:00",
        ),
        ("Asia/Kuala_Lumpur", "2025-10-26T10:00Z", "has the offset +00:00"),
        ("America/New_York", "2025-10-26T10:00-05:00", "America/New_York is at -04:00 then"),
        ("Europe/Berlin", "2025-10-26T02:30+03:00", "+02:00 or +01:00"),
        ("Asia/Tokyo", "2025-10-26T09:00+09:00/2025-10-27T09:00+08:00", "09:00 on 2025-10-27"),
        ("Europe/Berlin", "2025-03-30T02:30", "There is no 02:30 on 2025-03-30 in Europe/Berlin"),
        ("Europe/Berlin", "2025-03-30T02:30+01:00", "There is no 02:30"),
        ("Pacific/Apia", "2011-12-30", "There is no 2011-12-30 in Pacific/Apia"),
        ("Asia/Kuala_lumpur", "2025-10-26", "not a time zone"),
    ],
)
def test_what_can_not_be_right_in_a_zone_is_said(zone: str, text: str, substance: str) -> None:
    """A wrong offset, a time that clocks jump over, a day that was left out: each in a plain sentence."""
    assert substance in (zone_problem(parse_when(text), zone) or "")


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("Asia/Kuala_Lumpur", "2025-10-26T10:00+08:00"),
        ("UTC", "2025-10-26T10:00Z"),
        ("Europe/Berlin", "2025-10-26T02:30+02:00"),
        ("Europe/Berlin", "2025-10-26T02:30+01:00"),
        ("Europe/Berlin", "2025-03-30T03:00"),
        ("America/New_York", "1883-11-18T11:00-04:56"),
        ("Pacific/Apia", "2011-12"),
        ("Pacific/Apia", "2011-12-29/2011-12-31"),
        ("Asia/Tokyo", "../2025-10-26"),
    ],
)
def test_what_is_right_in_a_zone_passes(zone: str, text: str) -> None:
    """Either offset of a doubled hour, old offsets to the minute, and spans over a skipped day are fine."""
    assert zone_problem(parse_when(text), zone) is None


@pytest.mark.parametrize(
    "zone", ["", "Asia/Tokio", "asia/tokyo", "Factory", "../../etc/passwd", "Asia", "/etc/localtime"]
)
def test_what_is_no_zone_is_refused(zone: str) -> None:
    """Only names of the IANA database are zones; no path is ever opened for another one."""
    assert not known_zone(zone)
    with pytest.raises(UsageError, match="not a time zone"):
        utc_bounds(parse_when("2025-10-26"), zone)


def test_the_worlds_zones_are_known() -> None:
    """The zones of the tour, and old names that files still use."""
    assert {"Asia/Kuala_Lumpur", "Asia/Tokyo", "Asia/Seoul", "America/New_York", "US/Pacific"} <= zone_names()
    assert all(map(known_zone, zone_names()))
    assert len(zone_names()) > 500
