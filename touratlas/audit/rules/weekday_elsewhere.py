"""A302 weekday against a date elsewhere · note, English only

One sentence gives an event a weekday, another gives what seems to be the same event (the same verb or noun and the
same names) a date that falls on another weekday.

Why it matters: a reader who puts the two together learns something false, although each of them may look right.

Found:

    The queen landed at Ardmore Airport on Sunday for the races. She brought her horses.

    The queen landed at Ardmore on October 25, 2025, in heavy rain.

Not found:

    The queen landed at Ardmore Airport on Saturday for the races. She brought her horses.

    The queen landed at Ardmore on October 25, 2025, in heavy rain.

Ask: Put the two sentences side by side. Are they about the same event, and do their days agree?
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from touratlas.article import BlockKind, Span
from touratlas.audit import days, events, terms
from touratlas.audit.case import Found, Related
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.article import Sentence
    from touratlas.audit.case import Case
    from touratlas.audit.days import Mention

_CALENDAR = frozenset({*days.WEEKDAYS, *days.MONTHS})
_ON = re.compile(rf"\b[Oo]n\s(?P<day>{days.WEEKDAY})")
_MOST = 50  # pairs of sentences that are compared for one weekday and kind of event


def find(case: Case) -> Iterator[Found]:
    """Each weekday without a date that disagrees with the date of the same event elsewhere."""
    if not case.english:
        return
    dated = _dated(case)
    if not dated:
        return
    spans = [mention.span for mention in case.days]
    for sentence in case.article.sentences:
        if case.article.blocks[sentence.block].kind is BlockKind.HEADING:
            continue
        for match in _ON.finditer(case.article.text, sentence.span.start, sentence.span.end):
            span = Span(match.start("day"), match.end("day"))
            if not any(other.overlaps(span) for other in spans):
                yield from _against(case, sentence, span, dated)


def _dated(case: Case) -> dict[str, list[tuple[Sentence, Mention]]]:
    """The full dates of the article's own year, by the kinds of event that their sentences tell."""
    dated: dict[str, list[tuple[Sentence, Mention]]] = {}
    for mention in case.days:
        sentence = case.article.sentence_at(mention.span.start)
        if sentence is None or not mention.dates() or mention.year != case.own_year:
            continue
        for kind in events.kinds(sentence.span.of(case.article.text)):
            dated.setdefault(kind, []).append((sentence, mention))
    return dated


def _against(
    case: Case, sentence: Sentence, span: Span, dated: dict[str, list[tuple[Sentence, Mention]]]
) -> Iterator[Found]:
    weekday = days.weekday_number(span.of(case.article.text))
    for kind in events.kinds(sentence.span.of(case.article.text)):
        for other, mention in dated.get(kind, [])[:_MOST]:
            if other.index == sentence.index or not _same(case, sentence, other):
                continue
            if weekday not in {day.weekday() for day in mention.dates()}:
                real = days.WEEKDAYS[mention.dates()[0].weekday()]
                message = (
                    f"{span.of(case.article.text)} here, {mention.written} in line {case.line(mention.span.start)}, "
                    f"which was a {real}: the same event?"
                )
                yield Found(span, message, related=(Related(mention.span, mention.written),))
                return


def _same(case: Case, one: Sentence, other: Sentence) -> bool:
    """Whether two sentences share a name."""
    text = case.article.text
    return bool(_names(one.span.of(text)) & _names(other.span.of(text)))


@lru_cache(maxsize=16_384)
def _names(text: str) -> frozenset[str]:
    words: Sequence[str] = re.findall(r"[A-Z][\w.’'-]*[\w]", text)
    return frozenset(terms.stem(word) for word in words if word not in _CALENDAR and terms.is_term(word))


RULE = Rule("A302", "weekday against a date elsewhere", Severity.NOTE, find, english=True)
