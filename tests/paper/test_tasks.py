"""Tasks for the class: from the tour file, from the curator's notes, and from elsewhere."""

from __future__ import annotations

from touratlas.check import Atlas
from touratlas.paper.tasks import (
    CITED,
    MOST_EXERCISES,
    UNCITED,
    Task,
    chapters,
    note_tasks,
    question_tasks,
    unanswered,
)


def test_questions_come_from_the_tour_file(atlas: Atlas) -> None:
    """In the order of the stops, with answer, passages and reports."""
    asked = [question for stop in atlas.tour.stops for question in stop.questions]
    tasks = question_tasks(atlas)
    assert [(task.ask, task.answer) for task in tasks] == [(one.ask, one.answer) for one in asked]
    assert [len(task.passages) for task in tasks] == [len(one.quotes) for one in asked]
    assert [len(task.reports) for task in tasks] == [len(one.from_) for one in asked]


def test_exercises_come_from_notes(real: Atlas) -> None:
    """Each shows its passage and asks by whether that is cited; the note is the answer. None repeats a question."""
    tasks = note_tasks(real)
    notes = [claim.note for _, claim, _ in real.tour.claims() if claim.note]
    assert {task.answer for task in tasks} <= set(notes)
    assert {task.ask for task in tasks} >= {CITED, UNCITED}
    asked = {one.quote for task in question_tasks(real) for one in task.passages}
    for task in tasks:
        assert 1 <= len(task.shown) <= 2
        assert (task.ask == CITED) == bool(task.cited)
        assert asked.isdisjoint(one.quote for one in task.shown)
    assert len({task.about for task in tasks[:4]}) == 4


def test_tasks_found_elsewhere_come_first(real: Atlas) -> None:
    """And notes fill up the room that they leave."""
    found = tuple(Task("The article", f"Question {number}?", "Answer.") for number in range(4))
    _, checking = chapters(real, found)
    assert checking.tasks[:4] == found
    assert len(checking.tasks) == MOST_EXERCISES
    many = found * 3
    assert chapters(real, many)[1].tasks == many


def test_no_passage_is_asked_about_twice(real: Atlas) -> None:
    """A note on words that a found task shows gives no exercise."""
    first, *others = note_tasks(real)
    found = Task("The article", "Question?", "Answer.", shown=first.shown)
    tasks = chapters(real, (found,))[1].tasks
    assert first not in tasks
    assert set(tasks[1:]) <= set(others)


def test_unanswered(real: Atlas) -> None:
    """All that is asked stays, and nothing of what it rests on."""
    whole = chapters(real)
    for before, after in zip(whole, unanswered(whole), strict=True):
        assert [(task.about, task.ask, task.shown) for task in after.tasks] == [
            (task.about, task.ask, task.shown) for task in before.tasks
        ]
        assert {(task.answer, task.passages, task.reports) for task in after.tasks} == {("", (), ())}


def test_room_to_write() -> None:
    """From two lines to six."""
    assert [Task("", "", "x" * length).lines for length in (0, 100, 200, 5000)] == [2, 2, 4, 6]


def test_a_tour_without_questions_and_notes_has_no_chapters(real: Atlas) -> None:
    """Nothing is made up."""
    from dataclasses import replace

    bare = replace(
        real, tour=real.tour.model_copy(update={"stops": ()}), evidence=replace(real.evidence, claims=())
    )
    assert chapters(bare) == ()
