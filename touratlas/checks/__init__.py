"""The cross-checks of a tour: one a file, listed here, run in this order.

A check is a function from a :class:`~touratlas.checks.case.Case` to findings. To add one: write its file,
list it here, give its codes an entry in :mod:`touratlas.codes`, a tour file each in `tests/codes/`, and a
test file in `tests/checks/`.
"""

from __future__ import annotations

from touratlas.checks import (
    accounts,
    answers,
    as_of,
    audit_entries,
    basis,
    coordinates,
    coverage,
    equal_ids,
    glossary,
    inside_stop,
    lead,
    leg_ends,
    leg_speed,
    markers,
    order,
    outcome_dates,
    outcome_support,
    quotes,
    unknown_ids,
    unused,
    zone_times,
    zones,
)
from touratlas.checks.case import Case, Check

__all__ = ["CHECKS", "Case", "Check"]

CHECKS: tuple[Check, ...] = (
    equal_ids.check,
    unknown_ids.check,
    lead.check,
    leg_ends.check,
    unused.check,
    glossary.check,
    zone_times.check,
    order.check,
    inside_stop.check,
    outcome_dates.check,
    as_of.check,
    coordinates.check,
    zones.check,
    leg_speed.check,
    markers.check,
    quotes.check,
    coverage.check,
    basis.check,
    accounts.check,
    outcome_support.check,
    answers.check,
    audit_entries.check,
)
