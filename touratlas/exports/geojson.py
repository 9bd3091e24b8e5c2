"""GeoJSON: stops, legs and events as features, for map programs.

A leg is the great circle between its ends (not a route that was flown), cut where it crosses the 180th meridian. What
has no place is a feature without a geometry. Source: RFC 7946, sections 3.1.9, 3.2, 5 and 6.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from touratlas.exports.common import Format, Group, Options
from touratlas.geo import Point, bounds, distance_km, normal_lon
from touratlas.record import (
    background_claims,
    event_records,
    head_record,
    leg_ends,
    leg_lines,
    leg_records,
    plain,
    stop_records,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from touratlas.check import Atlas
    from touratlas.record import LegRecord, Moment, Spot


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
        length = round(distance_km(*leg_ends(leg)))
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


def _line(leg: LegRecord) -> dict[str, Any] | None:
    """The great circle in one line, or two where the 180th meridian cuts it; none from a place to itself."""
    lines = [[[point.lon, point.lat] for point in line] for line in leg_lines(leg)]
    if not lines:
        return None
    if len(lines) == 1:
        return {"type": "LineString", "coordinates": lines[0]}
    return {"type": "MultiLineString", "coordinates": lines}


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
