"""The map: what is drawn is plain data, continuous and in its frame; what reaches the page is guarded."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Template

from tests.views.test_legs import check_legs, lead_status, same_place
from tests.views.tours import rewritten, with_stop
from touratlas.check import Atlas
from touratlas.model import Tour
from touratlas.views.drawing import ground_data
from touratlas.views.links import Choice
from touratlas.views.map import (
    choice_data,
    choice_layer,
    choice_script,
    folium_map,
    map_data,
    map_script,
    script_json,
    stop_of_tip,
)
from touratlas.words import View

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)
PAYLOADS = (
    "</script><script>pwned()</script>",
    "${pwned()}`;pwned();//",
    "{{pwned()}}{%x%}{#",
    "\\';pwned()",
    "<!-- ]]>",
)


@pytest.mark.parametrize("dark", [False, True])
def test_data_is_ready_for_json(atlas: Atlas, dark: bool) -> None:
    """The data comes back from JSON as it went: no tuple, no NaN, no infinity, no object; and is the same each time."""
    data = map_data(atlas.tour, dark=dark)
    text = json.dumps(data, allow_nan=False)
    assert json.loads(text) == data
    assert json.dumps(map_data(atlas.tour, dark=dark)) == text


def test_a_theme_changes_nothing_but_colours(atlas: Atlas) -> None:
    """Light and dark differ in the theme alone."""
    light, dark = map_data(atlas.tour), map_data(atlas.tour, dark=True)
    assert light.pop("theme") != dark.pop("theme")
    assert light == dark


def test_stops_are_in_the_frame(atlas: Atlas) -> None:
    """Every stop is in `bounds`, at its place, in order and numbered from 1."""
    data = map_data(atlas.tour)
    (south, west), (north, east) = data["bounds"]
    assert [stop["id"] for stop in data["stops"]] == [stop.id for stop in atlas.tour.stops]
    for number, (drawn, stop) in enumerate(zip(data["stops"], atlas.tour.stops, strict=True), 1):
        assert drawn["number"] == number
        assert south <= drawn["at"][0] <= north
        assert west <= drawn["at"][1] <= east
        assert same_place(drawn["at"], atlas.tour.places[stop.place].at)
        assert drawn["status"] == lead_status(atlas.tour, number - 1)
    assert north - south >= 2 or east - west >= 4


LATITUDES, LONGITUDES = st.floats(-84, 84), st.floats(-180, 180)


def test_any_tour_can_be_drawn(invented: Atlas) -> None:
    """Wherever the stops are, all are in the frame, lines have no jump, and marks and labels have their places."""

    @settings(max_examples=25)
    @given(st.lists(st.tuples(LATITUDES, LONGITUDES), min_size=1, max_size=5))
    def check(points: list[tuple[float, float]]) -> None:
        places = {
            f"p{number}": invented.tour.places["suva"].model_copy(update={"at": at})
            for number, at in enumerate(points)
        }
        stops = tuple(
            invented.tour.stops[0].model_copy(update={"id": f"s{number}", "place": f"p{number}"})
            for number in range(len(points))
        )
        tour = invented.tour.model_copy(update={"places": places, "stops": stops, "legs": ()})
        data = map_data(tour)
        (south, west), (north, east) = data["bounds"]
        assert all(
            south <= stop["at"][0] <= north and west <= stop["at"][1] <= east for stop in data["stops"]
        )
        check_legs(data["legs"])
        assert json.loads(script_json(data)) == data
        assert data["turns"] == sorted(data["turns"])
        assert 0 in data["turns"]

    check()


def test_texts_of_a_stop(real: Atlas) -> None:
    """A stop says in words what its mark shows: name, country, days, status, and that its place isn't the article's."""
    first, tokyo, _, xi = map_data(real.tour)["stops"]
    assert first["label"] == "Stop 1: Kuala Lumpur. Malaysia. Sun 26 – Mon 27 Oct. Has happened"
    assert (first["curated"], first["whenCurated"]) == (False, True)
    assert tokyo["tip"] == "2 Tokyo*, Mon 27 – Tue 28 Oct – expected"
    assert xi["label"].endswith("Possible. Place not in the article")


def test_countries(real: Atlas, invented: Atlas) -> None:
    """Each country visited is named once; one that is itself the stop bears its own mark and no second name."""
    assert [one["name"] for one in map_data(real.tour)["countries"]] == ["Malaysia", "Japan", "South Korea"]
    names = [one["name"] for one in map_data(invented.tour)["countries"]]
    assert len(set(names)) == len(names)
    assert "Fiji" in names
    assert "Kiribati" not in names


def test_the_later_view_is_not_in_the_article_view(real: Atlas) -> None:
    """The data of the page holds nothing of outcomes; they come with the choice, in the later view and not before."""
    assert "Busan" not in json.dumps(map_data(real.tour))
    assert choice_data(real.tour, Choice("xi"))["later"] is None
    assert "Gimhae" not in json.dumps(choice_data(real.tour, Choice("xi")))
    later = choice_data(real.tour, Choice("xi"), View.LATER)
    busan = later["later"]["stops"][3]
    assert (busan["name"], busan["later"], busan["sign"]) == ("Busan", True, "✓")
    assert same_place(busan["at"], real.tour.places["busan"].at)
    assert "Busan" not in json.dumps(ground_data(real.tour))


@given(JSON)
def test_script_json_is_json(data: Any) -> None:
    """Any data comes back from it unchanged."""
    assert json.loads(script_json(data)) == data


@given(JSON | st.text(alphabet="<>&'`${}%#\"\\\u2028\u2029/a"))
def test_script_json_can_stand_anywhere(data: Any) -> None:
    """No text in it can end a script, a string or a template, or begin one: neither for HTML, JavaScript nor Jinja2."""
    text = script_json(data)
    assert text.isascii()
    assert not set(text) & set("<>&'`$")
    strings = re.findall(r'"(?:[^"\\]|\\.)*"', text)
    assert not set("".join(strings)) & set("{}")
    assert "\n" not in text
    assert Template(text).render() == text


def rendered(tour: Tour, choice: Choice | None = None) -> str:
    """The page that folium makes of the map, and of a choice on it."""
    made = folium_map(map_script(tour))
    if choice is not None:
        choice_layer(choice_script(tour, choice)).add_to(made)
    return str(made.get_root().render())


def test_the_page_asks_for_nothing_elsewhere(atlas: Atlas) -> None:
    """All scripts and styles are of our own folder, and no address of the web is on the page."""
    page = rendered(atlas.tour, Choice(atlas.tour.stops[0].id))
    assert re.findall(r"(?:https?:)?//[\w.-]+\.\w+", page) == []
    links = re.findall(r'(?:src|href)\s*=\s*"([^"]*)"', page)
    assert len(links) >= 4
    assert all(link.startswith("../../app/static/") for link in links)
    assert "@import" not in page
    assert "url(" not in page


def test_the_page_holds_the_data_and_no_other_text(atlas: Atlas) -> None:
    """What the page's script is given is the data, whole; no text of the tour is anywhere else on the page."""
    page = rendered(atlas.tour)
    (given_,) = re.findall(r"touratlasDraw\(map_\w+, (.*)\);", page)
    assert json.loads(given_) == map_data(atlas.tour)
    rest = page.replace(given_, "")
    assert not any(stop["name"] in rest for stop in map_data(atlas.tour)["stops"])


