"""A202 another reference fits better · note, English only

The reference cited is a statement that shares at most a common word with the sentence, and another entry of the list
shares two or more rarer ones.

Why it matters: numbers are easily exchanged. The statement may be sound and its citation wrong.

Found:

    The ferry sails on Sundays[1]. The ferry has a new captain[2]. The ferry carries forty lorries and their drivers[1].

    References
    [1] The ferry sails on Sundays all through the summer.
    [2] A captain from the north was hired.
    [3] Forty lorries with their drivers find room on the lower deck.

Not found:

    The ferry sails on Sundays[1]. The ferry has a new captain[2]. The ferry carries forty lorries and their drivers[3].

    References
    [1] The ferry sails on Sundays all through the summer.
    [2] A captain from the north was hired.
    [3] Forty lorries with their drivers find room on the lower deck.

Ask: Search the list of references for the words of this sentence. Which entry would you have cited?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.audit import entries, terms
from touratlas.audit.case import Found, Related
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.article import Reference
    from touratlas.audit.case import Case
    from touratlas.audit.clauses import Clause

_LEAST_MORE = 2
_MOST_OWN = 1
_COMMON = 50  # entries: a term that more of them have tells nothing


def find(case: Case) -> Iterator[Found]:
    """Each place of citation for which another entry has at least two terms that none of the cited has."""
    if not case.cites:
        return
    by_term: dict[str, list[int]] = {}
    for index, known in case.entry_terms.items():
        for term in known:
            by_term.setdefault(term, []).append(index)
    for clause in case.clauses:
        cited = [entry for label in clause.run.numbers if (entry := case.article.reference(label))]
        if cited and all(entries.is_statement(entry) for entry in cited):
            yield from _better(case, clause, cited, by_term)


def _better(
    case: Case, clause: Clause, cited: list[Reference], by_term: dict[str, list[int]]
) -> Iterator[Found]:
    wanted = terms.of(clause.text)
    own = frozenset[str]().union(*(case.entry_terms[entry.index] for entry in cited)) & wanted
    if len(own) > _MOST_OWN or any(_is_rare(case, term, by_term) for term in own):
        return
    more: dict[int, set[str]] = {}
    for term in sorted(wanted - own):
        entries_with = by_term.get(term, ())
        for index in entries_with if len(entries_with) <= _COMMON else ():
            more.setdefault(index, set()).add(term)
    best = max(sorted(more), key=lambda index: len(more[index]), default=None)
    if best is None or len(more[best]) < _LEAST_MORE:
        return
    other = case.article.references[best]
    words = [
        word for word in terms.words(clause.text) if terms.is_term(word) and terms.stem(word) in more[best]
    ]
    shared = ", ".join(dict.fromkeys(words))
    cites = "".join(f"[{entry.label}]" for entry in cited)
    message = f"another reference has more of this than {cites}: {shared}"
    suggestion = f"[{other.label}]?" if other.label else ""
    related = Related(other.span, f"[{other.label}]" if other.label else "the other reference")
    yield Found(clause.span, message, suggestion=suggestion, related=(related,))


def _is_rare(case: Case, term: str, by_term: dict[str, list[int]]) -> bool:
    """Whether a term tells one reference from the others, and isn't what the whole article is about."""
    return len(by_term.get(term, ())) == 1 and case.spread[term] * 3 <= len(case.prose)


RULE = Rule("A202", "another reference fits better", Severity.NOTE, find, english=True)
