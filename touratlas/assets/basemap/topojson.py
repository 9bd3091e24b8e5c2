"""Reads the geometries of a quantised TopoJSON file.

Source: M. Bostock and C. Metcalf, "The TopoJSON Format Specification",
https://github.com/topojson/topojson-specification. Its rules used here: section 2.1.2, Transforms, a position
is `scale * quantised + translate`; 2.1.3, Arcs, the positions of a quantised arc are differences, each from
the one before it; 2.1.4, Arc Indexes, an index `i` below zero means arc `~i` read backwards, and of two arcs
that are joined the last position of the first is the first position of the second.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from touratlas.assets.basemap.rings import TURN

if TYPE_CHECKING:
    from pathlib import Path

    from touratlas.assets.basemap.rings import Chain, Polygon, Position, Ring


class Transform(NamedTuple):
    """Turns a position of the grid into degrees: `scale * step + translate`, first for the longitude, then
    for the latitude."""

    scale: tuple[float, float]
    translate: tuple[float, float]

    def degrees(self, position: Position) -> tuple[float, float]:
        """The position as longitude and latitude."""
        x, y = position
        return x * self.scale[0] + self.translate[0], y * self.scale[1] + self.translate[1]


@dataclass(frozen=True, slots=True)
class Geometry:
    """One Polygon or MultiPolygon of the file: its id (`None` where it has none), its name and its
    polygons."""

    id: str | None
    name: str
    polygons: tuple[Polygon, ...]


def read(path: Path, collection: str) -> tuple[Transform, tuple[Geometry, ...]]:
    """The geometries of one collection of the file in steps of its grid, and how to turn these into degrees.

    No ring jumps at the antimeridian: its arcs are moved by whole turns so that each position is within half
    a turn of the one before. Raises ValueError where the file is no quantised topology of the whole globe, or
    holds geometries other than polygons.
    """
    topology = json.loads(path.read_text(encoding="utf-8"))
    if topology.get("type") != "Topology" or "transform" not in topology:
        raise ValueError(f"{path} is not a quantised TopoJSON file")
    transform = Transform(tuple(topology["transform"]["scale"]), tuple(topology["transform"]["translate"]))
    if abs(transform.scale[0] * TURN - 360) > 1e-9 or transform.translate[0] != -180:
        raise ValueError(f"{path} has another grid than one of {TURN} steps from 180° W to 180° E")
    arcs = tuple(_arc(arc) for arc in topology["arcs"])
    return transform, tuple(
        _geometry(record, arcs) for record in topology["objects"][collection]["geometries"]
    )


def _arc(differences: list[list[int]]) -> Chain:
    xs = accumulate(dx for dx, _ in differences)
    ys = accumulate(dy for _, dy in differences)
    return tuple(zip(xs, ys, strict=True))


def _geometry(record: dict[str, Any], arcs: tuple[Chain, ...]) -> Geometry:
    if record["type"] == "Polygon":
        polygons = [record["arcs"]]
    elif record["type"] == "MultiPolygon":
        polygons = record["arcs"]
    else:
        raise ValueError(f"cannot read a {record['type']}")
    return Geometry(
        record.get("id"),
        record["properties"]["name"],
        tuple(tuple(_ring(indices, arcs) for indices in polygon) for polygon in polygons),
    )


def _ring(indices: list[int], arcs: tuple[Chain, ...]) -> Ring:
    ring: list[Chain] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.append(_unwrapped(arc, ring[-1][-1] if ring else arc[0]))
    return tuple(ring)


def _unwrapped(arc: Chain, start: Position) -> Chain:
    """The arc moved by whole turns, position by position, so that each is within half a turn of the one
    before it.

    A position that thereby falls upon the one before it, 180° W upon 180° E, is left out.
    """
    turned: list[Position] = []
    before = start[0]
    for x, y in arc:
        before = x + TURN * round((before - x) / TURN)
        if not turned or turned[-1] != (before, y):
            turned.append((before, y))
    return tuple(turned)
