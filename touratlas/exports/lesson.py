"""The plan of a lesson, for teachers: paths of 10, 25 and 45 minutes, questions with answers, a glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.exports.common import Format, Group, Options

if TYPE_CHECKING:
    from touratlas.check import Atlas


def make(atlas: Atlas, options: Options) -> bytes:
    """The file, PDF/UA-1."""
    from touratlas.paper.lesson import lesson_pdf
    from touratlas.paper.words import sheet_of

    return lesson_pdf(atlas, sheet_of(options.paper.value, options.fonts), options.address)


def warnings(atlas: Atlas, options: Options) -> tuple[str, ...]:
    """The characters that no font has."""
    from touratlas.paper.lesson import lesson_lacks
    from touratlas.paper.words import sheet_of

    return lesson_lacks(atlas, sheet_of(options.paper.value, options.fonts))


FORMAT = Format(
    name="lesson",
    suffix=".lesson.pdf",
    media_type="application/pdf",
    group=Group.TEACH,
    purpose="the plan of a lesson: paths of 10, 25 and 45 minutes, questions with answers, a glossary; for teachers",
    lacks="the agenda and the map, which are in the handout; the links into the app, which its page “Lesson” has",
    make=make,
    warnings=warnings,
)
