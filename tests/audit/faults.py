"""Answer lists and what the audit makes of them: which faults are found, and which findings are of a fault.

A finding is of a fault if its passage, or a place related to it, touches the words of the fault or a place that
belongs to it, and if its rule is one for faults of that kind. The table of kinds was written after the answer
lists, together with the rules; a kind without a code is one that no rule knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.audit.auditing import audited
from touratlas.article import Span
from touratlas.audit import ArticleFinding

HERE = Path(__file__).parent
PLANTED = HERE / "planted"
SEED = HERE.parent.parent / "seeds" / "000_7fb300919e382399.txt"

CODES: dict[str, set[str]] = {
    "number-order": {"A104"},
    "number-gap": {"A103"},
    "unsupported": {"A201"},
    "number-unsupported": {"A203"},
    "wrong-reference": {"A202", "A201"},
    "number-differs": {"A204"},
    "uncited-specific": {"A205"},
    "unnamed-source": {"A207"},
    "quotation": {"A206"},
    "weekday": {"A301"},
    "weekday-elsewhere": {"A302"},
    "impossible-date": {"A303"},
    "year-tense": {"A304"},
    "reversed-range": {"A305"},
    "name": {"A401", "A402"},
    "repetition": {"A403"},
    "done-and-planned": {"A404"},
    "empty-heading": {"A501"},
    "unanswered": {"A502"},
    "missing-list": {"A503"},
    "stray": {"A504"},
    "unclosed": {"A505"},
    "encoding": {"A506"},
    "unnumbered-list": {"A105"},
    "no-locator": {"A107"},
    "missing-reference": {"A101"},
    "uncited-reference": {"A102"},
    "duplicate-reference": {"A108", "A102"},
    "malformed-marker": {"A106"},
    "doubled-word": {"A507"},
    "placeholder": {"A508"},
    "percentage": {"A601", "A204"},
    "unit": {"A602"},
    "sum": {"A603"},
    "age": {"A604"},
    "count": {"A605"},
}
ABOUT_THE_WHOLE = {"number-order", "number-gap"}  # these stand nowhere in particular


@dataclass(frozen=True)
class Fault:
    """An entry of an answer list, with the places in the text that it is about."""

    line: int
    words: str
    kind: str
    rule: str
    places: tuple[Span, ...]

    def is_told_by(self, finding: ArticleFinding) -> bool:
        """Whether a finding is of this fault."""
        if finding.code not in CODES.get(self.kind, set()):
            return False
        if self.kind in ABOUT_THE_WHOLE:
            return finding.line == self.line
        spans = [finding.span, *(related.span for related in finding.related)]
        return any(span.overlaps(place) for span in spans for place in self.places[:1]) or any(
            finding.span.overlaps(place) for place in self.places
        )


def read_faults(entries: list[dict[str, Any]], text: str) -> list[Fault]:
    """The entries of an answer list, found in their text."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    faults = []
    for entry in entries:
        places = []
        for line, words in [(entry["line"], entry["words"]), *entry.get("also", {}).items()]:
            at = text.index(words, starts[line - 1])
            assert at < starts[line], f"line {line} has no “{words}”"
            places.append(Span(at, at + len(words)))
        faults.append(
            Fault(entry["line"], entry["words"], entry["kind"], entry.get("rule", ""), tuple(places))
        )
    return faults


def seed_faults() -> list[Fault]:
    """What is wrong with the article."""
    entries = yaml.safe_load((HERE / "faults_seed.yaml").read_text("utf-8"))
    return read_faults(entries, SEED.read_text("utf-8"))


def planted(name: str) -> tuple[list[Fault], tuple[ArticleFinding, ...]]:
    """The faults of a planted article, and what the audit finds in it."""
    text = (PLANTED / name).read_text("utf-8")
    entries = yaml.safe_load((PLANTED / "faults.yaml").read_text("utf-8"))[name]
    return read_faults(entries, text), audited(text, markdown=name.endswith(".md"))


def report(name: str) -> str:
    """Recall and precision on a planted article, in Markdown, with what was missed and what was wrongly told."""
    faults, findings = planted(name)
    found = [fault for fault in faults if any(fault.is_told_by(one) for one in findings)]
    right = [one for one in findings if any(fault.is_told_by(one) for fault in faults)]
    lines = [f"### {name}", "", f"- recall: {len(found)} of {len(faults)} faults"]
    for severity in ("error", "warning", "note"):
        mine = [one for one in findings if one.severity == severity]
        good = [one for one in mine if one in right]
        lines.append(f"- precision, {severity}s: {len(good)} of {len(mine)} findings")
    lines.append(f"- precision, all: {len(right)} of {len(findings)} findings")
    lines += ["", "Missed:", ""]
    lines += [f"- line {fault.line}, {fault.kind}: {fault.words}" for fault in faults if fault not in found]
    lines += ["", "Told and not in the list:", ""]
    lines += [
        f"- {one.line}:{one.column} {one.severity} {one.code} {one.message}"
        for one in findings
        if one not in right
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for article in ("barrier.txt", "observatory.md"):
        print(report(article))  # noqa: T201 - the table of RESULTS.md
