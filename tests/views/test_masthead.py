"""What stands around map and agenda: title, switch, stops, legend, and words for a screen reader."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from tests.views.html_tree import read
from tests.views.tours import with_tour
from touratlas.check import Atlas
from touratlas.model import Background
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.marks import MARKS, SIGNS
from touratlas.views.masthead import legend_html, masthead_html, nav_html, said
from touratlas.words import View

LINKS = QueryLinks("x")


def test_masthead_says_whose_knowledge_it_is(real: Atlas) -> None:
    """The title, and one line that says what the article is and when it stopped; the later view adds to it."""
    page = read(masthead_html(real, LINKS, Choice()))
    assert page.one("h1").text == "Trade first: Trump’s tour of Asia, October 2025"
    assert page.one("p").text == (
        "What one article knew on Sunday 26 October 2025: “Evolving Dynamics of U.S.-Asia Relations Amid Trade and "
        "Security Talks”. What is in italics* isn’t in it."
    )
    later = read(masthead_html(real, QueryLinks("x", View.LATER), Choice())).one("p").text
    assert "and what later reports say" in later


@pytest.mark.parametrize("view", View)
def test_the_switch_keeps_the_choice(atlas: Atlas, view: View) -> None:
    """Both views are links to what is chosen; the one that is shown is marked, and only that."""
    choice = Choice(atlas.tour.stops[0].id, atlas.tour.stops[0].events[0].id)
    links = read(masthead_html(atlas, QueryLinks("x", view), choice)).one("nav").all("a")
    assert [link.text for link in links] == ["What the article knew", "What happened"]
    expected = {"tour": ["x"], "stop": [choice.stop], "event": [choice.event]}
    queries = [parse_qs((link.attrs["href"] or "").removeprefix("?")) for link in links]
    assert queries == [expected, {**expected, "view": ["later"]}]
    assert [link.attrs.get("aria-current") for link in links] == (
        ["true", None] if view is View.ARTICLE else [None, "true"]
    )


def test_no_switch_without_outcomes(invented: Atlas) -> None:
    """A tour that tells of no outcome has no second view to switch to."""
    stops = tuple(stop.model_copy(update={"outcome": None, "events": ()}) for stop in invented.tour.stops)
    bare = with_tour(invented, stops=stops, legs=(), background=Background())
    assert read(masthead_html(bare, LINKS, Choice())).all("nav") == []


def test_stops_are_a_list_of_links(atlas: Atlas) -> None:
    """The whole tour first, then each stop by its number; status is told in words, not by colour alone."""
    page = read(nav_html(atlas, LINKS))
    assert page.one("nav").attrs["aria-label"] == "Stops"
    links = page.all("a")
    assert [link.attrs["data-go"] for link in links] == ["", *(stop.id for stop in atlas.tour.stops)]
    for number, link in enumerate(links[1:], 1):
        assert link.one("span", class_="ta-num").text == str(number)
        assert link.text.rpartition(", ")[2] in {mark.words for mark in MARKS.values()}


def test_the_legend_explains_every_mark(atlas: Atlas) -> None:
    """All marks and the italics; signs of outcomes in the later view only."""
    text = read(legend_html(atlas)).text
    for mark in MARKS.values():
        assert f"{mark.words} {mark.meaning}" in text
    assert "Italics*" in text
    assert "not flight paths" in text
    assert not any(sign.words in text for sign in SIGNS.values())
    later = read(legend_html(atlas, View.LATER)).text
    assert all(f"{sign.sign} {sign.words}" in later for sign in SIGNS.values())


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (Choice(), "The whole tour"),
        (Choice("tokyo"), "Tokyo"),
        (Choice("tokyo", "emperor-meeting"), "Tokyo: Meeting with Emperor Naruhito"),
        (Choice("", "kim-meeting"), "The whole tour: Meeting with Kim Jong Un?"),
    ],
)
def test_said(real: Atlas, choice: Choice, words: str) -> None:
    """A screen reader hears what is chosen, in a few words."""
    assert said(real.tour, choice) == words
