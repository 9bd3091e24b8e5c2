"""The pages of the rules as one Markdown document: `docs/rules.md`, written by `python -m touratlas.audit.pages`."""

from __future__ import annotations

from touratlas.audit.rules import RULES

FAMILIES = {
    "A1": ("Citations", "Markers, references, and how they fit together."),
    "A2": ("Support", "Whether what is cited says what it is cited for."),
    "A3": ("Calendar", "Days, years, and what can't be."),
    "A4": ("Consistency", "The text against itself."),
    "A5": ("Structure", "What was announced, left open or left over."),
    "A6": ("Arithmetic", "What anybody can work out."),
}
_HEAD = """# Rules of the audit

What `touratlas audit` can find in an article, by code. Generated from the rules in `touratlas/audit/rules/` by
`python -m touratlas.audit.pages`; both examples of each rule are tests.

An *error* is certain. A *warning* is probably right. A *note* is worth a look. The severity follows how certain a
finding is: where a rule is less sure in a case, it says a lower one. Rules that need English are silent on articles in
other languages. Author–year citations, `(Smith 2020)`, are not read. Only a *direct* citation counts as support: the
marker that stands directly behind the words.

A rule can be left out by `--ignore`, or for an article in its tour file; a finding can be accepted there. Both need a
reason: see [the tour file](tour-file.md#the-audit-of-an-article).
"""


def catalogue() -> str:
    """The document."""
    parts = [_HEAD]
    family = ""
    for rule in RULES:
        if rule.code[:2] != family:
            family = rule.code[:2]
            title, meaning = FAMILIES[family]
            parts.append(f"\n## {title}\n\n{meaning}\n")
        page = rule.page
        language = " English only." if rule.english else ""
        parts.append(
            f"\n### {rule.code} {rule.name}\n\n*{rule.severity.capitalize()}.*{language} {page.meaning}\n\n"
            f"**Why it matters.** {page.why}\n\n"
            f"Found:\n\n{_fenced(page.found.text, markdown=page.found.markdown)}\n"
            f"Not found:\n\n{_fenced(page.not_found.text, markdown=page.not_found.markdown)}\n"
            f"**To ask.** {page.ask}\n"
        )
    return "".join(parts)


def _fenced(text: str, *, markdown: bool) -> str:
    return f"```{'markdown' if markdown else 'text'}\n{text}```\n"


if __name__ == "__main__":
    from pathlib import Path

    docs = (
        Path(__file__).resolve().parent.parent.parent / "docs"
    )  # of the checkout, whatever the working folder is
    (docs / "rules.md").write_text(catalogue(), encoding="utf-8", newline="\n")
