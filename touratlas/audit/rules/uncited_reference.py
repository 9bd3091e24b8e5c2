"""A102 reference never cited · warning

An entry of the reference list is cited nowhere in the text.

Why it matters: either a statement has lost its citation, or the entry lends the article an authority that
nothing in it rests on.

Found:

    The bridge was opened in May[1].

    References
    [1] City Works Office, “Opening of the bridge”, 4 May 2021.
    [2] The Morning Post, “A bridge at last”, 5 May 2021.

Not found:

    The bridge was opened in May[1]. People danced on it[2].

    References
    [1] City Works Office, “Opening of the bridge”, 4 May 2021.
    [2] The Morning Post, “A bridge at last”, 5 May 2021.

Ask: Which entry of the list does nothing in the text point to? Why might an author list a source and not use it?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case


def find(case: Case) -> Iterator[Found]:
    """Each entry with a known label that no marker cites; nothing in a text that cites by no marker at all,
    where the list is one of further reading.
    """
    used = set(case.article.numbers_in_use)
    if not used:
        return
    for reference in case.article.references:
        if reference.label and reference.label not in used:
            message = f"nothing in the text cites the reference [{reference.label}]"
            yield Found(reference.span, message)


RULE = Rule("A102", "reference never cited", Severity.WARNING, find)
