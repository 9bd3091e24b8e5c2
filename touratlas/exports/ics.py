"""iCalendar: every event that has a day, for calendar programs.

Times are in UTC, since each place has its own zone; a time of which no zone is known is a floating one. An event ends
only where its end is known. What has no day has no place in a calendar, and is named in the calendar's description.
Sources: RFC 5545; RFC 7986 for NAME and DESCRIPTION of a calendar.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from touratlas import __version__
from touratlas.dates import Endpoint, parse_when, show, utc_bounds
from touratlas.exports.common import Format, Group, Options
from touratlas.record import event_lines, event_records, head_record
from touratlas.words import OutcomeStatus, Status, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.check import Atlas
    from touratlas.dates import When
    from touratlas.record import EventRecord, HeadRecord, Moment

_OCTETS = 75  # of a line, without its end (RFC 5545, section 3.1)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event with the date that puts it into the calendar; `later` where only reports tell the day."""

    event: EventRecord
    when: When
    zone: str
    later: bool


def make(atlas: Atlas, options: Options) -> bytes:
    """The calendar, with an entry more for the day on which the article stops."""
    head = head_record(atlas.tour, options.view)
    records = event_records(atlas, options.view)
    entries = [found for one in records if (found := _entry(one))]
    dated = {one.event.id for one in entries}
    lines = [*_head(head, [one.title for one in records if one.id not in dated]), *_edge(atlas, head)]
    for entry in entries:
        lines += _event(atlas, head, entry)
    return "".join(f"{fold(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode("utf-8")


def fold(line: str) -> str:
    """A content line in parts of at most 75 octets, none of which cuts a character."""
    parts, part, room = [], "", _OCTETS
    for char in line:
        size = len(char.encode("utf-8"))
        if size > room:
            parts.append(part)
            part, room = " ", _OCTETS - 1
        part += char
        room -= size
    return "\r\n".join([*parts, part])


def text(value: str) -> str:
    """A value of the type TEXT (section 3.3.11)."""
    value = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _head(head: HeadRecord, left_out: Sequence[str]) -> Iterator[str]:
    told = f"{head.summary} This calendar holds {head.knowledge}, as of {head.as_of}."
    if left_out:
        told += f" Not in it, since no day is known of them: {'; '.join(left_out)}."
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Touratlas//Touratlas {__version__}//EN")
    yield "CALSCALE:GREGORIAN"
    yield from (f"{name}:{text(head.title)}" for name in ("NAME", "X-WR-CALNAME"))
    yield from (f"{name}:{text(told)}" for name in ("DESCRIPTION", "X-WR-CALDESC"))
    yield f"X-TOURATLAS-VIEW:{head.view}"


def _edge(atlas: Atlas, head: HeadRecord) -> Iterator[str]:
    """The day up to which the article could know."""
    day = atlas.tour.tour.as_of.earliest
    if day is None:
        return
    yield from _open(atlas, head, "touratlas-as-of")
    yield from _days(day, day)
    yield "SUMMARY:The article stops here"
    yield "DESCRIPTION:What it tells of later days was expected\\, or possible."
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _open(atlas: Atlas, head: HeadRecord, name: str) -> Iterator[str]:
    """What every entry begins with: the same UID in both views, a later version in the later one."""
    as_of = atlas.tour.tour.as_of.earliest or date.min
    yield "BEGIN:VEVENT"
    yield f"UID:{name}.{head.id}@touratlas"
    yield f"DTSTAMP:{_day(as_of)}T000000Z"
    yield f"SEQUENCE:{int(head.view == View.LATER)}"


def _event(atlas: Atlas, head: HeadRecord, entry: _Entry) -> Iterator[str]:
    event = entry.event
    yield from _open(atlas, head, event.id)
    yield from _times(entry)
    yield f"SUMMARY:{text(_summary(entry))}"
    yield f"DESCRIPTION:{text(chr(10).join(event_lines(event)))}"
    yield f"STATUS:{_status(event)}"
    if event.place:
        spot = event.place
        where = spot.name if spot.name == spot.country_name else f"{spot.name}, {spot.country_name}"
        yield f"LOCATION:{text(where)}"
        if spot.extent == "point":
            yield f"GEO:{spot.latitude:.6f};{spot.longitude:.6f}"
    yield f"CATEGORIES:{','.join(text(one) for one in (event.kind, *event.topics))}"
    if url := _url(atlas, event):
        yield f"URL:{url}"
    yield "TRANSP:TRANSPARENT"
    yield from _own(entry)
    yield "END:VEVENT"


def _own(entry: _Entry) -> Iterator[str]:
    """What no property of the standard can say: properties of ours."""
    event = entry.event
    yield f"X-TOURATLAS-STATUS:{event.status}"
    yield f"X-TOURATLAS-WHEN:{text(entry.when.text)}"
    if entry.zone:
        yield f"X-TOURATLAS-ZONE:{entry.zone}"
    yield from (f"X-TOURATLAS-BASIS;X-OF={one.of}:{text(one.source)}" for one in event.basis)
    if event.outcome:
        yield f"X-TOURATLAS-OUTCOME:{event.outcome.status}"


def _status(event: EventRecord) -> str:
    if event.outcome and event.outcome.status == OutcomeStatus.NOT_HAPPENED:
        return "CANCELLED"
    return "TENTATIVE" if event.status == Status.POSSIBLE else "CONFIRMED"


def _url(atlas: Atlas, event: EventRecord) -> str:
    """The article's address; where it has none, that of the first report, which only the later view has."""
    names = [quote.source for claim in event.claims for quote in claim.quotes]
    found = [atlas.tour.sources[name].url for name in dict.fromkeys(names)]
    found += [one.url for one in event.outcome.reports] if event.outcome else []
    return next((url for url in found if url), "")


def _summary(entry: _Entry) -> str:
    """The title; with the date in words where a calendar would show it as surer than it is."""
    when = entry.when
    open_end = when.is_interval and not (isinstance(when.last, Endpoint) and when.last.day)
    doubt = [entry.event.status_words] if entry.event.status == Status.POSSIBLE else []  # few show TENTATIVE
    doubt += [show(when, year=False)] if when.uncertain or when.approximate or open_end else []
    doubt += ["day told by later reports"] if entry.later else []
    return f"{entry.event.title} ({'; '.join(doubt)})" if doubt else entry.event.title


def _entry(event: EventRecord) -> _Entry | None:
    """By its own day; in the later view by that which reports tell, where the article's view has none."""
    own = _placed(event.when)
    if own is not None:
        return _Entry(event, own, event.place.zone if event.place else "", later=False)
    told = _placed(event.outcome.when) if event.outcome else None
    if told is None or event.outcome is None or event.outcome.when is None:
        return None
    return _Entry(event, told, event.outcome.when.zone, later=True)


def _placed(moment: Moment | None) -> When | None:
    """A date that begins on a known day."""
    when = parse_when(moment.text) if moment else None
    return when if when and isinstance(when.start, Endpoint) and when.start.day else None


def _times(entry: _Entry) -> Iterator[str]:
    start, last = entry.when.start, entry.when.last
    if not isinstance(start, Endpoint):
        return
    if start.time is None:
        yield from _days(start.earliest, last.day if isinstance(last, Endpoint) else None)
        return
    if not entry.zone and start.offset is None:
        yield f"DTSTART:{_day(start.earliest)}T{start.time:%H%M%S}"
        return
    first, end = utc_bounds(entry.when, entry.zone or "UTC")
    if first is not None:
        yield f"DTSTART:{_instant(first)}"
        after = _after(last, end)
        if after is not None and after > first and entry.when.is_interval:
            yield f"DTEND:{_instant(after)}"


def _after(last: object, end: datetime | None) -> datetime | None:
    """The instant at which a stretch of time is over: exclusive, so a day's last second is followed by the next."""
    if end is None or not isinstance(last, Endpoint) or last.day is None:
        return None
    whole_day = last.time is None and end < datetime.max.replace(microsecond=0, tzinfo=UTC)
    return end + timedelta(seconds=1) if whole_day else end


def _days(first: date, last: date | None) -> Iterator[str]:
    """A stretch of whole days; DTEND is the day after."""
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last is not None and first <= last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _instant(moment: datetime) -> str:
    return f"{_day(moment.date())}T{moment:%H%M%S}Z"


FORMAT = Format(
    name="ics",
    suffix=".ics",
    media_type="text/calendar; charset=utf-8",
    group=Group.MAP_AND_DATA,
    purpose="the agenda in a calendar program: events with a day, in each reader’s own time zone",
    lacks="events without a day (it names them), stops, legs, questions; evidence is plain text in it",
    make=make,
)
