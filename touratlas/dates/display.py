"""Dates in English words, as they are shown to readers. A date without a time is never shown as midnight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.dates.when import Edge, Endpoint, Precision

if TYPE_CHECKING:
    from datetime import date

    from touratlas.dates.when import When

# All words and patterns that are shown, so that they can move to a catalogue.
WORDS = {
    "day": "{weekday} {day} {month} {year}",
    "some days": "{day}–{last_day} {month} {year}",
    "month": "{month} {year}",
    "some months": "{month}–{last_month} {year}",
    "year": "{year}",
    "a day of": "a day in {span}",
    "a month of": "a month in {span}",
    "uncertain": "perhaps {span}",
    "approximate": "about {span}",
    "uncertain and approximate": "perhaps about {span}",
    "date and time": "{date}, {time}",
    "with zone": "{span}, {zone}",
    "zone": "{place} time",
    "interval": "{start} – {end}",
    "times": "{start}–{end}",
    "from": "from {span}",
    "until": "until {span}",
    "start unknown": "{span} (start not known)",
    "end unknown": "{span} (end not known)",
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SHORT = 3  # letters of a short weekday or month


@dataclass(frozen=True, slots=True)
class _Parts:
    """Which parts of a date are written, and how."""

    long: bool
    year: bool = True
    month: bool = True


def day_name(day: date, *, long: bool = False) -> str:
    """The English weekday: `Sun`, or `Sunday` if `long`."""
    return _name(WEEKDAYS, day.weekday(), long=long)


def place_time(place: str) -> str:
    """What a place's own time is called, for `zone_label` of :func:`show`: `Kuala Lumpur time`."""
    return WORDS["zone"].format(place=place)


def show(when: When, *, zone_label: str | None = None, year: bool = True, long: bool = False) -> str:
    """A date as English text: `Sun 26 – Mon 27 Oct 2025`, `Sun 26 Oct 2025, about 10:00, Kuala Lumpur time`.

    `zone_label` is added where there is a time, as it stands. Without `year`, years are left out where they
    can be missed: not where a date says no more than its year, nor where the two ends of an interval have
    different ones. `long` writes weekdays and months in full. The text is not escaped for HTML (nothing in it
    but `zone_label` needs it).
    """
    text = _span(when, _Parts(long, year))
    if zone_label and when.has_time:
        text = WORDS["with zone"].format(span=text, zone=zone_label)
    if Edge.UNKNOWN in (when.start, when.last):
        text = WORDS["start unknown" if when.start is Edge.UNKNOWN else "end unknown"].format(span=text)
    return text


def _span(when: When, parts: _Parts) -> str:
    start, last = when.start, when.last
    if isinstance(start, Edge):
        return "" if isinstance(last, Edge) else WORDS["until"].format(span=_side(last, parts))
    if isinstance(last, Edge):
        return WORDS["from"].format(span=_side(start, parts))
    if when.end is None or _same(start, last):
        return _side(start, parts)
    return _interval(start, last, parts)


def _interval(start: Endpoint, end: Endpoint, parts: _Parts) -> str:
    if hours := _hours(start, end):
        return WORDS["date and time"].format(date=_date(start, parts), time=hours)
    first, second = _shared(start, end, parts)
    return WORDS["interval"].format(start=_side(start, first), end=_side(end, second))


def _same(start: Endpoint, end: Endpoint) -> bool:
    """Whether both sides are one day or time, so that it need not be said twice."""
    return start == end and start.day is not None


def _hours(start: Endpoint, end: Endpoint) -> str:
    """The times of an interval within one day; nothing where it is no such interval."""
    if start.day is None or start.day != end.day:
        return ""
    first, second = _time(start), _time(end)
    if first and second:
        return WORDS["interval" if start.qualified or end.qualified else "times"].format(
            start=first, end=second
        )
    if first and not end.qualified:
        return WORDS["from"].format(span=first)
    return WORDS["until"].format(span=second) if second and not start.qualified else ""


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
    return _pattern(side) == "year"


def _side(side: Endpoint, parts: _Parts) -> str:
    if side.time is None:
        return _qualified(side, _date(side, parts))
    return WORDS["date and time"].format(date=_date(side, parts), time=_time(side))


def _date(side: Endpoint, parts: _Parts) -> str:
    first, last = side.earliest, side.latest
    words = WORDS[_pattern(side)].format(
        weekday=day_name(first, long=parts.long),
        day=first.day,
        last_day=last.day,
        month=_name(MONTHS, first.month - 1, long=parts.long) if parts.month else "",
        last_month=_name(MONTHS, last.month - 1, long=parts.long),
        year=first.year if parts.year or _is_year(side) else "",
    )
    words = " ".join(words.split())
    if side.precision is Precision.DAYS and (last - first).days > 9:
        return WORDS["a day of"].format(span=words)
    if side.precision is Precision.MONTHS and _is_year(side):
        return WORDS["a month of"].format(span=words)
    return words


def _pattern(side: Endpoint) -> str:
    """Which pattern of WORDS says the days from `earliest` to `latest`."""
    first, last = side.earliest, side.latest
    if first == last:
        return "day"
    if first.month != last.month:
        return "year" if (first.month, last.month) == (1, 12) else "some months"
    return "some days" if (last - first).days <= 9 else "month"


def _time(side: Endpoint) -> str:
    """The time with its qualifier; nothing where there is none."""
    if side.time is None:
        return ""
    clock = side.time.isoformat("seconds" if side.precision is Precision.SECOND else "minutes")
    return _qualified(side, clock)


def _qualified(side: Endpoint, text: str) -> str:
    if not side.qualified:
        return text
    marks = [
        word for word, is_so in (("uncertain", side.uncertain), ("approximate", side.approximate)) if is_so
    ]
    return WORDS[" and ".join(marks)].format(span=text)


def _name(names: tuple[str, ...], index: int, *, long: bool) -> str:
    return names[index] if long else names[index][:SHORT]
