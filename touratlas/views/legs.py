"""The legs of a tour as a map draws them: lines between the stops, and arrows at the edge where an origin or a
return lies too far outside to be drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from touratlas.geo import Bounds, Point, great_circle, screen_bearing
from touratlas.itinerary import hops
from touratlas.views.ends import far_end, hop_ends, is_far, is_reached, is_supplied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.itinerary import Hop
    from touratlas.model import Tour
    from touratlas.words import View

STEP_KM = 400  # of a drawn great circle: finer, and rounding to whole pixels makes it tremble


def drawn_legs(tour: Tour, points: tuple[Point, ...], frame: Bounds, view: View) -> list[dict[str, Any]]:
    """The legs that are lines on the map, as JSON-ready data: path and middle (latitude, longitude), the angle
    of its arrow there, whether it is dashed, whether only later reports say that it was gone, and whether it joins a
    place that isn't in the article.
    """
    return [
        _leg(tour, hop, start, end, view)
        for hop, start, end, far in _ends(tour, points, frame, view)
        if not far and start != end
    ]


def edge_arrows(tour: Tour, points: tuple[Point, ...], frame: Bounds, view: View) -> list[dict[str, Any]]:
    """What stands at the map's edge for an origin or a return far outside, as JSON-ready data.

    `angle` is the direction in which it lies as seen on the map from `stop`, the place that the leg joins it
    to, and `turn` where the arrow points: inwards from an origin, outwards to a return. Both in degrees,
    clockwise from straight up. `end` is the far end itself, in the turn of the world that is nearer.
    """
    arrows = []
    for hop, start, end, far in _ends(tour, points, frame, view):
        if not far:
            continue
        coming = hop.end.stop is not None
        stop, away = (end, start) if coming else (start, end)
        angle = round(screen_bearing(stop, away), 1) % 360
        arrows.append(
            {
                "text": far_end(tour, hop).line,
                "stop": [stop.lat, stop.lon],
                "end": [away.lat, away.lon],
                "angle": angle,
                "turn": (angle + 180) % 360 if coming else angle,
                **_look(tour, hop, view),
            }
        )
    return arrows


def _ends(
    tour: Tour, points: tuple[Point, ...], frame: Bounds, view: View
) -> Iterator[tuple[Hop, Point, Point, bool]]:
    """Each movement with its two ends, and whether the one that is no stop lies far outside."""
    for hop in hops(tour, view):
        start, end = hop_ends(hop, points)
        away = [point for point, side in ((start, hop.start), (end, hop.end)) if side.stop is None]
        yield hop, start, end, any(is_far(point, frame) for point in away)


def _leg(tour: Tour, hop: Hop, start: Point, end: Point, view: View) -> dict[str, Any]:
    path = list(great_circle(start, end, STEP_KM))  # its longitudes go on from the start's
    if len(path) == 2:
        path.insert(1, Point((path[0].lat + path[1].lat) / 2, (path[0].lon + path[1].lon) / 2))
    middle = len(path) // 2
    return {
        "path": [[round(point.lat, 4), round(point.lon, 4)] for point in path],
        "middle": [round(path[middle].lat, 4), round(path[middle].lon, 4)],
        "angle": round(screen_bearing(path[middle - 1], path[middle + 1]), 1) % 360,
        **_look(tour, hop, view),
    }


def _look(tour: Tour, hop: Hop, view: View) -> dict[str, bool]:
    """Solid where it is known to have been gone, and whether only later reports say so."""
    reached = is_reached(tour, hop, view)
    return {
        "dashed": not reached,
        "later": reached and not is_reached(tour, hop),
        "supplied": is_supplied(tour, hop),
    }
