"""What stands around map and agenda: title, switch, stops, legend, and words for a screen reader."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from tests.views.html_tree import read
from tests.views.tours import with_stop, with_tour
from touratlas.assets import ASSETS
from touratlas.check import Atlas
from touratlas.dates import parse_when
from touratlas.model import Background
from touratlas.views.legend import legend
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.marks import MARKS, SIGNS
from touratlas.views.masthead import legend_html, masthead_html, nav_html, said
from touratlas.views.outcomes import outcomes
from touratlas.words import Status, View

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
    """All marks and the italics; signs of outcomes in the later view only; each is told once, its mark isn’t spoken."""
    page = read(legend_html(atlas))
    for mark in MARKS.values():
        assert page.text.count(mark.words) == 1
    assert "italics* not in the article" in page.text
    assert "Lines join the stops; they are not flight paths." in page.text
    assert page.text.endswith("Titles, summary, roles and topics are the curator’s words.")
    assert not any(sign.words in page.text for sign in SIGNS.values())
    later = read(legend_html(atlas, View.LATER))
    told = {outcome.status for outcome in outcomes(atlas.tour, View.LATER)}
    for status, sign in SIGNS.items():
        assert later.text.count(sign.sign + sign.words) == (status in told)
    for tree in (page, later):
        for item in tree.all("li"):
            assert [one.attrs.get("aria-hidden") for one in item.all("span")] == ["true"]


def test_the_legend_has_what_occurs_and_no_more(real: Atlas, invented: Atlas) -> None:
    """Hatched day, shade, line of a stay, lozenges, open ends, venues, days of reports: where there are any."""

    def told(atlas: Atlas, view: View = View.ARTICLE) -> list[str]:
        marks = read(legend_html(atlas, view)).all(class_="ta-l-mark")
        return [str(mark.attrs["class"]).rpartition("ta-l-")[2] for mark in marks]

    assert told(real) == ["edge", "after", "stay", "leg", "venue"]
    assert told(real, View.LATER) == ["reported", "edge", "after", "stay", "leg", "venue"]
    assert told(invented) == ["edge", "after", "stay", "hour", "soft", "leg", "venue"]
    head = real.tour.tour.model_copy(update={"as_of": parse_when("2024-10-26")})
    assert told(with_tour(real, tour=head)) == ["after", "stay", "leg", "venue"]
    assert "later than the article could know" in legend_html(with_tour(real, tour=head))
    stop = real.tour.stops[0].model_copy(update={"when": None, "events": (), "outcome": None})
    bare = with_tour(real, stops=(stop,), legs=(), background=Background())
    assert told(bare) == []
    assert read(legend_html(bare)).text == (
        "possible Borders as they are in fact. Titles, summary, roles and topics are the curator’s words."
    )


def test_the_legend_names_only_the_statuses_there_are(real: Atlas) -> None:
    """A tour of which all is reported has one mark; a claim's own status counts too."""
    events = tuple(
        event.model_copy(update={"status": Status.REPORTED, "outcome": None})
        for event in real.tour.stops[0].events
    )
    stop = real.tour.stops[0].model_copy(update={"events": events, "outcome": None})
    plain = events[0].model_copy(
        update={"claims": (events[0].claims[0].model_copy(update={"status": None}),)}
    )
    one = with_tour(
        real,
        stops=(stop.model_copy(update={"events": (plain,)}),),
        legs=(),
        background=Background(),
    )
    assert [mark.attrs["class"] for mark in read(legend_html(one)).all(class_="ta-mark")] == [
        "ta-mark ta-reported"
    ]
    claim = plain.claims[0].model_copy(update={"status": Status.POSSIBLE})
    two = with_stop(one.tour, 0, events=(plain.model_copy(update={"claims": (claim,)}),))
    assert legend(two, View.LATER).marks == (
        (Status.REPORTED, MARKS[Status.REPORTED]),
        (Status.POSSIBLE, MARKS[Status.POSSIBLE]),
    )
    assert legend(two, View.LATER).signs == ()


def test_every_mark_of_the_legend_has_its_style(atlas: Atlas) -> None:
    """No class of the legend is written that the style sheet doesn't know."""
    sheet = (ASSETS / "css" / "touratlas.css").read_text(encoding="utf-8")
    for view in View:
        for one in read(legend_html(atlas, view)).all():
            for name in (one.attrs.get("class") or "").split():
                assert f".{name}" in sheet or not name.startswith("ta-l")


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
