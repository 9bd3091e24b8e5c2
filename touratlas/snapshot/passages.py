"""How we know: every passage that anything rests on, once, with what rests on it; and where dates and places come from.

Passages are numbered by their place in their article, so that a claim can say on paper too which it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from touratlas.views.agenda import stop_name
from touratlas.views.agenda_values import ApartView, ClaimView, EventView, Fact, KnownView, StopView
from touratlas.views.knowledge import Otherwise, otherwise
from touratlas.views.links import Choice, FragmentLinks, stop_of
from touratlas.views.passages import PassageView, passage_view
from touratlas.words import Of, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from touratlas.article import Reference
    from touratlas.check import Atlas
    from touratlas.evidence import Citation, ClaimEvidence, Held
    from touratlas.model import Basis, Event
    from touratlas.tree import Path

Key = tuple[int, int, int]  # the source's place among the articles, and the quote's span
LINKS = FragmentLinks()


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of a passage: its label, and the reference's words and place in this page ("" for none)."""

    label: str
    reference: str
    href: str


@dataclass(frozen=True, slots=True)
class Resting:
    """What rests on a passage: where it is in this page, its words, and what it belongs to; `what` is `when` or
    `place` for a date or a place, which has no words of its own.
    """

    href: str
    says: str
    of: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A passage as it stands in the list of all: `at` is where it is marked in the article, if that is here."""

    number: int
    anchor: str
    view: PassageView
    direct: tuple[Cited, ...]
    nearby: tuple[Cited, ...]
    entry: str
    claims: tuple[Resting, ...]
    at: str


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the date or the place of something comes from: its words, in a sentence, with links to passages; and what
    other sources have instead, that too which was learned afterwards.
    """

    what: str
    fact: Fact
    passages: tuple[KnownView, ...]
    others: tuple[Otherwise, ...]


@dataclass(frozen=True, slots=True)
class Grounds:
    """The grounds of a stop or an event: its id in this page, its name and where it is shown."""

    anchor: str
    href: str
    name: str
    grounds: tuple[Ground, ...]

    @property
    def given(self) -> bool:
        """Whether one of them is an article's."""
        return any(ground.fact.in_article for ground in self.grounds)


class Passages:
    """All passages of a tour by their key, numbered; `whole` are the articles that stand in the page."""

    def __init__(self, atlas: Atlas, whole: frozenset[str]) -> None:
        self.atlas = atlas
        self.whole = whole
        self.sources = list(atlas.tour.articles())
        self._held: dict[Key, Held] = {}
        self._resting: dict[Key, list[Resting]] = {}
        self._gather()
        self.numbers = {key: number for number, key in enumerate(sorted(self._held), 1)}

    def known(self, held: tuple[Held, ...]) -> tuple[KnownView, ...]:
        """Links to the passages of some quotes, each once."""
        found = {self.key(one): one for one in held}
        return tuple(
            KnownView(f"#{self.anchor(key)}", self.numbers[key], tuple(cite.label for cite in one.direct))
            for key, one in found.items()
        )

    def all(self) -> tuple[Known, ...]:
        """Every passage in the order of the articles."""
        return tuple(self._known(key) for key in self.numbers)

    def key(self, held: Held) -> Key:
        """What tells a passage from all others."""
        return self.sources.index(held.source), held.passage.quote.start, held.passage.quote.end

    def anchor(self, key: Key) -> str:
        """The id of a passage in this page."""
        return f"passage={self.sources[key[0]]}-{key[1]}-{key[2]}"

    def _gather(self) -> None:
        for claim in self.atlas.evidence.claims:
            resting = Resting(
                f"#claim={claim.id}", claim.claim.says, claim.event.title if claim.event else ""
            )
            for one in claim.quotes:
                self._add(one, resting)
        events = dict(self.atlas.tour.events())
        for path, quotes in self.atlas.evidence.grounds.items():
            resting = _ground_resting(self.atlas, events, path)
            for one in quotes:
                self._add(one, resting)

    def _add(self, held: Held, resting: Resting) -> None:
        key = self.key(held)
        self._held.setdefault(key, held)
        rest = self._resting.setdefault(key, [])
        if resting not in rest:
            rest.append(resting)

    def _known(self, key: Key) -> Known:
        held = self._held[key]
        view = passage_view(self.atlas, held)
        entry = (
            self.atlas.articles[held.source].reference_at(held.passage.quote.start) if view.entry else None
        )
        return Known(
            number=self.numbers[key],
            anchor=self.anchor(key),
            view=view,
            direct=tuple(_cited(held, one) for one in held.direct) if entry is None else (),
            nearby=tuple(_cited(held, one) for one in held.nearby),
            entry=f"#{reference_anchor(held.source, entry)}" if entry else "",
            claims=tuple(self._resting[key]),
            at=f"#{article_anchor(held.source, held.passage.quote.start, held.passage.quote.end)}"
            if held.source in self.whole
            else "",
        )


