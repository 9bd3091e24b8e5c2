"""The lines of legs: great circles, cut at the 180th meridian, as formats of flat maps need them (RFC 7946, 3.1.9)."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from touratlas.geo import Point, great_circle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from touratlas.record.values import LegRecord

_DIGITS = 5  # of a degree on a line: a metre


def leg_ends(leg: LegRecord) -> tuple[Point, Point]:
    """Where a leg starts and ends."""
    return Point(leg.start.latitude, leg.start.longitude), Point(leg.end.latitude, leg.end.longitude)


def leg_lines(leg: LegRecord) -> tuple[tuple[Point, ...], ...]:
    """The great circle of a leg in one line or two, longitudes from -180 to 180; none from a place to itself."""
    start, end = leg_ends(leg)
    if start == end:
        return ()
    return tuple(tuple(_turned(point, line) for point in line) for line in split(great_circle(start, end)))


def _turned(point: Point, line: Sequence[Point]) -> Point:
    """A point in the turn of the world that its line is in: 180 is written on the side from which its line comes."""
    middle = sum(one.lon for one in line) / len(line)
    turns = math.floor((middle + 180) / 360)
    return Point(round(point.lat, _DIGITS), round(point.lon - 360 * turns, _DIGITS))


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
