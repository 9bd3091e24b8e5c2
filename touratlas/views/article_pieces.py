"""A block of an article cut into pieces for reading: what of it a claim rests on, what cites a reference, what the
audit objects to.

The pieces of a block, one after another, are its words as they stand in the article; only the markup of Markdown,
which no reader sees, is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from touratlas.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from touratlas.article import Article, Block, Marker

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: the anchors that begin at it, the address that it leads to, the numbers of the passages that
    cover it and of the findings about it, whether it is of the passage that an address named, and
    whether its words are those in which it differs from another place that says nearly the same.
    """

    text: str
    anchors: tuple[str, ...] = ()
    href: str = ""
    passages: tuple[int, ...] = ()
    findings: tuple[int, ...] = ()
    chosen: bool = False
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Layer:
    """A span to be marked in the text, with its number and the anchor that stands where it begins."""

    span: Span
    number: int
    anchor: str = ""


def pieces(
    article: Article,
    block: Block,
    passages: Sequence[Layer],
    findings: Sequence[Layer],
    chosen: Span | None = None,
    differing: Sequence[Span] = (),
) -> tuple[Piece, ...]:
    """The pieces of a block; layers may reach beyond it."""
    links = list(_links(article, block))
    first, last = (
        bisect_left(article.hidden, Span(at, at)) for at in (block.content.start, block.content.end)
    )
    hidden = article.hidden[first:last]
    spans = [layer.span for layer in (*passages, *findings)] + [span for span, *_ in links] + list(hidden)
    spans += [*([chosen] if chosen else []), *differing]
    cuts = sorted({block.content.start, block.content.end, *_ends(block.content, spans)})
    made = []
    for start, end in pairwise(cuts):
        if any(span.start <= start < span.end for span in hidden):
            continue
        link = next(
            ((href, anchor) for span, href, anchor in links if span.start <= start < span.end), ("", "")
        )
        began = [
            layer.anchor for layer in (*passages, *findings) if layer.span.start == start and layer.anchor
        ]
        first = any(span.start == start for span, *_ in links)
        made.append(
            Piece(
                article.text[start:end],
                (*dict.fromkeys(began), *([link[1]] if first and link[1] else [])),
                link[0],
                tuple(layer.number for layer in passages if layer.span.start <= start < layer.span.end),
                tuple(layer.number for layer in findings if layer.span.start <= start < layer.span.end),
                chosen=bool(chosen and chosen.start <= start < chosen.end),
                differs=any(span.start <= start < span.end for span in differing),
            )
        )
    return tuple(made)


def _ends(within: Span, spans: Iterable[Span]) -> Iterator[int]:
    for span in spans:
        yield from (at for at in (span.start, span.end) if within.start < at < within.end)


def _links(article: Article, block: Block) -> Iterator[tuple[Span, str, str]]:
    """The labels of a block's markers: their place, the address of their reference, and their own anchor."""
    for run in article.runs_in(block.content):
        for marker in run.items:
            yield from _labels(article, marker)


def _labels(article: Article, marker: Marker) -> Iterator[tuple[Span, str, str]]:
    text = marker.span.of(article.text)
    numbers = list(_NUMBER.finditer(text))
    if len(marker.numbers) == 1 or len(numbers) < 2:
        reference = article.reference(marker.numbers[0])
        if reference is not None:
            yield marker.span, reference_address(reference.index), citation_anchor(marker.span.start)
        return
    for match in numbers:
        reference = article.reference(str(int(match.group())))
        if reference is not None:
            span = Span(marker.span.start + match.start(), marker.span.start + match.end())
            yield span, reference_address(reference.index), citation_anchor(span.start)


def reference_address(index: int) -> str:
    """The address of an entry of the reference list on its page."""
    return f"#reference-{index + 1}"


def citation_anchor(offset: int) -> str:
    """The anchor of a citation, by its place in the text."""
    return f"cite-{offset}"


def citing_anchors(article: Article) -> dict[str, list[tuple[str, int]]]:
    """Where each reference is cited, by its label: the anchor and the line of each place, in order."""
    found: dict[str, list[tuple[str, int]]] = {}
    for run in article.runs:
        for marker in run.items:
            line = article.position(marker.span.start)[0]
            for label in marker.numbers:
                start = next(
                    (span.start for span, _, _ in _places(article, marker, label)), marker.span.start
                )
                found.setdefault(label, []).append((citation_anchor(start), line))
    return found


def _places(article: Article, marker: Marker, label: str) -> Iterator[tuple[Span, str, str]]:
    """The places of a label in a bracket; of one inside a range, that of the range's first number."""
    labels = list(_labels(article, marker))
    exact = [one for one in labels if one[0].of(article.text).strip("[]^") == label]
    yield from exact or labels[:1]
