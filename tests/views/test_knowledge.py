"""Whose knowledge a date or a place is, and how readers are told."""

from __future__ import annotations

import pytest

from tests.views.tours import agendas, with_tour
from touratlas.check import Atlas
from touratlas.dates import parse_when
from touratlas.model import Basis, Ground, WebSource
from touratlas.views.days import days_html
from touratlas.views.knowledge import (
    Otherwise,
    has_late_accounts,
    in_article,
    origin,
    otherwise,
    short_days,
    told,
)
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.map import map_data
from touratlas.views.masthead import legend_html, masthead_html, nav_html
from touratlas.words import View


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


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "airline",
            "Otherwise announced beforehand, as told by Lagoon Hoppers (invented), Apr 2031: Elsewhere.",
        ),
        (
            "gazette",
            "Otherwise in a report by Hakodate Harbour Gazette (invented), Wed 7 May 2031: Elsewhere.",
        ),
        ("last-ferry", "Otherwise in a report by The Last Ferry (invented): Elsewhere."),
    ],
)
def test_what_another_source_has(invented: Atlas, source: str, text: str) -> None:
    """It is named, and not by its title, which can tell what happened."""
    one = disputed("article", source)
    (found,) = otherwise(invented.tour, one, View.LATER)
    assert found.text == text
    assert told(invented.tour, one, View.LATER) == f"The article says so. {text}"


@pytest.mark.parametrize(
    ("own", "other", "late"),
    [
        ("article", "airline", False),
        ("article", "gazette", True),
        ("inferred", "last-ferry", True),  # a report without a day may be later
        ("airline", "lagoon-radio", False),
        ("airline", "gazette", True),
        ("gazette", "airline", False),
        ("gazette", "courier", False),  # the ground is as late, and told
    ],
)
def test_a_later_account_belongs_to_the_later_view(invented: Atlas, own: str, other: str, late: bool) -> None:
    """Unless what the tour follows is as late: that is told in the article's view, and so is what disagrees with it."""
    one = disputed(own, other)
    (found,) = otherwise(invented.tour, one, View.LATER)
    assert found.late is late
    assert otherwise(invented.tour, one, View.ARTICLE) == (() if late else (found,))
    assert ("Elsewhere." in told(invented.tour, one, View.ARTICLE)) is not late


def test_without_accounts_there_is_nothing(invented: Atlas) -> None:
    """Nor without a ground."""
    assert otherwise(invented.tour, None, View.LATER) == ()
    assert otherwise(invented.tour, ground("article"), View.LATER) == ()


def test_whether_a_tour_has_later_accounts(invented: Atlas) -> None:
    """Only those that the article's view doesn't show count: a schedule from before doesn't."""
    assert not has_late_accounts(invented.tour)
    legs = tuple(
        leg.model_copy(update={"basis": Basis(when=disputed("article", "gazette"))})
        for leg in invented.tour.legs
    )
    assert has_late_accounts(with_tour(invented, legs=legs).tour)


def disputed(own: str, other: str) -> Ground:
    """A ground with which another source disagrees."""
    return Ground.model_validate({"from": own, "others": [{"says": "elsewhere", "from": other}]})


def test_the_real_tours_disagreement(real: Atlas) -> None:
    """CNA has the summit in Busan; that was before the trip, so it shows in both views."""
    (stop,) = (stop for stop in real.tour.stops if stop.id == "gyeongju")
    text = "Otherwise announced beforehand, as told by CNA: The APEC summit is to be held in Busan."
    for view in View:
        assert otherwise(real.tour, stop.basis.place, view) == (Otherwise(text, late=False),)
