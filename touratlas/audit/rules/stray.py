"""A504 stray token · warning

A line holds nothing but a token that is no word: a random name, a file's name, a bare marker.

Why it matters: it is left over from the machine that made the page, and shows that nobody read the end result.

Found:

    The bridge stands.

    x09o47

Not found:

    The bridge stands.

    ***

    It is long.

Ask: Where might this come from? What does it tell you about how the text was made?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.article import BlockKind
from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case

_FILE = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|mp[34]|html?|txt)", re.IGNORECASE
)
_TEMPLATE = re.compile(r"\{\{.*\}\}|<%.*%>|\[/?\w+\]|%[A-Z_]+%")


def find(case: Case) -> Iterator[Found]:
    """Each block that is such a token and no separator."""
    for block in case.article.blocks:
        text = case.plain(block.content) or block.content.of(case.article.text).strip()
        stray = block.kind is BlockKind.STRAY and any(map(str.isalnum, text))
        if stray or _FILE.fullmatch(text) or _TEMPLATE.fullmatch(text):
            yield Found(block.content, f"{text} is no prose")


RULE = Rule("A504", "stray token", Severity.WARNING, find)
