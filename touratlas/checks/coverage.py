"""E609, E610: each sentence of an article has its claims, or a reason for having none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.article import Article
    from touratlas.checks.case import Case
    from touratlas.finding import Finding

_QUOTING = frozenset(
    {"claims", "events", "stops", "quotes", "quote", "left_out", "lines", "background", "legs"}
)
"""Keys that, cut out, may have taken a claim or a reason with them."""


def check(case: Case) -> Iterator[Finding]:
    """Warnings for sentences with neither claim nor reason, and for reasons where there is a claim."""
    if _QUOTING & case.loaded.cut:
        return
    for (source, sentence), (path, _) in case.evidence.left_out.items():
        claims = case.evidence.by_sentence.get((source, sentence), ())
        if claims:
            line, _ = case.loaded.place(claims[0].path)
            message = f"this sentence is left out, and the claim in line {line} rests on it; expected one of the two"
            yield case.finding(
                path,
                codes.SENTENCE_BOTH,
                message,
                subject=_name(case.loaded.articles[source], source, sentence),
            )
    for source, article in case.loaded.articles.items():
        yield from _open(case, source, article)


def _open(case: Case, source: str, article: Article) -> Iterator[Finding]:
    meant = _meant(case, source, article)
    for number, sentence in enumerate(article.sentences):
        key = (source, number)
        known = key in case.evidence.by_sentence or key in case.evidence.left_out
        if not sentence.countable or known or number in meant:
            continue
        line, column = article.position(sentence.span.start)
        text = article.text[sentence.span.start : sentence.span.end]
        message = (
            f"no claim rests on line {line}, column {column} of {shown(source)}, {shown(text)}, "
            "and `left_out` gives no reason; expected one of the two"
        )
        yield case.finding(
            ("sources", source),
            codes.SENTENCE_OPEN,
            message,
            subject=_name(article, source, number),
            key=True,
        )


def _meant(case: Case, source: str, article: Article) -> set[int]:
    """The sentences that quotes may mean that don't hold, which is told of them: they aren't open as well."""
    from touratlas.article import passage_of

    loose = (one for one in case.evidence.loose if one.source == source)
    spans = (span for one in loose for span in case.searches.meant(article, one))
    return {number for span in spans for number in passage_of(article, span).sentences}


def _name(article: Article, source: str, sentence: int) -> str:
    line, column = article.position(article.sentences[sentence].span.start)
    return f"{source}:{line}:{column}"
