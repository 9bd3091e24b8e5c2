"""Auditing a text in one line."""

from __future__ import annotations

from touratlas.article import read_article, with_markers
from touratlas.audit import RULES, ArticleFinding, Rule, audit_article

BY_CODE = {rule.code: rule for rule in RULES}


def audited(
    text: str, *codes: str, markdown: bool = False, language: str = "en"
) -> tuple[ArticleFinding, ...]:
    """What the rules with these codes (all, if none is named) find in a text."""
    rules: tuple[Rule, ...] = tuple(BY_CODE[code] for code in codes) or RULES
    article = with_markers(read_article(text, markdown=markdown, language=language))
    return audit_article(article, "text.md" if markdown else "text.txt", language=language, rules=rules)


def passages(text: str, *codes: str, markdown: bool = False, language: str = "en") -> list[str]:
    """The passages that these rules find fault with, in order."""
    return [one.span.of(text) for one in audited(text, *codes, markdown=markdown, language=language)]
