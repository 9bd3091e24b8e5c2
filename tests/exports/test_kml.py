"""KML read by fastkml, found valid by OGC's schema, and compared with the model."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from fastkml import KML, Document, Folder
from fastkml.validator import validate

from tests.exports.hostile import nasty, poisoned
from touratlas.check import Atlas
from touratlas.exports import Options
from touratlas.exports.kml import make
from touratlas.itinerary import hops
from touratlas.words import View


def document(atlas: Atlas, view: View = View.ARTICLE) -> Any:
    """The document as fastkml reads it."""
    found = KML.parse(io.BytesIO(make(atlas, Options(view=view))))
    (root,) = found.features
    assert isinstance(root, Document)
    return root


def marks(atlas: Atlas, view: View = View.ARTICLE) -> dict[str, Any]:
    """All placemarks by id."""
    found = [one for part in document(atlas, view).features for one in part.features]
    assert all(isinstance(part, Folder) for part in document(atlas, view).features)
    assert len({one.id for one in found}) == len(found)
    return {one.id: one for one in found}


def data(mark: Any) -> dict[str, str]:
    """The data fields of a placemark."""
    return {one.name: one.value for one in mark.extended_data.elements}


@pytest.mark.parametrize("view", list(View))
def test_it_is_valid(atlas: Atlas, view: View, tmp_path: Path) -> None:
    """By OGC's schema of KML 2.2, with each id once."""
    file = tmp_path / "tour.kml"
    file.write_bytes(make(atlas, Options(view=view)))
    assert validate(file_to_validate=file)


def test_places(atlas: Atlas) -> None:
    """Every stop, leg and event; points where the model has them; what has no place has no geometry."""
    found = marks(atlas)
    tour = atlas.tour
    for stop in tour.stops:
        lat, lon = tour.places[stop.place].at
        assert found[f"stop-{stop.id}"].geometry.coords[0] == (lon, lat)
    assert sum(name.startswith("leg-") for name in found) == len(hops(tour))
    events = list(tour.events())
    assert sum(name.startswith("event-") for name in found) == len(events)
    for path, event in events:
        place = event.place or (tour.stops[int(path[1])].place if path[0] == "stops" else None)
        geometry = found[f"event-{event.id}"].geometry
        if place is None:
            assert geometry is None
        else:
            assert geometry.coords[0] == tour.places[place].at[::-1]


def test_legs_run_from_end_to_end(atlas: Atlas) -> None:
    """In one line, or in two where the 180th meridian cuts."""
    legs = [one for name, one in marks(atlas).items() if name.startswith("leg-")]
    for hop, leg in zip(hops(atlas.tour), legs, strict=True):
        lines = list(getattr(leg.geometry, "geoms", [leg.geometry]))
        first, last = lines[0].coords[0], lines[-1].coords[-1]
        assert first == pytest.approx(hop.start.place.at[::-1], abs=1e-5)
        assert last == pytest.approx(hop.end.place.at[::-1], abs=1e-5)


def test_dates(atlas: Atlas) -> None:
    """A day is a TimeStamp, an interval a TimeSpan, of the model's days; the rest is in data fields."""
    found = marks(atlas)
    for _, event in atlas.tour.events():
        mark = found[f"event-{event.id}"]
        if event.when is None:
            assert mark.times is None
            assert "when" not in data(mark)
            continue
        assert data(mark)["when"] == event.when.text
        assert data(mark)["uncertain"] == str(event.when.uncertain).lower()
        if event.when.has_time:
            assert mark.times is not None
        elif event.when.day:
            assert mark.times.timestamp.dt == event.when.day
        else:
            begin, end = mark.times.begin, mark.times.end
            assert (begin.dt if begin else None) == event.when.earliest
            assert (end.dt if end else None) == event.when.latest


def test_styles_follow_status(atlas: Atlas) -> None:
    """Each status a style of the document, which every event refers to."""
    styles = {one.id for one in document(atlas).styles}
    assert {"reported", "planned", "possible"} <= styles
    for _, event in atlas.tour.events():
        mark = marks(atlas)[f"event-{event.id}"]
        assert mark.style_url.url == f"#{event.status.value}"
        assert data(mark)["status"] == event.status


def test_evidence_and_outcomes(atlas: Atlas) -> None:
    """Claims with their quotes as JSON and to read; outcomes with their reports in the later view."""
    late = marks(atlas, View.LATER)
    for _, event in atlas.tour.events():
        mark = late[f"event-{event.id}"]
        claims = json.loads(data(mark)["claims"])
        held = atlas.evidence.of_event(event.id)
        assert [one["says"] for one in claims] == [one.claim.says for one in held]
        for claim, one in zip(claims, held, strict=True):
            for quote, own in zip(claim["quotes"], one.quotes, strict=True):
                assert quote["exact"] == own.passage.quote.of(atlas.articles[own.source].text)
        assert data(mark).get("outcome") == (event.outcome.status if event.outcome else None)
        if event.outcome:
            assert all((atlas.tour.sources[one].url or "") in mark.description for one in event.outcome.from_)


@pytest.mark.parametrize("make_tour", [poisoned, nasty])
def test_hostile_text_stays_text(make_tour: Any, tmp_path: Path) -> None:
    """Names are what they were; as a page, a description has no element but line breaks."""
    atlas = make_tour(tmp_path)
    found = marks(atlas, View.LATER)
    for _, event in atlas.tour.events():
        mark = found[f"event-{event.id}"]
        assert " ".join(mark.name.split()) == " ".join(event.title.split())
        assert [one["says"] for one in json.loads(data(mark)["claims"])] == [one.says for one in event.claims]
        assert "<" not in mark.description.replace("<br>", "")
        assert "$" not in mark.description
