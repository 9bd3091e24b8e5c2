"""Makes world-50m.json from world-atlas's countries-50m.json: `python -m touratlas.assets.basemap.build
FOLDER [--check]`.

FOLDER is the unpacked npm package world-atlas 2.0.2. The result is described in README.md, beside this file.
It needs shapely for the places of the labels only. With `--check` nothing is written, and the exit code is 1
where the committed file differs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from dataclasses import dataclass, field
from itertools import chain as concatenated
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from touratlas.assets.basemap import rings, topojson
from touratlas.assets.basemap.territories import ALSO, FULL_NAMES, PARTS, WITHOUT_ID, Box
from touratlas.countries import countries
from touratlas.globe import inverse_mercator, mercator

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SOURCE_NAME: Final = "countries-50m.json"
SOURCE_SHA256: Final = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
OUTPUT: Final = Path(__file__).with_name("world-50m.json")
_LABELLED: Final = 0.2
"""A polygon gets a label if it is at least this part of its territory's largest."""
_SOUTH: Final = 0
"""The southernmost step of the grid, 89.999° S: there Antarctica ends on a flat map."""


@dataclass(slots=True)
class Draft:
    """A territory being put together: its codes, its name, and its polygons as the source has them."""

    code: str
    codes: tuple[str, ...]
    name: str
    polygons: list[rings.Polygon] = field(default_factory=list)


def build(source: Path) -> str:
    """The text of world-50m.json, made from the source file. Raises ValueError where the source isn't what is
    expected."""
    transform, geometries = topojson.read(source, "countries")
    drafts = _drafts(geometries, transform)
    arcs: dict[rings.Chain, int] = {}
    records = []
    for draft in drafts:
        polygons = _polygons(draft)
        records.append(
            {
                "code": draft.code,
                "codes": list(draft.codes),
                "name": draft.name,
                "labels": _labels(polygons, transform),
                "area": round(sum(_source_area(polygon, transform) for polygon in draft.polygons), 6),
                "polygons": [[_indices(ring, arcs) for ring in polygon] for polygon in polygons],
            }
        )
    frame = [index for arc, index in arcs.items() if any(y == _SOUTH for _, y in arc)]
    return _written(transform, records, arcs, frame)


def _drafts(geometries: Iterable[topojson.Geometry], transform: topojson.Transform) -> list[Draft]:
    """The source's shapes by territory: parts taken out, shapes of one id put together; sorted by code, then
    by name."""
    by_numeric = {country.numeric: country for country in countries().values() if country.numeric}
    drafts: dict[tuple[str, str], Draft] = {}

    def add(code: str, codes: tuple[str, ...], name: str, polygon: rings.Polygon) -> None:
        drafts.setdefault((code, name), Draft(code, codes, name)).polygons.append(polygon)

    for geometry in geometries:
        for polygon in geometry.polygons:
            part = next(
                (
                    part
                    for part in PARTS
                    if part.of == geometry.name and _inside(polygon, part.box, transform)
                ),
                None,
            )
            if part:
                codes = tuple(code for code in (part.code, ALSO.get(part.code)) if code)
                add(part.code, codes, countries()[part.code].name, polygon)
            elif geometry.id is not None:
                country = by_numeric[geometry.id]
                add(country.code, (country.code,), country.name, polygon)
            else:
                code, codes = WITHOUT_ID[geometry.name]
                name = countries()[code].name if code else FULL_NAMES.get(geometry.name, geometry.name)
                add(code, codes, name, polygon)
    _verify(drafts.values())
    return sorted(drafts.values(), key=lambda draft: (draft.code == "", draft.code, draft.name))


def _verify(drafts: Iterable[Draft]) -> None:
    drawn = {draft.code for draft in drafts if draft.code}
    said = {country.code for country in countries().values() if country.drawn}
    if drawn != said:
        raise ValueError(f"countries.csv is wrong about the shapes of {sorted(drawn ^ said)}")
    missing = {part.code for part in PARTS} - drawn
    if missing:
        raise ValueError(f"the source has no polygon in the boxes of {sorted(missing)}")


def _inside(polygon: rings.Polygon, box: Box, transform: topojson.Transform) -> bool:
    points = map(transform.degrees, rings.positions(polygon[0]))
    return all(box.west <= x <= box.east and box.south <= y <= box.north for x, y in points)


def _polygons(draft: Draft) -> list[rings.Polygon]:
    """The territory's polygons as the basemap has them: whole across the antimeridian, in one frame,
    oriented."""
    if any(_turns(polygon[0]) for polygon in draft.polygons):
        return [
            _closed_at_pole(polygon) if _turns(polygon[0]) else rings.oriented(polygon)
            for polygon in draft.polygons
        ]
    return [rings.oriented(polygon) for polygon in rings.joined_at_seam(rings.in_one_frame(draft.polygons))]


def _turns(ring: rings.Ring) -> bool:
    """Whether the ring goes round the globe and so does not end on the longitude where it began."""
    return ring[0][0][0] != ring[-1][-1][0]


