"""The evidence of a tour: every quote with its passage, citations and references, and the way back.

`gather` resolves all quotes of a tour once. What can't be resolved is kept as a value too (the check
`touratlas.checks.quotes` reports it); a tour without errors has none of those, so views and exports may
rely on: every claim has at least one passage, and every passage is verbatim text of its article.

Sources: W3C Web Annotation Data Model, https://www.w3.org/TR/annotation-model/ (TextQuoteSelector,
TextPositionSelector).
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from touratlas.article import Quote as Selector
from touratlas.article import citations_of, find_quote, passage_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from touratlas.article import Article, Passage, Reference, Span
    from touratlas.model import Claim, Event, Tour
    from touratlas.quoting import Quote
    from touratlas.tree import Path

BACKGROUND = "background"  # the owner, in ids, of claims that belong to no event


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation marker at a passage: its label, whether it is `direct` or only nearby, and its reference."""

    label: str
    direct: bool
    reference: Reference | None


@dataclass(frozen=True, slots=True)
class Held:
    """A quote that holds: where it is written in the tour file, the article it stands in, its passage and
    its citations.
    """

    path: Path
    source: str
    passage: Passage
    citations: tuple[Citation, ...]

    @property
    def direct(self) -> tuple[Citation, ...]:
        """The citations that support the quote itself."""
        return tuple(citation for citation in self.citations if citation.direct)

    @property
    def nearby(self) -> tuple[Citation, ...]:
        """Other citations of the same sentence: shown apart, never counted as support."""
        return tuple(citation for citation in self.citations if not citation.direct)


@dataclass(frozen=True, slots=True)
class Loose:
    """A quote that doesn't hold: `places` are all its occurrences (none, or more than one); `source` is
    None if no article is named.
    """

    path: Path
    source: str | None
    quote: Quote
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ClaimEvidence:
    """A claim with its evidence: its id (`event/1`), its event and stop (from 0) where it has them, and its
    quotes.
    """

    id: str
    path: Path
    claim: Claim
    event: Event | None
    stop: int | None
    quotes: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All evidence of a tour.

    `claims` in the file's order; `grounds` the resolved quotes of bases and answers by the path of their
    list; `left_out` the curator's reasons by article and sentence; `by_sentence` the claims by article and
    sentence; `by_reference` the sentences that cite a reference, by article and label; `loose` what could
    not be resolved.
    """

    claims: tuple[ClaimEvidence, ...]
    grounds: Mapping[Path, tuple[Held, ...]]
    left_out: Mapping[tuple[str, int], tuple[Path, str]]
    by_sentence: Mapping[tuple[str, int], tuple[ClaimEvidence, ...]]
    by_reference: Mapping[tuple[str, str], tuple[int, ...]]
    loose: tuple[Loose, ...]
    _by_event: Mapping[str | None, tuple[ClaimEvidence, ...]]

    def of_event(self, event_id: str) -> tuple[ClaimEvidence, ...]:
        """The claims of an event, in the file's order."""
        return self._by_event.get(event_id, ())

    def of_background(self) -> tuple[ClaimEvidence, ...]:
        """The claims that belong to no event."""
        return self._by_event.get(None, ())

    def events_at(self, source: str, sentence: int) -> tuple[str, ...]:
        """The ids of the events that rest on a sentence of an article: the way back."""
        claims = self.by_sentence.get((source, sentence), ())
        return tuple(dict.fromkeys(held.event.id for held in claims if held.event is not None))


def gather(tour: Tour, articles: Mapping[str, Article]) -> Evidence:
    """Resolve every quote of a tour in its articles (by source id). Raises nothing; what doesn't hold is in
    `loose`.
    """
    resolver = _Resolver(tuple(tour.articles()), articles)
    claims = tuple(_claims(tour, resolver))
    grounds = {path: resolver.all(path, quotes) for path, quotes in _ground_quotes(tour)}
    left_out = _left_out(tour, resolver)
    by_event: dict[str | None, list[ClaimEvidence]] = {}
    for held in claims:
        by_event.setdefault(held.event.id if held.event else None, []).append(held)
    return Evidence(
        claims,
        MappingProxyType(grounds),
        MappingProxyType(left_out),
        MappingProxyType(_by_sentence(claims)),
        MappingProxyType(_by_reference(articles)),
        tuple(resolver.loose),
        MappingProxyType({key: tuple(held) for key, held in by_event.items()}),
    )


