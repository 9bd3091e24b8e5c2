"""Questions for the class: the tour file's own, what the audit asks of a passage, and what was planned against what
happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from touratlas.interface import word
from touratlas.views.article_notes import as_sentence
from touratlas.views.found_questions import question_of, shown_passages, surest, touched
from touratlas.views.outcomes import report_views
from touratlas.views.passages import passage_view
from touratlas.views.present_values import Card, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.audit.run import ArticleFinding
    from touratlas.check import Atlas
    from touratlas.views.agenda_values import EventView, StopView

MOST_FOUND: Final = 2  # questions of the audit on a slide


def own_cards(atlas: Atlas, number: int) -> Iterator[Card]:
    """The questions of the tour file at a stop (from 0)."""
    for which, question in enumerate(atlas.tour.stops[number].questions):
        held = atlas.evidence.grounds.get(("stops", number, "questions", which, "quotes"), ())
        passages = tuple(passage_view(atlas, one) for one in held)
        yield Card(
            word("present_question"),
            question.ask,
            question.answer,
            passages=passages,
            reports=report_views(atlas.tour, question.from_),
        )


def found_cards(atlas: Atlas, findings: Sequence[ArticleFinding]) -> dict[int | None, list[Card]]:
    """Questions of the audit by the stop (from 0) whose agenda rests on the passage, None for the others: the surest
    first, one of a rule at a stop, and none where the tour file asks about the same sentence.
    """
    cards: dict[int | None, list[Card]] = {}
    used: set[tuple[int | None, str]] = set()
    for one in surest(atlas, findings):
        stop = _stop_of(atlas, touched(atlas, one))
        if len(cards.get(stop, ())) >= MOST_FOUND or (stop, one.code) in used:
            continue
        used.add((stop, one.code))
        cards.setdefault(stop, []).append(found_card(atlas, one))
    return cards


def stop_pairs(stop: StopView, later: StopView) -> Iterator[Pair]:
    """What became of a stop, of the way to it, and of what is on its agenda; `later` is the stop in the later view."""
    if later.outcome:
        yield Pair(stop.name.text, stop.name, stop.status, stop.when, later.outcome)
    if later.way_outcome:
        yield Pair(word("present_way_here"), None, None, None, later.way_outcome)
    yield from event_pairs((*later.way, *later.events))


def event_pairs(events: Sequence[EventView]) -> Iterator[Pair]:
    """What became of events, given as the later view has them."""
    for one in events:
        if one.outcome:
            yield Pair(one.title, None, one.status, one.when, one.outcome)


def found_card(atlas: Atlas, one: ArticleFinding) -> Card:
    """What the audit asks of a passage, with the passage and the reason as the answer."""
    answer = as_sentence(one.message)
    if one.suggestion:
        answer = word("present_perhaps", answer=answer, meant=one.suggestion)
    related = tuple(word("present_line", line=place.line, note=place.note) for place in one.related)
    shown = shown_passages(atlas, one)[:1]
    return Card(word("present_closely"), question_of(one), " ".join((answer, *related)), shown=shown)


def _stop_of(atlas: Atlas, places: Sequence[tuple[str, int]]) -> int | None:
    """The first stop that has a claim from one of some sentences."""
    claims = (claim for place in places for claim in atlas.evidence.by_sentence.get(place, ()))
    return min((claim.stop for claim in claims if claim.stop is not None), default=None)
