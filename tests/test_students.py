"""Protects a lesson: what students get holds no answer, outcome, later report or note, and all else."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from tests.paper.secrets import answers_of, assert_kept, late_publishers, outcomes_of, secrets_of
from touratlas.check import Atlas
from touratlas.exports import Options
from touratlas.exports.html import make
from touratlas.interface import word
from touratlas.model import ArticleSource, Lesson
from touratlas.students import for_students


def test_nothing_of_it_is_left_in_the_tour(atlas: Atlas) -> None:
    """No text of the secret ones is anywhere in the model; places that only outcomes name are gone."""
    found = for_students(atlas)
    assert secrets_of(atlas)
    assert set(secrets_of(found)) <= {word("students_unnamed")}
    assert outcomes_of(found) == []
    only_later = {one.place for one in outcomes_of(atlas)} - {event.place for _, event in atlas.tour.events()}
    only_later -= {stop.place for stop in atlas.tour.stops}
    assert only_later.isdisjoint(found.tour.places)


def test_all_else_is_as_it_was(atlas: Atlas) -> None:
    """Stops, events, claims with their passages, dates with their grounds, questions, articles."""
    found = for_students(atlas)
    assert [stop.id for stop in found.tour.stops] == [stop.id for stop in atlas.tour.stops]
    events = [(path, event.id, event.when, event.status) for path, event in atlas.tour.events()]
    assert [(path, event.id, event.when, event.status) for path, event in found.tour.events()] == events
    held = [(claim.id, claim.quotes) for claim in atlas.evidence.claims]
    assert [(claim.id, claim.quotes) for claim in found.evidence.claims] == held
    for path, ground in atlas.evidence.grounds.items():
        if "questions" not in path:
            assert found.evidence.grounds[path] == ground
    asked = [question.ask for stop in atlas.tour.stops for question in stop.questions]
    assert [question.ask for stop in found.tour.stops for question in stop.questions] == asked
    articles = [source for source in atlas.tour.sources.values() if isinstance(source, ArticleSource)]
    assert [found.tour.articles()[key].file for key in atlas.tour.articles()] == [
        one.file for one in articles
    ]


def test_the_glossary_stays_but_for_terms_of_what_is_secret(real: Atlas) -> None:
    """A term that stands in an outcome alone would tell of it; what the curator aims at may tell as well."""
    assert for_students(real).tour.glossary == real.tour.glossary != {}
    more = {**real.tour.glossary, "Gimhae": "A place in Busan.", "one-year arrangement": "For a year."}
    told = replace(
        real, tour=real.tour.model_copy(update={"glossary": more, "lesson": Lesson(aims=("Xi came",))})
    )
    found = for_students(told).tour
    assert found.glossary == real.tour.glossary
    assert found.lesson == Lesson()


def test_later_reports_have_no_name(real: Atlas) -> None:
    """A date that one of them supplied says that it is from a report, and not whose or of which day; what was
    announced beforehand keeps its publisher; what supplied nothing is gone.
    """
    assert {"The Japan News (Yomiuri)", "The Free Press Journal (ANI)"} <= {
        source.publisher for source in real.tour.sources.values()
    }
    found = for_students(real)
    told = {
        (source.kind, source.publisher, source.published)
        for source in found.tour.sources.values()
        if source.kind != "article"
    }
    assert ("report", "a publisher not named here", None) in told
    assert "The Free Press Journal (ANI)" in {publisher for _, publisher, _ in told}
    assert set(late_publishers(real)).isdisjoint({publisher for _, publisher, _ in told})
    assert len([one for one in found.tour.sources if one.startswith("report")]) == 1
    made = html.unescape(make(real, Options(students=True)).decode("utf-8"))
    assert "supplied from a report by a publisher not named here" in made
    assert "Yomiuri" not in made


def test_the_snapshot_for_students(atlas: Atlas) -> None:
    """Reading its source reveals nothing; the questions stand there without a place for their answers."""
    made, plain = (_unmarked(make(atlas, Options(students=students))) for students in (True, False))
    assert_kept(made.replace(" ", ""), [text for text in secrets_of(atlas) if text])
    assert [text for text in secrets_of(atlas) if text in made] == []
    assert [text for text in answers_of(atlas) if text not in plain] == []
    assert 'id="later"' not in made
    assert "<li data-of=" not in made
    for stop in atlas.tour.stops:
        for question in stop.questions:
            assert question.ask in made
    assert made.count("ta-answer") < plain.count("ta-answer") or not answers_of(atlas)


def _unmarked(page: bytes) -> str:
    """A page's source without the marks of the strip test, which stand inside texts."""
    return html.unescape(re.sub(r'<(span|tspan) class="ta-x">([^<]*)</\1>', r"\2", page.decode("utf-8")))
