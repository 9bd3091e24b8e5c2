"""The tour as linked data in the words of schema.org: events, places, people and claims.

Snapshot and JSON-LD export share it. Claims are `Claim`s and never `ClaimReview`s: we do not rate truth. What
schema.org has no word for (status, uncertainty, offsets) has one of ours, under `ta:`. Source: https://schema.org/docs/
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from touratlas.dates import Edge, Endpoint, Precision, When, iso_attribute, parse_when
from touratlas.record import event_records, head_record, stop_records
from touratlas.words import Extent, OutcomeStatus, Status, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from touratlas.check import Atlas
    from touratlas.record import ClaimRecord, EventRecord, Moment, OutcomeRecord, QuoteRecord, Spot, Taker

SCHEMA = "https://schema.org"
TERMS = "urn:touratlas:term:"
_SCHEDULED, _CANCELLED, _RESCHEDULED = (
    f"{SCHEMA}/Event{name}" for name in ("Scheduled", "Cancelled", "Rescheduled")
)


@dataclass(frozen=True, slots=True)
class Ids:
    """The identifiers of a tour's parts: `of("event", "arrival")`."""

    tour: str

    def of(self, kind: str, name: str) -> str:
        """A URN that is the same in every export of the tour."""
        return f"urn:touratlas:{self.tour}:{kind}:{name}"


def linked_events(
    atlas: Atlas, view: View, event_id: Callable[[EventRecord], str], *, evidence: bool
) -> list[dict[str, Any]]:
    """Every event; with `evidence` its claims have their quotes, and everything its identifier and our own terms."""
    ids = Ids(atlas.tour.tour.id) if evidence else None
    return [_event(one, event_id(one), ids) for one in event_records(atlas, view)]


def linked_tour(atlas: Atlas, view: View) -> dict[str, Any]:
    """The whole tour as one document: the trip with its stops, every event, and the articles that are quoted."""
    head, ids = head_record(atlas.tour, view), Ids(atlas.tour.tour.id)
    return {
        "@context": [SCHEMA, {"ta": TERMS}],
        "@id": ids.of("tour", head.id),
        "@type": "CreativeWork",
        "name": head.title,
        "description": head.summary,
        "inLanguage": head.language,
        "ta:asOf": head.as_of,
        "ta:view": head.view,
        "mainEntity": _trip(atlas, view, ids),
        "about": linked_events(atlas, view, lambda one: ids.of("event", one.id), evidence=True),
        "mentions": _mentioned(atlas, view, ids),
        "citation": list(_articles(atlas, ids)),
    }


def _trip(atlas: Atlas, view: View, ids: Ids) -> dict[str, Any]:
    items = [
        {
            "@type": "ListItem",
            "@id": ids.of("stop", stop.id),
            "position": stop.number,
            "name": stop.name,
            "item": {"@id": ids.of("place", stop.place.id)},
            "ta:status": stop.status,
            **_own_date(stop.when),
            **_basis(stop.basis),
            **_told(stop.outcome, ids),
        }
        for stop in stop_records(atlas, view)
    ]
    itinerary = {"@type": "ItemList", "itemListElement": items}
    return {
        "@type": "Trip",
        "@id": ids.of("trip", ids.tour),
        "name": atlas.tour.tour.title,
        "itinerary": itinerary,
    }


def _articles(atlas: Atlas, ids: Ids) -> Iterator[dict[str, Any]]:
    for name, source in atlas.tour.articles().items():
        made: dict[str, Any] = {
            "@type": "Article",
            "@id": ids.of("source", name),
            "name": source.title or name,
        }
        made |= {"url": source.url} if source.url else {}
        made |= {"publisher": {"@type": "Organization", "name": source.publisher}} if source.publisher else {}
        references = [
            {"@type": "CreativeWork", "@id": _reference(ids, name, one.label), "name": one.text}
            for one in atlas.articles[name].references
            if one.label
        ]
        yield {**made, "citation": references} if references else made


def _reference(ids: Ids, source: str, label: str) -> str:
    from urllib.parse import quote

    return ids.of("reference", f"{source}:{quote(label, safe='')}")


def _event(event: EventRecord, name: str, ids: Ids | None) -> dict[str, Any]:
    made: dict[str, Any] = {
        "@type": "Event",
        "@id": name,
        "name": event.title,
        **_status(event),
        "disambiguatingDescription": event.status_words,
        **_dates(event.when),
    }
    if event.place:
        made["location"] = {"@id": ids.of("place", event.place.id)} if ids else _place(event.place)
    attending: list[dict[str, Any]] = [
        {"@id": ids.of("person", one.id)} if ids else _person(one) for one in event.people
    ]
    if ids:
        attending += [{"@type": "Organization", "name": one} for one in event.delegations]
    if attending:
        made["attendee"] = attending
    if ids:
        made |= _own(event)
    made["subjectOf"] = [_claim(one, ids) for one in event.claims]
    if ids and event.outcome:
        made["subjectOf"].append(_outcome(event.outcome))
    return made


def _own(event: EventRecord) -> dict[str, Any]:
    """What only the whole document tells: topics, and what schema.org has no word for."""
    topics = {"keywords": list(event.topics)} if event.topics else {}
    return {
        **topics,
        "additionalType": f"{TERMS}{event.kind}",
        "ta:status": event.status,
        **_own_date(event.when),
        **_basis(event.basis),
    }


