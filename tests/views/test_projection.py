"""Projections: fitted points are on the picture, there and back is the same place, north is up where it should be."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from touratlas.geo import Point, distance_km, mercator_km_per_px, unwrap
from touratlas.views.projection import CLOSEST, Kind, Projection, fit

PADS = (122.0, 40.0, 122.0, 56.0)
LATS, LONS = st.floats(-89.5, 89.5), st.floats(-180, 180)
POINTS = st.lists(st.builds(Point, LATS, LONS), min_size=1, max_size=6).map(unwrap)


@given(POINTS)
def test_all_points_are_within_the_pads(points: tuple[Point, ...]) -> None:
    """Wherever the points are, each is on the picture and none in the room of the pads."""
    made = fit(points, 865, 420, PADS)
    for point in points:
        x, y = made.xy(point)
        assert PADS[0] - 1e-6 <= x <= 865 - PADS[2] + 1e-6
        assert PADS[1] - 1e-6 <= y <= 420 - PADS[3] + 1e-6
    assert 0 < made.scale <= CLOSEST


@given(POINTS)
def test_there_and_back(points: tuple[Point, ...]) -> None:
    """The point of a pixel of a point is that point."""
    made = fit(points, 865, 420, PADS)
    for point in points:
        assert distance_km(made.point(made.xy(point)), point) < 0.01


@given(POINTS)
def test_scale_is_what_it_says(points: tuple[Point, ...]) -> None:
    """Two pixels in the picture's middle are as far apart as twice the kilometres of one."""
    made = fit(points, 865, 420, PADS)
    middle = made.xy(made.point((432.5, 210)))  # on the globe, where the picture shows more than it
    km = made.km_per_px(middle)
    assert km > 0
    if made.kind is Kind.MERCATOR:
        sphere = mercator_km_per_px(made.point(middle).lat, math.log2(made.scale * 2 * math.pi / 256))
        assert km == pytest.approx(sphere, rel=0.01)  # an ellipsoid against a sphere


@pytest.mark.parametrize(
    ("points", "kind"),
    [
        ([Point(3.1, 101.7)], Kind.MERCATOR),
        ([Point(3.1, 101.7), Point(35.7, 139.7)], Kind.MERCATOR),
        ([Point(-18, 178), Point(-14, 188)], Kind.MERCATOR),
        ([Point(64, -22), Point(70, 19)], Kind.MERCATOR),
        ([Point(51, 0), Point(-34, 151), Point(41, -74)], Kind.EQUAL_EARTH),
        ([Point(60, 10), Point(-75, 0)], Kind.EQUAL_EARTH),
        ([Point(78, 16)], Kind.NORTH),
        ([Point(71, 128), Point(76, -68)], Kind.NORTH),
        ([Point(-77, 166), Point(-64, -64)], Kind.SOUTH),
    ],
)
def test_which_projection(points: list[Point], kind: Kind) -> None:
    """A city, a continent, the antimeridian; the world; the poles."""
    assert fit(points, 865, 420, PADS).kind is kind


@given(POINTS, st.floats(-80, 79), st.floats(-170, 170))
def test_north_is_up_away_from_the_poles(points: tuple[Point, ...], lat: float, lon: float) -> None:
    """On maps that aren't drawn around a pole, more to the north is higher, and more to the east further right."""
    made = fit(points, 865, 420, PADS)
    if made.kind in {Kind.NORTH, Kind.SOUTH}:
        up = made.xy(Point(made.point((432, 210)).lat, made.lon0))
        other = made.xy(Point(made.point((432, 210)).lat - 1, made.lon0))
        assert other[1] > up[1] or made.point((432, 210)).lat > 88
        return
    x, y = made.xy(Point(lat, made.lon0 + lon))
    assert made.xy(Point(lat + 1, made.lon0 + lon))[1] < y
    assert made.xy(Point(lat, made.lon0 + lon + 1))[0] > x


def test_equal_earth_keeps_areas() -> None:
    """Cells of a degree have the same area in proportion to the sphere's, at every latitude."""
    made = Projection(Kind.EQUAL_EARTH, 0.0, 1000, 500, scale=100)
    ratios = []
    for lat in range(-89, 89, 7):
        lons, lats = np.array([20.0, 21.0, 21.0, 20.0]), np.array([lat, lat, lat + 1, lat + 1])
        x, y = made.array(lons, lats.astype(float))
        drawn = abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2
        true = math.radians(1) * (math.sin(math.radians(lat + 1)) - math.sin(math.radians(lat)))
        ratios.append(drawn / true)
    assert max(ratios) / min(ratios) == pytest.approx(1, abs=2e-3)


def test_mercator_is_the_apps() -> None:
    """At a scale of a tile map, pixels are those of the tile map."""
    made = Projection(Kind.MERCATOR, 0.0, 256, 256, scale=256 / (2 * math.pi), x0=128, y0=128)
    assert made.xy(Point(0, 0)) == pytest.approx((128, 128))
    assert made.xy(Point(85.0511287798, 180)) == pytest.approx((256, 0), abs=1e-6)


def test_a_map_of_the_world_is_filled() -> None:
    """Where the globe is higher than the picture, there is nothing beyond a pole to see."""
    for sign in (1, -1):
        points = unwrap(
            [Point(sign * 40, 0), Point(sign * 21, 100), Point(sign * 36, 200), Point(sign * 30, 280)]
        )
        made = fit(points, 865, 420, PADS)
        assert made.kind is Kind.EQUAL_EARTH
        assert made.xy(Point(90, made.lon0))[1] <= 1e-6
        assert made.xy(Point(-90, made.lon0))[1] >= 420 - 1e-6


def test_no_points_and_no_room() -> None:
    """There is no map of nothing, and none on a picture without room."""
    with pytest.raises(ValueError, match="no points"):
        fit([], 865, 420, PADS)
    with pytest.raises(ValueError, match="no room"):
        fit([Point(0, 0)], 200, 420, PADS)
