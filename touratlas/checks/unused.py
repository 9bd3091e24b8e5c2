"""I404: what is declared is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.checks.names import TABLES, uses
from touratlas.model import ArticleSource
from touratlas.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding


def check(case: Case) -> Iterator[Finding]:
    """Notes for people, places, topics, delegations and reports that nothing names."""
    if case.partial:
        return
    used: set[tuple[str, str]] = set()
    doubtful: set[str] = set()  # tables in which an id was sought in vain: a misspelt one is used after all
    for what, name, known in {(use.what, use.name, use.name in use.table) for use in uses(case.tour)}:
        used.update((table, name) for table in TABLES[what])
        if not known:
            doubtful.update(TABLES[what])
    tables = {
        "people": tuple(case.tour.people),
        "places": tuple(case.tour.places),
        "topics": tuple(case.tour.topics),
        "delegations": tuple(case.tour.delegations),
        "sources": tuple(
            key for key, source in case.tour.sources.items() if not isinstance(source, ArticleSource)
        ),
    }
    for table, names in tables.items():
        for name in names:
            if (table, name) not in used and table not in doubtful:
                yield case.finding(
                    (table, name),
                    codes.UNUSED,
                    f"{shown(name)} is declared under `{table}` and never used; expected a use of it",
                    subject=name,
                    key=True,
                )
