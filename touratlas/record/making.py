"""The records of a tour: every id resolved, every date told, every quote cut from its article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from touratlas.countries import country_name
from touratlas.dates import place_time, show, to_edtf, utc_bounds
from touratlas.itinerary import hops
from touratlas.model import INFERRED, ArticleSource
from touratlas.record.values import (
    BasisRecord,
    Cited,
    ClaimRecord,
    EventRecord,
    HeadRecord,
    LegRecord,
    Moment,
    OutcomeRecord,
    QuoteRecord,
    ReportRecord,
    Spot,
    StopRecord,
    Taker,
)
from touratlas.views.agenda import delegation_name, stop_name
from touratlas.views.ends import is_reached
from touratlas.views.knowledge import in_article, told
from touratlas.views.links import stop_of
from touratlas.views.marks import MARKS, SIGNS, stop_status
from touratlas.views.outcomes import known_outcome
from touratlas.words import Of, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.check import Atlas
    from touratlas.dates import When
    from touratlas.evidence import ClaimEvidence, Held
    from touratlas.itinerary import End, Hop
    from touratlas.model import Basis, Event, Ground, Outcome, Stop, Tour
    from touratlas.tree import Path

CONTEXT = 32  # code points of the text before and behind a quote, as W3C's TextQuoteSelector has them
_VIEWS = {View.ARTICLE: "what the article knew", View.LATER: "what the article knew, and what happened"}


def head_record(tour: Tour, view: View) -> HeadRecord:
    """The tour's head."""
    head = tour.tour
    return HeadRecord(
        head.id, head.title, head.summary, head.as_of.text, head.language, view.value, _VIEWS[view]
    )


def event_records(atlas: Atlas, view: View) -> tuple[EventRecord, ...]:
    """All events: those of the stops, of the legs, then of no stop."""
    return tuple(_event(atlas, view, path, event) for path, event in atlas.tour.events())


def stop_records(atlas: Atlas, view: View) -> tuple[StopRecord, ...]:
    """All stops in order."""
    return tuple(_stop(atlas, view, number, stop) for number, stop in enumerate(atlas.tour.stops))


def leg_records(atlas: Atlas, view: View) -> tuple[LegRecord, ...]:
    """All legs in order, those too of which the file says nothing."""
    return tuple(_leg(atlas, view, hop) for hop in hops(atlas.tour))


def background_claims(atlas: Atlas) -> tuple[ClaimRecord, ...]:
    """The claims that belong to no event."""
    return tuple(_claim(atlas, held) for held in atlas.evidence.of_background())


def quote_record(atlas: Atlas, held: Held) -> QuoteRecord:
    """A quote that holds."""
    text, span = atlas.articles[held.source].text, held.passage.quote
    return QuoteRecord(
        source=held.source,
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        start=span.start,
        end=span.end,
        passage=held.passage.span.of(text),
        citations=tuple(
            Cited(one.label, one.direct, one.reference.text if one.reference else "")
            for one in held.citations
        ),
    )


def moment(when: When | None, place: Spot | None = None) -> Moment | None:
    """A date, told in a place's own time where it has one."""
    if when is None:
        return None
    zone = place.zone if place is not None else ""
    first, last = _sides(when, zone)
    label = place_time(place.name) if place is not None else None
    shown = show(when, zone_label=label, long=True)
    return Moment(when.text, to_edtf(when), shown, first, last, when.uncertain, when.approximate, zone)


def spot(tour: Tour, place_id: str) -> Spot:
    """A place of the tour."""
    place = tour.places[place_id]
    country, (lat, lon) = place.country, place.at
    return Spot(
        place_id, place.name, country, country_name(country), lat, lon, place.zone, place.extent.value
    )


def _sides(when: When, zone: str) -> tuple[str, str]:
    """The first and last day; instants in UTC where there is a time and a zone to tell it in."""
    if when.has_time and zone:
        first, last = utc_bounds(when, zone)
        return _instant(first), _instant(last)
    return str(when.earliest or ""), str(when.latest or "")


