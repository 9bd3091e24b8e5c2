"""D303: stops and legs stand in the order of their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.dates import before
from touratlas.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.checks.case import Case
    from touratlas.dates import When
    from touratlas.finding import Finding


def check(case: Case) -> Iterator[Finding]:
    """Findings for a stop or a leg that is surely earlier than the dated one before it."""
    yield from _ordered(case, "stops", [stop.when for stop in case.tour.stops])
    yield from _ordered(case, "legs", [leg.when for leg in case.tour.legs])


def _ordered(case: Case, table: str, dates: Sequence[When | None]) -> Iterator[Finding]:
    last = None
    for number, when in enumerate(dates):
        if when is None:
            continue
        if last is not None and before(when, last):
            earlier = f"{shown(when.text)} is earlier than {shown(last.text)} of the one before"
            message = f"{earlier}; expected {table} in the order of their dates"
            yield case.finding((table, number, "when"), codes.ORDER_WRONG, message)
        last = when
