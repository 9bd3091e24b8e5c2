"""D302: an hour exists in the place's zone, and an offset agrees with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.checks.spans import parts
from touratlas.dates import known_zone, zone_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.dates import When
    from touratlas.finding import Finding
    from touratlas.tree import Path


def check(case: Case) -> Iterator[Finding]:
    """Findings for times that no clock of the place shows; on a leg the clocks of both ends count."""
    for part in parts(case.tour):
        yield from _one(case, (*part.path, "when"), part.when, part.places)
        if part.outcome is not None:
            places = (part.outcome.place,) if part.outcome.place else part.places
            yield from _one(case, (*part.path, "outcome", "when"), part.outcome.when, places)


def _one(case: Case, path: Path, when: When | None, places: tuple[str, ...]) -> Iterator[Finding]:
    if when is None or not when.has_time:
        return
    zones = [case.tour.places[name].zone for name in places if name in case.tour.places]
    if not zones or not all(known_zone(zone) for zone in zones):
        return
    problems = [zone_problem(when, zone) for zone in dict.fromkeys(zones)]
    if all(problems):
        message = f"{problems[0]}; expected a time that clocks show there"
        yield case.finding(path, codes.ZONE_DISAGREES, message)
