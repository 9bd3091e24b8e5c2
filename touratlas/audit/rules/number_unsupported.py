"""A203 number that the reference lacks · note, English only

A percentage, a sum, a year or another number stands directly before a citation, and none of the references cited
there has it, although they are statements and no mere titles.

Why it matters: a number is what readers remember and repeat. If the source doesn't give it, where does it come from?

Found:

    The bridge carries 10,000 cars on a working day[1].

    References
    [1] The bridge carries many cars on a working day.

Not found:

    The bridge carries ten thousand cars on a working day[1].

    References
    [1] The bridge carries 10,000 cars on a working day.

Ask: Where in the source does this number stand? If it isn't there, who could know it?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit import entries, quantities
from touratlas.audit.case import Found, Related
from touratlas.audit.quantities import Kind
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case
    from touratlas.audit.clauses import Clause
    from touratlas.audit.quantities import Quantity

_SMALL = 12  # numbers in words up to it say little: two sides, three reasons


def find(case: Case) -> Iterator[Found]:
    """Each number of a clause that no statement cited for it has."""
    for clause in case.clauses:
        cited = [entry for label in clause.run.numbers if (entry := case.article.reference(label))]
        if not cited or not all(entries.is_statement(entry) for entry in cited):
            continue
        known = {one.value for entry in cited for one in case.entry_numbers[entry.index]}
        related = tuple(Related(entry.span, f"[{entry.label}]") for entry in cited)
        for one, span in _numbers(case, clause):
            if one.value not in known and _tells(one):
                labels = "".join(f"[{entry.label}]" for entry in cited)
                message = f"{span.of(case.article.text)} is not in {labels}"
                yield Found(span, message, related=related)


def _numbers(case: Case, clause: Clause) -> Iterator[tuple[Quantity, Span]]:
    for one in quantities.read(clause.span.of(case.article.text)):
        yield one, Span(clause.span.start + one.start, clause.span.start + one.end)


def _tells(one: Quantity) -> bool:
    if one.kind is Kind.DATE:
        return False  # its year is looked at by itself
    return one.figures or one.kind is not Kind.COUNT or one.value > _SMALL


RULE = Rule("A203", "number that the reference lacks", Severity.NOTE, find, english=True)
