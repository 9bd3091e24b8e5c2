"""Which events of a tour a reader wants to see: those of some people, on some topics, of some status, with some words.

Kinds of wishes are joined by *and*, wishes of one kind by *or*; every word of the text must occur. What a reader can't
see is never searched: outcomes count in the later view alone.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.interface import word
from touratlas.views.agenda import delegation_name, stop_name
from touratlas.views.links import Choice, stop_of
from touratlas.views.marks import MARKS
from touratlas.views.templates import render
from touratlas.words import Status, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from touratlas.check import Atlas
    from touratlas.model import Claim, Event, Outcome, Tour
    from touratlas.views.links import Links


@dataclass(frozen=True, slots=True)
class Filter:
    """A reader's wishes: ids of people and delegations, ids of topics, statuses, and free text."""

    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    text: str = ""

    @property
    def active(self) -> bool:
        """Whether anything is wished for."""
        return bool(self.people or self.topics or self.statuses or self.text.strip())


@dataclass(frozen=True, slots=True)
class Options:
    """What can be wished for in a tour, as id and label, in the order of the file; only what any event has."""

    people: dict[str, str]
    topics: dict[str, str]
    statuses: dict[str, str]


@dataclass(frozen=True, slots=True)
class Hits:
    """What a filter lets through: ids of events, claims of the background, and stops with an event among them; `total`
    counts all events. A few ids in the file's order, so that equal hits are equal values.
    """

    events: tuple[str, ...]
    claims: tuple[str, ...]
    stops: tuple[str, ...]
    total: int


def filter_options(tour: Tour) -> Options:
    """The wishes that a tour's events can fulfil."""
    events = [event for _, event in tour.events()]
    taking = {name for event in events for name in (*event.people, *event.delegations)}
    people = {key: person.name for key, person in tour.people.items() if key in taking}
    others = dict.fromkeys(name for event in events for name in event.delegations)
    topics = {name for event in events for name in event.topics}
    statuses = {event.status for event in events}
    return Options(
        people={
            **people,
            **{name: word("filter_delegation", name=delegation_name(tour, name)) for name in others},
        },
        topics={key: label for key, label in tour.topics.items() if key in topics},
        statuses={status.value: MARKS[status].words for status in Status if status in statuses},
    )


def hits(tour: Tour, wanted: Filter, view: View = View.ARTICLE) -> Hits | None:
    """What a filter lets through; None where nothing is wished for, and so everything is shown."""
    if not wanted.active:
        return None
    words = _folded(wanted.text).split()
    found: list[str] = []
    stops: dict[str, None] = {}
    total = 0
    for path, event in tour.events():
        total += 1
        if _fits(event, wanted) and _has(words, _texts(tour, event, view)):
            found.append(event.id)
            stops.setdefault(stop_of(tour, path))
    return Hits(
        tuple(found), tuple(_background(tour, wanted, words)), tuple(key for key in stops if key), total
    )


def hits_html(atlas: Atlas, links: Links, found: Hits, choice: Choice) -> str:
    """How many events are shown, at which stops, and why the chosen one's agenda is empty, if it is. HTML, with every
    text escaped.
    """
    tour = atlas.tour
    at = {event.id: stop_of(tour, path) for path, event in tour.events()}
    counts = [(stop, sum(1 for name in found.events if at[name] == stop.id)) for stop in tour.stops]
    chosen = next((stop for stop in tour.stops if stop.id == choice.stop), None)
    return render(
        "hits.html",
        shown=len(found.events),
        total=found.total,
        elsewhere=sum(1 for name in found.events if not at[name]),
        whole=links.to(Choice()),
        stops=[
            (stop.id, stop_name(tour, stop), links.to(Choice(stop.id)), count)
            for stop, count in counts
            if count
        ],
        empty=stop_name(tour, chosen) if chosen and chosen.id not in found.stops else "",
    )


def _fits(event: Event, wanted: Filter) -> bool:
    return (
        (not wanted.people or not {*event.people, *event.delegations}.isdisjoint(wanted.people))
        and (not wanted.topics or not set(event.topics).isdisjoint(wanted.topics))
        and (not wanted.statuses or event.status.value in wanted.statuses)
    )


def _background(tour: Tour, wanted: Filter, words: list[str]) -> Iterator[str]:
    """Claims of the background have nothing but their words."""
    if wanted.people or wanted.topics or wanted.statuses:
        return
    for number, claim in enumerate(tour.background.claims):
        if _has(words, _claim_texts(claim)):
            yield f"background/{number + 1}"


def _texts(tour: Tour, event: Event, view: View) -> Iterator[str]:
    yield event.title
    yield event.label
    yield MARKS[event.status].words
    for name in event.people:
        yield tour.people[name].name
        yield tour.people[name].role or ""
    yield from (delegation_name(tour, name) for name in event.delegations)
    yield from (tour.topics[name] for name in event.topics)
    if event.place:
        yield tour.places[event.place].name
    for claim in event.claims:
        yield from _claim_texts(claim)
    if view is View.LATER and event.outcome is not None:
        yield from _outcome_texts(tour, event.outcome)


def _claim_texts(claim: Claim) -> Iterator[str]:
    yield claim.says
    yield claim.note or ""
    yield from (quote.exact for quote in claim.quotes)


def _outcome_texts(tour: Tour, outcome: Outcome) -> Iterator[str]:
    yield outcome.says or ""
    yield outcome.note or ""
    if outcome.place:
        yield tour.places[outcome.place].name


def _has(words: list[str], texts: Iterable[str]) -> bool:
    """Whether every word occurs in some of the texts."""
    if not words:
        return True
    whole = "\n".join(_folded(text) for text in texts)
    return all(word in whole for word in words)


def _folded(text: str) -> str:
    """Without case and accents, so that `senor` finds `Señor`; other scripts keep what makes their letters."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not "\u0300" <= char <= "\u036f")
