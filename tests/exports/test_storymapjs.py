"""StoryMapJS by the shape that its documentation gives (storymap.knightlab.com/advanced/#json-syntax, in its repository
`storymap/templates/advanced.html`), compared with the model. `zoom`, `line` and `name` of a location are what its own
editor writes. What it does with texts is in `tests/browser/test_storymapjs.py`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.exports.hostile import nasty, poisoned
from tests.views.html_tree import read
from tests.views.tours import with_tour
from touratlas.check import Atlas
from touratlas.exports import Options
from touratlas.exports.storymapjs import make
from touratlas.views.agenda import stop_name
from touratlas.words import View

TEXT = {"type": "string"}
SLIDE = {
    "type": "object",
    "required": ["text", "location", "media"],
    "additionalProperties": False,
    "properties": {
        "type": {"const": "overview"},
        "text": {
            "type": "object",
            "required": ["headline", "text"],
            "additionalProperties": False,
            "properties": {"headline": TEXT, "text": TEXT},
        },
        "location": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "lat": {"type": "number", "minimum": -90, "maximum": 90},
                "lon": {"type": "number", "minimum": -180, "maximum": 180},
                "zoom": {"type": "integer", "minimum": 1, "maximum": 18},
                "line": {"type": "boolean"},
                "name": TEXT,
            },
        },
        "media": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"url": TEXT, "caption": TEXT, "credit": TEXT},
        },
    },
}
SCHEMA = {
    "type": "object",
    "required": ["width", "height", "storymap"],
    "additionalProperties": False,
    "properties": {
        "width": {"type": "integer"},
        "height": {"type": "integer"},
        "storymap": {
            "type": "object",
            "required": ["language", "map_type", "map_as_image", "slides"],
            "additionalProperties": False,
            "properties": {
                "language": {"type": "string", "pattern": "^[a-z]{2}(-[a-z]{2})?$"},
                "map_type": TEXT,
                "map_as_image": {"type": "boolean"},
                "slides": {"type": "array", "minItems": 2, "items": SLIDE},
            },
        },
    },
}


def slides(atlas: Atlas, view: View = View.ARTICLE) -> list[dict[str, Any]]:
    """The slides of a file that has the documented shape."""
    made = json.loads(make(atlas, Options(view=view)))
    jsonschema.validate(made, SCHEMA)
    found: list[dict[str, Any]] = made["storymap"]["slides"]
    assert [one.get("type") for one in found] == ["overview"] + [None] * (len(found) - 1)
    assert all({"lat", "lon", "zoom"} <= set(one["location"]) for one in found[1:])
    return found


def shown(html: str) -> str:
    """What a reader reads of a piece of HTML."""
    return " ".join(read(f"<div>{html.replace('<br>', ' <i></i>')}</div>").text.split())


def test_stops_in_order(atlas: Atlas) -> None:
    """A slide each, at its place."""
    told = [(shown(one["text"]["headline"]), one["location"]) for one in slides(atlas)[1:]]
    tour = atlas.tour
    at = 0
    for number, stop in enumerate(tour.stops, 1):
        headline = f"{number} {stop_name(tour, stop)}"
        at = next(index for index in range(at, len(told)) if told[index][0] == headline)
        assert (told[at][1]["lat"], told[at][1]["lon"]) == tour.places[stop.place].at


def test_the_day_of_a_stop_is_told(real: Atlas) -> None:
    """In the text, for StoryMapJS has no field for it that is shown."""
    tokyo = next(one for one in slides(real) if "Tokyo" in one["text"]["headline"])
    assert "When: Monday 27 – Tuesday 28 October 2025" in shown(tokyo["text"]["text"])


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en", "en"), ("en-GB", "en"), ("ja", "jp"), ("zh-Hant-TW", "zh-tw"), ("zh", "zh-cn"), ("sw", "en")],
)
def test_the_language_is_one_that_it_has(real: Atlas, tag: str, name: str) -> None:
    """Without a file of its own words it would show nothing."""
    head = real.tour.tour.model_copy(update={"language": tag})
    made = json.loads(make(with_tour(real, tour=head), Options()))
    assert made["storymap"]["language"] == name


def test_headlines_have_no_needless_references(real: Atlas) -> None:
    """A marker says them as they are written."""
    head = real.tour.tour.model_copy(update={"title": 'It\'s "here" & <there>'})
    told = slides(with_tour(real, tour=head))
    assert told[0]["text"]["headline"] == 'It\'s "here" &amp; &lt;there&gt;'


@pytest.mark.parametrize("view", list(View))
def test_every_event_is_told(atlas: Atlas, view: View) -> None:
    """With its claims and quotes; one at a place of its own on a slide there."""
    found = slides(atlas, view)
    text = " ".join(shown(one["text"]["headline"] + " " + one["text"]["text"]) for one in found)
    for _, event in atlas.tour.events():
        assert " ".join(event.title.split()) in text
        for held in atlas.evidence.of_event(event.id):
            assert " ".join(held.claim.says.split()) in text
            for quote in held.quotes:
                assert " ".join(quote.passage.quote.of(atlas.articles[quote.source].text).split()) in text
        if view is View.LATER and event.outcome and event.outcome.says:
            assert " ".join(event.outcome.says.rstrip(".").split()) in text


@pytest.mark.parametrize("make_tour", [poisoned, nasty])
def test_hostile_text_stays_text(make_tour: Any, tmp_path: Path) -> None:
    """No element but our own comes of a text."""
    atlas = make_tour(tmp_path)
    for one in slides(atlas, View.LATER):
        for html in (one["text"]["headline"], one["text"]["text"]):
            tags = {element.tag for element in read(f"<div>{html.replace('<br>', '')}</div>").all()}
            assert tags <= {"div", "p", "strong"}
