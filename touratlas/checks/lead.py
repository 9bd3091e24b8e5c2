"""I403: each stop with events has one that a reader should see first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.wording import listed, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding


def check(case: Case) -> Iterator[Finding]:
    """Findings for stops with no lead event, or with several."""
    for number, stop in enumerate(case.tour.stops):
        leads = [(which, event) for which, event in enumerate(stop.events) if event.lead]
        if not leads and stop.events and not _cut(case, number, len(stop.events)):
            yield case.finding(
                ("stops", number, "events"),
                codes.LEAD_COUNT,
                f"none of the events of stop {shown(stop.id)} has `lead: true`; expected exactly one",
                key=True,
            )
        for which, _ in leads[1:]:
            names = listed((event.id for _, event in leads), "and")
            yield case.finding(
                ("stops", number, "events", which, "lead"),
                codes.LEAD_COUNT,
                f"{names} of stop {shown(stop.id)} all have `lead: true`; expected exactly one",
                key=True,
            )


def _cut(case: Case, stop: int, events: int) -> bool:
    """Whether the lead may have been cut out: an event, or the word behind its `lead`."""
    at = ("stops", stop, "events")
    return case.lost(*at) or any(case.lost(*at, which, "lead") for which in range(events))
