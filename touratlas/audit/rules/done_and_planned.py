"""A404 told as done and as planned · note, English only

What seems to be the same event, by its verb and most of the words around it, is told as past in one place and as
ahead in another.

Why it matters: the text was put together from accounts of different days, or somebody forgot to bring one of them up to
date. A reader can't tell what has happened.

Found:

    The first gate was lifted into place on 3 May in front of a large crowd.

    The first gate will be lifted into place next month, weather permitting.

Not found:

    The first gate was lifted into place on 3 May in front of a large crowd.

    The second gate will be lifted out next month for painting, weather permitting.

Ask: Has it happened yet? What would you need to know to decide which sentence is older?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.audit import events
from touratlas.audit.case import Found, Related
from touratlas.audit.events import Told
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.article import Sentence
    from touratlas.audit.case import Case

_MOST = 50  # sentences of one kind of event that are compared with one
_LEAST_SHARED = 2
_RARE = 4  # sentences: a subject that stands in no more of them is one thing
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|last|next|other|remaining|another)\b", re.IGNORECASE
)


def find(case: Case) -> Iterator[Found]:
    """Each event told both ways, at the place that tells it as ahead."""
    if not case.english:
        return
    done, ahead = _told(case)
    for kind, sentence in ahead:
        for other in done.get(kind, [])[:_MOST]:
            if _same(case, sentence, other):
                message = f"told as ahead here, as done in line {case.line(other.span.start)}"
                yield Found(sentence.span, message, related=(Related(other.span, "told as done"),))
                break


def _told(case: Case) -> tuple[dict[str, list[Sentence]], list[tuple[str, Sentence]]]:
    """The sentences that tell an event as done, by its kind, and those that tell one as ahead."""
    done: dict[str, list[Sentence]] = {}
    ahead: list[tuple[str, Sentence]] = []
    for sentence in case.article.sentences:
        if sentence.countable or case.article.reference_at(sentence.span.start):
            for kind, told in events.told(case.plain(sentence.span)).items():
                if told is Told.DONE:
                    done.setdefault(kind, []).append(sentence)
                else:
                    ahead.append((kind, sentence))
    return done, ahead


def _same(case: Case, one: Sentence, other: Sentence) -> bool:
    mine, theirs = case.plain(one.span), case.plain(other.span)
    if _ordinals(mine) and _ordinals(theirs) and not _ordinals(mine) & _ordinals(theirs):
        return False
    shared = {
        term for term in events.other_terms(mine) & events.other_terms(theirs) if not _common(case, term)
    }
    if len(shared) >= _LEAST_SHARED:
        return True
    subjects = events.subject_terms(mine) & events.subject_terms(theirs)
    return any(case.spread[term] <= _RARE for term in subjects)


def _common(case: Case, term: str) -> bool:
    return case.spread[term] > max(5, len(case.prose) // 4)


def _ordinals(text: str) -> set[str]:
    return {word.lower() for word in _ORDINAL.findall(text)} - {"next"}


RULE = Rule("A404", "told as done and as planned", Severity.NOTE, find, english=True)
