"""A date in the forms that others read: HTML's `<time datetime>`, and EDTF without our extension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.dates.when import Edge, Endpoint, Precision, When

if TYPE_CHECKING:
    from datetime import timedelta

_EDGES = {Edge.OPEN: "..", Edge.UNKNOWN: ""}
_RANGES = frozenset({Precision.MONTHS, Precision.DAYS})


def iso_attribute(when: When) -> str | None:
    """A valid value of HTML's `<time datetime>`: a year, month, day, local time, or a time with its offset.

    None for what that attribute can't say truly: intervals, unspecified digits, and uncertain or approximate
    days. Where only the time is uncertain or approximate, the day. Source: HTML Living Standard, section
    4.5.14, "The time element".
    """
    side = when.start
    if when.is_interval or isinstance(side, Edge) or side.precision in _RANGES:
        return None
    if side.qualified:
        return None if side.time is None else side.earliest.isoformat()
    return _date_time(side)


def to_edtf(when: When) -> str:
    """The nearest form of EDTF level 0, 1 or 2, without times that EDTF lacks.

    - A time gets its seconds. EDTF has no time that is qualified: the day takes the qualifier instead.
    - EDTF has no time of day in an interval: the interval is one of days, and a single day where it begins
      and ends on the same one with the same qualifier.
    - The specification shows no qualified `2025-10-2X`, and none beside an open or qualified end: there the
      whole month (or year) stands for the unspecified digits, which is wider but never wrong.
    - `2025-1X` is written as the set `[2025-10..2025-12]`, which means the same (one of these) and which edtf
      5.0.2 reads.

    Source: Library of Congress, EDTF Specification of 4 February 2019
    (https://www.loc.gov/standards/datetime/).
    """
    if when.end is None:
        return "" if isinstance(when.start, Edge) else _single(when.start)
    plain = all(isinstance(side, Endpoint) and not side.qualified for side in (when.start, when.end))
    first, second = (_of_interval(side, plain=plain) for side in (when.start, when.end))
    return first if when.has_time and first == second else f"{first}/{second}"


def _single(side: Endpoint) -> str:
    if side.time is not None:
        return f"{side.earliest}{_qualifier(side)}" if side.qualified else _date_time(side, seconds=True)
    if side.precision is Precision.MONTHS and _digit(side) != "X" and not side.qualified:
        return f"[{side.earliest.isoformat()[:7]}..{side.latest.isoformat()[:7]}]"
    whole = side.precision not in _RANGES or _digit(side) == "X"
    return (_date(side) if whole or not side.qualified else _wider(side)) + _qualifier(side)


def _of_interval(side: Endpoint | Edge, *, plain: bool) -> str:
    """One side; `plain` where neither is open, unknown or qualified: unspecified digits may stand there."""
    if isinstance(side, Edge):
        return _EDGES[side]
    if side.precision in _RANGES and not (plain and side.precision is Precision.DAYS):
        return _wider(side) + _qualifier(side)
    return _date(side) + _qualifier(side)


def _date(side: Endpoint) -> str:
    """The date alone, as it was written."""
    year, month = side.earliest.isoformat()[:4], side.earliest.isoformat()[:7]
    match side.precision:
        case Precision.YEAR:
            return year
        case Precision.MONTH:
            return month
        case Precision.MONTHS:
            return f"{year}-{_digit(side)}X"
        case Precision.DAYS:
            return f"{year}-XX-XX" if _spans_months(side) else f"{month}-{_digit(side)}X"
        case _:
            return side.earliest.isoformat()


def _digit(side: Endpoint) -> str:
    """The first digit of a month or day whose second one is unspecified: `X` where both are."""
    if side.precision is Precision.MONTHS:
        return "X" if side.earliest.month == 1 and side.latest.month == 12 else str(side.latest.month // 10)
    following = side.latest.toordinal() - side.earliest.toordinal()
    return "X" if following > 9 else str(side.latest.day // 10)


def _wider(side: Endpoint) -> str:
    """The whole month, or the whole year, that the unspecified digits are of."""
    text = side.earliest.isoformat()
    return text[:4] if side.precision is Precision.MONTHS or _spans_months(side) else text[:7]


def _spans_months(side: Endpoint) -> bool:
    return side.earliest.month != side.latest.month


def _qualifier(side: Endpoint) -> str:
    if side.uncertain and side.approximate:
        return "%"
    return "?" if side.uncertain else "~" if side.approximate else ""


def _date_time(side: Endpoint, *, seconds: bool = False) -> str:
    """Day, time and offset, with `seconds` or where they were written; the date alone without a time."""
    if side.time is None:
        return _date(side)
    clock = side.time.isoformat("seconds" if seconds or side.precision is Precision.SECOND else "minutes")
    return f"{side.earliest}T{clock}{_offset(side.offset)}"


def _offset(offset: timedelta | None) -> str:
    if not offset:
        return "" if offset is None else "Z"
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
