"""A601 change that doesn't follow · warning, English only

A sentence gives two numbers, the earlier and the later, and says by how much the one differs from the other; and it
doesn't. Rounding is allowed for, and more so behind “about”, “nearly” and the like.

Why it matters: readers remember “doubled” and forget the numbers. Anybody with a pencil can check it.

Found:

    Attendance is expected to double, from 14,000 visitors a year to 21,000.

Not found:

    Attendance rose by half, from 14,000 visitors a year to 21,000. Prices rose by 20 percent, from $10 to $12. The
    dough doubled, which takes from four to six hours.

Ask: Work it out: what is the change in percent? Which word would have been right?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit import quantities
from touratlas.audit.case import Found
from touratlas.audit.quantities import Kind
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case
    from touratlas.audit.quantities import Quantity

_ABOUT = r"(?P<about>about |almost |nearly |roughly |around |more than |over |some |less than |under )?"
_TIMES = {
    "doubl": 2.0, "twofold": 2.0, "tripl": 3.0, "trebl": 3.0, "threefold": 3.0, "quadrupl": 4.0, "fourfold": 4.0,
    "fivefold": 5.0, "tenfold": 10.0, "halv": 0.5,
}  # fmt: skip
_FACTOR = re.compile(
    rf"\b{_ABOUT}(?:a )?(?P<times>doubl|tripl|trebl|quadrupl|halv)(?:e|ed|es|ing)\b|"
    rf"\b{_ABOUT.replace('about>', 'about2>')}(?:a )?(?P<fold>twofold|threefold|fourfold|fivefold|tenfold)\b"
)
_UP = r"increase|rise|growth|jump|gain|surge|climb|rose|grew|risen|grown|increased|up|climbed|jumped|surged|gained"
_DOWN = (
    r"decrease|drop|fall|decline|cut|loss|fell|dropped|declined|decreased|fallen|down|shrank|shrunk|sank|lost"
)
_PERCENT = re.compile(
    rf"\b(?P<word>{_UP}|{_DOWN})\b(?: by| of)? {_ABOUT}(?P<value>\d+(?:\.\d+)?) ?(?:%|per ?cent\b)(?! points)|"
    rf"\b{_ABOUT.replace('about>', 'about2>')}(?P<value2>\d+(?:\.\d+)?)[ -]?(?:%|per ?cent) (?P<word2>{_UP}|{_DOWN})\b"
)
_FROM = re.compile(r"\bfrom (?:about |some |around )?$")
_TO = re.compile(r"^[^.;:,]{0,40}\bto (?:about |some |around |just )?$")
_AGAINST = re.compile(
    r",? (?:against|compared (?:with|to)|up from|down from|versus) (?:about |some |around |just )?$"
)
_RANGES = re.compile(
    r"\b(?:takes?|took|lasts?|lasted|ranges?|ranged|var(?:y|ies|ied)|needs?|costs?) from (?:about )?$"
)
_HINT = re.compile(r"doubl|tripl|trebl|quadrupl|halv|fold\b|%|per ?cent")
_EXACT, _ROUGH = 0.06, 0.25


def find(case: Case) -> Iterator[Found]:
    """Each sentence whose two numbers contradict the change that it tells."""
    for sentence in case.prose:
        text = sentence.span.of(case.article.text)
        told = _told(text)
        pair = _pair(text) if told else None
        if told is None or pair is None:
            continue
        span, ratio, rough = told
        old, new = pair
        real = new / old
        if abs(real - ratio) > (_ROUGH if rough else _EXACT) * max(ratio, 1.0):
            times = f"{real:.2g} times {_plain(old)} ({real * 100 - 100:+.0f}%)"
            message = f"“{span.of(text)}”, but {_plain(new)} is {times}"
            yield Found(Span(sentence.span.start + span.start, sentence.span.start + span.end), message)


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def _told(text: str) -> tuple[Span, float, bool] | None:
    """The change that a text tells, as a ratio, if it tells exactly one; and whether only roughly."""
    if not _HINT.search(text):
        return None
    found: list[tuple[Span, float, bool]] = []
    for match in _FACTOR.finditer(text):
        ratio = _TIMES[match["times"] or match["fold"]]
        found.append((Span(match.start(), match.end()), ratio, bool(match["about"] or match["about2"])))
    for match in _PERCENT.finditer(text):
        value = float(match["value"] or match["value2"])
        down = re.fullmatch(_DOWN, match["word"] or match["word2"]) is not None
        rough = bool(match["about"] or match["about2"])
        found.append((Span(match.start(), match.end()), 1 + (-value if down else value) / 100, rough))
    return found[0] if len(found) == 1 else None


def _pair(text: str) -> tuple[float, float] | None:
    """The earlier and the later number of a text, if it has exactly one such pair."""
    counts = [one for one in quantities.read(text) if one.kind in {Kind.COUNT, Kind.MONEY} and one.value]
    pairs = []
    for one in counts:
        for other in counts:
            if one.start < other.start and one.kind is other.kind:
                pairs += _ordered(text, one, other)
    return pairs[0] if len(set(pairs)) == 1 else None


def _ordered(text: str, one: Quantity, other: Quantity) -> list[tuple[float, float]]:
    between = text[one.end : other.start]
    if _RANGES.search(text[: one.start]):
        return []
    if _FROM.search(text[: one.start]) and _TO.search(between):
        return [(one.value, other.value)]
    if _AGAINST.search(between) and len(between) < 80:
        return [(other.value, one.value)]
    return []


RULE = Rule("A601", "change that doesn't follow", Severity.WARNING, find, english=True)
