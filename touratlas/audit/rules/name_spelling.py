"""A401 name in two spellings · warning, English only

Two names differ by a letter or two and seem to mean the same person or body: the rest of the name, or the title
before it, is the same.

Why it matters: one of the two is wrong. A name misspelt is the error that the person concerned always sees.

Found:

    Councillor Moira Fennimore spoke first. Later, Councillor Fenimore left the hall.

Not found:

    Councillor Moira Fennimore spoke first. Later, Councillor Fennimore left the hall with Mayor Brannigan.

Ask: Is this one person or two? Where could you look up how the name is spelt?
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit.case import Found, Related
from touratlas.audit.names import sharing
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case
    from touratlas.audit.names import Name

_LEAST_LENGTH = 5
_LONG = 8
_MOST_NAMES = 4_000
_ENDINGS = ("s", "n", "an", "ian", "ese", "ish", "i", "ic", "er", "e", "es", "’s")


def find(case: Case) -> Iterator[Found]:
    """The rarer of each two spellings, where it first stands."""
    places: dict[str, list[tuple[Name, Span]]] = {}
    for name in case.names:
        for word, span in _words(name):
            places.setdefault(word, []).append((name, span))
    rare = Counter({word: len(found) for word, found in places.items()})
    told: set[str] = set()
    for one, other in _alike([*places][:_MOST_NAMES]):
        if not _same_context(places[one], places[other]):
            continue
        less, more = sorted((one, other), key=lambda word: (rare[word], places[word][0][1].start * -1))
        if less in told:
            continue
        told.add(less)
        span, usual = places[less][0][1], places[more][0][1]
        times = f", which stands {rare[more]} times" if rare[more] > 1 else ""
        yield Found(
            span, f"{less}, elsewhere {more}{times}", suggestion=f"{more}?", related=(Related(usual, more),)
        )


def _words(name: Name) -> Iterator[tuple[str, Span]]:
    at = name.span.start
    for word in name.text.split():
        start = name.text.index(word, at - name.span.start)
        at = name.span.start + start + len(word)
        if len(word) >= _LEAST_LENGTH and word[0].isupper() and word.isalpha() and not word.isupper():
            yield word, Span(name.span.start + start, at)


def _alike(words: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words one or two letters apart, found by what is left when a letter is taken out."""
    by_rest: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        for at in range(len(word) + 1):
            rest = word[:at] + word[at + 1 :] if at < len(word) else word
            by_rest.setdefault(rest.casefold(), []).append(number)
    for one, other in sorted(sharing(by_rest)):
        if _is_spelling(words[one], words[other]):
            yield words[one], words[other]


def _is_spelling(one: str, other: str) -> bool:
    """Whether two words may be spellings of one: not forms of a word, such as Asia and Asian."""
    short, long = sorted((one.casefold(), other.casefold()), key=lambda word: (len(word), word))
    if short == long:
        return False
    from rapidfuzz.distance import OSA

    if any(long == short + ending for ending in _ENDINGS):
        return False
    if long[:-2] == short[:-2] and len(short) == len(long) and long[-1] != short[-1] and len(short) < _LONG:
        return False
    return OSA.distance(short, long) <= (2 if len(short) >= _LONG else 1)


def _same_context(ones: list[tuple[Name, Span]], others: list[tuple[Name, Span]]) -> bool:
    """Whether both spellings stand in the same name, or behind the same word."""
    mine = {key for name, span in ones for key in _contexts(name, span)}
    theirs = {key for name, span in others for key in _contexts(name, span)}
    return bool(mine & theirs)


def _contexts(name: Name, span: Span) -> Iterator[str]:
    words = name.text.split()
    start = 0
    for word in words:
        start = name.text.index(word, start)
        if start + name.span.start != span.start and word[0].isupper():
            yield word
        start += len(word)


RULE = Rule("A401", "name in two spellings", Severity.WARNING, find, english=True)
