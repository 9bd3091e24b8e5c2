"""What kinds of event an English sentence tells, and whether as done or as planned.

A kind is a family of words of the same meaning (`arrived`, `landed`, `touched down`). The families are those of
journeys, meetings and works, about which most dated sentences are.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from touratlas.audit import terms

_FAMILIES = {
    "arrive": "arrive arrives arrived arriving arrival land lands landed landing",
    "leave": "leave leaves left depart departs departed departure",
    "meet": "meet meets met meeting meetings",
    "dine": "dinner dine dines dined banquet lunch",
    "sign": "sign signs signed signing",
    "open": "open opens opened opening reopen reopens reopened reopening inaugurate inaugurated",
    "close": "close closes closed closing shut",
    "install": "install installs installed installing installation mount mounted",
    "lift": "lift lifts lifted lifting hoist hoisted",
    "launch": "launch launches launched launching",
    "vote": "vote votes voted voting approve approves approved approval adopted",
    "elect": "elect elected election",
    "win": "win wins won winning",
    "die": "die died dies death",
    "bear": "born birth",
    "speak": "speech spoke address addressed addresses",
    "greet": "greet greeted greets welcome welcomed welcomes",
    "build": "build built builds building construct constructed",
    "deliver": "deliver delivered delivers delivery ship shipped",
    "publish": "publish published publishes publication release released releases",
    "visit": "visit visits visited visiting",
    "award": "award awarded awards",
    "appoint": "appoint appointed appoints named",
    "complete": "complete completed completes finish finished finishes",
    "demolish": "demolish demolished demolition tear torn",
    "sail": "sail sails sailed",
    "test": "test tests tested testing",
    "sell": "sell sold sells sale",
    "buy": "buy bought buys purchase purchased acquire acquired acquires",
    "marry": "marry married marries wedding",
    "perform": "perform performed performs performance premiere premiered",
    "move": "move moved moves relocate relocated",
    "replace": "replace replaced replaces",
    "repair": "repair repaired repairs restore restored",
    "plant": "plant planted plants",
    "paint": "paint painted paints",
    "unveil": "unveil unveiled unveils",
}
_KIND = {word: kind for kind, words in _FAMILIES.items() for word in words.split()}
_AHEAD = re.compile(
    r"\b(?:will|shall|is going to|are going to|plans? to|is (?:due|set|scheduled|expected|planned) to|"
    r"are (?:due|set|scheduled|expected|planned) to|is to be|are to be)\b(?P<verb>(?:\s[a-z]+){1,4})"
)
_PASSED = re.compile(r"\b(?:was|were|has been|have been|had been)\b(?P<verb>(?:\s[a-z]+){1,8})")
_NOT_DONE = re.compile(
    r"\b(?:not|never|yet|supposed|expected to|to have|due to|scheduled to|meant to|planned to|going to|set to)\b"
)


class Told(StrEnum):
    """How an event is told."""

    DONE = "done"
    AHEAD = "planned"


def kinds(text: str) -> tuple[str, ...]:
    """The kinds of event of which a text has a word, in its order."""
    return tuple(dict.fromkeys(_KIND[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _KIND))


def told(text: str) -> dict[str, Told]:
    """The kinds of event that a text tells plainly as done (`was lifted`, `lifted`) or as ahead (`will be lifted`).

    A kind told both ways in one text is left out.
    """
    ahead = {kind for match in _AHEAD.finditer(text) for kind in kinds(match["verb"])}
    done = {
        kind
        for match in _PASSED.finditer(text)
        if not _NOT_DONE.search(match["verb"])
        for kind in _participles(match["verb"])
    }
    both = ahead & done
    return dict.fromkeys(sorted(ahead - both), Told.AHEAD) | dict.fromkeys(sorted(done - both), Told.DONE)


def _participles(text: str) -> set[str]:
    words = re.findall(r"[a-z]+", text)
    return {
        _KIND[word]
        for word in words
        if word in _KIND and (word.endswith("ed") or word in _IRREGULAR or word in _NOUNS)
    }


_IRREGULAR = frozenset({"met", "left", "won", "built", "sold", "bought", "torn", "spoke", "born", "shut"})
_NOUNS = frozenset({"dinner", "banquet", "lunch"})


_OWN = frozenset(terms.stem(word) for word in _KIND)


@lru_cache(maxsize=16_384)
def other_terms(text: str) -> frozenset[str]:
    """The terms of a text without the words that tell the event itself."""
    return terms.of(text) - _OWN


@lru_cache(maxsize=16_384)
def subject_terms(text: str) -> frozenset[str]:
    """The terms before the first verb by which a text tells an event as done or ahead."""
    starts = [match.start() for match in (_AHEAD.search(text), _PASSED.search(text)) if match]
    return other_terms(text[: min(starts)]) if starts else frozenset()
