"""The land and the borders of a drawn map: cut to the picture, simplified to what the picture can show.

All is in pixels of the picture. Land is one shape whatever countries it belongs to; borders are lines of
their own, as they are in fact (`assets/basemap/README.md`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from touratlas import basemap
from touratlas.geo import Point, normal_lon
from touratlas.views.projection import XY, Kind, Projection

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    import numpy as np
    import shapely
    from numpy.typing import NDArray

    Shapes = NDArray[np.object_]
    Floats = NDArray[np.float64]
    Frame = tuple[float, float, float, float]

Path = tuple[XY, ...]

SMALLEST = 4.0  # islands and lakes of less than so many squares of the detail are left out
_STEP = 1.0  # degrees between the points of a line that the projection may bend
_EDGE_STEP = 2.0  # degrees between the points of the globe's edge
_TURNS = (-720, -360, 0, 360, 720)
_SLIT = 0.05  # px: closes the cut from the coast of Antarctica to the pole


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under a map: closed paths of land (islands and lakes alike, to be filled by the even-odd
    rule), open paths of borders, and the edge of the globe where it can be on the picture (else none).
    """

    land: tuple[Path, ...]
    borders: tuple[Path, ...]
    globe: Path


def ground(
    projection: Projection, detail: float = 0.5, keep: Collection[str] = (), bleed: float = 2.0
) -> Ground:
    """Land and borders on a picture, true to `detail` px, cut `bleed` px beyond its edges.

    No island of the countries in `keep` (ISO 3166-1 alpha-2) is left out, however small.
    """
    return _ground(projection, detail, frozenset(keep), bleed)


@lru_cache(maxsize=8)  # the two views of a tour often share one, and so do its formats
def _ground(projection: Projection, detail: float, keep: frozenset[str], bleed: float) -> Ground:
    frame = (-bleed, -bleed, projection.width + bleed, projection.height + bleed)
    return Ground(
        tuple(sorted(_land(projection, frame, detail, keep))),
        tuple(sorted(_borders(projection, frame, detail))),
        _globe(projection),
    )


@lru_cache(maxsize=16384)  # where the names of countries may stand is asked again for each picture of a tour
def territories_at(point: Point) -> frozenset[str]:
    """The codes of the territories that a point is in as they are drawn; "" for one that has no code."""
    import numpy as np
    import shapely

    shapes, boxes = _polygons()
    found: set[str] = set()
    for lon in (normal_lon(point.lon) + turn for turn in (-360, 0, 360)):
        near = (
            (boxes[:, 0] <= lon)
            & (boxes[:, 2] >= lon)
            & (boxes[:, 1] <= point.lat)
            & (boxes[:, 3] >= point.lat)
        )
        found |= {
            _owners()[at] for at in np.flatnonzero(near) if shapely.contains_xy(shapes[at], lon, point.lat)
        }
    return frozenset(found)


def _land(projection: Projection, frame: Frame, detail: float, keep: Collection[str]) -> Iterator[Path]:
    import shapely

    shapes, boxes = _polygons()
    whole = shapely.union_all(_cut(shapes, boxes, projection))
    parts = shapely.get_parts(whole)
    spared = _starts(keep)
    for part in parts:
        small_too = _start(part) in spared
        for shape in _on_picture(projection, part, frame):
            yield from _rings(shape, detail, small_too=small_too)


def _rings(shape: Any, detail: float, *, small_too: bool) -> Iterator[Path]:
    """The outline and the lakes of a simplified shape, as far as they are large enough to be seen."""
    import shapely

    least = SMALLEST * detail**2
    if shape.area < least and not small_too:
        return
    simple = shapely.simplify(shape, detail)
    yield _path(simple.exterior)
    yield from (_path(hole) for hole in simple.interiors if shapely.Polygon(hole).area >= least)


def _borders(projection: Projection, frame: Frame, detail: float) -> Iterator[Path]:
    import shapely

    lines, boxes = _lines()
    for line in shapely.get_parts(shapely.line_merge(_joined(_cut(lines, boxes, projection)))):
        for part in _on_picture(projection, line, frame):
            if part.length >= detail:
                yield _path(shapely.simplify(part, detail))


