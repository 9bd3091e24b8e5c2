"""The agenda: what a reader sees of a stop, of the whole tour, and of what belongs to no stop.

Pure functions from an :class:`~touratlas.check.Atlas` to values, and from those to HTML by one template. In
the *article's view* outcomes have no part; the *later view* adds them, with their reports.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from touratlas.countries import country_name, known_country
from touratlas.dates import hours, iso_attribute, place_time, show
from touratlas.interface import word
from touratlas.itinerary import hops, stop_place_id
from touratlas.views.agenda_values import ApartView, ClaimView, EventView, Fact, StatusView, StopView, Taking
from touratlas.views.knowledge import in_article, origin, otherwise
from touratlas.views.links import Choice
from touratlas.views.marks import MARKS, stop_status
from touratlas.views.outcomes import OutcomeView, outcome_view
from touratlas.views.passages import passage_view
from touratlas.views.templates import render
from touratlas.words import Extent, Of, Status, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.check import Atlas
    from touratlas.dates import When
    from touratlas.evidence import ClaimEvidence
    from touratlas.itinerary import Hop
    from touratlas.model import Basis, Event, Ground, Leg, Stop, Tour
    from touratlas.tree import Path
    from touratlas.views.links import Links


def stop_views(atlas: Atlas, links: Links) -> tuple[StopView, ...]:
    """All stops in order."""
    return tuple(_stop(atlas, links, number, stop) for number, stop in enumerate(atlas.tour.stops))


def agenda_html(atlas: Atlas, links: Links, choice: Choice) -> str:
    """The agenda of the chosen stop; of the whole tour where none is chosen. HTML, with every text escaped."""
    stops = stop_views(atlas, links)
    chosen = next((stop for stop in stops if stop.id == choice.stop), None)
    if chosen is not None:
        return render("stop.html", stop=chosen, view=links.view.value)
    apart = apart_view(atlas, links)
    return render(
        "tour.html",
        tour=atlas.tour.tour,
        stops=stops,
        onward=apart.onward,
        onward_outcome=apart.onward_outcome,
        background=apart.background,
        apart=apart.events,
        view=links.view.value,
    )


def stop_name(tour: Tour, stop: Stop, view: View = View.ARTICLE) -> str:
    """How a stop is called: by its own title, else by its place; in the later view by the place that reports
    name, where they name another.
    """
    later = stop_place_id(stop, view)
    return tour.places[later].name if later != stop.place else stop.title or tour.places[stop.place].name


def apart_view(atlas: Atlas, links: Links) -> ApartView:
    """What belongs to no stop."""
    events = tuple(
        _event(atlas, links, ("background", "events", number), event, "")
        for number, event in enumerate(atlas.tour.background.events)
    )
    return ApartView(
        onward=_onward(atlas, links),
        onward_outcome=_leg_outcome(atlas.tour, None, links.view),
        events=events,
        background=_claims(atlas, links, atlas.evidence.of_background(), None),
    )


def stop_place_in_article(tour: Tour, stop: Stop) -> bool:
    """Whether the article itself names the stop's place."""
    return in_article(tour, stop.basis.place)


def _stop(atlas: Atlas, links: Links, number: int, stop: Stop) -> StopView:
    tour, path = atlas.tour, ("stops", number)
    place = tour.places[stop.place]
    way, origin_fact = _way(atlas, links, number)
    events = tuple(
        _event(atlas, links, (*path, "events", at), event, stop.id) for at, event in enumerate(stop.events)
    )
    return StopView(
        id=stop.id,
        number=number + 1,
        href=links.to(Choice(stop.id)),
        name=_stop_fact(atlas, links, path, stop),
        country=_country(place.country, place.name) if place.extent is Extent.POINT else place.name,
        country_in_article=place.extent is Extent.POINT or stop_place_in_article(tour, stop),
        status=status_view(stop_status(stop)),
        when=_when_fact(atlas, links, path, stop.basis, stop.when, place.name),
        events=_in_order(events, stop.events),
        way=way,
        way_from=origin_fact,
        outcome=outcome_view(tour, stop.outcome, links.view),
        way_outcome=_leg_outcome(tour, number, links.view),
        anchor=links.anchor(Choice(stop.id)),
    )


def _stop_fact(atlas: Atlas, links: Links, path: Path, stop: Stop) -> Fact:
    """How a stop is called, and whether that was learned afterwards."""
    fact = _place_fact(atlas, links, path, stop.basis, stop_name(atlas.tour, stop, links.view))
    return replace(fact, later=stop_place_id(stop, links.view) != stop.place)


def _leg_outcome(tour: Tour, end: int | None, view: View) -> OutcomeView | None:
    """What reports tell of the leg that ends at a stop, or of the way home (None)."""
    leg = next((hop.leg for hop in hops(tour) if hop.end.stop == end and hop.leg is not None), None)
    return outcome_view(tour, leg.outcome, view) if leg else None


def _in_order(views: tuple[EventView, ...], events: tuple[Event, ...]) -> tuple[EventView, ...]:
    """By day where both have one, else as the curator wrote them: what has no day stays where it stands,
    behind the dated.
    """
    dated = [(event.when.sort_key, view) for event, view in zip(events, views, strict=True) if event.when]
    undated = [view for event, view in zip(events, views, strict=True) if not event.when]
    return (*(view for _, view in sorted(dated, key=lambda pair: pair[0])), *undated)


def _country(code: str, name: str) -> str:
    country = country_name(code)
    return "" if country == name else country


