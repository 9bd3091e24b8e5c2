"""What a lesson is, as values. Addresses are those of the app's other pages, as seen from the page of the lesson."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from touratlas.views.agenda_values import Fact, StatusView
    from touratlas.views.passages import CitationView
    from touratlas.views.present_values import Card, Pair


class Kind(StrEnum):
    """What a part of a path is."""

    EXPLORE = "explore"
    EVIDENCE = "evidence"
    STRIP = "strip"
    OWN = "own"
    JIGSAW = "jigsaw"
    FOUND = "found"
    PAIRS = "pairs"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answer: its number in the lesson (from 1), its place, and an address for that. `cited` are
    entries of the article's list that it compares with.
    """

    number: int
    where: str
    href: str
    card: Card
    cited: tuple[CitationView, ...] = ()


@dataclass(frozen=True, slots=True)
class Guess:
    """Something that the article told beforehand, and what became of it: its number (from 1), and where the app shows
    it.
    """

    number: int
    href: str
    pair: Pair


@dataclass(frozen=True, slots=True)
class First:
    """What a class sees first of a stop: its name, and the title of its lead event ("" for none), with the address of
    both.
    """

    number: int
    name: Fact
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a path: from which minute on and how long, what the class does, and what to show, with its address. An
    `answer` ("" for none), questions and guesses belong to some.
    """

    kind: Kind
    start: int
    minutes: int
    does: str
    show: str
    href: str
    answer: str = ""
    firsts: tuple[First, ...] = ()
    questions: tuple[Question, ...] = ()
    guesses: tuple[Guess, ...] = ()

    @property
    def end(self) -> int:
        """The minute in which it ends."""
        return self.start + self.minutes


@dataclass(frozen=True, slots=True)
class Path:
    """A way through the tour that takes so many minutes, exactly."""

    minutes: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim on a card: its words, whose assertion it is ("" for nobody's), its status where it isn't its event's, and
    the numbers of its passages in the student edition.
    """

    says: str
    by: str
    status: StatusView | None
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CardEvent:
    """An event on a card."""

    title: str
    status: StatusView
    when: Fact | None
    place: Fact | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class StopCard:
    """A card for group work: what the article tells of one stop, and what to ask about it. It holds no answer, and
    nothing that was learned afterwards.
    """

    id: str
    number: int
    name: Fact
    country: str
    country_in_article: bool
    status: StatusView
    when: Fact | None
    events: tuple[CardEvent, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson: whom it is for, its aims, what to have at hand, the three paths, all questions and guesses of them, the
    glossary, and the cards (none where there is nothing to share out).
    """

    age: str
    aims: tuple[str, ...]
    materials: tuple[str, ...]
    paths: tuple[Path, ...]
    questions: tuple[Question, ...]
    guesses: tuple[Guess, ...]
    glossary: tuple[tuple[str, str], ...]
    cards: tuple[StopCard, ...]
