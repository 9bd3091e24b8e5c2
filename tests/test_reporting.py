"""Findings for people and for programs: text, JSON, SARIF and GitHub's commands."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from tests.tour_builder import checked, sound
from touratlas import __version__, codes, reporting
from touratlas.audit import RULES
from touratlas.audit.report import AuditReport, Off, audit_file
from touratlas.check import Report
from touratlas.finding import Finding, Severity

ERROR = Finding("t.yaml", 3, 5, "S204", Severity.ERROR, "`planed` is not a word", "first\nsecond", "kl")
WARNING = Finding("t.yaml", 4, 1, "P505", Severity.WARNING, "a zone", subject="kl")
ACCEPTED = Finding(
    "t.yaml", 5, 1, "P503", Severity.WARNING, "outside", subject="kl", accepted="A ship\n::error::"
)
NOTE = Finding("t.yaml", 6, 1, "I404", Severity.NOTE, "never used", subject="x")
COUNTS = {"stop": 1, "event": 2_000}


def report(*findings: Finding, path: str = "t.yaml") -> Report:
    """A report with these findings."""
    return Report(path, findings, None, COUNTS)


@pytest.mark.parametrize(
    ("findings", "failed"),
    [
        ((), False),
        ((NOTE,), False),
        ((ACCEPTED,), False),
        ((WARNING,), True),
        ((ERROR,), True),
        ((NOTE, ERROR), True),
    ],
)
def test_what_fails(findings: tuple[Finding, ...], failed: bool) -> None:
    """Errors and open warnings do; notes and accepted warnings don't."""
    assert report(*findings).failed is failed


def test_text_of_a_failed_check() -> None:
    """A line a finding, its detail indented, and a last line that counts."""
    assert reporting.text(report(ERROR, WARNING, NOTE)).splitlines() == [
        "t.yaml:3:5: S204 `planed` is not a word",
        "    first",
        "    second",
        "t.yaml:4:1: P505 a zone",
        "t.yaml:6:1: I404 never used",
        "found 1 error, 1 warning, 1 note",
    ]


def test_text_of_a_sound_tour() -> None:
    """What was verified, by number; accepted warnings are shown with their reason, on one line."""
    assert reporting.text(report(ACCEPTED)).splitlines() == [
        "t.yaml:5:1: P503 outside (accepted: A ship\\u000a::error::)",
        "t.yaml: sound: 1 stop, 2,000 events; 1 warning accepted",
    ]


def test_accepted_findings_are_not_counted_as_wrong() -> None:
    """The verdict names what is open."""
    assert reporting.text(report(ACCEPTED, WARNING)).splitlines()[-1] == "found 1 warning"


def test_a_file_name_cannot_steer_the_terminal() -> None:
    """Control characters of a path are spelt out, in every line."""
    bad = "a\n\x1b[2Jb.yaml"
    finding = Finding(bad, 1, 1, "S201", Severity.ERROR, "missing")
    assert "\x1b" not in reporting.text(report(finding, path=bad))
    assert reporting.text(report(finding, path=bad)).count("\n") == 2
    assert "\x1b" not in reporting.text(report(path=bad))


def test_json_holds_everything() -> None:
    """Each finding with all its fields, in order."""
    told = json.loads(reporting.as_json(report(ERROR, ACCEPTED)))
    assert told["path"] == "t.yaml"
    assert told["failed"] is True
    assert told["counts"] == COUNTS
    assert told["findings"][0] == {
        "path": "t.yaml",
        "line": 3,
        "column": 5,
        "code": "S204",
        "severity": "error",
        "message": "`planed` is not a word",
        "detail": "first\nsecond",
        "subject": "kl",
        "accepted": "",
    }
    assert told["findings"][1]["accepted"].startswith("A ship")


TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
RELATED: dict[str, Any] = {
    "type": "object",
    "required": ["physicalLocation", "message"],
    "additionalProperties": False,
    "properties": {
        "message": TEXT,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {"type": "object", "required": ["uri"]},
                "region": {
                    "type": "object",
                    "required": ["startLine", "startColumn"],
                    "additionalProperties": False,
                    "properties": {
                        "startLine": {"type": "integer", "minimum": 1},
                        "startColumn": {"type": "integer", "minimum": 1},
                    },
                },
            },
        },
    },
}
# What SARIF 2.1.0 demands of the properties that we write (OASIS, sections 3.13 to 3.52).
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "name": {"type": "string"},
                                                "shortDescription": TEXT,
                                                "help": TEXT,
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": TEXT,
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "required": ["physicalLocation"],
                                        "additionalProperties": False,
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "required": ["artifactLocation"],
                                                "additionalProperties": False,
                                                "properties": {
                                                    "artifactLocation": {
                                                        "type": "object",
                                                        "additionalProperties": False,
                                                        "properties": {
                                                            "uri": {"type": "string", "pattern": r"^[!-~]+$"}
                                                        },
                                                    },
                                                    "region": {
                                                        "type": "object",
                                                        "additionalProperties": False,
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1},
                                                            "startColumn": {"type": "integer", "minimum": 1},
                                                            "endLine": {"type": "integer", "minimum": 1},
                                                            "endColumn": {"type": "integer", "minimum": 1},
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                                "relatedLocations": {"type": "array", "items": RELATED},
                                "suppressions": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "required": ["kind"],
                                        "additionalProperties": False,
                                        "properties": {
                                            "kind": {"enum": ["inSource", "external"]},
                                            "justification": {"type": "string"},
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


@pytest.mark.parametrize("findings", [(), (ERROR,), (ERROR, WARNING, ACCEPTED, NOTE)])
def test_sarif_has_the_shape_that_the_standard_demands(findings: tuple[Finding, ...]) -> None:
    """Required properties are there, and none that the standard doesn't know."""
    log = json.loads(reporting.sarif(report(*findings)))
    jsonschema.validate(log, SARIF)
    assert len(log["runs"][0]["results"]) == len(findings)


def test_sarif_says_what_was_found() -> None:
    """Rules are the catalogue; levels, places and suppressions are those of the findings."""
    run = json.loads(reporting.sarif(report(ERROR, ACCEPTED, NOTE)))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [code.id for code in codes.all_codes()]
    assert run["tool"]["driver"]["version"] == __version__
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    assert run["results"][0]["message"]["text"].endswith("\nfirst\nsecond")
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 5,
    }
    assert ["suppressions" in result for result in run["results"]] == [False, True, False]
    assert {result["ruleId"] for result in run["results"]} <= {code.id for code in codes.all_codes()}


@pytest.mark.parametrize(
    "path", ["a b.yaml", "ä/漢.yaml", "100%.yaml", "/srv/a.yaml", "a\udcffb.yaml", "a#b?.yaml"]
)
def test_sarif_writes_any_path_as_a_uri(path: str) -> None:
    """Also one that isn't text."""
    log = json.loads(reporting.sarif(report(Finding(path, 1, 1, "S201", Severity.ERROR, "m"), path=path)))
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[!-~]+", uri)
    assert unquote(uri, errors="surrogateescape") == path


def test_github_commands() -> None:
    """One a finding that is open, of its level, with its place."""
    assert reporting.github(report(ERROR, WARNING, ACCEPTED, NOTE)).splitlines() == [
        "::error file=t.yaml,line=3,col=5,title=S204::`planed` is not a word%0Afirst%0Asecond",
        "::warning file=t.yaml,line=4,col=1,title=P505::a zone",
        "::notice file=t.yaml,line=6,col=1,title=I404::never used",
    ]


def test_github_commands_cannot_be_forged() -> None:
    """What a file holds stays inside its command: per cent, line ends, colons and commas are escaped."""
    path = "a,b:c%\r\n::error::x.yaml"
    finding = Finding(path, 1, 1, "S201", Severity.ERROR, "100%\r\n::error file=x::forged")
    (line,) = reporting.github(report(finding, path=path)).splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac%25%0D%0A%3A%3Aerror%3A%3Ax.yaml,line=1")
    assert line.endswith("::100%25%0D%0A::error file=x::forged")


@pytest.mark.parametrize("form", sorted(reporting.FORMATS))
def test_every_format_is_the_same_every_time(form: str) -> None:
    """And ends in a line end, or is empty."""
    tour = sound()
    tour["places"]["kl"]["zone"] = "Nowhere"
    written = reporting.FORMATS[form](checked(tour))
    assert written == reporting.FORMATS[form](checked(tour))
    assert written.endswith("\n")


def audited() -> AuditReport:
    """An audit of the article in the seeds."""
    return audit_file("seeds/000_7fb300919e382399.txt")


def test_sarif_of_an_audit_has_the_shape_too() -> None:
    """With the rules of the audit, the end of each passage, and the places related to it."""
    log = json.loads(reporting.sarif(audited()))
    jsonschema.validate(log, SARIF)
    run = log["runs"][0]
    ids = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {rule.code for rule in RULES} <= ids
    assert {result["ruleId"] for result in run["results"]} <= ids
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        start = (region["startLine"], region["startColumn"])
        assert start < (region["endLine"], region["endColumn"])
    assert any("relatedLocations" in result for result in run["results"])


@pytest.mark.parametrize("form", sorted(reporting.FORMATS))
def test_an_audit_is_told_the_same_every_time(form: str) -> None:
    """In each format, and every finding of it."""
    written = reporting.FORMATS[form](audited())
    assert written == reporting.FORMATS[form](audited())
    assert written.count("A107") >= 15


def test_text_of_an_audit_tells_what_was_off_and_what_is_accepted() -> None:
    """With the reasons, whose control characters are spelt out; the count comes last."""
    finding = replace(audited().findings[0], accepted="Seen\x1b")
    report_ = AuditReport("t.yaml", (finding,), COUNTS, (Off("a", "A205", "A diary\n::error::"),))
    lines = reporting.text(report_).splitlines()
    assert lines[0].endswith("(accepted: Seen\\u001b)") or "(accepted: Seen\\u001b)" in reporting.text(
        report_
    )
    assert lines[-2] == "A205 is off for a: A diary\\u000a::error::"
    assert lines[-1] == "1 accepted in 1 stop, 2,000 events"
    assert not report_.failed
