"""An article as it stands, block by block, its used passages marked and linked, its citations linked to the list."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from touratlas.article.blocks import BlockKind
from touratlas.snapshot.passages import article_anchor, reference_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.article import Article
    from touratlas.article.blocks import Block
    from touratlas.snapshot.passages import Key, Passages


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: plain, in a passage (`href` leads to it), or a citation (`cites`). `anchors` are the ids of
    the passages that begin here.
    """

    text: str
    href: str = ""
    cites: bool = False
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block: `title`, `heading`, `paragraph`, `list-item`, `reference`, `stray` or `other`, and its pieces."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article: its source's id, its title, who published it where, what the curator says of it, and its blocks
    (none where its text isn't in the page).
    """

    id: str
    title: str
    publisher: str
    url: str
    about: str
    language: str
    blocks: tuple[BlockView, ...]


def article_views(passages: Passages) -> tuple[ArticleView, ...]:
    """All articles of a tour."""
    tour = passages.atlas.tour
    return tuple(
        ArticleView(
            id=name,
            title=source.title or passages.atlas.articles[name].title,
            publisher=source.publisher or "",
            url=source.url or "",
            about=source.about or "",
            language=source.language or tour.tour.language,
            blocks=_blocks(passages, name) if name in passages.whole else (),
        )
        for name, source in tour.articles().items()
    )


def _blocks(passages: Passages, name: str) -> tuple[BlockView, ...]:
    article = passages.atlas.articles[name]
    source = passages.sources.index(name)
    keys = [key for key in passages.numbers if key[0] == source]
    return tuple(
        BlockView(block.kind.value, tuple(_pieces(article, block, name, keys, passages)))
        for block in article.blocks
    )


def _pieces(
    article: Article, block: Block, name: str, keys: Sequence[Key], passages: Passages
) -> Iterator[Piece]:
    """The words of a block, cut wherever a passage, a citation or hidden markup begins or ends."""
    span = block.content
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
        text = article.text[start:end]
        if start in cited:
            reference = article.reference(cited[start].numbers[0])
            yield Piece(text, f"#{reference_anchor(name, reference)}" if reference else "", True, anchors)
            continue
        over = next((key for key in inside if key[1] <= start and end <= key[2]), None)
        yield Piece(text, f"#{passages.anchor(over)}" if over else "", False, anchors)
