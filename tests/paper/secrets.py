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
    """The texts of answers, outcomes, later reports, and the curator's notes and reasons."""
    tour = atlas.tour
    texts = [text for one in outcomes_of(atlas) for text in (one.says, one.note) if text]
    texts += [claim.note for _, claim, _ in tour.claims() if claim.note]
    texts += [stop.notes for stop in tour.stops if stop.notes]
    texts += [entry.why for source in tour.articles().values() for entry in source.audit.accept]
    for source in tour.sources.values():
        if source.kind != "article":
            texts += [text for text in (source.title, source.url) if text]
        else:
            texts += [source.about or "", *(one.why for one in source.left_out)]
            texts += [one.why for one in source.audit.off]
            texts += [one.why for one in source.audit.accept]
    texts += late_publishers(atlas)
    grounds = [ground for one in items_of(atlas) for ground in (one.basis.when, one.basis.place) if ground]
    notes = [ground.note for ground in grounds if ground.note]
    notes += [one.says for ground in grounds for one in ground.others]
    return [text for text in (*texts, *answers_of(atlas), *notes) if text]


def late_publishers(atlas: Atlas) -> list[str]:
    """Who published nothing but reports from after the last day that the article could know of, and isn't named by the
    article itself.
    """
    edge = atlas.tour.tour.as_of.latest
    assert edge is not None
    late: dict[str, bool] = {}
    for source in atlas.tour.sources.values():
        if source.kind != "article":
            day = source.published.latest if source.published else None
            after = source.kind == "report" if day is None else day > edge
            late[source.publisher] = late.get(source.publisher, True) and after
    articles = atlas.articles.values()
    texts = [text for one in articles for text in (one.text, *(entry.text for entry in one.references))]
    return [name for name, only in late.items() if only and not any(name in text for text in texts)]


def shown(text: str) -> str:
    """A text as it is on paper, squeezed."""
    return squeezed(settable(text, fonts_of()))


def assert_kept(found: str, texts: list[str]) -> None:
    """None of the texts is in what was found, neither as it is nor with stand-ins for what no font has."""
    for text in texts:
        assert squeezed(text) not in found, text
        assert "\ufffd" in shown(text) or shown(text) not in found, text
