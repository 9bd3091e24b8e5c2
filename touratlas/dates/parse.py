"""Text → When: strict, in linear time, with messages for people.

A date is read side by side with two regular expressions that can't backtrack over more than a few characters;
what a calendar forbids is said by its own message, and what the writer may have meant is looked for only
after a failure.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time, timedelta
from typing import NamedTuple

from touratlas.dates.when import Edge, Endpoint, Precision, When
from touratlas.errors import DateError
from touratlas.wording import shown

LONGEST = 64  # characters; the longest text of the subset has 53
MOST_OFFSET = 14 * 60  # minutes, as in XML Schema 1.1 part 2, section 3.3.7

_FORMS = (
    "a date such as 2025-10-26, 2025-10 or 2025-10-2X, a time such as 2025-10-26T19:30, "
    "or two of these with a slash between them"
)
_CLOCK_FORM = (
    r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?P<offset>Z|[+-][0-9]{2}:[0-9]{2})?"
)
_DATE_FORM = r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}|[01]X|XX)(?:-(?P<day>[0-9]{2}|[0-3]X|XX))?)?"
_QUALIFIER_FORM = r"(?P<qualifier>[?~%]?)"
_DATE = re.compile(rf"{_DATE_FORM}(?:T(?P<clock>{_CLOCK_FORM}))?{_QUALIFIER_FORM}")
_CLOCK = re.compile(rf"{_CLOCK_FORM}{_QUALIFIER_FORM}")
_EDGES = {"..": Edge.OPEN, "": Edge.UNKNOWN}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class _Span(NamedTuple):
    earliest: date
    latest: date
    precision: Precision


def parse_when(text: str) -> When:
    """Read a date, a time or an interval in the subset of EDTF that :mod:`touratlas.dates` documents.

    Raises :class:`touratlas.errors.DateError` for everything else: its message says what is wrong, `expected`
    what would have been right, and `meant` is a corrected text where one can be told (it is always one that
    can be read).

    >>> parse_when("2025-10-26T19:30/21:00").day
    datetime.date(2025, 10, 26)
    """
    if len(text) > LONGEST:
        raise DateError(f"{shown(text)} is too long for a date ({len(text):,} characters)", expected=_FORMS)
    try:
        return _read(text)
    except DateError as problem:
        if not problem.meant:
            from touratlas.dates.guess import candidates  # only now: its expressions take 5 ms to compile

            problem.meant = next(filter(_readable, candidates(text)), "")
        raise


def _readable(text: str) -> bool:
    try:
        _read(text)
    except DateError:
        return False
    return True


def _read(text: str) -> When:
    sides = text.split("/")
    if len(sides) == 1:
        if text in _EDGES:
            raise DateError(f"{shown(text)} names no date" if text else "The date is empty", expected=_FORMS)
        return When(text, _endpoint(text), None)
    if len(sides) > 2:
        raise DateError(
            f"{shown(text)} has more than one slash",
            expected="hyphens inside a date, and one slash between the two ends of an interval",
        )
    start = _side(sides[0])
    end = _short_end(sides[1], start) or _side(sides[1])
    if isinstance(start, Endpoint) and isinstance(end, Endpoint):
        _refuse_reversed(text, start, end)
    elif isinstance(start, Edge) and isinstance(end, Edge):
        raise DateError(
            f"{shown(text)} names no date on either side of the slash",
            expected="at least one date; leave the date out altogether where none is known",
        )
    return When(text, start, end)


def _side(text: str) -> Endpoint | Edge:
    edge = _EDGES.get(text)
    return _endpoint(text) if edge is None else edge


def _endpoint(text: str) -> Endpoint:
    match = _DATE.fullmatch(text)
    if match is None:
        raise DateError(f"{shown(text)} is not a date", expected=_FORMS)
    span = _span(match)
    if match["clock"] is None:
        return Endpoint(*span[:2], None, None, *_qualifiers(match), span.precision)
    if span.precision is not Precision.DAY:
        raise DateError(
            f"{shown(text)} has a time, but no exact day",
            expected="a full date before a time, as in 2025-10-26T19:30",
        )
    return _with_clock(span.earliest, match)


def _short_end(text: str, start: Endpoint | Edge) -> Endpoint | None:
    """The second side of an interval where it is only a time: on the day, and at the offset, of the first."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    if isinstance(start, Edge) or start.time is None:
        raise DateError(
            f"{shown(text)} is only a time, and the side before it has none",
            expected="a time alone only behind a date with a time, as in 2025-10-26T19:30/21:00",
        )
    return _with_clock(start.earliest, match, start.offset)


