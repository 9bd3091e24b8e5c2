"""Dates in the time zone of their place: instants in UTC, and whether an offset or a time can be right there.

Zones come from the `tzdata` package and not from the operating system, so that the same tour gives the same
bytes on every machine. A local time that comes twice (clocks put back) or never (clocks put forward) is read
as PEP 495 says: `fold` 0 and 1 are the offsets before and after the change, and the wider reading is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from touratlas.dates.when import Edge, Endpoint
from touratlas.errors import UsageError
from touratlas.wording import shown

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from touratlas.dates.when import When

_NOT_PLACES = frozenset({"Factory"})  # tzdata's "zone not set yet"
_LAST_SECOND = time(23, 59, 59)


@cache
def zone_names() -> frozenset[str]:
    """The names of all zones of the IANA database, links such as `US/Pacific` included."""
    from importlib.resources import files

    return frozenset(files("tzdata").joinpath("zones").read_text("utf-8").split()) - _NOT_PLACES


def known_zone(zone: str) -> bool:
    """Whether `zone` is a name of the IANA database, in its own spelling: `Asia/Tokyo`, not `asia/tokyo`."""
    return zone in zone_names()


def utc_bounds(when: When, zone: str) -> tuple[datetime | None, datetime | None]:
    """First and last instant of the widest reading at a place in `zone`: UTC, to the second, both inclusive.

    A day lasts from its first to its last second there (23, 24 or 25 hours); a time is the instant itself,
    also one given to the minute; an offset that is written counts before the zone's. None stands for an open
    or unknown side. What lies outside years 1 to 9999 in UTC is clamped to them. Raises UsageError for a zone
    that isn't known.
    """
    place = _zone(zone)
    first = None if isinstance(when.start, Edge) else _first_instant(when.start, place)
    last = None if isinstance(when.last, Edge) else _last_instant(when.last, place)
    if first is not None and last is not None and first > last:  # only inside hours or days that a zone skips
        return last, first
    return first, last


def zone_problem(when: When, zone: str) -> str | None:
    """What can't be right about `when` at a place in `zone`, as a sentence; None where all is well.

    An offset that the zone hasn't at that time, or a day or time that it skips.
    """
    if not known_zone(zone):
        return f"{shown(zone)} is not a time zone of the IANA database"
    place = _zone(zone)
    problems = (_side_problem(side, place, zone) for side in when.sides)
    return next((problem for problem in problems if problem), None)


def _side_problem(side: Endpoint, place: ZoneInfo, zone: str) -> str | None:
    if side.day is None:
        return None
    if side.time is None:
        skipped = _first_instant(side, place) > _last_instant(side, place)
        return f"There is no {side.day} in {zone}: the calendar was moved past that day" if skipped else None
    local = datetime.combine(side.day, side.time)
    earlier, later = _offsets(local, place)
    if earlier < later:
        return (
            f"There is no {_clock(side.time)} on {side.day} in {zone}: clocks are put forward past that time"
        )
    if side.offset is None or any(_same_offset(side.offset, own) for own in (earlier, later)):
        return None
    own = " or ".join(dict.fromkeys((_signed(earlier), _signed(later))))
    written = f"{_clock(side.time)} on {side.day} has the offset {_signed(side.offset)}"
    return f"{written}, but {zone} is at {own} then"


def _clock(at: time) -> str:
    return at.isoformat("seconds" if at.second else "minutes")


def _same_offset(written: timedelta, own: timedelta) -> bool:
    """Equal to the minute: before standard time, offsets had seconds, which can't be written."""
    return abs(written - own) < timedelta(minutes=1)


def _signed(offset: timedelta) -> str:
    seconds = round(offset.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    sign = "-" if seconds < 0 else "+"
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}" + (f":{rest:02}" if rest else "")


@cache
def _zone(zone: str) -> ZoneInfo:
    if not known_zone(zone):
        raise UsageError(f"{shown(zone)} is not a time zone of the IANA database")
    from importlib.resources import files
    from zoneinfo import ZoneInfo

    with files("tzdata").joinpath("zoneinfo", *zone.split("/")).open("rb") as data:
        return ZoneInfo.from_file(data, key=zone)


def _first_instant(side: Endpoint, place: ZoneInfo) -> datetime:
    if side.time is not None:
        return min(_instants(side, side.time, place))
    return _day_edge(side.earliest, time.min, place)


def _last_instant(side: Endpoint, place: ZoneInfo) -> datetime:
    if side.time is not None:
        return max(_instants(side, side.time, place))
    return _day_edge(side.latest, _LAST_SECOND, place)


def _instants(side: Endpoint, at: time, place: ZoneInfo) -> list[datetime]:
    local = datetime.combine(side.earliest, at)
    offsets = _offsets(local, place) if side.offset is None else (side.offset,)
    return [_utc(local, offset) for offset in offsets]


def _day_edge(day: date, at: time, place: ZoneInfo) -> datetime:
    """The first second of a day (`at` 00:00:00) or its last one; the nearest where that is skipped."""
    local = datetime.combine(day, at)
    before, after = _offsets(local, place)
    first = at == time.min
    if before < after:
        change = _change(_utc(local, after), _utc(local, before), place, after)
        return change if first else change - timedelta(seconds=1)
    pick = min if first else max
    return pick(_utc(local, before), _utc(local, after))


def _change(low: datetime, high: datetime, place: ZoneInfo, after: timedelta) -> datetime:
    """The first second from `low` on at which the offset `after` holds; `high` is known to be past it."""
    seconds = range(round((high - low).total_seconds()))

    def changed(second: int) -> bool:
        return (low + timedelta(seconds=second)).astimezone(place).utcoffset() == after

    return low + timedelta(seconds=bisect_left(seconds, True, key=changed))


def _offsets(local: datetime, place: ZoneInfo) -> tuple[timedelta, timedelta]:
    """The zone's offsets for `fold` 0 and 1: equal; first larger: the time comes twice; smaller: never."""
    found = [place.utcoffset(local.replace(tzinfo=place, fold=fold)) for fold in (0, 1)]
    return found[0] or timedelta(), found[1] or timedelta()


def _utc(local: datetime, offset: timedelta) -> datetime:
    try:
        return (local - offset).replace(tzinfo=UTC)
    except OverflowError:
        edge = datetime.min if offset > timedelta() else datetime.max  # noqa: DTZ901 — made aware below
        return edge.replace(microsecond=0, tzinfo=UTC)
