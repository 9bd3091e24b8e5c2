"""W3C Web Annotations: every claim as an annotation of the passages of the article that it rests on.

A passage is selected twice, by its words and by its place; either is enough to find it. Places count Unicode code
points of the article's text with line ends as LF. Sources: W3C, Web Annotation Data Model and Vocabulary, 2017.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from touratlas.exports.common import Format, Group, Options
from touratlas.linked import Ids
from touratlas.record import background_claims, event_records, head_record, outcome_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.check import Atlas
    from touratlas.record import ClaimRecord, EventRecord, OutcomeRecord, QuoteRecord

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def make(atlas: Atlas, options: Options) -> bytes:
    """The collection with its one page, claims first; in the later view a reply to an event's claims is its outcome."""
    head, ids = head_record(atlas.tour, options.view), Ids(atlas.tour.tour.id)
    items = list(_annotations(atlas, options, ids))
    page = {"id": ids.of("annotations", "1"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": _CONTEXT,
        "id": ids.of("annotations", "all"),
        "type": "AnnotationCollection",
        "label": f"{head.title}: {head.knowledge}",
        "total": len(items),
        "first": page,
    }
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _annotations(atlas: Atlas, options: Options, ids: Ids) -> Iterator[dict[str, Any]]:
    events = event_records(atlas, options.view)
    for event in events:
        yield from (_annotation(atlas, ids, claim, event) for claim in event.claims)
    yield from (_annotation(atlas, ids, claim, None) for claim in background_claims(atlas))
    yield from (_reply(ids, event, event.outcome) for event in events if event.outcome)


def _annotation(atlas: Atlas, ids: Ids, claim: ClaimRecord, event: EventRecord | None) -> dict[str, Any]:
    return {
        "id": ids.of("claim", claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": list(_bodies(atlas, ids, claim, event)),
        "target": [_target(atlas, ids, quote) for quote in claim.quotes],
    }


def _bodies(
    atlas: Atlas, ids: Ids, claim: ClaimRecord, event: EventRecord | None
) -> Iterator[dict[str, Any]]:
    """The claim; its note; tags for its event and status; and the references that its passages cite directly."""
    language = atlas.tour.tour.language
    yield {**_text(claim.says, "describing"), "language": language}
    if claim.by:
        yield _text(f"asserted by: {claim.by}", "classifying")
    if claim.note:
        yield {**_text(claim.note, "commenting"), "language": language}
    if event:
        yield {**_text(event.title, "identifying"), "id": ids.of("event", event.id)}
    if claim.status:
        yield _text(f"status: {claim.status}", "tagging")
    cited = {one.label: one.reference for quote in claim.quotes for one in quote.citations if one.direct}
    for label, reference in cited.items():
        yield _text(f"[{label}] {reference}".strip(), "linking")


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _target(atlas: Atlas, ids: Ids, quote: QuoteRecord) -> dict[str, Any]:
    article = atlas.tour.articles()[quote.source]
    source: dict[str, Any] = {"id": ids.of("source", quote.source), "type": "Text"}
    source |= {"schema:name": article.title} if article.title else {}
    source |= {"schema:url": article.url} if article.url else {}
    source |= {"schema:sha256": article.sha256, "language": article.language or atlas.tour.tour.language}
    words = {
        "type": "TextQuoteSelector",
        "exact": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
    }
    place = {"type": "TextPositionSelector", "start": quote.start, "end": quote.end}
    return {"source": source, "selector": [words, place]}


def _reply(ids: Ids, event: EventRecord, outcome: OutcomeRecord) -> dict[str, Any]:
    """What happened, as a reply to all that the article says of the event, with the reports."""
    bodies = [_text(outcome_lines(outcome)[0], "replying"), _text(f"outcome: {outcome.status}", "tagging")]
    bodies += [{"id": one.url, "type": "Text", "purpose": "linking"} for one in outcome.reports if one.url]
    return {
        "id": ids.of("outcome", event.id),
        "type": "Annotation",
        "motivation": "replying",
        "body": bodies,
        "target": [ids.of("claim", claim.id) for claim in event.claims],
    }


FORMAT = Format(
    name="webanno",
    suffix=".annotations.jsonld",
    media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    group=Group.RESEARCH,
    purpose="every claim as an annotation of the article’s passages, for tools of text and source criticism",
    lacks="places, dates, legs, the stops’ outcomes and questions: it is about passages, not about the journey",
    make=make,
)
