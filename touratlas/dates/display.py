"""Dates in words, as they are shown to readers. A date without a time is never shown as midnight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.dates.when import Edge, Endpoint, Precision
from touratlas.interface import word

if TYPE_CHECKING:
    from datetime import date

    from touratlas.dates.when import When

# The names of days and months in the catalogue; behind each stands its short form, with `_short`.
WEEKDAYS = (
    *("date_monday", "date_tuesday", "date_wednesday", "date_thursday"),
    *("date_friday", "date_saturday", "date_sunday"),
)
MONTHS = (
    *("date_january", "date_february", "date_march", "date_april", "date_may", "date_june"),
    *("date_july", "date_august", "date_september", "date_october", "date_november", "date_december"),
)
SHORT = "_short"


@dataclass(frozen=True, slots=True)
class _Parts:
    """Which parts of a date are written, and how."""

    long: bool
    year: bool = True
    month: bool = True


def day_name(day: date, *, long: bool = False) -> str:
    """The weekday: `Sun`, or `Sunday` if `long`."""
    return _name(WEEKDAYS, day.weekday(), long=long)


def place_time(place: str) -> str:
    """What a place's own time is called, for `zone_label` of :func:`show`: `Kuala Lumpur time`."""
    return word("date_zone", place=place)


def day_of_month(day: date) -> str:
    """A day and its month alone, where weekday and year stand elsewhere: `1 Nov`."""
    return word("date_day_of_month", day=day.day, month=_name(MONTHS, day.month - 1, long=False))


def hours(when: When) -> str:
    """The times of a date that lies on one day, as :func:`show` tells them behind it: `about 10:00`, `19:30–21:00`,
    `from 19:30`; "" for other dates, and where there is no time.
    """
    start, last = when.start, when.last
    if when.day is None or not when.has_time or isinstance(start, Edge) or isinstance(last, Edge):
        return ""
    first = _time(start)
    if when.end is None or _same(start, last):
        return first
    told = _hours(start, last)
    if told:
        return told
    return word("date_from", span=first) if first else word("date_until", span=_time(last))


def show(when: When, *, zone_label: str | None = None, year: bool = True, long: bool = False) -> str:
    """A date in words: `Sun 26 – Mon 27 Oct 2025`, `Sun 26 Oct 2025, about 10:00, Kuala Lumpur time`.

    `zone_label` is added where there is a time, as it stands. Without `year`, years are left out where they
    can be missed: not where a date says no more than its year, nor where the two ends of an interval have
    different ones. `long` writes weekdays and months in full. The text is not escaped for HTML (nothing in it
    but `zone_label` needs it).
    """
    text = _span(when, _Parts(long, year))
    if zone_label and when.has_time:
        text = word("date_with_zone", span=text, zone=zone_label)
    if Edge.UNKNOWN in (when.start, when.last):
        text = word("date_start_unknown" if when.start is Edge.UNKNOWN else "date_end_unknown", span=text)
    return text


def _span(when: When, parts: _Parts) -> str:
    start, last = when.start, when.last
    if isinstance(start, Edge):
        return "" if isinstance(last, Edge) else word("date_until", span=_side(last, parts))
    if isinstance(last, Edge):
        return word("date_from", span=_side(start, parts))
    if when.end is None or _same(start, last):
        return _side(start, parts)
    return _interval(start, last, parts)


def _interval(start: Endpoint, end: Endpoint, parts: _Parts) -> str:
    if hours := _hours(start, end):
        return word("date_with_time", date=_date(start, parts), time=hours)
    first, second = _shared(start, end, parts)
    return word("date_interval", start=_side(start, first), end=_side(end, second))


def _same(start: Endpoint, end: Endpoint) -> bool:
    """Whether both sides are one day or time, so that it need not be said twice."""
    return start == end and start.day is not None


def _hours(start: Endpoint, end: Endpoint) -> str:
    """The times of an interval within one day; nothing where it is no such interval."""
    if start.day is None or start.day != end.day:
        return ""
    first, second = _time(start), _time(end)
    if first and second:
        either = start.qualified or end.qualified
        return word("date_interval" if either else "date_times", start=first, end=second)
    if first and not end.qualified:
        return word("date_from", span=first)
    return word("date_until", span=second) if second and not start.qualified else ""


def _shared(start: Endpoint, end: Endpoint, parts: _Parts) -> tuple[_Parts, _Parts]:
    """The parts of either side, less what the first can leave to the second."""
    same_year = start.earliest.year == end.earliest.year
    if not same_year or _is_year(start) or _is_year(end):
        both = _Parts(parts.long)
        return both, both
    days = start.precision is Precision.DAY is end.precision
    same_month = days and start.earliest.month == end.earliest.month
    return _Parts(parts.long, year=False, month=not same_month), parts


def _is_year(side: Endpoint) -> bool:
    """Whether a date says no more than its year, which then can't be left out."""
    return _pattern(side) == "date_year"


def _side(side: Endpoint, parts: _Parts) -> str:
    if side.time is None:
        return _qualified(side, _date(side, parts))
    return word("date_with_time", date=_date(side, parts), time=_time(side))


def _date(side: Endpoint, parts: _Parts) -> str:
    first, last = side.earliest, side.latest
    words = word(
        _pattern(side),
        weekday=day_name(first, long=parts.long),
        day=first.day,
        last_day=last.day,
        month=_name(MONTHS, first.month - 1, long=parts.long) if parts.month else "",
        last_month=_name(MONTHS, last.month - 1, long=parts.long),
        year=first.year if parts.year or _is_year(side) else "",
    )
    words = " ".join(words.split())
    if side.precision is Precision.DAYS and (last - first).days > 9:
        return word("date_a_day", span=words)
    if side.precision is Precision.MONTHS and _is_year(side):
        return word("date_a_month", span=words)
    return words


def _pattern(side: Endpoint) -> str:
    """Which pattern of the catalogue says the days from `earliest` to `latest`."""
    first, last = side.earliest, side.latest
    if first == last:
        return "date_day"
    if first.month != last.month:
        return "date_year" if (first.month, last.month) == (1, 12) else "date_some_months"
    return "date_some_days" if (last - first).days <= 9 else "date_month"


def _time(side: Endpoint) -> str:
    """The time with its qualifier; nothing where there is none."""
    if side.time is None:
        return ""
    clock = side.time.isoformat("seconds" if side.precision is Precision.SECOND else "minutes")
    return _qualified(side, clock)


def _qualified(side: Endpoint, text: str) -> str:
    if side.uncertain:
        return word("date_uncertain_approximate" if side.approximate else "date_uncertain", span=text)
    return word("date_approximate", span=text) if side.approximate else text


def _name(names: tuple[str, ...], index: int, *, long: bool) -> str:
    return word(names[index] if long else names[index] + SHORT)
