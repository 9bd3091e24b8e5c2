"""The passage in which a quote stands: what a reader is shown, and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.article.spans import Span

if TYPE_CHECKING:
    from touratlas.article.text import Article


@dataclass(frozen=True, slots=True)
class Passage:
    """The whole sentences, or the reference entry, around a quote.

    `span` is the passage, `quote` the quote in it, `sentences` the indices of its units in
    `Article.sentences`, `headings` the words of the headings above it, the outermost first, `line` and
    `column` where the quote begins, from 1.
    """

    span: Span
    quote: Span
    sentences: tuple[int, ...]
    headings: tuple[str, ...]
    line: int
    column: int


def passage_of(article: Article, span: Span) -> Passage:
    """The passage around `span`, as :func:`touratlas.article.quotes.resolve_quote` gives it."""
    sentences = article.sentences_in(span)
    start = min([span.start, *(sentence.span.start for sentence in sentences)])
    end = max([span.end, *(sentence.span.end for sentence in sentences)])
    line, column = article.position(span.start)
    indices = tuple(sentence.index for sentence in sentences)
    return Passage(Span(start, end), span, indices, article.headings_of(span), line, column)
