"""A tour with payloads in every free text, and what of it must come back unchanged from every format."""

from __future__ import annotations

from pathlib import Path

from tests.browser.test_hostile_text import PAYLOADS, write_poisoned
from tests.views.tours import rewritten
from touratlas.check import Atlas, open_tour

# What the payloads of the browser tests lack: lines, controls that XML and calendars know, formulas of spreadsheets.
NASTY = (
    "\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:pwned",
    '=HYPERLINK("https://example.org","x")',
    "]]><x/>",
    "&lt;b&gt; &amp; &#0;",
    "a;b,c\\n\\;\"'",
    "\u00a0\u200d\U0001f1e6 \\u0000 %0A\t'",
)

__all__ = ["NASTY", "PAYLOADS", "nasty", "poisoned"]


def poisoned(folder: Path) -> Atlas:
    """The invented tour with a payload of the browser tests in every free text."""
    write_poisoned(folder)
    return open_tour(folder / "hostile.yaml")


def nasty(folder: Path) -> Atlas:
    """The invented tour with texts that formats could stumble over, in front of every free text where that fits."""
    return rewritten(folder, lambda key, text: f"{NASTY[len(text) % len(NASTY)]} {text[:60]}"[:110])
