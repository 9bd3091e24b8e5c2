"""A201 reference that shares nothing · warning, English only

A reference shares no name, number or key term with the words that cite it. If the rest of the sentence, or another
reference cited at the same place, shares something, or if the entry only names a document, it is a note: a title
needn't repeat what its document says. The terms that were looked for are told.

Where most references of an article share nothing with their sentences, as in lists of bare titles, nothing can be
told, and the rule is silent on entries that name documents.

Why it matters: a citation that is about something else lends support that isn't there. It is the commonest fault
of texts that were put together by a machine.

Found:

    The bridge carries ten thousand cars on a working day, more than any other in the county[1].

    References
    [1] The mayor will visit the school for a concert.

Not found:

    The bridge carries ten thousand cars on a working day, more than any other in the county[1].

    References
    [1] Ten thousand cars a day were counted by the county.

Ask: Read the sentence, then the source that it cites. Does the source say it? Which words do both have?
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.audit import entries, terms
from touratlas.audit.case import Found, Related
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.article import Reference
    from touratlas.audit.case import Case
    from touratlas.audit.clauses import Clause

_LEAST_TERMS = 3
_USUAL_SHARE = 0.6
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class _Pair:
    """A clause and one reference that it cites, and whether they share a term."""

    clause: Clause
    reference: Reference
    shares: bool


def find(case: Case) -> Iterator[Found]:
    """Each place of citation whose references, or one of them, share nothing with its clause."""
    if not case.cites and len(case.article.references) > 1:
        return
    found = list(_pairs(case))
    told = sum(pair.shares for pair in found) >= _USUAL_SHARE * len(found)
    by_run: dict[int, list[_Pair]] = {}
    for pair in found:
        by_run.setdefault(pair.clause.run.span.start, []).append(pair)
    for pairs in by_run.values():
        bad = [pair for pair in pairs if not pair.shares and _can_tell(case, pair, told=told)]
        if bad:
            yield _finding(case, pairs, bad)


def _pairs(case: Case) -> Iterator[_Pair]:
    for clause in case.clauses:
        wanted = terms.of(clause.text)
        if len(wanted) < _LEAST_TERMS:
            continue
        for label in clause.run.numbers:
            reference = case.article.reference(label)
            known = case.entry_terms[reference.index] if reference else frozenset()
            if reference and len(known) >= _LEAST_TERMS:
                yield _Pair(clause, reference, bool(wanted & known))


def _can_tell(case: Case, pair: _Pair, *, told: bool) -> bool:
    """Whether a missing term means something: a statement should say what it is cited for. A title needn't; of it is
    asked that it shares something with the paragraph, where those of this article usually share more.
    """
    if entries.is_statement(pair.reference):
        return True
    around = case.block_terms(pair.clause.sentence.block)
    return told and not case.entry_terms[pair.reference.index] & around


def _finding(case: Case, pairs: Sequence[_Pair], bad: Sequence[_Pair]) -> Found:
    clause = bad[0].clause
    whole = terms.of(case.plain(clause.sentence.span))
    elsewhere = any(case.entry_terms[pair.reference.index] & whole for pair in bad)
    titles = all(not entries.is_statement(pair.reference) for pair in bad)
    severity = Severity.NOTE if elsewhere or titles or len(bad) < len(pairs) else None
    labels = "".join(f"[{pair.reference.label}]" for pair in bad)
    shares = "share" if len(bad) > 1 else "shares"
    message = f"{labels} {shares} no name, number or key term with what cites it"
    message += f"; looked for: {_looked_for(clause.text)}"
    related = tuple(Related(pair.reference.span, f"[{pair.reference.label}]") for pair in bad)
    return Found(clause.span, message, severity, related=related)


def _looked_for(text: str) -> str:
    words = dict.fromkeys(word for word in terms.words(text) if terms.is_term(word))
    return ", ".join([*words][:_SHOWN]) + (", …" if len(words) > _SHOWN else "")


RULE = Rule("A201", "reference that shares nothing", Severity.WARNING, find, english=True)
