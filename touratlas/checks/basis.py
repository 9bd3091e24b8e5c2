"""E601, E602: every date and every place says where it comes from, and on what ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.checks.spans import parts
from touratlas.model import INFERRED, ArticleSource
from touratlas.wording import listed, shown
from touratlas.words import Of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.checks.spans import Part
    from touratlas.finding import Finding
    from touratlas.model import Ground


def check(case: Case) -> Iterator[Finding]:
    """Findings for dates and places without a basis, and for bases without passage or note."""
    for part in parts(case.tour):
        for what in _needed(part):
            ground = part.item.basis.of(what)
            if (
                ground is None
                and not case.lost(*part.path, "basis", what.value)
                and not case.lost(*part.path, "basis")
            ):
                message = f"`{what}` has no basis; expected `basis: {{{what}: …}}` with {_choices(case)}"
                yield case.finding((*part.path, what.value), codes.BASIS_MISSING, message, key=True)
        for what in Of:
            ground = part.item.basis.of(what)
            if ground is not None:
                yield from _bare(case, part, what, ground)


def _needed(part: Part) -> Iterator[Of]:
    if part.when is not None:
        yield Of.WHEN
    place = getattr(part.item, "place", None)  # a leg has two ends and no place of its own
    if place is not None:
        yield Of.PLACE


def _choices(case: Case) -> str:
    ids = [*case.tour.sources][:4]
    return listed([*ids, INFERRED])


def _bare(case: Case, part: Part, what: Of, ground: Ground) -> Iterator[Finding]:
    path = (*part.path, "basis", what.value)
    if ground.from_ == INFERRED and ground.note is None and not case.lost(*path, "note"):
        yield case.finding(path, codes.BASIS_BARE, f"`{what}` is inferred; expected a `note` that says how")
    quotable = isinstance(case.tour.sources.get(ground.from_), ArticleSource)
    if quotable and not ground.quotes and not case.lost(*path, "quotes"):
        message = (
            f"`{what}` comes from {shown(ground.from_)}, an article; expected its passage under `quotes`"
        )
        yield case.finding(path, codes.BASIS_BARE, message)
