"""How a drawn map shows the globe: one of three projections, fitted to what has to be on the picture.

Which one depends on how far the points reach (:func:`fit`):

- **Mercator** for a city, a country, a continent: north is up everywhere, small shapes keep their shape, and
  the picture agrees with the app's map. Its scale grows with the latitude, which is bearable up to a
  continent.
- **Equal Earth** (B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International Journal
  of Geographical Information Science 33, 2019) where the picture shows more than half of the globe:
  Mercator would show Greenland as large as Africa. It is cut opposite its middle meridian, and the cut lies
  as far from the stops as can be.
- **Polar stereographic** (J. P. Snyder, "Map Projections: A Working Manual", USGS 1395, 1987, section 21) for
  tours around a pole, which Mercator can't show at all.

All of them are those of the sphere. Pixels count from the picture's upper left corner, y down.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from touratlas.geo import MERCATOR_LIMIT, Bounds, Point, bounds, distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

XY = tuple[float, float]
Pads = tuple[float, float, float, float]
"""Room on a picture that must stay free of points, in px: left, top, right, bottom."""

CLOSEST: Final = 256 * 2**6 / (2 * math.pi)
"""px to a radian at most: zoom 6 of a tile map. Closer, a basemap of 1:50m has nothing to say."""

_WIDEST: Final = 130.0  # degrees of longitude between the stops that Mercator may show,
_WIDEST_SEEN: Final = 220.0  # and on the whole picture
_STEEPEST: Final = 72.0  # the latitude up to which a Mercator map is bearable
_POLAR: Final = 45.0  # where all points are beyond this latitude, a map may be drawn around the pole
_EE: Final = (1.340264, -0.081106, 0.000893, 0.003796)
_ROOT3: Final = math.sqrt(3)


class Kind(StrEnum):
    """The projections."""

    MERCATOR = "Mercator"
    EQUAL_EARTH = "Equal Earth"
    NORTH = "polar stereographic, north"
    SOUTH = "polar stereographic, south"


@dataclass(frozen=True, slots=True)
class Projection:
    """A projection fitted to a picture of `width` × `height` px.

    `lon0` is the middle meridian in degrees, `scale` px to a radian at the middle (at the equator or the pole),
    and (`x0`, `y0`) the pixel of the point that the formulas call (0, 0).
    """

    kind: Kind
    lon0: float
    width: float
    height: float
    scale: float = 1.0
    x0: float = 0.0
    y0: float = 0.0

    @property
    def cut(self) -> bool:
        """Whether the globe is cut open opposite the middle meridian."""
        return self.kind is Kind.EQUAL_EARTH

    def lon(self, lon: float) -> float:
        """A longitude in the turn that the picture shows: for a map that is cut, within 180° of its middle."""
        return self.lon0 + math.remainder(lon - self.lon0, 360.0) if self.cut else lon

    def xy(self, point: Point) -> XY:
        """Where a point is on the picture. On a map that isn't cut, longitudes are continuous: 190 is east
        of 180.
        """
        import numpy as np

        x, y = self.array(np.array([self.lon(point.lon)]), np.array([point.lat]))
        return float(x[0]), float(y[0])

    def array(self, lons: Floats, lats: Floats) -> tuple[Floats, Floats]:
        """The same for many points, whose longitudes are taken as they are given."""
        import numpy as np

        x, y = _forward(self.kind, np.radians(lons - self.lon0), np.radians(lats))
        return self.x0 + x * self.scale, self.y0 - y * self.scale

    def point(self, xy: XY) -> Point:
        """The point of the globe at a pixel; beyond the globe's edge, the nearest to it in its row."""
        x, y = (xy[0] - self.x0) / self.scale, (self.y0 - xy[1]) / self.scale
        lat, lon = _inverse(self.kind, x, y)
        return Point(math.degrees(lat), self.lon0 + math.degrees(lon))

    def km_per_px(self, xy: XY) -> float:
        """How many kilometres one pixel stands for at a place of the picture, from left to right."""
        one, other = (self.point((xy[0] + side, xy[1])) for side in (-0.5, 0.5))
        return distance_km(one, other)

    def seen(self) -> Bounds:
        """What has to be looked at for the picture, a little more than it shows: a frame whose longitudes are
        continuous, as wide as a turn on maps of the whole globe.
        """
        if self.kind is Kind.MERCATOR:
            north_west, south_east = self.point((-8, -8)), self.point((self.width + 8, self.height + 8))
            return Bounds(south_east.lat, north_west.lon, north_west.lat, south_east.lon)
        if self.cut:
            return Bounds(-90, self.lon0 - 180, 90, self.lon0 + 180)
        corners = [self.point((x, y)).lat for x in (-8, self.width + 8) for y in (-8, self.height + 8)]
        if self.kind is Kind.NORTH:
            return Bounds(max(min(corners), -60.0), self.lon0 - 180, 90, self.lon0 + 180)
        return Bounds(-90, self.lon0 - 180, min(max(corners), 60.0), self.lon0 + 180)


