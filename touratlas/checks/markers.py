"""E608: the citation markers of a text and the entries of its reference list fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding


def check(case: Case) -> Iterator[Finding]:
    """Findings for markers that lead to no entry, and for a mapping that doesn't fit the list."""
    for key, source in case.tour.articles().items():
        article = case.loaded.articles.get(key)
        if article is None:
            continue
        path = ("sources", key, "markers") if source.markers is not None else ("sources", key, "file")
        if case.lost(*path[:2], "markers") or case.lost(*path[:2], "lines"):
            continue
        for problem in article.mapping_problems:
            message = f"{problem.message}; expected a number for each entry of the reference list, each once"
            yield case.finding(path, codes.MARKERS_WRONG, message)
