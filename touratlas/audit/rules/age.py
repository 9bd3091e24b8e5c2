"""A604 age that doesn't fit the year · warning, English only

An age stands beside a year of birth, or an anniversary beside the year from which it counts, and the year of the
article is another than the two make together.

Why it matters: one of the numbers is wrong. An age is the first thing that a person concerned will check.

Found:

    Harbour Town, 4 May 2024

    Moira Hale, 58, who was born in the lower town in 1971, chairs the board.

Not found:

    Harbour Town, 4 May 2024

    Moira Hale, 52, who was born in the lower town in 1971, chairs the board.

Ask: Subtract. What must be known besides the two years to be sure of somebody's age?
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

_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_BORN_IN = r"born\b[^.;:]{0,60}?\bin (?:\w+ )?"
_AGE = re.compile(
    rf"(?<![\d,.])(?P<age>\d{{1,3}}),? (?:who was |was )?{_BORN_IN}{_YEAR}\b|"
    rf"\b{_BORN_IN}{_YEAR.replace('year>', 'year2>')},? (?:and )?(?:is |now )?(?:now |aged )?"
    r"(?P<age2>\d{1,3})(?: years old)?(?=[,. ])"
)
_ANNIVERSARY = re.compile(
    rf"\b(?:founded|built|opened|finished|established|completed|launched|created|born|begun|started|set up)"
    rf" in {_YEAR}\b"
    r"[^.;:]{0,80}?\b(?:its|his|her|their|the) (?P<age>\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday)"
)
_HINT = re.compile(r"\bborn\b|\b(?:anniversary|birthday)\b")
_DIED = re.compile(r"\b(?:died|dead|late|killed|then|at the age|turned)\b")


def find(case: Case) -> Iterator[Found]:
    """Each age or anniversary that is more than a year off, in an article that gives its own date."""
    own = case.byline_year
    if own is None:
        return
    for sentence in case.prose:
        text = sentence.span.of(case.article.text)
        if not _HINT.search(text) or _DIED.search(text):
            continue
        for match in (*_AGE.finditer(text), *_ANNIVERSARY.finditer(text)):
            parts = match.groupdict()
            age, year = int(parts["age"] or parts["age2"]), int(parts["year"] or parts["year2"])
            others = {int(other) for other in re.findall(r"\b(?:19|20)\d\d\b", text)} - {year}
            if not others and not own - year - 1 <= age <= own - year + 1:
                span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                yield Found(span, f"from {year} to {own}, the article's year, it is {own - year}, not {age}")


RULE = Rule("A604", "age that doesn't fit the year", Severity.WARNING, find, english=True)
