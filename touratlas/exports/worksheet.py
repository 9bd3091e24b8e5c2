"""The worksheet: a map to fill in, questions, and exercises in checking sources, with room to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.exports.common import Format, Group, Options

if TYPE_CHECKING:
    from touratlas.check import Atlas


def make(atlas: Atlas, options: Options) -> bytes:
    """The file, PDF/UA-1."""
    from touratlas.paper.words import sheet_of
    from touratlas.paper.worksheet import worksheet_pdf

    return worksheet_pdf(atlas, sheet_of(options.paper.value, options.fonts))


def warnings(atlas: Atlas, options: Options) -> tuple[str, ...]:
    """The characters that no font has."""
    from touratlas.paper.words import sheet_of
    from touratlas.paper.worksheet import worksheet_lacks

    return worksheet_lacks(atlas, sheet_of(options.paper.value, options.fonts))


FORMAT = Format(
    name="worksheet",
    suffix=".worksheet.pdf",
    media_type="application/pdf",
    group=Group.TEACH,
    purpose="a map to fill in, questions and exercises in checking sources, with room to write; to print",
    lacks="answers, agenda, claims and references: they are in the answer key and the handout",
    make=make,
    students=True,
    warnings=warnings,
)
