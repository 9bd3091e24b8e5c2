"""E603, E616: what happened is told by reports made afterwards, of which one can be looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.checks.spans import parts
from touratlas.dates import before
from touratlas.model import Leg, WebSource
from touratlas.wording import listed, shown
from touratlas.words import OutcomeStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.checks.spans import Part
    from touratlas.dates import When
    from touratlas.finding import Finding
    from touratlas.model import Outcome, Source
    from touratlas.tree import Path


def check(case: Case) -> Iterator[Finding]:
    """Findings for outcomes that no report supports, for such as say nothing, and for such as have no address."""
    for part in parts(case.tour):
        if part.outcome is not None:
            called_off = (
                part.outcome.status is OutcomeStatus.NOT_HAPPENED
            )  # which can be known before the day
            told = None if called_off else part.outcome.when or part.when
            yield from _one(case, (*part.path, "outcome"), part.outcome, told)
            yield from _unlinked(case, part, part.outcome)


def _one(case: Case, path: Path, outcome: Outcome, told: When | None) -> Iterator[Finding]:
    if outcome.status is OutcomeStatus.UNKNOWN:
        given = {"says": outcome.says, "when": outcome.when, "place": outcome.place}
        if told_of := [f"`{key}`" for key, value in given.items() if value is not None]:
            message = f"an `unknown` outcome has {listed(told_of, 'and')}; expected at most a `note`"
            yield case.finding(path, codes.OUTCOME_UNSUPPORTED, message)
        return
    if outcome.says is None and not case.lost(*path, "says"):
        yield case.finding(
            path,
            codes.OUTCOME_UNSUPPORTED,
            f"the outcome {shown(outcome.status)} says nothing; expected `says`",
        )
    if not case.lost(*path, "from") and (found := _lacking(case, outcome, told)):
        rest = f"the outcome {shown(outcome.status)} rests on {found}"
        message = f"{rest}; expected a source of kind `report` under `from`"
        yield case.finding(path, codes.OUTCOME_UNSUPPORTED, message)


def _lacking(case: Case, outcome: Outcome, told: When | None) -> str:
    """What an outcome of `told` rests on instead of a report made afterwards; nothing where it has one.

    A report counts unless it is surely older than what it should tell: without a day of its own it isn't. An unknown
    id counts too, for it is reported as such.
    """
    sources = [case.tour.sources.get(name) for name in outcome.from_]
    reports = [one for one in sources if isinstance(one, WebSource) and _is_report(one)]
    if None in sources or any(not _older(one, told) for one in reports):
        return ""
    if reports and told is not None:
        days = listed((one.published.text for one in reports if one.published), "and")
        return f"a report published {days}, before {shown(told.text)}, which it is to tell of"
    return "a schedule or an article" if sources else "no source"


def _unlinked(case: Case, part: Part, outcome: Outcome) -> Iterator[Finding]:
    """A finding where reports tell of it and none of them has an address; where there is none, that is another's."""
    path = (*part.path, "outcome")
    names = [name for name in outcome.from_ if _is_report(case.tour.sources.get(name))]
    if outcome.status is OutcomeStatus.UNKNOWN or not names or case.lost(*path, "from"):
        return
    if not any(case.tour.sources[name].url or case.lost("sources", name, "url") for name in names):
        subject = part.item.to if isinstance(part.item, Leg) else part.item.id
        rest = f"the outcome of {shown(subject)} rests on {listed(names, 'and')}, without an address"
        message = f"{rest}; expected a `url` of at least one report"
        yield case.finding(path, codes.OUTCOME_UNLINKED, message, subject=subject)


def _is_report(source: Source | None) -> bool:
    return isinstance(source, WebSource) and source.kind == "report"


def _older(report: WebSource, told: When | None) -> bool:
    return report.published is not None and told is not None and before(report.published, told)
