"""The legs of a map: lines without a jump, dashed where nothing has happened; arrows at the edge for what is far."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.views.tours import with_stop
from touratlas.check import Atlas
from touratlas.geo import Point, distance_km
from touratlas.model import Leg, Outcome, Place, Tour
from touratlas.views.drawing import view_data
from touratlas.views.legs import STEP_KM
from touratlas.views.map import map_data
from touratlas.words import OutcomeStatus, Status, View


def same_place(one: list[float], other: tuple[float, float]) -> bool:
    """Whether two positions are one place of the globe, in whatever turn."""
    return distance_km(Point(*one), Point(*other)) < 0.1


def lead_status(tour: Tour, number: int) -> Status:
    """The status of a stop's lead event."""
    (lead,) = (event for event in tour.stops[number].events if event.lead)
    return lead.status


def check_legs(legs: list[dict[str, Any]]) -> None:
    """Each line is without a jump and in steps, with its arrow on it."""
    for leg in legs:
        assert len(leg["path"]) >= 3
        for one, other in pairwise(leg["path"]):
            assert abs(one[1] - other[1]) <= 180
            assert distance_km(Point(*one), Point(*other)) <= STEP_KM * 1.01
        assert leg["middle"] in leg["path"][1:-1]
        assert 0 <= leg["angle"] < 360


def test_legs_cross_the_antimeridian_without_a_jump(invented: Atlas) -> None:
    """Each leg runs in one piece from mark to mark, in the turn of the world in which the marks stand."""
    data = map_data(invented.tour)
    assert data["far"] == []
    check_legs(data["legs"])
    stops = [stop["at"] for stop in data["stops"]]
    assert len(data["legs"]) == len(stops) + 1  # from Hakodate, between the stops, and back to Hakodate
    for leg, (start, end) in zip(data["legs"][1:-1], pairwise(stops), strict=True):
        assert leg["path"][0] == pytest.approx(start, abs=1e-3)
        assert leg["path"][-1] == pytest.approx(end, abs=1e-3)
        assert max(abs(one[1] - other[1]) for one, other in pairwise(leg["path"])) < 15
    hakodate = invented.tour.places["hakodate"].at
    assert same_place(data["legs"][0]["path"][0], hakodate)
    assert same_place(data["legs"][-1]["path"][-1], hakodate)
    assert data["way"] == []
    crossing = [
        leg for leg in data["legs"] if min(p[1] for p in leg["path"]) < 180 < max(p[1] for p in leg["path"])
    ]
    assert len(crossing) == 4  # to Apia, back to Suva, to Papeete, and home


def test_dashed_is_what_has_not_been_reached(real: Atlas, invented: Atlas) -> None:
    """A leg is solid exactly where the article reports the stop that it leads to; a way home never is."""
    for atlas, ends in ((real, [1, 2, 3]), (invented, [*range(8), None])):
        for statuses in (
            [lead_status(atlas.tour, number) for number in range(len(atlas.tour.stops))],
            [*Status] * 3,
        ):
            tour = atlas.tour
            for number, stop in enumerate(tour.stops):
                events = tuple(event.model_copy(update={"status": statuses[number]}) for event in stop.events)
                tour = with_stop(tour, number, events=events)
            dashed = [leg["dashed"] for leg in map_data(tour)["legs"]]
            assert dashed == [end is None or statuses[end] is not Status.REPORTED for end in ends]


def test_a_far_origin_is_an_arrow_and_not_drawn(real: Atlas) -> None:
    """Andrews is an arrow with its line of text, asterisks and all, and no line of the map comes near it."""
    data = map_data(real.tour)
    (arrow,) = data["far"]
    assert arrow["text"] == "From Joint Base Andrews*, Fri 24 Oct*"
    assert arrow["stop"] == list(real.tour.places["kuala-lumpur"].at)
    assert not arrow["dashed"]
    assert data["way"] == ["From Joint Base Andrews*, Fri 24 Oct*"]
    andrews = Point(*real.tour.places["andrews"].at)
    assert all(distance_km(Point(*point), andrews) > 5000 for leg in data["legs"] for point in leg["path"])
    assert len(data["legs"]) == len(real.tour.stops) - 1


