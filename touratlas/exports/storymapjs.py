"""StoryMapJS: a slide a stop with its agenda, for the story maps of Knight Lab.

The map under it is OpenStreetMap's, which StoryMapJS loads when somebody looks at it. StoryMapJS shows texts as HTML,
so they are escaped. Source: https://storymap.knightlab.com/advanced/
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from touratlas.exports.common import Format, Group, Options
from touratlas.record import (
    background_claims,
    claim_lines,
    event_lines,
    event_records,
    head_record,
    html_lines,
    outcome_lines,
    stop_records,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from touratlas.check import Atlas
    from touratlas.record import EventRecord, Spot, StopRecord

_ZOOM = {"point": 10, "country": 5}


def make(atlas: Atlas, options: Options) -> bytes:
    """The file: an overview with what belongs to no stop, then the stops, each followed by its events elsewhere."""
    events = event_records(atlas, options.view)
    slides = [_overview(atlas, options, [one for one in events if not one.stop])]
    for stop in stop_records(atlas, options.view):
        own = [one for one in events if one.stop == stop.id]
        away = [(one, one.place) for one in own if one.place and one.place.id != stop.place.id]
        slides.append(_stop(stop, [one for one in own if not one.place or one.place.id == stop.place.id]))
        slides += [_event(one, place) for one, place in away]
    story = {
        "language": atlas.tour.tour.language.partition("-")[0].lower(),
        "map_type": "osm:standard",
        "map_as_image": False,
        "slides": slides,
    }
    return (json.dumps({"storymap": story}, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _overview(atlas: Atlas, options: Options, apart: Sequence[EventRecord]) -> dict[str, Any]:
    head = head_record(atlas.tour, options.view)
    told = [html_lines([head.summary, f"Held here: {head.knowledge}, as of {head.as_of}."])]
    claims = [line for claim in background_claims(atlas) for line in claim_lines(claim)]
    told += [html_lines(claims)] if claims else []
    return {
        "type": "overview",
        "date": "",
        "text": _text(head.title, told + [_agenda(one) for one in apart]),
        "location": {"line": True},
        "media": {"url": "", "caption": "", "credit": ""},
    }


def _stop(stop: StopRecord, events: Sequence[EventRecord]) -> dict[str, Any]:
    told = [f"Status: {stop.status_words}"]
    told += [
        f"{'Date' if one.of == 'when' else 'Place'}: {one.says}" for one in stop.basis if not one.in_article
    ]
    told += outcome_lines(stop.outcome) if stop.outcome else ()
    shown = stop.when.shown if stop.when else ""
    parts = [html_lines(told), *(_agenda(one) for one in events)]
    return _slide(f"{stop.number} {stop.name}", shown, parts, stop.place)


def _event(event: EventRecord, place: Spot) -> dict[str, Any]:
    """An event at a place of its own."""
    shown = event.when.shown if event.when else ""
    return _slide(event.title, shown, [html_lines(event_lines(event))], place)


def _slide(headline: str, shown: str, parts: Sequence[str], place: Spot) -> dict[str, Any]:
    location = {"lat": place.latitude, "lon": place.longitude, "zoom": _ZOOM[place.extent], "line": True}
    return {
        "date": html_lines([shown]),
        "text": _text(headline, parts),
        "location": {**location, "name": html_lines([place.name])},
        "media": {"url": "", "caption": "", "credit": ""},
    }


def _agenda(event: EventRecord) -> str:
    """An event on the slide of its stop: title, then all that is told of it."""
    return f"<strong>{html_lines([event.title])}</strong><br>{html_lines(event_lines(event))}"


def _text(headline: str, parts: Sequence[str]) -> dict[str, str]:
    return {"headline": html_lines([headline]), "text": "".join(f"<p>{part}</p>" for part in parts)}


FORMAT = Format(
    name="storymapjs",
    suffix=".storymapjs.json",
    media_type="application/json",
    group=Group.MAP_AND_DATA,
    purpose="a story map on a website with StoryMapJS by Knight Lab, a slide a stop",
    lacks="dates to sort or filter by, the status of legs; status and evidence are text; its map needs a network",
    make=make,
)
