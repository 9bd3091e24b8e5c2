"""Outcomes: shown in the later view only, with sign, words and reports."""

from __future__ import annotations

from tests.views.tours import with_tour
from touratlas.check import Atlas
from touratlas.model import Background, Outcome
from touratlas.views.outcomes import ReportView, has_outcomes, outcome_view
from touratlas.words import View


def test_nothing_in_the_articles_view(atlas: Atlas) -> None:
    """An outcome gives nothing at all in the article's view, and neither does none in the later one."""
    for _, event in atlas.tour.events():
        assert outcome_view(atlas.tour, event.outcome, View.ARTICLE) is None
    assert outcome_view(atlas.tour, None, View.LATER) is None


def test_what_reports_say(real: Atlas) -> None:
    """In the later view it has its sign and words, its day and place, and each report by its name and address."""
    (arrival,) = (event for _, event in real.tour.events() if event.id == "arrival")
    view = outcome_view(real.tour, arrival.outcome, View.LATER)
    assert view is not None
    assert (view.sign, view.words) == ("✓", "took place")
    assert view.when == "Sun 26 Oct 2025, about 10:00, Kuala Lumpur International Airport time"
    assert view.place == "Kuala Lumpur International Airport"
    assert view.reports[0] == ReportView(
        "PUKmedia",
        "U.S. President Begins ASEAN Summit in Malaysia",
        "https://pukmedia.com/EN/Details/79467",
        "Sun 26 Oct 2025",
    )
    assert (view.reports[1].title, view.reports[1].published) == ("", "")


def test_the_least_that_there_can_be(invented: Atlas) -> None:
    """An outcome of which nothing is known has its sign and no text; a day alone names no zone and no midnight."""
    (speech,) = (event for _, event in invented.tour.events() if event.id == "papeete-speech")
    view = outcome_view(invented.tour, speech.outcome, View.LATER)
    assert view is not None
    assert (view.sign, view.says, view.note, view.when, view.place, view.reports) == ("?", "", "", "", "", ())
    day = Outcome.model_validate({"status": "happened", "says": "So.", "when": "2031-05-09", "place": "suva"})
    shown = outcome_view(invented.tour, day, View.LATER)
    assert shown is not None
    assert shown.when == "Fri 9 May 2031"


def test_an_article_may_report_too(invented: Atlas) -> None:
    """Where a later article is the source, it is named by its publisher, or by its title where it has none."""
    article = invented.tour.articles()["article"]
    outcome = Outcome.model_validate({"status": "happened", "says": "So.", "from": ["article"]})
    for publisher, expected in ((article.publisher, "Touratlas tests"), (None, article.title)):
        sources = {**invented.tour.sources, "article": article.model_copy(update={"publisher": publisher})}
        view = outcome_view(invented.tour.model_copy(update={"sources": sources}), outcome, View.LATER)
        assert view is not None
        assert view.reports[0].publisher == expected


def test_whether_there_is_a_second_view(atlas: Atlas) -> None:
    """A tour without any outcome has none; one of a stop, a leg or an event is enough."""
    tour = atlas.tour
    assert has_outcomes(tour)
    stops = tuple(
        stop.model_copy(
            update={
                "outcome": None,
                "events": tuple(event.model_copy(update={"outcome": None}) for event in stop.events),
            }
        )
        for stop in tour.stops
    )
    legs = tuple(leg.model_copy(update={"outcome": None, "events": ()}) for leg in tour.legs)
    bare = with_tour(atlas, stops=stops, legs=legs, background=Background()).tour
    assert not has_outcomes(bare)
    for key in ("stops", "legs", "background"):
        assert has_outcomes(bare.model_copy(update={key: getattr(tour, key)}))
