"""D305: what later reports tell isn't dated before the event itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.checks.spans import parts
from touratlas.dates import before
from touratlas.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding


def check(case: Case) -> Iterator[Finding]:
    """Findings for outcomes surely earlier than their event; silent where either has no date."""
    for part in parts(case.tour):
        later = part.outcome.when if part.outcome else None
        if later is not None and part.when is not None and before(later, part.when):
            early = f"the outcome is dated {shown(later.text)}, before the event itself"
            message = f"{early}; expected {shown(part.when.text)} or later"
            yield case.finding((*part.path, "outcome", "when"), codes.OUTCOME_BEFORE_EVENT, message)
