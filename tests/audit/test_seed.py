"""The article of the seeds: every fault on the list that a rule could know is found.

The list was written before any rule existed, by reading the article sentence by sentence against its references.
"""

from __future__ import annotations

import pytest

from tests.audit.auditing import audited
from tests.audit.faults import CODES, SEED, Fault, seed_faults
from touratlas.audit import ArticleFinding
from touratlas.finding import Severity

FAULTS = seed_faults()
KNOWABLE = [fault for fault in FAULTS if fault.rule == "yes"]


@pytest.fixture(scope="module")
def findings() -> tuple[ArticleFinding, ...]:
    """What the audit finds in the article."""
    return audited(SEED.read_text("utf-8"))


def test_each_fault_says_whether_a_rule_could_know_it() -> None:
    """`yes`, or why not; and the kinds that a rule could know have rules."""
    assert len(FAULTS) == 95
    assert len(KNOWABLE) == 62
    assert {fault.kind for fault in KNOWABLE} <= set(CODES)
    assert all(fault.rule == "yes" or fault.rule.startswith("no: ") for fault in FAULTS)


@pytest.mark.parametrize("fault", KNOWABLE, ids=lambda fault: f"{fault.line}-{fault.kind}")
def test_a_fault_that_a_rule_could_know_is_found(fault: Fault, findings: tuple[ArticleFinding, ...]) -> None:
    """At its words, or at a place that belongs to it."""
    assert any(fault.is_told_by(one) for one in findings)


def test_errors_and_warnings_are_of_faults_on_the_list(findings: tuple[ArticleFinding, ...]) -> None:
    """What is said surely is sure; of the notes nine in ten are on the list."""
    right = [one for one in findings if any(fault.is_told_by(one) for fault in FAULTS)]
    assert all(one in right for one in findings if one.severity is not Severity.NOTE)
    assert len(right) >= 0.85 * len(findings)


def test_the_two_errors_are_the_impossible_sunday(findings: tuple[ArticleFinding, ...]) -> None:
    """25 October 2025 was a Saturday."""
    errors = [one for one in findings if one.severity is Severity.ERROR]
    assert [(one.line, one.code) for one in errors] == [(14, "A301"), (46, "A301")]
    assert all("Saturday" in one.message for one in errors)


def test_the_repeated_paragraph_shows_its_mechanical_synonyms(findings: tuple[ArticleFinding, ...]) -> None:
    """One finding, over the whole paragraph, with the words that were exchanged first."""
    (one,) = [one for one in findings if one.code == "A403"]
    assert one.line == 26
    assert one.related[0].line == 24
    assert "“planned” → “calculated”" in one.message
    assert "“use” → “apply”" in one.message


def test_the_garbled_name_is_set_against_the_reference(findings: tuple[ArticleFinding, ...]) -> None:
    """And the reference's spelling is suggested."""
    (one,) = [one for one in findings if one.code == "A402"]
    assert one.suggestion == "Center for Strategic and International Studies?"
    assert one.related[0].line == 47
