"""What a presentation shows, as values: slides, their steps, questions with answers, and the speaker's notes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from touratlas.views.agenda_values import EventView, Fact, StatusView, StopView
    from touratlas.views.outcomes import OutcomeView, ReportView
    from touratlas.views.passages import PassageView


class Kind(StrEnum):
    """What a step of a slide does."""

    WHERE = "where"
    AGENDA = "agenda"
    QUESTION = "question"
    REVEAL = "reveal"


@dataclass(frozen=True, slots=True)
class Card:
    """A question for the class. `lead` says what it is about, `shown` stands with it; `answer`, then `passages` and
    `reports`, are revealed.
    """

    lead: str
    ask: str
    answer: str
    shown: tuple[PassageView, ...] = ()
    passages: tuple[PassageView, ...] = ()
    reports: tuple[ReportView, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """What was told beforehand of something, and what became of it, which is revealed. `name` is a stop's, with where
    that comes from; `told` is None for what is told without a status (a leg), `when` without a day.
    """

    title: str
    name: Fact | None
    told: StatusView | None
    when: Fact | None
    outcome: OutcomeView


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a slide, by its kind: events of an agenda, a question, or pairs."""

    kind: Kind
    events: tuple[EventView, ...] = ()
    card: Card | None = None
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Something for the speaker: what it is about, lines on it, and the step (from 0) that it belongs to; None where it
    is of the whole slide.
    """

    title: str
    lines: tuple[str, ...]
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: of a stop, or, where `stop` is None, the opening or the closing one. `way` is a picture that lies on the
    map: where we are, and the way so far; "" where there is none.
    """

    name: str
    stop: StopView | None
    steps: tuple[Step, ...]
    notes: tuple[Note, ...]
    way: str = ""


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map: the address of its picture, its size in px, and what it shows in words."""

    source: str
    width: int
    height: int
    said: str


@dataclass(frozen=True, slots=True)
class Deck:
    """A presentation: its slides in order, and the map that stands beside all of them."""

    slides: tuple[Slide, ...]
    map: MapPicture
