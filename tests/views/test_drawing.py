"""What the map tells of a stop: names, days and signs, each of its own view."""

from __future__ import annotations

import pytest

from tests.views.tours import with_stop
from touratlas.check import Atlas
from touratlas.model import Outcome
from touratlas.views.drawing import label_size, stop_days, view_data
from touratlas.words import OutcomeStatus, View


def test_days_as_reports_tell_them(real: Atlas) -> None:
    """In the later view Tokyo's days are the reports', no longer the curator's; in the article's they are."""
    tokyo = real.tour.stops[1]
    days = stop_days(real.tour, tokyo, View.ARTICLE)
    assert (days.text, days.curated, days.later) == ("Mon 27 – Tue 28 Oct", True, False)
    later = stop_days(real.tour, tokyo, View.LATER)
    assert (later.text, later.curated, later.later) == ("Mon 27 – Tue 28 Oct", False, True)
    shown = view_data(real.tour, View.LATER)["stops"][1]
    assert (shown["when"], shown["whenCurated"], shown["whenLater"]) == (later.text, False, True)
    assert "Mon 27 – Tue 28 Oct, as later reports say" in shown["label"]


def test_the_article_view_has_no_reported_days(real: Atlas) -> None:
    """Days of an outcome are in no part of the article's data, neither on labels nor in their size."""
    outcome = Outcome(status=OutcomeStatus.HAPPENED, says="Told.", when="2025-11-03T09:00")
    tour = with_stop(real.tour, 1, outcome=outcome)
    assert view_data(tour, View.ARTICLE) == view_data(real.tour, View.ARTICLE)
    assert view_data(tour, View.LATER)["stops"][1]["when"] == "Mon 3 Nov"


@pytest.mark.parametrize("status", [OutcomeStatus.UNKNOWN, OutcomeStatus.NOT_HAPPENED])
def test_without_reported_days_the_article_stands(real: Atlas, status: OutcomeStatus) -> None:
    """Where reports give no days, the label keeps the article's, as the article's."""
    tour = with_stop(real.tour, 1, outcome=Outcome(status=status, says="Told."))
    assert stop_days(tour, tour.stops[1], View.LATER) == stop_days(tour, tour.stops[1], View.ARTICLE)


def test_days_that_the_article_says_stay_its_own(invented: Atlas) -> None:
    """Where reports say the same days as the article itself, they are nothing learned afterwards."""
    number = next(at for at, stop in enumerate(invented.tour.stops) if stop.id == "pago-pago")
    stop = invented.tour.stops[number]
    assert stop.outcome is not None
    assert stop.outcome.when is not None
    days = stop_days(invented.tour, stop, View.LATER)
    assert (days.curated, days.later) == (False, False)


def test_a_label_has_room_for_days_that_only_reports_tell(invented: Atlas) -> None:
    """A stop without days in the article has a line for them in the later view."""
    number = next(at for at, stop in enumerate(invented.tour.stops) if stop.when is None)
    stop = invented.tour.stops[number]
    heights = [label_size(invented.tour, stop, view, dates=True)[1] for view in (View.ARTICLE, View.LATER)]
    assert heights[1] == 2 * heights[0]
    assert view_data(invented.tour, View.LATER)["stops"][number]["when"]
