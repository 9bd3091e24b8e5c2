"""JSON-LD read by pyld, with a local copy of what it needs of schema.org's context, and compared with the model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from tests.exports.hostile import nasty, poisoned
from touratlas.check import Atlas
from touratlas.exports import Options
from touratlas.exports.jsonld import make
from touratlas.words import Status, View

SCHEMA = "http://schema.org/"
# As schema.org's own context has it: a vocabulary, and addresses where a property takes some.
CONTEXT = {
    "@vocab": SCHEMA,
    "eventStatus": {"@id": f"{SCHEMA}eventStatus", "@type": "@id"},
    "additionalType": {"@id": f"{SCHEMA}additionalType", "@type": "@id"},
    "url": {"@id": f"{SCHEMA}url", "@type": "@id"},
}


def load(url: str, _options: Any) -> dict[str, Any]:
    """The one context that the file names; nothing is fetched."""
    assert url.rstrip("/") == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


def nodes(atlas: Atlas, view: View = View.ARTICLE) -> dict[str, Any]:
    """All nodes by id, as pyld flattens them."""
    document = json.loads(make(atlas, Options(view=view)))
    flat = jsonld.flatten(document, options={"documentLoader": load})
    return {one["@id"]: one for one in flat}


def of_type(found: dict[str, Any], kind: str) -> list[Any]:
    """The nodes of a type."""
    return [one for one in found.values() if SCHEMA + kind in one.get("@type", ())]


def value(node: Any, key: str) -> Any:
    """The one value of a property, or None."""
    values = node.get(key if ":" in key else SCHEMA + key, [])
    assert len(values) <= 1
    return values[0].get("@value", values[0].get("@id")) if values else None


def test_events(atlas: Atlas) -> None:
    """Every event with title, status, place and people."""
    found = nodes(atlas)
    tour = atlas.tour
    base = f"urn:touratlas:{tour.tour.id}:"
    events = list(tour.events())
    assert len(of_type(found, "Event")) == len(events)
    for path, event in events:
        node = found[f"{base}event:{event.id}"]
        assert value(node, "name") == event.title
        assert value(node, "urn:touratlas:term:status") == event.status
        possible = event.status is Status.POSSIBLE
        assert value(node, "eventStatus") == (None if possible else "https://schema.org/EventScheduled")
        assert value(node, "urn:touratlas:term:when") == (event.when.text if event.when else None)
        place = event.place or (tour.stops[int(path[1])].place if path[0] == "stops" else None)
        assert value(node, "location") == (f"{base}place:{place}" if place else None)
        people = [found[one["@id"]] for one in node.get(f"{SCHEMA}attendee", [])]
        names = [tour.people[one].name for one in event.people]
        assert [value(one, "name") for one in people][: len(names)] == names


def test_places(atlas: Atlas) -> None:
    """A place with its coordinates; a country is one, and has no point."""
    found = nodes(atlas)
    places = [one for one in found if ":place:" in one]
    assert places
    for name in places:
        own = atlas.tour.places[name.rpartition(":")[2]]
        point = value(found[name], "geo")
        assert (point is None) == (own.extent == "country")
        if point is not None:
            geo = found[point]
            assert (value(geo, "latitude"), value(geo, "longitude")) == pytest.approx(own.at)
        assert (f"{SCHEMA}Country" in found[name]["@type"]) == (own.extent == "country")


def test_claims_rest_on_quotes_of_articles(atlas: Atlas) -> None:
    """Each claim of an event with its quotes, verbatim, their article, and the references of its direct citations."""
    found = nodes(atlas)
    base = f"urn:touratlas:{atlas.tour.tour.id}:"
    held_claims = [one for one in atlas.evidence.claims if one.event]
    assert len(of_type(found, "Claim")) == len(held_claims)
    for held in held_claims:
        claim = found[f"{base}claim:{held.id}"]
        assert value(claim, "text") == held.claim.says
        quotes = [found[one["@id"]] for one in claim[f"{SCHEMA}isBasedOn"]]
        for quote, own in zip(quotes, held.quotes, strict=True):
            text = atlas.articles[own.source].text
            start, end = (value(quote, f"urn:touratlas:term:{key}") for key in ("start", "end"))
            assert text[start:end] == value(quote, "text") == own.passage.quote.of(text)
            assert value(quote, "isPartOf") == f"{base}source:{own.source}"
            cited = [found[one["@id"]] for one in quote.get(f"{SCHEMA}citation", [])]
            assert [value(one, "name") for one in cited] == [
                one.reference.text if one.reference else None for one in own.direct
            ]


def test_stops_are_the_itinerary(atlas: Atlas) -> None:
    """In order, each with its place."""
    found = nodes(atlas)
    base = f"urn:touratlas:{atlas.tour.tour.id}:"
    for number, stop in enumerate(atlas.tour.stops, 1):
        node = found[f"{base}stop:{stop.id}"]
        assert value(node, "position") == number
        assert value(node, "item") == f"{base}place:{stop.place}"
    assert len(of_type(found, "Trip")) == 1


def test_outcomes_rest_on_reports(atlas: Atlas) -> None:
    """In the later view each is a claim that rests on the reports."""
    found = nodes(atlas, View.LATER)
    base = f"urn:touratlas:{atlas.tour.tour.id}:"
    for _, event in atlas.tour.events():
        told = [found[one["@id"]] for one in found[f"{base}event:{event.id}"][f"{SCHEMA}subjectOf"]]
        outcomes = [one for one in told if value(one, "urn:touratlas:term:outcome")]
        assert len(outcomes) == bool(event.outcome)
        for one in outcomes:
            assert event.outcome
            reports = [found[item["@id"]] for item in one.get(f"{SCHEMA}isBasedOn", [])]
            urls = [atlas.tour.sources[name].url for name in event.outcome.from_]
            assert [value(report, "url") for report in reports] == urls


@pytest.mark.parametrize("make_tour", [poisoned, nasty])
def test_hostile_text_stays_text(make_tour: Any, tmp_path: Path) -> None:
    """Titles and claims come back as they were, and make no node and no type."""
    atlas = make_tour(tmp_path)
    found = nodes(atlas, View.LATER)
    base = f"urn:touratlas:{atlas.tour.tour.id}:"
    for _, event in atlas.tour.events():
        assert value(found[f"{base}event:{event.id}"], "name") == event.title
    kinds = {kind for one in found.values() for kind in one.get("@type", ())}
    assert all(kind.removeprefix(SCHEMA).isalpha() for kind in kinds)
