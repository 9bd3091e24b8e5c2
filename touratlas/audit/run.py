"""Run the rules on an article: sorted findings with their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit.case import Case, Found
from touratlas.audit.rules import RULES
from touratlas.finding import Finding
from touratlas.wording import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from touratlas.article import Article
    from touratlas.audit.rule import Rule

_LONGEST_MESSAGE = 400
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Another place that belongs to a finding: its span, where that begins, and what stands there."""

    span: Span
    line: int
    column: int
    note: str


@dataclass(frozen=True, slots=True, order=True)
class ArticleFinding(Finding):
    """A finding in an article: beside its place, the whole passage, what might be meant, and other places.

    `source` is the article's id in the tour, or empty. `span` and the spans of `related` are code points of the
    article's text. `end_line` and `end_column` are the place behind the passage's last character.
    """

    source: str = ""
    span: Span = _NOWHERE
    end_line: int = 0
    end_column: int = 0
    suggestion: str = ""
    related: tuple[Place, ...] = ()


def audit_article(
    article: Article, path: str, *, language: str = "en", rules: Iterable[Rule] = RULES, source: str = ""
) -> tuple[ArticleFinding, ...]:
    """What the rules find in an article, sorted by place; `path` is its file as findings name it.

    Rules that need English find nothing in other languages.
    """
    case = Case(article, language)
    found = {
        _finding(case, rule, one, path, source)
        for rule in rules
        if case.english or not rule.english
        for one in rule.find(case)
        if not case.is_code(one.span)
    }
    return tuple(sorted(found))


def _finding(case: Case, rule: Rule, found: Found, path: str, source: str) -> ArticleFinding:
    article = case.article
    line, column = article.position(found.span.start)
    end_line, end_column = article.position(found.span.end)
    related = tuple(
        Place(one.span, *article.position(one.span.start), _one_line(one.note)) for one in found.related
    )
    return ArticleFinding(
        path,
        line,
        column,
        rule.code,
        found.severity or rule.severity,
        _one_line(found.message),
        "\n".join(_detail(found.suggestion, related)),
        source=source,
        span=found.span,
        end_line=end_line,
        end_column=end_column,
        suggestion=visible(found.suggestion),
        related=related,
    )


def _one_line(message: str) -> str:
    text = visible(" ".join(message.split()))
    return text if len(text) <= _LONGEST_MESSAGE else text[: _LONGEST_MESSAGE - 1].rstrip() + "…"


def _detail(suggestion: str, related: Iterable[Place]) -> Iterator[str]:
    if suggestion:
        yield f"perhaps: {visible(suggestion)}"
    for place in related:
        yield f"see line {place.line}, column {place.column}: {place.note}"
