"""A506 mixed encodings · warning

Characters stand in the text that arise when bytes are read in the wrong encoding (`donâ€™t`), a character that stands
for one that was lost (U+FFFD), or letters of another script inside a word.

Why it matters: the text was copied or converted without care, and what was lost may be part of a name or a number. A
letter of another script hides a word from every search.

Found:

    Visitors donâ€™t notice the difference.

Not found:

    Visitors don’t notice the café, the naïve façade, the â in “pâté” or the word Москва.

Ask: Which character was meant? How does a text lose it?
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from touratlas.article import Span
from touratlas.audit.case import Found
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.audit.case import Case

# UTF-8 read as Windows-1252 or Latin-1: a lead byte and its continuation as characters.
_MOJIBAKE = re.compile(
    r"â(?:€[™œ\u009d˜“”¦¢]|\u0080[\u0080-\u00bf]|„¢)|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]|ï»¿|\ufffd+"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ALIKE = frozenset("аеорсухіјѕԁһАВЕКМНОРСТУХІЈЅοινΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")


def find(case: Case) -> Iterator[Found]:
    """Each such place; the word around it, where there is one."""
    text = case.article.text
    if text.isascii():
        return
    for match in _MOJIBAKE.finditer(text):
        span = Span(match.start(), match.end())
        yield Found(
            span, f"{match.group()!r} is what a wrong encoding leaves", suggestion=_meant(match.group())
        )
    for word in _WORD.finditer(text):
        letters = word.group()
        if (
            not letters.isascii()
            and _ALIKE & set(letters)
            and any("LATIN" in unicodedata.name(c, "") for c in letters)
        ):
            strange = next(char for char in letters if char in _ALIKE)
            name = unicodedata.name(strange).lower()
            yield Found(Span(word.start(), word.end()), f"{letters} holds the letter “{name}”")


def _meant(text: str) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8").strip("\ufeff")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    return ""


RULE = Rule("A506", "mixed encodings", Severity.WARNING, find)
