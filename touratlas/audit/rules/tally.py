"""A605 number that its list doesn't have · note, English only

A sentence names a number of things and lists them behind a colon, and the list has more or fewer, however its commas
are read.

Why it matters: something was left out or added, or the number was never counted.

Found:

    Three firms bid for the work: Hollis, Brightwell Marine, Oster Dredging and Van Rees.

Not found:

    Three firms bid for the work: Hollis and Vane, Brightwell Marine and Oster Dredging.

Ask: Count them. What could explain the difference?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.audit import quantities
from touratlas.audit.case import Found
from touratlas.audit.quantities import Kind
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case

_MOST, _LONGEST_ITEM = 12, 6
_ADVERBIAL = re.compile(r"\b(?:at|by|in|after|for|before|within|over)\s$", re.IGNORECASE)


def find(case: Case) -> Iterator[Found]:
    """Each such list."""
    for sentence in case.prose:
        text = case.plain(sentence.span)
        head, colon, tail = text.partition(": ")
        if not colon:
            continue
        counts = [one for one in quantities.read(head) if one.kind is not Kind.YEAR]
        if len(counts) != 1 or not _counts_things(head, counts[0]):
            continue
        least, most = _items(tail)
        number = int(counts[0].value)
        if most and not least <= number <= most:
            listed = str(least) if least == most else f"{least} or {most}"
            span = case.article.sentences_in(sentence.span)[0].span
            yield Found(span, f"“{counts[0].of(head)}”, but {listed} are listed")


def _counts_things(head: str, one: quantities.Quantity) -> bool:
    if one.kind is not Kind.COUNT or not 2 <= one.value <= _MOST or one.value != int(one.value):
        return False
    before, after = head[: one.start], head[one.end :]
    plural = re.match(r"\s(?:[a-z-]+\s){0,2}?[a-z]+s\b", after)
    return plural is not None and len(before.split()) <= 4 and not _ADVERBIAL.search(before)


def _items(tail: str) -> tuple[int, int]:
    """How many items a list has at least and at most; 0 and 0 if it is none that can be counted."""
    tail = tail.rstrip('.!”" ')
    if re.search(r"[.:!?()“”\"–—]", tail) or ("," not in tail and " and " not in tail):
        return 0, 0
    sign = ";" if ";" in tail else ","
    parts = [part.strip() for part in tail.split(sign) if part.strip()]
    if any(len(part.split()) > 2 * _LONGEST_ITEM for part in parts):
        return 0, 0
    last = parts[-1]
    joined = len(re.findall(r"\band\b|&", last)) - last.startswith("and ")
    least = len(parts)
    most = least + len(re.findall(r"\b(?:and|or)\b", tail)) - last.startswith(("and ", "or "))
    if " and " in last and least > 1 and joined == 1 and not re.search(r"\band\b", tail[: tail.rfind(sign)]):
        least += 1  # the last comma and the last “and” part items; nothing else in the list is joined
    return least, most


RULE = Rule("A605", "number that its list doesn't have", Severity.NOTE, find, english=True)
