"""Whose knowledge a date or a place is, and how readers are told."""

from __future__ import annotations

import pytest

from tests.views.tours import agendas
from touratlas.check import Atlas
from touratlas.dates import parse_when
from touratlas.model import Ground, WebSource
from touratlas.views.days import days_html
from touratlas.views.knowledge import in_article, origin, short_days
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.map import map_data
from touratlas.views.masthead import legend_html, masthead_html, nav_html


def ground(source: str, note: str | None = None) -> Ground:
    """The ground of a date or a place."""
    return Ground.model_validate({"from": source, "note": note})


@pytest.mark.parametrize(
    ("source", "expected", "text"),
    [
        ("article", True, "The article says so."),
        (
            "airline",
            False,
            "Not in the article; announced beforehand, as told by Lagoon Hoppers (invented), Apr 2031.",
        ),
        (
            "gazette",
            False,
            "Not in the article; supplied from a report by Hakodate Harbour Gazette (invented), Wed 7 May 2031.",
        ),
        ("last-ferry", False, "Not in the article; supplied from a report by The Last Ferry (invented)."),
        ("inferred", False, "Not said in the article in this way; inferred by the curator."),
        ("nowhere", False, "Not in the article."),
    ],
)
def test_origin(invented: Atlas, source: str, expected: bool, text: str) -> None:
    """Article, schedule, report, inference and what isn't known each have their own words."""
    assert in_article(invented.tour, ground(source)) is expected
    assert origin(invented.tour, ground(source)) == text


def test_without_a_ground_it_is_nobodys(invented: Atlas) -> None:
    """A date without a ground is never passed off as the article's."""
    assert in_article(invented.tour, None) is False


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("it was a Sunday", "It was a Sunday."),
        ("It was a Sunday.", "It was a Sunday."),
        ("was it a Sunday?", "Was it a Sunday?"),
        ("the article says “on Sunday”", "The article says “on Sunday”"),
        ("日曜日だった。", "日曜日だった。"),
        ("ßo", "SSo."),
    ],
)
def test_notes_end_the_origin_as_a_sentence(invented: Atlas, note: str, sentence: str) -> None:
    """The curator's note follows as a sentence of its own, with one full stop."""
    for source in ("inferred", "article", "gazette"):
        text = origin(invented.tour, ground(source, note))
        assert text == f"{origin(invented.tour, ground(source))} {sentence}"


def test_titles_of_reports_are_nowhere(atlas: Atlas) -> None:
    """A report's title can tell what happened, so it stands nowhere in the article's view."""
    links = QueryLinks("x")
    shown = "".join(
        [
            *agendas(atlas).values(),
            nav_html(atlas, links),
            days_html(atlas, links),
            legend_html(atlas),
            masthead_html(atlas, links, Choice()),
        ]
    ) + str(map_data(atlas.tour))
    titles = {
        key: one.title for key, one in atlas.tour.sources.items() if isinstance(one, WebSource) and one.title
    }
    assert titles
    for key, title in titles.items():
        assert title not in origin(atlas.tour, ground(key, "a note"))
        assert title not in shown


def test_days_for_narrow_room(atlas: Atlas) -> None:
    """A label's date has weekday and month, and no year."""
    for stop in atlas.tour.stops:
        if stop.when is not None:
            text = short_days(stop.when)
            assert str(atlas.tour.tour.as_of.text[:4]) not in text
            assert any(char.isdigit() for char in text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2025-10-26T10:00~", "Sun 26 Oct"),
        ("2025-10-26T19:30/21:00", "Sun 26 Oct"),
        ("2025-10-26T22:00/2025-10-27T01:30?", "Sun 26 – Mon 27 Oct"),
        ("2025-10-26T22:00/..", "from Sun 26 Oct"),
        ("2025-10-26~", "about Sun 26 Oct"),
    ],
)
def test_hours_are_left_out(text: str, days: str) -> None:
    """A label has days alone; what is unsure of an hour isn't said of its day, and what is unsure of a day is."""
    assert short_days(parse_when(text)) == days
