"""A301 weekday against date · error, English only

The weekday beside a date isn't the weekday of that date. Where the year isn't said, that of the article is taken,
and it is a warning.

Why it matters: one of the two is wrong, and a reader who plans by it comes on the wrong day. The calendar is one of
the few things that can be checked without any source.

Found:

    The bridge was opened on Sunday, October 25, 2025.

Not found:

    The bridge was opened on Saturday, October 25, 2025.

Ask: Which day of the week was this date? How can you tell, and which of the two would you trust?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.audit import days
from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case


def find(case: Case) -> Iterator[Found]:
    """Each date whose weekday is another in all its readings."""
    for mention in case.days:
        if mention.weekday is None:
            continue
        year = mention.year or case.byline_year
        real = {day.weekday() for day in mention.dates(year)}
        if real and mention.weekday not in real:
            said = days.WEEKDAYS[mention.weekday]
            names = " or a ".join(days.WEEKDAYS[number] for number in sorted(real))
            dated = mention.written if mention.year else f"{mention.written} {year}"
            message = f"{dated} was a {names}, not a {said}"
            yield Found(mention.span, message, None if mention.year else Severity.WARNING)


RULE = Rule("A301", "weekday against date", Severity.ERROR, find, english=True)
