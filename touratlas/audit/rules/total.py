"""A603 parts that don't make the total · warning, English only

A sum of money is followed by its parts, behind a colon or “made up of”, and they don't add up to it.

Why it matters: one of the numbers is wrong, and nobody can tell which.

Found:

    It was to cost £42 million: £25 million from the state, £12 million from the county and £8 million from a levy.

Not found:

    It was to cost £45 million: £25 million from the state, £12 million from the county and £8 million from a levy.

Ask: Add up the parts. Which number would you ask about first?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit import quantities
from touratlas.audit.case import Found
from touratlas.audit.quantities import Kind
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case

_PARTS = re.compile(r":\s|\b(?:made up of|consisting of|composed of|comprising)\s")
_ANOTHER = re.compile(
    r"\b(?:more than|over|at least|of which|including|each|a year|per|up from|previously)\b"
)
_MONEY = re.compile(r"[$£€¥]|\b(?:dollars|euros|yen|yuan|won|pence|cents)\b")
_LEAST_PARTS, _ROUNDING = 2, 0.011


def find(case: Case) -> Iterator[Found]:
    """Each sum whose parts are given and make another."""
    for sentence in case.prose:
        text = sentence.span.of(case.article.text)
        if not _MONEY.search(text):
            continue
        match = _PARTS.search(text)
        if match is None or _ANOTHER.search(text):
            continue
        before = [one for one in quantities.read(text[: match.start()]) if one.kind is Kind.MONEY]
        parts = [one for one in quantities.read(text[match.end() :]) if one.kind is Kind.MONEY]
        if len(before) != 1 or len(parts) < _LEAST_PARTS:
            continue
        total, added = before[0], sum(one.value for one in parts)
        if abs(added - total.value) > _ROUNDING * total.value:
            first, last = match.end() + parts[0].start, match.end() + parts[-1].end
            span = Span(sentence.span.start + first, sentence.span.start + last)
            yield Found(span, f"the parts make {_shown(added)}, not {total.of(text)}")


def _shown(value: float) -> str:
    for name, scale in (("billion", 1e9), ("million", 1e6)):
        if value >= scale:
            return f"{value / scale:g} {name}"
    return f"{value:,.0f}"


RULE = Rule("A603", "parts that don't make the total", Severity.WARNING, find, english=True)