def _instant(moment: Any) -> str:
    # isoformat writes the year in four digits; strftime doesn't pad those below 1000 everywhere.
    return "" if moment is None else f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _event(atlas: Atlas, view: View, path: Path, event: Event) -> EventRecord:
    tour = atlas.tour
    stop_id = stop_of(tour, path)
    stop = next((one for one in tour.stops if one.id == stop_id), None)
    home = stop if path[0] == "stops" else None
    place_id = event.place or (home.place if home else "")
    place = spot(tour, place_id) if place_id else None
    basis = list(_basis(atlas, view, path, event.basis))
    if home and not event.place:
        own = [one for one in basis if one.of != Of.PLACE]
        basis = own + [one for one in _basis(atlas, view, path[:2], home.basis) if one.of == Of.PLACE]
    return EventRecord(
        id=event.id,
        title=event.title,
        short=event.label,
        kind=event.kind.value,
        lead=event.lead,
        status=event.status.value,
        status_words=MARKS[event.status].words,
        stop=stop_id,
        stop_name=stop_name(tour, stop) if stop else "",
        on_the_way=path[0] == "legs",
        when=moment(event.when, place),
        place=place,
        place_of="event" if event.place else "stop" if place else "",
        basis=tuple(basis),
        people=tuple(_taker(tour, name) for name in event.people),
        delegations=tuple(delegation_name(tour, name) for name in event.delegations),
        topics=tuple(tour.topics[name] for name in event.topics),
        claims=tuple(_claim(atlas, held) for held in atlas.evidence.of_event(event.id)),
        outcome=_outcome(tour, known_outcome(event.outcome, view), place),
    )


def _stop(atlas: Atlas, view: View, number: int, stop: Stop) -> StopRecord:
    tour, status = atlas.tour, stop_status(stop)
    place = spot(tour, stop.place)
    return StopRecord(
        id=stop.id,
        number=number + 1,
        name=stop_name(tour, stop),
        status=status.value,
        status_words=MARKS[status].words,
        when=moment(stop.when, place),
        place=place,
        basis=tuple(_basis(atlas, view, ("stops", number), stop.basis)),
        outcome=_outcome(tour, known_outcome(stop.outcome, view), place),
    )


def _leg(atlas: Atlas, view: View, hop: Hop) -> LegRecord:
    tour, leg = atlas.tour, hop.leg
    ends = _end_id(tour, hop.start), _end_id(tour, hop.end)
    start, end = spot(tour, hop.start.place_id), spot(tour, hop.end.place_id)
    basis = (
        tuple(_basis(atlas, view, ("legs", hop.number), leg.basis)) if leg and hop.number is not None else ()
    )
    return LegRecord(
        id="--".join(ends),
        name=f"{_end_name(tour, hop.start)} – {_end_name(tour, hop.end)}",
        start=start,
        end=end,
        reached=is_reached(tour, hop),
        when=moment(leg.when, None) if leg else None,
        basis=basis,
        outcome=_outcome(tour, known_outcome(leg.outcome, view), None) if leg else None,
    )


def _end_id(tour: Tour, end: End) -> str:
    return end.place_id if end.stop is None else tour.stops[end.stop].id


def _end_name(tour: Tour, end: End) -> str:
    return end.place.name if end.stop is None else stop_name(tour, tour.stops[end.stop])


def _basis(atlas: Atlas, view: View, path: Path, basis: Basis) -> Iterator[BasisRecord]:
    for what in Of:
        ground = basis.of(what)
        if ground is not None:
            held = atlas.evidence.grounds.get((*path, "basis", what.value, "quotes"), ())
            yield BasisRecord(
                of=what.value,
                source=_source_kind(atlas.tour, ground, view),
                in_article=in_article(atlas.tour, ground),
                says=told(atlas.tour, ground, view),
                quotes=tuple(quote_record(atlas, one) for one in held),
            )


def _source_kind(tour: Tour, ground: Ground, view: View) -> str:
    """What sort of source a ground is; in the later view which one."""
    source = tour.sources.get(ground.from_)
    if source is None:
        return INFERRED
    return ground.from_ if view is View.LATER else source.kind


def _taker(tour: Tour, name: str) -> Taker:
    person = tour.people[name]
    delegation = delegation_name(tour, person.delegation) if person.delegation else ""
    return Taker(name, person.name, person.role or "", delegation)


def _claim(atlas: Atlas, held: ClaimEvidence) -> ClaimRecord:
    claim, tour = held.claim, atlas.tour
    status = claim.status or (held.event.status if held.event else None)
    by = claim.by or ""
    return ClaimRecord(
        id=held.id,
        says=claim.says,
        by=tour.people[by].name if by in tour.people else delegation_name(tour, by) if by else "",
        status=status.value if status else "",
        note=claim.note or "",
        quotes=tuple(quote_record(atlas, one) for one in held.quotes),
    )


def _outcome(tour: Tour, outcome: Outcome | None, place: Spot | None) -> OutcomeRecord | None:
    if outcome is None:
        return None
    own = spot(tour, outcome.place) if outcome.place else None
    return OutcomeRecord(
        status=outcome.status.value,
        words=SIGNS[outcome.status].words,
        says=outcome.says or "",
        note=outcome.note or "",
        when=moment(outcome.when, own or place),
        place=own,
        reports=tuple(_report(tour, name) for name in outcome.from_),
    )


def _report(tour: Tour, name: str) -> ReportRecord:
    source = tour.sources[name]
    published = "" if isinstance(source, ArticleSource) or not source.published else source.published.text
    return ReportRecord(name, source.publisher or "", source.title or "", source.url or "", published)
