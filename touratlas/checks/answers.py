"""E612: the answer to a question rests on something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding


def check(case: Case) -> Iterator[Finding]:
    """Findings for questions whose answer has neither a quote nor a source."""
    for number, stop in enumerate(case.tour.stops):
        for which, question in enumerate(stop.questions):
            path = ("stops", number, "questions", which)
            if question.quotes or question.from_ or case.lost(*path, "quotes") or case.lost(*path, "from"):
                continue
            message = f"the answer to {shown(question.ask)} rests on nothing; expected `quotes` or `from`"
            yield case.finding(path, codes.ANSWER_UNSUPPORTED, message)
