"""A602 wrong conversion · warning, English only

A measure is followed, in brackets, by the same in another unit, and the two are more than a tenth apart (of
temperatures: more than two degrees).

Why it matters: readers use the unit they know, and half of them get a false number.

Found:

    Firm clay was found at twelve metres (52 feet).

Not found:

    Firm clay was found at twelve metres (39 feet) and 25 °C (77 °F), a hundred kilometres (60 miles) away.

Ask: Convert it yourself. Which of the two numbers do you think is the original?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit.case import Found
from touratlas.audit.quantities import SMALL
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case

_METRES = {
    "m": 1.0,
    "metre": 1.0,
    "km": 1000.0,
    "kilometre": 1000.0,
    "cm": 0.01,
    "centimetre": 0.01,
    "mm": 0.001,
}
_METRES |= {
    "ft": 0.3048,
    "foot": 0.3048,
    "feet": 0.3048,
    "mile": 1609.344,
    "mi": 1609.344,
    "inch": 0.0254,
    "yard": 0.9144,
}
_GRAMS = {
    "kg": 1000.0,
    "kilogram": 1000.0,
    "g": 1.0,
    "gram": 1.0,
    "lb": 453.592,
    "pound": 453.592,
    "ounce": 28.3495,
    "oz": 28.3495,
}
_AREAS = {
    "hectare": 10_000.0,
    "acre": 4046.856,
    "square metre": 1.0,
    "square foot": 0.092903,
    "square feet": 0.092903,
}
_AREAS |= {"square kilometre": 1e6, "square mile": 2_589_988.0, "sq km": 1e6, "sq ft": 0.092903, "sq m": 1.0}
_SPEEDS = {"km/h": 1.0, "kph": 1.0, "mph": 1.609344}
_SCALES = (_METRES, _GRAMS, _AREAS, _SPEEDS)
_DEGREES = {
    "°c": "c",
    "°f": "f",
    "degrees celsius": "c",
    "degrees fahrenheit": "f",
    "degrees c": "c",
    "degrees f": "f",
}
_UNIT = (
    r"°\s?[CF]|degrees (?:Celsius|Fahrenheit|C|F)\b|(?:square |sq )?"
    r"(?:kilomet(?:re|er)s?|centimet(?:re|er)s?|met(?:re|er)s?|"
    r"km/h|kph|mph|km|cm|mm|m|feet|foot|ft|miles?|mi|inch(?:es)?|yards?|kilograms?|kg|grams?|pounds?|lbs?|ounces?|oz|"
    r"hectares?|acres?)\b"
)
_NUMBER = rf"(?:[-−–]?\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(SMALL)}|a hundred)\b)"
_PAIR = re.compile(
    rf"(?P<a>(?<![\w.,]){_NUMBER})[\s-]?(?P<ua>{_UNIT})\.?(?:\s(?:high|long|wide|deep|tall|across|away))?\s"
    rf"[(\[](?:about |around |some |roughly )?(?P<b>{_NUMBER})[\s-]?(?P<ub>{_UNIT})\.?[)\]]",
    re.IGNORECASE,
)
_APART, _DEGREES_APART = 0.1, 2.0


def find(case: Case) -> Iterator[Found]:
    """Each pair of measures that are too far apart."""
    for sentence in case.prose:
        opened = case.article.text.find("(", sentence.span.start, sentence.span.end)
        squared = case.article.text.find("[", sentence.span.start, sentence.span.end)
        if opened < 0 and squared < 0:
            continue
        for match in _PAIR.finditer(case.article.text, sentence.span.start, sentence.span.end):
            right = _converted(_value(match["a"]), _unit(match["ua"]), _unit(match["ub"]))
            if right is None:
                continue
            given = _value(match["b"])
            temperature = _unit(match["ua"]) in _DEGREES
            allowed = _DEGREES_APART if temperature else _APART * max(abs(right), abs(given))
            if abs(right - given) > allowed:
                message = f"{match['a']} {match['ua']} is about {right:,.0f} {match['ub']}"
                yield Found(
                    Span(match.start(), match.end()), message, suggestion=f"{right:,.0f} {match['ub']}"
                )


def _value(text: str) -> float:
    word = text.lower()
    if word in SMALL:
        return float(SMALL[word])
    return 100.0 if word == "a hundred" else float(re.sub(r"[−–]", "-", text.replace(",", "")))


def _unit(text: str) -> str:
    unit = " ".join(text.lower().split()).replace("meter", "metre").replace("° ", "°")
    for plain in (unit, unit.removesuffix("s"), unit.removesuffix("es")):
        if plain in _DEGREES or any(plain in scale for scale in _SCALES):
            return plain
    return unit


def _converted(value: float, unit: str, wanted: str) -> float | None:
    """A value in another unit of the same kind; None where there is no way, or nothing to convert."""
    if unit == wanted:
        return None
    if unit in _DEGREES and wanted in _DEGREES:
        if _DEGREES[unit] == _DEGREES[wanted]:
            return None
        return value * 9 / 5 + 32 if _DEGREES[wanted] == "f" else (value - 32) * 5 / 9
    for scale in _SCALES:
        if unit in scale and wanted in scale:
            return value * scale[unit] / scale[wanted]
    return None


RULE = Rule("A602", "wrong conversion", Severity.WARNING, find, english=True)
