"""The marks of the strip test in a page: in texts and labels, nowhere else, and never a changed word."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.views.html_tree import read
from touratlas.check import Atlas
from touratlas.snapshot.page import snapshot_html
from touratlas.views.agenda import agenda_html
from touratlas.views.blanks import facts_of, gap_style, knife_of, marked, said_bare
from touratlas.views.drawing import stripped_data
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.map import choice_data

MARK = re.compile(r'<(span|tspan) class="ta-x">([^<]*)</\1>')
LINKS = QueryLinks("x", strip=True)


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>In Tokyo &amp; Japan</p>", '<p>In <span class="ta-x">Tokyo</span> &amp; Japan</p>'),
        ('<a href="#stop=tokyo">x</a>', '<a href="#stop=tokyo">x</a>'),
        ("<style>.tokyo{}</style>", "<style>.tokyo{}</style>"),
        ("<svg><text>Tokyo</text></svg>", '<svg><text><tspan class="ta-x">Tokyo</tspan></text></svg>'),
        (
            "<svg><title>Tokyo</title></svg><b>Tokyo</b>",
            '<svg><title>Tokyo</title></svg><b><span class="ta-x">Tokyo</span></b>',
        ),
        (
            '<i aria-label="In Tokyo"></i>',
            '<i aria-label="In Tokyo" data-bare="In [not in the article]"></i>',
        ),
        (
            '<i aria-label="A" data-bare="Tokyo"></i>',
            '<i aria-label="A" data-bare="[not in the article]"></i>',
        ),
        ("<p>&lt;Tokyo&gt;</p>", '<p>&lt;<span class="ta-x">Tokyo</span>&gt;</p>'),
    ],
)
def test_marks(real: Atlas, html: str, wanted: str) -> None:
    """Names in texts and labels; tags, styles and addresses stay as they are."""
    assert marked(html, knife_of(real)) == wanted


def test_marks_change_no_word(atlas: Atlas) -> None:
    """Without its marks an agenda is what it was; the article's own passages bear none."""
    for stop in atlas.tour.stops:
        plain = agenda_html(atlas, LINKS, Choice(stop.id))
        html = marked(plain, knife_of(atlas))
        assert unescape(MARK.sub(r"\2", html)) == unescape(plain)
        assert not any(
            "ta-x" in str(one.attrs) for quote in read(html).all("blockquote") for one in quote.all()
        )


def test_every_fact_that_is_not_the_articles_is_marked(atlas: Atlas) -> None:
    """In the snapshot each stands in a mark at least once, and so does the fact of each card."""
    html = snapshot_html(atlas).partition("\n")[2]
    kinds = ("em", "span", "text", "tspan")
    found = {one.text.rstrip("*") for kind in kinds for one in read(html).all(kind, class_="ta-x")}
    shown = {fact.text for fact in facts_of(atlas) if not fact.in_article and fact.text in html}
    assert shown
    assert {one for one in shown if one not in found} == set()


def test_the_map_under_the_test(real: Atlas) -> None:
    """What is left keeps its number and place; no word, label or line of the rest is in the data."""
    knife = knife_of(real)
    data = stripped_data(real.tour, knife)
    assert [(stop["id"], stop["number"], stop["when"]) for stop in data["stops"]] == [("kuala-lumpur", 1, "")]
    assert data["legs"] == data["far"] == []
    assert data["label"] == "Map of the tour: Kuala Lumpur"
    assert not re.search(
        r"Tokyo|Oct\b|Gyeongju|Andrews", str(data) + str(choice_data(real.tour, Choice("tokyo"), knife=knife))
    )
    for zooms in data["placing"].values():
        assert all(len(place["stops"]) == len(place["leaders"]) == 1 for place in zooms.values())


def test_what_is_said_of_a_choice(real: Atlas) -> None:
    """The name of a place that the article doesn't know is none that is said."""
    assert (
        said_bare(real, Choice("tokyo", "emperor-meeting"))
        == "place not in the article: Meeting with Emperor Naruhito"
    )
    assert said_bare(real, Choice("kuala-lumpur")) == "Kuala Lumpur"
    assert said_bare(real, Choice()) == "The whole tour"


def test_the_words_for_a_blank_are_a_string_of_css() -> None:
    """With nothing in it that could end it."""
    assert re.fullmatch(r':root\{--ta-hidden:"(?:\w|\\[0-9a-f]+ )+"\}', gap_style())
