"""What of an article a tour uses: each passage that a claim, a date or a place rests on, with the way to what rests
on it; and the passage that an address names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.interface import word
from touratlas.views.agenda import stop_name
from touratlas.views.article_pieces import Layer
from touratlas.views.links import Choice, stop_of
from touratlas.views.passages import passage_id
from touratlas.words import Of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.article import Span
    from touratlas.check import Atlas
    from touratlas.evidence import ClaimEvidence, Held
    from touratlas.tree import Path
    from touratlas.views.links import QueryLinks

_GROUNDS = {Of.WHEN.value: "article_rests_when", Of.PLACE.value: "article_rests_place"}


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Use:
    """A passage that something rests on: its number on the page, what rests on it in words, and the way to where the
    tour shows that.
    """

    number: int
    says: str
    event: Link


def uses(atlas: Atlas, source: str, links: QueryLinks) -> Iterator[tuple[Layer, Use]]:
    """Each passage of an article that a claim rests on, in the claims' order, then those of dates and places."""
    for number, (held, says, link) in enumerate(_used(atlas, source, links), 1):
        layer = Layer(held.passage.quote, number, passage_anchor(held))
        yield layer, Use(number, says, link)


def passage_anchor(held: Held) -> str:
    """The anchor of a passage on the page of its article."""
    return f"passage-{passage_id(held)}"


def line_link(atlas: Atlas, held: Held) -> Link:
    """The way to a passage on the page of its article, by its line."""
    line = atlas.articles[held.source].position(held.passage.quote.start)[0]
    return Link(word("article_line", line=line), f"#{passage_anchor(held)}")


def passage_span(atlas: Atlas, source: str, passage: str) -> Span | None:
    """The passage that an address names by :func:`passage_id`; None where nothing shown rests on such a one."""
    quotes = [held for claim in atlas.evidence.claims for held in claim.quotes]
    quotes += [held for grounds in atlas.evidence.grounds.values() for held in grounds]
    found = (held.passage.quote for held in quotes if held.source == source and passage_id(held) == passage)
    return next(found, None)


def _used(atlas: Atlas, source: str, links: QueryLinks) -> Iterator[tuple[Held, str, Link]]:
    stops = {event.id: stop_of(atlas.tour, path) for path, event in atlas.tour.events()}
    for claim in atlas.evidence.claims:
        for held in claim.quotes:
            if held.source == source:
                yield held, claim.claim.says, _event(claim, stops, links)
    for path, grounds in atlas.evidence.grounds.items():
        says = _GROUNDS.get(str(path[-2]))
        for held in grounds if says else ():  # a question's answer is told only to teachers
            if says and held.source == source:
                yield held, word(says), _owner(atlas, path, links)


def _event(claim: ClaimEvidence, stops: dict[str, str], links: QueryLinks) -> Link:
    if claim.event is None:
        return Link(word("article_whole_tour"), links.to(Choice()))
    choice = Choice(stops[claim.event.id], claim.event.id)
    return Link(claim.event.label, links.to(choice))


def _owner(atlas: Atlas, path: Path, links: QueryLinks) -> Link:
    """The event, the stop or the way whose date or place rests on a passage; `path` is that of its quotes."""
    owner = path[:-3]
    event = next((one for at, one in atlas.tour.events() if at == owner), None)
    stop_id = stop_of(atlas.tour, owner)
    if event is not None:
        return Link(event.label, links.to(Choice(stop_id, event.id)))
    stop = next((one for one in atlas.tour.stops if one.id == stop_id), None)
    if stop is None:
        return Link(word("article_whole_tour"), links.to(Choice()))
    name = stop_name(atlas.tour, stop)
    words = word("article_way_to", name=name) if owner[0] == "legs" else name
    return Link(words, links.to(Choice(stop_id)))
