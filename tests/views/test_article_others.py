"""“What others say”: how an article's events turned out, and where reports differ from it; in the later view alone."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from tests.tour_builder import DINNER, checked, sound
from touratlas.check import Atlas
from touratlas.students import for_students
from touratlas.views.article import article_html
from touratlas.views.article_others import Others, others
from touratlas.views.links import QueryLinks
from touratlas.words import OutcomeStatus, View

NOW, LATER = QueryLinks("x"), QueryLinks("x", View.LATER)
LATER_WORDS = ("What others say", "ta-others", "ta-outcome", "learned afterwards")


def seen(outcome: dict[str, Any] | None, *, on: str = "event", **more: Any) -> Others | None:
    """What others say where the dinner of the small tour, or its first stop, has an outcome."""
    tour = sound()
    dinner = tour["stops"][0]["events"][1]
    target = dinner if on == "event" else tour["stops"][0]
    if outcome is not None:
        target["outcome"] = {"says": "It was so.", "from": ["wire"], **outcome}
    target.update(more)
    report = checked(tour)
    assert report.atlas is not None, report.findings
    return others(report.atlas, "article", LATER)


def test_every_event_of_the_article_is_counted_by_its_outcome(atlas: Atlas) -> None:
    """Counted against the model; those without an outcome are counted as that."""
    for source in atlas.articles:
        said = others(atlas, source, LATER)
        assert said is not None
        told = {
            claim.event.id: claim.event
            for claim in atlas.evidence.claims
            if claim.event and any(held.source == source for held in claim.quotes)
        }
        statuses = [one.outcome.status.value if one.outcome else "" for one in told.values()]
        assert {name: number for name, _, _, number in said.counts} == {
            status.value: statuses.count(status.value) for status in OutcomeStatus if status.value in statuses
        }
        assert (said.events, said.untold) == (len(told), statuses.count(""))


def test_what_changed_or_did_not_happen_stands_beside_what_the_article_said(atlas: Atlas) -> None:
    """Each such event, its statements with the ways to their passages, and every report by name and address."""
    for source in atlas.articles:
        html = unescape(article_html(atlas, source, LATER))
        ids = set(re.findall(r' id="([^"]+)"', html))
        said = others(atlas, source, LATER)
        assert said is not None
        for _, event in atlas.tour.events():
            if event.outcome is None or event.outcome.status not in (
                OutcomeStatus.CHANGED,
                OutcomeStatus.NOT_HAPPENED,
            ):
                continue
            (one,) = [pair for pair in said.differing if f"event={event.id}&" in pair.link.href]
            assert [each.says for each in one.said] == [claim.says for claim in event.claims]
            assert all(each.passages for each in one.said)
            assert all(link.href.removeprefix("#") in ids for each in one.said for link in each.passages)
            assert one.outcome.says == event.outcome.says
            assert len(one.outcome.reports) == len(event.outcome.from_)
            for report in one.outcome.reports:
                assert f'href="{report.url}"' in html
                assert "Reported by" in html
        links = set(re.findall(r'href="#([^"]+)"', html))
        assert links <= ids


def test_nothing_of_it_shows_in_the_articles_view_nor_to_students(atlas: Atlas) -> None:
    """Not closed, not hidden: it isn't in the page."""
    for source in atlas.articles:
        html = unescape(article_html(atlas, source, NOW))
        students = unescape(article_html(for_students(atlas), source, LATER))
        for page in (html, students):
            assert not [words for words in LATER_WORDS if words in page]
            for _, event in atlas.tour.events():
                if event.outcome and event.outcome.says:
                    assert event.outcome.says not in page


def test_a_tour_without_outcomes_has_none() -> None:
    """Then there is nothing to show."""
    assert seen(None) is None