def with_return(tour: Tour) -> Tour:
    """The tour with a way home that the article tells of."""
    leg = {
        "from": "xi",
        "to": "andrews",
        "when": "2025-10-31",
        "basis": {"when": "article", "place": "article"},
    }
    return tour.model_copy(update={"legs": (*tour.legs, Leg.model_validate(leg))})


def test_a_far_return_of_the_article(real: Atlas) -> None:
    """A far end of the journey is named too; what the article says of it has no asterisk."""
    tour = with_return(real.tour)
    data = map_data(tour)
    assert data["way"][1] == data["far"][1]["text"] == "On to Joint Base Andrews, Fri 31 Oct"
    bare = tour.legs[-1].model_copy(update={"when": None})
    assert map_data(tour.model_copy(update={"legs": (bare,)}))["way"] == ["On to Joint Base Andrews"]


def test_an_origin_points_inwards_and_a_return_outwards(real: Atlas) -> None:
    """Andrews is west of Kuala Lumpur and east of Seoul on the map, each way the shorter one; an arrow from it
    points to the tour, one to it away. A way home is never shown as gone.
    """
    origin, home = map_data(with_return(real.tour))["far"]
    assert 275 < origin["angle"] < 290
    assert origin["turn"] == pytest.approx(origin["angle"] - 180)
    assert 88 < home["angle"] < 92
    assert home["turn"] == home["angle"]
    assert home["stop"] == map_data(real.tour)["stops"][3]["at"]
    assert (origin["dashed"], home["dashed"]) == (False, True)


@pytest.mark.parametrize("status", Status)
def test_the_arrow_has_the_dash_of_its_leg(real: Atlas, status: Status) -> None:
    """Solid where the article reports the first stop, dashed where it expects it or thinks it possible."""
    events = tuple(event.model_copy(update={"status": status}) for event in real.tour.stops[0].events)
    (arrow,) = map_data(with_stop(real.tour, 0, events=events))["far"]
    assert arrow["dashed"] == (status is not Status.REPORTED)


def test_an_arrow_leads_to_the_far_end(real: Atlas) -> None:
    """Wherever an origin lies, following the arrow's angle from the stop on the map comes to it, and never more
    than half way round the world.
    """

    @settings(max_examples=80)
    @given(st.floats(-84, 84), st.floats(-180, 180))
    def check(lat: float, lon: float) -> None:
        andrews = real.tour.places["andrews"].model_copy(update={"at": (lat, lon)})
        tour = real.tour.model_copy(update={"places": {**real.tour.places, "andrews": andrews}})
        data = map_data(tour)
        assert len(data["far"]) + len(data["legs"]) == len(tour.stops)
        for arrow in data["far"]:
            (x, y), (to_x, to_y) = mercator(arrow["stop"]), mercator(arrow["end"])
            angle = math.degrees(math.atan2(to_x - x, to_y - y))
            assert abs(math.remainder(angle - arrow["angle"], 360)) < 0.06
            assert abs(to_x - x) <= 180
            assert same_place(arrow["end"], (lat, lon))

    check()


def mercator(at: list[float]) -> tuple[float, float]:
    """Web Mercator (EPSG:3857) in degrees of longitude at the equator, y up."""
    return at[1], math.degrees(math.log(math.tan(math.pi / 4 + math.radians(at[0]) / 2)))


def test_a_stop_is_never_an_arrow(real: Atlas) -> None:
    """A stop that reports place at the other end of the world is on the map all the same, with its legs."""
    away: Place = real.tour.places["busan"].model_copy(update={"at": (-33.0, -70.0)})
    tour = real.tour.model_copy(update={"places": {**real.tour.places, "busan": away}})
    data = view_data(tour, View.LATER)
    assert len(data["legs"]) == len(tour.stops) - 1
    assert len(data["far"]) == 1


