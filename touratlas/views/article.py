"""The article as a page: its text in its own order, with the passages that the tour uses, its citations and references
linked both ways, and in the margin what a careful editor would ask.

Pure functions from an :class:`~touratlas.check.Atlas` and the findings of the audit to values, and from those to HTML
by one template. Readers see questions; curators also codes and counts. No markup of the article is interpreted.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from touratlas.audit.rules import RULES
from touratlas.finding import Severity
from touratlas.views.article_about import about
from touratlas.views.article_pieces import Layer, Piece, citing_anchors, pieces
from touratlas.views.links import Choice, stop_of
from touratlas.views.templates import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from touratlas.article import Article, Block, Span
    from touratlas.audit.run import ArticleFinding
    from touratlas.check import Atlas
    from touratlas.evidence import ClaimEvidence
    from touratlas.views.links import QueryLinks

SURE = {Severity.ERROR: "Certain", Severity.WARNING: "Probable", Severity.NOTE: "Worth a look"}
"""How sure a finding is, for readers."""
_ORDER = [Severity.ERROR, Severity.WARNING, Severity.NOTE]
_Item = TypeVar("_Item")
_RULES = {rule.code: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Use:
    """A passage that a claim rests on: its number on the page, what the claim says, and the way to its event."""

    number: int
    says: str
    event: Link


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as a question: how sure it is, the question, the reason, the places that belong to it; for curators the
    rule's code and name; and the curator's reason where it was accepted.
    """

    number: int
    severity: str
    sure: str
    ask: str
    reason: str
    places: tuple[Link, ...]
    code: str
    name: str
    accepted: str


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the article with what stands beside it. `label` and `cited` are of an entry of the reference list."""

    kind: str
    anchor: str
    level: int
    pieces: tuple[Piece, ...]
    uses: tuple[Use, ...]
    notes: tuple[Note, ...]
    label: str = ""
    inferred: bool = False
    cited: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article ready to be shown. `counts` are findings by how sure they are, for curators `coverage` too: sentences
    with a claim, left out with a reason, and all.
    """

    title: str
    language: str
    about: tuple[str, ...]
    rows: tuple[Row, ...]
    counts: tuple[tuple[str, str, int], ...]
    coverage: tuple[int, int, int]


def article_view(
    atlas: Atlas, source: str, links: QueryLinks, findings: Sequence[ArticleFinding] = ()
) -> ArticleView:
    """What to show of the article with the id `source`; of `findings`, those about it. KeyError if there is none."""
    article, told = atlas.articles[source], atlas.tour.articles()[source]
    mine = sorted(
        (one for one in findings if one.source == source),
        key=lambda one: (_ORDER.index(one.severity), one.span, one.code, one.message),
    )
    numbered = list(enumerate(mine, 1))
    uses = list(_uses(atlas, source, links))
    used = _by_block(article, [(layer.span, (layer, use)) for layer, use in uses])
    asked = _by_block(article, [(one.span, (number, one)) for number, one in numbered])
    cited = citing_anchors(article)
    rows = tuple(
        _row(article, block, used.get(place, ()), asked.get(place, ()), cited)
        for place, block in enumerate(article.blocks)
    )
    open_ = [one.severity for one in mine if not one.accepted]
    counts = tuple((severity.value, SURE[severity], open_.count(severity)) for severity in _ORDER)
    return ArticleView(
        told.title or article.title,
        told.language or atlas.tour.tour.language,
        about(article, told, mine),
        rows,
        counts,
        _coverage(atlas, source, article),
    )


def article_html(
    atlas: Atlas,
    source: str,
    links: QueryLinks,
    findings: Sequence[ArticleFinding] = (),
    *,
    curator: bool = False,
) -> str:
    """The article as HTML, for a page that has the styles; with codes, names of rules and counts for a curator."""
    return render("article.html", one=article_view(atlas, source, links, findings), curator=curator)


def passage_anchor(claim: str, quote: int = 0) -> str:
    """The anchor of a passage: of the claim with this id (`arrival/1`), its n-th quote from 0."""
    return f"passage-{claim.replace('/', '-')}" + (f"-{quote + 1}" if quote else "")


