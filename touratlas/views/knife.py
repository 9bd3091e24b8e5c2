"""What tells the article's words from the curator's: the strip test hides what this finds.

Two kinds of words are the curator's wherever they stand: those of names — of places, countries, people and
delegations — that occur nowhere in the articles, and days that no article names. Words that the interface itself uses
give nothing away, and stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from touratlas.article.normal import word_keys
from touratlas.countries import country_name
from touratlas.interface import word, words
from touratlas.views.agenda import delegation_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from touratlas.check import Atlas
    from touratlas.views.agenda_values import Fact

_PART: Final = re.compile(r"\w+|\W+")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH: Final = (
    r"(?P<month{n}>(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b)"
)
_WEEKDAY: Final = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?"
_NUMBER: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_RANGE: Final = rf"{_NUMBER}(?: ?[–-] ?{_WEEKDAY}{_NUMBER})?"
# A day as texts write it, in both orders: `Sun 26 – Mon 27 Oct 2025`, `Sunday, October 25, 2025`. English only.
DAY: Final = re.compile(
    rf"\b{_WEEKDAY}(?:(?P<days1>{_RANGE}) (?:of )?{_MONTH.format(n=1)}|{_MONTH.format(n=2)}\.? (?P<days2>{_RANGE})\b)"
    r"(?:,? \d{4}\b)?"
)


@dataclass(frozen=True, slots=True)
class Scrap:
    """A stretch of a text; `hidden` where it isn't in the article."""

    text: str
    hidden: bool


Scraps = tuple[Scrap, ...]


class Knife:
    """Cuts the texts of one tour. `facts` are all places and dates that are shown, with whose knowledge each is."""

    def __init__(self, atlas: Atlas, facts: Iterable[Fact]) -> None:
        tour, texts = atlas.tour, [article.text for article in atlas.articles.values()]
        given = [fact.text for fact in facts if fact.in_article]
        self._known = {key for text in texts for key in word_keys(text)}
        self._days = {
            day for text in (*texts, *given) for match in DAY.finditer(text) for day in _days(match)
        }
        names = [place.name for place in tour.places.values()]
        names += [country_name(place.country) for place in tour.places.values()]
        names += [person.name for person in tour.people.values()]
        names += [delegation_name(tour, name) for _, event in tour.events() for name in event.delegations]
        own = {key for text in (*given, *words().values()) for key in word_keys(text)}
        self._supplied = {key for name in names for key in word_keys(name)} - self._known - own

    def knows(self, text: str) -> bool:
        """Whether every word of a text stands in an article."""
        return all(key in self._known for key in word_keys(text))

    def name(self, name: str) -> Scraps:
        """A name, without the words that stand nowhere in an article."""
        return _cut(name, self._known.__contains__)

    def text(self, text: str) -> Scraps:
        """A text of the curator's, without the names and days that he supplied."""
        return tuple(self._pieces(text))

    def bare(self, text: str) -> str:
        """A text to be said or to stand in an attribute: what is hidden is told as that."""
        gap = word("strip_gap")
        return "".join(gap if scrap.hidden else scrap.text for scrap in self.text(text))

    def _pieces(self, text: str) -> Iterator[Scrap]:
        at = 0
        for match in DAY.finditer(text):
            if not set(_days(match)) <= self._days:
                yield from self._words(text[at : match.start()])
                yield Scrap(match[0], hidden=True)
                at = match.end()
        yield from self._words(text[at:])

    def _words(self, text: str) -> Scraps:
        return _cut(text, lambda key: key not in self._supplied)


def _days(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The days that a match of DAY names, each as month and day."""
    month = _MONTHS.index((match["month1"] or match["month2"])[:3]) + 1
    for day in re.findall(r"\d+", match["days1"] or match["days2"]):
        yield month, int(day)


def _cut(text: str, known: Callable[[str], bool]) -> Scraps:
    """A text with every word hidden that isn't known; hidden ones that follow one another as one."""
    parts = _PART.findall(text)
    hidden = [not all(known(key) for key in word_keys(part)) for part in parts]
    for at in range(1, len(parts) - 1):  # what stands between two hidden words goes with them
        hidden[at] = hidden[at] or (hidden[at - 1] and hidden[at + 1] and not any(word_keys(parts[at])))
    runs = groupby(zip(parts, hidden, strict=True), key=lambda pair: pair[1])
    return tuple(Scrap("".join(part for part, _ in run), kind) for kind, run in runs)
