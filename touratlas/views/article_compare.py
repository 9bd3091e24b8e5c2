"""Two places of an article that say nearly the same, side by side, with the words marked in which they differ."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from touratlas.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.article import Article
    from touratlas.audit.run import ArticleFinding

ALIKE = frozenset({"A401", "A402", "A403"})
"""The rules that object to two places being nearly the same: names, and passages that repeat each other."""
_MOST_WORDS = 1_000  # longer ones nobody compares word by word, and comparing takes more than their length
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of a compared text; `differs` where the other has other words or none."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Version:
    """One of two texts that are compared: where it stands, and its words."""

    line: int
    bits: tuple[Bit, ...]


def versions(article: Article, one: ArticleFinding) -> tuple[Version, ...]:
    """The two places of a finding about places that are nearly the same, in the order of the text; else none."""
    pair = _pair(one)
    if pair is None:
        return ()
    spans = differing(article, one)
    return tuple(
        Version(article.position(span.start)[0], tuple(_bits(article, span, spans))) for span in sorted(pair)
    )


def differing(article: Article, one: ArticleFinding) -> tuple[Span, ...]:
    """The words of the article in which the two places of such a finding differ, in their order."""
    pair = _pair(one)
    if pair is None:
        return ()
    first, second = (list(_words(article, span)) for span in sorted(pair))
    if max(len(first), len(second)) > _MOST_WORDS:
        return ()
    earlier, later = ([key for key, _ in words] for words in (first, second))
    found: list[Span] = []
    for kind, a, b, c, d in SequenceMatcher(None, earlier, later, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [_whole(run) for run in (first[a:b], second[c:d]) if run]
    return tuple(sorted(found))


def _pair(one: ArticleFinding) -> tuple[Span, Span] | None:
    return (one.span, one.related[0].span) if one.code in ALIKE and one.related else None


def _words(article: Article, within: Span) -> Iterator[tuple[str, Span]]:
    """The words of a stretch without its citation markers, as they are compared: without capitals."""
    markers = [run.span for run in article.runs_in(within)]
    for match in _WORD.finditer(article.text, within.start, within.end):
        span = Span(*match.span())
        if not any(marker.overlaps(span) for marker in markers):
            yield unicodedata.normalize("NFKC", match.group()).casefold(), span


def _whole(words: Sequence[tuple[str, Span]]) -> Span:
    return Span(words[0][1].start, words[-1][1].end)


def _bits(article: Article, within: Span, spans: Sequence[Span]) -> Iterator[Bit]:
    """A stretch cut where words begin and end that differ; the markup of Markdown is left out."""
    hidden = [span for span in article.hidden if within.overlaps(span)]
    inside = [span for span in (*spans, *hidden) if within.overlaps(span)]
    ends = {at for span in inside for at in (span.start, span.end) if within.start < at < within.end}
    for start, end in pairwise(sorted({within.start, within.end, *ends})):
        if not any(span.start <= start < span.end for span in hidden):
            differs = any(span.start <= start < span.end for span in spans)
            yield Bit(article.text[start:end], differs)
