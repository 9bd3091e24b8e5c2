"""What a rule works on: an article, and what several rules need to know of it, found once.

A rule is a function from a :class:`Case` to :class:`Found` values. Nothing here knows of files or tours.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from touratlas.article import BlockKind, Span
from touratlas.audit import clauses, days, names, quantities, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from touratlas.article import Article, Block, Reference, Sentence
    from touratlas.finding import Severity

_BYLINE = 120  # characters: a longer block with a date is prose
_FIRST_BLOCKS = 4
_LEAST_RUNS = 3
_CODE = re.compile(r"(?P<ticks>`+)(?!`).{1,400}?(?<!`)(?P=ticks)(?!`)", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """Another place that belongs to a finding: where it is, and what stands there."""

    span: Span
    note: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found: the passage, a message of one line, and where it helps a suggestion and other
    places.

    `severity` is given where this case is less certain than the rule in general.
    """

    span: Span
    message: str
    severity: Severity | None = None
    suggestion: str = ""
    related: tuple[Related, ...] = ()


@dataclass(frozen=True)
class Case:
    """An article to be audited; `language` is a BCP 47 tag."""

    article: Article
    language: str = "en"

    @property
    def english(self) -> bool:
        """Whether rules that need English may speak."""
        return self.language.lower().partition("-")[0] in {"en", ""}

    @cached_property
    def prose(self) -> tuple[Sentence, ...]:
        """The sentences of paragraphs and list items, in order."""
        return tuple(sentence for sentence in self.article.sentences if sentence.countable)

    @cached_property
    def clauses(self) -> tuple[clauses.Clause, ...]:
        """What each marker run of the prose is cited for."""
        return tuple(clauses.read(self.article, self.prose))

    @cached_property
    def cites(self) -> bool:
        """Whether the article is one that cites: with a reference list, and markers at more than two places."""
        return bool(self.article.references) and len(self.clauses) >= _LEAST_RUNS

    @cached_property
    def days(self) -> tuple[days.Mention, ...]:
        """Every date in the text, in order."""
        return tuple(days.read(self.article.text)) if self.english else ()

    @cached_property
    def names(self) -> tuple[names.Name, ...]:
        """Every name in prose, headings and references, in order."""
        return tuple(names.read(self.article)) if self.english else ()

    @cached_property
    def persons(self) -> frozenset[str]:
        """The last names of those who stand somewhere with a title: `Prime Minister Anwar Ibrahim`, `Dr. Lee`."""
        return names.persons(self.article.text) if self.english else frozenset()

    @cached_property
    def entry_terms(self) -> dict[int, frozenset[str]]:
        """The terms of each reference, by its index."""
        return {reference.index: terms.of(self.described(reference)) for reference in self.article.references}

    @cached_property
    def entry_numbers(self) -> dict[int, tuple[quantities.Quantity, ...]]:
        """The numbers of each reference, by its index."""
        return {
            reference.index: tuple(quantities.read(self.described(reference)))
            for reference in self.article.references
        }

    @cached_property
    def spread(self) -> Counter[str]:
        """In how many sentences of the prose each term stands."""
        return Counter(term for sentence in self.prose for term in terms.of(self.plain(sentence.span)))

    def block_terms(self, index: int) -> frozenset[str]:
        """The terms of a block, by its place."""
        if index not in self._block_terms:
            self._block_terms[index] = terms.of(self.plain(self.article.blocks[index].content))
        return self._block_terms[index]

    @cached_property
    def _block_terms(self) -> dict[int, frozenset[str]]:
        return {}

    @cached_property
    def byline_year(self) -> int | None:
        """The year that the article gives itself: of a date in a byline."""
        for mention in self.days:
            sentence = self.article.sentence_at(mention.span.start)
            if sentence is not None and mention.year and self.is_byline(sentence):
                return mention.year
        return None

    def is_byline(self, sentence: Sentence) -> bool:
        """Whether a sentence is one of the first, short blocks that hold a date and end without a full stop."""
        block = self.article.blocks[sentence.block]
        text = block.content.of(self.article.text).rstrip("*_ ")
        if sentence.block >= _FIRST_BLOCKS or block.kind is BlockKind.REFERENCE or len(text) > _BYLINE:
            return False
        return not text.endswith((".", "!", "?")) and any(block.span.covers(one.span) for one in self.days)

    @cached_property
    def own_year(self) -> int | None:
        """The year that the article is of: its own date's, else the latest of a full date in it."""
        full = [mention.year for mention in self.days if mention.year and mention.day]
        return self.byline_year or max(full, default=None)

    def described(self, reference: Reference) -> str:
        """What a reference says, without its addresses."""
        text = reference.text
        for locator in reference.locators:
            text = text.replace(locator, " ")
        return text

    def hidden_in(self, span: Span) -> Sequence[Span]:
        """The Markdown markup that a span holds and no reader sees, in order."""
        return _inside(self.article.hidden, span)

    def code_in(self, span: Span) -> Sequence[Span]:
        """The stretches of code that a span of Markdown holds, with their backticks, in order."""
        return _inside(self._code, span)

    def is_code(self, span: Span) -> bool:
        """Whether a span lies in code, where nothing is said in prose."""
        before = bisect_right(self._code, Span(span.start, len(self.article.text)))
        return before > 0 and self._code[before - 1].covers(span)

    def plain(self, span: Span) -> str:
        """The text of a span without markers."""
        return self.article.plain(span)

    def line(self, offset: int) -> int:
        """The line, from 1, that an offset stands in."""
        return self.article.position(offset)[0]

    def blocks_in(self, span: Span) -> Sequence[Block]:
        """The blocks that begin in a span, in order."""
        first = bisect_left(self._block_starts, span.start)
        return self.article.blocks[first : bisect_left(self._block_starts, span.end)]

    @cached_property
    def _code(self) -> Sequence[Span]:
        found = _CODE.finditer(self.article.text) if self.article.markdown else ()
        return [Span(match.start(), match.end()) for match in found]

    @cached_property
    def _block_starts(self) -> Sequence[int]:
        return [block.span.start for block in self.article.blocks]


def _inside(spans: Sequence[Span], within: Span) -> Sequence[Span]:
    first = bisect_left(spans, Span(within.start, within.start))
    last = bisect_left(spans, Span(within.end, within.end))
    return spans[first:last]


Finder = Callable[[Case], Iterator[Found]]