def _uses(atlas: Atlas, source: str, links: QueryLinks) -> Iterator[tuple[Layer, Use]]:
    """Each passage of an article that a claim rests on, by number in the claims' order."""
    stops = {event.id: stop_of(atlas.tour, path) for path, event in atlas.tour.events()}
    number = 0
    for claim in atlas.evidence.claims:
        for place, held in enumerate(claim.quotes):
            if held.source == source:
                number += 1
                layer = Layer(held.passage.quote, number, passage_anchor(claim.id, place))
                yield layer, Use(number, claim.claim.says, _event(claim, stops, links))


def _event(claim: ClaimEvidence, stops: dict[str, str], links: QueryLinks) -> Link:
    if claim.event is None:
        return Link("The whole tour", links.to(Choice()))
    choice = Choice(stops[claim.event.id], claim.event.id)
    return Link(claim.event.label, links.to(choice))


def _by_block(article: Article, items: Iterable[tuple[Span, _Item]]) -> dict[int, list[_Item]]:
    """Items by the place of each block whose words their span touches, in their order."""
    starts = [block.span.start for block in article.blocks]
    found: dict[int, list[_Item]] = {}
    for span, item in items:
        place = max(0, bisect_right(starts, span.start) - 1)
        while place < len(starts) and starts[place] < span.end:
            if article.blocks[place].content.overlaps(span):
                found.setdefault(place, []).append(item)
            place += 1
    return found


def _row(
    article: Article,
    block: Block,
    uses: Sequence[tuple[Layer, Use]],
    findings: Sequence[tuple[int, ArticleFinding]],
    citing: Mapping[str, Sequence[tuple[str, int]]],
) -> Row:
    """A block with the uses and findings that touch it."""
    marked = [Layer(one.span, number, f"finding-text-{number}") for number, one in findings]
    reference = article.reference_at(block.content.start)
    cited = citing.get(reference.label, ()) if reference else ()
    anchor = (
        f"reference-{reference.index + 1}"
        if reference
        else _line_anchor(article.position(block.span.start)[0])
    )
    return Row(
        block.kind.value,
        anchor,
        block.level,
        pieces(article, block, [layer for layer, _ in uses], marked),
        tuple(use for layer, use in uses if block.content.start <= layer.span.start),
        tuple(
            _note(article, number, one) for number, one in findings if one.span.start >= block.content.start
        ),
        reference.label if reference else "",
        inferred=bool(reference and reference.inferred),
        cited=tuple(_back_links(cited)),
    )


def _back_links(cited: Sequence[tuple[str, int]]) -> Iterator[Link]:
    """The ways back to each place that cites a reference, told apart where a line cites it more than once."""
    lines = [line for _, line in cited]
    for place, (anchor, line) in enumerate(cited):
        again = lines[:place].count(line)
        yield Link(f"line {line}, again" if again else f"line {line}", f"#{anchor}")


def _line_anchor(line: int) -> str:
    return f"line-{line}"


def _note(article: Article, number: int, one: ArticleFinding) -> Note:
    rule = _RULES[one.code]
    places = tuple(
        Link(f"line {place.line}: {place.note}", _place_address(article, place.span.start))
        for place in one.related
    )
    return Note(
        number,
        one.severity.value,
        SURE[one.severity],
        rule.page.ask,
        as_sentence(one.message),
        places,
        one.code,
        rule.name,
        one.accepted,
    )


def as_sentence(message: str) -> str:
    """A message as a sentence for readers."""
    return message[:1].upper() + message[1:] + ("" if message.endswith((".", "?", "!", "…")) else ".")


def _place_address(article: Article, offset: int) -> str:
    reference = article.reference_at(offset)
    if reference is not None:
        return f"#reference-{reference.index + 1}"
    block = article.block_at(offset)
    return f"#{_line_anchor(article.position(block.span.start if block else offset)[0])}"


def _coverage(atlas: Atlas, source: str, article: Article) -> tuple[int, int, int]:
    evidence = atlas.evidence
    countable = [sentence.index for sentence in article.sentences if sentence.countable]
    claimed = sum((source, index) in evidence.by_sentence for index in countable)
    left = sum((source, index) in evidence.left_out for index in countable)
    return claimed, left, len(countable)
