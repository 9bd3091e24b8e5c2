"""TimelineJS's JSON without a browser: dates as exact as they are known, and nothing lost (tests/browser shows it)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.views.tours import with_stop
from touratlas.check import Atlas
from touratlas.dates import Endpoint, parse_when
from touratlas.exports import Options
from touratlas.exports.timelinejs import make
from touratlas.words import View


def read(atlas: Atlas, view: View = View.ARTICLE) -> dict[str, Any]:
    """The file."""
    made: dict[str, Any] = json.loads(make(atlas, Options(view=view)))
    return made


def slides(atlas: Atlas, view: View = View.ARTICLE) -> dict[str, dict[str, Any]]:
    """The events' slides by id."""
    return {one["unique_id"]: one for one in read(atlas, view)["events"]}


def test_what_has_a_date_is_a_slide(atlas: Atlas) -> None:
    """In a group by stop, with its date in words; the title names the others."""
    found, title = slides(atlas), read(atlas)["title"]["text"]["text"]
    for _, event in atlas.tour.events():
        dated = event.when is not None and isinstance(event.when.start, Endpoint)
        assert (event.id in found) == dated
        assert dated or event.title.partition("’")[0] in title
    for slide in found.values():
        assert slide["display_date"]
        assert slide["text"]["headline"]


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("2031", {"year": 2031}, None),
        ("2031-04", {"year": 2031, "month": 4}, None),
        ("2031-04-2X", {"year": 2031, "month": 4}, None),
        ("2031-XX-XX", {"year": 2031}, None),
        ("2031-04-02T19:30", {"year": 2031, "month": 4, "day": 2, "hour": 19, "minute": 30}, None),
        (
            "2031-04-02/2031-05",
            {"year": 2031, "month": 4, "day": 2},
            {"year": 2031, "month": 5},
        ),
        ("2031-04-02/..", {"year": 2031, "month": 4, "day": 2}, None),
    ],
)
def test_dates(invented: Atlas, when: str, start: dict[str, int], end: dict[str, int] | None) -> None:
    """A month is a month and not its first day."""
    event = invented.tour.stops[0].events[0].model_copy(update={"when": parse_when(when)})
    changed = replace(invented, tour=with_stop(invented.tour, 0, events=(event,)))
    slide = slides(changed)[event.id]
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


def test_the_article_stops(atlas: Atlas) -> None:
    """An era begins on the day after its last."""
    (era,) = read(atlas)["eras"]
    edge = atlas.tour.tour.as_of.latest
    start = era["start_date"]
    assert edge is not None
    assert (start["year"], start["month"], start["day"] - 1) == (edge.year, edge.month, edge.day)


def test_status_and_outcome_are_told(atlas: Atlas) -> None:
    """In words; outcomes in the later view with their reports."""
    early, late = slides(atlas), slides(atlas, View.LATER)
    for _, event in atlas.tour.events():
        if event.id in early:
            assert "Status: " in early[event.id]["text"]["text"]
            assert "What happened" not in early[event.id]["text"]["text"]
            assert ("What happened" in late[event.id]["text"]["text"]) == (event.outcome is not None)
