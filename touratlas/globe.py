"""Points on the globe and on the map: distances, directions, great circles, frames across the antimeridian.

Angles are degrees, lengths kilometres. Latitude runs from -90 to 90, longitude east of Greenwich; a longitude
may lie beyond ±180 where a line or a frame is *continuous*, that is, where it crosses the antimeridian
without a jump.

Two models of the Earth are used, each for what it is good at. Distances are geodesics on the WGS 84 ellipsoid
(C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy 87, 2013, by his `geographiclib`, which is
also what geopy's `geodesic` calls): they are printed. Directions and great circles are those of the sphere:
they are drawn, and differ from the ellipsoid's by tenths of a degree, more only between near antipodes.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius R1 = (2a + b) / 3 of WGS 84 (IUGG; Moritz, "Geodetic Reference System 1980")."""

MERCATOR_LIMIT: Final = math.degrees(math.atan(math.sinh(math.pi)))
"""The latitude, 85.0511…°, at which the Web Mercator world is a square (EPSG:3857 as all tile maps use
it)."""

_EQUATOR_KM: Final = 2 * math.pi * 6378.137
_TILE_PX: Final = 256
_COMPASS: Final = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
_SAME_PLACE_KM: Final = 0.001
_Vector = tuple[float, float, float]


class Point(NamedTuple):
    """A place on the globe: latitude first, as people write it; GeoJSON positions are the other way round."""

    lat: float
    lon: float


class Bounds(NamedTuple):
    """A frame of the map. West is from -180 up to but not including 180; east is never less, and beyond 180
    in a frame that spans the antimeridian."""

    south: float
    west: float
    north: float
    east: float

    @property
    def center(self) -> Point:
        """The middle of the frame in degrees; its longitude is continuous with the frame, so it may exceed
        180."""
        return Point((self.south + self.north) / 2, (self.west + self.east) / 2)

    def contains(self, point: Point) -> bool:
        """Whether the point lies in the frame or on its edge, in whichever turn its longitude is given."""
        lon = normal_lon(point.lon)
        return self.south <= point.lat <= self.north and any(
            self.west <= lon + turn <= self.east for turn in (0.0, 360.0, -360.0)
        )

    def padded(self, fraction: float = 0.1, least: float = 0.0) -> Bounds:
        """The frame widened on each side by a fraction of its height or width, and by no less than `least`
        degrees.

        It stays between the poles and grows to one turn of the globe at most.
        """
        dlat = max(least, fraction * (self.north - self.south))
        dlon = max(least, fraction * (self.east - self.west))
        south, north = max(-90.0, self.south - dlat), min(90.0, self.north + dlat)
        if self.east - self.west + 2 * dlon >= 360:
            return Bounds(south, -180.0, north, 180.0)
        west = normal_lon(self.west - dlon)
        return Bounds(south, west, north, west + (self.east - self.west) + 2 * dlon)


def normal_lon(lon: float) -> float:
    """The same meridian as a longitude from -180 up to but not including 180. Exact: no rounding error is
    added."""
    lon = math.remainder(lon, 360.0)
    return -180.0 if lon == 180.0 else lon


def distance_km(a: Point, b: Point) -> float:
    """The length of the shortest line between two points on the WGS 84 ellipsoid (see the module's head)."""
    from geographiclib.geodesic import Geodesic  # type: ignore[import-untyped]

    line = Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon, Geodesic.DISTANCE)
    return float(line["s12"]) / 1000


def bearing_deg(a: Point, b: Point) -> float:
    """The direction in which the great circle from a to b sets out, from 0 to below 360, clockwise from
    north.

    0 for coincident points. For antipodes every direction is right; it is the one that :func:`great_circle`
    takes.
    """
    if math.dist(unit_vector(a), unit_vector(b)) == 0:
        return 0.0
    toward = _departure(a, b)
    lat, lon = math.radians(a.lat), math.radians(a.lon)
    east = (-math.sin(lon), math.cos(lon), 0.0)
    north = (-math.sin(lat) * math.cos(lon), -math.sin(lat) * math.sin(lon), math.cos(lat))
    return math.degrees(math.atan2(_dot(toward, east), _dot(toward, north))) % 360 % 360


def compass(a: Point, b: Point) -> str:
    """The direction from a to b as one of the eight points N, NE, E … NW; empty for points less than a metre
    apart."""
    if _angle(unit_vector(a), unit_vector(b)) * EARTH_RADIUS_KM < _SAME_PLACE_KM:
        return ""
    return _COMPASS[round(bearing_deg(a, b) / 45) % 8]


