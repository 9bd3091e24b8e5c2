"""The speaker's notes of a slide: the curator's own, or, where there are none, made from claims and outcomes; and the
answers to its questions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

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
    by = f"Asserted by {claim.by}: " if claim.by else ""
    told = f" (told here {claim.status.words})" if claim.status else ""
    cites = " ".join(f"[{label}]" for label in claim.labels) or "[no citation]"
    note = f" Curator’s note: {claim.note}" if claim.note else ""
    return f"{by}{claim.says}{told} {cites}{note}"


def _notes(written: str, steps: Sequence[Step]) -> Iterator[Note]:
    paragraphs = tuple(" ".join(part.split()) for part in written.split("\n\n") if part.strip())
    if paragraphs:
        yield Note("The curator’s notes", paragraphs)
    for number, step in enumerate(steps):
        made = () if paragraphs else (*map(_event, step.events), *map(_pair, step.pairs))
        answers = (_card(step.card),) if step.card else ()
        yield from (replace(note, step=number) for note in (*made, *answers))


def _event(one: EventView) -> Note:
    people = "; ".join(", ".join(part for part in (who.name, who.role) if part) for who in one.people)
    lines = [f"Who: {people}"] if people else []
    lines += [f"About: {', '.join(one.topics)}"] if one.topics else []
    return Note(one.title, (*lines, *(claim_line(claim) for claim in one.claims)))


def _pair(one: Pair) -> Note:
    return Note(f"Afterwards: {one.title}", tuple(_outcome(one.outcome)))


def _outcome(one: OutcomeView) -> Iterator[str]:
    told = ", ".join(part for part in (f"{one.sign} {one.words}", one.when, one.place) if part)
    yield f"{told}. {one.says}".strip()
    if one.note:
        yield f"Curator’s note: {one.note}"
    yield from (_report(report) for report in one.reports)


def _card(card: Card) -> Note:
    return Note(card.ask, (f"Answer: {card.answer}", *(_report(report) for report in card.reports)))


def _report(one: ReportView) -> str:
    return ", ".join(part for part in (f"Reported by {one.publisher}", one.title, one.published) if part)
