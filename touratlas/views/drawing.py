"""What the map of a tour draws and where, as plain data: frame, stops, legs, country names, and where marks
and labels stand.

It knows nothing of what draws it. Positions are latitude and longitude, continuous across the antimeridian;
the places of marks and labels are pixels of a Web Mercator picture, for each quarter of a zoom level.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from touratlas.countries import country_name
from touratlas.geo import Bounds, Point, unwrap
from touratlas.interface import begun, word
from touratlas.itinerary import stop_place_id
from touratlas.views.agenda import stop_name, stop_place_in_article
from touratlas.views.knowledge import ASTERISK, in_article, short_days
from touratlas.views.legs import drawn_legs, edge_arrows
from touratlas.views.marks import MARKS, SIGNS, stop_status
from touratlas.views.outcomes import known_outcome, reported_when
from touratlas.views.placement import LABEL_PX, MARK_PX, Ground, Labels, placing_data
from touratlas.views.placing import text_width
from touratlas.words import Extent, Status, View

if TYPE_CHECKING:
    from touratlas.model import Stop, Tour
    from touratlas.views.knife import Knife

__all__ = [
    "MARK_PX",
    "bare_label",
    "country_labels",
    "ground_data",
    "label_size",
    "stop_data",
    "stop_points",
    "stripped_data",
    "tour_frame",
    "view_data",
]

LINE_PX = 16


def ground_data(tour: Tour) -> dict[str, Any]:
    """What both views have in common: the frame, how often the world is drawn, country names, far ends of
    legs.
    """
    points = stop_points(tour)
    frame = tour_frame(points)
    return {
        "label": word("map_title", stops=", ".join(stop_name(tour, stop) for stop in tour.stops)),
        "bounds": [[frame.south, frame.west], [frame.north, frame.east]],
        "turns": _turns(points),
        "countries": country_labels(tour, points),
        "way": [arrow["text"] for arrow in edge_arrows(tour, points, frame, View.ARTICLE)],
    }


def view_data(tour: Tour, view: View) -> dict[str, Any]:
    """What a view draws: stops, legs, arrows at the edge, and where marks and labels stand."""
    points = stop_points(tour, view)
    frame = tour_frame(stop_points(tour))
    return {
        "stops": [
            stop_data(tour, number, stop, points[number], view) for number, stop in enumerate(tour.stops)
        ],
        "legs": drawn_legs(tour, points, frame, view),
        "far": edge_arrows(tour, points, frame, view),
        "placing": placing_data(_placed(tour, points, view)),
    }


def stripped_data(tour: Tour, knife: Knife) -> dict[str, Any]:
    """What the strip test leaves of the article's view: stops whose place is in the article, without days that aren't,
    and what joins them, each where it stands there.
    """
    whole = view_data(tour, View.ARTICLE)
    kept = [at for at, stop in enumerate(whole["stops"]) if not stop["curated"]]
    named = [knife.knows(label["name"]) for label in country_labels(tour, stop_points(tour))]
    stops = [_bared(whole["stops"][at], knife) for at in kept]
    return {
        "label": word("map_title", stops=", ".join(stop["name"] for stop in stops)) if stops else word("map"),
        "stops": stops,
        "legs": [leg for leg in whole["legs"] if not leg["supplied"]],
        "far": [
            {**arrow, "text": knife.bare(arrow["text"])} for arrow in whole["far"] if not arrow["supplied"]
        ],
        "placing": {
            width: {
                zoom: {
                    **place,
                    "stops": [place["stops"][at] for at in kept],
                    "leaders": [place["leaders"][at] for at in kept],
                    "countries": [
                        shown and known for shown, known in zip(place["countries"], named, strict=True)
                    ],
                }
                for zoom, place in zooms.items()
            }
            for width, zooms in whole["placing"].items()
        },
    }


def _bared(told: dict[str, Any], knife: Knife) -> dict[str, Any]:
    """A stop that stays, with what is left of its words."""
    when = "" if told["whenCurated"] else told["when"]
    tip = f"{told['number']} {told['name']}{f', {when}' if when else ''} – {MARKS[Status(told['status'])].words}"
    return {**told, "when": when, "whenCurated": False, "tip": tip, "label": knife.bare(bare_label(told))}


def _placed(tour: Tour, points: tuple[Point, ...], view: View) -> Ground:
    labels = Labels(
        *(tuple(label_size(tour, stop, view, dates=dates) for stop in tour.stops) for dates in (True, False))
    )
    names = country_labels(tour, stop_points(tour))
    return Ground(
        points,
        labels,
        view is View.LATER and any(stop.outcome for stop in tour.stops),
        tuple((name["name"], Point(*name["at"])) for name in names),
    )


def stop_points(tour: Tour, view: View = View.ARTICLE) -> tuple[Point, ...]:
    """Where the stops are, continuous across the antimeridian."""
    return unwrap(Point(*tour.places[stop_place_id(stop, view)].at) for stop in tour.stops)


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
    name, days = stop_name(tour, stop, view), stop_days(tour, stop, view)
    later = stop_place_id(stop, view) != stop.place
    outcome = known_outcome(stop.outcome, view)
    status = stop_status(stop)
    curated = not later and not stop_place_in_article(tour, stop)
    asterisk = ASTERISK if curated else ""
    country = country_name(tour.places[stop.place].country)
    said = [
        word("stop_named", number=number + 1, name=name),
        country if country != name else "",
        word("map_days_reported", days=days.text) if days.later else days.text,
        begun(MARKS[status].words),
        word("map_place_curated") if curated else word("map_place_learned") if later else "",
        word("map_reported", outcome=SIGNS[outcome.status].words) if outcome else "",
    ]
    return {
        "id": stop.id,
        "number": number + 1,
        "at": [point.lat, point.lon],
        "name": name,
        "curated": curated,
        "when": days.text,
        "whenCurated": days.curated,
        "whenLater": days.later,
        "status": status.value,
        "later": later,
        "sign": SIGNS[outcome.status].sign if outcome else "",
        "tip": f"{number + 1} {name}{asterisk}{f', {days.text}' if days.text else ''} – {MARKS[status].words}",
        "label": ". ".join(part for part in said if part),
    }


def bare_label(told: dict[str, Any]) -> str:
    """What the strip test leaves of a stop's label in words, where its place is the article's."""
    dropped = told["when"] if told["whenCurated"] else None
    return ". ".join(part for part in str(told["label"]).split(". ") if part != dropped)


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a stop on its label: the text ("" for none), whether they are the curator's, and whether later
    reports give them.
    """

    text: str
    curated: bool
    later: bool


def stop_days(tour: Tour, stop: Stop, view: View) -> Days:
    """The days of a stop; in the later view as reports tell them, where they do."""
    text, known = short_days(stop.when), in_article(tour, stop.basis.when)
    reported = short_days(reported_when(known_outcome(stop.outcome, view)))
    if reported and not (known and reported == text):
        return Days(reported, curated=False, later=True)
    return Days(text, curated=bool(text) and not known, later=False)


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


def label_size(tour: Tour, stop: Stop, view: View, *, dates: bool) -> tuple[float, float]:
    """How wide and high a stop's label is, in px: its name, and its days where it has some and `dates` is
    true.
    """
    name = stop_name(tour, stop, view) + ASTERISK
    days = stop_days(tour, stop, view).text
    when = days + ASTERISK if dates and days else ""
    width = max(text_width(name, LABEL_PX) * 1.06, text_width(when, LABEL_PX))
    return width + 2, LINE_PX * (2 if when else 1)
