"""GeoJSON: stops, legs and events as features, for map programs.

A leg is the great circle between its ends (not a route that was flown), cut where it crosses the 180th meridian. What
has no place is a feature without a geometry. Source: RFC 7946, sections 3.1.9, 3.2, 5 and 6.
"""

from __future__ import annotations

import json
import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from touratlas.exports.common import Format, Group, Options
from touratlas.geo import Point, bounds, distance_km, great_circle, normal_lon
from touratlas.record import (
    background_claims,
    event_records,
    head_record,
    leg_records,
    plain,
    stop_records,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from touratlas.check import Atlas
    from touratlas.record import LegRecord, Moment, Spot

_DIGITS = 5  # of a degree on a line: a metre

Line = list[list[float]]


def make(atlas: Atlas, options: Options) -> bytes:
    """The file: a FeatureCollection; the tour's head and the claims of no event are its member `touratlas`."""
    view = options.view
    features = [*_stops(atlas, options), *_legs(atlas, options), *_events(atlas, options)]
    collection: dict[str, Any] = {"type": "FeatureCollection", "bbox": _bbox(features)}
    collection["touratlas"] = {
        **plain(head_record(atlas.tour, view)),
        "claims": plain(background_claims(atlas)),
    }
    collection["features"] = features
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _stops(atlas: Atlas, options: Options) -> Iterator[dict[str, Any]]:
    for stop in stop_records(atlas, options.view):
        yield _feature("stop", stop.id, _point(stop.place), stop.when, plain(stop))


def _events(atlas: Atlas, options: Options) -> Iterator[dict[str, Any]]:
    for event in event_records(atlas, options.view):
        yield _feature("event", event.id, _point(event.place), event.when, plain(event))


def _legs(atlas: Atlas, options: Options) -> Iterator[dict[str, Any]]:
    for leg in leg_records(atlas, options.view):
        length = round(distance_km(*_ends(leg)))
        yield _feature("leg", leg.id, _line(leg), leg.when, {**plain(leg), "great_circle_km": length})


def _feature(
    feature: str, name: str, geometry: dict[str, Any] | None, when: Moment | None, properties: dict[str, Any]
) -> dict[str, Any]:
    """A feature; its first properties are flat, so that programs with tables can filter by them."""
    days = {"start": when.first, "end": when.last, "when_shown": when.shown} if when else {}
    flat = {key: value or None for key, value in days.items()}
    return {
        "type": "Feature",
        "id": f"{feature}/{name}",
        "geometry": geometry,
        "properties": {"feature": feature, **flat, **properties},
    }


def _point(spot: Spot | None) -> dict[str, Any] | None:
    if spot is None:
        return None
    return {"type": "Point", "coordinates": [spot.longitude, spot.latitude]}


def _ends(leg: LegRecord) -> tuple[Point, Point]:
    return (
        Point(leg.start.latitude, leg.start.longitude),
        Point(leg.end.latitude, leg.end.longitude),
    )


def _line(leg: LegRecord) -> dict[str, Any] | None:
    """The great circle in one line, or two where the 180th meridian cuts it; none from a place to itself."""
    start, end = _ends(leg)
    if start == end:
        return None
    lines = [[_position(point, lines) for point in lines] for lines in split(great_circle(start, end))]
    if len(lines) == 1:
        return {"type": "LineString", "coordinates": lines[0]}
    return {"type": "MultiLineString", "coordinates": lines}


def _position(point: Point, line: Sequence[Point]) -> list[float]:
    """Longitude first; the 180th meridian is written on the side from which its line comes."""
    middle = sum(one.lon for one in line) / len(line)
    turns = math.floor((middle + 180) / 360)
    return [round(point.lon - 360 * turns, _DIGITS), round(point.lat, _DIGITS)]


def split(points: Iterable[Point]) -> list[list[Point]]:
    """A line with continuous longitudes, cut where it crosses the 180th meridian; both parts have the point there."""
    found: list[list[Point]] = []
    for one, other in pairwise(points):
        if not found:
            found.append([one])
        for edge in _crossed(one.lon, other.lon):
            cut = Point(_latitude(one, other, edge), edge)
            found[-1].append(cut)
            found.append([cut])
        found[-1].append(other)
    return [line for line in found if len(line) > 1 and any(a != b for a, b in pairwise(line))]


def _crossed(one: float, other: float) -> list[float]:
    """The longitudes ±180, ±540 … that lie between two, or that the first is on and the line leaves."""
    low, high = sorted((one, other))
    edges = [180.0 + 360 * turn for turn in range(-3, 3)]
    return [edge for edge in edges if low < edge < high]


def _latitude(one: Point, other: Point, lon: float) -> float:
    """Where the great circle through two points has a longitude between theirs; halfway where it runs over a pole."""
    span = math.sin(math.radians(other.lon - one.lon))
    if abs(span) < 1e-9:
        return (one.lat + other.lat) / 2
    before, after = math.radians(lon - one.lon), math.radians(other.lon - lon)
    low, high = math.tan(math.radians(one.lat)), math.tan(math.radians(other.lat))
    return math.degrees(math.atan((low * math.sin(after) + high * math.sin(before)) / span))


def _bbox(features: Iterable[dict[str, Any]]) -> list[float]:
    """West, south, east, north; west is greater than east where the box spans the 180th meridian (section 5.2)."""
    positions = [
        at for one in features if one["geometry"] for at in _positions(one["geometry"]["coordinates"])
    ]
    box = bounds(Point(lat, lon) for lon, lat in positions)
    east = box.east if box.east <= 180 else normal_lon(box.east)
    return [box.west, box.south, east, box.north]


def _positions(coordinates: Any) -> Iterator[list[float]]:
    if isinstance(coordinates[0], list):
        for one in coordinates:
            yield from _positions(one)
    else:
        yield coordinates


FORMAT = Format(
    name="geojson",
    suffix=".geojson",
    media_type="application/geo+json",
    group=Group.MAP_AND_DATA,
    purpose="stops, legs and events for map programs such as QGIS, Leaflet and kepler.gl",
    lacks="a field of its own for uncertain dates, status and evidence: they are properties; questions",
    make=make,
)
