"""I405: a leg joins two stops that follow each other, or the origin or the end with the stop beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.itinerary import hops
from touratlas.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding


def check(case: Case) -> Iterator[Finding]:
    """Findings for legs that are no movement of the itinerary, and would be shown nowhere."""
    travelled = {hop.number for hop in hops(case.tour) if hop.number is not None}
    ends = {stop.id for stop in case.tour.stops} | set(case.tour.places)
    for number, leg in enumerate(case.tour.legs):
        if case.partial or number in travelled or not {leg.from_, leg.to} <= ends:
            continue  # an id that isn't declared is reported as such
        message = (
            f"the leg from {shown(leg.from_)} to {shown(leg.to)} joins nothing; expected two stops that follow each "
            "other, a place before the first stop, or the last stop and a place after it"
        )
        yield case.finding(("legs", number), codes.LEG_ENDS, message)
