"""A507 word written twice · warning, English only

A small word such as `the` or `and` stands twice in a row. Words that can follow themselves (`that that`, `had had`)
are left alone.

Why it matters: it is a slip, and the eye of whoever wrote it passes over it.

Found:

    Its stones were lifted one by one, and and the divers could work only at slack water.

Not found:

    She knew that that was wrong, and he had had enough of it. Duran Duran played on and on.

Ask: Read the sentence aloud. Why do we not see such a slip in what we wrote ourselves?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case

_WORDS = (
    "the|a|an|and|or|but|of|to|for|from|with|by|at|as|if|than|because|are|was|were|be|been|will|would|could|should|"
    "he|she|it|they|we|his|their|its|our|this|these|not|who|which"
)
_TWICE = re.compile(rf"\b(?P<word>{_WORDS})\s+(?P=word)\b(?![-’'])", re.IGNORECASE)


def find(case: Case) -> Iterator[Found]:
    """Each such pair in a sentence."""
    for sentence in case.prose:
        for match in _TWICE.finditer(case.article.text, sentence.span.start, sentence.span.end):
            word = match["word"]
            yield Found(Span(match.start(), match.end()), f"“{word}” stands twice", suggestion=word)


RULE = Rule("A507", "word written twice", Severity.WARNING, find, english=True)
