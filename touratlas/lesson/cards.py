"""Cards for group work, one a stop: made of the tour as students get it, so that nothing later can be on one."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from touratlas.interface import word
from touratlas.lesson.values import CardEvent, Said, StopCard
from touratlas.snapshot.passages import Passages
from touratlas.students import for_students
from touratlas.views.agenda import stop_views
from touratlas.views.links import QueryLinks
from touratlas.words import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.check import Atlas
    from touratlas.views.agenda_values import ClaimView, EventView, KnownView, StopView

MOST_ASKED: Final = 3  # questions on a card
LEAST_ASKED: Final = 2


def stop_cards(atlas: Atlas) -> tuple[StopCard, ...]:
    """A card for each stop that the article tells something of; none where that are fewer than two, for then there is
    nothing to share out.
    """
    made = _Cards(for_students(atlas))
    cards = tuple(made.card(stop) for stop in made.stops if stop.events or stop.way)
    return cards if len(cards) > 1 else ()


class _Cards:
    def __init__(self, atlas: Atlas) -> None:
        self._tour = atlas.tour
        passages = Passages(atlas, frozenset())
        self._known = {claim.id: passages.known(claim.quotes) for claim in atlas.evidence.claims}
        self.stops = stop_views(atlas, QueryLinks(atlas.tour.tour.id))

    def card(self, stop: StopView) -> StopCard:
        asks = tuple(islice(dict.fromkeys(self._asks(stop)), MOST_ASKED))
        return StopCard(
            id=stop.id,
            number=stop.number,
            name=stop.name,
            country=stop.country,
            country_in_article=stop.country_in_article,
            status=stop.status,
            when=stop.when,
            events=tuple(self._event(event) for event in (*stop.way, *stop.events)),
            asks=asks,
        )

    def _asks(self, stop: StopView) -> Iterator[str]:
        """The tour file's own questions, and general ones where these are few."""
        own = [question.ask for question in self._tour.stops[stop.number - 1].questions]
        yield from own
        if len(own) < LEAST_ASKED:
            yield from _general(stop)

    def _event(self, event: EventView) -> CardEvent:
        said = tuple(self._said(claim) for claim in event.claims)
        return CardEvent(event.title, event.status, event.when, event.place, said)

    def _said(self, claim: ClaimView) -> Said:
        known: tuple[KnownView, ...] = self._known[claim.id]
        return Said(claim.says, claim.by, claim.status, tuple(one.number for one in known))


def _general(stop: StopView) -> Iterator[str]:
    """What can be asked about any stop, where it makes sense there."""
    events = (*stop.way, *stop.events)
    if not stop.name.in_article or any(event.place and not event.place.in_article for event in events):
        yield word("lesson_ask_italics")
    yield word("lesson_ask_rests")
    statuses = {event.status.name for event in events}
    yield word("lesson_ask_ahead" if statuses != {Status.REPORTED.value} else "lesson_ask_past")
