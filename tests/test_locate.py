"""Protects the lookup of countries: inside, near the coast, across the antimeridian, at the poles, and how
far outside."""

from __future__ import annotations

import re
import time
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touratlas import basemap
from touratlas.countries import country_codes, has_shape
from touratlas.globe import Point, distance_km
from touratlas.locate import COAST_TOLERANCE_KM, country_of, label_point, looks_swapped, outside_country

POINTS = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))

PLACES = {
    "Kuala Lumpur International Airport": ("MY", 2.7456, 101.7099),
    "Yokosuka naval base": ("JP", 35.2930, 139.6664),
    "Gimhae Air Base, Busan": ("KR", 35.18, 128.94),
    "Gyeongju": ("KR", 35.8562, 129.2247),
    "Joint Base Andrews": ("US", 38.8108, -76.8670),
    "Vatican": ("VA", 41.9022, 12.4533),
    "Monaco": ("MC", 43.7384, 7.4246),
    "San Marino": ("SM", 43.9356, 12.4473),
    "Vaduz": ("LI", 47.1410, 9.5209),
    "Andorra la Vella": ("AD", 42.5063, 1.5218),
    "Luxembourg": ("LU", 49.6116, 6.1319),
    "Marina Bay, Singapore": ("SG", 1.2834, 103.8607),
    "Malé": ("MV", 4.1755, 73.5093),
    "Yaren": ("NR", -0.5477, 166.9209),
    "Doha": ("QA", 25.2854, 51.5310),
    "Hong Kong airport, an island made": ("HK", 22.3080, 113.9185),
    "Macao": ("MO", 22.1987, 113.5439),
    "Kansai airport, an island made": ("JP", 34.4342, 135.2328),
    "Palm Jumeirah": ("AE", 25.1120, 55.1390),
    "Maseru, within South Africa": ("LS", -29.3151, 27.4869),
    "Taveuni, Fiji, by the antimeridian": ("FJ", -16.85, -179.97),
    "Suva, Fiji": ("FJ", -18.1416, 178.4419),
    "Anadyr, Chukotka": ("RU", 64.7337, 177.5089),
    "Uelen, Chukotka, beyond the antimeridian": ("RU", 66.1600, -169.8100),
    "Attu, Aleutians, beyond the antimeridian": ("US", 52.9000, 172.9000),
    "Honolulu": ("US", 21.3069, -157.8583),
    "Chatham Islands": ("NZ", -43.9, -176.5),
    "Cayenne": ("GF", 4.9224, -52.3135),
    "Longyearbyen": ("SJ", 78.2232, 15.6267),
    "Pristina": ("XK", 42.6629, 21.1655),
    "Amundsen–Scott, South Pole": ("AQ", -90.0, 0.0),
}


@pytest.mark.parametrize(("code", "lat", "lon"), PLACES.values(), ids=PLACES.keys())
def test_places(code: str, lat: float, lon: float) -> None:
    """Known places are found in their country, small states and coasts included."""
    assert code in country_of(Point(lat, lon))
    assert outside_country(Point(lat, lon), code) is None


@pytest.mark.parametrize(
    ("lat", "lon", "codes"),
    [
        (35.8562, 129.2247, {"KR"}),
        (48.8566, 2.3522, {"FR"}),
        (-29.5, 28.2, {"LS"}),
        (4.0, -53.0, {"GF", "FR"}),
        (42.5, 21.0, {"XK", "RS"}),
        (35.30, 33.50, {"CY"}),
        (9.56, 44.065, {"SO"}),
        (35.35, 77.05, {"IN", "PK"}),
        (0.0, -30.0, set()),
        (90.0, 0.0, set()),
        (-90.0, 123.0, {"AQ"}),
    ],
)
def test_all_codes_that_fit(lat: float, lon: float, codes: set[str]) -> None:
    """Inland there is one; parts of a country, and shapes without a code, have those that the README says."""
    assert country_of(Point(lat, lon), tolerance_km=1) == codes


def test_borders_have_both_sides() -> None:
    """Panmunjom lies within the tolerance of either Korea; without tolerance a point is in one of them."""
    panmunjom = Point(37.956, 126.677)
    assert country_of(panmunjom) == {"KR", "KP"}
    assert len(country_of(panmunjom, tolerance_km=0)) == 1


def principal_places() -> list[tuple[str, Point]]:
    """The principal place of each zone with its country, from tzdata's zone.tab (ISO 6709 positions)."""
    form = re.compile(r"([+-]\d\d)(\d\d)(\d\d)?([+-]\d\d\d)(\d\d)(\d\d)?")

    def angle(whole: str, minutes: str, seconds: str | None) -> float:
        size = abs(int(whole)) + int(minutes) / 60 + int(seconds or 0) / 3600
        return -size if whole.startswith("-") else size

    places = []
    for line in files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, position, *_ = line.split("\t")
            match = form.fullmatch(position)
            assert match
            parts = match.groups()
            places.append((code, Point(angle(*parts[:3]), angle(*parts[3:]))))
    return places


def test_the_tolerance_fits_the_worlds_cities() -> None:
    """All of tzdata's principal places fit but disputed ones and those on islets and ice that 1:50m lacks."""
    places = principal_places()
    outside = [code for code, point in places if outside_country(point, code) is not None]
    assert len(places) > 400
    assert set(outside) == {"AQ", "AU", "BH", "BR", "EH", "ES", "MH", "PF", "PN", "TC", "UA", "YE"}
    assert len(outside) <= 15


@pytest.mark.parametrize("code", sorted(code for code in country_codes() if has_shape(code)))
def test_labels_are_inside(code: str) -> None:
    """Each country's name stands on its own land."""
    label = label_point(code)
    assert label is not None
    assert -90 < label.lat < 90
    assert -180 <= label.lon < 180
    assert code in country_of(label, tolerance_km=1)
    assert outside_country(label, code, tolerance_km=1) is None


