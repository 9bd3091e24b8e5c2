"""The article as a page: its text in its own order, with the passages that the tour uses, its citations and references
linked both ways, and in the margin what a careful editor would ask.

Pure functions from an :class:`~touratlas.check.Atlas` and the findings of the audit to values, and from those to HTML
by one template. Readers see questions; curators also codes and counts. No markup of the article is interpreted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.interface import word
from touratlas.views.article_about import about
from touratlas.views.article_compare import differing
from touratlas.views.article_notes import Note, by_block, notes, numbered, tally
from touratlas.views.article_others import Others, others
from touratlas.views.article_pieces import Layer, Piece, citing_anchors, pieces
from touratlas.views.article_uses import Link, Use, passage_span, uses
from touratlas.views.templates import render
from touratlas.words import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from touratlas.article import Article, Span
    from touratlas.audit.run import ArticleFinding
    from touratlas.check import Atlas
    from touratlas.views.links import QueryLinks

_WORDS = "finding-text-"


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the article with what stands beside it. `number` is that of its line, or of its entry in the reference
    list; `label` and `cited` are of an entry of the reference list; in
    a `chosen` one stands the passage that an address named.
    """

    kind: str
    anchor: str
    number: int
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
    with a claim, left out with a reason, and all. `others` is what later reports say, in the later view alone.
    """

    title: str
    language: str
    about: tuple[str, ...]
    rows: tuple[Row, ...]
    counts: tuple[tuple[str, str, int], ...]
    coverage: tuple[int, int, int]
    others: Others | None = None


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
    named, is set off from the others; in the view of `links`. KeyError if there is no such article.
    """
    article, told = atlas.articles[source], atlas.tour.articles()[source]
    found = numbered(findings, source)
    mine = [one for _, one in found]
    chosen = passage_span(atlas, source, passage)
    used = by_block(article, [(layer.span, (layer, use)) for layer, use in uses(atlas, source, links)])
    asked = by_block(article, [(one.span, (number, one)) for number, one in found])
    beside = notes(article, found, _Places())
    marked = _Marked(
        citing_anchors(article), chosen, tuple(span for one in mine for span in differing(article, one))
    )
    rows = tuple(
        _row(article, place, used.get(place, ()), asked.get(place, ()), tuple(beside.get(place, ())), marked)
        for place in range(len(article.blocks))
    )
    return ArticleView(
        told.title or article.title,
        told.language or atlas.tour.tour.language,
        about(article, told, mine),
        rows,
        tally(mine),
        _coverage(atlas, source, article),
        others(atlas, source, links) if links.view is View.LATER else None,
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


def _row(
    article: Article,
    place: int,
    used: Sequence[tuple[Layer, Use]],
    findings: Sequence[tuple[int, ArticleFinding]],
    beside: tuple[Note, ...],
    more: _Marked,
) -> Row:
    """A block, by its place, with the uses and findings that touch it and the questions beside it."""
    block = article.blocks[place]
    marked = [Layer(one.span, number, f"{_WORDS}{number}") for number, one in findings]
    reference = article.reference_at(block.content.start)
    cited = more.citing.get(reference.label, ()) if reference else ()
    differs = [span for span in more.differing if block.content.overlaps(span)]
    number = reference.index + 1 if reference else article.position(block.span.start)[0]
    return Row(
        block.kind.value,
        f"reference-{number}" if reference else _line_anchor(number),
        number,
        block.level,
        pieces(article, block, [layer for layer, _ in used], marked, more.chosen, differs),
        tuple(use for layer, use in used if block.content.start <= layer.span.start),
        beside,
        reference.label if reference else "",
        inferred=bool(reference and reference.inferred),
        cited=tuple(_back_links(cited)),
        chosen=bool(more.chosen and block.content.overlaps(more.chosen)),
    )


def _back_links(cited: Sequence[tuple[str, int]]) -> Iterator[Link]:
    """The ways back to each place that cites a reference, told apart where a line cites it more than once."""
    lines = [line for _, line in cited]
    for place, (anchor, line) in enumerate(cited):
        again = line in lines[:place]
        yield Link(word("article_line_again" if again else "article_line", line=line), f"#{anchor}")


def _line_anchor(line: int) -> str:
    return f"line-{line}"


class _Places:
    """Where questions, their words and the lines of the article stand on its page."""

    def question(self, number: int) -> str:
        """The id of a question."""
        return f"finding-{number}"

    def words(self, number: int) -> str:
        """The address of its words."""
        return f"#{_WORDS}{number}"

    def place(self, article: Article, offset: int) -> str:
        """The address of the block at a place of the article."""
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
