"""Protects previous and next: from the whole tour through every stop to the last, and back."""

from __future__ import annotations

from tests.views.html_tree import read
from touratlas.check import Atlas
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.steps import steps, steps_html


def test_next_walks_through_all_stops_and_previous_back(atlas: Atlas) -> None:
    """Every stop is reached once, in order, and the way back is the same."""
    links = QueryLinks("x")
    way = [""]
    while (on := steps(atlas, links, Choice(way[-1]))[1]) is not None:
        way.append(on.stop)
    assert way == ["", *(stop.id for stop in atlas.tour.stops)]
    back = [way[-1]]
    while (step := steps(atlas, links, Choice(back[-1]))[0]) is not None:
        back.append(step.stop)
    assert back == way[::-1]


def test_an_end_has_no_link(atlas: Atlas) -> None:
    """At the whole tour there is no link back, at the last stop none on; every link leads where it says."""
    links = QueryLinks("x")
    last = atlas.tour.stops[-1].id
    for stop, keys in (("", {"on"}), (last, {"back"})):
        found = read(steps_html(atlas, links, Choice(stop))).all("a")
        assert {node.attrs["data-step"] for node in found} == keys
        assert all(node.attrs["href"] == links.to(Choice(node.attrs["data-go"] or "")) for node in found)
