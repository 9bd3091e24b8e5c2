"""E614: what a tour file says of the audit names rules that exist, and passages that are there once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.wording import count, did_you_mean, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding
    from touratlas.tree import Path


def check(case: Case) -> Iterator[Finding]:
    """Findings for codes that no rule has, and for quotes that don't name one passage of their article."""
    for key, source in case.tour.articles().items():
        path: Path = ("sources", key, "audit")
        for number, off in enumerate(source.audit.off):
            yield from _rule(case, (*path, "off", number, "rule"), off.rule)
        for number, entry in enumerate(source.audit.accept):
            yield from _rule(case, (*path, "accept", number, "rule"), entry.rule)
            yield from _quote(case, key, number)


def _rule(case: Case, path: Path, code: str) -> Iterator[Finding]:
    from touratlas.audit.rules import RULES

    known = [rule.code for rule in RULES]
    if code not in known:
        message = (
            f"{shown(code)} is no rule of the audit; expected one such as `A301`{did_you_mean(code, known)}"
        )
        yield case.finding(path, codes.AUDIT_ENTRY, message)


def _quote(case: Case, key: str, number: int) -> Iterator[Finding]:
    from touratlas.article import Quote, find_quote

    article = case.loaded.articles.get(key)
    quote = case.tour.articles()[key].audit.accept[number].quote
    if article is None:
        return
    path: Path = ("sources", key, "audit", "accept", number, "quote")
    if quote.source not in {None, key}:
        message = f"the quote names {shown(quote.source)}; expected {shown(key)}, the article it stands under"
        yield case.finding(path, codes.AUDIT_ENTRY, message)
        return
    places = len(find_quote(article, Quote(quote.exact, quote.prefix, quote.suffix)))
    if places != 1:
        message = (
            f"{shown(key)} contains the quote {shown(quote.exact)} {count(places, 'time')}; expected once"
        )
        yield case.finding(path, codes.AUDIT_ENTRY, message)
