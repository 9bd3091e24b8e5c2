"""Protects the geometry: distances, directions, great circles, frames across the antimeridian."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from touratlas import globe
from touratlas.globe import Bounds, Point

LATS = st.floats(-90, 90)
LONS = st.floats(-180, 180)
POINTS = st.builds(Point, LATS, LONS)
KUALA_LUMPUR = Point(3.139, 101.687)


def degrees(whole: int, minutes: int, seconds: float) -> float:
    """An angle from degrees, minutes and seconds."""
    return whole + minutes / 60 + seconds / 3600


def arc_km(a: Point, b: Point) -> float:
    """The great-circle distance by the haversine formula, as an oracle of its own."""
    half = math.sin(math.radians(b.lat - a.lat) / 2) ** 2
    half += (
        math.cos(math.radians(a.lat))
        * math.cos(math.radians(b.lat))
        * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    )
    return 2 * globe.EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))


def same_place(a: Point, b: Point) -> bool:
    """Whether two points are within a millimetre of each other, in whichever turn their longitudes are
    given."""
    return math.dist(globe.unit_vector(a), globe.unit_vector(b)) * globe.EARTH_RADIUS_KM < 1e-6


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        pytest.param(
            Point(-degrees(37, 57, 3.72030), degrees(144, 25, 29.52440)),
            Point(-degrees(37, 39, 10.15610), degrees(143, 55, 35.38390)),
            54.972271,
            id="Flinders Peak to Buninyong (Geocentric Datum of Australia Technical Manual)",
        ),
        pytest.param(
            Point(-41.32, 174.81),
            Point(40.96, -5.50),
            19959.679267,
            id="Wellington to Salamanca (documentation of GeographicLib)",
        ),
        pytest.param(Point(0, 0), Point(90, 0), 10001.965729, id="quarter meridian of WGS 84"),
    ],
)
def test_known_distances(a: Point, b: Point, km: float) -> None:
    """Distances agree with published geodesics to the millimetre."""
    assert globe.distance_km(a, b) == pytest.approx(km, abs=1.5e-6)


def test_distance_is_that_of_geopy() -> None:
    """Our direct use of geographiclib gives what geopy's geodesic gives."""
    from geopy.distance import geodesic

    washington = Point(38.81, -76.87)
    assert globe.distance_km(washington, KUALA_LUMPUR) == pytest.approx(geodesic(washington, KUALA_LUMPUR).km)


@given(POINTS, POINTS)
def test_distance_is_symmetric_and_near_the_sphere(a: Point, b: Point) -> None:
    """The way back is as long, and no geodesic differs from the great circle by more than 0.6 percent."""
    there, back = globe.distance_km(a, b), globe.distance_km(b, a)
    assert there == pytest.approx(back, abs=1e-6)
    assert there == pytest.approx(arc_km(a, b), rel=0.006, abs=1e-3)


@pytest.mark.parametrize(
    ("to", "bearing", "name"),
    [
        (Point(1, 0), 0, "N"),
        (Point(0, 1), 90, "E"),
        (Point(-1, 0), 180, "S"),
        (Point(0, -1), 270, "W"),
        (Point(1, 1), 44.9956, "NE"),
        (Point(-1, 1), 135.0044, "SE"),
        (Point(-1, -1), 224.9956, "SW"),
        (Point(1, -1), 315.0044, "NW"),
        (Point(0.5, -0.1), 348.69, "N"),
    ],
)
def test_directions(to: Point, bearing: float, name: str) -> None:
    """Bearings are clockwise from north and named by the nearest of eight points."""
    assert globe.bearing_deg(Point(0, 0), to) == pytest.approx(bearing, abs=1e-3)
    assert globe.compass(Point(0, 0), to) == name


def test_airport_lies_south_of_the_city() -> None:
    """The map's "KLIA · 45 km S" is right."""
    airport = Point(2.7456, 101.7099)
    assert globe.compass(KUALA_LUMPUR, airport) == "S"
    assert globe.distance_km(KUALA_LUMPUR, airport) == pytest.approx(43.6, abs=0.1)


