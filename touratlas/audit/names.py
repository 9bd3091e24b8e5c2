"""Names in English text: runs of words with a capital, found by form.

A word that opens a sentence has its capital from there: it counts only if it stands with a capital inside a
sentence too, or if another word with a capital follows it. A name may hold `of`, `for`, `and`, `the`, `&` and
the particles of surnames (`van`, `de`, `bin`) between two words with a capital; `parts` gives the runs without
`and`, of which `Japan and South Korea` has two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from touratlas.article import BlockKind, Span
from touratlas.article.abbreviations import STARTERS
from touratlas.audit.days import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from touratlas.article import Article

_WORD = r"(?:[A-Z]\.(?:[A-Z]\.)*|[A-ZÀ-ÖØ-ÞŁŚŽČ][\w]*(?:(?:-|[’'](?!s\b))[^\W\d_]+)*)"
_JOIN = r"\s(?:(?:of|for|the|and|&|de|del|der|den|la|le|van|von|bin|ibn|al|da|di|du|y|on)\s){0,3}"
_NAME = re.compile(rf"{_WORD}(?:{_JOIN}{_WORD}){{0,9}}")
_CALENDAR = frozenset({*WEEKDAYS, *MONTHS})
_MANY = 20
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.REFERENCE})


_TITLE = (
    r"(?:President|Prime Minister|Minister|Premier|Chancellor|King|Queen|Emperor|Prince|Princess|Secretary|Senator|"
    r"Governor|Mayor|Councillor|Councilman|Councilwoman|Director|Professor|Judge|Justice|General|Colonel|Captain|"
    r"Chairman|Chairwoman|Ambassador|Bishop|Pope|Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Dr|[Ll]eader|[Cc]oach|"
    r"[Tt]reasurer|[Dd]irector|[Mm]inister|[Ss]pokesman|[Ss]pokeswoman|[Ee]ngineer)"
)
_TITLED = re.compile(rf"\b{_TITLE}\.?,?\s(?P<name>{_WORD}(?:\s{_WORD}){{0,2}})")


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands; `text` is without a possessive ending."""

    span: Span
    text: str

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, joining words included."""
        return tuple(self.text.split())

    @property
    def parts(self) -> tuple[str, ...]:
        """The names that `and` joins in it."""
        return tuple(re.split(r"\sand\s(?:the\s)?", self.text))


def read(article: Article) -> Iterator[Name]:
    """The names of an article's paragraphs, list items and references, in order."""
    firsts = {sentence.span.start for sentence in article.sentences}
    found = [
        (match, sentence.span.start)
        for sentence in article.sentences
        if article.blocks[sentence.block].kind in _KINDS
        for match in _NAME.finditer(article.text, sentence.span.start, sentence.span.end)
    ]
    inside = {word for match, _ in found for word in _later_words(article, match, firsts)}
    for match, _ in found:
        name = _trimmed(article, match, firsts, inside)
        if name is not None:
            yield name


_OPENING = (": ", "? ", "! ", ". ")


def persons(text: str) -> frozenset[str]:
    """The last words of names behind a title, in an English text."""
    found = (re.sub(r"(?:’s|'s)$", "", match["name"].split()[-1]) for match in _TITLED.finditer(text))
    return frozenset(word for word in found if word not in _CALENDAR and len(word) > 1)


def _opens(article: Article, start: int, firsts: set[int]) -> bool:
    """Whether a word has its capital from opening a sentence or a quotation."""
    before = article.text[max(0, start - 2) : start]
    if start in firsts or before[-1:] in {"“", "‘", '"', "("} or before.endswith(_OPENING):
        return True
    return start - 1 in firsts or before[-1:] in {"*", "_"}


def _later_words(article: Article, match: re.Match[str], firsts: set[int]) -> list[str]:
    words = match.group().split()
    return words[1:] if _opens(article, match.start(), firsts) else words


def _trimmed(article: Article, match: re.Match[str], firsts: set[int], inside: set[str]) -> Name | None:
    text, start = match.group(), match.start()
    first, _, rest = text.partition(" ")
    if _has_capital_from_place(first, rest, inside, opens=_opens(article, start, firsts)):
        following = re.search(_WORD, rest)
        if following is None:
            return None
        start += len(first) + 1 + following.start()
        text = rest[following.start() :]
    plain = re.sub(r"(?:’s|'s|’|')$", "", text)
    if all(word in _CALENDAR for word in plain.split()):
        return None
    return Name(Span(start, start + len(plain)), plain)


def _has_capital_from_place(first: str, rest: str, inside: set[str], *, opens: bool) -> bool:
    """Whether a name's first word is none, but opens a sentence."""
    if first.lower() in STARTERS:
        return True
    return opens and first not in inside and not rest[:1].isupper()


def sharing(found: Mapping[Any, Sequence[int]]) -> set[tuple[int, int]]:
    """The pairs of numbers that stand under one key; a key that very many share tells nothing, and is passed over."""
    return {
        (one, other)
        for numbers in found.values()
        if 1 < len(numbers) < _MANY
        for one in numbers
        for other in numbers
        if one < other
    }