def _joined(lines: list[Any]) -> Any:
    """All lines as one shape."""
    import shapely

    parts = (part for line in lines for part in shapely.get_parts(line))
    return shapely.MultiLineString(
        [part for part in parts if part.geom_type == "LineString" and not part.is_empty]
    )


def _cut(shapes: Shapes, boxes: Floats, projection: Projection) -> list[Any]:
    """What the picture may show of shapes in degrees, in each turn of the globe that it shows."""
    import shapely
    from shapely import affinity

    seen = projection.seen()
    polar = projection.kind in {Kind.NORTH, Kind.SOUTH}
    found: list[Any] = []
    for turn in (0,) if polar else _TURNS:
        west, east = (-900.0, 900.0) if polar else (seen.west - turn, seen.east - turn)
        near = (
            (boxes[:, 0] < east)
            & (boxes[:, 2] > west)
            & (boxes[:, 1] < seen.north)
            & (boxes[:, 3] > seen.south)
        )
        window = shapely.box(west, seen.south, east, seen.north)
        cut = shapely.intersection(shapes[near], window)
        found += [affinity.translate(one, turn) for one in cut] if turn else list(cut)
    return found


def _on_picture(projection: Projection, shape: Any, frame: Frame) -> list[Any]:
    """The parts of a shape in degrees that are on the picture, in its pixels."""
    import numpy as np
    import shapely

    if projection.kind is not Kind.MERCATOR:
        shape = shapely.segmentize(shape, _STEP)
    drawn = shapely.transform(shape, lambda xy: np.column_stack(projection.array(xy[:, 0], xy[:, 1])))
    if shape.geom_type == "Polygon":
        drawn = shapely.make_valid(drawn)
        if projection.kind is Kind.SOUTH:
            drawn = shapely.buffer(
                shapely.buffer(drawn, _SLIT, join_style="mitre"), -_SLIT, join_style="mitre"
            )
    parts = shapely.get_parts(shapely.intersection(drawn, shapely.box(*frame)))
    return [part for part in parts if part.geom_type == shape.geom_type and not part.is_empty]


def _path(line: Any) -> Path:
    return tuple((float(x), float(y)) for x, y in line.coords)


def _globe(projection: Projection) -> Path:
    """The edge of a globe that is cut open: up the right side and down the left."""
    import numpy as np

    if not projection.cut:
        return ()
    lats = np.arange(-90, 90 + _EDGE_STEP, _EDGE_STEP)
    turned = np.concatenate([lats, lats[::-1]])
    lons = projection.lon0 + np.concatenate([np.full(len(lats), 180.0), np.full(len(lats), -180.0)])
    xs, ys = projection.array(lons, turned)
    return tuple(zip(xs.tolist(), ys.tolist(), strict=True))


def _starts(codes: Iterable[str]) -> frozenset[tuple[float, float]]:
    """The first points of all islands of countries; see :func:`_start`."""
    import shapely

    shapes = (basemap.territory(code) for code in codes)
    rings = (polygon[0] for shape in shapes if shape is not None for polygon in shape.polygons)
    return frozenset(_start(shapely.Polygon(ring)) for ring in rings)


def _start(polygon: shapely.Polygon) -> tuple[float, float]:
    """A point that tells a whole island from all others, wherever its outline begins and in whatever turn."""
    lon, lat = min(polygon.exterior.coords)
    return round(lon % 360, 6), round(lat, 6)


@cache
def _polygons() -> tuple[Shapes, Floats]:
    """All polygons of the basemap, in degrees, with their boxes."""
    import numpy as np
    import shapely

    made = [
        shapely.Polygon(polygon[0], polygon[1:])
        for territory in basemap.territories()
        for polygon in territory.polygons
    ]
    shapes = np.array(made, dtype=object)
    return shapes, shapely.bounds(shapes)


@cache
def _owners() -> tuple[str, ...]:
    """The code of the territory that each of the polygons belongs to."""
    return tuple(territory.code for territory in basemap.territories() for _ in territory.polygons)


@cache
def _lines() -> tuple[Shapes, Floats]:
    """All borders of the basemap, in degrees, with their boxes."""
    import numpy as np
    import shapely

    shapes = np.array([shapely.LineString(line) for line in basemap.borders()], dtype=object)
    return shapes, shapely.bounds(shapes)
