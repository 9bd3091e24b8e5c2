"""Auditing files and tours: what is chosen, what fails, what the curator said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands import run
from tests.tour_builder import loaded, sound
from touratlas.audit.report import audit_file, audit_loaded, choose, summary
from touratlas.audit.run import ArticleFinding
from touratlas.errors import UsageError
from touratlas.finding import Severity

SEED = "seeds/000_7fb300919e382399.txt"
BAD = """A Visit in Two Cities

The guest landed in Kuala Lumpur on Sunday, 25 October 2025 [1]. A dinner with the hosts is planned for the evening [2]. In Tokyo he will meet the prime minister [1].

x09o47

References
[1] A report of the landing.
[2] A programme of the visit.
"""  # noqa: E501 - a paragraph is a line


def tour(**audit: Any) -> dict[str, Any]:
    """The sound tour, its article's audit as given."""
    made = sound()
    made["sources"]["article"]["audit"] = audit
    return made


def codes(one: Any) -> list[str]:
    """The codes of the findings that are open."""
    return [finding.code for finding in one.findings if not finding.accepted]


def test_rules_are_chosen_by_the_beginning_of_their_codes() -> None:
    """Families or single rules; what is ignored goes last."""
    assert {rule.code[:2] for rule in choose(["A3"])} == {"A3"}
    assert [rule.code for rule in choose(["A301", "A403"])] == ["A301", "A403"]
    assert "A301" not in {rule.code for rule in choose(["A3"], ["A301"])}
    assert len(choose()) > 30


@pytest.mark.parametrize("code", ["B1", "A999", "", "a301", "weekday"])
def test_a_code_that_fits_no_rule_is_wrong_use(code: str) -> None:
    """And not silently nothing."""
    with pytest.raises(UsageError, match="no rule"):
        choose([code])
    with pytest.raises(UsageError, match="no rule"):
        choose([], [code])


@pytest.mark.parametrize(
    ("least", "failed"), [(Severity.ERROR, False), (Severity.WARNING, True), (Severity.NOTE, True)]
)
def test_what_fails_is_chosen(least: Severity, failed: bool, tmp_path: Path) -> None:
    """From a severity on."""
    file = tmp_path / "a.txt"
    file.write_text("A town\n\nThe bridge stands.\n\nx09o47\n", encoding="utf-8")
    assert audit_file(str(file), least=least).failed is failed


def test_markdown_is_told_by_the_name(tmp_path: Path) -> None:
    """A heading of hash signs is one in `.md` alone."""
    text = "# One\n\nText stands here.\n\n## Two\n\n## Three\n\nMore text.\n"
    for name, found in (("a.md", ["A501"]), ("a.MARKDOWN", ["A501"])):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert codes(audit_file(str(tmp_path / name))) == found


def test_what_cannot_be_read_is_wrong_use(tmp_path: Path) -> None:
    """A folder, a file that isn't there, bytes that are no text."""
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    for path in (str(tmp_path), str(tmp_path / "none.txt"), str(tmp_path / "latin.txt"), "a\0b.txt"):
        with pytest.raises(UsageError):
            audit_file(path)


def test_a_tour_is_audited_article_by_article() -> None:
    """Findings bear the article's path and the source's id."""
    report = audit_loaded(loaded(sound(), BAD))
    assert {"A301", "A504"} <= set(codes(report))
    one = next(one for one in report.findings if one.code == "A301")
    assert isinstance(one, ArticleFinding)
    assert (one.path, one.source, one.line) == ("article.txt", "article", 3)
    assert report.failed


def test_a_rule_is_off_with_a_reason() -> None:
    """It finds nothing, and the report says that it was off and why."""
    report = audit_loaded(loaded(tour(off=[{"rule": "A301", "why": "A diary."}]), BAD))
    assert "A301" not in codes(report)
    assert [(off.source, off.code, off.why) for off in report.off] == [("article", "A301", "A diary.")]
    assert not report.failed


