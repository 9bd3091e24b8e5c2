"""Every place of a tour where one thing names another by its id."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from touratlas.model import INFERRED
from touratlas.words import Of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from touratlas.model import Basis, Claim, Event, Leg, Outcome, Stop, Tour
    from touratlas.quoting import Quote
    from touratlas.tree import Path


class Use(NamedTuple):
    """An id where it is used: its path, what it should be, and the ids of that kind."""

    path: Path
    name: str
    what: str
    table: Collection[str]


TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "place": ("places",),
        "person": ("people",),
        "topic": ("topics",),
        "source": ("sources",),
        "stop or place": ("stops", "places"),
        "person or delegation": ("people", "delegations"),
        "country or delegation": ("delegations",),
    }
)
"""The tables of the file that declare each kind of thing."""


def uses(tour: Tour) -> Iterator[Use]:
    """Every use of an id, in the order of the file's sections; country codes of people's delegations
    included.
    """
    return _Reader(tour).all()


class _Reader:
    """Reads a tour for the ids that it uses; the sets of known ids are made once."""

    def __init__(self, tour: Tour) -> None:
        from touratlas.countries import country_codes

        self.tour = tour
        self.speakers = frozenset(tour.people) | frozenset(tour.delegations)
        self.delegations = frozenset(tour.delegations) | frozenset(country_codes())
        self.ends = frozenset(stop.id for stop in tour.stops) | frozenset(tour.places)

    def all(self) -> Iterator[Use]:
        for key, person in self.tour.people.items():
            if person.delegation is not None:
                at: Path = ("people", key, "delegation")
                yield Use(at, person.delegation, "country or delegation", self.delegations)
        for number, stop in enumerate(self.tour.stops):
            yield from self.stop(("stops", number), stop)
        for number, leg in enumerate(self.tour.legs):
            yield from self.leg(("legs", number), leg)
        for path, event in self.tour.events():
            yield from self.event(path, event)
        for number, claim in enumerate(self.tour.background.claims):
            yield from self.claim(("background", "claims", number), claim)

    def stop(self, at: Path, stop: Stop) -> Iterator[Use]:
        yield Use((*at, "place"), stop.place, "place", self.tour.places)
        yield from self.basis((*at, "basis"), stop.basis)
        yield from self.outcome((*at, "outcome"), stop.outcome)
        for which, question in enumerate(stop.questions):
            yield from self.quotes((*at, "questions", which, "quotes"), question.quotes)
            yield from self.sources((*at, "questions", which, "from"), question.from_)

    def leg(self, at: Path, leg: Leg) -> Iterator[Use]:
        yield Use((*at, "from"), leg.from_, "stop or place", self.ends)
        yield Use((*at, "to"), leg.to, "stop or place", self.ends)
        yield from self.basis((*at, "basis"), leg.basis)
        yield from self.outcome((*at, "outcome"), leg.outcome)

    def event(self, at: Path, event: Event) -> Iterator[Use]:
        if event.place:
            yield Use((*at, "place"), event.place, "place", self.tour.places)
        for key, names, what, table in (
            ("people", event.people, "person", self.tour.people),
            ("delegations", event.delegations, "country or delegation", self.delegations),
            ("topics", event.topics, "topic", self.tour.topics),
        ):
            for which, name in enumerate(names):
                yield Use((*at, key, which), name, what, table)
        yield from self.basis((*at, "basis"), event.basis)
        for which, claim in enumerate(event.claims):
            yield from self.claim((*at, "claims", which), claim)
        yield from self.outcome((*at, "outcome"), event.outcome)

    def claim(self, at: Path, claim: Claim) -> Iterator[Use]:
        yield from self.quotes((*at, "quotes"), claim.quotes)
        if claim.by:
            yield Use((*at, "by"), claim.by, "person or delegation", self.speakers)

    def basis(self, at: Path, basis: Basis) -> Iterator[Use]:
        for what in Of:
            ground = basis.of(what)
            if ground is None:
                continue
            if ground.from_ != INFERRED:
                yield Use((*at, what.value, "from"), ground.from_, "source", self.tour.sources)
            yield from self.quotes((*at, what.value, "quotes"), ground.quotes)
            for which, one in enumerate(ground.others):
                path = (*at, what.value, "others", which, "from")
                yield Use(path, one.from_, "source", self.tour.sources)

    def outcome(self, at: Path, outcome: Outcome | None) -> Iterator[Use]:
        if outcome is None:
            return
        yield from self.sources((*at, "from"), outcome.from_)
        if outcome.place:
            yield Use((*at, "place"), outcome.place, "place", self.tour.places)

    def sources(self, at: Path, names: tuple[str, ...]) -> Iterator[Use]:
        for which, name in enumerate(names):
            yield Use((*at, which), name, "source", self.tour.sources)

    def quotes(self, at: Path, quotes: tuple[Quote, ...]) -> Iterator[Use]:
        for which, quote in enumerate(quotes):
            if quote.source:
                yield Use((*at, which, "source"), quote.source, "source", self.tour.sources)
