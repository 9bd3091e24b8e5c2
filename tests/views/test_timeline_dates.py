"""Where a date stands on a grid of days: its own days, its hours, and how sure its ends are."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touratlas.dates import parse_when
from touratlas.views.timeline_dates import SHORTEST_BAR, End, Extent, extent_of

SURE, UNSURE, OPEN = End.SURE, End.UNSURE, End.OPEN


def day(number: int) -> date:
    """A day of May 2031."""
    return date(2031, 5, number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-05-06", Extent(day(6), day(6), 0, 1, SURE, SURE, lozenge=False)),
        ("2031-05-06?", Extent(day(6), day(6), 0, 1, UNSURE, UNSURE, lozenge=False)),
        ("2031-05-06/2031-05-08", Extent(day(6), day(8), 0, 1, SURE, SURE, lozenge=False)),
        ("2031-05-06/2031-05-08~", Extent(day(6), day(8), 0, 1, SURE, UNSURE, lozenge=False)),
        ("2031-05-06T12:00", Extent(day(6), day(6), 0.5, 0.5, SURE, SURE, lozenge=True)),
        ("2031-05-06T12:00~", Extent(day(6), day(6), 0.5, 0.5, UNSURE, UNSURE, lozenge=True)),
        ("2031-05-06T12:00-11:00", Extent(day(6), day(6), 0.5, 0.5, SURE, SURE, lozenge=True)),
        ("2031-05-06T18:00/21:00", Extent(day(6), day(6), 0.75, 0.875, SURE, SURE, lozenge=True)),
        ("2031-05-06T18:00/2031-05-07T03:00", Extent(day(6), day(7), 0.75, 0.125, SURE, SURE, lozenge=True)),
        ("2031-05-06T06:00/2031-05-07T18:00", Extent(day(6), day(7), 0.25, 0.75, SURE, SURE, lozenge=False)),
        ("2031-05-06/..", Extent(day(6), day(7), 0, 1, SURE, OPEN, lozenge=False)),
        ("../2031-05-06", Extent(day(5), day(6), 0, 1, OPEN, SURE, lozenge=False)),
        ("2031-05-06/", Extent(day(6), day(6), 0, 1, SURE, UNSURE, lozenge=False)),
        ("/2031-05-06", Extent(day(6), day(6), 0, 1, UNSURE, SURE, lozenge=False)),
        ("2031-05-06T18:00/..", Extent(day(6), day(7), 0.75, 1, SURE, OPEN, lozenge=False)),
    ],
)
def test_extents(text: str, expected: Extent) -> None:
    """A day fills itself, an hour is a lozenge at its place, a range spans, an end that isn't known is drawn so."""
    assert extent_of(parse_when(text)) == expected


@pytest.mark.parametrize(
    "text", ["2031", "2031-06", "2031-08-2X", "2031-05-XX", "2031-1X", "2031-05/..", "2031-05/2031-06-03"]
)
def test_no_known_day(text: str) -> None:
    """A month or a day of the 20s has no place on a grid of days: nobody said that it lasted all of them."""
    assert extent_of(parse_when(text)) is None
    assert extent_of(None) is None


@pytest.mark.parametrize("text", ["0001-01-01", "../0001-01-01", "9999-12-31/.."])
def test_the_ends_of_the_calendar(text: str) -> None:
    """The first and the last day of the calendar are days like others."""
    extent = extent_of(parse_when(text))
    assert extent is not None
    assert extent.first <= extent.last


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 40),
    st.times(),
    st.times(),
    st.sampled_from(["", "?", "~", "%"]),
)
def test_an_extent_is_where_its_date_is(first: date, length: int, one: time, two: time, mark: str) -> None:
    """Whatever is written, an extent lies on the days of its date, in order, and is a lozenge only if it is short."""
    last = date.fromordinal(first.toordinal() + length)
    texts = (f"{first}{mark}", f"{first}/{last}{mark}", f"{first}T{one:%H:%M}{mark}")
    times = f"{first}T{min(one, two):%H:%M}/{last}T{max(one, two):%H:%M}{mark}"
    for text in (*texts, times):
        when = parse_when(text)
        extent = extent_of(when)
        assert extent is not None
        assert (extent.first, extent.last) == (when.earliest, when.latest)
        assert 0 <= extent.start < 1
        assert 0 <= extent.end <= 1
        span = (extent.last - extent.first).days + extent.end - extent.start
        assert span >= 0
        assert not extent.lozenge or span < SHORTEST_BAR
