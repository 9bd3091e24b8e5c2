"""The strip test: what the curator supplied is gone without a trace of its words, and the article's stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.views.html_tree import read
from tests.views.tours import rewritten, with_stop, with_tour
from touratlas.check import Atlas
from touratlas.views.links import QueryLinks
from touratlas.views.strip import in_words, strip_html, strip_view

LINKS = QueryLinks("x")


def test_tokyo_vanishes(real: Atlas) -> None:
    """With every date and place that the article doesn't give; what it names stays."""
    html = strip_html(strip_view(real, LINKS))
    assert not re.search(r"Tokyo|Gyeongju|Busan|\b\d+ Oct\b", html)
    told = read(html).text
    assert "Kuala Lumpur, Malaysia" in told
    assert "Japan" in told
    assert "Takaichi" in told
    assert "Meeting with Prime Minister Takaichi" in told
    assert "(place not in the article)" in told


def test_a_name_loses_the_words_that_the_article_does_not_know(real: Atlas) -> None:
    """And so does a title that holds one of them, or the name of a hidden place."""
    people = dict(real.tour.people)
    people["donald-trump"] = people["donald-trump"].model_copy(update={"name": "Donald Quux Quuz Trump"})
    renamed = with_tour(real, people=people)
    first = renamed.tour.stops[0]
    event = first.events[0].model_copy(update={"title": "Quux in Tokyo: arrival"})
    changed = with_tour(renamed, stops=with_stop(renamed.tour, 0, events=(event, *first.events[1:])).stops)
    view = strip_view(changed, LINKS)
    shown = next(one for one in view.stops[0].events if one.title[-1].text.endswith("arrival"))
    assert [(one.text, one.hidden) for one in shown.title] == [
        ("Quux", True),
        (" in ", False),
        ("Tokyo", True),
        (": arrival", False),
    ]
    assert [(one.text, one.hidden) for one in shown.people[0]] == [
        ("Donald ", False),
        ("Quux Quuz", True),
        (" Trump", False),
    ]
    assert str(view.left[2]) == "fourteen of fifteen names"


def test_how_much_is_left_in_words(real: Atlas) -> None:
    """Of places, dates and names; and the question that goes with it."""
    told = read(strip_html(strip_view(real, LINKS))).text
    assert "How much of what you just believed did the article say?" in told
    assert "gives two of five places, none of seventeen dates and all fifteen names." in told


def test_hidden_words_stand_nowhere(atlas: Atlas) -> None:
    """Neither in the text nor in an attribute; nothing else is missing."""
    view = strip_view(atlas, LINKS)
    events = [event for stop in view.stops for event in stop.events]
    assert len(events) == sum(1 for _ in atlas.tour.events())
    tree = read(strip_html(strip_view(atlas, LINKS)))
    texts = [(stop.name, stop.when) for stop in view.stops] + [(one.place, one.when) for one in events]
    for scrap in (scrap for pair in texts for scraps in pair for scrap in scraps):
        assert scrap.hidden or scrap.text in tree.text
        assert not scrap.hidden or not any(
            scrap.text in (value or "") for one in tree.all() for value in one.attrs.values()
        )
    gaps = tree.all("span", class_="ta-gap")
    assert gaps
    assert not any(one.text.strip() for one in gaps)
    for left in view.left:
        assert 0 <= left.given <= left.all > 0


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """In names and titles."""
    bad = "<img src=x onerror=alert(1)>"
    html = strip_html(strip_view(rewritten(tmp_path, lambda key, value: f"{bad} {value}"[:80]), LINKS))
    assert "<img" not in html
    assert "onerror=" not in re.sub(r"&lt;.*?&gt;", "", html)


@pytest.mark.parametrize(("number", "words"), [(0, "none"), (7, "seven"), (20, "twenty"), (21, "21")])
def test_numbers_in_a_sentence(number: int, words: str) -> None:
    """As they are written there."""
    assert in_words(number) == words
