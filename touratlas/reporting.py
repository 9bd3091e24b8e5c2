"""Findings as text for people and as JSON, SARIF and GitHub annotations for programs.

Sources: SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html ; workflow commands
of GitHub Actions, https://docs.github.com/actions/reference/workflow-commands-for-github-actions .
"""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from touratlas import __version__, codes
from touratlas.audit.report import AuditReport, tally
from touratlas.audit.rules import RULES
from touratlas.audit.run import ArticleFinding
from touratlas.finding import Finding, Severity
from touratlas.wording import count, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from touratlas.check import Report

_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def text(report: Report | AuditReport) -> str:
    """One line a finding, `file:line:column: CODE message`, and a last line that says what was verified or
    how much is wrong.
    """
    lines = [_line(finding) for finding in report.findings]
    if isinstance(report, AuditReport):
        lines += [f"{off.code} is off for {visible(off.source)}: {visible(off.why)}" for off in report.off]
        read = ", ".join(count(number, noun) for noun, number in report.counts.items())
        lines.append(f"{tally(report.findings) or 'no findings'} in {read}")
    elif report.failed:
        lines.append(_verdict(report.findings))
    else:
        verified = ", ".join(count(number, noun) for noun, number in report.counts.items())
        accepted = sum(1 for finding in report.findings if finding.accepted)
        rest = f"; {count(accepted, 'warning')} accepted" if accepted else ""
        lines.append(f"{visible(report.path)}: sound: {verified}{rest}")
    return "\n".join(lines) + "\n"


def _line(finding: Finding) -> str:
    line = str(replace(finding, path=visible(finding.path)))
    return f"{line} (accepted: {visible(finding.accepted)})" if finding.accepted else line


def _verdict(findings: Iterable[Finding]) -> str:
    open_ = [finding.severity for finding in findings if not finding.accepted]
    parts = [count(open_.count(severity), severity.value) for severity in Severity if severity in open_]
    return f"found {', '.join(parts)}"


def as_json(report: Report | AuditReport) -> str:
    """An object with the path, `failed`, the counts of what was verified, and the findings."""
    findings = [
        {
            "path": finding.path,
            "line": finding.line,
            "column": finding.column,
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message,
            "detail": finding.detail,
            "subject": finding.subject,
            "accepted": finding.accepted,
            **_passage(finding),
        }
        for finding in report.findings
    ]
    told: dict[str, Any] = {"path": report.path, "failed": report.failed, "counts": dict(report.counts)}
    if isinstance(report, AuditReport):
        told["off"] = [{"source": off.source, "code": off.code, "why": off.why} for off in report.off]
    return _json({**told, "findings": findings})


def _passage(finding: Finding) -> dict[str, Any]:
    """What a finding in an article has beside its place: its passage in code points, and other places."""
    if not isinstance(finding, ArticleFinding):
        return {}
    return {
        "source": finding.source,
        "start": finding.span.start,
        "end": finding.span.end,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "suggestion": finding.suggestion,
        "related": [
            {
                "start": one.span.start,
                "end": one.span.end,
                "line": one.line,
                "column": one.column,
                "note": one.note,
            }
            for one in finding.related
        ],
    }


def sarif(report: Report | AuditReport) -> str:
    """A SARIF 2.1.0 log with one run; accepted findings are results with a suppression."""
    rules = [_rule(code.id, code.name, code.meaning, code.remedy) for code in codes.all_codes()]
    if isinstance(report, AuditReport):
        rules += [_rule(rule.code, rule.name, rule.page.meaning, rule.page.why) for rule in RULES]
    driver = {"name": "touratlas", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one) for one in report.findings],
    }
    return _json(
        {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    )


def _rule(code: str, name: str, meaning: str, help_text: str) -> dict[str, Any]:
    return {"id": code, "name": name, "shortDescription": {"text": meaning}, "help": {"text": help_text}}


def _result(finding: Finding) -> dict[str, Any]:
    message = f"{finding.message}\n{finding.detail}" if finding.detail else finding.message
    region = {"startLine": finding.line, "startColumn": finding.column}
    if isinstance(finding, ArticleFinding):
        region |= {"endLine": finding.end_line, "endColumn": finding.end_column}
    uri = quote(os.fsencode(PurePath(finding.path).as_posix()))  # a file's name may be no text
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _SARIF_LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
    }
    if isinstance(finding, ArticleFinding) and finding.related:
        result["relatedLocations"] = [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": {"startLine": one.line, "startColumn": one.column},
                },
                "message": {"text": one.note},
            }
            for one in finding.related
        ]
    if finding.accepted:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.accepted}]
    return result


def github(report: Report | AuditReport) -> str:
    """One workflow command a finding that isn't accepted."""
    lines = []
    for finding in report.findings:
        if finding.accepted:
            continue
        message = f"{finding.message}\n{finding.detail}" if finding.detail else finding.message
        file, title = _property(finding.path), _property(finding.code)
        place = f"file={file},line={finding.line},col={finding.column},title={title}"
        lines.append(f"::{_GITHUB_LEVELS[finding.severity]} {place}::{_escaped(message)}\n")
    return "".join(lines)


def _escaped(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Report | AuditReport], str]] = MappingProxyType(
    {"text": text, "json": as_json, "sarif": sarif, "github": github}
)
