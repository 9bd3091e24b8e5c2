"""A tour as students get it: without answers, outcomes, later reports and the curator's notes, anywhere.

Snapshot, handout, worksheet and slides for students are all made from it.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from touratlas.evidence import gather
from touratlas.glossary import idle_terms
from touratlas.interface import word
from touratlas.model import ArticleSource, Background, Basis, Event, Ground, Leg, Lesson, Stop, Tour

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from touratlas.check import Atlas
    from touratlas.model import Claim, Question, Source

One = TypeVar("One", Stop, Leg, Event)


def for_students(atlas: Atlas) -> Atlas:
    """The same tour with nothing in it that a student isn't to find, so that no view can show it and no file can hold
    it. Dates and places that reports supplied stay, marked as not the article's. These reports lose title and address,
    and where they are later than the article also publisher, day and id: who reported what when tells what happened.
    Reports that supplied nothing are gone.
    """
    tour = _tour(atlas.tour)
    # A term that stands in an answer or an outcome alone would tell of it.
    idle = idle_terms(tour, atlas.articles)
    terms = {term: text for term, text in tour.glossary.items() if term not in idle}
    tour = tour.model_copy(update={"glossary": MappingProxyType(terms)})
    return replace(
        atlas,
        tour=tour,
        evidence=gather(tour, atlas.articles),
        loaded=replace(atlas.loaded, tour=tour, root=None, findings=()),
    )


def _tour(tour: Tour) -> Tour:
    named = _names(tour)
    kept = tour.model_copy(
        update={
            "sources": MappingProxyType(
                {new: _source(tour.sources[old], unnamed=old != new) for old, new in named.items()}
            ),
            "stops": tuple(_stop(stop, named) for stop in tour.stops),
            "legs": tuple(_part(leg, named, events=_events(leg.events, named)) for leg in tour.legs),
            "background": Background(
                claims=tuple(_claim(claim) for claim in tour.background.claims),
                events=_events(tour.background.events, named),
            ),
            "lesson": Lesson(),
            "accept": (),
        }
    )
    used = set(_places(kept))
    places = {key: place for key, place in tour.places.items() if key in used}
    return kept.model_copy(update={"places": MappingProxyType(places)})


def _names(tour: Tour) -> dict[str, str]:
    """The sources that stay, by their id, with the id that they get: articles, and what supplied a date or a place. All
    later reports become one, all later schedules another.
    """
    parts: tuple[Stop | Leg | Event, ...] = (*tour.stops, *tour.legs, *(event for _, event in tour.events()))
    grounds = (ground for part in parts for ground in (part.basis.when, part.basis.place) if ground)
    used = {ground.from_ for ground in grounds}
    named: dict[str, str] = {}
    for key, source in tour.sources.items():
        if isinstance(source, ArticleSource):
            named[key] = key
        elif key in used:
            named[key] = _free(source.kind, tour.sources) if tour.is_late(key) else key
    return named


def _free(name: str, taken: Mapping[str, Source]) -> str:
    while name in taken:
        name = f"{name}-x"
    return name


def _places(tour: Tour) -> Iterator[str]:
    """What is somewhere as the article tells it; where something came to be later isn't among it."""
    yield from (stop.place for stop in tour.stops)
    yield from (event.place for _, event in tour.events() if event.place)
    for leg in tour.legs:
        yield from (end for end in (leg.from_, leg.to) if end in tour.places)


def _source(source: Source, *, unnamed: bool) -> Source:
    if isinstance(source, ArticleSource):
        # What the curator accepts of the audit, and why, answers its question.
        audit = source.audit.model_copy(update={"accept": ()})
        return source.model_copy(update={"about": None, "audit": audit, "left_out": ()})
    if unnamed:
        hidden = {"publisher": word("students_unnamed"), "published": None}
        return source.model_copy(update={"title": None, "url": None, **hidden})
    return source.model_copy(update={"title": None, "url": None})


def _stop(stop: Stop, named: Mapping[str, str]) -> Stop:
    questions = tuple(_question(question) for question in stop.questions)
    return _part(stop, named, events=_events(stop.events, named), questions=questions, notes=None)


def _question(question: Question) -> Question:
    return question.model_copy(update={"answer": "", "quotes": (), "from_": ()})


def _events(events: tuple[Event, ...], named: Mapping[str, str]) -> tuple[Event, ...]:
    return tuple(
        _part(event, named, claims=tuple(_claim(claim) for claim in event.claims)) for event in events
    )


def _claim(claim: Claim) -> Claim:
    return claim.model_copy(update={"note": None})


def _part(one: One, named: Mapping[str, str], **changed: object) -> One:
    return one.model_copy(update={**changed, "outcome": None, "basis": _basis(one.basis, named)})


def _basis(basis: Basis, named: Mapping[str, str]) -> Basis:
    grounds = {"when": _ground(basis.when, named), "place": _ground(basis.place, named)}
    return basis.model_copy(update=grounds)


def _ground(ground: Ground | None, named: Mapping[str, str]) -> Ground | None:
    if ground is None:
        return None
    plain = {"note": None, "others": (), "from_": named.get(ground.from_, ground.from_)}
    return ground.model_copy(update=plain)
