"""I401: everything that the file names, it declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.checks.country_hint import country_hint
from touratlas.checks.names import TABLES, uses
from touratlas.wording import listed, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.checks.names import Use
    from touratlas.finding import Finding

_MOST_LISTED = 8  # ids that a message lists


def check(case: Case) -> Iterator[Finding]:
    """Findings for ids that are used and not declared, with the nearest declared one."""
    for use in uses(case.tour):
        if use.name in use.table or use.name in case.loaded.cut:
            continue
        if any(case.gone(table) for table in TABLES[use.what]):
            continue
        message = f"no {use.what} is called {shown(use.name)}; expected {_known(use)}{_hint(case, use)}"
        yield case.finding(use.path, codes.ID_UNKNOWN, message)


def _known(use: Use) -> str:
    if 0 < len(use.table) <= _MOST_LISTED:
        return listed(sorted(use.table))
    places = listed(f"{table}:" for table in TABLES[use.what])
    return (
        f"a code of ISO 3166-1, or an id declared under {places}"
        if "country" in use.what
        else f"an id declared under {places}"
    )


def _hint(case: Case, use: Use) -> str:
    country = country_hint(use.name, case.guesses) if "country" in use.what else ""
    return country or case.guesses.did_you_mean(use.name, use.table, use.what)
