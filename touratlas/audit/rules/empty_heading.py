"""A501 heading without content · warning

A heading is followed by another of its own or a higher level, or by nothing. In plain text, where form alone tells no
level, it is a note.

Why it matters: something was announced and isn't there: deleted, forgotten, or left over from a web page's frame.

Found, in Markdown:

    # The bridge

    It stands.

    ## Plans

    ## Money

    It cost a lot.

Not found, in Markdown:

    # The bridge

    ## Plans

    ### The north pier

    It stands.

Ask: What would you expect under this heading?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.article import BlockKind
from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.article import Block
    from touratlas.audit.case import Case

_NOTHING = frozenset({BlockKind.STRAY})
_LONGEST = 80


def find(case: Case) -> Iterator[Found]:
    """Each heading with nothing under it; the title and what may be a byline are left alone."""
    blocks = [block for block in case.article.blocks if block.kind not in _NOTHING]
    plain = not case.article.markdown
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING or (plain and not _is_heading(case, number, block)):
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if following is None or (following.kind is BlockKind.HEADING and following.level <= block.level):
            behind = "nothing" if following is None else "another heading"
            yield Found(block.content, f"{behind} follows the heading", Severity.NOTE if plain else None)


def _is_heading(case: Case, number: int, block: Block) -> bool:
    """Whether a line of plain text is a heading rather than a byline, a signature or a line of a list."""
    text = block.content.of(case.article.text)
    dated = any(block.span.covers(mention.span) for mention in case.days)
    return number > 1 and len(text) <= _LONGEST and not dated and not text.lower().startswith("by ")


RULE = Rule("A501", "heading without content", Severity.WARNING, find)
