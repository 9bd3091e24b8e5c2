"""E603: what happened is told by reports made afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.checks.spans import parts
from touratlas.model import WebSource
from touratlas.wording import shown
from touratlas.words import OutcomeStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding
    from touratlas.model import Outcome
    from touratlas.tree import Path


def check(case: Case) -> Iterator[Finding]:
    """Findings for outcomes that no report supports, and for such as say nothing."""
    for part in parts(case.tour):
        if part.outcome is not None:
            yield from _one(case, (*part.path, "outcome"), part.outcome)


def _one(case: Case, path: Path, outcome: Outcome) -> Iterator[Finding]:
    sources = [case.tour.sources.get(name) for name in outcome.from_]
    if outcome.status is OutcomeStatus.UNKNOWN:
        if outcome.when is not None or outcome.place is not None:
            yield case.finding(
                path,
                codes.OUTCOME_UNSUPPORTED,
                "an `unknown` outcome has a date or a place; expected neither",
            )
        return
    if outcome.says is None and not case.lost(*path, "says"):
        yield case.finding(
            path,
            codes.OUTCOME_UNSUPPORTED,
            f"the outcome {shown(outcome.status)} says nothing; expected `says`",
        )
    if not case.lost(*path, "from") and not any(
        source is None or (isinstance(source, WebSource) and source.kind == "report") for source in sources
    ):
        found = "a schedule or an article" if sources else "no source"
        rest = f"the outcome {shown(outcome.status)} rests on {found}"
        message = f"{rest}; expected a source of kind `report` under `from`"
        yield case.finding(path, codes.OUTCOME_UNSUPPORTED, message)