def fit(points: Sequence[Point], width: float, height: float, pads: Pads) -> Projection:
    """The projection that suits the points, with all of them on the picture and none in the room of `pads`.

    The points' longitudes are continuous (:func:`touratlas.geo.unwrap`). Raises ValueError for no points,
    and for a picture that has no room within its pads.
    """
    if not points:
        raise ValueError("no points to make a map of")
    if width <= pads[0] + pads[2] or height <= pads[1] + pads[3]:
        raise ValueError(f"a picture of {width} × {height} px has no room within {pads}")
    lats = [point.lat for point in points]
    middle = _middle(points)
    near_pole = max(map(abs, lats)) > _STEEPEST or (min(map(abs, lats)) > 60 and _span(points) > _WIDEST)
    if near_pole and (min(lats) > _POLAR or max(lats) < -_POLAR):
        kind = Kind.NORTH if lats[0] > 0 else Kind.SOUTH
        return _fitted(Projection(kind, middle, width, height), points, pads)
    if max(map(abs, lats)) <= _STEEPEST and _span(points) <= _WIDEST:
        made = _fitted(Projection(Kind.MERCATOR, middle, width, height), points, pads)
        if math.degrees(width / made.scale) <= _WIDEST_SEEN:
            return made
    return _fitted(Projection(Kind.EQUAL_EARTH, middle, width, height), points, pads)


def _span(points: Sequence[Point]) -> float:
    lons = [point.lon for point in points]
    return max(lons) - min(lons)


def _middle(points: Sequence[Point]) -> float:
    """The middle meridian: of the points as they run on, unless they go around the globe."""
    lons = [point.lon for point in points]
    if _span(points) <= 300:
        return (min(lons) + max(lons)) / 2
    return bounds(points).center.lon


def _fitted(bare: Projection, points: Sequence[Point], pads: Pads) -> Projection:
    left, top, right, bottom = pads
    spots = [bare.xy(point) for point in points]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    room_x, room_y = bare.width - left - right, bare.height - top - bottom
    spans = (max(xs) - min(xs)) / room_x, (max(ys) - min(ys)) / room_y
    scale = min(CLOSEST, 1 / max(*spans, 1e-9))
    middle_x, middle_y = (min(xs) + max(xs)) / 2 * scale, (min(ys) + max(ys)) / 2 * scale
    made = replace(bare, scale=scale, x0=left + room_x / 2 - middle_x, y0=top + room_y / 2 - middle_y)
    return _filled(made, points, pads) if made.cut else made


def _filled(made: Projection, points: Sequence[Point], pads: Pads) -> Projection:
    """The same map moved up or down as far as its points allow, where there is nothing beyond a pole to show."""
    ys = [made.xy(point)[1] for point in points]
    above = made.xy(Point(90, made.lon0))[1]
    below = made.height - made.xy(Point(-90, made.lon0))[1]
    by = (
        (below - above) / 2
        if above > 0 and below > 0
        else max(0.0, min(below, -above)) - max(0.0, min(above, -below))
    )
    by = max(pads[1] - min(ys), min(made.height - pads[3] - max(ys), by))
    return replace(made, y0=made.y0 + by)


def _forward(kind: Kind, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    import numpy as np

    if kind is Kind.MERCATOR:
        limit = math.radians(MERCATOR_LIMIT)
        return lon, np.arcsinh(np.tan(np.clip(lat, -limit, limit)))
    if kind is Kind.EQUAL_EARTH:
        slant = np.arcsin(_ROOT3 / 2 * np.sin(lat))
        return 2 * _ROOT3 * lon * np.cos(slant) / (3 * _ee_slope(slant)), _ee_height(slant)
    sign = 1.0 if kind is Kind.NORTH else -1.0
    away = 2 * np.tan(np.pi / 4 - sign * lat / 2)
    return away * np.sin(lon), -sign * away * np.cos(lon)


def _inverse(kind: Kind, x: float, y: float) -> tuple[float, float]:
    """Latitude and longitude from the middle meridian, in radians."""
    if kind is Kind.MERCATOR:
        return math.atan(math.sinh(y)), x
    if kind is Kind.EQUAL_EARTH:
        slant = _ee_slant(y)
        lat = math.asin(max(-1.0, min(1.0, math.sin(slant) * 2 / _ROOT3)))
        lon = 3 * x * float(_ee_slope(slant)) / (2 * _ROOT3 * math.cos(slant))
        return lat, max(-math.pi, min(math.pi, lon))
    sign = 1.0 if kind is Kind.NORTH else -1.0
    return sign * (math.pi / 2 - 2 * math.atan(math.hypot(x, y) / 2)), math.atan2(x, -sign * y)


def _ee_height(slant: Floats) -> Floats:
    a1, a2, a3, a4 = _EE
    return slant * (a1 + a2 * slant**2 + a3 * slant**6 + a4 * slant**8)


def _ee_slope(slant: Floats | float) -> Floats | float:
    """The derivative of :func:`_ee_height`."""
    a1, a2, a3, a4 = _EE
    return a1 + 3 * a2 * slant**2 + 7 * a3 * slant**6 + 9 * a4 * slant**8


def _ee_slant(height: float) -> float:
    """The inverse of :func:`_ee_height`, by Newton's method; at most that of a pole."""
    a1, a2, a3, a4 = _EE
    slant = height / a1
    for _ in range(12):
        off = slant * (a1 + a2 * slant**2 + a3 * slant**6 + a4 * slant**8) - height
        slant = max(-math.pi / 3, min(math.pi / 3, slant - off / float(_ee_slope(slant))))
    return slant