def with_outcomes(tour: Tour, statuses: dict[int, OutcomeStatus | None]) -> Tour:
    """The tour with other outcomes of its stops, or none."""
    for number, status in statuses.items():
        outcome = Outcome(status=status, says="Told.", **{"from": ("xi",)}) if status else None
        tour = with_stop(tour, number, outcome=outcome)
    return tour


def dashes(tour: Tour, view: View = View.LATER) -> list[tuple[bool, bool]]:
    """Of each leg whether it is dashed, and whether only reports say that it was gone."""
    return [(leg["dashed"], leg["later"]) for leg in view_data(tour, view)["legs"]]


GONE, AHEAD = (False, True), (True, False)


def test_the_later_view_knows_what_was_gone(real: Atlas, invented: Atlas) -> None:
    """What outcomes say happened is solid there, as learned afterwards; in the article's view nothing of it is."""
    assert dashes(real.tour) == [GONE] * 3
    assert dashes(real.tour, View.ARTICLE) == [AHEAD] * 3
    assert dashes(invented.tour)[-1] == GONE  # the way home has an outcome of its own
    assert dashes(invented.tour, View.ARTICLE)[-1] == AHEAD
    for atlas in (real, invented):
        article = view_data(atlas.tour, View.ARTICLE)
        assert not any(part["later"] for part in (*article["legs"], *article["far"], *article["stops"]))


@pytest.mark.parametrize(
    ("start", "end", "drawn"),
    [
        (OutcomeStatus.HAPPENED, OutcomeStatus.HAPPENED, GONE),
        (OutcomeStatus.HAPPENED, OutcomeStatus.CHANGED, AHEAD),
        (OutcomeStatus.HAPPENED, OutcomeStatus.UNKNOWN, AHEAD),
        (OutcomeStatus.HAPPENED, None, AHEAD),
        (None, OutcomeStatus.HAPPENED, AHEAD),
        (OutcomeStatus.NOT_HAPPENED, OutcomeStatus.HAPPENED, AHEAD),
        (OutcomeStatus.HAPPENED, OutcomeStatus.NOT_HAPPENED, AHEAD),
    ],
)
def test_a_leg_is_no_surer_than_its_ends(
    real: Atlas, start: OutcomeStatus | None, end: OutcomeStatus | None, drawn: tuple[bool, bool]
) -> None:
    """From Tokyo to Gyeongju one is known to have gone where both are known to have been, and not otherwise."""
    assert dashes(with_outcomes(real.tour, {1: start, 2: end}))[1] == drawn


def test_reports_may_deny_what_the_article_reports(real: Atlas) -> None:
    """The way to a stop that is reported is solid; it is dashed where reports say that stop or way was not."""
    (arrow,) = view_data(real.tour, View.LATER)["far"]
    assert (arrow["dashed"], arrow["later"]) == (False, False)
    denied = with_outcomes(real.tour, {0: OutcomeStatus.NOT_HAPPENED})
    bare = denied.legs[0].model_copy(update={"outcome": None})
    (arrow,) = view_data(denied.model_copy(update={"legs": (bare,)}), View.LATER)["far"]
    assert arrow["dashed"]
    outcome = Outcome(status=OutcomeStatus.NOT_HAPPENED, says="Told.", **{"from": ("xi",)})
    leg = real.tour.legs[0].model_copy(update={"outcome": outcome})
    (arrow,) = view_data(real.tour.model_copy(update={"legs": (leg,)}), View.LATER)["far"]
    assert arrow["dashed"]


def test_a_return_that_reports_tell_of_is_solid(real: Atlas) -> None:
    """A way home is dashed in the article's view, and solid in the later one where its own outcome says it happened."""
    tour = with_return(real.tour)
    outcome = Outcome(status=OutcomeStatus.HAPPENED, says="Told.", **{"from": ("xi",)})
    told = tour.legs[-1].model_copy(update={"outcome": outcome})
    tour = tour.model_copy(update={"legs": (*tour.legs[:-1], told)})
    assert view_data(tour, View.ARTICLE)["far"][1]["dashed"]
    home = view_data(tour, View.LATER)["far"][1]
    assert (home["dashed"], home["later"]) == GONE
