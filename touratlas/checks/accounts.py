"""E615: what disagrees with a date or a place is another report or schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.checks.spans import parts
from touratlas.model import ArticleSource
from touratlas.wording import shown
from touratlas.words import Of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding
    from touratlas.model import Ground
    from touratlas.tree import Path


def check(case: Case) -> Iterator[Finding]:
    """Findings for accounts of an article, and for such of the source that the date or the place is from itself."""
    for part in parts(case.tour):
        for what in Of:
            ground = part.item.basis.of(what)
            if ground is not None:
                yield from _one(case, (*part.path, "basis", what.value), ground)


def _one(case: Case, path: Path, ground: Ground) -> Iterator[Finding]:
    for number, account in enumerate(ground.others):
        name = account.from_
        if isinstance(case.tour.sources.get(name), ArticleSource):
            wrong = f"{shown(name)} is an article"
        elif name == ground.from_:
            wrong = f"{shown(name)} is the source that this basis is from itself"
        else:
            continue  # one that isn't known is reported as such
        message = f"{wrong}; expected another source of kind `report` or `schedule`"
        yield case.finding((*path, "others", number, "from"), codes.ACCOUNT_NO_OTHER, message)
