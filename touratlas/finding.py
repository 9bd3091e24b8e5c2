"""A finding: one thing that is wrong with a file, as a value that can be compared, sorted and printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is. An error makes a tour unusable; a warning can be accepted with a note in the
    file.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One result of a check or an audit rule.

    `path` is the file as the user named it, `line` and `column` count from 1 in Unicode code points, `code`
    is an entry of :mod:`touratlas.codes`, `message` one line of plain text (control characters are already
    made visible), `detail` further lines (a difference, the places of two occurrences), `subject` the id of
    the thing it is about, by which a warning can be accepted in the tour file, and `accepted` the curator's
    reason if it was.
    """

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    detail: str = ""
    subject: str = ""
    accepted: str = ""

    def __str__(self) -> str:
        """`file:line:column: CODE message`, and the detail indented below it."""
        head = f"{self.path}:{self.line}:{self.column}: {self.code} {self.message}"
        if not self.detail:
            return head
        return head + "".join(f"\n    {line}" for line in self.detail.splitlines())
