"""A502 question without answer · warning

In a list of questions and answers a question is followed by another question, a heading, or nothing. Lists that are
meant to be only questions (for discussion, for review) are left alone.

Why it matters: who came for this answer goes away without one.

Found:

    The bridge

    It stands.

    FAQ

    How long is it?

    How high is it?

    It is forty metres high.

Not found:

    The bridge

    It stands.

    FAQ

    How long is it?

    It is a mile long.

    Questions for discussion

    Is it beautiful?

    Would you cross it?

Ask: Can you answer it from the rest of the text?
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from touratlas.article import BlockKind
from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.article import Block
    from touratlas.audit.case import Case

_FAQ = re.compile(
    r"\b(?:FAQs?|frequently asked|questions? and answers?|Q\s?&\s?A|common questions|questions (?:that )?\w+ ask)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:discuss\w*|review|reflection|exercises?|quiz|think|research|study|test yourself|for the class|"
    r"open questions)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[?？؟][\"'”’»)\]*_\s]*$")
_LEAST_ASKED = 3  # questions in a section that isn't called one of questions
_ANSWERS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.OTHER})


def find(case: Case) -> Iterator[Found]:
    """Each question of a section of questions that has no answer."""
    for section in case.article.sections:
        title = " ".join(case.plain(heading.content) for heading in section.path)
        blocks = case.blocks_in(section.span)
        asked = [block for block in blocks if _is_question(case, block)]
        if _MEANT.search(title) or not (_FAQ.search(title) or len(asked) >= _LEAST_ASKED):
            continue
        if not _FAQ.search(title) and not _alternate(case, blocks):
            continue
        for number, block in enumerate(blocks):
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            answered = (
                following is not None and following.kind in _ANSWERS and not _is_question(case, following)
            )
            if _is_question(case, block) and not answered:
                yield Found(block.content, "no answer follows the question")


def _is_question(case: Case, block: Block) -> bool:
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING}:
        return False
    sentences = case.article.sentences_in(block.content)
    return len(sentences) == 1 and _QUESTION.search(block.content.of(case.article.text)) is not None


def _alternate(case: Case, blocks: Sequence[Block]) -> bool:
    """Whether some question of the section is answered, so that answers are meant to be there."""
    asked = [_is_question(case, block) for block in blocks]
    answered = any(one and not other for one, other in pairwise(asked))
    return answered and sum(asked) * 3 >= len(blocks)


RULE = Rule("A502", "question without answer", Severity.WARNING, find)
