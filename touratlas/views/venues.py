"""The venues of one stop, fanned out around its mark: a basemap of the world can't tell places of one city
apart.

Each venue stands in its true direction (as far as others leave room) at the same distance on the picture,
and its text tells the true distance and direction from the stop.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.geo import Point, bearing_deg, compass, distance_km
from touratlas.interface import word
from touratlas.itinerary import stop_place_id
from touratlas.views.knowledge import in_article
from touratlas.words import Extent, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.model import Event, Stop, Tour

RADIUS_PX = 62.0  # from the middle of the stop's mark to a venue
ROW_PX = 19.0  # between the labels of one side
# What the points of the compass are called, by key.
DIRECTIONS = {
    "N": "compass_north",
    "NE": "compass_north_east",
    "E": "compass_east",
    "SE": "compass_south_east",
    "S": "compass_south",
    "SW": "compass_south_west",
    "W": "compass_west",
    "NW": "compass_north_west",
}


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue on the picture: its text, whether the article names it, whether only later reports do, its
    offset from the stop's mark (px, y down), and on which side of it the text stands (`E` or `W`).
    """

    text: str
    in_article: bool
    later: bool
    dx: float
    dy: float
    side: str


def venues(tour: Tour, stop: Stop, view: View = View.ARTICLE) -> tuple[Venue, ...]:
    """The places of a stop's events that aren't the stop itself, by direction; in the later view those of
    outcomes, too.
    """
    home_id = stop_place_id(stop, view)
    home = Point(*tour.places[home_id].at)
    found: dict[str, tuple[bool, bool]] = {}
    for event in stop.events:
        for place_id, known, later in _places(tour, event, view):
            if place_id not in {home_id, stop.place} and tour.places[place_id].extent is Extent.POINT:
                found.setdefault(place_id, (known, later))
    rows = [(_bearing(home, Point(*tour.places[key].at)), key, *flags) for key, flags in found.items()]
    return tuple(_fanned(tour, home, sorted(rows)))


def _places(tour: Tour, event: Event, view: View) -> Iterator[tuple[str, bool, bool]]:
    if event.place:
        yield event.place, in_article(tour, event.basis.place), False
    if view is View.LATER and event.outcome is not None and event.outcome.place:
        yield event.outcome.place, False, True


def _bearing(home: Point, place: Point) -> float:
    return bearing_deg(home, place)


def _fanned(tour: Tour, home: Point, rows: list[tuple[float, str, bool, bool]]) -> Iterator[Venue]:
    """Right-hand venues from the top down, then left-hand ones; rows of one side are kept apart."""
    for side in ("E", "W"):
        column = [row for row in rows if (row[0] % 360 < 180) == (side == "E")]
        column.sort(key=lambda row: -math.cos(math.radians(row[0])))
        heights = _apart([-math.cos(math.radians(row[0])) * RADIUS_PX for row in column])
        for (_, key, known, later), dy in zip(column, heights, strict=True):
            reach = math.sqrt(max(RADIUS_PX**2 - min(abs(dy), RADIUS_PX) ** 2, 18.0**2))
            dx = reach if side == "E" else -reach
            yield Venue(_text(tour, home, key), known, later, round(dx, 1), round(dy, 1), side)


def _apart(heights: list[float]) -> list[float]:
    """The same heights, sorted, moved down as little as needed to be a row apart, and back up by half of
    the drift.
    """
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + ROW_PX) if placed else height)
    drift = (placed[-1] - heights[-1]) / 2 if placed else 0.0
    return [height - drift for height in placed]


def _text(tour: Tour, home: Point, key: str) -> str:
    place = tour.places[key]
    point = Point(*place.at)
    away = distance_km(home, point)
    if away < 0.1:
        return place.name
    far = word("map_km", km=f"{away:,.0f}" if away >= 10 else f"{away:.1f}")
    return word("map_venue", place=place.name, distance=far, direction=word(DIRECTIONS[compass(home, point)]))
