"""Where a point lies: in which country, how far outside one.

The shapes are those of :mod:`touratlas.basemap`. At 1:50m a coast may be kilometres off, harbours and islets
are missing, and borders are drawn as they are in fact; so the questions are asked with a tolerance, and their
answers are hints for a curator and no judgement on a claim.

A point is *in* a territory on the flat map of longitude and latitude, as the shapes are drawn; *how far* is
measured on a sphere, along great circles.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from touratlas import basemap
from touratlas.countries import has_shape
from touratlas.globe import EARTH_RADIUS_KM, Point, unit_vector

if TYPE_CHECKING:
    import numpy as np
    import shapely
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

COAST_TOLERANCE_KM: Final = 10.0
"""How far outside its shape a place may lie without being called outside."""

_LONGEST_EDGE: Final = 0.25
_RUN: Final = 32
_KM_PER_DEGREE: Final = math.radians(EARTH_RADIUS_KM)


def country_of(point: Point, tolerance_km: float = COAST_TOLERANCE_KM) -> frozenset[str]:
    """The codes of all countries in which the point lies, or to which it is no further away than the
    tolerance.

    Empty far from land, and near countries that the basemap lacks. Several near borders, and where more than
    one code fits a territory (`FR` and `GF` in French Guiana). Raises ValueError for a latitude beyond ±90.
    """
    found = _around(point)
    if tolerance_km > 0:
        found |= _atlas().near(point, tolerance_km)
    return frozenset(code for number in found for code in _atlas().codes[number])


def outside_country(point: Point, code: str, tolerance_km: float = COAST_TOLERANCE_KM) -> float | None:
    """How many kilometres the point lies outside the country.

    None if it is inside or within the tolerance, and if the basemap lacks the country. With a tolerance of 0
    the answer is that of the drawn shape. Raises ValueError for a latitude beyond ±90.
    """
    around = _around(point)
    if not has_shape(code):
        return None
    atlas = _atlas()
    shapes = [number for number, codes in enumerate(atlas.codes) if code in codes]
    if not around.isdisjoint(shapes):
        return None
    away = min(atlas.distance_km(point, number) for number in shapes)
    return away if away > tolerance_km else None


def looks_swapped(lat: float, lon: float, country: str, tolerance_km: float = COAST_TOLERANCE_KM) -> bool:
    """Whether the two numbers fit the country only when exchanged: a longitude was written first.

    False where the basemap lacks the country, and where neither order fits; the numbers may be any.
    """
    if not has_shape(country):
        return False

    def fits(point: Point) -> bool:
        possible = abs(point.lat) <= 90 and abs(point.lon) <= 180
        return possible and outside_country(point, country, tolerance_km) is None

    return not fits(Point(lat, lon)) and fits(Point(lon, lat))


def label_point(code: str, near: Point | None = None) -> Point | None:
    """A place to write the country's name at, well inside its largest polygon; None where the basemap lacks
    it.

    With `near`, of its large polygons (a fifth of the largest or more) the one whose place is nearest to that
    point: a map of Kuala Lumpur has the name on the peninsula and not on Borneo.
    """
    shape = basemap.territory(code)
    if shape is None:
        return None
    if near is None:
        return shape.labels[0]
    here = unit_vector(near)
    return min(shape.labels, key=lambda label: math.dist(here, unit_vector(label)))


@lru_cache(maxsize=4096)
def _around(point: Point) -> frozenset[int]:
    """The territories around a point; kept, since several questions are asked about the same place."""
    if not (abs(point.lat) <= 90 and math.isfinite(point.lon)):
        raise ValueError(f"no point of the globe: {point.lat}, {point.lon}")
    return frozenset(_atlas().around(point))


@dataclass(frozen=True, slots=True)
class _Edges:
    """Short great-circle arcs as unit vectors, a row each.

    `normal` is that of the arc's plane; a place is abreast of the arc, neither before its start nor beyond
    its end, where its products with `ahead` and with `back`, the directions along the arc at both ends,
    are both positive.
    """

    start: Floats
    end: Floats
    normal: Floats
    ahead: Floats
    back: Floats

    def __getitem__(self, rows: slice | NDArray[np.intp] | NDArray[np.bool_]) -> _Edges:
        return _Edges(self.start[rows], self.end[rows], self.normal[rows], self.ahead[rows], self.back[rows])

    def angles(self, place: Floats) -> Floats:
        """The angle in radians from a place to each arc: to its plane where it is abreast of it, else to the
        nearer end."""
        import numpy as np

        height = np.minimum(np.abs(self.normal @ place), 1.0)
        abreast = (self.ahead @ place > 0) & (self.back @ place > 0)
        chord = np.sqrt(np.minimum(_squares(self.start - place), _squares(self.end - place)))
        to_ends = 2 * np.arcsin(np.minimum(chord / 2, 1.0))
        return np.where(abreast, np.minimum(np.arcsin(height), to_ends), to_ends)

    def nearest(self, place: Floats) -> float:
        """The angle in radians from a place to the nearest arc.

        Only those are looked at that start no further away than the nearest start and the length of the
        longest arc.
        """
        cosines = self.start @ place
        reach = math.acos(min(1.0, float(cosines.max()))) + math.radians(2 * _LONGEST_EDGE)
        return float(self[cosines >= math.cos(min(reach, math.pi))].angles(place).min())


@dataclass(frozen=True, slots=True)
class _Atlas:
    """The index of all shapes: polygons, and runs of consecutive edges, are found by their boxes; owners are
    territories."""

    codes: tuple[tuple[str, ...], ...]
    polygons: NDArray[np.object_]
    polygon_tree: shapely.STRtree
    polygon_owner: tuple[int, ...]
    edges: _Edges
    edge_owner: NDArray[np.intp]
    edges_of: tuple[slice, ...]
    run_tree: shapely.STRtree
    runs: tuple[tuple[int, int], ...]
    west: float
    east: float

    def around(self, point: Point) -> set[int]:
        """The territories in one of whose polygons the point lies, or on whose edge."""
        import shapely

        found = set()
        for lon in self._turns(point.lon, 0.0):
            for index in self.polygon_tree.query(shapely.points(lon, point.lat)):
                if shapely.intersects_xy(self.polygons[index], lon, point.lat):
                    found.add(self.polygon_owner[index])
        return found

    def near(self, point: Point, tolerance_km: float) -> set[int]:
        """The territories with an edge within the tolerance."""
        import numpy as np
        import shapely

        dlat = tolerance_km / _KM_PER_DEGREE
        # A degree of longitude is shortest at the latitude within reach that is nearest to a pole.
        width = math.cos(math.radians(min(90.0, abs(point.lat) + dlat)))
        dlon = min(180.0, dlat / max(width, 1e-9))
        rows: list[int] = []
        for lon in self._turns(point.lon, dlon):
            box = shapely.box(lon - dlon, point.lat - dlat, lon + dlon, point.lat + dlat)
            for index in self.run_tree.query(box):
                rows.extend(range(*self.runs[index]))
        if not rows:
            return set()
        chosen = np.array(rows)
        within = self.edges[chosen].angles(_vector(point)) * EARTH_RADIUS_KM <= tolerance_km
        return set(self.edge_owner[chosen[within]].tolist())

    def distance_km(self, point: Point, territory: int) -> float:
        """How far it is to the edge of a territory."""
        return self.edges[self.edges_of[territory]].nearest(_vector(point)) * EARTH_RADIUS_KM

    def _turns(self, lon: float, reach: float) -> list[float]:
        """The longitude in every turn of the globe in which there are shapes."""
        lon = math.remainder(lon, 360.0)
        return [
            turn for turn in (lon - 360, lon, lon + 360) if self.west - reach <= turn <= self.east + reach
        ]


@cache
def _atlas() -> _Atlas:
    import numpy as np
    import shapely

    shapes = basemap.territories()
    polygons = [(number, polygon) for number, shape in enumerate(shapes) for polygon in shape.polygons]
    rings = [(number, _densified(np.array(ring))) for number, polygon in polygons for ring in polygon]
    counts = np.array([len(ring) - 1 for _, ring in rings])
    owners = np.repeat([number for number, _ in rings], counts)
    runs, boxes, first = [], [], 0
    for _, ring in rings:
        for begin in range(0, len(ring) - 1, _RUN):
            part = ring[begin : begin + _RUN + 1]
            runs.append((first + begin, first + begin + len(part) - 1))
            boxes.append((*part.min(axis=0), *part.max(axis=0)))
        first += len(ring) - 1
    limits = np.searchsorted(owners, np.arange(len(shapes) + 1))
    array = np.array(
        [
            shapely.Polygon(np.array(outer), [np.array(hole) for hole in holes])
            for _, (outer, *holes) in polygons
        ],
        dtype=object,
    )
    shapely.prepare(array)
    west, _, east, _ = shapely.total_bounds(array)
    return _Atlas(
        codes=tuple(shape.codes for shape in shapes),
        polygons=array,
        polygon_tree=shapely.STRtree(array),
        polygon_owner=tuple(number for number, _ in polygons),
        edges=_edges([ring for _, ring in rings]),
        edge_owner=owners,
        edges_of=tuple(slice(int(a), int(b)) for a, b in pairwise(limits)),
        run_tree=shapely.STRtree([shapely.box(*box) for box in boxes]),
        runs=tuple(runs),
        west=float(west),
        east=float(east),
    )


def _densified(ring: Floats) -> Floats:
    """The ring with positions added, so that no edge is longer than a quarter of a degree on the flat map.

    A straight line of the map, such as the 49th parallel, is no great circle, but a short part of it is
    nearly one.
    """
    import numpy as np

    steps = np.diff(ring, axis=0)
    parts = np.maximum(1, np.ceil(np.abs(steps).max(axis=1) / _LONGEST_EDGE)).astype(int)
    if parts.max() == 1:
        return ring
    edge = np.repeat(np.arange(len(parts)), parts)
    within = np.arange(len(edge)) - np.repeat(np.cumsum(parts) - parts, parts)
    added = ring[edge] + steps[edge] * (within / parts[edge])[:, None]
    return np.concatenate([added, ring[-1:]])


def _edges(rings: list[Floats]) -> _Edges:
    import numpy as np

    start = _vectors(np.concatenate([ring[:-1] for ring in rings]))
    end = _vectors(np.concatenate([ring[1:] for ring in rings]))
    normal = np.cross(start, end)
    length = np.linalg.norm(normal, axis=1, keepdims=True)
    normal /= np.where(length > 0, length, 1.0)
    return _Edges(start, end, normal, np.cross(normal, start), np.cross(end, normal))


def _vectors(positions: Floats) -> Floats:
    """Unit vectors of positions given as rows of longitude and latitude in degrees."""
    import numpy as np

    lon, lat = np.radians(positions.T)
    return np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=1)


def _vector(point: Point) -> Floats:
    import numpy as np

    return np.array(unit_vector(point))


def _squares(vectors: Floats) -> Floats:
    import numpy as np

    squares: Floats = np.einsum("ij,ij->i", vectors, vectors)
    return squares
