"""A104 numbers out of order · note

References are numbered in the order in which the text first cites them, and here they are not; or markers that
stand together don't count up.

Why it matters: out of order, a reader can't tell whether a source was skipped. It often shows that passages were
moved or written by somebody who didn't see the list.

Found:

    The bridge was opened in May[2]. It carries ten thousand cars a day[1].

    References
    [1] City Works Office, “Traffic in figures”, 2022.
    [2] City Works Office, “Opening of the bridge”, 4 May 2021.

Not found:

    The bridge was opened in May[1]. It carries ten thousand cars a day[2], as planned[1].

    References
    [1] City Works Office, “Opening of the bridge”, 4 May 2021.
    [2] City Works Office, “Traffic in figures”, 2022.

Ask: Write down the numbers in the order in which they first appear. What do you notice?
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.article import MarkerRun
    from touratlas.audit.case import Case

_SHOWN = 12


def find(case: Case) -> Iterator[Found]:
    """One finding for the order of first citations, at the first marker out of it, and one a run that counts
    down.
    """
    order: list[int] = []
    turned: MarkerRun | None = None
    for run in case.article.runs:
        numbers = [int(label) for label in run.numbers if label.isdecimal() and len(label) < 5]
        if any(before > after for before, after in pairwise(numbers)):
            yield Found(run.span, f"the markers {run.span.of(case.article.text)} don't count up")
        new = [number for number in dict.fromkeys(numbers) if number not in order]
        if turned is None and order and new and min(new) < max(order):
            turned = run
        order += sorted(new)
    if turned is not None and not _is_alphabetical(case):
        shown = " ".join(map(str, order[:_SHOWN])) + (" …" if len(order) > _SHOWN else "")
        yield Found(turned.span, f"the numbers don't count up in the order of their first citation: {shown}")


def _is_alphabetical(case: Case) -> bool:
    """Whether the list is sorted by its words, as some are, so that its numbers say nothing of the text."""
    entries = [reference.text.casefold() for reference in case.article.references]
    return len(entries) > 3 and entries == sorted(entries)


RULE = Rule("A104", "numbers out of order", Severity.NOTE, find)
