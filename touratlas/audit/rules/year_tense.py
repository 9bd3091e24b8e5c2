"""A304 year that doesn't fit the tense · warning, English only

A present or future tense goes with a year at least two before the article's own, or a past tense with a year after
it. The article's own year is that of its date, or else the latest full date in it.

Why it matters: a year was probably exchanged, and with it what the sentence is about.

Found:

    Harbour Town, 4 May 2025

    Analysts in 2022 expect that trade will grow.

Not found:

    Harbour Town, 4 May 2025

    Analysts in 2022 expected that trade would grow. They expect in 2025 that it will shrink.

Ask: When was this written? Can somebody at that time expect something in this year?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case

_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_PRESENT = re.compile(
    rf"\b(?:in|of) {_YEAR},? (?P<verb>(?:still |now |currently )?"
    r"(?:expects?|anticipates?|predicts?|forecasts?|hopes?|plans?|says?|sees?|"
    r"believes?|thinks?|warns?|fears?|intends?|seeks?|wants?|aims?|agrees?|is|are|will|remains?|continues?))\b"
)
_FUTURE = re.compile(
    rf"\b(?P<verb>will|is going to|are going to|is scheduled to|plans to)\b[^.;:,“”\"]{{1,80}}? in {_YEAR}\b"
)
_PAST = re.compile(
    rf"\b[Ii]n {_YEAR},? (?:the |a |an |its |his |her |their )?(?:[\w’'-]+ ){{1,4}}?"
    r"(?P<verb>bought|sold|built|was|were|became|began|won|lost|met|left|went|made|took|gave|held|[a-z]{3,}(?<!e)ed)\b"
)
_UNREAL = re.compile(
    r"\b(?:will|would|could|should|may|might|shall|expected|planned|scheduled|due|projected|forecast|predict\w*|expects?|plans?|"
    r"by|until|if|estimated|hoped?|proposed|promised|targeted|agreed|envisag\w+|pledged|aims?)\b"
)
_LONGEST_SUBJECT = 6  # words
_VERBAL = re.compile(
    r"\b(?:that|which|who|whom|whose|where|was|were|is|are|had|has|built|born|made|held|\w+ed)\b"
)
_GAP = 2


def find(case: Case) -> Iterator[Found]:
    """Each verb whose tense its year can't have."""
    own = case.own_year
    if own is None or not case.english:
        return
    for sentence in case.prose:
        text = sentence.span.of(case.article.text)
        present = (match for match in _PRESENT.finditer(text) if _is_subject(text[: match.start()]))
        for match in (*present, *_FUTURE.finditer(text)):
            if int(match["year"]) <= own - _GAP:
                yield _finding(sentence.span.start, match, f"present or future (“{match['verb']}”)", own)
        for match in _PAST.finditer(text):
            if int(match["year"]) > own and not _UNREAL.search(text[: match.end()]):
                yield _finding(sentence.span.start, match, f"past (“{match['verb']}”)", own)


def _is_subject(before: str) -> bool:
    """Whether what stands before `in 2022 expect` is the subject alone, and the year no part of a clause of its own."""
    clause = re.split(r"[.,;:—–(“]\s*", before.rstrip())[-1]
    return 0 < len(clause.split()) <= _LONGEST_SUBJECT and not _VERBAL.search(clause)


def _finding(offset: int, match: re.Match[str], tense: str, own: int) -> Found:
    start = min(match.start("year"), match.start("verb"))
    end = max(match.end("year"), match.end("verb"))
    return Found(
        Span(offset + start, offset + end),
        f"the tense is {tense}, the year {match['year']}, and the article seems to be of {own}",
    )


RULE = Rule("A304", "year that doesn't fit the tense", Severity.WARNING, find, english=True)