@pytest.mark.parametrize("stop", ["", "tokyo", "</script>${x}`'"])
def test_a_choice_is_an_id_and_its_venues(real: Atlas, stop: str) -> None:
    """A choice adds one call with guarded data to the page, and no element."""
    before, after = rendered(real.tour), rendered(real.tour, Choice(stop))
    assert after.count("<") == before.count("<")
    (given_,) = re.findall(r"touratlasChoose\(map_\w+, (.*)\);", after)
    assert json.loads(given_) == choice_data(real.tour, Choice(stop))
    assert json.loads(given_) == {"stop": stop, "later": None, "strip": None, "venues": []}


def test_hostile_text_adds_nothing_to_the_page(
    invented: Atlas, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """With payloads in every text the page has the same elements, and its script the same shape."""
    count = iter(range(10_000))
    hostile = rewritten(
        tmp_path_factory.mktemp("map"), lambda _, text: f"{text[:30]} {PAYLOADS[next(count) % len(PAYLOADS)]}"
    )
    ours, theirs = (rendered(atlas.tour, Choice("suva")) for atlas in (invented, hostile))
    assert re.findall(r"<[/!]?\w+", theirs) == re.findall(r"<[/!]?\w+", ours)
    assert "pwned()" in json.dumps(map_data(hostile.tour))
    for char in "`$":
        assert theirs.count(char) == ours.count(char)
    assert not re.search(r"\{[{%#]", theirs)


@pytest.mark.parametrize(
    ("tip", "stop"),
    [("2 Tokyo*, Mon 27|tokyo", "tokyo"), ("a|b|xi", "xi"), ("no id", ""), ("", ""), (None, ""), (3, "")],
)
def test_stop_of_a_tooltip(tip: object, stop: str) -> None:
    """The id is behind the last bar of the tooltip's text; anything else is no stop."""
    assert stop_of_tip(tip) == stop


def test_a_stop_at_the_same_place_is_no_leg(invented: Atlas) -> None:
    """Two stops in a row at one place have no line between them."""
    tour = with_stop(invented.tour, 1, place="sapporo")
    assert len(map_data(tour)["legs"]) == len(map_data(invented.tour)["legs"]) - 1
