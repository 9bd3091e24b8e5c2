"""Questions for the class, each with its answer and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.views.agenda import stop_name
from touratlas.views.links import Choice, FragmentLinks
from touratlas.views.outcomes import report_views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.check import Atlas
    from touratlas.snapshot.passages import Passages
    from touratlas.views.agenda_values import KnownView
    from touratlas.views.outcomes import ReportView


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question: its id in this page, the stop that it is about with the address of that, and the answer with the
    passages and the reports that it rests on.
    """

    anchor: str
    stop: str
    name: str
    href: str
    ask: str
    answer: str
    passages: tuple[KnownView, ...]
    reports: tuple[ReportView, ...]


def question_views(atlas: Atlas, passages: Passages) -> tuple[QuestionView, ...]:
    """All questions, in the order of the stops."""
    return tuple(_questions(atlas, passages))


def _questions(atlas: Atlas, passages: Passages) -> Iterator[QuestionView]:
    links = FragmentLinks()
    for number, stop in enumerate(atlas.tour.stops):
        for which, question in enumerate(stop.questions):
            held = atlas.evidence.grounds.get(("stops", number, "questions", which, "quotes"), ())
            yield QuestionView(
                anchor=f"question={stop.id}-{which + 1}",
                stop=stop.id,
                name=stop_name(atlas.tour, stop),
                href=links.to(Choice(stop.id)),
                ask=question.ask,
                answer=question.answer,
                passages=passages.known(held),
                reports=report_views(atlas.tour, question.from_),
            )
