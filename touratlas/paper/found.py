"""Exercises in checking sources that the audit of the articles gives: the article's own words, and what is odd about
them. They rest on the article alone.
"""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Final

from touratlas.audit.report import audit_loaded
from touratlas.finding import Severity
from touratlas.interface import word
from touratlas.paper.tasks import Task
from touratlas.views.found_questions import cited_entries, question_of, shown_passages, surest, touched

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from touratlas.audit.run import ArticleFinding
    from touratlas.check import Atlas
    from touratlas.views.passages import PassageView

MOST_FOUND: Final = 6  # exercises of the audit
_SHOWN: Final = 2  # passages of one of them
_LONGEST: Final = 1_200  # characters of its passages together: more has no room beside a task
_SURE: Final = {Severity.ERROR: "paper_certain", Severity.WARNING: "paper_probable"}


def found_tasks(atlas: Atlas) -> tuple[Task, ...]:
    """What the audit finds as exercises, the surest first, a rule again only after all others had their turn, and no
    sentence twice; () where it finds nothing that a class could be asked about.
    """
    open_ = surest(atlas, audit_loaded(atlas.loaded).of_articles)
    used: set[tuple[str, int]] = set()
    tasks: list[Task] = []
    for one in _in_turn(open_):
        places = touched(atlas, one)
        if len(tasks) == MOST_FOUND or not used.isdisjoint(places):
            continue
        task = _task(atlas, one)
        if sum(len(view.whole) for view in task.shown) <= _LONGEST:
            used.update(places)
            tasks.append(task)
    return tuple(tasks)


def _in_turn(findings: Iterable[ArticleFinding]) -> Iterator[ArticleFinding]:
    """The findings in rounds, one of each rule in a round."""
    by_rule: dict[str, list[ArticleFinding]] = {}
    for one in findings:
        by_rule.setdefault(one.code, []).append(one)
    rounds = zip_longest(*by_rule.values())
    return (one for one in chain.from_iterable(rounds) if one is not None)


def _task(atlas: Atlas, one: ArticleFinding) -> Task:
    shown = shown_passages(atlas, one)[:_SHOWN]
    return Task(
        about=_about(shown),
        ask=question_of(one),
        answer=_answer(one),
        shown=shown,
        cited=cited_entries(atlas, one)[:_SHOWN],
        passages=shown,
    )


def _about(shown: Sequence[PassageView]) -> str:
    """Where it stands."""
    first, *others = sorted({view.line for view in shown})
    return (
        word("paper_about_lines", first=first, last=others[-1]) if others else word("paper_about", line=first)
    )


def _answer(one: ArticleFinding) -> str:
    """How sure it is, the reason, and what might be meant."""
    told = word(_SURE[one.severity], reason=one.message.removesuffix("."))
    return f"{told} {word('paper_perhaps', meant=one.suggestion)}" if one.suggestion else told
