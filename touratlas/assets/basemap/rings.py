"""Work on rings in steps of the source's grid, which is how the basemap stores them: whole numbers, so
nothing is lost or rounded.

A chain is a run of positions; a ring is a list of chains, each beginning where the one before it ends, the
last ending where the first begins. Chains are kept apart because neighbours share them: that is how borders
are told from coasts.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

Position = tuple[int, int]
"""Longitude and latitude in steps of the grid: about 0.0036° and 0.0017°."""
Chain = tuple[Position, ...]
Ring = tuple[Chain, ...]
Polygon = tuple[Ring, ...]

TURN: Final = 99_999
"""Steps of longitude round the globe; step 0 is 180° W, step TURN is 180° E."""
_NEAR: Final = 1
"""Two latitudes of the antimeridian no further apart than this mean the same place: each side was put on the
grid for itself."""


def positions(ring: Ring) -> Chain:
    """The ring as one closed chain, without the repetition of the joints."""
    return (*(position for chain in ring for position in chain[:-1]), ring[0][0])


def signed_area(ring: Ring) -> float:
    """The area in square steps, positive for a ring that runs counterclockwise (the shoelace formula)."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(positions(ring))) / 2


def reverse(ring: Ring) -> Ring:
    """The ring run through in the other direction."""
    return tuple(chain[::-1] for chain in reversed(ring))


def oriented(polygon: Polygon) -> Polygon:
    """The polygon by the right-hand rule of RFC 7946, section 3.1.6: outer ring counterclockwise, holes
    clockwise."""
    outer, *holes = polygon
    outer = outer if signed_area(outer) > 0 else reverse(outer)
    return (outer, *(hole if signed_area(hole) < 0 else reverse(hole) for hole in holes))


def shifted(polygon: Polygon, turns: int) -> Polygon:
    """The polygon moved east by whole turns of the globe."""
    if not turns:
        return polygon
    return tuple(tuple(tuple((x + turns * TURN, y) for x, y in chain) for chain in ring) for ring in polygon)


def middle(polygon: Polygon) -> float:
    """The longitude halfway between the polygon's westernmost and easternmost positions."""
    xs = [x for chain in polygon[0] for x, _ in chain]
    return (min(xs) + max(xs)) / 2


def in_one_frame(polygons: list[Polygon]) -> list[Polygon]:
    """The polygons of one territory moved by whole turns so that each is on the same side of the globe as the
    largest."""
    largest = max(polygons, key=lambda polygon: abs(signed_area(polygon[0])))
    home = middle(largest)
    home %= TURN
    return [shifted(polygon, round((home - middle(polygon)) / TURN)) for polygon in polygons]


def joined_at_seam(polygons: list[Polygon]) -> list[Polygon]:
    """Polygons that were cut apart along the antimeridian, joined again where their cut edges lie upon each
    other.

    Both sides of the cut have its end points, but not always the same points between, and latitudes off by
    one step of the source's grid. So the cut edges are divided at all points of the cut, opposite ones
    cancel, and what is left is linked up. Polygons that weren't cut are returned as they are.
    """
    cut = [polygon for polygon in polygons if _seam_edges(polygon)]
    if not cut:
        return polygons
    if any(len(polygon) > 1 for polygon in cut):
        raise ValueError("a polygon cut by the antimeridian has a hole")
    heights = _merged(sorted({y for polygon in cut for a, b in _seam_edges(polygon) for _, y in (a, b)}))
    edges: list[tuple[Position, Position]] = []
    for polygon in cut:
        chain = [_on_seam(position, heights) for position in positions(polygon[0])]
        edges += [edge for a, b in pairwise(chain) for edge in _divided(a, b, heights)]
    present = set(edges)
    left = [(a, b) for a, b in edges if a != b and (b, a) not in present]
    rings = [((ring,),) for ring in _linked(left)]
    return [polygon for polygon in polygons if polygon not in cut] + rings


def _seam_edges(polygon: Polygon) -> list[tuple[Position, Position]]:
    return [(a, b) for a, b in pairwise(positions(polygon[0])) if _at_seam(a) and a[0] == b[0]]


def _at_seam(position: Position) -> bool:
    return position[0] % TURN == 0


def _merged(heights: list[int]) -> list[int]:
    kept: list[int] = []
    for height in heights:
        if not kept or height - kept[-1] > _NEAR:
            kept.append(height)
    return kept


def _on_seam(position: Position, heights: list[int]) -> Position:
    if not _at_seam(position):
        return position
    near = min(heights, key=lambda height: abs(height - position[1]))
    return (position[0], near) if abs(near - position[1]) <= _NEAR else position


def _divided(a: Position, b: Position, heights: list[int]) -> list[tuple[Position, Position]]:
    if not (_at_seam(a) and a[0] == b[0]):
        return [(a, b)]
    low, high = sorted((a[1], b[1]))
    stops = [low, *(y for y in heights if low < y < high), high]
    chain = [(a[0], y) for y in (stops if a[1] == low else reversed(stops))]
    return list(pairwise(chain))


def _linked(edges: list[tuple[Position, Position]]) -> list[Chain]:
    after = dict(edges)
    if len(after) != len(edges):
        raise ValueError("two rings touch in a point of the antimeridian")
    chains = []
    while after:
        start = next(iter(after))
        chain = [start]
        while chain[-1] != start or len(chain) == 1:
            chain.append(after.pop(chain[-1]))
        chains.append(tuple(chain))
    return chains