def test_a_finding_is_accepted_with_a_reason() -> None:
    """It is still there, with the reason, and doesn't fail; others of the same rule stay open."""
    entry = {"rule": "A301", "quote": "Sunday, 25 October 2025", "why": "The diary has it so."}
    report = audit_loaded(loaded(tour(accept=[entry]), BAD))
    (one,) = [one for one in report.findings if one.code == "A301"]
    assert one.accepted == "The diary has it so."
    assert not report.failed


def test_an_entry_that_fits_no_finding_is_told() -> None:
    """At its place in the tour file, as a warning."""
    entry = {"rule": "A301", "quote": "A dinner with the hosts", "why": "It is so."}
    report = audit_loaded(loaded(tour(accept=[entry]), BAD))
    (one,) = [one for one in report.findings if one.code == "E613"]
    assert (one.path, one.severity) == ("tour.yaml", Severity.WARNING)


def test_an_entry_is_not_idle_where_its_rule_did_not_run() -> None:
    """Chosen away on the command line, or off."""
    entry = {"rule": "A301", "quote": "Sunday, 25 October 2025", "why": "It is so."}
    assert codes(audit_loaded(loaded(tour(accept=[entry]), BAD), rules=choose(["A5"]))) == ["A504"]
    off = [{"rule": "A301", "why": "A diary."}]
    assert "E613" not in codes(audit_loaded(loaded(tour(accept=[entry], off=off), BAD)))


def test_the_summary_is_one_line() -> None:
    """What there is, or nothing; and nothing is run on a text that would take long."""
    assert summary(loaded(sound(), BAD)).startswith("audit of its text: 1 error, ")
    assert summary(loaded(sound(), BAD)).count("\n") == 1
    long = BAD + "More is said here. " * 6_000
    assert "not run" in summary(loaded(sound(), long))


def test_the_command_and_its_exit_codes(tmp_path: Path) -> None:
    """0 fine, 1 an error or what was asked for, 2 wrong use."""
    clean = tmp_path / "clean.txt"
    clean.write_text("A town\n\nThe bridge stands.\n", encoding="utf-8")
    assert run("audit", str(clean), "--severity", "note").code == 0
    assert run("audit", SEED).code == 1
    assert run("audit", SEED, "--select", "A5").code == 0
    assert run("audit", SEED, "--select", "A5", "--severity", "warning").code == 1
    assert run("audit", SEED, "--ignore", "A3").code == 0
    assert run("audit", "data/events.yaml", "--select", "A301").code == 1
    assert run("audit", SEED, "--select", "A301,x").code == 2
    assert run("audit", "missing.txt").code == 2
    assert run("audit", SEED, "--language", "de", "--severity", "error").code == 0


def test_the_last_line_counts() -> None:
    """Findings by severity, and what was read."""
    lines = run("audit", SEED, "--select", "A301").stdout.splitlines()
    assert lines[0].startswith(f"{SEED}:14:183: A301 ")
    assert lines[-1] == "2 errors in 1 article, 69 sentences, 45 citations, 16 references"


def test_json_has_passages_and_places() -> None:
    """In code points of the article's text."""
    told = json.loads(run("audit", SEED, "--select", "A402", "--format", "json").stdout)
    (one,) = told["findings"]
    text = Path(SEED).read_text("utf-8")
    assert text[one["start"] : one["end"]] == "Center for Calculated and International Studies"
    (other,) = one["related"]
    assert text[other["start"] : other["end"]] == "Center for Strategic and International Studies"
    assert told["off"] == []


def test_check_tells_of_the_audit_and_does_not_fail() -> None:
    """One line more, in text only."""
    done = run("check", "data/events.yaml")
    assert done.code == 0
    assert done.stdout.splitlines()[-1].startswith("audit of its text: 2 errors, ")
    json.loads(run("check", "data/events.yaml", "--format", "json").stdout)
