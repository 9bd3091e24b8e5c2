"""Lessons of tours, and the tour that has one stop and nothing else."""

from __future__ import annotations

from tests.tour_builder import loaded, sound
from touratlas.audit.report import audit_loaded
from touratlas.audit.run import ArticleFinding
from touratlas.check import Atlas, check_loaded
from touratlas.lesson import Lesson, lesson_of


def findings(atlas: Atlas) -> list[ArticleFinding]:
    """What the audit finds in a tour's articles."""
    return list(audit_loaded(atlas.loaded).of_articles)


def lesson(atlas: Atlas) -> Lesson:
    """The lesson of a tour, as the app makes it."""
    return lesson_of(atlas, findings(atlas))


def bare() -> Atlas:
    """One stop, no event, no claim, no date, no article."""
    tour = sound()
    place = {"kl": tour["places"]["kl"]}
    wire = {"wire": tour["sources"]["wire"]}
    stop = {"id": "kl", "place": "kl", "basis": {"place": "wire"}}
    only = {"touratlas": "1", "tour": tour["tour"], "sources": wire, "places": place, "stops": [stop]}
    report = check_loaded(loaded(only))
    assert report.atlas is not None, report.findings
    return report.atlas
