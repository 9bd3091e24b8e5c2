"""CSV read by pandas, and compared with the model."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exports.hostile import nasty, poisoned
from touratlas.check import Atlas
from touratlas.exports import Options
from touratlas.exports.csv import make, safe
from touratlas.words import View


def table(atlas: Atlas, view: View = View.ARTICLE) -> Any:
    """The table as pandas reads it, by the events' ids; every cell is text."""
    data = make(atlas, Options(view=view))
    read = pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False).set_index("id")
    assert read.index.is_unique
    return read


def test_one_row_an_event(atlas: Atlas) -> None:
    """Each event once, in order, with title, status, date, place and claims as in the model."""
    rows = table(atlas)
    events = {event.id: (path, event) for path, event in atlas.tour.events()}
    assert list(rows.index) == list(events)
    for name, (path, event) in events.items():
        row = rows.loc[name]
        assert (row["title"], row["kind"], row["status"]) == (event.title, event.kind, event.status)
        assert row["lead"] == str(event.lead).lower()
        assert row["when"] == (event.when.text if event.when else "")
        assert row["uncertain"] == str(bool(event.when and event.when.uncertain)).lower()
        assert row["claims"].split("\n") == [claim.says for claim in event.claims]
        assert row["topics"] == "; ".join(atlas.tour.topics[one] for one in event.topics)
        place = event.place or (atlas.tour.stops[int(path[1])].place if path[0] == "stops" else "")
        assert row["place"] == place
        if place:
            assert (float(row["latitude"]), float(row["longitude"])) == atlas.tour.places[place].at


def test_evidence_is_in_it(atlas: Atlas) -> None:
    """Every quote verbatim, and the direct citations with their references."""
    rows = table(atlas)
    for _, event in atlas.tour.events():
        row = rows.loc[event.id]
        held = [quote for one in atlas.evidence.of_event(event.id) for quote in one.quotes]
        for quote in held:
            assert quote.passage.quote.of(atlas.articles[quote.source].text) in row["quotes"]
        labels = dict.fromkeys(one.label for quote in held for one in quote.direct)
        assert row["citations"] == "; ".join(labels)
        assert all(
            one.reference.text in row["references"] for quote in held for one in quote.direct if one.reference
        )


def test_outcomes_have_columns_in_the_later_view_alone(atlas: Atlas) -> None:
    """With status, words and reports."""
    assert [name for name in table(atlas).columns if "outcome" in name] == []
    rows = table(atlas, View.LATER)
    for _, event in atlas.tour.events():
        row = rows.loc[event.id]
        assert row["outcome"] == (event.outcome.status if event.outcome else "")
        if event.outcome:
            assert row["outcome_says"] == (event.outcome.says or "")
            assert all(
                (atlas.tour.sources[one].url or "") in row["outcome_reports"] for one in event.outcome.from_
            )


def test_spreadsheets_find_their_way(real: Atlas) -> None:
    """A byte order mark for Excel, lines as RFC 4180 has them."""
    data = make(real, Options())
    assert data.startswith(b"\xef\xbb\xbfid,title,")
    assert data.endswith(b"\r\n")


@given(st.text(max_size=20))
def test_no_text_is_a_formula(value: str) -> None:
    """A text that begins as formulas do gets an apostrophe, every other stays as it is."""
    made = safe(value)
    assert not made.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert made in (value, f"'{value}")
    assert (made == value) == (not value.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")))


def test_numbers_are_no_formulas() -> None:
    """A southern latitude keeps its sign and stays a number."""
    assert [safe(-18.1416), safe(0.0), safe(True)] == ["-18.1416", "0.0", "true"]


@pytest.mark.parametrize("make_tour", [poisoned, nasty])
def test_hostile_text_stays_text(make_tour: Any, tmp_path: Path) -> None:
    """Every title comes back, with an apostrophe where it would be a formula."""
    atlas = make_tour(tmp_path)
    rows = table(atlas, View.LATER)
    events = [event for _, event in atlas.tour.events()]
    assert [rows.loc[event.id]["title"].removeprefix("'") for event in events] == [
        event.title for event in events
    ]
    for column in set(rows.columns) - {"latitude", "longitude"}:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in rows[column])
