"""The strip test: the tour with everything hidden that isn't in the article — places, dates and names that the curator
supplied — and how much is left.

A place or a date is the article's if its basis says so. A name is a curator's word by word: of `Sanae Takaichi` an
article may know the second alone. Titles are the curator's too, and lose the words of what is hidden.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from touratlas.article.normal import word_keys
from touratlas.views.agenda import apart_view, stop_views
from touratlas.views.templates import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from touratlas.check import Atlas
    from touratlas.views.agenda_values import EventView, Fact, StopView
    from touratlas.views.links import Links

_PART = re.compile(r"\w+|\W+")
# fmt: off
_NUMBERS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Scrap:
    """A stretch of what the tour shows; `hidden` where it isn't in the article."""

    text: str
    hidden: bool


Scraps = tuple[Scrap, ...]


@dataclass(frozen=True, slots=True)
class StrippedEvent:
    """An event, as far as the article knew it; `when` and `place` are empty where the tour has none."""

    title: Scraps
    status: str
    when: Scraps
    place: Scraps
    people: tuple[Scraps, ...]


@dataclass(frozen=True, slots=True)
class StrippedStop:
    """A stop, as far as the article knew it; number 0 stands for what belongs to no stop."""

    number: int
    name: Scraps
    country: Scraps
    when: Scraps
    events: tuple[StrippedEvent, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """How many of a kind of thing the article itself gives, of all that the tour shows."""

    what: str
    given: int
    all: int

    def __str__(self) -> str:
        """In words: `one of four places`, `all nine names`."""
        if self.given == self.all > 1:
            return f"all {in_words(self.all)} {self.what}"
        return (
            f"{in_words(self.given)} of {in_words(self.all)} {self.what if self.all != 1 else self.what[:-1]}"
        )


@dataclass(frozen=True, slots=True)
class Strip:
    """The stripped tour, and what is left of each kind of thing that it shows at all."""

    stops: tuple[StrippedStop, ...]
    left: tuple[Left, ...]


def strip_html(atlas: Atlas, links: Links) -> str:
    """The stripped tour as HTML, with its question and how much is left. Every text is escaped."""
    return render("strip.html", strip=strip_view(atlas, links))


def strip_view(atlas: Atlas, links: Links) -> Strip:
    """The tour without what isn't in its articles."""
    stops, apart = stop_views(atlas, links), apart_view(atlas, links)
    loose = (*apart.onward, *apart.events)
    events = [event for stop in stops for event in (*stop.way, *stop.events)] + list(loose)
    knife = _Knife(atlas, stops, events)
    stripped = [knife.stop(stop) for stop in stops]
    if loose:
        stripped.append(StrippedStop(0, (), (), (), tuple(map(knife.event, loose))))
    return Strip(tuple(stripped), tuple(_left(knife, stops, events)))


def in_words(number: int) -> str:
    """A number as it is written in a sentence: `none`, `seven`, from 21 on in digits."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


class _Knife:
    """What tells the article's words from the curator's."""

    def __init__(self, atlas: Atlas, stops: Sequence[StopView], events: Sequence[EventView]) -> None:
        self._known = {key for article in atlas.articles.values() for key in word_keys(article.text)}
        facts = [stop.name for stop in stops] + [event.place for event in events if event.place]
        supplied = [fact.text for fact in facts if not fact.in_article]
        supplied += [person.name for event in events for person in event.people]
        self._supplied = {word for text in supplied for word in word_keys(text) if word not in self._known}

    def stop(self, stop: StopView) -> StrippedStop:
        events = tuple(map(self.event, (*stop.way, *stop.events)))
        country = (Scrap(stop.country, not stop.country_in_article),) if stop.country else ()
        return StrippedStop(stop.number, _whole(stop.name), country, _whole(stop.when), events)

    def event(self, event: EventView) -> StrippedEvent:
        people = tuple(self.name(person.name) for person in event.people)
        title = _cut(event.title, lambda word: word not in self._supplied)
        return StrippedEvent(title, event.status.words, _whole(event.when), _whole(event.place), people)

    def name(self, name: str) -> Scraps:
        """A name, without the words that stand nowhere in the article."""
        return _cut(name, self._known.__contains__)


def _whole(fact: Fact | None) -> Scraps:
    """A place or a date: all of it, or nothing."""
    return (Scrap(fact.text, not fact.in_article),) if fact else ()


def _cut(text: str, known: Callable[[str], bool]) -> Scraps:
    """A text with every word hidden that isn't known; hidden ones that follow one another as one."""
    parts = _PART.findall(text)
    hidden = [not all(known(key) for key in word_keys(part)) for part in parts]
    for at in range(1, len(parts) - 1):  # what stands between two hidden words goes with them
        hidden[at] = hidden[at] or (hidden[at - 1] and hidden[at + 1] and not any(word_keys(parts[at])))
    runs = groupby(zip(parts, hidden, strict=True), key=lambda pair: pair[1])
    return tuple(Scrap("".join(part for part, _ in run), kind) for kind, run in runs)


def _left(knife: _Knife, stops: Sequence[StopView], events: Sequence[EventView]) -> Iterator[Left]:
    """What is left of places, dates and names, each name once."""
    places = [stop.name for stop in stops] + [event.place for event in events if event.place]
    dates = [when for when in (*(stop.when for stop in stops), *(one.when for one in events)) if when]
    names = dict.fromkeys(person.name for event in events for person in event.people)
    whole = [not any(scrap.hidden for scrap in knife.name(name)) for name in names]
    for what, given in (
        ("places", [fact.in_article for fact in places]),
        ("dates", [fact.in_article for fact in dates]),
        ("names", whole),
    ):
        if given:
            yield Left(what, sum(given), len(given))
