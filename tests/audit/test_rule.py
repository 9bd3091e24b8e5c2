"""Every rule says what it does: its page is complete, and both of its examples behave."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.audit.auditing import audited
from touratlas.audit import RULES, Rule
from touratlas.audit import rules as package
from touratlas.finding import Severity

FAMILIES = "123456"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_example_that_must_be_found_is_found(rule: Rule) -> None:
    """By this rule, as severely as the rule is in general, inside the text."""
    example = rule.page.found
    found = audited(example.text, rule.code, markdown=example.markdown)
    assert found
    assert {one.code for one in found} == {rule.code}
    assert rule.severity in {one.severity for one in found}
    for one in found:
        assert one.span.of(example.text)
        assert one.line <= example.text.count("\n") + 1


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_example_that_must_not_be_found_is_not(rule: Rule) -> None:
    """By this rule; others may object."""
    example = rule.page.not_found
    assert audited(example.text, rule.code, markdown=example.markdown) == ()


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.english], ids=lambda rule: rule.code)
def test_rules_that_need_english_are_silent_elsewhere(rule: Rule) -> None:
    """Even where they would find something."""
    example = rule.page.found
    assert audited(example.text, rule.code, markdown=example.markdown, language="de") == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_is_complete(rule: Rule) -> None:
    """Meaning, reason, and a question that is one."""
    page = rule.page
    assert len(page.meaning) > 40
    assert len(page.why) > 40
    assert page.ask.count("?") >= 1
    assert page.found.text.strip() != page.not_found.text.strip()


def test_codes_are_unique_and_in_order() -> None:
    """A letter, a family and two digits."""
    found = [rule.code for rule in RULES]
    assert found == sorted(set(found))
    assert all(re.fullmatch(rf"A[{FAMILIES}]\d\d", code) for code in found)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_file_of_rules_is_registered() -> None:
    """One rule a file, and none forgotten."""
    folder = Path(package.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert files == {rule.find.__module__.rpartition(".")[2] for rule in RULES}
    assert len(files) == len(RULES)


def test_a_page_of_another_rule_is_refused() -> None:
    """The docstring and the rule must agree in code, name, severity and language."""
    rule = RULES[0]
    other = Severity.NOTE if rule.severity is not Severity.NOTE else Severity.ERROR
    for wrong in (replace(rule, code="A999"), replace(rule, severity=other), replace(rule, english=True)):
        with pytest.raises(ValueError, match="another rule"):
            _ = wrong.page
