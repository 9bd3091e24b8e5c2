"""The invented tours: sound, and as varied as other tests rely on."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from touratlas.check import Atlas, check_tour, open_tour
from touratlas.finding import Severity
from touratlas.geo import Point, distance_km
from touratlas.model import WebSource
from touratlas.words import Extent, OutcomeStatus, Status

FOLDER = Path(__file__).parent
TOURS = ("pacific", "minimal")


@pytest.fixture(scope="module")
def pacific() -> Atlas:
    """The large invented tour."""
    return open_tour(FOLDER / "pacific.yaml")


@pytest.mark.parametrize("name", TOURS)
def test_tour_is_sound(name: str) -> None:
    """Nothing but accepted warnings is found in an invented tour."""
    report = check_tour(FOLDER / f"{name}.yaml")
    assert not report.failed
    assert [finding.code for finding in report.findings if not finding.accepted] == []


@pytest.mark.parametrize("name", TOURS)
def test_tour_says_that_it_is_invented(name: str) -> None:
    """Nobody can take an invented tour for a real one: title, summary and article say what it is."""
    atlas = open_tour(FOLDER / f"{name}.yaml")
    texts = [atlas.tour.tour.title, atlas.tour.tour.summary]
    texts += [article.text for article in atlas.articles.values()]
    assert all("Invented for testing" in text for text in texts)


@pytest.mark.parametrize("name", TOURS)
def test_addresses_lead_to_reserved_names(name: str) -> None:
    """Every address of an invented tour is on a name that is reserved for examples (RFC 2606)."""
    atlas = open_tour(FOLDER / f"{name}.yaml")
    urls = [source.url for source in atlas.tour.sources.values() if source.url]
    urls += [
        locator
        for article in atlas.articles.values()
        for entry in article.references
        for locator in entry.locators
    ]
    assert urls
    assert {urlsplit(url).hostname for url in urls} <= {"example.org", "example.com", "example.net"}


def test_pacific_accepts_two_warnings(pacific: Atlas) -> None:
    """Two warnings about the ship really occur and are accepted."""
    accepted = [one for one in check_tour(FOLDER / "pacific.yaml").findings if one.accepted]
    assert [(one.code, one.subject, one.severity) for one in accepted] == [
        ("P503", "umineko", Severity.WARNING),
        ("P505", "umineko", Severity.WARNING),
    ]
    assert len(pacific.tour.accept) == 2


def test_pacific_crosses_antimeridian_and_equator(pacific: Atlas) -> None:
    """The route crosses both lines, in both directions where it can."""
    points = [pacific.tour.places[stop.place].at for stop in pacific.tour.stops]
    eastward = [a[1] > 90 and b[1] < -90 for a, b in pairwise(points)]
    westward = [a[1] < -90 and b[1] > 90 for a, b in pairwise(points)]
    assert sum(eastward) == 2
    assert sum(westward) == 1
    assert sum((a[0] > 0) != (b[0] > 0) for a, b in pairwise(points)) == 2


def test_pacific_calendar_steps_back(pacific: Atlas) -> None:
    """A later event stands on an earlier day of its place's calendar than the one before it."""
    events = {event.id: event for _, event in pacific.tour.events()}
    gauge, hop = events["apia-inspection"].when, events["pago-pago-arrival"].when
    assert gauge is not None
    assert hop is not None
    assert gauge.day is not None
    assert hop.day is not None
    assert hop.day < gauge.day


def test_pacific_visits_one_city_twice(pacific: Atlas) -> None:
    """Two stops have the same place and don't follow each other; two places of that city are within 3 km."""
    stops = [number for number, stop in enumerate(pacific.tour.stops) if stop.place == "suva"]
    assert len(stops) == 2
    assert stops[1] - stops[0] > 1
    places = pacific.tour.places
    assert distance_km(Point(*places["suva"].at), Point(*places["laucala-hall"].at)) < 3


def test_pacific_has_every_status(pacific: Atlas) -> None:
    """Events of every status, outcomes of every status, a claim of another status than its event, both extents."""
    events = [event for _, event in pacific.tour.events()]
    assert {event.status for event in events} == set(Status)
    assert {event.outcome.status for event in events if event.outcome} == set(OutcomeStatus)
    assert any(claim.status for event in events for claim in event.claims)
    assert {place.extent for place in pacific.tour.places.values()} == set(Extent)
    kinds = {source.kind for source in pacific.tour.sources.values() if isinstance(source, WebSource)}
    assert kinds == {"report", "schedule"}


def test_pacific_has_every_make_of_date(pacific: Atlas) -> None:
    """No day, a day, an hour, a range of hours, a month, unspecified digits, `~`, `?` and an open end."""
    texts = {event.when.text if event.when else "" for _, event in pacific.tour.events()}
    texts |= {stop.when.text if stop.when else "" for stop in pacific.tour.stops}
    assert texts >= {
        "",
        "2031-05-08",
        "2031-05-04T09:00",
        "2031-05-04T19:30/21:00",
        "2031-06",
        "2031-08-2X",
        "2031-05-03T05:00~",
        "2031-05-09?",
        "2031-05-11/..",
        "2031-05-06T13:35-11:00",
    }


def test_pacific_has_direct_and_nearby_citations(pacific: Atlas) -> None:
    """Some quotes have a direct citation, some only a nearby one, some both, some none; all lead to a reference."""
    held = [quote for claim in pacific.evidence.claims for quote in claim.quotes]
    makes = {(bool(quote.direct), bool(quote.nearby)) for quote in held}
    assert makes == {(True, False), (False, True), (True, True), (False, False)}
    assert all(citation.reference for quote in held for citation in quote.citations)
    assert {citation.label for quote in held for citation in quote.citations} == set("123456789")


@pytest.mark.parametrize(
    ("event", "letters"),
    [("sapporo-declaration", "宣言"), ("suva-clocks", "البحر"), ("equator", "דב כרמלי")],
)
def test_pacific_quotes_other_scripts(pacific: Atlas, event: str, letters: str) -> None:
    """Passages in Japanese, Arabic and Hebrew are found and can be shown."""
    passages = [quote for claim in pacific.evidence.of_event(event) for quote in claim.quotes]
    article = pacific.articles["article"]
    assert any(letters in article.plain(quote.passage.span) for quote in passages)


def test_pacific_heading_is_corrected(pacific: Atlas) -> None:
    """The curator's word on the bold line is in force, and no correction is idle."""
    article = pacific.articles["article"]
    assert article.idle_corrections == ()
    assert [article.plain(block.span) for block in article.blocks if block.corrected] == ["What people say"]
