"""Where sources disagree on a date or a place: both side by side, with their sources, in the later view alone."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest

from tests.tour_builder import DINNER, LANDED, checked, sound
from tests.views.html_tree import read
from touratlas.check import Atlas
from touratlas.students import for_students
from touratlas.views.article import article_html
from touratlas.views.article_accounts import Disagreeing
from touratlas.views.article_others import others
from touratlas.views.links import QueryLinks
from touratlas.words import View

LATER = QueryLinks("x", View.LATER)
OTHER = {"says": "It was elsewhere.", "from": "radio"}


def disputed(of: str, ground: dict[str, Any], what: str = "when", **source: Any) -> Atlas:
    """The small tour where a radio disagrees on the date or the place of a stop, a leg, or an event."""
    tour = sound()
    radio = {"kind": "schedule", "publisher": "A radio", "published": "2025-10-20"}
    tour["sources"]["radio"] = radio | source
    tour["background"] = {"events": [{**tour["stops"][0]["events"][1], "id": "apart"}]}
    dinner = tour["stops"][0]["events"][1]
    dinner["place"] = "kl"
    dinner["basis"] = {"when": "plan", "place": "plan"}
    holders = {"stop": tour["stops"][0], "leg": tour["legs"][0], "event": dinner}
    holders["apart"] = tour["background"]["events"][0]
    holders[of]["basis"] = {**holders[of]["basis"], what: {**ground, "others": [OTHER]}}
    report = checked(tour)
    assert report.atlas is not None, report.findings
    return report.atlas


def row(atlas: Atlas) -> Disagreeing:
    """The one row that the article's page has of it."""
    said = others(atlas, "article", LATER)
    assert said is not None
    (one,) = said.disagreeing
    return one


@pytest.mark.parametrize(
    ("of", "what", "words", "to", "text"),
    [
        ("stop", "when", "Kuala Lumpur", "stop=kl", "Sun 26 – Mon 27 Oct 2025"),
        ("stop", "place", "Kuala Lumpur", "stop=kl", "Kuala Lumpur"),
        ("event", "when", "Dinner", "event=dinner", "Sun 26 Oct 2025"),
        ("event", "place", "Dinner", "event=dinner", "Kuala Lumpur"),
        ("apart", "when", "Dinner", "event=apart", "Sun 26 Oct 2025"),
        ("leg", "when", "Home → Kuala Lumpur", "stop=kl", "Sat 25 – Sun 26 Oct 2025"),
        ("leg", "place", "Home → Kuala Lumpur", "stop=kl", "Home"),
    ],
)
def test_whatever_has_a_basis(of: str, what: str, words: str, to: str, text: str) -> None:
    """A stop, a leg, an event of a stop or of none: the way to it, and what the tour follows."""
    atlas = disputed(of, {"from": "wire", "note": "Its own note."}, what)
    one = row(atlas)
    assert (one.link.words, one.what, one.text, one.note) == (words, what, text, "Its own note.")
    assert f"{to}&view=later" in one.link.href
    assert one.report is not None
    assert one.report.publisher == "A wire service"
    assert [(each.says, each.report.publisher, each.report.url) for each in one.others] == [
        ("It was elsewhere.", "A radio", "")
    ]


def test_what_the_tour_follows_is_told_with_its_source() -> None:
    """A report by name and address, the article by its passages, an inference by how it was made."""
    given = row(disputed("stop", {"from": "wire"}))
    assert given.report is not None
    assert (given.report.url, given.origin, given.in_article) == ("https://example.org/wire", "", False)
    told = row(disputed("event", {"from": "article", "quotes": [DINNER]}))
    assert (told.report, told.origin, told.in_article) == (None, "", True)
    assert [link.words for link in told.passages] == ["line 3"]
    inferred = row(disputed("stop", {"from": "inferred", "note": "The next day.", "quotes": [LANDED]}))
    assert (inferred.report, inferred.note, inferred.in_article) == (None, "", False)
    assert inferred.origin == "Not said in the article in this way; inferred by the curator. The next day."


def test_side_by_side_on_the_page() -> None:
    """Two columns; a source with an address is linked, one without is named."""
    tree = read(article_html(disputed("stop", {"from": "wire"}), "article", LATER))
    (item,) = tree.all(class_="ta-disagreeing")
    (left,), (right,) = item.all(class_="ta-said"), item.all(class_="ta-reported")
    assert "Date: Sun 26 – Mon 27 Oct 2025" in left.text
    assert [link.attrs["href"] for link in left.all("a")] == ["https://example.org/wire"]
    assert "It was elsewhere. Reported by A radio, Mon 20 Oct 2025" in " ".join(right.text.split())
    assert right.all("a") == []


def test_not_before_and_not_to_students(atlas: Atlas) -> None:
    """The section belongs to the later view; students have no accounts at all."""
    texts = [one.says for stop in atlas.tour.stops for one in accounts(stop)]
    assert texts
    for source in atlas.articles:
        assert all(text in unescape(article_html(atlas, source, LATER)) for text in texts)
        assert "ta-disagreeing" not in article_html(atlas, source, QueryLinks("x"))
        assert "ta-disagreeing" not in article_html(for_students(atlas), source, LATER)
    assert not [one for stop in for_students(atlas).tour.stops for one in accounts(stop)]


def accounts(stop: Any) -> list[Any]:
    """What other sources have in place of the dates and places of a stop and its events."""
    grounds = [ground for one in (stop, *stop.events) for ground in (one.basis.when, one.basis.place)]
    return [one for ground in grounds if ground for one in ground.others]


def test_an_event_of_another_article_is_left_to_its_page() -> None:
    """As with outcomes: what the article doesn't tell of isn't shown with it."""
    atlas = disputed("event", {"from": "plan"})
    assert others(atlas, "no-such-article", LATER) is None


def test_a_disagreement_alone_is_enough_for_the_later_view() -> None:
    """A tour without outcomes still has it, and an account from afterwards."""
    atlas = disputed("stop", {"from": "plan"}, kind="report", published="2025-10-30")
    assert "ta-disagreeing" in article_html(atlas, "article", LATER)


def test_hostile_text_stays_text() -> None:
    """What the other has, and its name."""
    bad = "<img src=x onerror=alert(1)> {0} {name} ${x}"
    tour = sound()
    tour["sources"]["radio"] = {"kind": "schedule", "publisher": bad}
    tour["stops"][1]["basis"]["place"] = {
        "from": "wire",
        "note": bad,
        "others": [{"says": bad, "from": "radio"}],
    }
    report = checked(tour)
    assert report.atlas is not None, report.findings
    html = article_html(report.atlas, "article", LATER)
    assert "<img" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt; {0} {name} ${x}") >= 3
