"""D306: nothing is told as past that lies after the last day the article could know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.dates import before
from touratlas.wording import shown
from touratlas.words import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding
    from touratlas.model import Event
    from touratlas.tree import Path


def check(case: Case) -> Iterator[Finding]:
    """Findings for events and claims that are `reported` though surely later than `as_of`."""
    as_of = case.tour.tour.as_of
    for path, event in case.tour.events():
        if event.when is None or not before(as_of, event.when):
            continue
        for where, status in _statuses(path, event):
            if status is Status.REPORTED:
                late = f"`reported` on {shown(event.when.text)}, after `as_of` {shown(as_of.text)}"
                message = f"{late}; expected `planned` or `possible`"
                yield case.finding(where, codes.REPORTED_AHEAD, message)


def _statuses(path: Path, event: Event) -> Iterator[tuple[Path, Status | None]]:
    yield (*path, "status"), event.status
    for number, claim in enumerate(event.claims):
        yield (*path, "claims", number, "status"), claim.status
