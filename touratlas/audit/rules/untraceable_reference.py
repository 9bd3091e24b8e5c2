"""A107 reference without locator · warning

An entry of the reference list says nothing by which its document could be found: no address, no volume or page,
no date beside a publisher or a title. In footnotes, which may be remarks, it is a note.

Why it matters: a source that nobody can look up can't be checked. A statement in place of a source only says
again what the text says.

Found:

    The bridge was opened in May[1].

    References
    [1] The bridge was opened in May.

Not found:

    The bridge was opened in May[1]. People danced on it[2].

    References
    [1] City Works Office, “Opening of the bridge”, 4 May 2021.
    [2] The Morning Post, https://post.example/bridge

Ask: Try to find this source with what the entry tells you. What is missing?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.audit import entries
from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case


def find(case: Case) -> Iterator[Found]:
    """Each entry that names no document that could be looked up."""
    references = case.article.references
    if not case.article.numbers_in_use and not any(map(entries.is_traceable, references)):
        return  # a list under a heading such as “Notes” that nothing cites is perhaps none of references
    for reference in references:
        if reference.text and not entries.is_traceable(reference):
            message = "the reference names no publisher with a date, no pages and no address"
            named = reference.number is not None and not reference.number.isdecimal()
            footnote = case.article.markdown and (named or reference.number is not None)
            yield Found(reference.span, message, Severity.NOTE if footnote else None)


RULE = Rule("A107", "reference without locator", Severity.WARNING, find)
