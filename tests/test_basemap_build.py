"""Protects the scripts that make the basemap: reading TopoJSON, and the work on rings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touratlas.assets.basemap import build, rings, topojson
from touratlas.assets.basemap.rings import TURN

if TYPE_CHECKING:
    from pathlib import Path

SQUARE = (((0, 0), (10, 0), (10, 10), (0, 10), (0, 0)),)


def topology(arcs: list[Any], geometries: list[Any], **changes: Any) -> dict[str, Any]:
    """A topology on the grid of world-atlas."""
    return {
        "type": "Topology",
        "transform": {"scale": [360 / TURN, 0.001], "translate": [-180, -90]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": arcs,
        **changes,
    }


def written(folder: Path, content: dict[str, Any]) -> Path:
    """The topology as a file."""
    path = folder / "topology.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def square(name: str, arcs: list[list[int]], **more: Any) -> dict[str, Any]:
    """A polygon of the given arcs."""
    return {"type": "Polygon", "properties": {"name": name}, "arcs": arcs, **more}


def test_topojson_is_read(tmp_path: Path) -> None:
    """Differences are summed up, arcs joined, `~n` read backwards, ids and names kept."""
    arcs = [[[5, 5], [0, 4]], [[5, 9], [-3, 0], [0, -4], [3, 0]], [[5, 9], [4, 0], [0, -4], [-4, 0]]]
    west, east = square("West", [[0, 1]], id="100"), square("East", [[2, 0]])
    transform, (first, second) = topojson.read(written(tmp_path, topology(arcs, [west, east])), "countries")
    assert (first.id, first.name, second.id, second.name) == ("100", "West", None, "East")
    assert rings.positions(first.polygons[0][0]) == ((5, 5), (5, 9), (2, 9), (2, 5), (5, 5))
    assert rings.positions(second.polygons[0][0]) == ((5, 9), (9, 9), (9, 5), (5, 5), (5, 9))
    assert transform.degrees((TURN, 90_000)) == pytest.approx((180, 0))


def test_topojson_reads_arcs_backwards(tmp_path: Path) -> None:
    """A negative index is the ones' complement of an arc that is run through from its end."""
    arcs = [[[5, 5], [0, 4], [4, 0], [-4, -4]]]
    _, (shape,) = topojson.read(written(tmp_path, topology(arcs, [square("A", [[~0]])])), "countries")
    assert rings.positions(shape.polygons[0][0]) == ((5, 5), (9, 9), (5, 9), (5, 5))


