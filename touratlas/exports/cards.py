"""Cards for group work, one a stop, two on a sheet to cut apart: what the article tells, and what to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.exports.common import Format, Group, Options

if TYPE_CHECKING:
    from touratlas.check import Atlas


def make(atlas: Atlas, options: Options) -> bytes:
    """The file, PDF/UA-1."""
    from touratlas.paper.lesson import cards_pdf
    from touratlas.paper.words import sheet_of

    return cards_pdf(atlas, sheet_of(options.paper.value, options.fonts))


def warnings(atlas: Atlas, options: Options) -> tuple[str, ...]:
    """The characters that no font has."""
    from touratlas.paper.lesson import cards_lacks
    from touratlas.paper.words import sheet_of

    return cards_lacks(atlas, sheet_of(options.paper.value, options.fonts))


FORMAT = Format(
    name="cards",
    suffix=".cards.pdf",
    media_type="application/pdf",
    group=Group.TEACH,
    purpose="jigsaw cards for group work, one a stop, two on a sheet with a line to cut along; to print",
    lacks="answers and what happened later, on purpose; the map; what belongs to no stop",
    make=make,
    students=True,
    warnings=warnings,
)