class _Resolver:
    """Resolves quotes, each distinct one once, and keeps those that don't hold."""

    def __init__(self, declared: tuple[str, ...], articles: Mapping[str, Article]) -> None:
        self.declared = declared
        self.articles = articles
        self.loose: list[Loose] = []
        self._spans: dict[tuple[str, Selector], tuple[Span, ...]] = {}
        self._references = {
            key: {entry.label: entry for entry in article.references} for key, article in articles.items()
        }

    def all(self, path: Path, quotes: tuple[Quote, ...]) -> tuple[Held, ...]:
        held = (self.one((*path, number), quote) for number, quote in enumerate(quotes))
        return tuple(one for one in held if one is not None)

    def one(self, path: Path, quote: Quote) -> Held | None:
        source = quote.source or (self.declared[0] if len(self.declared) == 1 else None)
        if source is None or source not in self.declared:
            self.loose.append(Loose(path, source, quote, ()))
            return None
        article = self.articles.get(source)
        if article is None:  # its file couldn't be read, which is reported there
            return None
        selector = Selector(quote.exact, quote.prefix, quote.suffix)
        places = self._spans.get((source, selector))
        if places is None:
            places = self._spans[source, selector] = find_quote(article, selector)
        if len(places) != 1:
            self.loose.append(Loose(path, source, quote, places))
            return None
        return self._held(path, source, article, places[0])

    def _held(self, path: Path, source: str, article: Article, span: Span) -> Held:
        found = citations_of(article, span)
        references = self._references[source]
        citations = tuple(
            Citation(label, direct, references.get(label))
            for labels, direct in ((found.direct, True), (found.nearby, False))
            for label in labels
        )
        return Held(path, source, passage_of(article, span), citations)


def _claims(tour: Tour, resolver: _Resolver) -> Iterator[ClaimEvidence]:
    for path, claim, event in tour.claims():
        name = f"{event.id if event else BACKGROUND}/{int(path[-1]) + 1}"
        stop = int(path[1]) if path[0] == "stops" else None
        yield ClaimEvidence(name, path, claim, event, stop, resolver.all((*path, "quotes"), claim.quotes))


def _ground_quotes(tour: Tour) -> Iterator[tuple[Path, tuple[Quote, ...]]]:
    """The quotes of bases and answers, with the path of each list of them; a basis's are from its own source."""
    items: list[tuple[Path, object]] = [(("stops", number), stop) for number, stop in enumerate(tour.stops)]
    items += [(("legs", number), leg) for number, leg in enumerate(tour.legs)]
    items += list(tour.events())
    for path, item in items:
        basis = item.basis  # type: ignore[attr-defined] # stops, legs and events have one
        for what, ground in (("when", basis.when), ("place", basis.place)):
            if ground is not None and ground.quotes:
                source = ground.from_ if ground.from_ in tour.sources else None
                quotes = (
                    quote if quote.source else quote.model_copy(update={"source": source})
                    for quote in ground.quotes
                )
                yield (*path, "basis", what, "quotes"), tuple(quotes)
    for number, stop in enumerate(tour.stops):
        for which, question in enumerate(stop.questions):
            if question.quotes:
                yield ("stops", number, "questions", which, "quotes"), question.quotes


def _left_out(tour: Tour, resolver: _Resolver) -> dict[tuple[str, int], tuple[Path, str]]:
    reasons: dict[tuple[str, int], tuple[Path, str]] = {}
    for key, source in tour.articles().items():
        for number, entry in enumerate(source.left_out):
            path: Path = ("sources", key, "left_out", number)
            held = resolver.one(
                (*path, "quote"), entry.quote.model_copy(update={"source": entry.quote.source or key})
            )
            if held is None:
                continue
            for sentence in held.passage.sentences:
                reasons.setdefault((held.source, sentence), (path, entry.why))
    return reasons


def _by_sentence(claims: tuple[ClaimEvidence, ...]) -> dict[tuple[str, int], tuple[ClaimEvidence, ...]]:
    found: dict[tuple[str, int], dict[Path, ClaimEvidence]] = {}
    for held in claims:
        for quote in held.quotes:
            for sentence in quote.passage.sentences:
                found.setdefault((quote.source, sentence), {})[held.path] = held
    return {key: tuple(held.values()) for key, held in found.items()}


def _by_reference(articles: Mapping[str, Article]) -> dict[tuple[str, str], tuple[int, ...]]:
    """The sentences whose markers cite a reference, by article and label."""
    found: dict[tuple[str, str], list[int]] = {}
    for key, article in articles.items():
        for number, sentence in enumerate(article.sentences):
            labels = (label for run in article.runs_in(sentence.span) for label in run.numbers)
            for label in dict.fromkeys(labels):
                found.setdefault((key, label), []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}
