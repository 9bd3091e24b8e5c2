"""A205 specific statement without citation · note, English only

In an article that cites, a sentence (or what of it follows its last marker) states a percentage, a sum, a date, a
quotation of nobody, or what named persons or bodies did, without a citation.

Why it matters: what is specific can be checked, and should be. Where everything around it has a source, readers
take it that this has one too.

Found:

    The bridge was opened in May[1]. It carries cars[1]. People danced on it[1]. It cost £42 million.

    References
    [1] City Works Office, “Opening of the bridge”, 4 May 2021.

Not found:

    The bridge was opened in May[1]. It carries cars[1]. People danced on it[1]. It cost a lot of money.

    References
    [1] City Works Office, “Opening of the bridge”, 4 May 2021.

Ask: Who could know this, and how? What would you ask the author for?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit import clauses, events, quantities, terms
from touratlas.audit.case import Found
from touratlas.audit.quantities import Kind
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.article import Sentence
    from touratlas.audit.case import Case
    from touratlas.audit.quantities import Quantity

_LEAST_NAMES = 2
_LEAST_WORDS = 4
_QUOTATION = re.compile(r"“[^”]{12,400}|\"[^\"]{12,400}\"|‘[^’]{24,400}’")
_RATIO = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of) (?:every )?"
    r"(?:three|four|five|ten|twenty|a hundred|\d+)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:said|says|told|wrote|writes|added|asked|replied|called|calls|explained|recalled|according)\b"
)
_CALLED = {
    Kind.MONEY: "a sum",
    Kind.PERCENT: "a percentage",
    Kind.YEAR: "a year",
    Kind.DATE: "a date",
    Kind.COUNT: "a number",
}
_SMALL = 20
_OPINION = re.compile(r"\b(?:may|might|could|should|would|perhaps|possibly|seems?|likely)\b")


def find(case: Case) -> Iterator[Found]:
    """Each sentence or tail of one that is specific and cites nothing."""
    if not case.cites:
        return
    named = _names_by_sentence(case)
    for sentence in case.prose:
        span = clauses.tail(case.article, sentence)
        text = case.plain(span)
        if len(text.split()) < _LEAST_WORDS or text.endswith("?") or case.is_byline(sentence):
            continue
        reason = _reason(case, text) or _act(
            case, text, [name for name, at in named.get(sentence.index, ()) if at >= span.start]
        )
        if reason:
            start = (
                span.start + len(span.of(case.article.text)) - len(span.of(case.article.text).lstrip(" ,;"))
            )
            yield Found(Span(start, span.end), f"{reason} and no citation")


def _names_by_sentence(case: Case) -> dict[int, list[tuple[str, int]]]:
    """The names of each sentence of the prose that are not in everybody's mouth in this article, with their
    places; those of persons too who are.
    """
    usual = max(5, len(case.prose) // 5)
    named: dict[int, list[tuple[str, int]]] = {}
    for name in case.names:
        sentence: Sentence | None = case.article.sentence_at(name.span.start)
        if sentence is None or not sentence.countable:
            continue
        for part in name.parts:
            rare = any(case.spread[term] <= usual for term in terms.of(part))
            if rare or case.persons & {*part.split()}:
                named.setdefault(sentence.index, []).append((part, name.span.start))
    return named


def _reason(case: Case, text: str) -> str:
    """What is specific in a text, for the message; empty if nothing is."""
    if _QUOTATION.search(text) and not _SAYS.search(text):
        return "a quotation without a speaker"
    for one in quantities.read(text):
        if _tells(case, one):
            return f"{_CALLED[one.kind]} ({one.of(text).strip()})"
    ratio = _RATIO.search(text)
    return f"a ratio ({ratio.group()})" if ratio else ""


def _act(case: Case, text: str, named: list[str]) -> str:
    """What named persons or bodies do, for the message: two names, one of them a person's or beside an event."""
    names = dict.fromkeys(named)
    person = any(case.persons & {*name.split()} for name in names)
    if len(names) < _LEAST_NAMES or _OPINION.search(text) or not (person or events.kinds(text)):
        return ""
    return f"names ({', '.join([*names][:3])})"


def _tells(case: Case, one: Quantity) -> bool:
    """Whether a number is one to ask a source for: not the article's own year, nor a small count."""
    if one.kind in {Kind.YEAR, Kind.DATE}:
        return one.value != (case.own_year or 0)
    if one.kind in {Kind.MONEY, Kind.PERCENT}:
        return True
    return one.kind is Kind.COUNT and one.figures and one.value > _SMALL


RULE = Rule("A205", "specific statement without citation", Severity.NOTE, find, english=True)