@pytest.mark.parametrize(
    ("outcome", "more", "differs"),
    [
        ({"status": "happened"}, {}, False),
        (
            {"status": "happened", "when": "2025-10-27"},
            {},
            False,
        ),  # its date is this report's own, not the article's
        ({"status": "happened", "when": "2025-10-26T20:00"}, {"basis": "article"}, False),
        ({"status": "happened", "when": "2025-10-27"}, {"basis": "article"}, True),
        (
            {"status": "happened", "place": "tokyo"},
            {},
            False,
        ),  # the article names no place of the dinner's own
        ({"status": "happened", "place": "tokyo"}, {"place": "kl"}, True),
        ({"status": "happened", "place": "kl"}, {"place": "kl"}, False),
        (
            {"status": "happened", "place": "tokyo"},
            {"place": "japan"},
            False,
        ),  # a city in the country that it names
        ({"status": "happened", "place": "kl"}, {"place": "japan"}, True),
        ({"status": "changed"}, {}, True),
        ({"status": "not-happened"}, {}, True),
        ({"status": "unknown", "says": None, "from": []}, {}, False),
    ],
)
def test_where_reports_differ_from_the_article(
    outcome: dict[str, Any], more: dict[str, Any], *, differs: bool
) -> None:
    """By what became of it, and by a day or a place that is the article's own and surely another."""
    tour = sound()
    tour["places"]["japan"] = {
        "name": "Japan",
        "country": "JP",
        "at": ["36", "138"],
        "zone": "Asia/Tokyo",
        "extent": "country",
    }
    ground = {"from": "article", "quotes": [DINNER]}
    dinner = tour["stops"][0]["events"][1]
    dinner["outcome"] = {
        key: value for key, value in ({"says": "So.", "from": ["wire"]} | outcome).items() if value
    }
    dinner["basis"] = {"when": ground if "basis" in more else "wire"}
    if "place" in more:
        dinner["place"] = more["place"]
        dinner["basis"] = {**dinner["basis"], "place": ground}
    report = checked(tour)
    assert report.atlas is not None, report.findings
    said = others(report.atlas, "article", LATER)
    assert said is not None
    assert bool(said.differing) is differs
    for one in said.differing:
        assert bool(one.when) == ("basis" in more)
        assert bool(one.place) == ("place" in more)


@pytest.mark.parametrize(
    ("told", "when", "place", "supplied"),
    [
        ("plan", "2025-10-27", None, [("when", "Sun 26 Oct 2025")]),
        ("wire", "2025-10-27", None, []),  # the same report gave both
        ("plan", "2025-10-26", None, []),
        ("plan", None, "tokyo", [("place", "Kuala Lumpur")]),
        ("plan", "2025-10-27", "tokyo", [("place", "Kuala Lumpur")]),  # days in two zones aren't compared
        ("plan", None, "suburb", []),  # which may lie in the city
    ],
)
def test_where_reports_differ_from_one_another(
    told: str, when: str | None, place: str | None, supplied: list[tuple[str, str]]
) -> None:
    """The date or the place that one report gave, by its name, beside what others say became of it."""
    tour = sound()
    tour["places"]["suburb"] = {**tour["places"]["kl"], "name": "A suburb", "at": ["3.3", "101.7"]}
    outcome = {"status": "happened", "says": "So.", "from": ["wire"], "when": when, "place": place}
    dinner = tour["stops"][0]["events"][1]
    dinner |= {"place": "kl", "basis": {"when": told, "place": told}}
    dinner["outcome"] = {key: value for key, value in outcome.items() if value}
    report = checked(tour)
    assert report.atlas is not None, report.findings
    said = others(report.atlas, "article", LATER)
    assert said is not None
    assert [(one.what, one.text) for pair in said.differing for one in pair.supplied] == supplied
    html = article_html(report.atlas, "article", LATER)
    for what, text in supplied:
        start = "Date" if what == "when" else "Place"
        assert f"{start} that isn’t in the article: {text}" in html
        assert 'href="https://example.org/plan"' in html


def test_a_stop_whose_place_reports_tell_otherwise() -> None:
    """It has no statements of its own; what its place rests on is linked."""
    said = seen({"status": "happened", "place": "tokyo"}, on="stop")
    assert said is not None
    (one,) = said.differing
    assert (one.link.words, one.place, one.said) == ("Kuala Lumpur", "Kuala Lumpur", ())
    assert one.outcome.place == "Tokyo"
    assert [link.words for link in one.grounds] == ["line 3"]
    assert said.counts == ()
    assert said.untold == said.events == 3


def test_hostile_text_stays_text() -> None:
    """Of the outcome, of the report, of the statement."""
    bad = "<img src=x onerror=alert(1)> {0} {name} ${x}"
    tour = sound()
    dinner = tour["stops"][0]["events"][1]
    dinner["title"], dinner["short"] = bad, "<b>x</b>"
    dinner["claims"][0]["says"] = bad
    tour["sources"]["wire"] |= {"publisher": bad, "title": bad}
    tour["delegations"]["hosts"]["name"] = bad
    dinner["claims"][0]["by"] = "hosts"
    dinner["outcome"] = {"status": "changed", "says": bad, "note": bad, "from": ["wire"]}
    report = checked(tour)
    assert report.atlas is not None, report.findings
    html = article_html(report.atlas, "article", LATER)
    assert "<img" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt; {0} {name} ${x}") >= 7
