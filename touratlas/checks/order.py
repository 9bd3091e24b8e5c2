"""D303: stops and legs stand in the order of their dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.checks.spans import parts
from touratlas.dates import before, known_zone, utc_bounds
from touratlas.model import Event
from touratlas.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from touratlas.checks.case import Case
    from touratlas.checks.spans import Part
    from touratlas.dates import When
    from touratlas.finding import Finding


def check(case: Case) -> Iterator[Finding]:
    """Findings for a stop or a leg that is surely earlier than the dated one before it."""
    holders = [part for part in parts(case.tour) if not isinstance(part.item, Event)]
    for table in ("stops", "legs"):
        yield from _ordered(case, table, (part for part in holders if part.path[0] == table))


def _ordered(case: Case, table: str, holders: Iterable[Part]) -> Iterator[Finding]:
    last: Part | None = None
    for part in holders:
        if part.when is None:
            continue
        if last is not None and last.when is not None and _earlier(case, part, last):
            earlier = f"{shown(part.when.text)} is earlier than {shown(last.when.text)} of one before"
            message = f"{earlier}; expected {table} in the order of their dates"
            yield case.finding((*part.path, "when"), codes.ORDER_WRONG, message)
            last = part
        elif last is None or _begins(part.when) >= _begins(last.when):
            last = part


def _begins(when: When | None) -> date:
    return (when.earliest if when is not None else None) or date.min


def _earlier(case: Case, part: Part, other: Part) -> bool:
    """Whether it surely ends before the other begins: by the calendar, and by the clocks of both places too,
    for who flies east over the date line arrives on the day before.
    """
    if part.when is None or other.when is None or not before(part.when, other.when):
        return False
    ends = [utc_bounds(part.when, zone)[1] for zone in _zones(case, part)]
    begins = [utc_bounds(other.when, zone)[0] for zone in _zones(case, other)]
    return all(end is None or begin is None or end < begin for end in ends for begin in begins)


def _zones(case: Case, part: Part) -> list[str]:
    zones = (case.tour.places[name].zone for name in part.places if name in case.tour.places)
    return [zone for zone in zones if known_zone(zone)]