def _closed_at_pole(polygon: rings.Polygon) -> rings.Polygon:
    """Antarctica: its coast goes once round the globe. The source bounds it by a second ring, hard by the
    pole; on a flat map it ends at the frame, so that ring is left out and the coast closed along ±180° and
    the southern edge."""
    coast = max(polygon, key=lambda ring: max(y for chain in ring for _, y in chain))
    if len(polygon) != 2 or not all(_turns(ring) for ring in polygon):
        raise ValueError("expected a coast around the south pole and a ring at it")
    coast = coast if coast[0][0][0] < coast[-1][-1][0] else rings.reverse(coast)
    (coast,) = rings.shifted((coast,), -coast[0][0][0] // rings.TURN)
    start, end = coast[0][0], coast[-1][-1]
    frame = (end, (end[0], _SOUTH), (start[0], _SOUTH), start)
    return rings.oriented(((*coast, frame),))


def _indices(ring: rings.Ring, arcs: dict[rings.Chain, int]) -> list[int]:
    """The ring by the numbers of its arcs, as TopoJSON writes them: `~n` for arc n backwards. New arcs are
    added."""
    result = []
    for chain in ring:
        if chain[::-1] in arcs:
            result.append(~arcs[chain[::-1]])
        else:
            result.append(arcs.setdefault(chain, len(arcs)))
    return result


def _source_area(polygon: rings.Polygon, transform: topojson.Transform) -> float:
    """The polygon's area in square degrees, from the source's own positions, which know nothing of what is
    done with them."""
    sizes = []
    for ring in polygon:
        points = [transform.degrees(position) for position in concatenated.from_iterable(ring)]
        # The area between the ring and 90° S; for a ring that does not go round the globe the part below it
        # cancels.
        sizes.append(abs(sum((x1 - x0) * ((y0 + y1) / 2 + 90) for (x0, y0), (x1, y1) in pairwise(points))))
    if _turns(polygon[0]):
        return max(sizes) - min(sizes)
    return sizes[0] - sum(sizes[1:])


def _labels(polygons: Sequence[rings.Polygon], transform: topojson.Transform) -> list[list[float]]:
    """Where the territory's name can be written, as [latitude, longitude] to a hundredth of a degree.

    One place in each large polygon, the largest first: the centre of the largest circle that the polygon
    holds on the Web Mercator map. Sizes are compared on the globe: over the sine of the latitude areas are
    true.
    """

    def true_area(polygon: rings.Polygon) -> float:
        points = map(transform.degrees, rings.positions(polygon[0]))
        flat = [(x, math.sin(math.radians(y))) for x, y in points]
        return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(flat)))

    sizes = [true_area(polygon) for polygon in polygons]
    least = max(sizes) * _LABELLED
    large = sorted((i for i, size in enumerate(sizes) if size >= least), key=lambda i: (-sizes[i], i))
    return [_label(polygons[i], transform) for i in large]


def _label(polygon: rings.Polygon, transform: topojson.Transform) -> list[float]:
    import shapely

    outer, *holes = (
        [(x, mercator(y)) for x, y in map(transform.degrees, rings.positions(ring))] for ring in polygon
    )
    radius = shapely.maximum_inscribed_circle(shapely.Polygon(outer, holes), tolerance=0.005)
    x, y = radius.coords[0]
    return [round(inverse_mercator(y), 2), round((x + 180) % 360 - 180, 2)]


def _written(
    transform: topojson.Transform,
    records: list[dict[str, Any]],
    arcs: dict[rings.Chain, int],
    frame: list[int],
) -> str:
    """One arc or territory a line, so that two versions can be compared."""

    def compact(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    lines = [
        "{",
        f'"source":{compact("Natural Earth 4.1.0, 1:50m, by world-atlas 2.0.2")},',
        f'"scale":{compact(transform.scale)},',
        f'"translate":{compact(transform.translate)},',
        f'"frame":{compact(frame)},',
        '"territories":[',
        ",\n".join(compact(record) for record in records),
        "],",
        '"arcs":[',
        ",\n".join(compact(_differences(arc)) for arc in arcs),
        "]",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _differences(arc: rings.Chain) -> list[int]:
    flat = [*arc[0]]
    for (x0, y0), (x1, y1) in pairwise(arc):
        flat += (x1 - x0, y1 - y0)
    return flat


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m touratlas.assets.basemap.build", description=__doc__)
    parser.add_argument("folder", type=Path, help="the unpacked npm package world-atlas 2.0.2")
    parser.add_argument("--check", action="store_true", help="write nothing, compare with the committed file")
    options = parser.parse_args(arguments)
    source = options.folder / SOURCE_NAME
    found = hashlib.sha256(source.read_bytes()).hexdigest()
    if found != SOURCE_SHA256:
        sys.stderr.write(f"{source} has sha256 {found}, expected {SOURCE_SHA256}\n")
        return 2
    text = build(source)
    if options.check:
        return 0 if OUTPUT.read_text(encoding="utf-8") == text else 1
    OUTPUT.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(
        f"{OUTPUT}: {len(text.encode())} bytes, sha256 {hashlib.sha256(text.encode()).hexdigest()}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
