"""A106 malformed marker · warning

Something that was meant as a citation can't be read as one: a bracket doesn't close, or holds more than a number.

Why it matters: the statement looks as if it had a source, and the way to it is broken.

Found:

    The bridge was opened in May[1. It carries ten thousand cars a day[2].

    References
    [1] City Works Office, “Opening of the bridge”, 4 May 2021.
    [2] City Works Office, “Traffic in figures”, 2022.

Not found:

    The bridge was opened in May[1]. “It [the bridge] carries ten thousand cars [sic]”[2].

    References
    [1] City Works Office, “Opening of the bridge”, 4 May 2021.
    [2] City Works Office, “Traffic in figures”, 2022.

Ask: Which reference was meant here? What would you have to do to be sure?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.article import BlockKind, Span
from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case

BROKEN = re.compile(
    r"(?<!\[)\[\^?\d{1,3}(?=[.,;:!?]?(?:\s|$))(?![^\[\]\n]{0,12}[\])])"  # [8 that never closes
    r"|(?<=[^\W\d_.,”’\"])\[\^[^\]\[\s^]{1,40}?(?=[.,;:!?]*(?:\s|$))(?!\])"  # [^name that never closes
    r"|(?<=[^\W\d_.,”’\"])\d{1,3}\](?=[.,;:!?\s]|$)(?<!\[\d\])(?<!\[\d\d\])"  # word8]
    r"|\[\[\d{1,3}\]?\]?(?!\()|\[\d{1,3}\)|\(\d{1,3}\]"  # [[8]], [8), (8]
    r"|\[\s?\d{1,3}[a-z]\s?\]|\[0\]|\[\d{1,3}\.\d{1,3}\]"  # [8a], [0], [1.2]
    r"|\[\^\s[^\]\[\n]{1,40}\]|\[\^\](?!\()"  # [^ name], [^]
)
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})


def find(case: Case) -> Iterator[Found]:
    """Each broken marker in the prose of an article that cites by markers, or whose list bears numbers."""
    article = case.article
    if not article.runs and not article.references:
        return
    for block in article.blocks:
        if block.kind not in _KINDS:
            continue
        for match in BROKEN.finditer(article.text, block.content.start, block.content.end):
            span = Span(match.start(), match.end())
            message = f"{match.group()} looks like a citation and can't be read as one"
            yield Found(span, message, suggestion=_meant(match.group()))


def _meant(text: str) -> str:
    number = re.search(r"\d{1,3}", text)
    return f"[{int(number.group())}]?" if number and "^" not in text and int(number.group()) else ""


RULE = Rule("A106", "malformed marker", Severity.WARNING, find)
