"""Land and borders of a drawn map: what is land is drawn as land, all of it inside, nothing visited left out."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from touratlas import basemap
from touratlas.geo import Point
from touratlas.views.land import Ground, ground, territories_at
from touratlas.views.projection import Kind, Projection, fit

PADS = (122.0, 40.0, 122.0, 56.0)
TOURS = {
    "asia": [Point(3.1, 101.7), Point(35.7, 139.7)],
    "pacific": [Point(43, 141), Point(-18, 178), Point(-14, 188), Point(-17, 211)],
    "europe": [Point(48, 2), Point(52, 13), Point(41, 12)],
    "world": [Point(51, 0), Point(-34, 151), Point(41, -74)],
    "seam": [Point(65, 170), Point(-40, 175), Point(55, 200), Point(-20, 300)],
    "north": [Point(71, 128), Point(76, -68)],
    "south": [Point(-77, 166), Point(-64, -64)],
}


@cache
def made(name: str, detail: float = 0.5) -> tuple[Projection, Ground]:
    """A map's projection and ground, made once."""
    projection = fit(TOURS[name], 865, 420, PADS)
    return projection, ground(projection, detail)


@cache
def area(name: str, detail: float = 0.5) -> BaseGeometry:
    """The land as it is filled, by the even-odd rule."""
    _, found = made(name, detail)
    rings = [shapely.make_valid(shapely.Polygon(ring)) for ring in found.land]
    land = shapely.symmetric_difference_all(rings)
    shapely.prepare(land)
    return land


@pytest.mark.parametrize("name", TOURS)
def test_all_is_inside_the_picture(name: str) -> None:
    """No path leaves the picture by more than the bleed; land is closed and not empty; borders are lines."""
    _, found = made(name)
    assert found.land
    for path in (*found.land, *found.borders):
        assert all(-2.01 <= x <= 867.01 and -2.01 <= y <= 422.01 for x, y in path)
    assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in found.land)
    assert all(len(line) >= 2 for line in found.borders)


@given(st.sampled_from(sorted(TOURS)), st.floats(0, 865), st.floats(0, 420))
def test_land_is_land_and_sea_is_sea(name: str, x: float, y: float) -> None:
    """A pixel more than 2 px away from any coast is land on the picture exactly where the basemap has land."""
    projection, _ = made(name)
    point = projection.point((x, y))
    on_globe = projection.xy(point)
    assume(abs(on_globe[0] - x) < 0.01 and abs(on_globe[1] - y) < 0.01 and abs(point.lat) < 89.9)
    spot = shapely.Point(x, y)
    land = area(name)
    assume(shapely.distance(land.boundary, spot) > 2)
    if bool(territories_at(point)) != bool(shapely.contains(land, spot)):
        # the only difference allowed: an island or lake too small to be drawn
        near = {bool(territories_at(projection.point((x + dx, y + dy)))) for dx in (-2, 2) for dy in (-2, 2)}
        assert near != {bool(territories_at(point))}


@pytest.mark.parametrize("name", ["asia", "pacific", "europe", "world"])
def test_true_to_the_detail(name: str) -> None:
    """The coarse coast is nowhere further from the fine one than both details allow, but for what is too small."""
    fine, coarse = area(name, 0.1), area(name, 0.5)
    big = shapely.MultiPolygon([part for part in shapely.get_parts(fine) if part.area > 6])
    assert shapely.area(shapely.difference(big, shapely.buffer(coarse, 1.3))) < 3
    assert shapely.area(shapely.difference(coarse, shapely.buffer(fine, 1.3))) < 0.5


def test_no_cut_is_drawn_across_antarctica() -> None:
    """Neither the 180th meridian nor the way to the pole is a coast."""
    projection, found = made("south")
    assert projection.kind is Kind.SOUTH
    pole = projection.xy(Point(-90, 0))
    assert min(abs(x - pole[0]) + abs(y - pole[1]) for ring in found.land for x, y in ring) > 20


def test_small_islands_go_and_visited_ones_stay() -> None:
    """Of islands below a pixel none is drawn, but for those of the countries visited."""
    projection = fit([Point(-8, 100), Point(5, 200)], 865, 420, PADS)
    without, kept = (ground(projection, 0.5, keep) for keep in ((), ("NR", "MH", "KI")))
    assert len(kept.land) > len(without.land)
    nauru = basemap.territory("NR")
    assert nauru is not None
    at = projection.xy(nauru.labels[0])

    def nearest(found: Ground) -> float:
        return min(abs(x - at[0]) + abs(y - at[1]) for ring in found.land for x, y in ring)

    assert nearest(kept) < 1.5
    assert nearest(without) > 3


def test_a_country_without_a_shape_is_no_error() -> None:
    """Some are too small for the basemap."""
    projection = fit([Point(-8.5, 179.2)], 865, 420, PADS)
    assert ground(projection, 0.5, ("TV",)).globe == ()


def test_the_globe_is_drawn_where_it_is_cut() -> None:
    """Only maps of the world have an edge of the globe; it runs from pole to pole and back."""
    assert made("asia")[1].globe == ()
    _, found = made("world")
    assert len(found.globe) > 100
    assert all(abs(ay - by) < 20 for (_, ay), (_, by) in pairwise(found.globe[:90]))


def test_across_the_antimeridian_nothing_is_missing() -> None:
    """Fiji, Chukotka and New Zealand are whole on a map around 180°."""
    projection, _ = made("seam")
    land = area("seam")
    for place in (Point(-17.8, 178.0), Point(66.5, -175.0), Point(66.5, 177.0), Point(-43, 171.5)):
        assert shapely.distance(land, shapely.Point(*projection.xy(place))) < 1.5


def test_whose_land_it_is() -> None:
    """A point is in its country in whatever turn its longitude is written, and in none at sea."""
    assert territories_at(Point(3.1, 101.7)) == {"MY"}
    assert territories_at(Point(3.1, 461.7)) == territories_at(Point(3.1, -258.3)) == {"MY"}
    assert territories_at(Point(67, 182)) == {"RU"}
    assert territories_at(Point(0, -150)) == set()