def reference_anchor(source: str, reference: Reference) -> str:
    """The id of a reference in this page."""
    return f"ref={source}-{reference.index + 1}"


def article_anchor(source: str, start: int, end: int) -> str:
    """The id of a passage where it stands in its article."""
    return f"at={source}-{start}-{end}"


def _cited(held: Held, citation: Citation) -> Cited:
    reference = citation.reference
    if reference is None:
        return Cited(citation.label, "", "")
    return Cited(citation.label, reference.text, f"#{reference_anchor(held.source, reference)}")


def _ground_resting(atlas: Atlas, events: Mapping[Path, Event], path: Path) -> Resting:
    """What rests on the quotes of a basis or of an answer, by their path in the tour file."""
    tour = atlas.tour
    if path[0] == "stops" and path[2] == "questions":
        stop = tour.stops[int(path[1])]
        return Resting(f"#question={stop.id}-{int(path[3]) + 1}", stop.questions[int(path[3])].ask, "")
    if "events" in path:
        at = path[: path.index("events") + 2]
        event = events[at]
        return Resting(
            f"#ground={LINKS.anchor(Choice(stop_of(tour, at), event.id))}", "", event.title, str(path[-2])
        )
    if path[0] == "stops":
        stop = tour.stops[int(path[1])]
        return Resting(f"#ground={LINKS.anchor(Choice(stop.id))}", "", stop_name(tour, stop), str(path[-2]))
    leg = tour.legs[int(path[1])]
    to = leg.to if any(stop.id == leg.to for stop in tour.stops) else ""
    return Resting(LINKS.to(Choice(to)), "", "", str(path[-2]))


class Agenda:
    """The agenda's values with links to the passages below in place of the passages themselves."""

    def __init__(self, atlas: Atlas, passages: Passages) -> None:
        self.atlas = atlas
        self.passages = passages
        self._paths = {event.id: path for path, event in atlas.tour.events()}
        self._bases: dict[Path, Basis] = {
            ("stops", at): stop.basis for at, stop in enumerate(atlas.tour.stops)
        }
        self._bases |= {path: event.basis for path, event in atlas.tour.events()}
        self._claims: Mapping[str, ClaimEvidence] = {claim.id: claim for claim in atlas.evidence.claims}

    def stop(self, number: int, view: StopView) -> tuple[StopView, Iterator[Grounds]]:
        """A stop whose parts lead to their grounds, and those grounds."""
        path: Path = ("stops", number)
        name, when, found = self._ground(path, view.anchor, view.name, view.when)
        way, events = self.events(view.way), self.events(view.events)
        shown = replace(view, name=name or view.name, when=when, way=way[0], events=events[0])
        own = [Grounds(f"ground={view.anchor}", f"#{view.anchor}", view.name.text, found)] if found else []
        return shown, iter([*own, *way[1], *events[1]])

    def apart(self, view: ApartView) -> tuple[ApartView, list[Grounds]]:
        """The same for what belongs to no stop."""
        onward, events = self.events(view.onward), self.events(view.events)
        background = tuple(self._claim(claim) for claim in view.background)
        shown = replace(view, onward=onward[0], events=events[0], background=background)
        return shown, [*onward[1], *events[1]]

    def events(self, views: tuple[EventView, ...]) -> tuple[tuple[EventView, ...], list[Grounds]]:
        """The same for some events."""
        shown, grounds = [], []
        for view in views:
            place, when, found = self._ground(self._paths[view.id], view.anchor, view.place, view.when)
            claims = tuple(self._claim(claim) for claim in view.claims)
            shown.append(replace(view, place=place, when=when, claims=claims))
            if found:
                grounds.append(Grounds(f"ground={view.anchor}", f"#{view.anchor}", view.title, found))
        return tuple(shown), grounds

    def _claim(self, view: ClaimView) -> ClaimView:
        known = self.passages.known(self._claims[view.id].quotes)
        return replace(view, anchor=f"claim={view.id}", known=known, passages=())

    def _ground(
        self, path: Path, anchor: str, place: Fact | None, when: Fact | None
    ) -> tuple[Fact | None, Fact | None, tuple[Ground, ...]]:
        """Place and date with a link to where they come from, and that."""
        found = []
        shown: dict[str, Fact | None] = {}
        for what, fact in (("when", when), ("place", place)):
            shown[what] = replace(fact, known=f"#ground={anchor}", passages=()) if fact else None
            if fact:
                held = self.atlas.evidence.grounds.get((*path, "basis", what, "quotes"), ())
                others = otherwise(self.atlas.tour, self._bases[path].of(Of(what)), View.LATER)
                found.append(Ground(what, fact, self.passages.known(held), others))
        return shown["place"], shown["when"], tuple(found)
