"""Addresses: what they lead to, and what comes back from them."""

from __future__ import annotations

import unicodedata
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.views.tours import with_stop
from touratlas.check import Atlas
from touratlas.views.links import Choice, FragmentLinks, QueryLinks, resolve, stop_of, view_of
from touratlas.words import View


@given(st.text(), st.text(), st.text(), st.sampled_from(View))
def test_addresses_come_back_as_they_went(tour: str, stop: str, event: str, view: View) -> None:
    """Whatever is in an id, a browser that takes the address apart gets the same texts; what is empty is left out."""
    address = QueryLinks(tour, view).to(Choice(stop, event))
    parts = urlsplit(address)
    assert (parts.scheme, parts.netloc, parts.path, parts.fragment) == ("", "", "", "")
    wanted = {"tour": tour, "stop": stop, "event": event, "view": "later" if view is View.LATER else ""}
    assert dict(parse_qsl(parts.query)) == {key: text for key, text in wanted.items() if text}
    assert not set(address) & set("<>\"'` ")


@given(st.text(), st.text(), st.text())
def test_addresses_of_passages_come_back_as_they_went(tour: str, source: str, passage: str) -> None:
    """They lead to the Article page, with what it needs to open there; a page of fragments has none."""
    parts = urlsplit(QueryLinks(tour).passage(source, passage))
    assert (parts.scheme, parts.netloc, parts.path, parts.fragment) == ("", "", "article", "")
    wanted = {"tour": tour, "source": source, "passage": passage}
    assert dict(parse_qsl(parts.query)) == {key: text for key, text in wanted.items() if text}
    assert not FragmentLinks().passage(source, passage)
    stripped = QueryLinks(tour, strip=True).to(Choice(source, passage))
    assert dict(parse_qsl(urlsplit(stripped).query)).get("strip") == "1"


def test_links_of_a_tour_come_back_as_their_choice(atlas: Atlas) -> None:
    """Each stop's and each event's link, followed, chooses just that, without complaint and in the same view."""
    choices = [Choice()] + [Choice(stop.id) for stop in atlas.tour.stops]
    choices += [Choice(stop_of(atlas.tour, path), event.id) for path, event in atlas.tour.events()]
    assert len(set(choices)) == len(choices)
    for choice in choices:
        for view in View:
            query = parse_qs(QueryLinks("x", view).to(choice).removeprefix("?"))
            found = resolve(atlas.tour, query.get("stop", [""])[0], query.get("event", [""])[0])
            assert found == (choice, "")
            assert view_of(query.get("view", [""])[0]) is view


def test_an_event_brings_its_stop(real: Atlas) -> None:
    """Whatever stop the address names, an event is shown where it belongs: a leg's with the stop that it leads to."""
    for stop in ("", "gyeongju", "nowhere"):
        assert resolve(real.tour, stop, "emperor-meeting") == (Choice("tokyo", "emperor-meeting"), "")
        assert resolve(real.tour, stop, "farmers") == (Choice("kuala-lumpur", "farmers"), "")
        assert resolve(real.tour, stop, "kim-meeting") == (Choice("", "kim-meeting"), "")


@pytest.mark.parametrize(
    ("stop", "event", "choice", "problem"),
    [
        ("tokio", "", Choice(), "This tour has no stop `tokio`; did you mean `tokyo`?"),
        ("zzz", "", Choice(), "This tour has no stop `zzz`"),
        ("tokyo", "", Choice("tokyo"), ""),
        (
            "tokyo",
            "emperor-meting",
            Choice("tokyo"),
            "This tour has no event `emperor-meting`; did you mean `emperor-meeting`?",
        ),
        ("tokio", "zzz", Choice(), "This tour has no event `zzz`"),
        ("", "", Choice(), ""),
    ],
)
def test_what_is_not_there(real: Atlas, stop: str, event: str, choice: Choice, problem: str) -> None:
    """An address that names what isn't there chooses what is left of it, and says so in one line, with a guess."""
    assert resolve(real.tour, stop, event) == (choice, problem)


def test_no_address_breaks_anything(real: Atlas) -> None:
    """Any text in an address gives a choice of what there is; a message is one line and shows no control character."""
    stops = {"", *(one.id for one in real.tour.stops)}
    events = {"", *(one.id for _, one in real.tour.events())}

    @settings(max_examples=60)
    @given(st.text(max_size=200), st.text(max_size=200))
    def check(stop: str, event: str) -> None:
        choice, problem = resolve(real.tour, stop, event)
        assert choice.stop in stops
        assert choice.event in events
        assert not {unicodedata.category(char) for char in problem} & {"Cc", "Cf", "Cs", "Zl", "Zp"}

    check()


@given(st.text())
def test_only_one_word_opens_the_later_view(text: str) -> None:
    """Outcomes are shown for `view=later` and for nothing else: a mistyped address gives nothing away."""
    assert view_of(text) is (View.LATER if text == "later" else View.ARTICLE)


def test_a_way_home_belongs_to_no_stop(invented: Atlas) -> None:
    """The events of a leg that ends at no stop are shown with the whole tour."""
    tour = invented.tour
    (home,) = (number for number, leg in enumerate(tour.legs) if leg.to == "hakodate")
    assert stop_of(tour, ("legs", home, "events", 0)) == ""
    assert stop_of(with_stop(tour, 0, id="hakodate"), ("legs", home, "events", 0)) == "hakodate"
    assert stop_of(tour, ("background", "events", 0)) == ""
