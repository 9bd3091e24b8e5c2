"""I406: a term of the glossary occurs somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.glossary import idle_terms
from touratlas.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding


def check(case: Case) -> Iterator[Finding]:
    """Warnings for terms that stand neither in an article nor in a text of the tour."""
    if case.partial or len(case.loaded.articles) < len(case.tour.articles()):
        return  # what seems missing may stand in what was cut out or can't be read
    for term in idle_terms(case.tour, case.loaded.articles):
        message = (
            f"{shown(term)} stands neither in an article nor in the tour; expected a term as it stands there"
        )
        yield case.finding(("glossary", term), codes.TERM_NOWHERE, message, subject=term, key=True)
