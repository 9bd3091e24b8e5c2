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
            if not question.quotes and not question.from_:
                message = f"the answer to {shown(question.ask)} rests on nothing; expected `quotes` or `from`"
                yield case.finding(("stops", number, "questions", which), codes.ANSWER_UNSUPPORTED, message)
