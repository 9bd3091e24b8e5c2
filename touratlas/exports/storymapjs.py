"""StoryMapJS: a slide a stop with its agenda, for the story maps of Knight Lab.

The map under it is OpenStreetMap's, which StoryMapJS loads when somebody looks at it. StoryMapJS sets headline and text
as HTML, each straight from the file and once (`src/js/media/types/Text.js`, `src/js/slider/SlideNav.js` of 0.9), so
they are escaped once. A date of a slide has no field that is shown, so dates stand in the text.
Source: https://storymap.knightlab.com/advanced/#json-syntax
"""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any, Final

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

_ZOOM: Final = {"point": 10, "country": 5}
_SIZE: Final = (1200, 800)  # px; the embed tool asks for one
# What StoryMapJS has words of its own in, by its names of languages: it shows nothing at all if it doesn't find them.
_LANGUAGES: Final = (
    "be bg cs de el en es et fr he hu id is it jp ko nl nn no pl pt ru sk sr sv tr uk ur zh-cn zh-tw"
)
_OTHER_NAMES: Final = {"ja": "jp", "nb": "no", "zh": "zh-cn", "zh-hant": "zh-tw", "zh-hans": "zh-cn"}


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
        "language": _language(atlas.tour.tour.language),
        "map_type": "osm:standard",
        "map_as_image": False,
        "slides": slides,
    }
    width, height = _SIZE
    made = {"width": width, "height": height, "storymap": story}
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _language(tag: str) -> str:
    """The language of StoryMapJS's own words that is nearest to a tour's; English where it has none."""
    parts = tag.lower().split("-")
    for name in ("-".join(parts[:2]), parts[0]):
        known = _OTHER_NAMES.get(name, name)
        if known in _LANGUAGES.split():
            return known
    return "en"


def _overview(atlas: Atlas, options: Options, apart: Sequence[EventRecord]) -> dict[str, Any]:
    head = head_record(atlas.tour, options.view)
    told = [html_lines([head.summary, f"Held here: {head.knowledge}, as of {head.as_of}."])]
    claims = [line for claim in background_claims(atlas) for line in claim_lines(claim)]
    told += [html_lines(claims)] if claims else []
    return {
        "type": "overview",
        "text": _text(head.title, told + [_agenda(one) for one in apart]),
        "location": {"line": True},
        "media": {"url": "", "caption": "", "credit": ""},
    }


def _stop(stop: StopRecord, events: Sequence[EventRecord]) -> dict[str, Any]:
    told = [f"Status: {stop.status_words}", *([f"When: {stop.when.shown}"] if stop.when else [])]
    told += [
        f"{'Date' if one.of == 'when' else 'Place'}: {one.says}" for one in stop.basis if not one.in_article
    ]
    told += outcome_lines(stop.outcome) if stop.outcome else ()
    parts = [html_lines(told), *(_agenda(one) for one in events)]
    return _slide(f"{stop.number} {stop.name}", parts, stop.place)


def _event(event: EventRecord, place: Spot) -> dict[str, Any]:
    """An event at a place of its own."""
    return _slide(event.title, [html_lines(event_lines(event))], place)


def _slide(headline: str, parts: Sequence[str], place: Spot) -> dict[str, Any]:
    location = {"lat": place.latitude, "lon": place.longitude, "zoom": _ZOOM[place.extent], "line": True}
    return {
        "text": _text(headline, parts),
        "location": {**location, "name": html_lines([place.name])},
        "media": {"url": "", "caption": "", "credit": ""},
    }


def _agenda(event: EventRecord) -> str:
    """An event on the slide of its stop: title, then all that is told of it."""
    return f"<strong>{html_lines([event.title])}</strong><br>{html_lines(event_lines(event))}"


def _text(headline: str, parts: Sequence[str]) -> dict[str, str]:
    return {"headline": _headline(headline), "text": "".join(f"<p>{part}</p>" for part in parts)}


def _headline(text: str) -> str:
    """A headline as HTML, with few references: it is a marker's tooltip too, where it isn't read as HTML."""
    return html.escape(" ".join(text.split()), quote=False)


FORMAT = Format(
    name="storymapjs",
    suffix=".storymapjs.json",
    media_type="application/json",
    group=Group.MAP_AND_DATA,
    purpose="a story map on a website with StoryMapJS by Knight Lab, a slide a stop",
    lacks="dates to sort or filter by, the status of legs; status and evidence are text; its map needs a network",
    make=make,
)
