"""A101 marker without reference · error

A marker cites a number or a name that no entry of the reference list bears.

Why it matters: a reader who wants to see where the statement comes from is led nowhere. Often an entry was
deleted, or the numbers were changed in one of the two places.

Found:

    The bridge was opened in May[1]. It carries ten thousand cars a day[2].

    References
    [1] City Works Office, “Opening of the bridge”, 4 May 2021.

Not found:

    The bridge was opened in May[1]. It carries ten thousand cars a day[1].

    References
    [1] City Works Office, “Opening of the bridge”, 4 May 2021.

Ask: Follow each number to the list of references. Which one leads nowhere, and what can you still believe of
the sentence before it?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.audit.case import Found, Related
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case


def find(case: Case) -> Iterator[Found]:
    """The first marker of each label that leads nowhere; nothing where an unnumbered list can't be mapped."""
    article = case.article
    if any(not reference.label for reference in article.references):
        return  # told by the rule on unnumbered lists
    seen: dict[str, list[Related]] = {}
    for run in article.runs:
        for marker in run.items:
            for label in marker.numbers:
                if article.reference(label) is None:
                    seen.setdefault(label, []).append(Related(marker.span, "cited here"))
    if seen and not article.references:
        first = min(place.span for places in seen.values() for place in places)
        yield Found(first, f"the text cites {len(seen)} references, and there is no list of references")
        return
    for label, places in seen.items():
        yield Found(
            places[0].span, f"[{label}] is cited, and no reference bears it", related=tuple(places[1:])
        )


RULE = Rule("A101", "marker without reference", Severity.ERROR, find)
