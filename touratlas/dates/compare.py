"""Two dates compared, and the days that one covers.

Days are compared as they stand in the places' own calendars, and times by the clock, so both dates should be
told in one place's time; across places compare :func:`touratlas.dates.utc_bounds`. A time that is uncertain
or approximate counts as its whole day: "about 10:00" is not surely before 10:05. Qualified *days* are taken
as written.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from touratlas.dates.when import Edge

if TYPE_CHECKING:
    from touratlas.dates.when import Endpoint, When

MOST_DAYS = 3_660  # ten years; nobody reads a grid of more days than that

_DAY = 86_400  # seconds
_Moment = tuple[int, int]  # ordinal of the day, seconds since its midnight


def within(inner: When, outer: When) -> bool:
    """Whether all of `inner` may lie inside the widest reading of `outer`.

    False as soon as a side of `inner` can't: its last possible moment is before `outer` begins, or its first
    possible one after `outer` ends. So a known day outside fails, while `2025-10` and `2025-10-2X` may lie
    within `2025-10-26/2025-10-27`. Open and unknown ends, of either, rule nothing out.
    """
    begins = None if isinstance(outer.start, Edge) else _first(outer.start)
    ends = None if isinstance(outer.last, Edge) else _last(outer.last)
    return all(
        (begins is None or begins <= _last(side)) and (ends is None or _first(side) <= ends)
        for side in inner.sides
    )


def before(a: When, b: When) -> bool:
    """Whether `a` surely ends before `b` begins: by the day, or by the clock within one day.

    The clock counts where both have a sure time. Never true where `a` has no known end or `b` no known start.
    """
    if isinstance(a.last, Edge) or isinstance(b.start, Edge):
        return False
    return _last(a.last) < _first(b.start)


def days(when: When) -> tuple[date, ...] | None:
    """The days of the widest reading, in order, for a grid of days.

    None where an end is open or unknown, or where there are more than :data:`MOST_DAYS` days.
    """
    first, last = when.earliest, when.latest
    if first is None or last is None or (last - first).days >= MOST_DAYS:
        return None
    return tuple(map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)))


def _first(side: Endpoint) -> _Moment:
    seconds = None if side.qualified else side.seconds
    return side.earliest.toordinal(), 0 if seconds is None else seconds


def _last(side: Endpoint) -> _Moment:
    seconds = None if side.qualified else side.seconds
    return side.latest.toordinal(), _DAY - 1 if seconds is None else seconds
