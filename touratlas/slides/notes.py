"""What the speaker has beside the slides: claims with their citations, where dates come from, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from touratlas.paper.agenda import Agenda
    from touratlas.paper.tasks import Task
    from touratlas.paper.words import Data


def event_notes(event: Data) -> tuple[str, ...]:
    """Who takes part, and every claim of an event with the numbers of its citations and the curator's note, if any."""
    notes = [event["title"]]
    notes += [f"Who: {event['people']}"] if event["people"] else []
    notes += [f"About: {event['topics']}"] if event["topics"] else []
    return (*notes, *(claim_note(one) for one in event["claims"]), "")


def claim_note(one: Data) -> str:
    """A claim on a line: who asserts it, how the article tells it if not as its event, and what it cites."""
    by = f"Asserted by {one['by']}: " if one["by"] else ""
    told = f" (told here {one['words']})" if one["words"] else ""
    cites = " ".join(f"[{label}]" for label in one["labels"]) or "[no citation]"
    note = f"\n   Curator’s note: {one['note']}" if one["note"] else ""
    return f"• {by}{one['says']}{told} {cites}{note}"


def origin_notes(agenda: Agenda) -> tuple[str, ...]:
    """Where days and places come from that aren't in the article."""
    return tuple(f"{one['about']}: {one['text']}" for one in agenda.origins())


def answer_notes(task: Task) -> tuple[str, ...]:
    """A question with its answer, the passages word for word, and the reports."""
    passages = [" ".join(f"{one.before}{one.quote}{one.after}".split()) for one in task.passages]
    reports = [
        " ".join(part for part in ("Reported by", one.publisher, one.title, one.url) if part)
        for one in task.reports
    ]
    return (task.ask, f"Answer: {task.answer}", *(f"• “{one}”" for one in passages), *reports, "")
