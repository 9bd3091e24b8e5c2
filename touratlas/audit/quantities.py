"""Numbers in English text, with what they count: money, percentages, years, dates, and other quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from touratlas.audit import days, terms

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty
"""
SMALL = {word: number for number, word in enumerate(_WORDS.split())}
"""Numbers that are written in words."""
SMALL |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "mn": 1e6,
}
_UNITS = {
    "m": "metre", "km": "kilometre", "cm": "centimetre", "kg": "kilogram", "ft": "foot", "feet": "foot", "mi": "mile",
    "lb": "pound", "lbs": "pound", "meter": "metre", "kilometer": "kilometre", "centimeter": "centimetre",
}  # fmt: skip
_QUANTITY = re.compile(
    rf"(?P<sign>(?:US|A|C|HK)?[$£€¥]\s?)?"
    rf"(?<![\w.,-])(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{'|'.join(SMALL)})\b(?:-(?:{'|'.join(list(SMALL)[1:10])})\b)?)"
    rf"(?![\d/:]|[.,]\d)(?:st|nd|rd|th)?(?:[\s-](?P<scale>{'|'.join(_SCALES)})s?\b)?"
    r"(?:\s?(?P<percent>%|per\s?cent(?:age\spoints?)?\b|pc\b)|[\s-](?P<unit>[^\W\d_]{1,20}))?",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"\b(?P<scale>hundreds|thousands|millions|billions|trillions)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_ANY = re.compile(
    rf"\d|\b(?:{'|'.join(SMALL)}|hundreds|thousands|millions|billions|trillions)\b", re.IGNORECASE
)


class Kind(StrEnum):
    """What a number counts."""

    MONEY = "money"
    PERCENT = "percentage"
    YEAR = "year"
    DATE = "date"
    COUNT = "number"
    VAGUE = "vague number"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number: its place in the text read, its value, what kind it is, and the stem of the word behind it.

    `figures` says whether it is written in figures.
    """

    start: int
    end: int
    value: float
    kind: Kind
    unit: str
    figures: bool

    def of(self, text: str) -> str:
        """As it is written."""
        return text[self.start : self.end]


def read(text: str) -> Iterator[Quantity]:
    """The numbers of a text, in order."""
    if _ANY.search(text):
        yield from _read(text)


def _read(text: str) -> Iterator[Quantity]:
    dates = [
        Quantity(one.span.start, one.span.end, float(one.year or 0), Kind.DATE, "", True)
        for one in (days.read(text) if _FIGURE.search(text) else ())
        if not one.bare
    ]
    found = [_quantity(match) for match in _QUANTITY.finditer(text)]
    found = dates + [
        one
        for one in found
        if one.kind is Kind.YEAR or not any(one.start < date.end and date.start < one.end for date in dates)
    ]
    found += [
        Quantity(match.start(), match.end(), _SCALES[match["scale"].lower()[:-1]], Kind.VAGUE, "", False)
        for match in _VAGUE.finditer(text)
    ]
    yield from sorted(found, key=lambda one: (one.start, one.end))


def _quantity(match: re.Match[str]) -> Quantity:
    written = match["number"].lower()
    figures = written[0].isdecimal()
    value = (
        float(written.replace(",", "")) if figures else float(sum(SMALL[part] for part in written.split("-")))
    )
    value *= _SCALES[match["scale"].lower()] if match["scale"] else 1
    unit = (match["unit"] or "").lower()
    end = (
        match.end("unit")
        if unit in _UNITS
        else max(match.end("number"), match.end("scale"), match.end("percent"))
    )
    return Quantity(match.start(), end, value, _kind(match, written), unit_of(unit), figures)


def _kind(match: re.Match[str], written: str) -> Kind:
    if match["sign"]:
        return Kind.MONEY
    if match["percent"] or (match["unit"] or "").lower() == "percent":
        return Kind.PERCENT
    unit = (match["unit"] or "").lower()
    if unit in {"dollars", "euros", "yen", "yuan", "pence", "cents", "won"} and match["scale"]:
        return Kind.MONEY
    plain = re.fullmatch(r"1[5-9]\d\d|20\d\d|21\d\d", written) is not None
    return Kind.YEAR if plain and not match["scale"] and unit_of(unit) not in _UNITS.values() else Kind.COUNT


def unit_of(word: str) -> str:
    """The unit that a word means, or the stem of another word."""
    if not word:
        return ""
    known = _UNITS.get(word) or _UNITS.get(word.removesuffix("s"))
    if known:
        return known
    return word.removesuffix("s") if word.removesuffix("s") in _UNITS.values() else terms.stem(word)
