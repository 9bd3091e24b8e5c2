"""The table of events: the same columns in every row."""

from __future__ import annotations

from touratlas.check import Atlas
from touratlas.record import event_table
from touratlas.words import View


def test_rows_have_the_same_columns(atlas: Atlas) -> None:
    """In the same order; the later view has more at the end."""
    early, late = event_table(atlas, View.ARTICLE), event_table(atlas, View.LATER)
    columns = list(early[0])
    assert all(list(row) == columns for row in early)
    assert all(list(row)[: len(columns)] == columns for row in late)
    assert {name for name in late[0] if name not in columns} == {
        *("outcome", "outcome_words", "outcome_says", "outcome_note"),
        *("outcome_when", "outcome_place", "outcome_reports"),
    }


def test_days_and_instants(invented: Atlas) -> None:
    """A day has no instant, a time has both."""
    rows = {row["id"]: row for row in event_table(invented, View.ARTICLE)}
    dinner, greeting, cables = (rows[name] for name in ("suva-dinner", "suva-greeting", "suva-cables"))
    assert (dinner["first_day"], dinner["utc_start"]) == ("2031-05-04", "2031-05-04T07:30:00Z")
    assert (greeting["first_day"], greeting["utc_start"]) == ("2031-05-03", "")
    assert (cables["first_day"], cables["when_shown"]) == ("", "")
