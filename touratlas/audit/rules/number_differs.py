"""A204 number that differs from the reference · warning, English only

The reference cited gives another number for the same thing: of the same kind, and with the same word or unit behind
it.

Why it matters: one of the two is wrong. Figures are exchanged and mistyped easily, and nobody notices unless
somebody looks.

Found:

    The bridge is 412 metres long and was opened in May[1].

    References
    [1] City Works Office, “The new bridge”, May 2021: length 421 m, width 12 m.

Not found:

    The bridge is 421 metres long and was opened in May[1].

    References
    [1] City Works Office, “The new bridge”, May 2021: length 421 m, width 12 m.

Ask: Which number does the source give? How could the other have come about?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit import quantities
from touratlas.audit.case import Found, Related
from touratlas.audit.quantities import Kind
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.article import Reference
    from touratlas.audit.case import Case
    from touratlas.audit.quantities import Quantity

_NEAR = 3.0  # numbers of the same thing seldom differ by more


def find(case: Case) -> Iterator[Found]:
    """Each number of a clause for which a cited reference has another of the same kind and unit."""
    for clause in case.clauses:
        cited = [entry for label in clause.run.numbers if (entry := case.article.reference(label))]
        given = [(one, entry) for entry in cited for one in case.entry_numbers[entry.index]]
        known = {one.value for one, _ in given}
        if not given:
            continue
        raw = clause.span.of(case.article.text)
        said = {one.value for one in quantities.read(raw)}
        for one in quantities.read(raw):
            other = None if one.value in known else _rival(one, given, said)
            if other is not None:
                span = Span(clause.span.start + one.start, clause.span.start + one.end)
                yield _finding(case, span, *other)


def _rival(
    one: Quantity, given: list[tuple[Quantity, Reference]], said: set[float]
) -> tuple[Quantity, Reference] | None:
    """The number of the reference that is about the same, if there is exactly one of its kind and unit which the
    clause doesn't also give.
    """
    rivals = [(other, entry) for other, entry in given if other.value not in said and _same(one, other)]
    return rivals[0] if len(rivals) == 1 else None


def _same(one: Quantity, other: Quantity) -> bool:
    if (
        one.kind is not other.kind
        or one.kind in {Kind.YEAR, Kind.DATE, Kind.VAGUE}
        or not one.value
        or not other.value
    ):
        return False
    close = 1 / _NEAR <= one.value / other.value <= _NEAR
    return close and (one.kind in {Kind.PERCENT, Kind.MONEY} or (bool(one.unit) and one.unit == other.unit))


def _finding(case: Case, span: Span, other: Quantity, entry: Reference) -> Found:
    text = case.described(entry)
    written = f"{span.of(case.article.text)}"
    message = f"{written}, but [{entry.label}] has {other.of(text)}"
    return Found(span, message, related=(Related(entry.span, f"[{entry.label}]"),))


RULE = Rule("A204", "number that differs from the reference", Severity.WARNING, find, english=True)
