"""The data frame of the API, compared with the model."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest

from tests.conftest import ROOT
from touratlas.check import Atlas
from touratlas.errors import UsageError
from touratlas.frame import frame
from touratlas.words import View


def test_one_row_an_event(atlas: Atlas) -> None:
    """Titles and claims as they stand, days and degrees as values to calculate with."""
    table = frame(atlas)
    events = [event for _, event in atlas.tour.events()]
    assert list(table.index) == [event.id for event in events]
    assert list(table["title"]) == [event.title for event in events]
    assert list(table["status"]) == [event.status.value for event in events]
    for event in events:
        first = table.loc[event.id, "first_day"]
        known = event.when.earliest if event.when else None
        assert pd.isna(first) if known is None else first == pd.Timestamp(known)  # type: ignore[arg-type]
    assert table["latitude"].dtype == table["longitude"].dtype == "float64"
    assert table["lead"].dtype == bool


def test_times_are_instants(invented: Atlas) -> None:
    """Only where there is a time: a day is no midnight."""
    table = frame(invented)
    assert table.loc["suva-talks", "utc_start"] == pd.Timestamp("2031-05-03T21:00Z")
    assert pd.isna(table.loc["suva-greeting", "utc_start"])  # type: ignore[arg-type]


def test_the_two_views(atlas: Atlas) -> None:
    """Outcomes are in the later view alone."""
    assert not any("outcome" in name for name in frame(atlas).columns)
    later = frame(atlas, View.LATER)
    told = {event.id: event.outcome.status.value if event.outcome else "" for _, event in atlas.tour.events()}
    assert dict(later["outcome"]) == told


def test_without_pandas(real: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is said."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="pandas is not installed"):
        frame(real)


def test_pandas_is_loaded_when_a_frame_is_asked_for() -> None:
    """Not by importing the module, and not by the exports."""
    code = "import sys, touratlas.frame, touratlas.exports; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
