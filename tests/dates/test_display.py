"""Dates as readers see them."""

from __future__ import annotations

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touratlas.dates import When, day_name, day_of_month, hours, parse_when, place_time, show
from touratlas.interface import speaking, words

from .strategies import WHENS

SHOWN = [
    ("2025", "2025", "2025"),
    ("2025-10", "Oct 2025", "Oct"),
    ("2025-10-26", "Sun 26 Oct 2025", "Sun 26 Oct"),
    ("2025-05-01", "Thu 1 May 2025", "Thu 1 May"),
    ("2025-10-2X", "20–29 Oct 2025", "20–29 Oct"),
    ("2025-10-0X", "1–9 Oct 2025", "1–9 Oct"),
    ("2025-04-3X", "Wed 30 Apr 2025", "Wed 30 Apr"),
    ("2025-10-XX", "a day in Oct 2025", "a day in Oct"),
    ("2025-1X", "Oct–Dec 2025", "Oct–Dec"),
    ("2025-XX", "a month in 2025", "a month in 2025"),
    ("2025-XX-XX", "a day in 2025", "a day in 2025"),
    ("2025-10-26?", "perhaps Sun 26 Oct 2025", "perhaps Sun 26 Oct"),
    ("2025-10-26~", "about Sun 26 Oct 2025", "about Sun 26 Oct"),
    ("2025-10%", "perhaps about Oct 2025", "perhaps about Oct"),
    ("2025-10-26/2025-10-27", "Sun 26 – Mon 27 Oct 2025", "Sun 26 – Mon 27 Oct"),
    ("2025-10-26~/2025-10-27", "about Sun 26 – Mon 27 Oct 2025", "about Sun 26 – Mon 27 Oct"),
    ("2025-10-31/2025-11-01", "Fri 31 Oct – Sat 1 Nov 2025", "Fri 31 Oct – Sat 1 Nov"),
    ("2025-12-31/2026-01-01", "Wed 31 Dec 2025 – Thu 1 Jan 2026", "Wed 31 Dec 2025 – Thu 1 Jan 2026"),
    ("2025-10-26/2025-10-26", "Sun 26 Oct 2025", "Sun 26 Oct"),
    ("2025-10/2025-11", "Oct – Nov 2025", "Oct – Nov"),
    ("2025-10/2025-10", "Oct – Oct 2025", "Oct – Oct"),
    ("2025/2026", "2025 – 2026", "2025 – 2026"),
    ("2025/2025-11", "2025 – Nov 2025", "2025 – Nov 2025"),
    ("2025-10-26/2025-11", "Sun 26 Oct – Nov 2025", "Sun 26 Oct – Nov"),
    ("2025-10-2X/2025-10-31", "20–29 Oct – Fri 31 Oct 2025", "20–29 Oct – Fri 31 Oct"),
    ("2025-10-26/..", "from Sun 26 Oct 2025", "from Sun 26 Oct"),
    ("../2025-10-26", "until Sun 26 Oct 2025", "until Sun 26 Oct"),
    ("2025-10-26/", "from Sun 26 Oct 2025 (end not known)", "from Sun 26 Oct (end not known)"),
    ("/2025-10-26", "until Sun 26 Oct 2025 (start not known)", "until Sun 26 Oct (start not known)"),
    ("2025-10-26T19:30", "Sun 26 Oct 2025, 19:30", "Sun 26 Oct, 19:30"),
    ("2025-10-26T09:05:07", "Sun 26 Oct 2025, 09:05:07", "Sun 26 Oct, 09:05:07"),
    ("2025-10-26T10:00~", "Sun 26 Oct 2025, about 10:00", "Sun 26 Oct, about 10:00"),
    ("2025-10-26T10:00?", "Sun 26 Oct 2025, perhaps 10:00", "Sun 26 Oct, perhaps 10:00"),
    ("2025-10-26T19:30/21:00", "Sun 26 Oct 2025, 19:30–21:00", "Sun 26 Oct, 19:30–21:00"),
    ("2025-10-26T19:30~/21:00", "Sun 26 Oct 2025, about 19:30 – 21:00", "Sun 26 Oct, about 19:30 – 21:00"),
    ("2025-10-26T19:30/19:30", "Sun 26 Oct 2025, 19:30", "Sun 26 Oct, 19:30"),
    ("2025-10-26/2025-10-26T21:00", "Sun 26 Oct 2025, until 21:00", "Sun 26 Oct, until 21:00"),
    ("2025-10-26T19:30/2025-10-26", "Sun 26 Oct 2025, from 19:30", "Sun 26 Oct, from 19:30"),
    (
        "2025-10-26T22:00/2025-10-27T01:30",
        "Sun 26 Oct, 22:00 – Mon 27 Oct 2025, 01:30",
        "Sun 26 Oct, 22:00 – Mon 27 Oct, 01:30",
    ),
    ("2025-10-26T19:30/..", "from Sun 26 Oct 2025, 19:30", "from Sun 26 Oct, 19:30"),
    ("0999-01-05", "Sat 5 Jan 999", "Sat 5 Jan"),
]


