"""The values that dates are read into: equality, order, pickling, and what they say about themselves."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import touratlas.dates as dates_package
from touratlas.dates import Precision, When, parse_when

from .strategies import TEXTS, WHENS


@given(WHENS)
def test_a_date_is_a_value(when: When) -> None:
    """The same text gives an equal, equally hashed value; pickling keeps it; repr shows the text."""
    again = parse_when(when.text)
    assert (again, hash(again), repr(again)) == (when, hash(when), f"When({when.text!r})")
    assert pickle.loads(pickle.dumps(when)) == when  # noqa: S301 — our own bytes


@pytest.mark.parametrize("name", ["text", "start", "other"])
def test_a_date_can_not_be_changed(name: str) -> None:
    """Dates are shared between tour, evidence and views: none of them may change one."""
    with pytest.raises((AttributeError, TypeError)):
        setattr(parse_when("2025-10-26"), name, "2025-10-27")


@given(TEXTS, TEXTS)
def test_the_order_is_total(first: str, second: str) -> None:
    """Any two dates can be ordered, and only equal ones share a key."""
    a, b = parse_when(first), parse_when(second)
    assert (a.sort_key < b.sort_key) + (a.sort_key > b.sort_key) + (a == b) == 1


@given(st.lists(WHENS, max_size=8), st.randoms())
def test_sorting_does_not_depend_on_the_order_before(whens: list[When], random: object) -> None:
    """Lists come out alike however they came in; known starts are in order and unknown ones first."""
    shuffled = list(whens)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    ordered = sorted(shuffled, key=lambda when: when.sort_key)
    assert ordered == sorted(whens, key=lambda when: when.sort_key)
    starts = [when.earliest or date.min for when in ordered]
    assert starts == sorted(starts)


def test_the_order_is_that_of_an_agenda() -> None:
    """A day stands before its times, a time before a later one, what ends earlier before what ends later."""
    texts = [
        "../2025-10-27",
        "2025-10-26",
        "2025-10-26/2025-10-27",
        "2025-10-26/..",
        "2025-10-26T09:00",
        "2025-10-26T19:30",
        "2025-10-26T19:30/21:00",
        "2025-10-26T19:30/..",
        "2025-10-27",
    ]
    jumbled = texts[4:] + texts[:4]
    assert sorted(jumbled, key=lambda text: parse_when(text).sort_key) == texts


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-10-26", date(2025, 10, 26)),
        ("2025-10-26~", date(2025, 10, 26)),
        ("2025-10-26T19:30/21:00", date(2025, 10, 26)),
        ("2025-10-26/2025-10-26", date(2025, 10, 26)),
        ("2025-10-26/2025-10-27", None),
        ("2025-10-26T22:00/2025-10-27T01:00", None),
        ("2025-10-2X", None),
        ("2025-10", None),
        ("2025-10-26/..", None),
    ],
)
def test_the_day_is_given_where_there_is_one(text: str, day: date | None) -> None:
    """`day` is what a grid of days can place an event on without a span."""
    assert parse_when(text).day == day


def test_two_ways_of_writing_have_equal_sides() -> None:
    """Equality is of the text; `start` and `last` tell whether two texts mean the same."""
    short, full = parse_when("2025-10-26T19:30/21:00"), parse_when("2025-10-26T19:30/2025-10-26T21:00")
    assert short != full
    assert (short.start, short.last) == (full.start, full.last)


def test_precisions_are_their_words() -> None:
    """Precision goes into JSON as a word."""
    assert [str(precision) for precision in Precision] == [
        *("year", "months", "month", "days", "day", "minute", "second")
    ]


def test_every_exported_name_exists_and_is_explained() -> None:
    """What `touratlas.dates` exports is there, with a docstring of its own."""
    for name in dates_package.__all__:
        assert getattr(dates_package, name).__doc__
