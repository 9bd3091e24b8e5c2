"""What the audit asks of the articles, for the page: beside their passages where an article is in it whole, else with
the sentences quoted that they are about.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit.report import LARGEST_SUMMARY, audit_loaded
from touratlas.snapshot.passages import reference_anchor
from touratlas.views.article_compare import differing
from touratlas.views.article_notes import Note, note, notes, numbered, tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.article import Article
    from touratlas.audit.run import ArticleFinding
    from touratlas.check import Atlas

MOST_BEFORE = 150  # characters of a sentence before the words that a question is about
MOST_QUOTED = 300  # characters of a sentence: what a question is about, not the article piece by piece


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words of an article that a question is about: its number, how sure it is, and the id of the place where they
    begin.
    """

    span: Span
    number: int
    severity: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence of an article that isn't in the page whole, with the words marked that its questions are about; `late`
    where it begins before what is quoted, `early` where it goes on.
    """

    before: str
    words: str
    after: str
    late: bool
    early: bool
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions to an article: how many by how sure they are; by the place of the block that each stands beside, or
    with what is `quoted`; the words they are about, and those in which two places differ.
    """

    counts: tuple[tuple[str, str, int], ...] = ()
    beside: dict[int, list[Note]] | None = None
    quoted: tuple[Quoted, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    differing: tuple[Span, ...] = ()


class Findings:
    """What the audit finds in the articles of a tour; without `answers` as students get it. `long`: they are so long
    that it isn't asked, for that would take longer than all the rest.
    """

    def __init__(self, atlas: Atlas, *, answers: bool = True) -> None:
        self.atlas = atlas
        self.answers = answers
        self.long = sum(len(article.text) for article in atlas.articles.values()) > LARGEST_SUMMARY
        self._found = () if self.long else audit_loaded(atlas.loaded).of_articles

    def asked(self, name: str, *, whole: bool) -> Asked:
        """The questions to the article with the id `name`, which is in the page `whole` or not."""
        article, found = self.atlas.articles[name], numbered(self._found, name)
        counts, places = tally(one for _, one in found), _Places(name, whole=whole)
        if not whole:
            quoted = tuple(_quoted(article, found, places, answers=self.answers))
            return Asked(counts, quoted=quoted)
        return Asked(
            counts,
            notes(article, found, places, answers=self.answers),
            doubts=tuple(
                Doubt(one.span, number, one.severity.value, places.words(number)[1:]) for number, one in found
            ),
            differing=tuple(span for _, one in found for span in differing(article, one))
            if self.answers
            else (),
        )


class _Places:
    """Where the questions to one article stand in the page, and what belongs to them."""

    def __init__(self, source: str, *, whole: bool) -> None:
        self._source = source
        self._whole = whole

    def question(self, number: int) -> str:
        """The id of a question."""
        return f"finding={self._source}-{number}"

    def words(self, number: int) -> str:
        """The address of its words in the article, where that is in the page."""
        return f"#doubt={self._source}-{number}" if self._whole else ""

    def place(self, article: Article, offset: int) -> str:
        """The address of an entry of the reference list, or of a line of the article where that is in the page."""
        reference = article.reference_at(offset)
        if reference is not None:
            return f"#{reference_anchor(self._source, reference)}"
        return f"#{line_anchor(self._source, article, offset)}" if self._whole else ""


def line_anchor(source: str, article: Article, offset: int) -> str:
    """The id of the block at a place of an article."""
    block = article.block_at(offset)
    return f"line={source}-{article.position(block.span.start if block else offset)[0]}"


def _quoted(
    article: Article, found: Sequence[tuple[int, ArticleFinding]], places: _Places, *, answers: bool
) -> Iterator[Quoted]:
    """The questions in the order of the text, those about the same words together."""
    by_words: dict[tuple[Span, Span, Span], list[Note]] = {}
    for number, one in found:
        made = replace(
            note(article, number, one, places, answers=answers), versions=()
        )  # they quote too much
        by_words.setdefault(_sentence(article, one.span), []).append(made)
    for (sentence, shown, words), asked in sorted(by_words.items(), key=lambda item: item[0]):
        yield Quoted(
            _visible(article, Span(shown.start, words.start)),
            _visible(article, words),
            _visible(article, Span(words.end, shown.end)),
            sentence.start < shown.start,
            shown.end < sentence.end,
            tuple(asked),
        )


def _sentence(article: Article, span: Span) -> tuple[Span, Span, Span]:
    """The first sentence that some words touch (outside sentences the words themselves), as much of it as may be
    quoted, and what of the words is in that.
    """
    at = bisect_right(
        article.sentences, span.start, key=lambda one: one.span.end
    )  # the first that ends behind it
    near = article.sentences[at].span if at < len(article.sentences) else span
    sentence = near if near.overlaps(span) else span
    words = max(span.start, sentence.start)
    start = sentence.start
    if words > start + MOST_BEFORE:
        start = (
            next((at for at in range(words - MOST_BEFORE, words) if article.text[at].isspace()), words - 1)
            + 1
        )
    shown = Span(start, min(sentence.end, start + MOST_QUOTED))
    return sentence, shown, Span(words, max(words, min(span.end, shown.end)))


def _visible(article: Article, span: Span) -> str:
    """The words of a stretch, without the markup of Markdown."""
    hidden = [one for one in article.hidden if one.overlaps(span)]
    return "".join(
        char
        for at, char in enumerate(article.text[span.start : span.end], span.start)
        if not any(one.start <= at < one.end for one in hidden)
    )
