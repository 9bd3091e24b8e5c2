"""The land and the borders that maps are drawn on: Natural Earth at 1:50m, decoded from
`assets/basemap/world-50m.json`.

Positions are longitude and latitude in degrees, in GeoJSON's order. A territory's polygons are whole: those
that cross the antimeridian run on beyond ±180 instead of being cut there, and all of a territory lies in one
frame (the Aleutian islands west of -180, Chukotka east of 180). A map that shows the antimeridian draws the
same shapes again 360° further east or west. `assets/basemap/README.md` says where the data comes from and how
disputed territories are treated.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, chain
from typing import Any, Final, NamedTuple

from touratlas.globe import Point

Position = tuple[float, float]
Line = tuple[Position, ...]
Ring = Line
"""A closed line: its last position repeats the first."""
Polygon = tuple[Ring, ...]
"""The outer ring, counterclockwise, then the holes, clockwise (RFC 7946, section 3.1.6)."""

_FILE: Final = "world-50m.json"


@dataclass(frozen=True, slots=True)
class Territory:
    """One shape of the basemap.

    `code` is its own ISO 3166-1 alpha-2 code (or XK), empty for the few that have none; `codes` are all the
    codes under which a place in it may be written, its own included; `label` is a place inside its largest
    polygon to write its name at; `area` is that of the source in square degrees, by which tests tell that
    nothing was lost.
    """

    code: str
    codes: tuple[str, ...]
    name: str
    labels: tuple[Point, ...]
    area: float
    polygons: tuple[Polygon, ...]


class _Topology(NamedTuple):
    """The file, its arcs in degrees; `uses` says how often each arc bounds a polygon."""

    arcs: tuple[Line, ...]
    territories: tuple[dict[str, Any], ...]
    frame: frozenset[int]
    uses: tuple[int, ...]


@cache
def territories() -> tuple[Territory, ...]:
    """All shapes of the basemap, by code; those without one come last."""
    topology = _topology()
    return tuple(
        Territory(
            code=record["code"],
            codes=tuple(record["codes"]),
            name=record["name"],
            labels=tuple(Point(*label) for label in record["labels"]),
            area=record["area"],
            polygons=tuple(
                tuple(_ring(indices, topology.arcs) for indices in polygon) for polygon in record["polygons"]
            ),
        )
        for record in topology.territories
    )


@cache
def territory(code: str) -> Territory | None:
    """The shape of a country or territory by its own code; None where the basemap has none."""
    return next((territory for territory in territories() if code and territory.code == code), None)


@cache
def coastlines() -> tuple[Line, ...]:
    """The lines where land meets water, each once; without the edges of the flat map, where Antarctica
    ends."""
    topology = _topology()
    return tuple(
        arc
        for index, arc in enumerate(topology.arcs)
        if topology.uses[index] == 1 and index not in topology.frame
    )


@cache
def borders() -> tuple[Line, ...]:
    """The lines between two territories, each once, though both polygons have it: de-facto borders, which a
    map must say."""
    topology = _topology()
    return tuple(arc for index, arc in enumerate(topology.arcs) if topology.uses[index] == 2)


@cache
def _topology() -> _Topology:
    raw = json.loads(files("touratlas.assets.basemap").joinpath(_FILE).read_text(encoding="utf-8"))
    (scale_x, scale_y), (shift_x, shift_y) = raw["scale"], raw["translate"]
    arcs = tuple(
        tuple(
            (x * scale_x + shift_x, y * scale_y + shift_y)
            for x, y in zip(accumulate(arc[::2]), accumulate(arc[1::2]), strict=True)
        )
        for arc in raw["arcs"]
    )
    uses = [0] * len(arcs)
    for index in _indices(raw["territories"]):
        uses[index if index >= 0 else ~index] += 1
    return _Topology(arcs, tuple(raw["territories"]), frozenset(raw["frame"]), tuple(uses))


def _indices(records: list[dict[str, Any]]) -> chain[int]:
    return chain.from_iterable(
        ring for record in records for polygon in record["polygons"] for ring in polygon
    )


def _ring(indices: list[int], arcs: tuple[Line, ...]) -> Ring:
    """The arcs of a ring joined; the index `~n` stands for arc n backwards, as in TopoJSON."""
    joined: list[Position] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        joined.extend(arc[1:] if joined else arc)
    return tuple(joined)
