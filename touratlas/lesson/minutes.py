"""How the minutes of a path are shared out among its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from touratlas.lesson.values import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

PATHS: Final = (10, 25, 45)  # minutes

# What each part takes in each path, where a tour has all of them, in the order of the path; together its minutes.
_PLAN: Final[Mapping[int, Mapping[Kind, int]]] = {
    10: {Kind.EXPLORE: 2, Kind.STRIP: 2, Kind.FOUND: 3, Kind.PAIRS: 2, Kind.CLOSING: 1},
    25: {
        Kind.EXPLORE: 3,
        Kind.EVIDENCE: 3,
        Kind.STRIP: 4,
        Kind.OWN: 4,
        Kind.FOUND: 6,
        Kind.PAIRS: 3,
        Kind.CLOSING: 2,
    },
    45: {
        Kind.EXPLORE: 4,
        Kind.EVIDENCE: 5,
        Kind.STRIP: 4,
        Kind.JIGSAW: 13,
        Kind.OWN: 13,
        Kind.FOUND: 9,
        Kind.PAIRS: 6,
        Kind.CLOSING: 4,
    },
}


def shares(minutes: int, there: Collection[Kind]) -> dict[Kind, int]:
    """The parts of a path that takes so many minutes, in order, each with its own: whole minutes, at least one, exactly
    `minutes` together. Of parts that are `there` those stand in it that its plan has; questions of the tour file only
    where the cards, which hold them, aren't.

    Raises ValueError where there is none of them.
    """
    plan = {kind: weight for kind, weight in _PLAN[minutes].items() if kind in there}
    if Kind.JIGSAW in plan:
        plan.pop(Kind.OWN, None)
    if not plan:
        raise ValueError("a path has at least one part")
    whole = sum(plan.values())
    given = {kind: max(minutes * weight // whole, 1) for kind, weight in plan.items()}
    # The largest remainders get what is left over; equal ones in the path's order.
    left = minutes - sum(given.values())
    by_rest = sorted(plan, key=lambda kind: -(minutes * plan[kind] % whole))
    for kind in by_rest[:left]:
        given[kind] += 1
    return given
