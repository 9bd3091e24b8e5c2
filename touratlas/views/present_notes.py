"""The speaker's notes of a slide: the curator's own, or, where there are none, made from claims and outcomes; and the
answers to its questions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from touratlas.interface import word
from touratlas.views.present_values import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.views.agenda_values import ClaimView, EventView
    from touratlas.views.outcomes import OutcomeView, ReportView
    from touratlas.views.present_values import Card, Pair, Step


def notes_of(written: str, steps: Sequence[Step]) -> tuple[Note, ...]:
    """All notes of a slide with these steps; `written` is the curator's text, or ""."""
    return tuple(_notes(written, steps))


def claim_line(claim: ClaimView) -> str:
    """A claim in one line, with whose assertion it is, how it is told, and the numbers of its citations."""
    said = word("present_by", who=claim.by, claim=claim.says) if claim.by else claim.says
    said = word("present_told_here", claim=said, how=claim.status.words) if claim.status else said
    cites = " ".join(f"[{label}]" for label in claim.labels) or word("present_uncited")
    notes = (word("present_note", note=claim.note),) if claim.note else ()
    return " ".join((said, cites, *notes))


def _notes(written: str, steps: Sequence[Step]) -> Iterator[Note]:
    paragraphs = tuple(" ".join(part.split()) for part in written.split("\n\n") if part.strip())
    if paragraphs:
        yield Note(word("present_curators"), paragraphs)
    for number, step in enumerate(steps):
        made = () if paragraphs else (*map(_event, step.events), *map(_pair, step.pairs))
        answers = (_card(step.card),) if step.card else ()
        yield from (replace(note, step=number) for note in (*made, *answers))


def _event(one: EventView) -> Note:
    people = "; ".join(", ".join(part for part in (who.name, who.role) if part) for who in one.people)
    lines = [word("present_who", people=people)] if people else []
    lines += [word("present_about", topics=", ".join(one.topics))] if one.topics else []
    return Note(one.title, (*lines, *(claim_line(claim) for claim in one.claims)))


def _pair(one: Pair) -> Note:
    return Note(word("present_afterwards", title=one.title), tuple(_outcome(one.outcome)))


def _outcome(one: OutcomeView) -> Iterator[str]:
    told = ", ".join(part for part in (f"{one.sign} {one.words}", one.when, one.place) if part)
    yield f"{told}. {one.says}".strip()
    if one.note:
        yield word("present_note", note=one.note)
    yield from (_report(report) for report in one.reports)


def _card(card: Card) -> Note:
    return Note(
        card.ask,
        (word("present_answer_is", answer=card.answer), *(_report(report) for report in card.reports)),
    )


def _report(one: ReportView) -> str:
    by = word("present_reported_by", publisher=one.publisher)
    return ", ".join(part for part in (by, one.title, one.published) if part)
