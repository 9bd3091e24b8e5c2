"""The page of a lesson, in three pieces of HTML: what comes before the choice of a path, the path, and the rest. Every
text is escaped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.interface import word
from touratlas.views.follow import follow
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.templates import render

if TYPE_CHECKING:
    from touratlas.check import Atlas
    from touratlas.lesson.values import Lesson, Path

EXPORT = "export"


def head_html(atlas: Atlas, lesson: Lesson, address: str = "") -> str:
    """Title, whom it is for, aims, and what to have at hand; the code of a public address where there is one."""
    head = atlas.tour.tour
    return render(
        "lesson_head.html",
        lesson=lesson,
        intro=word("lesson_intro", tour=head.title),
        export=QueryLinks(head.id, page=EXPORT).to(Choice()),
        follow=follow(atlas.tour, address),
    )


def path_html(path: Path) -> str:
    """A path as a table, with its questions, and their answers in what a reader has to open."""
    return render("lesson_path.html", path=path, label=word("lesson_path", minutes=path.minutes))


def rest_html(lesson: Lesson) -> str:
    """Glossary and cards."""
    return render("lesson_rest.html", lesson=lesson)
