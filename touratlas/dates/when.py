"""The values that a date is read into: `When`, its one or two sides, and what is known of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time, timedelta

_LAST_ORDINAL = 4_000_000  # later than date.max.toordinal(), which is 3,652,059

SortKey = tuple[int, int, int, int, str]


class Precision(StrEnum):
    """How exactly one side of a date is given, from coarse to fine.

    `MONTHS` and `DAYS` are what EDTF calls unspecified digits: *one* month or day, of which only a range is
    known.
    """

    YEAR = "year"
    MONTHS = "months"
    MONTH = "month"
    DAYS = "days"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Edge(StrEnum):
    """A side of an interval that has no date."""

    OPEN = "open"  # written `..`: the interval goes on, or there is no date on purpose
    UNKNOWN = "unknown"  # written as nothing: there is a date, but it is not known


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One side of a date: the day it falls on, or the days it may fall on, and the time where one is given.

    `earliest` and `latest` are the first and last possible day (equal for a known day); `time` is local to
    the place and only given for a known day; `offset` is local time minus UTC, where it is written.
    `uncertain` (`?`) and `approximate` (`~`) speak of the time where there is one, else of the day; they move
    no bound, since nobody knows by how much.
    """

    earliest: date
    latest: date
    time: time | None
    offset: timedelta | None
    uncertain: bool
    approximate: bool
    precision: Precision

    @property
    def day(self) -> date | None:
        """The day, where it is a single one."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def seconds(self) -> int | None:
        """Seconds from local midnight to the time by the clock, where there is a time."""
        if self.time is None:
            return None
        return (self.time.hour * 60 + self.time.minute) * 60 + self.time.second

    @property
    def qualified(self) -> bool:
        """Whether it is uncertain or approximate."""
        return self.uncertain or self.approximate


@dataclass(frozen=True, slots=True, repr=False)
class When:
    """A date, a time, or an interval of them.

    `text` is what was written. `start` is the date itself, or the first side of an interval; `end` is None
    where it is no interval. Two are equal if they were written alike; two texts mean the same where `start`
    and `last` are equal.
    """

    text: str
    start: Endpoint | Edge
    end: Endpoint | Edge | None

    def __repr__(self) -> str:
        return f"When({self.text!r})"

    @property
    def last(self) -> Endpoint | Edge:
        """The second side of an interval; else the date itself."""
        return self.start if self.end is None else self.end

    @property
    def sides(self) -> tuple[Endpoint, ...]:
        """The sides that have a date: one or two."""
        both = (self.start,) if self.end is None else (self.start, self.end)
        return tuple(side for side in both if isinstance(side, Endpoint))

    @property
    def earliest(self) -> date | None:
        """The first day of the widest reading; None where the start is open or unknown."""
        return None if isinstance(self.start, Edge) else self.start.earliest

    @property
    def latest(self) -> date | None:
        """The last day of the widest reading; None where the end is open or unknown."""
        last = self.last
        return None if isinstance(last, Edge) else last.latest

    @property
    def day(self) -> date | None:
        """The day, where all of it lies on a single one (which may still be qualified by `?` or `~`)."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def is_interval(self) -> bool:
        """Whether it was written with a slash."""
        return self.end is not None

    @property
    def has_time(self) -> bool:
        """Whether any side has a time of day."""
        return any(side.time is not None for side in self.sides)

    @property
    def uncertain(self) -> bool:
        """Whether any side is qualified by `?` or `%`."""
        return any(side.uncertain for side in self.sides)

    @property
    def approximate(self) -> bool:
        """Whether any side is qualified by `~` or `%`."""
        return any(side.approximate for side in self.sides)

    @property
    def sort_key(self) -> SortKey:
        """Orders by earliest day, time, latest day and end time; the text makes the order total.

        What has no known start comes first, a day without a time before its times, and what ends earlier
        before what ends later or never.
        """
        first, last = self.earliest, self.latest
        return (
            0 if first is None else first.toordinal(),
            _seconds(self.start),
            _LAST_ORDINAL if last is None else last.toordinal(),
            _seconds(self.last),
            self.text,
        )


def _seconds(side: Endpoint | Edge) -> int:
    """Seconds since local midnight, -1 where there is no time."""
    seconds = None if isinstance(side, Edge) else side.seconds
    return -1 if seconds is None else seconds
