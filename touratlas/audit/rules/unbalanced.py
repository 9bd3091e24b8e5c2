"""A505 unbalanced bracket or quotation mark · warning

In a paragraph a bracket or a quotation mark opens and doesn't close, or closes what wasn't opened. A quotation that
goes on in the next paragraph, which opens it again, is sound.

Why it matters: one can't tell where somebody else's words end and the author's go on.

Found:

    “Nobody here has slept well for years, he said. The lock is finished.

Not found:

    “Nobody here has slept well for years,” he said (he is the mayor). a) The lock. b) The gate, 6" wide.

Ask: Who says which words here? Where would you put the missing mark?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.article import BlockKind, Span
from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.audit.rules.malformed_marker import BROKEN
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.article import Block
    from touratlas.audit.case import Case

_MARKS = re.compile(r"[()\[\]{}“”]")
_DEEPEST = 40  # levels of brackets that a mark is looked for in
_CLOSES = {")": "(", "]": "[", "}": "{", "”": "“"}
_OPENS = frozenset(_CLOSES.values())
_ENUMERATOR = re.compile(r"(?:^|[\s;,])(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\)")
_SMILEY = re.compile(r"[:;]['-]?[()\[\]]")
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def find(case: Case) -> Iterator[Found]:
    """The first mark of each paragraph or list item that has no partner."""
    blocks = [block for block in case.article.blocks if block.kind in _PROSE]
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        for at, mark in _lonely(case, block):
            continued = mark == "“" and following is not None and _starts_quoted(case, following)
            if not continued:
                where = "closes what wasn't opened" if mark in _CLOSES else "opens and doesn't close"
                yield Found(Span(at, at + 1), f"{mark} {where}")
                break


def _starts_quoted(case: Case, block: Block) -> bool:
    return block.content.of(case.article.text).lstrip()[:1] in {"“", '"'}


def _lonely(case: Case, block: Block) -> Iterator[tuple[int, str]]:
    """The marks of a block without a partner, in order."""
    text = block.content.of(case.article.text)
    marks = [(match.start(), match.group()) for match in _MARKS.finditer(text)]
    if not _unmatched(marks) and not _straight(text):
        return
    passed = bytearray(len(text))
    for start, end in _skipped(case, block, text):
        passed[start:end] = b"\1" * (end - start)
    marks = [(at, mark) for at, mark in marks if not passed[at]]
    lonely = [*_unmatched(marks), *_straight(text)]
    if "„" in text or "”" in text.partition("“")[0]:  # another language's way of quoting
        lonely = [(at, mark) for at, mark in lonely if mark not in "“”"]
    yield from ((block.content.start + at, mark) for at, mark in sorted(lonely))


def _unmatched(marks: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Those of the marks that have no partner; one that closes ends all that was opened inside."""
    stack: list[tuple[int, str]] = []
    lonely: list[tuple[int, str]] = []
    for at, mark in marks:
        if mark in _OPENS:
            stack.append((at, mark))
        elif any(opened == _CLOSES[mark] for _, opened in stack[-_DEEPEST:]):
            while stack[-1][1] != _CLOSES[mark]:
                lonely.append(stack.pop())
            stack.pop()
        else:
            lonely.append((at, mark))
    return lonely + stack


def _skipped(case: Case, block: Block, text: str) -> list[tuple[int, int]]:
    """What of a block holds no brackets of prose: markers, broken ones too, markup, code, enumerators, smileys."""
    start = block.content.start
    skipped = [match.span() for pattern in (_SMILEY, BROKEN) for match in pattern.finditer(text)]
    # An enumerator with its own opening bracket is balanced: only a lone `a)` is passed over.
    skipped += [match.span() for match in _ENUMERATOR.finditer(text) if "(" not in match.group()]
    spans = [run.span for run in case.article.runs_in(block.content)]
    spans += [*case.hidden_in(block.content), *case.code_in(block.content)]
    spans = [span for span in spans if block.content.covers(span)]
    return skipped + [(span.start - start, span.end - start) for span in spans]


def _straight(text: str) -> list[tuple[int, str]]:
    """The last straight quotation mark, if their number is odd; inches and seconds don't count."""
    marks = [match.start() for match in re.finditer(r"(?<!\d)\"", text)]
    return [(marks[-1], '"')] if len(marks) % 2 else []


RULE = Rule("A505", "unbalanced bracket or quotation mark", Severity.WARNING, find)
