"""A303 impossible date · error, English only

There is no such day: a 31st of June, a 29th of February in a year that has none, a 13th month.

Why it matters: the date is wrong, and nothing in the text says what it should be.

Found:

    Work began on 31 June 2023.

Not found:

    Work began on 29 February 2024 and ended on 30 June 2024.

Ask: Why can this date not be? Which dates could have been meant?
"""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from touratlas.audit import days
from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case
    from touratlas.audit.days import Mention


def find(case: Case) -> Iterator[Found]:
    """Each date that exists in none of its readings."""
    for mention in case.days:
        if mention.possible or mention.bare:
            continue
        yield Found(mention.span, _why(mention))


def _why(mention: Mention) -> str:
    if not 1 <= mention.month <= 12:
        return f"{mention.written}: there are twelve months"
    month = days.MONTHS[mention.month - 1]
    last = monthrange(mention.year or 2000, mention.month)[1]
    year = f" {mention.year}" if mention.year and mention.month == 2 else ""
    return f"{mention.written}: {month}{year} has {last} days"


RULE = Rule("A303", "impossible date", Severity.ERROR, find, english=True)
