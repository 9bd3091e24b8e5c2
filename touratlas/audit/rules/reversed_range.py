"""A305 reversed range · warning, English only

A span of years or days ends before it begins.

Why it matters: one of the two ends is wrong, or they were exchanged; how long something took can't be told.

Found:

    Surveys were made from 2018 to 2016.

Not found:

    Surveys were made from 2016 to 2018, and from 12 May to 3 June. Output fell from 2018 to 2016 tonnes.

Ask: Which of the two comes first? How long did it take, if you turn them round?
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case
    from touratlas.audit.days import Mention

_YEAR = r"(?:1[5-9]|20|21)\d\d"
_YEARS = re.compile(
    rf"\b[Ff]rom (?P<a>{_YEAR}) (?:to|until|till|through) (?P<b>{_YEAR})\b"
    rf"|\b[Bb]etween (?P<c>{_YEAR}) and (?P<d>{_YEAR})\b"
    rf"|(?<![\w.,/$£€–-])(?P<e>{_YEAR})\s?–\s?(?P<f>{_YEAR})(?![\w/–-]|[.,]\d)"
)
_CHANGED = re.compile(
    r"\b(?:fell|falls?|fallen|dropp?(?:ed|s)?|declined?|cut|down|lowered|reduced|decreased?|sank|shrank|slipped|rose|grew|increased?|"
    r"changed|moved)\b[^.;:]{0,40}$"
)
_UNIT = re.compile(
    r"\s(?:tons?|tonnes|people|points|units|cases|euros|dollars|pounds|metres|meters|feet|km|kg|square)\b"
)
_BETWEEN = re.compile(r"\s?(?:to|until|till|through|–|-|and)\s?")


def find(case: Case) -> Iterator[Found]:
    """Each range of years, or of days in one year, that runs backwards."""
    for sentence in case.prose:
        text = sentence.span.of(case.article.text)
        for match in _YEARS.finditer(text):
            first, last = (int(part) for part in match.groups() if part)
            if (
                first > last
                and not _CHANGED.search(text[: match.start()])
                and not _UNIT.match(text, match.end())
            ):
                span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                yield Found(span, f"{match.group()} runs backwards")
    yield from _days(case)


def _days(case: Case) -> Iterator[Found]:
    for one, other in pairwise(case.days):
        text = case.article.text
        between = text[one.span.end : other.span.start]
        opened = text[max(0, one.span.start - 8) : one.span.start].casefold()
        joined = ("to", "until", "till", "through", "–") if opened.endswith("from ") else ()
        wanted = ("and",) if opened.endswith("between ") else joined
        if between.strip() in wanted and _BETWEEN.fullmatch(between) and _backwards(one, other):
            span = Span(one.span.start, other.span.end)
            yield Found(span, f"{span.of(text)} runs backwards")


def _backwards(one: Mention, other: Mention) -> bool:
    if one.other or other.other or not one.possible or not other.possible:
        return False
    if one.year and other.year:
        return (one.year, one.month, one.day) > (other.year, other.month, other.day)
    same_year = not one.year or not other.year
    near = (one.month, one.day) > (other.month, other.day)
    over_new_year = one.month >= 9 and other.month <= 4 and not other.year
    return same_year and near and not over_new_year


RULE = Rule("A305", "reversed range", Severity.WARNING, find, english=True)
