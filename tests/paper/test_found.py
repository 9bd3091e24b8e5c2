"""Exercises that the audit gives: the surest first, rules in turn, each sentence once, the article's words alone."""

from __future__ import annotations

from typing import Any

from tests.tour_builder import loaded, sound
from touratlas.check import Atlas, check_loaded
from touratlas.paper.found import MOST_FOUND, found_tasks
from touratlas.paper.tasks import Task

PLAIN = """A Visit in Two Cities

The guest landed in Kuala Lumpur on Sunday [1]. A dinner with the hosts is planned for the evening [2]. In Tokyo he will meet the prime minister [1].
{more}
References
[1] A report of the landing.
[2] A programme of the visit.
"""  # noqa: E501 - a paragraph is a line
WEEKDAYS = "\nIt was Sunday, 25 October 2025 [1].\n\nIt was Monday, 25 October 2025 [1].\n\nx09o47\n"


def tasks_of(more: str, tour: dict[str, Any] | None = None) -> tuple[Task, ...]:
    """The exercises of a small tour whose article has more in it."""
    report = check_loaded(loaded(tour or sound(), PLAIN.replace("{more}", more)))
    assert report.atlas is not None, report.findings
    return found_tasks(report.atlas)


def test_an_article_in_order_gives_none() -> None:
    """Nothing is made up."""
    assert [task.ask for task in tasks_of("") if "day of the week" in task.ask] == []


def test_what_is_certain_comes_first_and_rules_take_turns() -> None:
    """A wrong weekday, then a stray token, then the other weekday."""
    tasks = tasks_of(WEEKDAYS)
    told = [task.answer for task in tasks if "Saturday" in task.answer or "x09o47" in task.answer]
    assert [one.partition(":")[0] for one in told] == ["Certain", "Probable", "Certain"]
    assert "not a Sunday" in told[0]
    assert "x09o47 is no prose" in told[1]
    assert "not a Monday" in told[2]


def test_what_the_curator_accepted_is_not_asked() -> None:
    """Nor what is off."""
    tour = sound()
    accepted = {"rule": "A301", "quote": "Sunday, 25 October 2025", "why": "As printed."}
    tour["sources"]["article"]["audit"] = {"accept": [accepted], "off": [{"rule": "A504", "why": "Known."}]}
    told = " ".join(task.answer for task in tasks_of(WEEKDAYS, tour))
    assert "not a Sunday" not in told
    assert "not a Monday" in told
    assert "x09o47" not in told


def test_a_passage_without_end_is_left_out() -> None:
    """It has no room beside a task."""
    long = f"\nIt was Sunday, 25 October 2025, {'and then ' * 300}[1].\n"
    assert all(len(task.shown[0].whole) < 2_000 for task in tasks_of(long))


def test_each_is_found_by_its_line(atlas: Atlas) -> None:
    """Its passage stands word for word in the article, in that line; places to compare stand beside it."""
    tasks = found_tasks(atlas)
    assert 1 <= len(tasks) <= MOST_FOUND
    texts = [article.text for article in atlas.articles.values()]
    for task in tasks:
        assert f"Line {task.shown[0].line}" == task.about or task.about.startswith("Lines ")
        assert task.passages == task.shown
        for one in task.shown:
            assert any(one.whole in text for text in texts)
            lines = [text.split("\n")[one.line - 1] for text in texts if text.count("\n") >= one.line]
            assert any(one.quote.split("\n")[0] in line for line in lines)
    sentences = [task.shown[0].whole for task in tasks]
    assert len(set(sentences)) == len(sentences)


def test_places_that_are_nearly_the_same_are_shown_both() -> None:
    """Side by side, with the words that differ in the answer."""
    sentence = (
        "The hosts said that the planned programme of the visit was going to please everybody who came along"
    )
    other = sentence.replace("planned", "calculated")
    (task,) = [one for one in tasks_of(f"\n{sentence} [1].\n\n{other} [2].\n") if "word by word" in one.ask]
    assert sorted(one.line for one in task.shown) == [5, 7]
    assert task.about == "Lines 5 and 7"
    assert "“planned” → “calculated”" in task.answer
