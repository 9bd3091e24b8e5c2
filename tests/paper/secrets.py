"""What students aren't told, and what reports tell."""

from __future__ import annotations

from tests.paper.reading import squeezed
from touratlas.check import Atlas
from touratlas.model import Event, Leg, Outcome, Stop
from touratlas.paper.fonts import fonts_of
from touratlas.paper.words import settable


def items_of(atlas: Atlas) -> list[Stop | Leg | Event]:
    """All that has a basis and may have an outcome."""
    tour = atlas.tour
    return [*tour.stops, *tour.legs, *(event for _, event in tour.events())]


def outcomes_of(atlas: Atlas) -> list[Outcome]:
    """All that reports tell."""
    return [one.outcome for one in items_of(atlas) if one.outcome is not None]


def answers_of(atlas: Atlas) -> list[str]:
    """The answers to the tour file's questions."""
    return [question.answer for stop in atlas.tour.stops for question in stop.questions]


def secrets_of(atlas: Atlas) -> list[str]:
    """The texts of answers, outcomes, later reports, and the curator's notes."""
    tour = atlas.tour
    texts = [text for one in outcomes_of(atlas) for text in (one.says, one.note) if text]
    texts += [claim.note for _, claim, _ in tour.claims() if claim.note]
    texts += [stop.notes for stop in tour.stops if stop.notes]
    texts += [entry.why for source in tour.articles().values() for entry in source.audit.accept]
    for source in tour.sources.values():
        if source.kind != "article":
            texts += [text for text in (source.title, source.url) if text]
    grounds = [ground for one in items_of(atlas) for ground in (one.basis.when, one.basis.place) if ground]
    return texts + answers_of(atlas) + [ground.note for ground in grounds if ground.note]


def shown(text: str) -> str:
    """A text as it is on paper, squeezed."""
    return squeezed(settable(text, fonts_of()))


def assert_kept(found: str, texts: list[str]) -> None:
    """None of the texts is in what was found, neither as it is nor with stand-ins for what no font has."""
    for text in texts:
        assert squeezed(text) not in found, text
        assert "\ufffd" in shown(text) or shown(text) not in found, text
