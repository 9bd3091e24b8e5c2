"""The names of the countries visited, where a drawn map has room for them within the country."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from touratlas.countries import country_name
from touratlas.geo import Point
from touratlas.views.agenda import stop_name
from touratlas.views.drawing import country_labels, stop_points
from touratlas.views.land import territories_at
from touratlas.views.maptext import SMALL_PX
from touratlas.views.placing import XY, Box, overlap, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.model import Tour
    from touratlas.views.labels import Lines
    from touratlas.views.projection import Projection

_SPACED: Final = 1.04  # letters stand a little apart
_NEAR_PX: Final = 14.0  # from its usual place, a name may stand wherever it is
_BESIDE_PX: Final = 72.0  # so far away it may stand on the water,
_BESIDE_SHARE: Final = 0.1  # and no further than this share of the picture's width
_STEP_PX: Final = 8.0
_RINGS: Final = 16


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country's name, and the middle of its text."""

    name: str
    at: XY

    @property
    def box(self) -> Box:
        """The room that it takes."""
        return _box(self.name, self.at)


def country_names(
    tour: Tour, projection: Projection, taken: list[Box], owned: Sequence[tuple[str, Box]], lines: Lines
) -> tuple[CountryName, ...]:
    """The names for which there is room: each at its usual place or as near to it as it can stand.

    Nothing in `taken` is covered, and what is placed is added to it; one of the `lines` is covered only if there
    is no other place. `owned` are marks and labels of stops, each with the code of its country: a name outside
    its country stands nearer to one of those than to any other's. A country that is called as one of the stops
    isn't named twice.
    """
    codes = {
        country_name(tour.places[stop.place].country): tour.places[stop.place].country for stop in tour.stops
    }
    stops = {stop_name(tour, stop).casefold() for stop in tour.stops}
    found = []
    for label in country_labels(tour, stop_points(tour)):
        name = label["name"]
        if name.casefold() in stops:
            continue
        home = projection.xy(Point(*label["at"]))
        grounds = _Grounds(codes[name], projection, home, owned)
        made = (CountryName(name, spot) for spot in _around(home))
        room = (one for one in made if not any(overlap(one.box, box) for box in taken))
        held = [one for one in room if grounds.hold(one)]
        free = next((one for one in held if not lines.cross(one.box)), next(iter(held), None))
        if free:
            taken.append(free.box)
            found.append(free)
    return tuple(found)


def _around(home: XY) -> Iterator[XY]:
    yield home
    for ring in range(1, _RINGS + 1):
        steps = 8 * ring if ring < 4 else 32
        for step in range(steps):
            angle = 2 * math.pi * step / steps
            yield home[0] + math.cos(angle) * ring * _STEP_PX, home[1] + math.sin(angle) * ring * _STEP_PX


class _Grounds:
    """Where the name of a country may stand: in it, near its usual place, or on the water beside it."""

    def __init__(self, code: str, projection: Projection, home: XY, owned: Sequence[tuple[str, Box]]) -> None:
        self._code = code
        self._projection = projection
        self._home = home
        self._owned = owned

    def hold(self, name: CountryName) -> bool:
        """Whether the name may stand there."""
        away = math.dist(name.at, self._home)
        if self._lands(name.at) == {self._code}:
            return True
        if min(self._owned, key=lambda one: _gap(name.box, one[1]))[0] != self._code:
            return False
        if away <= _NEAR_PX:
            return True
        left, top, right, bottom = name.box
        along = (left + (right - left) * share / 4 for share in range(5))
        corners = [(x, y) for x in along for y in (top, bottom)]
        return away <= min(_BESIDE_PX, self._projection.width * _BESIDE_SHARE) and set().union(
            *map(self._lands, corners)
        ) <= {self._code}

    def _lands(self, spot: XY) -> frozenset[str]:
        return territories_at(self._projection.point(spot))


def _gap(one: Box, other: Box) -> float:
    """How far two boxes are apart."""
    across = max(one[0] - other[2], other[0] - one[2], 0.0)
    return math.hypot(across, max(one[1] - other[3], other[1] - one[3], 0.0))


def _box(name: str, at: XY) -> Box:
    half = text_width(name, SMALL_PX) * _SPACED / 2
    return (at[0] - half, at[1] - SMALL_PX / 2 - 1, at[0] + half, at[1] + SMALL_PX / 2 + 1)
