"""The strip test: the tour with everything hidden that isn't in the article — places, dates and names that the curator
supplied — and how much is left.

A place or a date is the article's if its basis says so. A name is a curator's word by word: of `Sanae Takaichi` an
article may know the second alone. Titles are the curator's too, and lose the words of what is hidden. What cuts them is
:class:`~touratlas.views.knife.Knife`; in pages that show the tour, :mod:`touratlas.views.blanks` does the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.interface import word
from touratlas.views.agenda import apart_view, stop_views
from touratlas.views.blanks import knife_of
from touratlas.views.knife import Knife, Scrap, Scraps
from touratlas.views.templates import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.check import Atlas
    from touratlas.views.agenda_values import EventView, Fact, StopView
    from touratlas.views.links import Links


LARGEST_IN_WORDS = 20
# What is counted, by the key of its word for one and for several.
KINDS = {
    "place": ("strip_place", "strip_places"),
    "date": ("strip_date", "strip_dates"),
    "name": ("strip_name", "strip_names"),
}


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
    """How many of a kind of thing (`place`, `date`, `name`) the article itself gives, of all that the tour shows."""

    kind: str
    given: int
    all: int

    def __str__(self) -> str:
        """In words: `one of four places`, `all nine names`."""
        what = word(KINDS[self.kind][self.all != 1])
        if self.given == self.all > 1:
            return word("strip_all", count=in_words(self.all), what=what)
        return word("strip_some", given=in_words(self.given), count=in_words(self.all), what=what)


@dataclass(frozen=True, slots=True)
class Strip:
    """The stripped tour, and what is left of each kind of thing that it shows at all."""

    stops: tuple[StrippedStop, ...]
    left: tuple[Left, ...]

    @property
    def told(self) -> str:
        """How much is left, as a sentence; "" where the tour shows nothing that could be the article's."""
        *before, last = map(str, self.left) if self.left else ("",)
        if not last:
            return ""
        listed = word("strip_and", first=", ".join(before), last=last) if before else last
        return word("strip_gives", left=listed)


def strip_html(strip: Strip, *, titled: bool = True) -> str:
    """The stripped tour as HTML, with its question and how much is left: a section with its title, or what stands in
    such a one. Every text is escaped.
    """
    return render("strip.html", strip=strip, part="whole" if titled else "inner")


def asked_html(strip: Strip) -> str:
    """The question of the strip test and how much is left, to stand above what it strips. Every text is escaped."""
    return render("strip.html", strip=strip, part="asked")


def asked_text(strip: Strip) -> str:
    """The same in words alone, to be said."""
    return f"{word('strip_ask')} {strip.told}".strip()


def strip_view(atlas: Atlas, links: Links) -> Strip:
    """The tour without what isn't in its articles."""
    stops, apart = stop_views(atlas, links), apart_view(atlas, links)
    loose = (*apart.onward, *apart.events)
    events = [event for stop in stops for event in (*stop.way, *stop.events)] + list(loose)
    knife = knife_of(atlas)
    stripped = [_stop(knife, stop) for stop in stops]
    if loose:
        stripped.append(StrippedStop(0, (), (), (), tuple(_event(knife, event) for event in loose)))
    return Strip(tuple(stripped), tuple(_left(knife, stops, events)))


def in_words(number: int) -> str:
    """A number as it is written in a sentence: `none`, `seven`, from 21 on in digits."""
    return word(f"number_{number}") if number <= LARGEST_IN_WORDS else str(number)


def _stop(knife: Knife, stop: StopView) -> StrippedStop:
    events = tuple(_event(knife, event) for event in (*stop.way, *stop.events))
    hidden = not (stop.country_in_article and knife.knows(stop.country))
    country = (Scrap(stop.country, hidden),) if stop.country else ()
    return StrippedStop(stop.number, _whole(stop.name), country, _whole(stop.when), events)


def _event(knife: Knife, event: EventView) -> StrippedEvent:
    people = tuple(knife.name(person.name) for person in event.people)
    return StrippedEvent(
        knife.text(event.title), event.status.words, _whole(event.when), _whole(event.place), people
    )


def _whole(fact: Fact | None) -> Scraps:
    """A place or a date: all of it, or nothing."""
    return (Scrap(fact.text, not fact.in_article),) if fact else ()


def _left(knife: Knife, stops: Sequence[StopView], events: Sequence[EventView]) -> Iterator[Left]:
    """What is left of places, dates and names, each name once."""
    places = [stop.name for stop in stops] + [event.place for event in events if event.place]
    dates = [when for when in (*(stop.when for stop in stops), *(one.when for one in events)) if when]
    names = dict.fromkeys(person.name for event in events for person in event.people)
    whole = [not any(scrap.hidden for scrap in knife.name(name)) for name in names]
    for what, given in (
        ("place", [fact.in_article for fact in places]),
        ("date", [fact.in_article for fact in dates]),
        ("name", whole),
    ):
        if given:
            yield Left(what, sum(given), len(given))
