"""The tour on paper: a handout of a few pages with map, timeline, agenda, citations and references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.exports.common import Format, Group, Options, told

if TYPE_CHECKING:
    from touratlas.check import Atlas


def make(atlas: Atlas, options: Options) -> bytes:
    """The file, PDF/UA-1. What happened later is in it in the later view alone, on a page of its own."""
    from touratlas.paper.handout import handout_pdf
    from touratlas.paper.words import sheet_of

    sheet = sheet_of(options.paper.value, options.fonts)
    return handout_pdf(told(atlas, options), sheet, options.view)


def warnings(atlas: Atlas, options: Options) -> tuple[str, ...]:
    """The characters that no font has."""
    from touratlas.paper.handout import handout_lacks
    from touratlas.paper.words import sheet_of

    sheet = sheet_of(options.paper.value, options.fonts)
    return handout_lacks(told(atlas, options), sheet, options.view)


FORMAT = Format(
    name="handout",
    suffix=".handout.pdf",
    media_type="application/pdf",
    group=Group.TEACH,
    purpose="the tour on two to four pages: map, timeline, agenda with citations, references; to print",
    lacks="the passages word for word, and the article’s text",
    make=make,
    students=True,
    warnings=warnings,
)
