"""A103 gap in the numbering · note

The numbers that the text cites don't run through: some are neither cited nor in the list.

Why it matters: a number that is missing was probably there once. What it supported may still be in the text,
now without support or with that of another source.

Found:

    The bridge was opened in May[1]. It carries ten thousand cars a day[2]. Nobody was hurt[4].

    References
    [1] City Works Office, “Opening of the bridge”, 4 May 2021.
    [2] City Works Office, “Traffic in figures”, 2022.
    [4] The Morning Post, “A bridge at last”, 5 May 2021.

Not found:

    The bridge was opened in May[1]. It carries ten thousand cars a day[2]. Nobody was hurt[3].

    References
    [1] City Works Office, “Opening of the bridge”, 4 May 2021.
    [2] City Works Office, “Traffic in figures”, 2022.
    [3] The Morning Post, “A bridge at last”, 5 May 2021.

Ask: Which numbers are missing between the first and the last? What could have happened to them?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity
from touratlas.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case

_LEAST_USED = 3
_MOST_DIGITS = 4


def find(case: Case) -> Iterator[Found]:
    """One finding for the text, at its first marker, if numbers up to the greatest are nowhere."""
    article = case.article
    used = {int(label) for label in article.numbers_in_use if _is_number(label)}
    listed = {int(entry.label) for entry in article.references if _is_number(entry.label)}
    if len(used) < _LEAST_USED:
        return
    missing = [number for number in range(1, max(used | listed)) if number not in used | listed]
    if missing and len(missing) < len(used):  # a text that starts at [40] is an extract
        numbers = ", ".join(map(str, missing))
        message = f"{count(len(missing), 'number is', 'numbers are')} neither cited nor listed: {numbers}"
        yield Found(article.runs[0].span, message)


def _is_number(label: str) -> bool:
    """Whether a label counts; a footnote may be called by a long number that doesn't."""
    return label.isdecimal() and len(label) <= _MOST_DIGITS


RULE = Rule("A103", "gap in the numbering", Severity.NOTE, find)
