"""What the map of a tour draws and where, as plain data: frame, stops, legs, country names, and where marks
and labels stand.

It knows nothing of what draws it. Positions are latitude and longitude, continuous across the antimeridian;
the places of marks and labels are pixels of a Web Mercator picture, for each quarter of a zoom level.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from touratlas.countries import country_name
from touratlas.geo import Bounds, Point, great_circle, mercator, screen_bearing, unwrap
from touratlas.itinerary import hops, stop_place_id
from touratlas.views.agenda import stop_name, stop_place_in_article
from touratlas.views.ends import far_end, hop_ends, is_far, is_reached
from touratlas.views.knowledge import ASTERISK, in_article, short_days
from touratlas.views.marks import MARKS, SIGNS, stop_status
from touratlas.views.placing import XY, Box, label_box, mark_box, overlap, place, shifted, text_width
from touratlas.words import Extent, View

if TYPE_CHECKING:
    from touratlas.itinerary import Hop
    from touratlas.model import Stop, Tour

MARK_PX = 26
LABEL_PX = 12
LINE_PX = 18
WIDE = (118, 850)  # px beside the frame that labels may use at least, and the width of a usual map
NARROW = (66, 340)
STEP_KM = 400  # of a drawn great circle: finer, and rounding to whole pixels makes it tremble
ZOOMS = tuple(number / 4 for number in range(4, 29))  # 1 to 7: beyond, a 1:50m basemap has nothing to say
_TILE_PX = 256


def ground_data(tour: Tour) -> dict[str, Any]:
    """What both views have in common: the frame, how often the world is drawn, country names, far ends of
    legs.
    """
    points = stop_points(tour)
    frame = tour_frame(points)
    return {
        "label": f"Map of the tour: {', '.join(stop_name(tour, stop) for stop in tour.stops)}",
        "bounds": [[frame.south, frame.west], [frame.north, frame.east]],
        "turns": _turns(points),
        "countries": country_labels(tour, points),
        "way": _legs(tour, points, frame, View.ARTICLE)[1],
    }


def view_data(tour: Tour, view: View) -> dict[str, Any]:
    """What a view draws: stops, legs, and where marks and labels stand."""
    points = stop_points(tour, view)
    frame = tour_frame(stop_points(tour))
    countries = country_labels(tour, stop_points(tour))
    return {
        "stops": [
            stop_data(tour, number, stop, points[number], view) for number, stop in enumerate(tour.stops)
        ],
        "legs": _legs(tour, points, frame, view)[0],
        "placing": {
            width: {
                f"{zoom:g}": _placing(tour, points, countries, frame, zoom, view, narrow=width == "narrow")
                for zoom in ZOOMS
            }
            for width in ("wide", "narrow")
        },
    }


def stop_points(tour: Tour, view: View = View.ARTICLE) -> tuple[Point, ...]:
    """Where the stops are, continuous across the antimeridian."""
    return unwrap(Point(*tour.places[stop_place_id(stop, view)].at) for stop in tour.stops)


def stop_label(tour: Tour, stop: Stop, view: View) -> str:
    """How a stop is called on the map: in the later view by the place that reports name, where they name
    another.
    """
    later = stop_place_id(stop, view)
    return stop_name(tour, stop) if later == stop.place else tour.places[later].name


def tour_frame(points: tuple[Point, ...]) -> Bounds:
    """The frame of the stops, at least some degrees wide, so that one city isn't shown at the end of the
    zoom.
    """
    lats, lons = [point.lat for point in points], [point.lon for point in points]
    pad = max(0.0, 4 - (max(lons) - min(lons))) / 2
    return Bounds(
        max(min(lats) - pad / 2, -85), min(lons) - pad, min(max(lats) + pad / 2, 85), max(lons) + pad
    )


def _turns(points: tuple[Point, ...]) -> list[int]:
    """By how many degrees the world has to be drawn again for the frame and a view around it."""
    west = min(point.lon for point in points) - 100
    east = max(point.lon for point in points) + 100
    return [turn for turn in (-720, -360, 0, 360, 720) if turn - 180 < east and turn + 180 > west]


def stop_data(tour: Tour, number: int, stop: Stop, point: Point, view: View) -> dict[str, Any]:
    """What is told of a stop: its number, names, status, sign, and its label in words."""
    name, when = stop_label(tour, stop, view), short_days(stop.when)
    later = stop_place_id(stop, view) != stop.place
    outcome = stop.outcome if view is View.LATER else None
    status = stop_status(stop)
    curated = not later and not stop_place_in_article(tour, stop)
    asterisk = ASTERISK if curated else ""
    country = country_name(tour.places[stop.place].country)
    said = [
        f"Stop {number + 1}: {name}",
        country if country != name else "",
        when,
        MARKS[status].words.capitalize(),
        "Place not in the article" if curated else "Place learned afterwards" if later else "",
        f"As later reports say: {SIGNS[outcome.status].words}" if outcome else "",
    ]
    return {
        "id": stop.id,
        "number": number + 1,
        "at": [point.lat, point.lon],
        "name": name,
        "curated": curated,
        "when": when,
        "whenCurated": bool(when) and not in_article(tour, stop.basis.when),
        "status": status.value,
        "later": later,
        "sign": SIGNS[outcome.status].sign if outcome else "",
        "tip": f"{number + 1} {name}{asterisk}{f', {when}' if when else ''} – {MARKS[status].words}",
        "label": ". ".join(part for part in said if part),
    }


def _legs(
    tour: Tour, points: tuple[Point, ...], frame: Bounds, view: View
) -> tuple[list[dict[str, Any]], list[str]]:
    """The legs to draw, and lines for those whose far end would spoil the frame."""
    drawn: list[dict[str, Any]] = []
    named: list[str] = []
    for hop in hops(tour, view):
        start, end = hop_ends(hop, points)
        if is_far(start, frame) or is_far(end, frame):
            named.append(far_end(tour, hop).line)
        elif start != end:
            drawn.append(_leg(tour, hop, start, end))
    return drawn, named


def _leg(tour: Tour, hop: Hop, start: Point, end: Point) -> dict[str, Any]:
    path = list(great_circle(start, end, STEP_KM))  # its longitudes go on from the start's
    if len(path) == 2:
        path.insert(1, Point((path[0].lat + path[1].lat) / 2, (path[0].lon + path[1].lon) / 2))
    middle = len(path) // 2
    return {
        "path": [[round(point.lat, 4), round(point.lon, 4)] for point in path],
        "middle": [round(path[middle].lat, 4), round(path[middle].lon, 4)],
        "angle": round(screen_bearing(path[middle - 1], path[middle + 1]), 1) % 360,
        "dashed": not is_reached(tour, hop),
    }


def country_labels(tour: Tour, points: tuple[Point, ...]) -> list[dict[str, Any]]:
    """The names of the countries visited, where the basemap has a place for them; a stop that is a country
    bears its own.
    """
    from touratlas.locate import label_point

    named: dict[str, dict[str, Any]] = {}
    for stop, point in zip(tour.stops, points, strict=True):
        place_ = tour.places[stop.place]
        spot = label_point(place_.country, point)
        if spot is None or place_.extent is Extent.COUNTRY:
            continue
        turned = unwrap((point, spot))[1]
        named.setdefault(
            place_.country, {"name": country_name(place_.country), "at": [turned.lat, turned.lon]}
        )
    return list(named.values())


def _placing(
    tour: Tour,
    points: tuple[Point, ...],
    countries: list[dict[str, Any]],
    frame: Bounds,
    zoom: float,
    view: View,
    *,
    narrow: bool,
) -> dict[str, list[Any]]:
    """What stands where at a zoom: for each stop the offset of its mark, left and top of its label, whether
    the label is shown, its width and alignment; for each country name whether there is room for it.

    A narrow map has names without dates, and less room beside the frame.
    """
    sizes = [label_size(tour, stop, view, dates=not narrow) for stop in tour.stops]
    edges = _edges(frame, zoom, *(NARROW if narrow else WIDE))
    placed = place([_pixel(point, zoom) for point in points], sizes, MARK_PX, edges)
    rows: list[list[Any]] = []
    taken: list[Box] = []
    for spot, size, point in zip(placed, sizes, points, strict=True):
        mark = mark_box((spot.dx, spot.dy), MARK_PX)
        box = label_box(mark, size, spot.side or "E")
        align = "right" if "W" in spot.side else "left" if "E" in spot.side else "center"
        rows.append(
            [spot.dx, spot.dy, round(box[0], 1), round(box[1], 1), bool(spot.side), round(size[0], 1), align]
        )
        taken += [shifted(one, _pixel(point, zoom)) for one in ((mark, box) if spot.side else (mark,))]
    names = [_name_box(country, zoom) for country in countries]
    free = [not any(overlap(box, other) for other in (*taken, *edges)) for box in names]
    return {"stops": rows, "countries": free}


def _edges(frame: Bounds, zoom: float, least: float, width: float) -> tuple[Box, Box]:
    """What lies beyond the left and the right edge of a map of `width` px that shows the frame in its
    middle.
    """
    west, _ = _pixel(Point(0, frame.west), zoom)
    east, _ = _pixel(Point(0, frame.east), zoom)
    side = max(least, (width - (east - west)) / 2)
    return (-math.inf, -math.inf, west - side, math.inf), (east + side, -math.inf, math.inf, math.inf)


def _pixel(point: Point, zoom: float) -> XY:
    """Where a point is on the whole map at a zoom, in px, y down."""
    scale = _TILE_PX * 2**zoom / 360
    return point.lon * scale, -mercator(point.lat) * scale


def _name_box(country: dict[str, Any], zoom: float) -> Box:
    x, y = _pixel(Point(*country["at"]), zoom)
    half = text_width(country["name"], LABEL_PX) / 2
    return (x - half, y - LABEL_PX / 2, x + half, y + LABEL_PX / 2)


def label_size(tour: Tour, stop: Stop, view: View, *, dates: bool) -> tuple[float, float]:
    """How wide and high a stop's label is, in px: its name, and its days where it has some and `dates` is
    true.
    """
    name = stop_label(tour, stop, view) + ASTERISK
    when = short_days(stop.when) + ASTERISK if dates and stop.when else ""
    width = max(text_width(name, LABEL_PX) * 1.06, text_width(when, LABEL_PX))
    return width + 2, LINE_PX * (2 if when else 1)
