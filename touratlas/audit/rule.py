"""A rule of the audit, and its page: the docstring of its module.

The docstring's first line is `A101 name of the rule · severity`, with `, English only` behind it where the
rule needs English. What follows: what it means; `Why it matters:`; an example under `Found:` and one under
`Not found:`, indented (`Found, in Markdown:` where it is Markdown); and after `Ask:` a question for a class.
"""

from __future__ import annotations

import re
import sys
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from touratlas.audit.case import Finder
    from touratlas.finding import Severity

_PAGE = re.compile(
    r"(?P<code>A\d{3}) (?P<name>[^·\n]+) · (?P<severity>error|warning|note)(?P<english>, English only)?\n\n"
    r"(?P<meaning>.+?)\n\nWhy it matters: (?P<why>.+?)\n\n"
    r"Found(?P<found_md>, in Markdown)?:\n\n(?P<found>.+?)\n\n"
    r"Not found(?P<not_md>, in Markdown)?:\n\n(?P<not>.+?)\n\n"
    r"Ask: (?P<ask>.+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must find something in, or must not."""

    text: str
    markdown: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule says of itself: its meaning, why it matters, the two examples, a question for a class."""

    meaning: str
    why: str
    found: Example
    not_found: Example
    ask: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, which never changes its meaning, its name, its severity, and the function that
    finds.

    `english` says that it needs English and is silent on other languages.
    """

    code: str
    name: str
    severity: Severity
    find: Finder
    english: bool = False

    @property
    def page(self) -> Page:
        """The rule's page. ValueError if its module's docstring hasn't the form of one."""
        match = _PAGE.fullmatch((sys.modules[self.find.__module__].__doc__ or "").strip())
        if match is None:
            raise ValueError(f"the docstring of {self.find.__module__} is no rule's page")
        said = (match["code"], match["name"], match["severity"], bool(match["english"]))
        if said != (self.code, self.name, self.severity.value, self.english):
            raise ValueError(f"the docstring of {self.find.__module__} tells of another rule: {said}")
        return Page(
            _joined(match["meaning"]),
            _joined(match["why"]),
            Example(_dedented(match["found"]), bool(match["found_md"])),
            Example(_dedented(match["not"]), bool(match["not_md"])),
            _joined(match["ask"]),
        )


def _joined(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _dedented(text: str) -> str:
    return textwrap.dedent(text) + "\n"
