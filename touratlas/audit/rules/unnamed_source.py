"""A207 unnamed authority · note, English only

Experts, analysts, critics or a study are said to think, warn or show something, and the sentence neither names nor
cites any.

Why it matters: an authority without a name can't be asked. Often it is the author's own opinion.

Found:

    Experts warn that the bridge will not last.

Not found:

    Experts such as Ada Brill, an engineer, warn that the bridge will not last[1].

    References
    [1] The Morning Post, “A bridge at last”, 5 May 2021.

Ask: Who are they? How many would you have to ask before you could write “experts”?
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

_WHO = r"experts|analysts|observers|critics|researchers|scientists|economists|commentators|historians|scholars|insiders"
_WHAT = (
    r"(?:(?:a|one|the)\s)(?:\w+\s){0,2}(?:study|survey|report|poll)|"
    r"(?:recent |new |several |many )?(?:studies|surveys|polls)"
)
_DOES = (
    r"says?|said|warn(?:s|ed)?|caution(?:s|ed)?|predict(?:s|ed)?|expect(?:s|ed)?|believ(?:es?|ed)|think|thought|argue[sd]?|"
    r"suggest(?:s|ed)?|show(?:s|ed)?|indicate[sd]?|illustrate[sd]?|agree[sd]?|claim(?:s|ed)?|fear(?:s|ed)?|note[sd]?|find|found|finds"
)
_AUTHORITY = re.compile(
    rf"\b(?:(?P<who>{_WHO})|(?P<what>{_WHAT}))\b(?P<between>(?:[^.,;:“”\"]|\.(?=\w)|(?<=\b[A-Z])\.){{0,60}}?)\b(?:{_DOES})\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[A-Z][\w’'-]+\s[A-Z]|\bat the [A-Z]|\b(?:from|by|of) (?:the )?[A-Z][\w’'-]+")
_ACCORDING = re.compile(
    rf"\baccording to (?:many |some |most )?(?:{_WHO}|recent studies|studies)\b(?!\s(?:at|from|of|such|like)\b)",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Found]:
    """Each authority without a name in a sentence without a marker."""
    for sentence in case.prose:
        if case.article.runs_in(sentence.span):
            continue
        text = sentence.span.of(case.article.text)
        for match in (_AUTHORITY.search(text), _ACCORDING.search(text)):
            if match is not None and not _is_named(match, text):
                span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                yield Found(span, f"“{match.group()}”: nobody is named, and nothing cited")
                break


def _is_named(match: re.Match[str], text: str) -> bool:
    """Whether the sentence tells who it is: a name between the authority and its verb, or a study's subject."""
    between = match.groupdict().get("between") or ""
    before = text[: match.start()]
    if re.search(
        r"\b(?:these|those|whose|its|their|the)\s$", before, re.IGNORECASE
    ) and match.groupdict().get("who"):
        return True
    year = match.groupdict().get("what") and re.search(
        r"\b(?:19|20)\d\d (?:study|survey|report|poll)", match.group()
    )
    return bool(year) or (_NAMED.search(between) is not None and "such as" in between)


RULE = Rule("A207", "unnamed authority", Severity.NOTE, find, english=True)
