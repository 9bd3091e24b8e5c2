"""A508 note to the desk · warning

Something stands in the text that was meant to be replaced before it was published: `[TK]`, `TODO`, `XXX`, `lorem
ipsum`, `[citation needed]`, `[insert name]`.

Why it matters: what should stand there was never found out, or was and is missing.

Found:

    According to the auditors, nobody had been told to add it up [TK: check with the treasurer].

Not found:

    According to the auditors, “nobody [on the board] had been told” to add it up [sic].

Ask: What was still to be done here? Who should have noticed?
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

_NOTE = re.compile(
    r"\[(?:TK|TBC|TBD|TODO|FIXME|CHECK|XXX?)\b[^\]\n]{0,80}\]|\bTK(?:TK)+\b|\b(?:TODO|FIXME):|\bXXXX*\b|"
    r"\[(?:citation needed|source\?|clarification needed|who\?|when\?)\]|"
    r"\[(?i:insert|add|your|enter|name of)\s[^\]\n]{1,60}\]|(?i:\blorem ipsum\b)|"
    r"(?i:\bas an AI (?:language )?model\b)"
)


def find(case: Case) -> Iterator[Found]:
    """Each such note, outside code."""
    article = case.article
    for block in article.blocks:
        if block.kind is not BlockKind.OTHER:
            for match in _NOTE.finditer(article.text, block.content.start, block.content.end):
                yield Found(Span(match.start(), match.end()), f"{match.group()} was meant to be replaced")


RULE = Rule("A508", "note to the desk", Severity.WARNING, find)
