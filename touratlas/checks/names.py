"""Every place of a tour where one thing names another by its id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.model import INFERRED
from touratlas.words import Of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from touratlas.model import Basis, Event, Outcome, Quote, Tour
    from touratlas.tree import Path


@dataclass(frozen=True, slots=True)
class Use:
    """An id where it is used: its path, what it should be, and the ids of that kind."""

    path: Path
    name: str
    what: str
    table: Collection[str]


def uses(tour: Tour) -> Iterator[Use]:
    """Every use of an id, in the order of the file's sections; country codes of people's delegations
    included.
    """
    yield from _people(tour)
    for number, stop in enumerate(tour.stops):
        at: Path = ("stops", number)
        yield Use((*at, "place"), stop.place, "place", tour.places)
        yield from _basis(tour, (*at, "basis"), stop.basis)
        yield from _outcome(tour, at, stop.outcome)
        for which, question in enumerate(stop.questions):
            here: Path = (*at, "questions", which)
            yield from _quotes(tour, (*here, "quotes"), question.quotes)
            yield from _sources(tour, (*here, "from"), question.from_)
    yield from _legs(tour)
    for path, event in tour.events():
        yield from _event(tour, path, event)
    for number, claim in enumerate(tour.background.claims):
        path = ("background", "claims", number)
        yield from _quotes(tour, (*path, "quotes"), claim.quotes)
        if claim.by:
            yield Use((*path, "by"), claim.by, "person or delegation", speakers(tour))


def speakers(tour: Tour) -> frozenset[str]:
    """Who can assert something: people and delegations."""
    return frozenset(tour.people) | frozenset(tour.delegations)


def _people(tour: Tour) -> Iterator[Use]:
    known = delegations(tour)
    for key, person in tour.people.items():
        if person.delegation is not None:
            yield Use(("people", key, "delegation"), person.delegation, "country or delegation", known)


def delegations(tour: Tour) -> frozenset[str]:
    """What a person can belong to: a declared delegation, or any country by its code."""
    from touratlas.countries import country_codes

    return frozenset(tour.delegations) | frozenset(country_codes())


def _legs(tour: Tour) -> Iterator[Use]:
    ends = frozenset(stop.id for stop in tour.stops) | frozenset(tour.places)
    for number, leg in enumerate(tour.legs):
        at: Path = ("legs", number)
        yield Use((*at, "from"), leg.from_, "stop or place", ends)
        yield Use((*at, "to"), leg.to, "stop or place", ends)
        yield from _basis(tour, (*at, "basis"), leg.basis)
        yield from _outcome(tour, at, leg.outcome)


def _event(tour: Tour, path: Path, event: Event) -> Iterator[Use]:
    if event.place:
        yield Use((*path, "place"), event.place, "place", tour.places)
    for key, names, what, table in (
        ("people", event.people, "person", tour.people),
        ("delegations", event.delegations, "country or delegation", None),
        ("topics", event.topics, "topic", tour.topics),
    ):
        for which, name in enumerate(names):
            yield Use((*path, key, which), name, what, delegations(tour) if table is None else table)
    yield from _basis(tour, (*path, "basis"), event.basis)
    for which, claim in enumerate(event.claims):
        yield from _quotes(tour, (*path, "claims", which, "quotes"), claim.quotes)
        if claim.by:
            yield Use((*path, "claims", which, "by"), claim.by, "person or delegation", speakers(tour))
    yield from _outcome(tour, path, event.outcome)


def _basis(tour: Tour, path: Path, basis: Basis) -> Iterator[Use]:
    for what in Of:
        ground = basis.of(what)
        if ground is None:
            continue
        if ground.from_ != INFERRED:
            yield Use((*path, what.value, "from"), ground.from_, "source", tour.sources)
        yield from _quotes(tour, (*path, what.value, "quotes"), ground.quotes)


def _outcome(tour: Tour, path: Path, outcome: Outcome | None) -> Iterator[Use]:
    if outcome is None:
        return
    yield from _sources(tour, (*path, "outcome", "from"), outcome.from_)
    if outcome.place:
        yield Use((*path, "outcome", "place"), outcome.place, "place", tour.places)


def _sources(tour: Tour, path: Path, names: tuple[str, ...]) -> Iterator[Use]:
    for which, name in enumerate(names):
        yield Use((*path, which), name, "source", tour.sources)


def _quotes(tour: Tour, path: Path, quotes: tuple[Quote, ...]) -> Iterator[Use]:
    for which, quote in enumerate(quotes):
        if quote.source:
            yield Use((*path, which, "source"), quote.source, "source", tour.sources)
