"""Where a date stands on a grid of days: which days it covers, from which hour to which, and how sure its ends are.

Days are those of the place's own calendar; no zone shifts them. A date that doesn't name its days (a month, a
day of the 20s) has no extent: a bar over all days that it may be would claim what nobody said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from touratlas.dates import Edge, Endpoint

if TYPE_CHECKING:
    from touratlas.dates import When

DAY_SECONDS = 86_400
SHORTEST_BAR = 0.5  # of a day: what is known by the hour and shorter is a lozenge at its hour


class End(StrEnum):
    """How one end of a bar is drawn."""

    SURE = "sure"  # with an end stroke
    UNSURE = "unsure"  # without: uncertain, approximate, or there is an end that isn't known
    OPEN = "open"  # fading: there is none, or it lies ahead
    CUT = "cut"  # the bar goes on beyond the days that are shown


@dataclass(frozen=True, slots=True)
class Extent:
    """The days `first` to `last`; on the first it begins at `start`, on the last it ends at `end` (both in
    shares of a day, 0 to 1). `lozenge`: it is drawn as a mark at its hour, `start`, not as a bar.
    """

    first: date
    last: date
    start: float
    end: float
    begins: End
    ends: End
    lozenge: bool

    def covers(self, first: date, last: date) -> bool:
        """Whether any of it lies on the days `first` to `last`."""
        return self.first <= last and first <= self.last


def extent_of(when: When | None) -> Extent | None:
    """The extent of a date; None where there is no date, or a side of it is no known day.

    An open end reaches one day beyond the last known one, in which it fades; an end that exists but isn't
    known closes the day of the other end, without a stroke.
    """
    if when is None or not when.sides or any(side.day is None for side in when.sides):
        return None
    first, start, begins = _first(when)
    last, end, ends = _last(when)
    length = (last - first).days + end - start
    lozenge = _has_hour(when.start) and End.OPEN not in (begins, ends) and length < SHORTEST_BAR
    if _has_hour(when.start) and when.end is None:
        lozenge, end = True, start
    return Extent(first, last, start, max(end, start) if first == last else end, begins, ends, lozenge)


def _has_hour(side: Endpoint | Edge) -> bool:
    return isinstance(side, Endpoint) and side.time is not None


def _first(when: When) -> tuple[date, float, End]:
    side = when.start
    if isinstance(side, Endpoint):
        return side.earliest, _share(side, 0.0), _sureness(side)
    known = when.sides[0].earliest
    if side is Edge.UNKNOWN:
        return known, 0.0, End.UNSURE
    return (known - timedelta(days=1) if known > date.min else known), 0.0, End.OPEN


def _last(when: When) -> tuple[date, float, End]:
    side = when.last
    if isinstance(side, Endpoint):
        return side.latest, _share(side, 1.0), _sureness(side)
    known = when.sides[-1].latest
    if side is Edge.UNKNOWN:
        return known, 1.0, End.UNSURE
    return (known + timedelta(days=1) if known < date.max else known), 1.0, End.OPEN


def _share(side: Endpoint, default: float) -> float:
    return default if side.seconds is None else side.seconds / DAY_SECONDS


def _sureness(side: Endpoint) -> End:
    return End.UNSURE if side.qualified else End.SURE