def test_label_near_a_stop() -> None:
    """Malaysia is named on the peninsula in a map of Kuala Lumpur, on Borneo elsewhere; Tuvalu nowhere."""
    assert label_point("MY", near=Point(3.1, 101.7)) == pytest.approx((4.46, 102.09), abs=0.3)
    assert label_point("MY") == pytest.approx((2.46, 113.76), abs=0.3)
    assert label_point("TV") is None


def test_outside_by_how_much() -> None:
    """Seoul is outside Japan by its distance to Tsushima, and outside North Korea by a short drive."""
    seoul = Point(37.5665, 126.9780)
    assert outside_country(seoul, "KR") is None
    tsushima = Point(34.70, 129.44)
    assert outside_country(seoul, "JP") == pytest.approx(distance_km(seoul, tsushima), rel=0.03)
    assert outside_country(seoul, "KP") == pytest.approx(37, abs=5)


def test_outside_measures_true_lengths_in_the_north() -> None:
    """Near the pole degrees of longitude count little: it is the latitude that keeps a point from Canada."""
    north_of_canada = Point(89.0, -70.0)
    away = outside_country(north_of_canada, "CA")
    assert away == pytest.approx((89.0 - 83.1) * 111.2, rel=0.02)


def test_outside_along_a_straight_border() -> None:
    """The 49th parallel is followed as a parallel: a tenth of a degree beyond it is 11 km, less the grid's step."""
    assert outside_country(Point(48.9, -110.0), "CA", tolerance_km=0) == pytest.approx(10.28, abs=0.02)
    assert outside_country(Point(49.1, -110.0), "US", tolerance_km=0) == pytest.approx(11.97, abs=0.02)


def test_long_edges_are_those_of_the_flat_map() -> None:
    """The middle of a long edge is on it: straight on the map, where a great circle would pass a kilometre away."""
    middles = [
        (shape.code, Point((a[1] + b[1]) / 2, (a[0] + b[0]) / 2))
        for shape in basemap.territories()
        for polygon in shape.polygons
        for a, b in pairwise(polygon[0])
        if 2 < abs(a[0] - b[0]) < 30
    ]
    assert len(middles) > 20
    assert all(code in country_of(middle, tolerance_km=0.05) for code, middle in middles)


@pytest.mark.parametrize("code", ["TV", "GI", "ZZ", ""])
def test_outside_says_nothing_without_a_shape(code: str) -> None:
    """Where the basemap lacks the country, there is nothing to warn of."""
    assert outside_country(Point(0, 0), code) is None


def test_tolerance() -> None:
    """A place beyond the drawn coast is outside only if it is so by more than the tolerance."""
    kansai = Point(34.4342, 135.2328)
    away = outside_country(kansai, "JP", tolerance_km=0)
    assert away is not None
    assert 0 < away < COAST_TOLERANCE_KM
    assert outside_country(kansai, "JP", tolerance_km=away * 1.01) is None
    assert country_of(kansai, tolerance_km=0) == frozenset()


@pytest.mark.parametrize(
    ("lat", "lon", "country", "swapped"),
    [
        (101.7099, 2.7456, "MY", True),
        (139.65, 35.68, "JP", True),
        (2.7456, 101.7099, "MY", False),
        (52.37, 4.9, "NL", False),
        (4.9, 52.37, "NL", True),
        (101.7, 2.7, "KR", False),
        (1e9, float("nan"), "KR", False),
        (179.2, -8.5, "TV", False),
        (10.0, 10.0, "NG", False),
    ],
)
def test_looks_swapped(lat: float, lon: float, country: str, swapped: bool) -> None:
    """Only where the exchanged numbers fit and the given ones don't; never without a shape."""
    assert looks_swapped(lat, lon, country) is swapped


@given(POINTS, st.sampled_from(["RU", "FJ", "KR", "US", "AQ", "LS", "CY"]))
def test_lookups_agree(point: Point, code: str) -> None:
    """A country is among those of a point exactly if the point isn't outside it, by the same tolerance."""
    assert (code in country_of(point)) == (outside_country(point, code) is None)


@given(POINTS, st.sampled_from([-720.0, -360.0, 360.0]))
def test_whole_turns_change_nothing(point: Point, turn: float) -> None:
    """A longitude beyond ±180, as continuous lines have it, is the same place."""
    moved = Point(point.lat, round(point.lon, 3) + turn)
    assert country_of(moved, 0) == country_of(Point(point.lat, round(point.lon, 3)), 0)


@pytest.mark.parametrize(
    "point", [Point(90.1, 0), Point(-91, 0), Point(float("nan"), 0), Point(0, float("inf"))]
)
def test_impossible_points_are_errors(point: Point) -> None:
    """What is no place of the globe isn't looked up."""
    with pytest.raises(ValueError, match="no point of the globe"):
        country_of(point)
    with pytest.raises(ValueError, match="no point of the globe"):
        outside_country(point, "KR")


def test_lookups_are_fast_enough() -> None:
    """A thousand lookups take a fraction of a second; the bound leaves room for slow machines."""
    places = [Point(-60 + step * 0.13, -180 + step * 0.357) for step in range(1000)]
    country_of(places[0])
    start = time.process_time()
    for place in places:
        country_of(place)
    assert time.process_time() - start < 1.0


def test_index_holds_every_polygon() -> None:
    """At a corner of each polygon its territory is found, so none is lost from the index."""
    for shape in basemap.territories():
        for polygon in shape.polygons:
            lon, lat = polygon[0][0]
            assert set(shape.codes) <= country_of(Point(max(lat, -90.0), lon), tolerance_km=1), shape.name
