"""A402 name with one word exchanged · warning, English only

Two long names are the same but for one word, as if a word had been replaced by another of similar meaning or look.

Why it matters: there is probably one such body, not two, and one of the names is wrong. A machine that exchanges
words for others of their meaning does this to names as well.

Found:

    Victor Hale of the Center for Calculated and International Studies spoke.

    The Center for Strategic and International Studies published his speech.

Not found:

    Victor Hale of the Center for Strategic and International Studies spoke.

    The Center for Strategic and International Studies published his speech. North Harbour High School and South Harbour
    High School listened.

Ask: Look both names up. Which one exists? How could the other have come about?
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit.case import Found, Related
from touratlas.audit.names import sharing
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.audit.case import Case
    from touratlas.audit.names import Name

_LEAST_WORDS, _MOST_WORDS = 3, 10
_LEAST_SAME, _ALIKE = 3, 75
_PAIRED = """
north south east west northern southern eastern western upper lower old new first second third fourth fifth one two
three i ii iii iv high low great little big small inner outer central left right red blue green white black home foreign
"""
_CONTRASTS = frozenset(_PAIRED.split())


def find(case: Case) -> Iterator[Found]:
    """The rarer of each two such names, where it first stands; of two that stand equally often, the text's and
    not the reference's.
    """
    firsts: dict[tuple[str, ...], Span] = {}
    times: Counter[tuple[str, ...]] = Counter()
    listed: dict[tuple[str, ...], bool] = defaultdict(bool)  # a reference is nearer to the source
    for name in case.names:
        for words, start in _endings(name):
            span = Span(name.span.start + start, name.span.end)
            firsts.setdefault(words, span)
            times[words] += 1
            listed[words] |= case.article.reference_at(span.start) is not None
    alone = {word for name in case.names for word in _alone(name)}
    told: list[Span] = []
    for one, other in _pairs([*firsts]):
        if not _is_exchange(one, other, alone):
            continue
        less, more = sorted(
            (one, other), key=lambda words: (times[words], listed[words], -firsts[words].start)
        )
        usual = firsts[more]
        if any(span.overlaps(firsts[less]) for span in told):
            continue
        told.append(firsts[less])
        message = f"{' '.join(less)}, elsewhere {' '.join(more)}"
        suggestion = f"{' '.join(more)}?"
        related = (Related(usual, usual.of(case.article.text)),)
        yield Found(firsts[less], message, suggestion=suggestion, related=related)


def _endings(name: Name) -> Iterator[tuple[tuple[str, ...], int]]:
    """A name from each of its words with a capital on, with the offset: `Victor Hale of the Center …` holds
    `Center …`.
    """
    starts = [match.start() for match in re.finditer(r"(?<!\S)[^\W\d_a-z]", name.text)]
    for start in starts[-_MOST_WORDS:]:
        words = tuple(name.text[start:].split())
        if _LEAST_WORDS <= len(words) <= _MOST_WORDS:
            yield words, start


def _alone(name: Name) -> Iterator[str]:
    """The words that are names by themselves, such as Japan: exchanged, they make another name."""
    for part in name.parts:
        words = part.split()
        if len(words) == 1:
            yield words[0]


def _pairs(names: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of names of equal length that differ in one word, by what is left without it."""
    by_rest: dict[tuple[str, ...], list[int]] = {}
    for number, words in enumerate(names):
        for at in range(len(words)):
            by_rest.setdefault((*words[:at], "", *words[at + 1 :]), []).append(number)
    for one, other in sorted(sharing(by_rest), key=lambda pair: (-len(names[pair[0]]), pair)):
        yield names[one], names[other]


def _is_exchange(one: Sequence[str], other: Sequence[str], alone: set[str]) -> bool:
    from rapidfuzz.fuzz import ratio

    at = next(number for number, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
    mine, theirs = one[at], other[at]
    if {mine.casefold(), theirs.casefold()} & _CONTRASTS or (mine in alone and theirs in alone):
        return False
    if at == len(one) - 1 and one[at - 1] in {"of", "in", "for"}:
        return False  # bodies of the same kind in two places
    same = sum(1 for word in (*one[:at], *one[at + 1 :]) if word[0].isupper())
    alike = ratio(mine.casefold(), theirs.casefold()) >= _ALIKE
    return same >= (_LEAST_SAME if not alike else 2)


RULE = Rule("A402", "name with one word exchanged", Severity.WARNING, find, english=True)
