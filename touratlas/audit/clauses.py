"""What a citation is cited for: the words between the marker run before it and itself, in its own sentence.

Only these are *direct*: a marker supports what stands directly before it, not the rest of the sentence. Where
so few words stand there that nothing can be told from them, the sentence up to the marker is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from touratlas.article import Article, MarkerRun, Sentence

_LEAST_TERMS = 3


@dataclass(frozen=True, slots=True)
class Clause:
    """The words that a marker run is cited for: their place without the markers, their text, the sentence,
    the run.
    """

    span: Span
    text: str
    sentence: Sentence
    run: MarkerRun


def read(article: Article, sentences: Iterable[Sentence]) -> Iterator[Clause]:
    """The clauses of the sentences that bear markers, in order."""
    for sentence in sentences:
        start = sentence.span.start
        for run in article.runs_in(sentence.span):
            span = Span(min(start, run.span.start), run.span.start)
            text = article.plain(span)
            if len(terms.of(text)) < _LEAST_TERMS:
                span = Span(sentence.span.start, max(sentence.span.start, run.span.start))
                text = article.plain(span)
            if text:
                yield Clause(_trimmed(article.text, span), text, sentence, run)
            start = run.span.end


def tail(article: Article, sentence: Sentence) -> Span:
    """What of a sentence stands behind its last marker run: the whole sentence if it has none."""
    runs = article.runs_in(sentence.span)
    start = runs[-1].span.end if runs else sentence.span.start
    return Span(min(start, sentence.span.end), sentence.span.end)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" ,;:.–—-"))
    return Span(min(start, span.end), span.end)
