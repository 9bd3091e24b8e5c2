"""The plan of a lesson on paper: three paths, every question with its answer, the glossary; read back by pypdf."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.lesson.lessons import bare, lesson
from tests.paper import reading
from tests.paper.reading import squeezed
from tests.paper.secrets import shown
from tests.views.tours import rewritten
from touratlas.check import Atlas
from touratlas.errors import UsageError
from touratlas.exports import Options, Paper, formats_of
from touratlas.exports.lesson import make, warnings


@pytest.mark.parametrize("paper", Paper)
def test_all_of_the_lesson_is_in_it(atlas: Atlas, paper: Paper) -> None:
    """Aims, each part of each path by its minutes, questions with answers, guesses with outcomes, glossary."""
    made = lesson(atlas)
    found = reading.text(make(atlas, Options(paper=paper)))
    for aim in made.aims:
        assert shown(aim) in found
    for path in made.paths:
        assert f"{path.minutes}minutes" in found
        for part in path.parts:
            assert f"{part.start}–{part.end}{shown(part.does)}" in found
    for term, text in made.glossary:
        assert f"{shown(term)}:{shown(text)}" in found


def test_all_answers_are_in_it(atlas: Atlas) -> None:
    """Behind their questions, with the passages and the reports that they rest on."""
    made = lesson(atlas)
    found = reading.text(make(atlas, Options()))
    for one in made.questions:
        assert shown(one.card.ask) in found
        assert f"Answer:{shown(one.card.answer)}" in found
        assert all(shown(passage.whole) in found for passage in (*one.card.shown, *one.card.passages))
    for guess in made.guesses:
        assert shown(guess.pair.title) in found
        assert shown(guess.pair.outcome.says) in found
        assert all(squeezed(report.url) in found for report in guess.pair.outcome.reports)


def test_it_is_tagged(atlas: Atlas) -> None:
    """PDF/UA-1, with tables whose heads are heads, and headings in order."""
    made = make(atlas, Options())
    reader = PdfReader(io.BytesIO(made))
    root: Any = reader.root_object
    assert root["/Lang"] == atlas.tour.tour.language
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_object().get_data()
    tags = [one["/S"] for one in reading.structure(made)]
    assert tags.count("/Table") == 4
    assert tags.count("/TH") >= 12
    assert next(tag for tag in tags if tag[:2] == "/H" and tag[2:].isdigit()) == "/H1"


def test_one_stop_and_nothing_else() -> None:
    """Three paths, and no empty chapter."""
    found = reading.text(make(bare(), Options()))
    assert "45minutes" in found
    assert "Glossary" not in found
    assert "Questionswithanswers" not in found
    assert "Plannedandhappened" not in found


def test_it_is_the_teachers() -> None:
    """It can't be made for students, since it has the answers."""
    with pytest.raises(UsageError, match="lesson"):
        formats_of("lesson", students=True)
    assert "lesson" not in {form.name for form in formats_of("all", students=True)}


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    """What typst would read as code stands there letter by letter."""
    atlas = rewritten(
        tmp_path, lambda _key, value: f"{reading.PAYLOADS[1]} {reading.PAYLOADS[2]} {value}"[:119]
    )
    found = reading.text(make(atlas, Options()))
    for term in atlas.tour.glossary:
        assert shown(term) in found
    assert shown(atlas.tour.lesson.age or "") in found
    assert squeezed(reading.PAYLOADS[1]) in found


def test_a_missing_glyph_is_a_warning(invented: Atlas, real: Atlas) -> None:
    """Of what is in the plan."""
    assert "U+" in warnings(invented, Options())[0]
    assert warnings(real, Options()) == ()
