"""docs/rules.md is that of the rules."""

from __future__ import annotations

import re
from pathlib import Path

from touratlas.audit import RULES
from touratlas.audit.pages import FAMILIES, catalogue

WRITTEN = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")


def test_the_document_is_generated() -> None:
    """`python -m touratlas.audit.pages` writes it anew."""
    assert catalogue() == WRITTEN


def test_every_rule_has_its_page_in_the_order_of_the_codes() -> None:
    """With its name, its question, and its family's heading before it."""
    found = re.findall(r"^### (A\d{3}) (.+)$", WRITTEN, re.MULTILINE)
    assert found == [(rule.code, rule.name) for rule in RULES]
    prose = re.sub(r"^```.*?^```$", "", WRITTEN, flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r"^## (.+)$", prose, re.MULTILINE) == [title for title, _ in FAMILIES.values()]
    assert WRITTEN.count("**To ask.**") == WRITTEN.count("**Why it matters.**") == len(RULES)
