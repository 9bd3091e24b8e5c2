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


def check(case: Case) -> Iterator[Finding]:
    """Findings for events that are `reported` though surely later than `as_of`. A claim may be: that something is
    wished for, or that nothing is confirmed, can be a fact of today about an event that lies ahead.
    """
    as_of = case.tour.tour.as_of
    for path, event in case.tour.events():
        if event.status is Status.REPORTED and event.when is not None and before(as_of, event.when):
            late = f"`reported` on {shown(event.when.text)}, after `as_of` {shown(as_of.text)}"
            message = f"{late}; expected `planned` or `possible`"
            yield case.finding((*path, "status"), codes.REPORTED_AHEAD, message)
