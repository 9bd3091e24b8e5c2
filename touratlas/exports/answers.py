"""The answer key to the worksheet, as a file apart: for teachers, with what happened later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.exports.common import Format, Group, Options

if TYPE_CHECKING:
    from touratlas.check import Atlas


def make(atlas: Atlas, options: Options) -> bytes:
    """The file, PDF/UA-1."""
    from touratlas.paper.words import sheet_of
    from touratlas.paper.worksheet import answers_pdf

    return answers_pdf(atlas, sheet_of(options.paper.value, options.fonts))


def warnings(atlas: Atlas, options: Options) -> tuple[str, ...]:
    """The characters that no font has."""
    from touratlas.paper.words import sheet_of
    from touratlas.paper.worksheet import answers_lacks

    return answers_lacks(atlas, sheet_of(options.paper.value, options.fonts))


FORMAT = Format(
    name="answers",
    suffix=".answers.pdf",
    media_type="application/pdf",
    group=Group.TEACH,
    purpose="the answer key to the worksheet, with the passages and reports that answers rest on; for teachers",
    lacks="the agenda with its claims, which is in the handout",
    make=make,
    warnings=warnings,
)
