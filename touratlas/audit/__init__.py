"""The audit of an article: what a careful editor would object to, with places and reasons.

Deterministic and offline; no model of language is asked. One rule a file in :mod:`touratlas.audit.rules`, each with
its page in `docs/rules.md`. English first: rules that need English say so and are silent on other languages.
Author–year citations, `(Smith 2020)`, are not read.
"""

from __future__ import annotations

from touratlas.audit.case import Case, Found, Related
from touratlas.audit.rule import Example, Page, Rule
from touratlas.audit.rules import RULES
from touratlas.audit.run import ArticleFinding, Place, audit_article

__all__ = [
    "RULES",
    "ArticleFinding",
    "Case",
    "Example",
    "Found",
    "Page",
    "Place",
    "Related",
    "Rule",
    "audit_article",
]
