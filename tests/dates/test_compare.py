"""Inside, before, and the days that are covered."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from touratlas.dates import MOST_DAYS, When, before, days, parse_when, within

from .strategies import WHENS

STAY = "2025-10-26/2025-10-27"


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("2025-10-26", STAY, True),
        ("2025-10-27T23:59", STAY, True),
        ("2025-10-25", STAY, False),
        ("2025-10-28T00:00", STAY, False),
        ("2025-10-25/2025-10-27", STAY, False),
        ("2025-10-26/2025-10-28", STAY, False),
        ("2025-10-25/2025-10-28", STAY, False),
        ("2025-10-2X", STAY, True),
        ("2025-10", STAY, True),
        ("2025", STAY, True),
        ("2025-11", STAY, False),
        ("2025-10-1X", STAY, False),
        ("2025-10/2025-11", STAY, False),
        ("2025-10-26/..", STAY, True),
        ("../2025-10-27", STAY, True),
        ("../2025-10-25", STAY, False),
        ("2025-10-28/..", STAY, False),
        ("2020", "2025-10-26/..", False),
        ("2030", "2025-10-26/..", True),
        ("2020", "/2025-10-26", True),
        ("2030", "../2025-10-26", False),
        ("2025-10-25~", STAY, False),
        ("2025-10-27T10:00", "2025-10-26T10:00/2025-10-27T09:00", False),
        ("2025-10-27T10:00~", "2025-10-26T10:00/2025-10-27T09:00", True),
        ("2025-10-27", "2025-10-26T10:00/2025-10-27T09:00", True),
        ("2025-10-26T08:00", "2025-10-26T10:00/2025-10-27T09:00", False),
    ],
)
def test_within(inner: str, outer: str, expected: bool) -> None:
    """A known day or time outside fails; what may lie inside, by any reading, passes."""
    assert within(parse_when(inner), parse_when(outer)) is expected


@given(WHENS)
def test_everything_is_within_itself(when: When) -> None:
    """A stop of one event must not be refused for that event."""
    assert within(when, when)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2025-10-25", "2025-10-26", True),
        ("2025-10-26", "2025-10-26", False),
        ("2025-10-26", "2025-10-25", False),
        ("2025-10", "2025-11", True),
        ("2025-10", "2025-10-31", False),
        ("2025-10-25/2025-10-26", "2025-10-26/2025-10-27", False),
        ("2025-10-26T19:29", "2025-10-26T19:30", True),
        ("2025-10-26T19:30", "2025-10-26T19:30", False),
        ("2025-10-26T10:00/11:00", "2025-10-26T11:30/12:00", True),
        ("2025-10-26T10:00/11:00", "2025-10-26T10:30", False),
        ("2025-10-26T10:00~", "2025-10-26T10:05", False),
        ("2025-10-26T10:00?", "2025-10-26T10:05", False),
        ("2025-10-26T10:00", "2025-10-26", False),
        ("2025-10-26", "2025-10-26T10:00", False),
        ("2025-10-26T23:00~", "2025-10-27", True),
        ("../2025-10-25", "2025-10-26", True),
        ("2025-10-25/..", "2030", False),
        ("2025-10-25/", "2030", False),
        ("2020", "../2030", False),
    ],
)
def test_before(a: str, b: str, expected: bool) -> None:
    """Only what is surely earlier is before: findings about order rest on it."""
    assert before(parse_when(a), parse_when(b)) is expected


@given(WHENS, WHENS)
def test_before_is_an_order(a: When, b: When) -> None:
    """Nothing is before itself, no two dates are before each other, and what is before lies not within."""
    assert not before(a, a)
    assert not (before(a, b) and before(b, a))
    if before(a, b):
        assert not within(a, b)
        assert not within(b, a)


@given(WHENS)
def test_days_are_those_of_the_widest_reading(when: When) -> None:
    """A grid has each day from the earliest to the latest once, and none where that can't be drawn."""
    covered = days(when)
    if when.earliest is None or when.latest is None or (when.latest - when.earliest).days >= MOST_DAYS:
        assert covered is None
    else:
        assert covered is not None
        assert (covered[0], covered[-1]) == (when.earliest, when.latest)
        assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(covered))


def test_days_at_the_edges() -> None:
    """The calendar's last day, a leap day, and the cap itself."""
    assert days(parse_when("9999-12-3X")) == (date(9999, 12, 30), date(9999, 12, 31))
    assert len(days(parse_when("2024-02")) or ()) == 29
    start = date(2025, 1, 1)
    most = [start, start + timedelta(days=MOST_DAYS - 1)]
    assert len(days(parse_when(f"{most[0]}/{most[1]}")) or ()) == MOST_DAYS
    assert days(parse_when(f"{most[0]}/{most[1] + timedelta(days=1)}")) is None
