"""A206 quotation that differs from its reference · warning, English only

The reference cited has nearly the words of a quotation, but not quite. Capitals, marks and an ellipsis don't count.

Why it matters: quotation marks promise somebody's own words. Who changes them puts words into somebody's mouth.

Found:

    “We have promised far too much and we are sorry for it,” the mayor said[1].

    References
    [1] The Morning Post, 5 May 2021: “We promised too much and we are very sorry for it,” the mayor said.

Not found:

    “We promised too much … sorry for it,” the mayor said[1].

    References
    [1] The Morning Post, 5 May 2021: “We promised too much and we are very sorry for it,” the mayor said.

Ask: Compare the two wordings. Does the change alter what was said?
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit.case import Found, Related
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.article import Reference
    from touratlas.audit.case import Case
    from touratlas.audit.clauses import Clause

_QUOTATION = re.compile(r"“(?P<a>[^“”]+)”|\"(?P<b>[^\"]+)\"|‘(?P<c>[^‘]{20,}?)’(?![^\W_])")
_ELLIPSIS = re.compile(r"\[?(?:…|\.\.\.|\. \. \.)\]?")
_LEAST_WORDS, _MOST_WORDS = 5, 200
_LEAST_RATIO = 0.6


def find(case: Case) -> Iterator[Found]:
    """Each quotation of five words or more in a sentence whose direct reference has it in other words."""
    for clause in case.clauses:
        cited = [entry for label in clause.run.numbers if (entry := case.article.reference(label))]
        if cited:
            yield from _differing(case, clause, cited)


def _differing(case: Case, clause: Clause, cited: Sequence[Reference]) -> Iterator[Found]:
    raw = clause.span.of(case.article.text)
    for match in _QUOTATION.finditer(raw):
        said = match["a"] or match["b"] or match["c"]
        if len(_words(said)) < _LEAST_WORDS or any(_has(entry.text, said) for entry in cited):
            continue
        for entry in cited:
            nearest = _nearest(_words(entry.text)[:_MOST_WORDS], _words(said)[:_MOST_WORDS])
            if nearest:
                span = Span(clause.span.start + match.start(), clause.span.start + match.end())
                message = f"the quotation isn't word for word what [{entry.label}] has: “{nearest}”"
                yield Found(span, message, related=(Related(entry.span, f"[{entry.label}]"),))
                break


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)?", text.casefold().replace("’", "'"))


def _has(entry: str, said: str) -> bool:
    known = f" {' '.join(_words(entry))} "
    pieces = [" ".join(_words(piece)) for piece in _ELLIPSIS.split(said)]
    return all(f" {piece} " in known for piece in pieces if piece)


def _nearest(entry: Sequence[str], said: Sequence[str]) -> str:
    """The words of the entry that come nearest, if near enough that they are meant."""
    matcher = SequenceMatcher(None, entry, said, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return ""
    first, last = blocks[0], blocks[-1]
    shared = sum(block.size for block in blocks)
    passage = entry[first.a : last.a + last.size]
    near = 2 * shared / (len(passage) + len(said)) >= _LEAST_RATIO
    return " ".join(passage) if near else ""


RULE = Rule("A206", "quotation that differs from its reference", Severity.WARNING, find, english=True)
