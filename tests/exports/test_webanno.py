"""Web Annotations read by pyld, with a local copy of what they need of W3C's context, and compared with the model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from tests.exports.hostile import nasty, poisoned
from touratlas.check import Atlas
from touratlas.exports import Options
from touratlas.exports.webanno import make
from touratlas.words import View

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TYPES = (
    *("Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector"),
    *("describing", "commenting", "tagging", "identifying", "classifying", "linking", "replying"),
)
CONTEXT: dict[str, Any] = {
    "oa": OA,
    "as": AS,
    "schema": "http://schema.org/",
    "id": "@id",
    "type": "@type",
    **{name: f"{OA}{name}" for name in (*TYPES, "exact", "prefix", "suffix", "start", "end")},
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "body": {"@type": "@id", "@id": f"{OA}hasBody"},
    "target": {"@type": "@id", "@id": f"{OA}hasTarget"},
    "source": {"@type": "@id", "@id": f"{OA}hasSource"},
    "selector": {"@type": "@id", "@id": f"{OA}hasSelector"},
    "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": f"{OA}hasPurpose"},
    "items": {"@type": "@id", "@id": f"{AS}items", "@container": "@list"},
    "first": {"@type": "@id", "@id": f"{AS}first"},
    "total": f"{AS}totalItems",
    "startIndex": f"{AS}startIndex",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "value": f"{RDF}value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
}


def load(url: str, _options: Any) -> dict[str, Any]:
    """The one context that the file names; nothing is fetched."""
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


def nodes(atlas: Atlas, view: View = View.ARTICLE) -> dict[str, Any]:
    """All nodes by id."""
    flat = jsonld.flatten(json.loads(make(atlas, Options(view=view))), options={"documentLoader": load})
    return {one["@id"]: one for one in flat}


def values(found: dict[str, Any], node: Any, key: str) -> list[Any]:
    """The values of a property, nodes resolved."""
    return [
        one["@value"] if "@value" in one else found.get(one["@id"], one["@id"]) for one in node.get(key, [])
    ]


def kind(node: Any) -> str:
    """The one type of a node, without its namespace."""
    (name,) = node["@type"]
    return str(name).rpartition("#")[2]


def test_every_claim_is_an_annotation(atlas: Atlas) -> None:
    """With its text, its event and status, and a target a quote; counted by the collection."""
    found = nodes(atlas)
    annotations = [one for one in found.values() if one.get("@type") == [f"{OA}Annotation"]]
    assert len(annotations) == len(atlas.evidence.claims)
    (collection,) = [one for one in found.values() if one.get("@type") == [f"{AS}OrderedCollection"]]
    assert values(found, collection, f"{AS}totalItems") == [len(annotations)]
    for held in atlas.evidence.claims:
        node = found[f"urn:touratlas:{atlas.tour.tour.id}:claim:{held.id}"]
        bodies = values(found, node, f"{OA}hasBody")
        told = {value for body in bodies for value in values(found, body, f"{RDF}value")}
        assert held.claim.says in told
        if held.event:
            assert {held.event.title, f"status: {held.claim.status or held.event.status}"} <= told
        assert len(values(found, node, f"{OA}hasTarget")) == len(held.quotes)


def test_selectors_select_the_quote(atlas: Atlas) -> None:
    """By place in code points, and by words, which with what stands around them occur once."""
    found = nodes(atlas)
    for held in atlas.evidence.claims:
        node = found[f"urn:touratlas:{atlas.tour.tour.id}:claim:{held.id}"]
        for target, own in zip(values(found, node, f"{OA}hasTarget"), held.quotes, strict=True):
            text = atlas.articles[own.source].text
            (source,) = values(found, target, f"{OA}hasSource")
            assert source["@id"].endswith(f":source:{own.source}")
            assert values(found, source, "http://schema.org/sha256") == [
                atlas.tour.articles()[own.source].sha256
            ]
            told = {kind(one): one for one in values(found, target, f"{OA}hasSelector")}
            words, place = told["TextQuoteSelector"], told["TextPositionSelector"]
            exact, prefix, suffix = (
                "".join(values(found, words, f"{OA}{key}")) for key in ("exact", "prefix", "suffix")
            )
            start, end = (values(found, place, f"{OA}{key}")[0] for key in ("start", "end"))
            assert text[start:end] == exact == own.passage.quote.of(text)
            assert text.count(prefix + exact + suffix) == 1
            assert text.index(prefix + exact + suffix) + len(prefix) == start


def test_outcomes_are_replies(atlas: Atlas) -> None:
    """To the claims of their event, in the later view alone, with the reports' addresses."""
    found = nodes(atlas, View.LATER)
    base = f"urn:touratlas:{atlas.tour.tour.id}:"
    assert not any(":outcome:" in name for name in nodes(atlas))
    told = [event for _, event in atlas.tour.events() if event.outcome]
    assert sum(name.startswith(f"{base}outcome:") for name in found) == len(told)
    for event in told:
        node = found[f"{base}outcome:{event.id}"]
        assert node[f"{OA}motivatedBy"] == [{"@id": f"{OA}replying"}]
        claims = [one["@id"] for one in node[f"{OA}hasTarget"]]
        assert claims == [f"{base}claim:{held.id}" for held in atlas.evidence.of_event(event.id)]
        urls = [atlas.tour.sources[name].url for name in event.outcome.from_] if event.outcome else []
        assert [one["@id"] for one in node[f"{OA}hasBody"] if one["@id"].startswith("http")] == urls


@pytest.mark.parametrize("make_tour", [poisoned, nasty])
def test_hostile_text_stays_text(make_tour: Any, tmp_path: Path) -> None:
    """Every claim comes back as it was."""
    atlas = make_tour(tmp_path)
    found = nodes(atlas, View.LATER)
    told = {value for node in found.values() for value in values(found, node, f"{RDF}value")}
    assert [held.claim.says for held in atlas.evidence.claims if held.claim.says not in told] == []