@pytest.mark.parametrize(("text", "full", "without_year"), SHOWN)
def test_dates_are_shown_in_words(text: str, full: str, without_year: str) -> None:
    """Every form has its words, with and without the year."""
    when = parse_when(text)
    assert show(when) == full
    assert show(when, year=False) == without_year


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-10-26", "Sunday 26 October 2025"),
        ("2025-10-26/2025-10-27", "Sunday 26 – Monday 27 October 2025"),
        ("2025-1X", "October–December 2025"),
    ],
)
def test_long_names(text: str, words: str) -> None:
    """Agendas and handouts write names in full."""
    assert show(parse_when(text), long=True) == words


def test_the_zone_is_named_where_there_is_a_time() -> None:
    """A time says whose it is; a date has no need to."""
    label = place_time("Kuala Lumpur")
    assert (
        show(parse_when("2025-10-26T10:00"), zone_label=label) == "Sun 26 Oct 2025, 10:00, Kuala Lumpur time"
    )
    assert show(parse_when("2025-10-26"), zone_label=label) == "Sun 26 Oct 2025"
    assert show(parse_when("2025-10-26T10:00/"), zone_label=label).endswith(
        "10:00, Kuala Lumpur time (end not known)"
    )


@given(WHENS, st.booleans(), st.booleans())
def test_no_time_is_shown_that_was_not_written(when: When, year: bool, long: bool) -> None:
    """A date without a time is never shown as midnight; a written one always shows."""
    text = show(when, year=year, long=long, zone_label="Tokyo time")
    assert (":" in text) == when.has_time == text.count("Tokyo time")
    if "00:00" not in when.text:
        assert "00:00" not in text


@given(WHENS, st.booleans())
def test_doubt_is_always_shown(when: When, year: bool) -> None:
    """No display passes off an uncertain or approximate date as a sure one, nor the other way round."""
    text = show(when, year=year)
    assert ("perhaps" in text) == when.uncertain
    assert ("about" in text) == when.approximate


@given(WHENS)
def test_what_is_shown_is_clean(when: When) -> None:
    """One line without gaps, leftovers of patterns, or anything that HTML would have to escape."""
    text = show(when)
    assert text == " ".join(text.split())
    assert not set("{}<>&\"'") & set(text)
    assert all(str(side.earliest.year) in text for side in when.sides[-1:])


def test_day_names() -> None:
    """Weekdays come from the calendar: 26 October 2025 was a Sunday."""
    assert day_name(date(2025, 10, 26)) == "Sun"
    assert day_name(date(2025, 10, 29), long=True) == "Wednesday"


def test_day_of_month() -> None:
    """A day with its month, and nothing else."""
    assert day_of_month(date(2025, 11, 1)) == "1 Nov"


HOURS = [
    ("2025-10-26", ""),
    ("2025-10", ""),
    ("2025-10-26T19:30", "19:30"),
    ("2025-10-26T10:00~", "about 10:00"),
    ("2025-10-26T19:30/21:00", "19:30–21:00"),
    ("2025-10-26T19:30~/21:00", "about 19:30 – 21:00"),
    ("2025-10-26T19:30/19:30", "19:30"),
    ("2025-10-26/2025-10-26T21:00", "until 21:00"),
    ("2025-10-26?/2025-10-26T21:00", "until 21:00"),
    ("2025-10-26T19:30/2025-10-26", "from 19:30"),
    ("2025-10-26T19:30/2025-10-26?", "from 19:30"),
    ("2025-10-26T22:00/2025-10-27T01:30", ""),
    ("2025-10-26T19:30/..", ""),
    ("../2025-10-26T19:30", ""),
    ("2025-10-26T19:30/", ""),
]


@pytest.mark.parametrize(("text", "told"), HOURS, ids=[text for text, _ in HOURS])
def test_hours(text: str, told: str) -> None:
    """The times of what lies on one day; nothing of what doesn't, or has none."""
    assert hours(parse_when(text)) == told


@given(WHENS)
def test_hours_stand_behind_the_date(when: When) -> None:
    """What lies on one day and has a time has hours; the whole text ends with them, unless it says the day twice."""
    told = hours(when)
    assert bool(told) == (when.day is not None and when.has_time)
    if told:
        assert show(when).endswith(f", {told}") or told.startswith(("from ", "until "))


def test_another_language() -> None:
    """Every part comes from the catalogue: names of days and months in both lengths, and the order of all."""
    other = {
        **words(),
        "date_day": "{year}. {month} {day}, {weekday}",
        "date_october_short": "okt",
        "date_october": "október",
    }
    other |= {
        "date_sunday_short": "V",
        "date_approximate": "{span} körül",
        "date_with_time": "{date} · {time}",
    }
    with speaking(other):
        assert show(parse_when("2025-10-26T10:00~")) == "2025. okt 26, V · 10:00 körül"
        assert show(parse_when("2025-10-27"), long=True) == "2025. október 27, Monday"
        assert hours(parse_when("2025-10-26T10:00~")) == "10:00 körül"
    assert show(parse_when("2025-10-26T10:00~")) == "Sun 26 Oct 2025, about 10:00"


def test_the_patterns_are_plain() -> None:
    """A translator can reorder each pattern: its fields are named, and none has a format of its own."""
    patterns = [text for key, text in words().items() if key.startswith("date_") and "{" in text]
    assert len(patterns) > 15
    for pattern in patterns:
        fields = [
            (name, spec, conversion)
            for _, name, spec, conversion in string.Formatter().parse(pattern)
            if name
        ]
        assert fields
        assert all(
            name.replace("_", "").isalpha() and not spec and not conversion
            for name, spec, conversion in fields
        )
