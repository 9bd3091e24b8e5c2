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
from touratlas.views.article_compare import Version, differing, versions
from touratlas.views.article_pieces import Layer, Piece, citing_anchors, pieces
from touratlas.views.article_uses import Link, Use, passage_span, uses
from touratlas.views.templates import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from touratlas.article import Article, Block, Span
    from touratlas.audit.run import ArticleFinding
    from touratlas.check import Atlas
    from touratlas.views.links import QueryLinks

SURE = {Severity.ERROR: "Certain", Severity.WARNING: "Probable", Severity.NOTE: "Worth a look"}
"""How sure a finding is, for readers."""
_ORDER = [Severity.ERROR, Severity.WARNING, Severity.NOTE]
_Item = TypeVar("_Item")
_RULES = {rule.code: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as a question: how sure it is, the question, the reason, the places that belong to it; for curators the
    rule's code and name; the curator's reason where it was accepted; and two `versions` to compare where it is about
    places that are nearly the same.
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
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the article with what stands beside it. `label` and `cited` are of an entry of the reference list; in
    a `chosen` one stands the passage that an address named.
    """

    kind: str
    anchor: str
    level: int
    pieces: tuple[Piece, ...]
    uses: tuple[Use, ...]
    notes: tuple[Note, ...]
    label: str = ""
    inferred: bool = False
    cited: tuple[Link, ...] = ()
    chosen: bool = False


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


@dataclass(frozen=True, slots=True)
class _Marked:
    """What is marked anywhere in an article: who cites a reference, the passage that an address named, the words in
    which places differ that are nearly the same.
    """

    citing: Mapping[str, Sequence[tuple[str, int]]]
    chosen: Span | None
    differing: tuple[Span, ...]


def article_view(
    atlas: Atlas,
    source: str,
    links: QueryLinks,
    findings: Sequence[ArticleFinding] = (),
    *,
    passage: str = "",
) -> ArticleView:
    """What to show of the article with the id `source`; of `findings`, those about it; `passage`, which an address
    named, is set off from the others. KeyError if there is no such article.
    """
    article, told = atlas.articles[source], atlas.tour.articles()[source]
    mine = sorted(
        (one for one in findings if one.source == source),
        key=lambda one: (_ORDER.index(one.severity), one.span, one.code, one.message),
    )
    numbered = list(enumerate(mine, 1))
    chosen = passage_span(atlas, source, passage)
    used = _by_block(article, [(layer.span, (layer, use)) for layer, use in uses(atlas, source, links)])
    asked = _by_block(article, [(one.span, (number, one)) for number, one in numbered])
    marked = _Marked(
        citing_anchors(article), chosen, tuple(span for one in mine for span in differing(article, one))
    )
    rows = tuple(
        _row(article, block, used.get(place, ()), asked.get(place, ()), marked)
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
    passage: str = "",
    curator: bool = False,
    stripped: bool = False,
) -> str:
    """The article as HTML, for a page that has the styles, open at a passage; with codes, names of rules and counts for
    a curator; `stripped` of the curator's words on what the tour uses.
    """
    view = article_view(atlas, source, links, findings, passage=passage)
    return render("article.html", one=view, curator=curator, stripped=stripped)


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
    used: Sequence[tuple[Layer, Use]],
    findings: Sequence[tuple[int, ArticleFinding]],
    more: _Marked,
) -> Row:
    """A block with the uses and findings that touch it."""
    marked = [Layer(one.span, number, f"finding-text-{number}") for number, one in findings]
    reference = article.reference_at(block.content.start)
    cited = more.citing.get(reference.label, ()) if reference else ()
    differs = [span for span in more.differing if block.content.overlaps(span)]
    anchor = (
        f"reference-{reference.index + 1}"
        if reference
        else _line_anchor(article.position(block.span.start)[0])
    )
    return Row(
        block.kind.value,
        anchor,
        block.level,
        pieces(article, block, [layer for layer, _ in used], marked, more.chosen, differs),
        tuple(use for layer, use in used if block.content.start <= layer.span.start),
        tuple(
            _note(article, number, one) for number, one in findings if one.span.start >= block.content.start
        ),
        reference.label if reference else "",
        inferred=bool(reference and reference.inferred),
        cited=tuple(_back_links(cited)),
        chosen=bool(more.chosen and block.content.overlaps(more.chosen)),
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
        versions(article, one),
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
