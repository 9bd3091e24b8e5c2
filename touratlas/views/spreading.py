"""Points of a picture moved apart, as little as needed, so that a mark can stand at each.

Points in one place open into a ring around it, in their order; others push each other away. The cost grows with
the number of points and not with its square.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.views.boxes import XY

_TOGETHER = 2.0  # px: points no further apart are one place
_ROUNDS = 80  # of pushing; what a crowd hasn't settled by then is settled one by one
_SLACK = 0.25  # px pushed beyond what is needed, so that a crowd comes to rest
_TURNS = 6  # of a ring, that are tried where others are near
_RING = 8  # points that stand around their place in one ring; more fill rings from the middle on


def spread(points: Sequence[XY], least: float) -> list[XY]:
    """The points, moved as little as needed for each two to be `least` apart; points in one place fan out
    in a fixed order.
    """
    spots = _opened([(float(x), float(y)) for x, y in points], least)
    for _ in range(_ROUNDS):
        if not _pushed(spots, least):
            return spots
    return _settled(spots, least)


def _opened(points: list[XY], least: float) -> list[XY]:
    """Each group of points in one place as a ring around its middle, clockwise from the top or the upper left
    unless others are in its way.
    """
    groups: list[list[int]] = []
    for at, point in enumerate(points):
        near = (group for group in groups if math.dist(points[group[0]], point) <= _TOGETHER)
        group = next(near, None)
        if group is None:
            groups.append([at])
        else:
            group.append(at)
    spots = list(points)
    for group in groups:
        if len(group) == 1:
            continue
        x, y = (sum(points[at][axis] for at in group) / len(group) for axis in (0, 1))
        others = [(px - x, py - y) for at, (px, py) in enumerate(points) if at not in group]
        for at, (dx, dy) in zip(group, _opening(len(group), least, others), strict=True):
            spots[at] = (x + dx, y + dy)
    return spots


def _opening(number: int, least: float, others: Sequence[XY]) -> list[XY]:
    """Places around a point for so many marks, turned as they are least in the way of others (relative to it)."""
    turns = [list(_places(number, least, part / _TURNS)) for part in range(_TURNS)]
    reach = least + max(math.hypot(*place) for place in turns[0])
    near = [other for other in others if math.hypot(*other) < reach]
    return min(turns, key=lambda places: round(_in_the_way(places, near, least), 3)) if near else turns[0]


def _in_the_way(places: Sequence[XY], others: Sequence[XY], least: float) -> float:
    return sum(max(0.0, least - math.dist(place, other)) for place in places for other in others)


def _places(number: int, least: float, turn: float) -> Iterator[XY]:
    """One ring, or one in the middle and rings of up to 6, 12, 18 …; `turn` is a part of the way to the next place."""
    if number <= _RING:
        yield from _ring(number, least / 2 / math.sin(math.pi / number), turn)
        return
    yield (0.0, 0.0)
    left = number - 1
    for ring in itertools.count(1):
        if not left:
            return
        here = min(left, 6 * ring)
        yield from _ring(here, least * ring, turn)
        left -= here


def _ring(number: int, radius: float, turn: float = 0.0) -> Iterator[XY]:
    first = -math.pi / 2 - (math.pi / number if number % 2 == 0 else 0.0) + 2 * math.pi / number * turn
    for at in range(number):
        angle = first + 2 * math.pi * at / number
        yield math.cos(angle) * radius, math.sin(angle) * radius


def _pushed(spots: list[XY], least: float) -> bool:
    """Push each two that are too near apart, both by the same; whether there were any."""
    moved = False
    for one, other in _near(spots, least):
        (ax, ay), (bx, by) = spots[one], spots[other]
        away = math.hypot(bx - ax, by - ay)
        if away >= least - 0.01:
            continue
        angle = math.atan2(by - ay, bx - ax) if away > 1e-6 else 2.4 * other  # the golden angle, in radians
        push = (least - away) / 2 + _SLACK
        ux, uy = math.cos(angle) * push, math.sin(angle) * push
        spots[one], spots[other] = (ax - ux, ay - uy), (bx + ux, by + uy)
        moved = True
    return moved


def _near(spots: Sequence[XY], least: float) -> list[tuple[int, int]]:
    """The pairs nearer than `least`, in order: each point is looked for in its cell of a grid and those around."""
    cells: dict[tuple[int, int], list[int]] = {}
    pairs = []
    for other, (x, y) in enumerate(spots):
        column, row = int(x // least), int(y // least)
        for cell in itertools.product((column - 1, column, column + 1), (row - 1, row, row + 1)):
            pairs += [
                (one, other) for one in cells.get(cell, ()) if math.dist(spots[one], spots[other]) < least
            ]
        cells.setdefault((column, row), []).append(other)
    return sorted(pairs)


def _settled(spots: list[XY], least: float) -> list[XY]:
    """The same spots one after the other, each at the free place nearest to it."""
    cells: dict[tuple[int, int], list[XY]] = {}
    settled = []
    for spot in spots:
        x, y = next(place for place in _nearby(spot, least) if _alone(place, cells, least))
        cells.setdefault((int(x // least), int(y // least)), []).append((x, y))
        settled.append((x, y))
    return settled


def _nearby(spot: XY, least: float) -> Iterator[XY]:
    """A spot, and places around it in ever wider rings."""
    yield spot
    for ring in itertools.count(1):
        radius = ring * least / 4
        for dx, dy in _ring(6 * ring, radius):
            yield spot[0] + dx, spot[1] + dy


def _alone(place: XY, cells: dict[tuple[int, int], list[XY]], least: float) -> bool:
    column, row = int(place[0] // least), int(place[1] // least)
    around = itertools.product((column - 1, column, column + 1), (row - 1, row, row + 1))
    return all(math.dist(place, other) >= least for cell in around for other in cells.get(cell, ()))
