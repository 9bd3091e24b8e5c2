"""The terms of an English text by which a sentence and its reference are compared: names, numbers and content
words, each cut to a stem.

The stems are coarse on purpose (`Asian` and `Asia`, `negotiators` and `negotiating` are one): where two words
may be of one family, they count as shared, and the audit stays silent.
"""

from __future__ import annotations

import re
from functools import lru_cache

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d[\d,.]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$|['’]\w{1,2}$")
_ENDINGS = """
isations izations ations ation ingly edly ments ment ness ings ians ions ian ors ers ing ies ied ion ese ity ive als ans
ia al an or er es ed ly ic s e a y i
"""
_SUFFIXES = tuple(_ENDINGS.split())
_LEAST_STEM = 3

_FUNCTION_WORDS = """
a about above across after afterwards again against all almost alone along already also although always am among an and
another any anybody anyone anything are around as aside at away back be became because become been before began behind
being below beneath beside besides between beyond both but by came can cannot come could did do does doing done down
during each early either else enough even ever every everybody everyone everything few first for former found from full
further gave get gets give given go goes going gone good got had half has have having he held her here hers herself him
himself his how however i if in indeed instead into is it its itself just keep kept known last late later least less let
like likely little long made main mainly make makes making many may maybe me might mine more most mostly much must my
myself near nearly neither never new next no nobody none nor not nothing now of off often old on once one only onto or
other others our ours out over own part particular particularly per perhaps put quite rather real really said same saw
say says second see seem seemed seems seen several shall she should showed shown since so some somebody someone
something soon still such take taken takes than that the their theirs them themselves then there therefore these they
thing things this those though three through throughout thus till to together told too took toward towards two under
until up upon us use used using very via want was way we well went were what when where whether which while who whole
whom whose why will with within without would yet you your yours yourself including includes include included according
stated noted
"""
_STOP = frozenset(_FUNCTION_WORDS.split())


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one word, in lower case; numbers stay as they are, without thousands commas."""
    if word[0].isdecimal():
        return word.replace(",", "")
    plain = _POSSESSIVE.sub("", word).replace(".", "").lower()
    for _ in range(2):
        for suffix in _SUFFIXES:
            if plain.endswith(suffix) and len(plain) - len(suffix) >= _LEAST_STEM:
                plain = plain[: -len(suffix)]
                break
    return plain


def words(text: str) -> list[str]:
    """The words and numbers of a text, as written."""
    return _TOKEN.findall(text)


def is_term(word: str) -> bool:
    """Whether a word says something specific: a number, a name of two letters (`Xi`), or a word that is no
    function word.
    """
    plain = _POSSESSIVE.sub("", word).replace(".", "")
    if not plain or (plain.lower() in _STOP and plain != "US"):
        return False
    return plain[0].isdecimal() or len(plain) > 2 or (plain[0].isupper() and len(plain) == 2)


def of(text: str) -> frozenset[str]:
    """The terms of a text, as stems."""
    return frozenset(stem(word) for word in words(text) if is_term(word))
