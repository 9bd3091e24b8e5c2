"""Protects the basemap: nothing of the source is lost, rings are right, coasts and borders are told apart."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from touratlas import basemap

if TYPE_CHECKING:
    from touratlas.basemap import Line, Ring, Territory

FOLDER = files("touratlas.assets.basemap")
SHAPES = [pytest.param(shape, id=shape.name) for shape in basemap.territories()]


def signed_area(ring: Ring) -> float:
    """The shoelace formula, in square degrees; positive if counterclockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)) / 2


@pytest.mark.parametrize("shape", SHAPES)
def test_rings(shape: Territory) -> None:
    """Rings are closed, of four positions or more, outer ones counterclockwise, holes clockwise (RFC 7946,
    3.1.6)."""
    for outer, *holes in shape.polygons:
        assert signed_area(outer) > 0
        assert all(signed_area(hole) < 0 for hole in holes)
        for ring in (outer, *holes):
            assert ring[0] == ring[-1]
            assert len(ring) >= 4


@pytest.mark.parametrize("shape", SHAPES)
def test_positions(shape: Territory) -> None:
    """Latitudes are possible, longitudes in one frame around the globe, and no ring jumps or repeats a
    position."""
    positions = [position for polygon in shape.polygons for ring in polygon for position in ring]
    assert all(-90 <= lat <= 84 for _, lat in positions)
    assert max(lon for lon, _ in positions) - min(lon for lon, _ in positions) <= 360
    assert all(-200 < lon < 200 for lon, _ in positions)
    for polygon in shape.polygons:
        for ring in polygon:
            assert all(a != b for a, b in pairwise(ring))
            assert shape.code == "AQ" or all(abs(b[0] - a[0]) < 30 for a, b in pairwise(ring))


@pytest.mark.parametrize("shape", SHAPES)
def test_area_is_that_of_the_source(shape: Territory) -> None:
    """No polygon and no hole was lost on the way; only Fiji's pieces, joined at the antimeridian, differ by a
    hair."""
    area = sum(signed_area(ring) for polygon in shape.polygons for ring in polygon)
    assert area == pytest.approx(shape.area, abs=1e-4 if shape.code == "FJ" else 1e-6)


@pytest.mark.parametrize("shape", SHAPES)
def test_polygons_are_valid(shape: Territory) -> None:
    """No ring crosses itself and every hole lies within its outer ring (OGC simple features, by GEOS)."""
    import shapely

    assert all(shapely.Polygon(outer, holes).is_valid for outer, *holes in shape.polygons)


def test_holes_are_where_enclaves_are() -> None:
    """South Africa has Lesotho's hole, Italy those of the Vatican and San Marino."""
    holes = {
        shape.code: sum(len(polygon) - 1 for polygon in shape.polygons) for shape in basemap.territories()
    }
    assert (holes["ZA"], holes["IT"], holes["MZ"]) == (1, 2, 2)
    assert sum(holes.values()) == 12


def test_no_line_runs_along_the_antimeridian() -> None:
    """Where the source cut Fiji at 180° and Antarctica at the frame, a map must show no line."""

    def along(a: tuple[float, float], b: tuple[float, float]) -> bool:
        return abs(abs(a[0]) - 180) < 1e-6 and abs(a[0] - b[0]) < 1e-6

    lines = basemap.coastlines() + basemap.borders()
    assert not [pair for line in lines for pair in pairwise(line) if along(*pair)]
    rings = [
        ring
        for shape in basemap.territories()
        if shape.code != "AQ"
        for polygon in shape.polygons
        for ring in polygon
    ]
    assert not [pair for ring in rings for pair in pairwise(ring) if along(*pair)]


def test_chukotka_and_taveuni_are_whole() -> None:
    """One polygon of Russia and one of Fiji cross the antimeridian without a cut."""

    def crossing(code: str) -> int:
        shape = basemap.territory(code)
        assert shape
        spans = [[lon for lon, _ in polygon[0]] for polygon in shape.polygons]
        return sum(min(lons) < 179.9 and max(lons) > 180.05 for lons in spans)

    assert crossing("RU") >= 1
    assert crossing("FJ") >= 1


def edges(lines: tuple[Line, ...]) -> list[frozenset[tuple[float, float]]]:
    """The edges of lines, whichever way they run."""
    return [frozenset(pair) for line in lines for pair in pairwise(line)]


def test_coasts_and_borders_are_the_edges_of_the_polygons() -> None:
    """Each edge of a polygon is drawn once: as a border if two polygons have it, else as a coast,
    Antarctica's end aside."""
    rings = tuple(ring for shape in basemap.territories() for polygon in shape.polygons for ring in polygon)
    uses: dict[frozenset[tuple[float, float]], int] = {}
    for edge in edges(rings):
        uses[edge] = uses.get(edge, 0) + 1
    borders, coasts = edges(basemap.borders()), edges(basemap.coastlines())
    assert len(set(borders)) == len(borders)
    assert len(set(coasts)) == len(coasts)
    assert set(borders) == {edge for edge, count in uses.items() if count == 2}
    missing = {edge for edge, count in uses.items() if count == 1} - set(coasts)
    assert len(missing) == 3
    assert all(min(lat for _, lat in edge) < -84 for edge in missing)


def test_a_border_that_everyone_knows() -> None:
    """The line between the Koreas is a border, and Madagascar has none."""
    border = {position for line in basemap.borders() for position in line}

    def shares(code: str) -> bool:
        shape = basemap.territory(code)
        assert shape
        return any(position in border for polygon in shape.polygons for position in polygon[0])

    assert shares("KR")
    assert shares("KP")
    assert not shares("MG")


def test_territories_without_a_code() -> None:
    """Exactly the three that ISO 3166-1 has no code for, each with the codes that fit there."""
    assert {shape.name: shape.codes for shape in basemap.territories() if not shape.code} == {
        "Northern Cyprus": ("CY",),
        "Siachen Glacier": ("IN", "PK"),
        "Somaliland": ("SO",),
    }
    assert basemap.territory("") is None


def test_readme_describes_this_file() -> None:
    """The checksum and the numbers in the README are those of the committed file."""
    readme = FOLDER.joinpath("README.md").read_text(encoding="utf-8")
    data = FOLDER.joinpath("world-50m.json").read_bytes()
    assert hashlib.sha256(data).hexdigest() in readme
    lines = (*basemap.coastlines(), *basemap.borders())
    assert f"{len(basemap.territories())} territories, {len(lines) + 1:,} lines" in readme
    assert f"{sum(map(len, lines)) + 4:,}\npositions" in readme.replace(" positions", "\npositions")
    assert len(data) < 1_500_000
