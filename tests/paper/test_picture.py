"""Map and timeline in print, and the map to be filled in."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

from touratlas.check import Atlas
from touratlas.paper.picture import blank_map, map_picture, time_picture
from touratlas.views.agenda import stop_name

NAME = "{http://www.w3.org/2000/svg}"
SIZE = (800.0, 360.0)


def test_pictures_say_what_they_show(atlas: Atlas) -> None:
    """In words, for those who don't see them; typst knows neither custom properties nor `vector-effect`."""
    land, said = map_picture(atlas.tour, SIZE)
    assert said.startswith("Map of the tour: ")
    time, told, high = time_picture(atlas, SIZE[0])
    assert told.startswith("Timeline of the tour: ")
    assert high > 200
    assert f'height="{high:g}"' in time
    for svg in (land, time):
        assert "vector-effect" not in svg
        assert "var(" not in svg


def test_the_blank_map_tells_nothing(atlas: Atlas) -> None:
    """A ring a stop, land and borders; no name, number, way, status or description."""
    svg = blank_map(atlas.tour, SIZE)
    root = fromstring(svg)  # noqa: S314 - ours
    stops = [one for one in root.iter(f"{NAME}g") if one.get("class") == "ta-stop"]
    assert len(stops) == len(atlas.tour.stops)
    discs = [one for one in root.iter(f"{NAME}circle") if one.get("class") == "ta-disc"]
    assert len({(one.get("fill"), one.get("stroke"), one.get("stroke-dasharray")) for one in discs}) == 1
    words = {"".join(one.itertext()) for one in root.iter(f"{NAME}text")}
    assert len(words) == 2  # scale and attribution
    for stop in atlas.tour.stops:
        assert stop_name(atlas.tour, stop) not in svg
        assert stop.id not in svg
    assert not any(one.get("class") == "ta-head" for one in root.iter())
    assert all(not len(one) for one in root.iter(f"{NAME}g") if one.get("class") == "ta-legs")
