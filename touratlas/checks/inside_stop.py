"""D304: an event lies inside its stop, or its leg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.dates import within
from touratlas.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding
    from touratlas.model import Leg, Stop
    from touratlas.tree import Path


def check(case: Case) -> Iterator[Finding]:
    """Findings for events with a day outside the days of their stop or leg."""
    holders: list[tuple[Path, str, Stop | Leg]] = [
        (("stops", number), f"stop {shown(stop.id)}", stop) for number, stop in enumerate(case.tour.stops)
    ]
    holders += [
        (("legs", number), f"leg to {shown(leg.to)}", leg) for number, leg in enumerate(case.tour.legs)
    ]
    for path, name, holder in holders:
        for which, event in enumerate(holder.events):
            if event.when is None or holder.when is None or within(event.when, holder.when):
                continue
            message = (
                f"{shown(event.when.text)} lies outside {name}; expected a day in {shown(holder.when.text)}"
            )
            yield case.finding((*path, "events", which, "when"), codes.OUTSIDE_STOP, message)
