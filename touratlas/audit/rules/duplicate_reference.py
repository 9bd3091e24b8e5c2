"""A108 reference listed twice · warning

Two entries of the reference list are the same but for marks and blanks, or two bear the same number.

Why it matters: one source counted twice looks like two that agree. Of two entries with the same number nobody
knows which is meant.

Found:

    The bridge was opened in May[1]. People danced on it[2].

    References
    [1] The Morning Post, “A bridge at last”, 5 May 2021.
    [2] The Morning Post: A bridge at last. 5 May 2021

Not found:

    The bridge was opened in May[1]. People danced on it[2].

    References
    [1] The Morning Post, “A bridge at last”, 5 May 2021, p. 1.
    [2] The Morning Post, “A bridge at last”, 5 May 2021, p. 4.

Ask: How many different sources does the list name? How many does it seem to name?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.audit.case import Found, Related
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.article import Reference
    from touratlas.audit.case import Case


def find(case: Case) -> Iterator[Found]:
    """Each entry that repeats one before it."""
    texts: dict[str, Reference] = {}
    numbers: dict[str, Reference] = {}
    for reference in case.article.references:
        key = " ".join(re.findall(r"[^\W_]+", reference.text.casefold()))
        same = numbers.get(reference.number or "")
        if same is not None:
            message = f"two references bear the number {reference.number}"
            yield Found(reference.span, message, Severity.ERROR, related=(Related(same.span, "the first"),))
        elif key in texts and key:
            first = texts[key]
            message = "this reference says the same as one before it"
            yield Found(reference.span, message, related=(Related(first.span, "the first"),))
        texts.setdefault(key, reference)
        if reference.number:
            numbers.setdefault(reference.number, reference)


RULE = Rule("A108", "reference listed twice", Severity.WARNING, find)
