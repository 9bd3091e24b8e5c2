"""The lesson of a tour is made of what the tour has, and of nothing that it hasn't."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.lesson.lessons import bare, findings, lesson
from tests.views.tours import with_tour
from touratlas.check import Atlas
from touratlas.lesson import lesson_of
from touratlas.lesson.asking import MOST_FOUND, MOST_GUESSES, MOST_OWN
from touratlas.lesson.minutes import PATHS
from touratlas.lesson.values import Kind, Lesson, Part
from touratlas.students import for_students
from touratlas.views.found_questions import surest
from touratlas.views.links import STRIPPED, QueryLinks
from touratlas.views.strip import strip_view
from touratlas.words import OutcomeStatus, Status


def part(made: Lesson, minutes: int, kind: Kind) -> Part:
    """A part of a path."""
    (path,) = (path for path in made.paths if path.minutes == minutes)
    (found,) = (one for one in path.parts if one.kind is kind)
    return found


def kinds(made: Lesson) -> set[Kind]:
    """The kinds of all parts."""
    return {one.kind for path in made.paths for one in path.parts}


def test_three_paths_that_add_up(atlas: Atlas) -> None:
    """Part follows part without a gap, from 0 to the end."""
    made = lesson(atlas)
    assert tuple(path.minutes for path in made.paths) == PATHS
    for path in made.paths:
        assert path.parts[0].start == 0
        assert [one.end for one in path.parts] == [*(one.start for one in path.parts[1:]), path.minutes]


def test_a_longer_path_asks_all_that_a_shorter_one_asks(atlas: Atlas) -> None:
    """Two, four, six questions of the audit, as many as there are; so a teacher who has prepared one has the other."""
    made = lesson(atlas)
    rules = {one.code for one in surest(atlas, findings(atlas))}
    asked = {minutes: part(made, minutes, Kind.FOUND).questions for minutes in PATHS}
    assert [len(one) for one in asked.values()] == [min(most, len(rules)) for most in (2, 4, MOST_FOUND)]
    assert asked[45][: len(asked[25])] == asked[25]
    assert asked[25][: len(asked[10])] == asked[10]
    for minutes in PATHS:
        guesses = part(made, minutes, Kind.PAIRS).guesses
        assert set(guesses) <= set(part(made, 45, Kind.PAIRS).guesses)
        assert [one.number for one in guesses] == sorted(one.number for one in guesses)


def test_the_audit_asks_with_passage_place_and_answer(real: Atlas) -> None:
    """The surest first, each rule once; two names stand side by side."""
    made = lesson(real)
    found = part(made, 45, Kind.FOUND).questions
    assert len({one.card.ask for one in found}) == len(found)
    names = next(one for one in found if "both names" in one.card.ask)
    assert names.where.startswith("line 14, column ")
    assert names.href == "article?tour=us-asia-2025&source=article"
    (shown,) = names.card.shown
    assert shown.quote == "Center for Calculated and International Studies"
    assert "Center for Strategic and International Studies" in names.cited[0].reference
    assert names.card.answer


def test_the_strip_test_says_what_it_leaves(atlas: Atlas) -> None:
    """With the counts of the strip test itself, and its address."""
    made = part(lesson(atlas), 10, Kind.STRIP)
    left = strip_view(atlas, QueryLinks("x")).left
    assert all(str(one) in made.answer for one in left)
    assert made.href == f"article?tour={atlas.tour.tour.id}&strip={STRIPPED}"


def test_guesses_are_what_was_ahead_and_has_an_outcome(atlas: Atlas) -> None:
    """The telling ones first where there is no room for all; nothing that was told as past."""
    made = lesson(atlas)
    ahead = [
        event
        for _, event in atlas.tour.events()
        if event.status is not Status.REPORTED and event.outcome is not None
    ]
    assert len(made.guesses) == min(len(ahead), MOST_GUESSES)
    telling = {OutcomeStatus.CHANGED, OutcomeStatus.NOT_HAPPENED}
    wrong = [event.title for event in ahead if event.outcome and event.outcome.status in telling]
    assert set(wrong) <= {one.pair.title for one in made.guesses}
    assert {one.pair.title for one in part(made, 10, Kind.PAIRS).guesses} & set(wrong)


def test_own_questions_go_round_the_stops(real: Atlas) -> None:
    """The first of each stop before the second of any."""
    own = [one for one in lesson(real).questions if one.href.startswith("./?")]
    assert len(own) == MOST_OWN
    stops = [stop.questions[0].ask for stop in real.tour.stops if stop.questions]
    assert [one.card.ask for one in own][: len(stops)] == stops


def test_each_stop_is_seen_first_by_its_lead_event(atlas: Atlas) -> None:
    """With an address that opens it."""
    firsts = part(lesson(atlas), 10, Kind.EXPLORE).firsts
    assert len(firsts) == len(atlas.tour.stops)
    for stop, first in zip(atlas.tour.stops, firsts, strict=True):
        lead = next((event for event in stop.events if event.lead), None)
        assert first.title == (lead.title if lead else "")
        assert f"event={lead.id}" in first.href if lead else f"stop={stop.id}" in first.href


def test_what_a_tour_lacks_is_left_out(atlas: Atlas) -> None:
    """No outcomes, no guesses; no findings, no questions of the audit; no questions, none; the minutes stay."""
    students = for_students(atlas)
    assert Kind.PAIRS not in kinds(lesson(students))
    assert Kind.FOUND not in kinds(lesson_of(atlas))
    stops = tuple(stop.model_copy(update={"questions": ()}) for stop in atlas.tour.stops)
    made = lesson(with_tour(atlas, stops=stops))
    assert Kind.OWN not in kinds(made)
    assert all(sum(one.minutes for one in path.parts) == path.minutes for path in made.paths)


def test_one_stop_and_nothing_else() -> None:
    """Still a lesson: look, strip, say what is known; nothing of what isn't there."""
    made = lesson(bare())
    assert kinds(made) == {Kind.EXPLORE, Kind.STRIP, Kind.CLOSING}
    assert [made.cards, made.questions, made.guesses, made.glossary] == [()] * 4
    assert [sum(one.minutes for one in path.parts) for path in made.paths] == list(PATHS)
    assert not any("card" in one for one in made.materials)


