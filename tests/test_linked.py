"""Linked data in the words of schema.org: what snapshot and export share."""

from __future__ import annotations

from typing import Any

import pytest

from tests.views.tours import with_stop
from touratlas.check import Atlas
from touratlas.dates import parse_when
from touratlas.linked import linked_events, linked_tour
from touratlas.words import Status, View


def events(atlas: Atlas, view: View, *, evidence: bool) -> dict[str, dict[str, Any]]:
    """The events by our ids."""
    made = linked_events(atlas, view, lambda one: one.id, evidence=evidence)
    return {one["@id"]: one for one in made}


def test_short_and_long_agree(atlas: Atlas) -> None:
    """What a page has is part of what the export has."""
    short, long = (events(atlas, View.LATER, evidence=flag) for flag in (False, True))
    for name, one in short.items():
        for key in ("name", "eventStatus", "startDate", "disambiguatingDescription"):
            assert one.get(key) == long[name].get(key)
        texts = [claim["text"] for claim in long[name]["subjectOf"]]
        assert [claim["text"] for claim in one["subjectOf"]] == texts[: len(one["subjectOf"])]
        assert not any(key.startswith("ta:") for key in one)


def test_event_status(real: Atlas, invented: Atlas) -> None:
    """Scheduled what the article reports or expects, nothing of what is only possible; other words by reports alone."""
    for name, one in events(real, View.ARTICLE, evidence=True).items():
        possible = (
            next(event.status for _, event in real.tour.events() if event.id == name) is Status.POSSIBLE
        )
        assert one.get("eventStatus") == (None if possible else "https://schema.org/EventScheduled")
    told = {
        name: one.get("eventStatus", "") for name, one in events(invented, View.LATER, evidence=True).items()
    }
    assert told["suva-signing"].endswith("/EventCancelled")
    assert told["apia-inspection"].endswith("/EventRescheduled")
    assert told["apia-arrival"].endswith("/EventScheduled")
    assert told["papeete-speech"] == ""  # possible, and no report was found


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("2031-05-01", "2031-05-01", None),
        ("2031-05-01T19:00~", "2031-05-01", None),
        ("2031-05-01T19:00", "2031-05-01T19:00", None),
        ("2031-05-01?", None, None),
        ("2031-05-01/2031-05-03", "2031-05-01", "2031-05-03"),
        ("2031-05-01T10:00/11:00", "2031-05-01T10:00", "2031-05-01T11:00"),
        ("2031-05-01/..", "2031-05-01", None),
        ("2031-05-01?/2031-05-03", None, "2031-05-03"),
        ("2031-05-1X", None, None),
        ("2031-05-1X/2031-06", None, "2031-06"),
        ("2031-05", "2031-05", None),
    ],
)
def test_dates(invented: Atlas, when: str, start: str | None, end: str | None) -> None:
    """Dates of schema.org are sure; what isn't has only our own term."""
    from dataclasses import replace

    event = invented.tour.stops[0].events[0].model_copy(update={"when": parse_when(when)})
    changed = replace(invented, tour=with_stop(invented.tour, 0, events=(event,)))
    made = events(changed, View.ARTICLE, evidence=True)[event.id]
    assert (made.get("startDate"), made.get("endDate"), made["ta:when"]) == (start, end, when)


def test_no_truth_is_rated(atlas: Atlas) -> None:
    """No ClaimReview and no rating anywhere."""
    assert "Review" not in str(linked_tour(atlas, View.LATER))
    assert "ating'" not in str(linked_tour(atlas, View.LATER))
