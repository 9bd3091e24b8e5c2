"""Whole texts: clean ones stay without error and warning, planted faults are found as RESULTS.md says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.audit.auditing import audited
from tests.audit.faults import HERE, PLANTED, planted, report
from touratlas.finding import Severity

CLEAN = sorted((HERE / "clean").iterdir())
ARTICLES = ("barrier.txt", "observatory.md")
RESULTS = (PLANTED / "RESULTS.md").read_text("utf-8")


@pytest.mark.parametrize("file", CLEAN, ids=lambda file: file.name)
def test_a_clean_text_has_no_error_and_no_warning(file: Path) -> None:
    """Numbered references, footnotes, none."""
    findings = audited(file.read_text("utf-8"), markdown=file.suffix == ".md")
    assert [str(one) for one in findings if one.severity is not Severity.NOTE] == []
    assert len(findings) <= 3


def test_there_are_three_kinds_of_clean_texts() -> None:
    """One cites by number, one by footnote, one not at all."""
    texts = [file.read_text("utf-8") for file in CLEAN]
    assert sum("\n[1] " in text for text in texts) == 1
    assert sum("\n[^" in text for text in texts) == 1
    assert sum("[" not in text for text in texts) == 1


@pytest.mark.parametrize("name", ARTICLES)
def test_a_planted_article_gives_what_the_results_say(name: str) -> None:
    """The last numbers of RESULTS.md are those of today."""
    last = RESULTS.rpartition("## After it")[2]
    assert report(name).strip() in last


@pytest.mark.parametrize("name", ARTICLES)
def test_errors_and_warnings_are_of_planted_faults(name: str) -> None:
    """Nothing is told as sure that isn't on the answer list."""
    faults, findings = planted(name)
    sure = [one for one in findings if one.severity is not Severity.NOTE]
    assert sure
    assert [str(one) for one in sure if not any(fault.is_told_by(one) for fault in faults)] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_planted_articles_are_long_and_full_of_faults(name: str) -> None:
    """At least 600 words, and more than twenty faults of more than a dozen kinds."""
    faults, _ = planted(name)
    assert len((PLANTED / name).read_text("utf-8").split()) >= 600
    assert len(faults) > 20
    assert len({fault.kind for fault in faults}) > 12


def test_the_first_run_is_on_record() -> None:
    """Before what was done about it."""
    first, done = RESULTS.index("## First run"), RESULTS.index("## What was done")
    found = re.findall(r"recall: (\d+) of (\d+)", RESULTS[first:done])
    assert found == [("15", "29"), ("17", "29")]
