"""An article as it stands, block by block, its used passages marked and linked, its citations linked to the list, and
beside each block what the audit asks of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.article.blocks import BlockKind
from touratlas.snapshot.findings import line_anchor
from touratlas.snapshot.passages import article_anchor, reference_anchor
from touratlas.views.article_notes import by_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.article import Article
    from touratlas.snapshot.findings import Asked, Doubt, Findings, Quoted
    from touratlas.snapshot.passages import Key, Passages
    from touratlas.views.article_notes import Note


@dataclass(frozen=True, slots=True)
class Bit:
    """Words within a piece: the ids of the places where questions begin to be about them, the numbers of these
    questions and how sure the surest is, and whether another place that says nearly the same has other words.
    """

    text: str
    anchors: tuple[str, ...] = ()
    questions: tuple[int, ...] = ()
    severity: str = ""
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: plain, in a passage (`href` leads to it), or a citation (`cites`). `anchors` are the ids of
    the passages that begin here.
    """

    bits: tuple[Bit, ...]
    href: str = ""
    cites: bool = False
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block: `title`, `heading`, `paragraph`, `list-item`, `reference`, `stray` or `other`, its line, its pieces, the
    questions beside it, and the ids by which it, and words of it that aren't shown, are found.
    """

    kind: str
    line: int
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article: its source's id, its title, who published it where, what the curator says of it, its blocks (none
    where its text isn't in the page), how many questions there are to it by how sure they are, and where its text isn't
    in the page these questions with what they are about.
    """

    id: str
    title: str
    publisher: str
    url: str
    about: str
    language: str
    blocks: tuple[BlockView, ...]
    counts: tuple[tuple[str, str, int], ...] = ()
    quoted: tuple[Quoted, ...] = ()


def article_views(passages: Passages, findings: Findings) -> tuple[ArticleView, ...]:
    """All articles of a tour."""
    tour = passages.atlas.tour
    views = []
    for name, source in tour.articles().items():
        asked = findings.asked(name, whole=name in passages.whole)
        views.append(
            ArticleView(
                id=name,
                title=source.title or passages.atlas.articles[name].title,
                publisher=source.publisher or "",
                url=source.url or "",
                about=source.about or "",
                language=source.language or tour.tour.language,
                blocks=_blocks(passages, name, asked) if name in passages.whole else (),
                counts=asked.counts,
                quoted=asked.quoted,
            )
        )
    return tuple(views)


def _blocks(passages: Passages, name: str, asked: Asked) -> tuple[BlockView, ...]:
    article = passages.atlas.articles[name]
    source = passages.sources.index(name)
    keys = [key for key in passages.numbers if key[0] == source]
    beside = asked.beside or {}
    linked = {link.href[1:] for found in beside.values() for one in found for link in one.places}
    doubts = Doubts(article, asked)
    views = []
    for place, block in enumerate(article.blocks):
        pieces = tuple(_pieces(article, place, name, keys, passages, doubts))
        anchor = line_anchor(name, article, block.content.start)
        notes = tuple(beside.get(place, ()))
        anchors = ((anchor,) if anchor in linked else ()) + doubts.unseen(one.number for one in notes)
        line = article.position(block.span.start)[0]
        views.append(BlockView(block.kind.value, line, pieces, notes, anchors))
    return tuple(views)


class Doubts:
    """Cuts the pieces of an article, one after another, where words begin and end that questions are about; where each
    of these begins gets its id, once.
    """

    def __init__(self, article: Article, asked: Asked) -> None:
        self._all = sorted(asked.doubts, key=lambda one: (one.span, one.number))
        self._doubts = by_block(article, [(one.span, one) for one in self._all])
        self._differing = by_block(article, [(span, span) for span in asked.differing])
        self._seen: set[int] = set()

    def within(self, place: int) -> tuple[list[Doubt], list[Span]]:
        """Those that touch a block, by its place."""
        return self._doubts.get(place, []), self._differing.get(place, [])

    def bits(
        self, article: Article, start: int, end: int, near: tuple[list[Doubt], list[Span]]
    ) -> tuple[Bit, ...]:
        """A piece, given by its offsets, in bits; `near` are those of :meth:`within`."""
        doubts, differing = near
        cuts = {start, end}
        for span in (*(one.span for one in doubts), *differing):
            cuts |= {at for at in (span.start, span.end) if start < at < end}
        return tuple(
            self._bit(article.text[one:other], Span(one, other), doubts, differing)
            for one, other in pairwise(sorted(cuts))
        )

    def _bit(self, text: str, span: Span, doubts: Sequence[Doubt], differing: Sequence[Span]) -> Bit:
        here = [one for one in doubts if one.span.overlaps(span)]
        new = [one for one in here if one.number not in self._seen]
        self._seen |= {one.number for one in new}
        surest = min(here, key=lambda one: one.number, default=None)
        return Bit(
            text,
            tuple(one.anchor for one in new),
            tuple(one.number for one in here),
            surest.severity if surest else "",
            any(one.overlaps(span) for one in differing),
        )

    def unseen(self, numbers: Iterator[int]) -> tuple[str, ...]:
        """The ids for the words of some questions that no piece shows: those of markup, and no words at all."""
        wanted = set(numbers) - self._seen
        return tuple(one.anchor for one in self._all if one.number in wanted)


def _pieces(
    article: Article, place: int, name: str, keys: Sequence[Key], passages: Passages, doubts: Doubts
) -> Iterator[Piece]:
    """The words of a block, by its place, cut wherever a passage, a citation or hidden markup begins or ends."""
    block = article.blocks[place]
    span, near = block.content, doubts.within(place)
    inside = [key for key in keys if key[1] < span.end and span.start < key[2]]
    markers = [marker for run in article.runs_in(span) for marker in run.items]
    hidden = [one for one in article.hidden if one.overlaps(span)]
    cuts = {span.start, span.end}
    cuts |= {at for key in inside for at in key[1:] if span.start < at < span.end}
    cuts |= {at for one in [*(marker.span for marker in markers), *hidden] for at in (one.start, one.end)}
    cited = {marker.span.start: marker for marker in markers}
    for start, end in pairwise(sorted(at for at in cuts if span.start <= at <= span.end)):
        if any(one.start <= start and end <= one.end for one in hidden) and block.kind is not BlockKind.OTHER:
            continue
        anchors = tuple(article_anchor(name, *key[1:]) for key in inside if max(key[1], span.start) == start)
        bits = doubts.bits(article, start, end, near)
        if start in cited:
            reference = article.reference(cited[start].numbers[0])
            yield Piece(bits, f"#{reference_anchor(name, reference)}" if reference else "", True, anchors)
            continue
        over = next((key for key in inside if key[1] <= start and end <= key[2]), None)
        yield Piece(bits, f"#{passages.anchor(over)}" if over else "", False, anchors)