def _with_clock(day: date, match: re.Match[str], offset: timedelta | None = None) -> Endpoint:
    precision = Precision.MINUTE if match["second"] is None else Precision.SECOND
    given = offset if match["offset"] is None else _offset(match["offset"])
    return Endpoint(day, day, _time(match), given, *_qualifiers(match), precision)


def _span(match: re.Match[str]) -> _Span:
    year = int(match["year"])
    if year == 0:
        raise DateError("There is no year 0000", expected="a year from 0001 to 9999")
    month, day = match["month"], match["day"]
    if month is None:
        return _Span(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
    if "X" in month:
        return _in_some_month(year, month, day)
    return _in_month(year, _month(month, day), day)


def _in_some_month(year: int, month: str, day: str | None) -> _Span:
    if day is not None and (month, day) != ("XX", "XX"):
        raise DateError(
            f"{shown(f'{year:04}-{month}-{day}')} gives a day of a month that is not known",
            expected=f"{year:04}-XX-XX for some day of the year, {year:04}-{month} for some month",
        )
    first, last = {"XX": (1, 12), "0X": (1, 9), "1X": (10, 12)}[month]
    precision = Precision.MONTHS if day is None else Precision.DAYS
    return _Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]), precision)


def _in_month(year: int, month: int, day: str | None) -> _Span:
    length = monthrange(year, month)[1]
    if day is None:
        return _Span(date(year, month, 1), date(year, month, length), Precision.MONTH)
    if "X" not in day:
        first = last = int(day)
    elif day == "XX":
        first, last = 1, length
    else:
        first = max(int(day[0]) * 10, 1)
        last = min(int(day[0]) * 10 + 9, length)
    if not 1 <= first <= last <= length:
        raise DateError(
            f"{_MONTHS[month - 1]} {year} has {length} days, so there is no day {day}",
            expected=f"a day from 01 to {length}",
        )
    return _Span(
        date(year, month, first), date(year, month, last), Precision.DAYS if "X" in day else Precision.DAY
    )


def _month(text: str, day: str | None) -> int:
    month = int(text)
    if 1 <= month <= 12:
        return month
    if 21 <= month <= 41 and day is None:  # LoC EDTF, level 1 "Seasons" and level 2 "Sub-year groupings"
        raise DateError(
            f"{text} in place of a month is a season or a quarter of EDTF, which is not supported",
            expected="a month from 01 to 12, or an interval of months",
        )
    raise DateError(f"There is no month {text}", expected="a month from 01 to 12")


def _time(match: re.Match[str]) -> time:
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if hour > 23:
        raise DateError(
            f"There is no hour {hour}",
            expected="an hour from 00 to 23; midnight is 00:00 of the day that begins with it",
        )
    if minute > 59 or second > 59:
        part, value = ("minute", minute) if minute > 59 else ("second", second)
        raise DateError(f"There is no {part} {value}", expected=f"a {part} from 00 to 59")
    return time(hour, minute, second)


def _offset(text: str) -> timedelta:
    if text == "Z":
        return timedelta()
    hours, minutes = int(text[1:3]), int(text[4:6])
    total = hours * 60 + minutes
    if minutes > 59 or total > MOST_OFFSET or text == "-00:00":
        raise DateError(
            f"{shown(text)} is not a UTC offset",
            expected="Z, or an offset from -14:00 to +14:00 such as +08:00",
        )
    return timedelta(minutes=-total if text[0] == "-" else total)


def _qualifiers(match: re.Match[str]) -> tuple[bool, bool]:
    mark = match["qualifier"]
    return mark in {"?", "%"}, mark in {"~", "%"}


def _refuse_reversed(text: str, start: Endpoint, end: Endpoint) -> None:
    """Raise where no reading of the two sides puts the start before the end."""
    if start.earliest < end.latest:
        return
    first, second = text.split("/")
    if start.earliest > end.latest:
        raise _reversed(text, f"{second}/{first}")
    if start.seconds is None or end.seconds is None:
        return
    length = end.seconds - start.seconds
    if (
        start.offset is not None and end.offset is not None
    ):  # the same clock time comes twice when clocks are put back
        length -= round((end.offset - start.offset).total_seconds())
    if length >= 0:
        return
    if _CLOCK.fullmatch(second) is None:
        raise _reversed(text, f"{second}/{first}")
    if start.earliest == date.max:
        raise _reversed(text, "")
    raise _reversed(text, f"{first}/{start.earliest + timedelta(days=1)}T{second}")


def _reversed(text: str, meant: str) -> DateError:
    return DateError(
        f"{shown(text)} ends before it begins",
        expected="the earlier side first; a time alone behind the slash is on the same day",
        meant=meant,
    )
