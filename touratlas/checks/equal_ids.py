"""I402: stops and events have ids of their own, each only once in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.evidence import BACKGROUND
from touratlas.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding
    from touratlas.tree import Path


def check(case: Case) -> Iterator[Finding]:
    """Findings for the second and later use of an id, with the line of the first."""
    stops: list[tuple[Path, str]] = [
        (("stops", number, "id"), stop.id) for number, stop in enumerate(case.tour.stops)
    ]
    events: list[tuple[Path, str]] = [((*path, "id"), event.id) for path, event in case.tour.events()]
    for path, name in events:
        if name == BACKGROUND:  # its claims would bear the ids of those that belong to no event
            message = f"the id {shown(name)} is taken by what belongs to no stop; expected another"
            yield case.finding(path, codes.ID_TWICE, message)
    for noun, ids in (("stop", stops), ("event", events)):
        first: dict[str, int] = {}
        for path, name in ids:
            line, _ = case.loaded.place(path)
            if name in first and not case.lost(*path):
                again = f"the {noun} id {shown(name)} is used again; line {first[name]} has it"
                message = f"{again}, expected another"
                yield case.finding(path, codes.ID_TWICE, message)
            first.setdefault(name, line)
