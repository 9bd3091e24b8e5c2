"""A tour as students get it: without answers, outcomes, later reports and the curator's notes, anywhere."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from touratlas.evidence import gather
from touratlas.model import ArticleSource, Background, Basis, Event, Ground, Leg, Stop, Tour

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.check import Atlas
    from touratlas.model import Claim, Question, Source

One = TypeVar("One", Stop, Leg, Event)


def for_students(atlas: Atlas) -> Atlas:
    """The same tour with nothing in it that a student isn't to find, so that no view can show it and no file can hold
    it. Dates and places that reports supplied stay, marked as not the article's; the reports lose title and address.
    """
    tour = _tour(atlas.tour)
    return replace(
        atlas,
        tour=tour,
        evidence=gather(tour, atlas.articles),
        loaded=replace(atlas.loaded, tour=tour, root=None, findings=()),
    )


def _tour(tour: Tour) -> Tour:
    kept = tour.model_copy(
        update={
            "sources": MappingProxyType({key: _source(source) for key, source in tour.sources.items()}),
            "stops": tuple(_stop(stop) for stop in tour.stops),
            "legs": tuple(_part(leg, events=_events(leg.events)) for leg in tour.legs),
            "background": Background(
                claims=tuple(_claim(claim) for claim in tour.background.claims),
                events=_events(tour.background.events),
            ),
            "accept": (),
        }
    )
    used = set(_places(kept))
    places = {key: place for key, place in tour.places.items() if key in used}
    return kept.model_copy(update={"places": MappingProxyType(places)})


def _places(tour: Tour) -> Iterator[str]:
    """What is somewhere as the article tells it; where something came to be later isn't among it."""
    yield from (stop.place for stop in tour.stops)
    yield from (event.place for _, event in tour.events() if event.place)
    for leg in tour.legs:
        yield from (end for end in (leg.from_, leg.to) if end in tour.places)


def _source(source: Source) -> Source:
    if isinstance(source, ArticleSource):
        # What the curator accepts of the audit, and why, answers its question.
        return source.model_copy(
            update={"about": None, "audit": source.audit.model_copy(update={"accept": ()})}
        )
    return source.model_copy(update={"title": None, "url": ""})


def _stop(stop: Stop) -> Stop:
    questions = tuple(_question(question) for question in stop.questions)
    return _part(stop, events=_events(stop.events), questions=questions, notes=None)


def _question(question: Question) -> Question:
    return question.model_copy(update={"answer": "", "quotes": (), "from_": ()})


def _events(events: tuple[Event, ...]) -> tuple[Event, ...]:
    return tuple(_part(event, claims=tuple(_claim(claim) for claim in event.claims)) for event in events)


def _claim(claim: Claim) -> Claim:
    return claim.model_copy(update={"note": None})


def _part(one: One, **changed: object) -> One:
    return one.model_copy(update={**changed, "outcome": None, "basis": _basis(one.basis)})


def _basis(basis: Basis) -> Basis:
    return basis.model_copy(update={"when": _ground(basis.when), "place": _ground(basis.place)})


def _ground(ground: Ground | None) -> Ground | None:
    return ground.model_copy(update={"note": None}) if ground else None