def _way(atlas: Atlas, links: Links, number: int) -> tuple[tuple[EventView, ...], Fact | None]:
    """The events of the leg that ends at a stop, if any, and where it started."""
    for hop in hops(atlas.tour):
        if hop.end.stop == number and hop.leg is not None and hop.number is not None:
            start = _start_fact(atlas, links, hop, hop.number, hop.leg)
            return _leg_events(atlas, links, hop.number, hop.leg, atlas.tour.stops[number].id), start
    return (), None


def _start_fact(atlas: Atlas, links: Links, hop: Hop, number: int, leg: Leg) -> Fact:
    """Where a leg starts: a stop stands on its own ground, an origin on the leg's."""
    if hop.start.stop is None:
        return _place_fact(atlas, links, ("legs", number), leg.basis, hop.start.place.name)
    stop = atlas.tour.stops[hop.start.stop]
    return _place_fact(atlas, links, ("stops", hop.start.stop), stop.basis, stop_name(atlas.tour, stop))


def _onward(atlas: Atlas, links: Links) -> tuple[EventView, ...]:
    """The events of a leg that ends at no stop: the way home."""
    found = (hop for hop in hops(atlas.tour) if hop.end.stop is None and hop.leg is not None)
    return tuple(
        view
        for hop in found
        if hop.leg and hop.number is not None
        for view in _leg_events(atlas, links, hop.number, hop.leg, "")
    )


def _leg_events(atlas: Atlas, links: Links, number: int, leg: Leg, stop: str) -> tuple[EventView, ...]:
    return tuple(
        _event(atlas, links, ("legs", number, "events", at), event, stop)
        for at, event in enumerate(leg.events)
    )


def _event(atlas: Atlas, links: Links, path: Path, event: Event, stop: str) -> EventView:
    tour = atlas.tour
    place = tour.places[event.place] if event.place else None
    holder = tour.stops[int(path[1])] if path[0] == "stops" else None
    zone = place or (tour.places[holder.place] if holder else None)
    return EventView(
        id=event.id,
        href=links.to(Choice(stop, event.id)),
        stop=stop,
        title=event.title,
        kind=event.kind.value,
        lead=event.lead,
        status=status_view(event.status),
        when=_when_fact(atlas, links, path, event.basis, event.when, zone.name if zone else ""),
        place=_place_fact(atlas, links, path, event.basis, place.name) if place else None,
        people=tuple(_people(tour, event)),
        topics=tuple(tour.topics[name] for name in event.topics),
        claims=_claims(atlas, links, atlas.evidence.of_event(event.id), event),
        outcome=outcome_view(tour, event.outcome, links.view),
        anchor=links.anchor(Choice(stop, event.id)),
    )


def _people(tour: Tour, event: Event) -> Iterator[Taking]:
    for name in event.people:
        person = tour.people[name]
        yield Taking(person.name, person.role or "")
    for name in event.delegations:
        yield Taking(delegation_name(tour, name), word("agenda_delegation"))


def delegation_name(tour: Tour, name: str) -> str:
    """A delegation's name: its own, or the country's whose code it is."""
    if name in tour.delegations:
        return tour.delegations[name].name
    return country_name(name) if known_country(name) else name


def _claims(
    atlas: Atlas, links: Links, claims: tuple[ClaimEvidence, ...], event: Event | None
) -> tuple[ClaimView, ...]:
    return tuple(_claim(atlas, links, held, event) for held in claims)


def _claim(atlas: Atlas, links: Links, held: ClaimEvidence, event: Event | None) -> ClaimView:
    claim = held.claim
    other = claim.status if claim.status and (event is None or claim.status is not event.status) else None
    labels = dict.fromkeys(citation.label for quote in held.quotes for citation in quote.direct)
    return ClaimView(
        id=held.id,
        says=claim.says,
        by=speaker(atlas.tour, claim.by) if claim.by else "",
        note=claim.note or "",
        status=StatusView(other.value, MARKS[other].told) if other else None,
        labels=tuple(labels),
        passages=tuple(passage_view(atlas, quote, links) for quote in held.quotes),
        line=atlas.loaded.place(held.path)[0],
    )


def speaker(tour: Tour, name: str) -> str:
    """Whose assertion a claim is: the name of a person or of a delegation."""
    return tour.people[name].name if name in tour.people else delegation_name(tour, name)


def status_view(status: Status) -> StatusView:
    """A status as it is shown."""
    return StatusView(status.value, MARKS[status].words)


def _when_fact(
    atlas: Atlas, links: Links, path: Path, basis: Basis, when: When | None, place: str
) -> Fact | None:
    if when is None:
        return None
    label = place_time(place) if place else None
    return _fact(
        atlas, links, path, Of.WHEN, basis, show(when, zone_label=label), machine=iso_attribute(when) or ""
    )


def _place_fact(atlas: Atlas, links: Links, path: Path, basis: Basis, text: str) -> Fact:
    return _fact(atlas, links, path, Of.PLACE, basis, text)


def _fact(
    atlas: Atlas, links: Links, path: Path, what: Of, basis: Basis, text: str, *, machine: str = ""
) -> Fact:
    ground: Ground | None = basis.of(what)
    held = atlas.evidence.grounds.get((*path, "basis", what.value, "quotes"), ())
    return Fact(
        text=text,
        in_article=in_article(atlas.tour, ground),
        origin=origin(atlas.tour, ground) if ground else "",
        passages=tuple(passage_view(atlas, quote, links) for quote in held),
        machine=machine,
        others=otherwise(atlas.tour, ground, links.view),
    )


def event_name_parts(event: Event) -> tuple[StatusView, str]:
    """An event's status, and its hour where it has one, for lists that already say the day."""
    return status_view(event.status), hour_of(event.when)


def hour_of(when: When | None) -> str:
    """The hour of a date on one day, such as `about 05:00`; "" where it has none."""
    return hours(when) if when else ""