def great_circle(a: Point, b: Point, max_step_km: float = 200.0) -> tuple[Point, ...]:
    """Points along the great circle from a to b, both included, no two neighbours further apart than
    `max_step_km`.

    The longitudes are continuous: they start with a's and may go beyond ±180, so that the line can be drawn
    without a jump. Antipodes have no single great circle; the one that leaves a due north is taken (at a
    pole: along a's own meridian). Raises ValueError where `max_step_km` is not positive.
    """
    if not max_step_km > 0:
        raise ValueError(f"a step must be longer than 0 km, got {max_step_km!r}")
    start, toward = unit_vector(a), _departure(a, b)
    angle = _angle(start, unit_vector(b))
    steps = max(1, math.ceil(angle * EARTH_RADIUS_KM / max_step_km))
    between = []
    for number in range(1, steps):
        part = angle * number / steps
        cos, sin = math.cos(part), math.sin(part)
        between.append(_point(tuple(cos * s + sin * t for s, t in zip(start, toward, strict=True))))
    return unwrap((a, *between, b))


def unwrap(points: Iterable[Point]) -> tuple[Point, ...]:
    """The same points with continuous longitudes: each within 180° of the one before it, the first as it was
    given."""
    result: list[Point] = []
    for point in points:
        if result:
            before = result[-1].lon
            turns = round((before - point.lon) / 360)
            lon = point.lon + 360 * turns
            if abs(lon - before) > 180:  # rounding at exactly half a turn
                lon += math.copysign(360, before - lon)
            result.append(Point(point.lat, lon))
        else:
            result.append(Point(*point))
    return tuple(result)


def bounds(points: Iterable[Point]) -> Bounds:
    """The narrowest frame that holds all the points; it spans the antimeridian where that is narrower.

    Of equally narrow frames it is the one with the westernmost western edge. Raises ValueError for no points.
    """
    given = tuple(points)
    if not given:
        raise ValueError("no points to put a frame around")
    lons = sorted({normal_lon(point.lon) for point in given})
    lats = [point.lat for point in given]
    gaps = [(lons[0] + 360 - lons[-1], 0)] + [(b - a, i) for i, (a, b) in enumerate(pairwise(lons), 1)]
    _, first = max(gaps, key=lambda gap: (gap[0], -gap[1]))
    west, east = lons[first], lons[first - 1]
    return Bounds(min(lats), west, max(lats), east if east >= west else east + 360)


def mercator(lat: float) -> float:
    """The height of a latitude on the Web Mercator map, in degrees of longitude at the equator: 0 at it, 180
    at its edge.

    A map's x is then simply the longitude. Latitudes beyond :data:`MERCATOR_LIMIT` are drawn at the edge.
    """
    lat = max(-MERCATOR_LIMIT, min(MERCATOR_LIMIT, lat))
    return math.degrees(math.asinh(math.tan(math.radians(lat))))


def inverse_mercator(height: float) -> float:
    """The latitude at a height of :func:`mercator`."""
    return math.degrees(math.atan(math.sinh(math.radians(height))))


def screen_bearing(a: Point, b: Point) -> float:
    """The angle of the straight line from a to b on the Web Mercator map, clockwise from straight up, from 0
    to below 360.

    The line goes the shorter way round the globe; 0 for points at the same place of the map.
    """
    dx = math.remainder(b.lon - a.lon, 360.0)
    dy = mercator(b.lat) - mercator(a.lat)
    return math.degrees(math.atan2(dx, dy)) % 360 % 360


def mercator_km_per_px(lat: float, zoom: float) -> float:
    """How many kilometres one pixel of the Web Mercator map (tiles of 256 px) stands for at a latitude and
    zoom level."""
    return _EQUATOR_KM * math.cos(math.radians(lat)) / (_TILE_PX * 2**zoom)


def unit_vector(point: Point) -> _Vector:
    """The point on a sphere of radius 1, the x axis at 0° E, the y axis at 90° E, the z axis at the north
    pole."""
    lat, lon = math.radians(point.lat), math.radians(point.lon)
    return (math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat))


def _point(vector: Sequence[float]) -> Point:
    x, y, z = vector
    return Point(math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)))


def _dot(a: _Vector, b: _Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _cross(a: _Vector, b: _Vector) -> _Vector:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def _angle(a: _Vector, b: _Vector) -> float:
    """The angle between two unit vectors in radians; exact for tiny and for nearly straight angles alike."""
    return math.atan2(math.hypot(*_cross(a, b)), _dot(a, b))


def _departure(a: Point, b: Point) -> _Vector:
    """The unit vector in which the great circle from a to b leaves a: b without its part along a; north if
    nothing is left."""
    start = unit_vector(a)
    normal = _cross(start, unit_vector(b))
    length = math.hypot(*normal)
    if length < 1e-12:
        lat, lon = math.radians(a.lat), math.radians(a.lon)
        return (-math.sin(lat) * math.cos(lon), -math.sin(lat) * math.sin(lon), math.cos(lat))
    x, y, z = _cross(normal, start)
    return (x / length, y / length, z / length)
