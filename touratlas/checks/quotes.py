"""E604, E605, E611: every quote is found in its article, exactly once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.wording import count, shown, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.article import Article, Span
    from touratlas.checks.case import Case
    from touratlas.evidence import Loose
    from touratlas.finding import Finding

_MOST_PLACES = 5  # of an ambiguous quote that are shown


def check(case: Case) -> Iterator[Finding]:
    """Findings for quotes that are not found (with the nearest passage) or found more than once (with the
    places).
    """
    for loose in case.evidence.loose:
        if case.lost(*loose.path):
            continue
        article = case.loaded.articles.get(loose.source or "")
        if article is None:
            yield from _without_article(case, loose)
        elif loose.places:
            yield _ambiguous(case, loose, article)
        else:
            yield _missing(case, loose, article)


def _without_article(case: Case, loose: Loose) -> Iterator[Finding]:
    if loose.source is not None and loose.source not in case.tour.sources:
        return  # an unknown id, reported as such
    if loose.source is None and case.lost("sources"):
        return
    if loose.source is None:
        names = ", ".join(shown(name) for name in case.tour.articles())
        message = (
            f"the quote names no article; expected `source:` with one of {names}"
            if names
            else "there is no article to quote from; expected a source of kind `article`"
        )
    else:
        message = (
            f"{shown(loose.source)} is a report, whose text isn't in the project; expected an article's id"
        )
    yield case.finding(loose.path, codes.SOURCE_UNQUOTABLE, message)


def _missing(case: Case, loose: Loose, article: Article) -> Finding:
    nearest, searched = case.searches.nearest(article, loose)
    message = f"{shown(loose.source)} doesn't contain the quote {shown(loose.quote.exact)}"
    if loose.quote.prefix or loose.quote.suffix:
        message += " with this prefix and suffix"
    message += "; expected words that stand there"
    if nearest is None:
        return case.finding(
            loose.path, codes.QUOTE_NOT_FOUND, f"{message}{', nothing in it is near' if searched else ''}"
        )
    line, column = article.position(nearest.span.start)
    passage = visible(article.text[nearest.span.start : nearest.span.end])
    detail = f"nearest, line {line}, column {column}: {passage}\ndifference: {visible(nearest.difference)}"
    return case.finding(loose.path, codes.QUOTE_NOT_FOUND, message, detail=detail)


def _ambiguous(case: Case, loose: Loose, article: Article) -> Finding:
    shown_places = "\n".join(_place(article, span) for span in loose.places[:_MOST_PLACES])
    message = (
        f"{shown(loose.source)} contains the quote {shown(loose.quote.exact)} {count(len(loose.places), 'time')}; "
        "expected once: add a `prefix` or a `suffix`, or quote more"
    )
    return case.finding(loose.path, codes.QUOTE_AMBIGUOUS, message, detail=shown_places)


def _place(article: Article, span: Span) -> str:
    line, column = article.position(span.start)
    before = article.text[max(0, span.start - 30) : span.start].rpartition("\n")[2]
    after = article.text[span.end : span.end + 30].partition("\n")[0]
    return visible(f"line {line}, column {column}: …{before}[{article.text[span.start : span.end]}]{after}…")
