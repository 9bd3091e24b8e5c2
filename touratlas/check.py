"""Check a tour file whole: its shape, its cross-checks, and what its curator accepted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.checks import CHECKS, Case
from touratlas.errors import InvalidTour
from touratlas.evidence import Evidence, gather
from touratlas.finding import Finding, Severity
from touratlas.load import Loaded, load_tour
from touratlas.wording import shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from touratlas.article import Article
    from touratlas.model import Tour


@dataclass(frozen=True, slots=True)
class Atlas:
    """A sound tour with all that is known of it: what views, exports and pages are made from."""

    tour: Tour
    articles: Mapping[str, Article]
    evidence: Evidence
    loaded: Loaded


@dataclass(frozen=True, slots=True)
class Report:
    """What checking a tour gave: all findings, sorted, and what was verified (by noun, in the order to tell
    them).
    """

    path: str
    findings: tuple[Finding, ...]
    atlas: Atlas | None
    counts: Mapping[str, int]

    @property
    def failed(self) -> bool:
        """Whether anything stands in the way: an error, or a warning that the curator hasn't accepted."""
        return any(
            finding.severity is not Severity.NOTE and not finding.accepted for finding in self.findings
        )


def check_tour(path: str | Path) -> Report:
    """Read a tour file and run every check. Raises UsageError if the file can't be opened, and nothing on
    what is in it.
    """
    return check_loaded(load_tour(path))


def check_loaded(loaded: Loaded) -> Report:
    """Run every cross-check on what was read."""
    if loaded.tour is None:
        return Report(loaded.path, loaded.findings, None, {})
    evidence = gather(loaded.tour, loaded.articles)
    case = Case(loaded, loaded.tour, evidence)
    found = [finding for run in CHECKS for finding in run(case)]
    findings = tuple(sorted({*loaded.findings, *_accepted(case, found)}))
    broken = any(finding.severity is Severity.ERROR for finding in findings)
    atlas = None if broken else Atlas(loaded.tour, loaded.articles, evidence, loaded)
    return Report(loaded.path, findings, atlas, _counts(case))


def open_tour(path: str | Path) -> Atlas:
    """A sound tour, ready to be shown. Raises InvalidTour with all findings if it has an error, UsageError
    if it can't be opened.
    """
    report = check_tour(path)
    if report.atlas is None:
        raise InvalidTour(report.findings)
    return report.atlas


def _accepted(case: Case, found: list[Finding]) -> list[Finding]:
    """The findings, with the curator's reason on those that `accept` names; a warning for entries that fit
    nothing.
    """
    findings = list(found)
    warnings: dict[tuple[str, str], list[int]] = {}
    for at, finding in enumerate(found):
        if finding.severity is Severity.WARNING:
            warnings.setdefault((finding.code, finding.subject), []).append(at)
    for number, entry in enumerate(case.tour.accept):
        fits = warnings.get((entry.code, entry.of), ())
        for at in fits:
            findings[at] = replace(findings[at], accepted=entry.why)
        if not fits and not case.partial:
            message = f"no warning {shown(entry.code)} is about {shown(entry.of)}; expected one that the check gives"
            findings.append(case.finding(("accept", number), codes.ACCEPT_IDLE, message))
    return findings


def _counts(case: Case) -> dict[str, int]:
    tour, evidence = case.tour, case.evidence
    held = [quote for claim in evidence.claims for quote in claim.quotes]
    held += [quote for quotes in evidence.grounds.values() for quote in quotes]
    articles = case.loaded.articles.values()
    return {
        "stop": len(tour.stops),
        "event": sum(1 for _ in tour.events()),
        "claim": len(evidence.claims),
        "quote": len(held),
        "citation": sum(len(quote.direct) for quote in held),
        "reference": sum(len(article.references) for article in articles),
        "sentence": sum(1 for article in articles for sentence in article.sentences if sentence.countable),
    }
