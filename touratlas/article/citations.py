"""What an article cites for a passage.

A citation is *direct* if its marker stands inside the passage or directly behind its clause: the first
marker run of the same sentence behind the passage, unless a clause boundary stands between. Other citations
of the same sentence are *nearby*: shown apart, never counted as support.

Clause boundaries are commas, semicolons, colons, dashes and parentheses, and the end of a quotation that
words follow. None of these counts directly before the markers, nor inside a number (`1,000`, `10:30`,
`2020–2025`), nor an unspaced en dash in a compound (`Trump–Xi`). A full stop inside a sentence is an
abbreviation's and no boundary.

For a passage of the reference list, the entry's own label is the direct citation. Headings, strays and
other blocks cite nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.article.sentences import SentenceKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from touratlas.article.markers import MarkerRun
    from touratlas.article.spans import Span
    from touratlas.article.text import Article

_BOUNDARY = re.compile(r"(?<!\d),|,(?!\d)|(?<!\d):|:(?!\d)|[;()\[\]—―、，；：（）،؛”»」』]|\s[–-]|[–-]\s|--")
_SINGLE_END = re.compile(r"[’'](?![^\W_])")


@dataclass(frozen=True, slots=True)
class Citations:
    """The labels that a passage cites, `direct` and `nearby`, each in the text's order and in one of the
    two only.
    """

    direct: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()


def citations_of(article: Article, span: Span) -> Citations:
    """The citations of the passage `span` of `article`."""
    sentences = article.sentences_in(span)
    own = [
        reference.label
        for sentence in sentences
        if sentence.kind is SentenceKind.REFERENCE
        and (reference := article.reference_at(sentence.span.start))
        and reference.label
    ]
    prose = [sentence.span for sentence in sentences if sentence.countable]
    if not prose:
        return Citations(tuple(dict.fromkeys(own)))
    whole = [run for sentence in prose for run in article.runs_in(sentence)]
    direct = [run for run in whole if run.span.overlaps(span)]
    behind = next((run for run in whole if run.span.start >= span.end), None)
    if behind and prose[-1].covers(behind.span) and not _boundary_between(article, prose[-1], span, behind):
        direct.append(behind)
    labels = _labels(direct)
    nearby = tuple(label for label in _labels(whole) if label not in labels)
    return Citations(tuple(dict.fromkeys([*own, *labels])), nearby)


def _labels(runs: Iterable[MarkerRun]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label for run in runs for label in run.numbers))


def _boundary_between(article: Article, sentence: Span, span: Span, run: MarkerRun) -> bool:
    """Whether a clause ends between the last word of `span` and `run`, which stands behind it in
    `sentence`.
    """
    words = article.normalised
    first = bisect_left(words.starts, sentence.start)
    end = bisect_left(words.starts, run.span.start)
    start = bisect_left(words.starts, span.end)
    while start > first and not words.text[start - 1].isalnum():
        start -= 1
    while end > start and _is_punctuation(words.text[end - 1]):
        end -= 1
    gap = words.text[max(first, start - 1) : end]
    return _BOUNDARY.search(gap) is not None or _ends_quotation(words.text[first:end], len(gap))


def _is_punctuation(char: str) -> bool:
    return char.isspace() or unicodedata.category(char)[0] == "P"


def _ends_quotation(text: str, last: int) -> bool:
    """Whether a quotation in straight or single marks, opened anywhere in `text`, ends in its `last`
    characters.
    """
    start = len(text) - last
    opened: dict[str, bool] = {'"': False, "'": False}
    for at, char in enumerate(text):
        if char == '"':
            opened[char] = not opened[char]
            if at >= start and not opened[char]:
                return True
        elif char == "‘" or (char == "'" and _opens(text, at)):
            opened["'"] = True
        elif opened["'"] and _SINGLE_END.match(text, at):
            opened["'"] = False
            if at >= start:
                return True
    return False


def _opens(text: str, at: int) -> bool:
    return not text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
