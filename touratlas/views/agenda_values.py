"""What an agenda shows, as values: stops, events, claims, and dates and places with where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from touratlas.views.knowledge import Otherwise
    from touratlas.views.outcomes import OutcomeView
    from touratlas.views.passages import PassageView


@dataclass(frozen=True, slots=True)
class Fact:
    """A date or a place as it is shown: its text, whether the article says it, where it comes from, passages for
    that, and what other sources have instead; `known` is where all that is told, in a page that tells it elsewhere.
    """

    text: str
    in_article: bool
    origin: str
    passages: tuple[PassageView, ...] = ()
    machine: str = ""
    later: bool = False
    known: str = ""
    others: tuple[Otherwise, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusView:
    """A status in words and as the name of its mark."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class KnownView:
    """A link to a passage that is shown elsewhere in the page: its number there, and the citations that support it."""

    href: str
    number: int
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with everything it rests on. `status` only where it isn't its event's. `anchor` and `known` are of
    a page that shows the passages elsewhere: its id, and links to them.
    """

    id: str
    says: str
    by: str
    note: str
    status: StatusView | None
    labels: tuple[str, ...]
    passages: tuple[PassageView, ...]
    line: int
    anchor: str = ""
    known: tuple[KnownView, ...] = ()


@dataclass(frozen=True, slots=True)
class Taking:
    """Somebody who takes part: a name, and a role or what it stands for; apart, as each may have its own
    direction.
    """

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An event of an agenda."""

    id: str
    href: str
    stop: str
    title: str
    kind: str
    lead: bool
    status: StatusView
    when: Fact | None
    place: Fact | None
    people: tuple[Taking, ...]
    topics: tuple[str, ...]
    claims: tuple[ClaimView, ...]
    outcome: OutcomeView | None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class StopView:
    """A stop: how it is called, when it is, what is on its agenda, and what is told of the way to it."""

    id: str
    number: int
    href: str
    name: Fact
    country: str
    country_in_article: bool
    status: StatusView
    when: Fact | None
    events: tuple[EventView, ...]
    way: tuple[EventView, ...]
    way_from: Fact | None
    outcome: OutcomeView | None
    way_outcome: OutcomeView | None
    anchor: str = ""

    @property
    def lead(self) -> EventView | None:
        """The event that a reader should see first."""
        return next((event for event in self.events if event.lead), None)


@dataclass(frozen=True, slots=True)
class ApartView:
    """What belongs to no stop: the way home with its outcome, other events, and claims of no event."""

    onward: tuple[EventView, ...]
    onward_outcome: OutcomeView | None
    events: tuple[EventView, ...]
    background: tuple[ClaimView, ...]
