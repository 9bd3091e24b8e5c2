"""Dates in English prose, in all usual spellings, with the weekday that stands beside them.

Known: `Sunday, October 25, 2025`, `Sunday (October 25, 2025)`, `Sun., Oct. 25`, `Sunday the 25th of October
2025`, `25 October 2025, a Sunday`, `October 25, 2025 (Sunday)`, `2025-10-25`, `25/10/2025`. Of numbers with
slashes or dots both readings are kept, day first and month first.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from touratlas.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|"
    r"Sun(?:day)?)\b"
)
_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?<![\d.,/:–-])\d{1,2}(?:st|nd|rd|th)?(?![\d/%]|[.,:]\d|-\d)"
_YEAR = r"[12]\d{3}(?![\d,]\d|%)\b"
_DATE = (
    rf"(?:(?P<mdy_m>{_MONTH})\s(?:the\s)?(?P<mdy_d>{_DAY})(?:(?:,\s?|\s)(?P<mdy_y>{_YEAR}))?"
    rf"|(?P<dmy_d>{_DAY})\s(?:of\s)?(?P<dmy_m>{_MONTH})(?:(?:,\s|\s)(?P<dmy_y>{_YEAR}))?"
    r"|(?<![\d/-])(?P<iso_y>[12]\d{3})-(?P<iso_m>\d{2})-(?P<iso_d>\d{2})(?![\d-])"
    r"|(?<![\d/.-])(?P<num_a>\d{1,2})(?P<num_sign>[/.])(?P<num_b>\d{1,2})(?P=num_sign)(?P<num_y>[12]\d{3})(?![\d/]))"
)
_BEFORE = rf"(?P<before>{WEEKDAY})\.?,?\s?(?:the\s|on\s)?\(?"
_BEHIND = (
    rf"(?:,?\s\((?P<paren>{WEEKDAY})\.?\)|,?\s(?:was|is|fell\son|which\swas)?\s?an?\s(?P<said>{WEEKDAY})|"
    rf",\s(?P<bare>{WEEKDAY})(?=[,.;)]))"
)
_MENTION = re.compile(rf"(?:\b{_BEFORE})?\b{_DATE}\)?(?:{_BEHIND})?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a text: its place, its parts (None where not said), and the weekday beside it, from 0 for
    Monday.

    `other` is the reading with day and month exchanged, where numbers leave both open. `written` is without
    the weekday. `bare` says that it is a month and a number and no more, which may be no date (`in May 40
    ships`).
    """

    span: Span
    written: str
    year: int | None
    month: int
    day: int
    weekday: int | None
    other: tuple[int, int] | None = None
    bare: bool = False

    def dates(self, year: int | None = None) -> list[date]:
        """The days that it may mean, in `year` if it says none; empty if there is no such day or no year."""
        year = self.year or year
        readings = [(self.month, self.day), *([self.other] if self.other else [])]
        return [date(year, month, day) for month, day in readings if year and _exists(year, month, day)]

    @property
    def possible(self) -> bool:
        """Whether there is such a day, in some year if none is said."""
        readings = [(self.month, self.day), *([self.other] if self.other else [])]
        return any(_exists(self.year or 2000, month, day) for month, day in readings)


def weekday_number(name: str) -> int:
    """The number of a weekday's name or abbreviation, from 0 for Monday."""
    return next(number for number, day in enumerate(WEEKDAYS) if day.startswith(name[:3]))


def read(text: str) -> Iterator[Mention]:
    """Every date of a text, in order."""
    for match in _MENTION.finditer(text):
        month, day, year, other = _parts(match)
        named = match["before"] or match["paren"] or match["said"] or match["bare"]
        plain = bool(match["mdy_m"]) and not (year or named or match["mdy_d"][-1].isalpha())
        first = next(match.start(name) for name in ("mdy_m", "dmy_d", "iso_y", "num_a") if match[name])
        last = max(
            match.end(name) for name in ("mdy_d", "mdy_y", "dmy_m", "dmy_y", "iso_d", "num_y") if match[name]
        )
        yield Mention(
            Span(match.start(), match.end()),
            text[first:last],
            year,
            month,
            day,
            weekday_number(named) if named else None,
            other,
            plain,
        )


def _parts(match: re.Match[str]) -> tuple[int, int, int | None, tuple[int, int] | None]:
    if match["iso_y"]:
        return int(match["iso_m"]), int(match["iso_d"]), int(match["iso_y"]), None
    if match["num_y"]:
        first, second = int(match["num_a"]), int(match["num_b"])
        return second, first, int(match["num_y"]), (first, second)
    kind = "mdy" if match["mdy_m"] else "dmy"
    year = match[f"{kind}_y"]
    day = int(re.sub(r"\D", "", match[f"{kind}_d"]))
    return month_number(match[f"{kind}_m"]), day, int(year) if year else None, None


def month_number(name: str) -> int:
    """The number of a month's name or abbreviation, from 1."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
