"""I401: everything that the file names, it declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.checks.names import uses
from touratlas.wording import did_you_mean, listed, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding


def check(case: Case) -> Iterator[Finding]:
    """Findings for ids that are used and not declared, with the nearest declared one."""
    for use in uses(case.tour):
        if use.name in use.table or use.name in case.loaded.cut:
            continue
        near = did_you_mean(use.name, use.table)
        known = (
            ""
            if near or not use.table or len(use.table) > 8
            else f"; expected one of {listed(sorted(use.table))}"
        )
        yield case.finding(
            use.path, codes.ID_UNKNOWN, f"no {use.what} is called {shown(use.name)}{near or known}"
        )