def test_direction_across_the_antimeridian() -> None:
    """From 179° E to 179° W it is a short way east."""
    assert globe.compass(Point(-17, 179), Point(-17, -179)) == "E"
    assert globe.screen_bearing(Point(-17, 179), Point(-17, -179)) == pytest.approx(90)


def test_no_direction_to_the_same_place() -> None:
    """A venue at the stop's own point has no compass point."""
    assert globe.compass(KUALA_LUMPUR, KUALA_LUMPUR) == ""
    assert globe.bearing_deg(KUALA_LUMPUR, KUALA_LUMPUR) == 0


@given(POINTS, POINTS)
def test_bearing_leads_along_the_great_circle(a: Point, b: Point) -> None:
    """Following the bearing by the distance ends at the goal (the direct formula of spherical
    trigonometry)."""
    angle = arc_km(a, b) / globe.EARTH_RADIUS_KM
    assume(1e-6 < angle < math.pi - 1e-6)
    bearing = globe.bearing_deg(a, b)
    assert 0 <= bearing < 360
    lat, course = math.radians(a.lat), math.radians(bearing)
    reached = math.asin(
        max(
            -1.0,
            min(1.0, math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(course)),
        )
    )
    assert reached == pytest.approx(math.radians(b.lat), abs=1e-5)


@given(POINTS, POINTS, st.floats(50, 5000))
@example(Point(0, 0), Point(0, 180), 300)
@example(Point(30, 20), Point(-30, -160), 300)
@example(Point(90, 10), Point(-90, 50), 300)
@example(Point(38.81, -76.87), Point(2.75, 101.71), 100)
def test_great_circle(a: Point, b: Point, step: float) -> None:
    """It starts and ends where it should, has no step longer than asked, doesn't jump, and is no detour."""
    line = globe.great_circle(a, b, max_step_km=step)
    assert line[0] == a
    assert line[-1].lat == b.lat
    assert math.remainder(line[-1].lon - b.lon, 360) == pytest.approx(0, abs=1e-9)
    lengths = [arc_km(p, q) for p, q in pairwise(line)]
    assert max(lengths) <= step * (1 + 1e-6) + 1e-3
    assert sum(lengths) == pytest.approx(arc_km(a, b), rel=1e-5, abs=1e-2)
    assert all(abs(q.lon - p.lon) <= 180 for p, q in pairwise(line))


def test_great_circle_is_continuous_over_the_pacific() -> None:
    """A line from Tokyo to San Francisco goes on beyond 180 instead of jumping to -180."""
    line = globe.great_circle(Point(35.68, 139.65), Point(37.77, -122.42), max_step_km=100)
    assert line[-1].lon == pytest.approx(237.58)
    assert max(abs(q.lon - p.lon) for p, q in pairwise(line)) < 2


def test_great_circle_of_antipodes_goes_north() -> None:
    """Where every direction is right, the line leaves due north, and the bearing says so."""
    line = globe.great_circle(Point(10, 20), Point(-10, -160), max_step_km=1000)
    assert line[1].lon == pytest.approx(20)
    assert line[1].lat > 10
    assert globe.bearing_deg(Point(10, 20), Point(-10, -160)) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("step", [0.0, -1.0, math.nan])
def test_great_circle_refuses_an_impossible_step(step: float) -> None:
    """A step of no length would never arrive."""
    with pytest.raises(ValueError, match="longer than 0 km"):
        globe.great_circle(Point(0, 0), Point(0, 1), max_step_km=step)


@given(st.lists(POINTS))
def test_unwrap(points: list[Point]) -> None:
    """Every point stays where it is on the globe, the first as it was given, and no longitude jumps."""
    line = globe.unwrap(points)
    assert len(line) == len(points)
    assert line[:1] == tuple(points[:1])
    assert all(same_place(p, q) for p, q in zip(points, line, strict=True))
    assert all(abs(q.lon - p.lon) <= 180 for p, q in pairwise(line))


@given(st.floats(-1e6, 1e6))
def test_normal_lon(lon: float) -> None:
    """It is the same meridian, from -180 up to but not including 180."""
    normal = globe.normal_lon(lon)
    assert -180 <= normal < 180
    assert math.remainder(normal - lon, 360) == pytest.approx(0, abs=1e-6)


