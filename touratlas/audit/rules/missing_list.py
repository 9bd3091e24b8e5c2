"""A503 list announced and missing · warning, English only

“The following …:” ends a paragraph, and no list follows. Where a heading follows and a list under that, it is a note.

Why it matters: the very thing that the paragraph promises isn't there.

Found:

    Before then the board must answer the following questions:

    The next meeting is open to the public and begins at seven.

Not found:

    Before then the board must answer the following questions:

    - What will it cost?
    - Who will pay?

Ask: What was announced here? Can you find it anywhere else in the text?
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

_ANNOUNCES = re.compile(
    r"\b(?:the |these )?(?:following|these|listed below|as follows|below)\b[^.:?!]{0,60}:[*_]{0,2}$",
    re.IGNORECASE,
)
_LOOKED_AT = 120  # characters before the colon
_LISTS = frozenset({BlockKind.LIST_ITEM, BlockKind.OTHER, BlockKind.REFERENCE})


def find(case: Case) -> Iterator[Found]:
    """Each paragraph that announces a list which doesn't follow."""
    blocks = case.article.blocks
    for number, block in enumerate(blocks):
        if (
            block.kind is not BlockKind.PARAGRAPH
            or ":" not in case.article.text[block.content.end - 3 : block.content.end]
        ):
            continue
        match = _ANNOUNCES.search(case.plain(block.content)[-_LOOKED_AT:])
        if match is None:
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if following is not None and (following.kind in _LISTS or _is_quoted(case, number + 1)):
            continue
        sentence = case.article.sentences_in(block.content)[-1]
        heading = following is not None and following.kind is BlockKind.HEADING
        behind = blocks[number + 2] if heading and number + 2 < len(blocks) else None
        listed = behind is not None and behind.kind in _LISTS
        yield Found(sentence.span, f"no list follows “{match.group()}”", Severity.NOTE if listed else None)


def _is_quoted(case: Case, number: int) -> bool:
    """Whether a block, or the run of short blocks from it on, may be what was announced: a quotation, or lines."""
    blocks = case.article.blocks[number : number + 2]
    texts = [block.content.of(case.article.text) for block in blocks if block.kind is not BlockKind.HEADING]
    if blocks[0].kind is BlockKind.HEADING and not case.article.markdown and len(blocks) > 1:
        return blocks[1].kind is BlockKind.HEADING  # short lines without marks: a list without bullets
    return bool(texts) and texts[0][:1] in {"“", '"', "‘", "«", ">"}


RULE = Rule("A503", "list announced and missing", Severity.WARNING, find, english=True)
