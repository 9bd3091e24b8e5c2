"""Tasks for the class: the tour file's own questions, and exercises made from the curator's notes.

A task is a value. Whoever else finds something worth asking, as `found.py` does by the audit, makes :class:`Task`
values and hands them to :func:`chapters`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, zip_longest
from math import ceil
from typing import TYPE_CHECKING, Final

from touratlas.views.agenda import stop_name
from touratlas.views.outcomes import report_views
from touratlas.views.passages import passage_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.check import Atlas
    from touratlas.evidence import ClaimEvidence, Held
    from touratlas.views.outcomes import ReportView
    from touratlas.views.passages import CitationView, PassageView

MOST_EXERCISES: Final = 8
_SHOWN: Final = 2  # passages of an exercise
_LETTERS: Final = 70  # that a hand writes on a line
_LINES: Final = (2, 6)  # to write on, at least and at most

CITED: Final = (
    "What do the cited entries say of it, and what don’t they? What else would you check, and where?"
)
UNCITED: Final = "The article cites nothing here. Who could know this? How would you check it, and where?"
LISTED: Final = (
    "Compare these words with the rest of the article. What do you notice, and how would you check it?"
)


@dataclass(frozen=True, slots=True)
class Task:
    """A question with its answer. `about` is what it is about, such as a stop; `shown` are passages printed with it,
    and `cited` the entries that these cite; `passages` and `reports` are what the answer rests on.
    """

    about: str
    ask: str
    answer: str
    shown: tuple[PassageView, ...] = ()
    cited: tuple[CitationView, ...] = ()
    passages: tuple[PassageView, ...] = ()
    reports: tuple[ReportView, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines to leave for writing."""
        least, most = _LINES
        return min(max(ceil(1.3 * len(self.answer) / _LETTERS), least), most)


@dataclass(frozen=True, slots=True)
class Chapter:
    """Tasks under one heading, with a sentence on what to do."""

    title: str
    lead: str
    tasks: tuple[Task, ...]


def chapters(atlas: Atlas, found: Sequence[Task] = ()) -> tuple[Chapter, ...]:
    """All tasks of a tour, without empty chapters: its questions, and exercises in checking sources. Tasks that were
    `found` elsewhere come first among these, and exercises from the curator's notes on other passages fill up what room
    is left.
    """
    taken = [view.whole for task in found for view in task.shown]
    notes = [task for task in note_tasks(atlas) if not any(_in_one(view.whole, taken) for view in task.shown)]
    exercises = (*found, *notes[: max(MOST_EXERCISES - len(found), 0)])
    made = (
        Chapter("Questions", "Answer from the article and the handout.", question_tasks(atlas)),
        Chapter("Check the source", "Read what the article says, and how it knows.", exercises),
    )
    return tuple(one for one in made if one.tasks)


def unanswered(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """The same tasks without their answers and what these rest on, as students get them."""
    return tuple(
        replace(
            chapter,
            tasks=tuple(replace(task, answer="", passages=(), reports=()) for task in chapter.tasks),
        )
        for chapter in chapters
    )


def _in_one(text: str, others: Sequence[str]) -> bool:
    """Whether a text is part of one of some others, or has one of them in it."""
    return any(text in other or other in text for other in others)


def question_tasks(atlas: Atlas) -> tuple[Task, ...]:
    """The questions of the tour file, in the order of the stops."""
    return tuple(_questions(atlas))


def _questions(atlas: Atlas) -> Iterator[Task]:
    for number, stop in enumerate(atlas.tour.stops):
        for which, question in enumerate(stop.questions):
            held = atlas.evidence.grounds.get(("stops", number, "questions", which, "quotes"), ())
            yield Task(
                about=stop_name(atlas.tour, stop),
                ask=question.ask,
                answer=question.answer,
                passages=tuple(passage_view(atlas, one) for one in held),
                reports=report_views(atlas.tour, question.from_),
            )


def note_tasks(atlas: Atlas) -> tuple[Task, ...]:
    """Exercises from the claims that the curator has a remark on, where no question of the tour file asks about the
    same passage: one of each stop in turn, so that the first of them already lead through the whole tour.
    """
    asked = {_place(held) for held in _asked(atlas)}
    groups: dict[int | None, list[Task]] = {}
    for claim in atlas.evidence.claims:
        if claim.claim.note and claim.quotes and asked.isdisjoint(map(_place, claim.quotes)):
            groups.setdefault(claim.stop, []).append(_exercise(atlas, claim))
    rounds = zip_longest(*groups.values())
    return tuple(task for task in chain.from_iterable(rounds) if task is not None)


def _asked(atlas: Atlas) -> Iterator[Held]:
    for path, held in atlas.evidence.grounds.items():
        if "questions" in path:
            yield from held


def _place(held: Held) -> tuple[str, tuple[int, ...]]:
    return held.source, tuple(held.passage.sentences)


def _exercise(atlas: Atlas, claim: ClaimEvidence) -> Task:
    stop = atlas.tour.stops[claim.stop] if claim.stop is not None else None
    views = {_place(held): passage_view(atlas, held) for held in claim.quotes}
    shown = tuple(views.values())[:_SHOWN]
    cited = {(one.label, one.reference): one for view in shown for one in view.direct}
    listed = all(view.entry for view in shown)
    return Task(
        about=claim.event.title if claim.event else stop_name(atlas.tour, stop) if stop else "The whole tour",
        ask=CITED if cited else LISTED if listed else UNCITED,
        answer=claim.claim.note or "",
        shown=shown,
        cited=tuple(cited.values()),
        passages=shown,
    )
