"""The findings of the audit as questions to a text: what a reader is asked, why, and which other places belong to it.

One page shows them in its margin, another below its article; where things stand there, it says by its
:class:`Places`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from touratlas.audit.rules import RULES
from touratlas.finding import Severity
from touratlas.interface import begun, word, words
from touratlas.views.article_compare import Version, versions
from touratlas.views.article_uses import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from touratlas.article import Article, Span
    from touratlas.audit.run import ArticleFinding

ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
"""The surest first."""
_SURE = {
    Severity.ERROR: "article_sure_error",
    Severity.WARNING: "article_sure_warning",
    Severity.NOTE: "article_sure_note",
}
_Item = TypeVar("_Item")
_RULES = {rule.code: rule for rule in RULES}


class Places(Protocol):
    """Where the parts of an article and the questions to it stand in a page."""

    def question(self, number: int) -> str:
        """The id of a question."""

    def words(self, number: int) -> str:
        """The address of the words that it is about, "" where they aren't in the page."""

    def place(self, article: Article, offset: int) -> str:
        """The address of a place of the article, "" where that isn't in the page."""


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as a question: its number and id, how sure it is, the question, the reason ("" where that isn't told),
    the address of its words and the places that belong to it; for curators the rule's code and name; the curator's
    reason where it was accepted; and two `versions` to compare where it is about places that are nearly the same.
    """

    number: int
    anchor: str
    severity: str
    sure: str
    ask: str
    reason: str
    at: str
    places: tuple[Link, ...]
    code: str
    name: str
    accepted: str
    versions: tuple[Version, ...] = ()


def sure(severity: Severity) -> str:
    """How sure a finding is, for readers."""
    return word(_SURE[severity])


def numbered(findings: Iterable[ArticleFinding], source: str) -> list[tuple[int, ArticleFinding]]:
    """The findings about one article with their numbers: the surest first, then by place."""
    mine = sorted(
        (one for one in findings if one.source == source),
        key=lambda one: (ORDER.index(one.severity), one.span, one.code, one.message),
    )
    return list(enumerate(mine, 1))


def tally(findings: Iterable[ArticleFinding]) -> tuple[tuple[str, str, int], ...]:
    """How many findings of each severity nobody has accepted: its name, in words, and the number."""
    open_ = [one.severity for one in findings if not one.accepted]
    return tuple((severity.value, sure(severity), open_.count(severity)) for severity in ORDER)


def block_of(article: Article, one: ArticleFinding) -> int:
    """The place of the block in which a finding begins, beside which its question stands."""
    return max(0, bisect_right(article.blocks, one.span.start, key=lambda block: block.span.start) - 1)


def by_block(article: Article, items: Iterable[tuple[Span, _Item]]) -> dict[int, list[_Item]]:
    """Items by the place of each block whose words their span touches, in their order."""
    starts = [block.span.start for block in article.blocks]
    found: dict[int, list[_Item]] = {}
    for span, item in items:
        place = max(0, bisect_right(starts, span.start) - 1)
        while place < len(starts) and starts[place] < span.end:
            if article.blocks[place].content.overlaps(span):
                found.setdefault(place, []).append(item)
            place += 1
    return found


def note(article: Article, number: int, one: ArticleFinding, places: Places, *, answers: bool = True) -> Note:
    """A finding as a question in a page; without `answers` the question and its places alone."""
    rule = _RULES[one.code]
    return Note(
        number,
        places.question(number),
        one.severity.value,
        sure(one.severity),
        rule.page.ask,
        as_sentence(one.message) if answers else "",
        places.words(number),
        tuple(_related(article, one, places, answers=answers)),
        one.code,
        rule.name,
        one.accepted if answers else "",
        versions(article, one) if answers else (),
    )


def notes(
    article: Article, found: Sequence[tuple[int, ArticleFinding]], places: Places, *, answers: bool = True
) -> dict[int, list[Note]]:
    """All questions by the place of the block beside which each stands."""
    beside: dict[int, list[Note]] = {}
    for number, one in found:
        made = note(article, number, one, places, answers=answers)
        beside.setdefault(block_of(article, one), []).append(made)
    return beside


def _related(article: Article, one: ArticleFinding, places: Places, *, answers: bool) -> Iterator[Link]:
    for place in one.related:
        words = (
            word("article_place", line=place.line, note=place.note)
            if answers
            else word("article_line", line=place.line)
        )
        yield Link(words, places.place(article, place.span.start))


def as_sentence(message: str) -> str:
    """A message as a sentence for readers."""
    return begun(message) + ("" if message.endswith((".", "?", "!", "…")) else ".")


def step_words() -> dict[str, str]:
    """The words of the script that steps through the questions, by keys without their prefix."""
    keys = ("article_step_none", "article_step_one", "article_step_all", "article_step", "article_step_shown")
    return {key.removeprefix("article_"): words()[key] for key in keys}