def test_topojson_rings_do_not_jump(tmp_path: Path) -> None:
    """A ring across the antimeridian goes on beyond it, and 180° W falls upon 180° E."""
    arcs = [[[TURN - 5, 10], [5, 0], [-TURN, 0], [3, 0], [0, 5], [-3, 0], [TURN - 5, 0], [0, -5]]]
    _, (shape,) = topojson.read(written(tmp_path, topology(arcs, [square("A", [[0]])])), "countries")
    xs = [x for x, _ in rings.positions(shape.polygons[0][0])]
    assert xs == [TURN - 5, TURN, TURN + 3, TURN + 3, TURN, TURN - 5, TURN - 5]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"type": "FeatureCollection"}, "not a quantised TopoJSON"),
        ({"transform": {"scale": [1, 1], "translate": [-180, -90]}}, "another grid"),
    ],
)
def test_topojson_refuses_other_files(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    """A file of another kind or grid is an error, not a wrong map."""
    with pytest.raises(ValueError, match=message):
        topojson.read(written(tmp_path, topology([], [], **changes)), "countries")


def test_topojson_refuses_other_geometries(tmp_path: Path) -> None:
    """A line among the countries is an error."""
    line = {"type": "LineString", "properties": {"name": "A"}, "arcs": [0]}
    with pytest.raises(ValueError, match="cannot read a LineString"):
        topojson.read(written(tmp_path, topology([[[0, 0], [1, 1]]], [line])), "countries")


def test_orientation() -> None:
    """Outer rings are turned counterclockwise and holes clockwise, whichever way they came."""
    hole = (((2, 2), (4, 2), (4, 4), (2, 4), (2, 2)),)
    for outer in (SQUARE, rings.reverse(SQUARE)):
        for inner in (hole, rings.reverse(hole)):
            turned = rings.oriented((outer, inner))
            assert rings.signed_area(turned[0]) == 100
            assert rings.signed_area(turned[1]) == -4


GRID = st.tuples(st.integers(0, TURN), st.integers(0, 90_000))


@given(st.lists(GRID, min_size=3, max_size=12, unique=True))
def test_reversing_a_ring(points: list[tuple[int, int]]) -> None:
    """Backwards a ring has the opposite area, and twice reversed it is the same."""
    ring = (tuple(points[:2]), (*points[1:], points[0]))
    assert rings.signed_area(rings.reverse(ring)) == -rings.signed_area(ring)
    assert rings.reverse(rings.reverse(ring)) == ring
    assert rings.positions(ring) == (*points, points[0])


def test_one_frame() -> None:
    """Islands beyond the antimeridian are moved to the side of the largest polygon."""
    island = rings.shifted((SQUARE,), 0)
    mainland = ((((TURN - 900, 0), (TURN - 100, 0), (TURN - 100, 900), (TURN - 900, 0)),),)
    moved, kept = rings.in_one_frame([island, mainland])
    assert moved == rings.shifted(island, 1)
    assert kept == mainland


def box(west: int, south: int, east: int, north: int) -> rings.Polygon:
    """A rectangle."""
    return ((((west, south), (east, south), (east, north), (west, north), (west, south)),),)


def test_pieces_are_joined_at_the_antimeridian() -> None:
    """Two halves become one ring, despite a point between and a corner that is a step of the grid off."""
    west = ((((TURN - 9, 0), (TURN, 0), (TURN, 5), (TURN, 10), (TURN - 9, 10), (TURN - 9, 0)),),)
    east = box(TURN, 1, TURN + 9, 10)
    elsewhere = box(100, 100, 200, 200)
    kept, joined = rings.joined_at_seam([west, elsewhere, east])
    assert kept == elsewhere
    assert len(joined) == 1
    assert all(x != TURN or (x, y) in {(TURN, 0), (TURN, 10)} for x, y in rings.positions(joined[0]))
    # The corner that was moved by a step adds half a step times the width.
    assert rings.signed_area(joined[0]) == pytest.approx(9 * 10 + 9 * 9 + 9 * 0.5)


def test_uncut_polygons_are_left_alone() -> None:
    """Nothing is done where nothing was cut, even if a ring touches the antimeridian in a point."""
    touching = ((((TURN, 5), (TURN - 9, 9), (TURN - 9, 0), (TURN, 5)),),)
    assert rings.joined_at_seam([touching]) == [touching]


def test_a_cut_polygon_with_a_hole_is_refused() -> None:
    """What the joining can't do, it says."""
    with pytest.raises(ValueError, match="has a hole"):
        rings.joined_at_seam([(*box(TURN - 9, 0, TURN, 9), *box(TURN - 5, 3, TURN - 4, 4))])


def test_build_refuses_another_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A source with another checksum is named, nothing is written, and the exit code says so."""
    before = build.OUTPUT.read_bytes()
    (tmp_path / build.SOURCE_NAME).write_text("{}", encoding="utf-8")
    assert build.main([str(tmp_path)]) == 2
    assert build.SOURCE_SHA256 in capsys.readouterr().err
    assert build.OUTPUT.read_bytes() == before


def test_build_refuses_a_map_that_lacks_countries(tmp_path: Path) -> None:
    """The column of shapes in countries.csv must be right about the source."""
    arcs = [[[5, 50_000], [0, 4], [4, 0], [-4, -4]]]
    source = written(tmp_path, topology(arcs, [square("Zimbabwe", [[0]], id="716")]))
    with pytest.raises(ValueError, match=r"countries\.csv is wrong about the shapes of"):
        build.build(source)