def test_age_and_aims_are_general_or_the_tour_files(real: Atlas, invented: Atlas) -> None:
    """A tour file has the last word; what is general claims no more than the tour can do."""
    own = lesson(invented)
    assert own.age == invented.tour.lesson.age == "12 to 14 (invented)"
    assert own.aims == invented.tour.lesson.aims
    general = lesson(real)
    assert general.age.startswith("from 14 on")
    assert any("editor" in aim for aim in general.aims)
    assert not any("editor" in aim for aim in lesson_of(real).aims)


def test_the_glossary_is_the_tour_files(atlas: Atlas) -> None:
    """In its order."""
    assert lesson(atlas).glossary == tuple(atlas.tour.glossary.items()) != ()


def test_several_articles_are_told_apart(real: Atlas) -> None:
    """A place says of which article it is, where there are several."""
    source = next(iter(real.tour.sources))
    other = real.tour.articles()[source].model_copy(update={"title": "Another"})
    tour = real.tour.model_copy(update={"sources": {**real.tour.sources, "second": other}})
    both = replace(real, tour=tour)
    places = [one.where for one in part(lesson_of(both, findings(real)), 10, Kind.FOUND).questions]
    assert all(place.startswith("“Evolving Dynamics") and ", line " in place for place in places)


@pytest.mark.parametrize("minutes", PATHS)
def test_every_part_says_what_to_do(atlas: Atlas, minutes: int) -> None:
    """And what to show; questions of a part are never none."""
    (path,) = (path for path in lesson(atlas).paths if path.minutes == minutes)
    for one in path.parts:
        assert one.does
        assert one.show
        assert one.questions or one.kind not in {Kind.FOUND, Kind.OWN}
        assert one.guesses or one.kind is not Kind.PAIRS