def _own_date(moment: Moment | None) -> dict[str, Any]:
    if moment is None:
        return {}
    return {"ta:when": moment.text, "ta:uncertain": moment.uncertain, "ta:approximate": moment.approximate}


def _basis(basis: tuple[Any, ...]) -> dict[str, Any]:
    return {f"ta:{one.of}Basis": one.source for one in basis} | {
        f"ta:{one.of}BasisSays": one.says for one in basis
    }


def _status(event: EventRecord) -> dict[str, str]:
    """Scheduled, unless reports say that it did not take place, or that it did at another time. Of what is only
    possible there is no word in schema.org, and none is surer.
    """
    outcome = event.outcome
    if outcome is None or outcome.status == OutcomeStatus.UNKNOWN:
        return {} if event.status == Status.POSSIBLE else {"eventStatus": _SCHEDULED}
    if outcome.status == OutcomeStatus.NOT_HAPPENED:
        return {"eventStatus": _CANCELLED}
    moved = event.when and outcome.when and event.when.text != outcome.when.text
    told = _RESCHEDULED if outcome.status == OutcomeStatus.CHANGED and moved else _SCHEDULED
    return {"eventStatus": told}


def _dates(moment: Moment | None) -> dict[str, Any]:
    """`startDate` and `endDate`, where they are known for sure; of a time that is about so, the day."""
    if moment is None:
        return {}
    when = parse_when(moment.text)
    single = iso_attribute(when)
    if single:
        return {"startDate": single}
    sides = ("startDate", when.start), ("endDate", when.last)
    return {
        key: _iso(side)
        for key, side in sides
        if when.is_interval and not isinstance(side, Edge) and _iso(side)
    }


def _iso(side: Endpoint) -> str:
    """One side of an interval; "" where it isn't sure."""
    if side.time is None and (side.qualified or side.precision in (Precision.DAYS, Precision.MONTHS)):
        return ""
    return iso_attribute(When("", side, None)) or ""


def _place(place: Spot) -> dict[str, Any]:
    made: dict[str, Any] = {
        "@type": "Place",
        "name": place.name,
        "address": {"@type": "PostalAddress", "addressCountry": place.country},
    }
    if place.extent != Extent.COUNTRY:  # a country's middle is nowhere that anything takes place
        made["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return made


def _person(taker: Taker) -> dict[str, Any]:
    role = {"jobTitle": taker.role} if taker.role else {}
    return {"@type": "Person", "name": taker.name, **role}


def _mentioned(atlas: Atlas, view: View, ids: Ids) -> list[dict[str, Any]]:
    """Every place and person that stops and events refer to by identifier, once: twice, a graph would have two of its
    coordinates.
    """
    events = event_records(atlas, view)
    places = {stop.place.id: stop.place for stop in stop_records(atlas, view)}
    places |= {event.place.id: event.place for event in events if event.place}
    people = {one.id: one for event in events for one in event.people}
    made = []
    for place in places.values():
        kind = {"@type": "Country"} if place.extent == "country" else {}
        made.append({"@id": ids.of("place", place.id), **_place(place), **kind})
    for one in people.values():
        home = {"affiliation": {"@type": "Organization", "name": one.delegation}} if one.delegation else {}
        made.append({"@id": ids.of("person", one.id), **_person(one), **home})
    return made


def _claim(claim: ClaimRecord, ids: Ids | None) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "Claim", "text": claim.says}
    if ids is None:
        return made
    made["@id"] = ids.of("claim", claim.id)
    made |= {"author": {"@type": "Thing", "name": claim.by}} if claim.by else {}
    made |= {"comment": {"@type": "Comment", "text": claim.note}} if claim.note else {}
    made["ta:status"] = claim.status
    made["isBasedOn"] = [_quotation(one, ids) for one in claim.quotes]
    return made


def _quotation(quote: QuoteRecord, ids: Ids) -> dict[str, Any]:
    """A quote; only direct citations are its `citation`, those nearby have a term of ours."""
    made: dict[str, Any] = {
        "@type": "Quotation",
        "text": quote.exact,
        "isPartOf": {"@id": ids.of("source", quote.source)},
        "ta:start": quote.start,
        "ta:end": quote.end,
    }
    for key, direct in (("citation", True), ("ta:nearby", False)):
        cited = [
            {"@id": _reference(ids, quote.source, one.label)}
            for one in quote.citations
            if one.direct is direct
        ]
        made |= {key: cited} if cited else {}
    return made


def _told(outcome: OutcomeRecord | None, ids: Ids) -> Mapping[str, Any]:
    return {"subjectOf": _outcome(outcome)} if outcome and ids else {}


def _outcome(outcome: OutcomeRecord) -> dict[str, Any]:
    """What later reports say, as a claim that rests on them."""
    made: dict[str, Any] = {
        "@type": "Claim",
        "text": outcome.says or outcome.words,
        "ta:outcome": outcome.status,
    }
    made |= {"comment": {"@type": "Comment", "text": outcome.note}} if outcome.note else {}
    made |= {"ta:outcomeWhen": outcome.when.text} if outcome.when else {}
    reports = []
    for one in outcome.reports:
        report: dict[str, Any] = {"@type": "Article", "name": one.title or one.publisher}
        report |= {"url": one.url} if one.url else {}
        report["publisher"] = {"@type": "Organization", "name": one.publisher}
        reports.append(report | ({"datePublished": one.published} if one.published else {}))
    return {**made, "isBasedOn": reports} if reports else made