@given(st.lists(POINTS, min_size=1, max_size=12))
@example([Point(0, 180), Point(0, -180)])
@example([Point(-16, 179), Point(-18, -179), Point(-17, 177)])
@example([Point(0, 0), Point(0, 120), Point(0, -120)])
def test_bounds_hold_all_points_and_are_the_narrowest(points: list[Point]) -> None:
    """No frame that begins at any of the points and holds all of them is narrower."""
    frame = globe.bounds(points)
    assert all(frame.contains(point) for point in points)
    assert -180 <= frame.west < 180
    assert frame.west <= frame.east
    assert (frame.south, frame.north) == (min(p.lat for p in points), max(p.lat for p in points))
    widths = [max((other.lon - first.lon) % 360 for other in points) for first in points]
    assert frame.east - frame.west <= min(widths) + 1e-9


def test_bounds_across_the_antimeridian() -> None:
    """Fiji's frame is 2 degrees wide and not 358."""
    frame = globe.bounds([Point(-17, 179), Point(-18, -179)])
    assert frame == Bounds(-18, 179, -17, 181)
    assert frame.center == Point(-17.5, 180)
    assert frame.contains(Point(-17.5, -179.5))
    assert not frame.contains(Point(-17.5, 0))


def test_bounds_need_a_point() -> None:
    """An empty frame is an error and not the whole world."""
    with pytest.raises(ValueError, match="no points"):
        globe.bounds([])


@given(st.lists(POINTS, min_size=1, max_size=6), st.floats(0, 3), st.floats(0, 60))
def test_padded_bounds_hold_the_frame(points: list[Point], fraction: float, least: float) -> None:
    """Widening keeps every point inside, stays between the poles and within one turn."""
    wider = globe.bounds(points).padded(fraction, least)
    assert all(
        Bounds(wider.south, wider.west - 1e-9, wider.north, wider.east + 1e-9).contains(p) for p in points
    )
    assert -90 <= wider.south <= wider.north <= 90
    assert -180 <= wider.west < 180
    assert 0 <= wider.east - wider.west <= 360 + 1e-9


def test_padding() -> None:
    """A fraction widens each side, and `least` opens the frame of a single point."""
    assert Bounds(0, 10, 10, 30).padded(0.1) == Bounds(-1, 8, 11, 32)
    assert Bounds(5, -179, 5, -179).padded(0.1, least=2) == Bounds(3, 179, 7, 183)


@given(st.floats(-85, 85))
def test_mercator_and_back(lat: float) -> None:
    """The height of a latitude leads back to it."""
    assert globe.inverse_mercator(globe.mercator(lat)) == pytest.approx(lat, abs=1e-9)


def test_mercator_is_the_square_world_of_tile_maps() -> None:
    """Zero at the equator, 180 at the edge, and no further beyond it (EPSG:3857's limit is 85.0511°)."""
    assert globe.mercator(0) == 0
    assert pytest.approx(85.05112878) == globe.MERCATOR_LIMIT
    assert globe.mercator(globe.MERCATOR_LIMIT) == pytest.approx(180)
    assert globe.mercator(90) == pytest.approx(180)
    assert globe.mercator(-90) == pytest.approx(-180)


def test_screen_bearing_differs_from_the_great_circle() -> None:
    """On the map the way from Tokyo to San Francisco points nearly right, on the globe to the north-east."""
    tokyo, san_francisco = Point(35.68, 139.65), Point(37.77, -122.42)
    assert globe.screen_bearing(tokyo, san_francisco) == pytest.approx(88.5, abs=0.5)
    assert globe.bearing_deg(tokyo, san_francisco) == pytest.approx(54.5, abs=0.5)


@given(POINTS, POINTS)
def test_screen_bearing_is_an_angle(a: Point, b: Point) -> None:
    """It is always from 0 to below 360, at the poles too."""
    assert 0 <= globe.screen_bearing(a, b) < 360


def test_kilometres_a_pixel() -> None:
    """The equator fills 256 pixels at zoom 0, and at 60° a pixel is half as long."""
    assert globe.mercator_km_per_px(0, 0) == pytest.approx(156.5430, abs=1e-3)
    assert globe.mercator_km_per_px(60, 4) == pytest.approx(156.5430 / 16 / 2, abs=1e-4)
