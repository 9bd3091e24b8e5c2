"""TimelineJS: every event that begins at a known date as a slide, for the timelines of Knight Lab.

Times are those of the place, for TimelineJS has no zones. What it would show as surer than it is has its date in words
as well. TimelineJS shows texts as HTML, so they are escaped, some of them twice.
Source: https://timeline.knightlab.com/docs/json-format.html
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from touratlas.dates import Endpoint, Precision, parse_when
from touratlas.exports.common import Format, Group, Options
from touratlas.record import (
    background_claims,
    claim_lines,
    event_lines,
    event_records,
    head_record,
    html_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from touratlas.check import Atlas
    from touratlas.dates import Edge, When
    from touratlas.record import EventRecord

_YEAR = frozenset({Precision.YEAR, Precision.MONTHS})
_MONTH = frozenset({Precision.MONTH, Precision.DAYS})


def make(atlas: Atlas, options: Options) -> bytes:
    """The file: title slide, events in groups by stop, and as an era the time after the article."""
    records = event_records(atlas, options.view)
    slides = [slide for one in records if (slide := _slide(one))]
    dated = {slide["unique_id"] for slide in slides}
    made: dict[str, Any] = {
        "title": _title(atlas, options, [one.title for one in records if one.id not in dated]),
        "events": slides,
        "eras": _eras(atlas, records),
        "scale": "human",
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _title(atlas: Atlas, options: Options, left_out: list[str]) -> dict[str, Any]:
    head = head_record(atlas.tour, options.view)
    lines = [head.summary, f"Held here: {head.knowledge}, as of {head.as_of}."]
    if left_out:
        lines.append(f"Not on the timeline, since no date is known of them: {'; '.join(left_out)}.")
    lines += [line for claim in background_claims(atlas) for line in claim_lines(claim)]
    return {"unique_id": "touratlas-title", **_text(head.title, lines)}


def _slide(event: EventRecord) -> dict[str, Any] | None:
    when = parse_when(event.when.text) if event.when else None
    start = _date(when.start) if when else None
    if when is None or start is None or event.when is None:
        return None
    slide: dict[str, Any] = {"unique_id": event.id, "start_date": start}
    end = _date(when.last) if when.is_interval else None
    if end:
        slide["end_date"] = end
    slide |= {"display_date": _twice(event.when.shown), "autolink": False}
    slide |= {"group": _twice(event.stop_name)} if event.stop_name else {}
    return {**slide, **_text(event.title, event_lines(event))}


def _text(headline: str, lines: Iterable[str]) -> dict[str, Any]:
    return {"text": {"headline": _line(headline), "text": f"<p>{html_lines(lines)}</p>"}}


def _line(text: str) -> str:
    """A text of one line as HTML: TimelineJS puts it where elements are shown as they are written."""
    return html_lines([" ".join(text.split())])


def _twice(text: str) -> str:
    """A text of one line for the two fields that TimelineJS 3.9 reads as HTML twice: it strips their markup, which
    turns `&lt;` back into `<`, and then sets what is left as HTML. Escaped once, a script in a name would run.
    """
    return _line(_line(text))


def _date(side: Endpoint | Edge) -> dict[str, int] | None:
    """A date as exact as it is known: TimelineJS takes a year or a month as well. None where there is none."""
    if not isinstance(side, Endpoint):
        return None
    day = side.earliest
    parts = {"year": day.year, "month": day.month, "day": day.day}
    if side.precision in _YEAR:
        return {"year": day.year}
    if side.precision in _MONTH:
        same = day.month == side.latest.month
        return {"year": day.year, "month": day.month} if same else {"year": day.year}
    if side.time is not None:
        parts |= {"hour": side.time.hour, "minute": side.time.minute}
        parts |= {"second": side.time.second} if side.precision is Precision.SECOND else {}
    return parts


def _eras(atlas: Atlas, records: tuple[EventRecord, ...]) -> list[dict[str, Any]]:
    """From the day after the article's last one to that of the last event."""
    edge = atlas.tour.tour.as_of.latest
    known = [last for one in records if (last := _last(one.when.text if one.when else ""))]
    if edge is None or not known or max(known) <= edge:
        return []
    ends = edge + timedelta(days=1), max(known)
    start, end = ({"year": day.year, "month": day.month, "day": day.day} for day in ends)
    return [{"start_date": start, "end_date": end, "text": {"headline": "After the article"}}]


def _last(text: str) -> date | None:
    when: When | None = parse_when(text) if text else None
    return when.latest if when else None


FORMAT = Format(
    name="timelinejs",
    suffix=".timelinejs.json",
    media_type="application/json",
    group=Group.MAP_AND_DATA,
    purpose="a timeline on a website with TimelineJS by Knight Lab",
    lacks="events without a date (the title names them), time zones, places; status and evidence are text",
    make=make,
)
