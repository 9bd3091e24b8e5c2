"""GeoJSON read by geojson-pydantic and shapely, and compared with the model."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import shapely
from geojson_pydantic import FeatureCollection
from shapely.geometry import shape

from tests.exports.hostile import nasty, poisoned
from touratlas.check import Atlas
from touratlas.exports import Options
from touratlas.exports.geojson import make
from touratlas.geo import Point, distance_km
from touratlas.itinerary import hops
from touratlas.words import View

# geojson-pydantic warns of boxes across the 180th meridian, which RFC 7946 allows.
pytestmark = pytest.mark.filterwarnings("ignore:BBOX crossing")


def features(atlas: Atlas, view: View = View.ARTICLE) -> dict[str, dict[str, Any]]:
    """The features by id, after geojson-pydantic has found the file valid."""
    data = make(atlas, Options(view=view))
    FeatureCollection.model_validate_json(data)
    collection = json.loads(data)
    found = {one["id"]: one for one in collection["features"]}
    assert len(found) == len(collection["features"])
    return found


def test_every_part_is_a_feature(atlas: Atlas) -> None:
    """Stops, legs and events, none twice and none lost; those without a place have no geometry."""
    found = features(atlas)
    tour = atlas.tour
    events = {event.id: (path, event) for path, event in tour.events()}
    assert {name for name in found if name.startswith("event/")} == {f"event/{name}" for name in events}
    assert [name for name in found if name.startswith("stop/")] == [f"stop/{one.id}" for one in tour.stops]
    assert sum(name.startswith("leg/") for name in found) == len(hops(tour))
    for name, (path, event) in events.items():
        geometry = found[f"event/{name}"]["geometry"]
        home = tour.stops[int(path[1])].place if path[0] == "stops" else None
        place = event.place or home
        if place is None:
            assert geometry is None
        else:
            lat, lon = tour.places[place].at
            assert geometry == {"type": "Point", "coordinates": [lon, lat]}


def test_status_dates_and_evidence_survive(atlas: Atlas) -> None:
    """Each event's status, date as written, claims, verbatim quotes and citations."""
    found = features(atlas)
    for _, event in atlas.tour.events():
        told = found[f"event/{event.id}"]["properties"]
        assert (told["title"], told["kind"], told["status"]) == (event.title, event.kind, event.status)
        assert told.get("when", {}).get("text") == (event.when.text if event.when else None)
        if event.when:
            assert told["when"]["uncertain"] == event.when.uncertain
            assert told["when"]["approximate"] == event.when.approximate
        held = atlas.evidence.of_event(event.id)
        assert [claim["says"] for claim in told["claims"]] == [one.claim.says for one in held]
        for claim, one in zip(told["claims"], held, strict=True):
            assert claim["status"] == (one.claim.status or event.status)
            for quote, own in zip(claim["quotes"], one.quotes, strict=True):
                text = atlas.articles[quote["source"]].text
                assert text[quote["start"] : quote["end"]] == quote["exact"]
                assert quote["exact"] in quote["passage"]
                labels = [(cited["label"], cited["direct"]) for cited in quote.get("citations", ())]
                assert labels == [(cited.label, cited.direct) for cited in own.citations]


def test_what_the_article_does_not_say_is_told(real: Atlas) -> None:
    """A place from a report is marked so; which report is told in the later view alone."""
    (place,) = [one for one in features(real)["stop/tokyo"]["properties"]["basis"] if one["of"] == "place"]
    assert (place["source"], place["in_article"]) == ("report", False)
    assert "Yomiuri" in place["says"]
    basis = features(real, View.LATER)["stop/tokyo"]["properties"]["basis"]
    assert [one["source"] for one in basis] == ["emperor", "takaichi"]


def test_legs_are_great_circles(atlas: Atlas) -> None:
    """From end to end, valid for shapely, no step across the map, as long as the great circle."""
    found = features(atlas)
    legs = [one for name, one in found.items() if name.startswith("leg/")]
    for hop, leg in zip(hops(atlas.tour), legs, strict=True):
        lines = shapely.get_parts(shape(leg["geometry"]))
        assert all(line.is_valid and line.length > 0 for line in lines)
        points = [[Point(lat, lon) for lon, lat in line.coords] for line in lines]
        flat = [point for line in points for point in line]
        assert (flat[0].lat, flat[0].lon) == pytest.approx(hop.start.place.at, abs=1e-5)
        assert (flat[-1].lat, flat[-1].lon) == pytest.approx(hop.end.place.at, abs=1e-5)
        steps = [pair for line in points for pair in pairwise(line)]
        assert all(abs(a.lon - b.lon) < 180 for a, b in steps)
        length = sum(distance_km(a, b) for a, b in steps)
        assert length == pytest.approx(leg["properties"]["great_circle_km"], rel=0.01)


def test_the_180th_meridian_cuts(invented: Atlas) -> None:
    """From Suva to Apia in two lines that meet there; the box spans it, west greater than east."""
    leg = features(invented)["leg/suva--apia"]["geometry"]
    assert leg["type"] == "MultiLineString"
    first, second = leg["coordinates"]
    assert first[-1] == [180.0, second[0][1]]
    assert second[0][0] == -180.0
    west, south, east, north = json.loads(make(invented, Options()))["bbox"]
    assert west > east
    assert south < north


def test_outcomes_stand_beside_the_article(atlas: Atlas) -> None:
    """In the later view each has its status, words and reports; what the article says stays as it is."""
    early, late = features(atlas), features(atlas, View.LATER)
    for _, event in atlas.tour.events():
        told, before = late[f"event/{event.id}"], early[f"event/{event.id}"]
        assert told["geometry"] == before["geometry"]
        assert told["properties"].get("when") == before["properties"].get("when")
        assert "outcome" not in before["properties"]
        outcome = told["properties"].get("outcome")
        assert (outcome is None) == (event.outcome is None)
        if event.outcome and outcome:
            assert outcome["status"] == event.outcome.status
            assert outcome.get("says") == event.outcome.says
            urls = [getattr(atlas.tour.sources[name], "url", None) for name in event.outcome.from_]
            assert [one.get("url") for one in outcome.get("reports", ())] == urls


@pytest.mark.parametrize("make_tour", [poisoned, nasty])
def test_hostile_text_stays_text(make_tour: Any, tmp_path: Path) -> None:
    """Every title and claim comes back as it was."""
    atlas = make_tour(tmp_path)
    found = features(atlas, View.LATER)
    for _, event in atlas.tour.events():
        told = found[f"event/{event.id}"]["properties"]
        assert told["title"] == event.title
        assert [one["says"] for one in told["claims"]] == [one.says for one in event.claims]
