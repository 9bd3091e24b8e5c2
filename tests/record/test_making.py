"""The records of a tour: every id resolved, and in the article's view nothing of later."""

from __future__ import annotations

from typing import Any

from touratlas.check import Atlas
from touratlas.dates import parse_when
from touratlas.record import (
    background_claims,
    event_records,
    head_record,
    leg_records,
    moment,
    plain,
    spot,
    stop_records,
)
from touratlas.words import View


def test_all_parts_are_there(atlas: Atlas) -> None:
    """Stops in order, events, claims, each once."""
    tour = atlas.tour
    assert [one.id for one in stop_records(atlas, View.ARTICLE)] == [one.id for one in tour.stops]
    events = event_records(atlas, View.ARTICLE)
    assert [one.id for one in events] == [event.id for _, event in tour.events()]
    claims = sum(len(one.claims) for one in events) + len(background_claims(atlas))
    assert claims == len(atlas.evidence.claims)
    assert head_record(tour, View.LATER).view == "later"


def test_what_stands_around_a_quote(atlas: Atlas) -> None:
    """Prefix, quote and suffix are one stretch of the article."""
    for event in event_records(atlas, View.ARTICLE):
        for quote in (one for claim in event.claims for one in claim.quotes):
            text = atlas.articles[quote.source].text
            start, end = quote.start - len(quote.prefix), quote.end + len(quote.suffix)
            assert text[start:end] == quote.prefix + quote.exact + quote.suffix


def test_an_event_is_where_its_stop_is(invented: Atlas) -> None:
    """Unless it has a place of its own; one on the way, or of no stop, is nowhere."""
    found = {one.id: one for one in event_records(invented, View.ARTICLE)}
    greeting, cables, equator = found["suva-greeting"], found["suva-cables"], found["equator"]
    assert greeting.place
    assert (greeting.place.id, greeting.place_of) == ("suva", "stop")
    assert cables.place
    assert (cables.place.id, cables.place_of) == ("suva-harbour-office", "event")
    assert (equator.place, equator.on_the_way, equator.stop) == (None, True, "suva")


def test_a_place_brings_its_own_basis(invented: Atlas) -> None:
    """That of the stop for what is at the stop."""
    found = {one.id: one for one in event_records(invented, View.ARTICLE)}
    assert [(one.of, one.source) for one in found["sapporo-arrival"].basis] == [
        ("when", "inferred"),
        ("place", "article"),
    ]
    assert [one.source for one in found["papeete-speech"].basis] == ["article", "inferred"]


def test_moments(invented: Atlas) -> None:
    """Instants in UTC where there is a time in a known zone, else days; nothing for an open side."""
    place = spot(invented.tour, "suva")
    for text, first, last in (
        ("2031-05-04", "2031-05-04", "2031-05-04"),
        ("2031-05-04T09:00", "2031-05-03T21:00:00Z", "2031-05-03T21:00:00Z"),
        ("2031-05-04/..", "2031-05-04", ""),
        ("2031-05", "2031-05-01", "2031-05-31"),
    ):
        made = moment(parse_when(text), place)
        assert made
        assert (made.text, made.first, made.last, made.zone) == (text, first, last, "Pacific/Fiji")
    assert moment(None, place) is None


def test_outcomes_are_of_the_later_view(atlas: Atlas) -> None:
    """Of stops, legs and events; each with its reports."""
    for view in View:
        parts: list[Any] = [
            *stop_records(atlas, view),
            *leg_records(atlas, view),
            *event_records(atlas, view),
        ]
        assert any(one.outcome for one in parts) == (view is View.LATER)


def test_plain_values(real: Atlas) -> None:
    """What is empty is left out; what is false or nought isn't."""
    made = plain(event_records(real, View.ARTICLE)[0])
    assert "outcome" not in made
    assert made["on_the_way"] is False
    assert made["claims"][0]["quotes"][0]["start"] >= 0


def test_what_other_sources_have_is_told_with_the_basis(real: Atlas) -> None:
    """CNA has the summit in Busan: with the stop, and with its events that have no place of their own."""
    for view in View:
        (stop,) = (one for one in stop_records(real, view) if one.id == "gyeongju")
        (place,) = (one for one in stop.basis if one.of == "place")
        assert place.says.endswith("as told by CNA: The APEC summit is to be held in Busan.")
        (event,) = (one for one in event_records(real, view) if one.id == "apec-conference")
        assert place in event.basis
