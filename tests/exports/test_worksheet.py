"""The worksheet: all questions with room to write, and nothing that gives an answer away."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.conftest import ROOT
from tests.paper import reading
from tests.paper.reading import squeezed
from tests.paper.secrets import assert_kept, secrets_of, shown
from tests.views.tours import rewritten
from touratlas.check import Atlas, open_tour
from touratlas.exports import Options, Paper
from touratlas.exports.worksheet import make, warnings
from touratlas.paper.found import found_tasks
from touratlas.paper.tasks import chapters
from touratlas.words import Status

MINIMAL = ROOT / "tests" / "tours" / "minimal.yaml"


@pytest.mark.parametrize("paper", Paper)
def test_all_that_is_asked_is_in_it(atlas: Atlas, paper: Paper) -> None:
    """The questions by number, the exercises with their passages and the entries that these cite, what was expected."""
    found = reading.text(make(atlas, Options(paper=paper)))
    asked = [question.ask for stop in atlas.tour.stops for question in stop.questions]
    for number, ask in enumerate(asked, 1):
        assert f"{number}.{shown(ask)}" in found
    exercises = chapters(atlas, found_tasks(atlas))[-1].tasks
    for number, task in enumerate(exercises, len(asked) + 1):
        assert f"{number}.{shown(task.ask)}" in found
        for passage in task.shown:
            assert f"{shown(passage.whole)}(line{passage.line}," in found
        for one in task.cited:
            assert shown(f"[{one.label}]{one.reference}") in found
    for _, event in atlas.tour.events():
        if event.status is not Status.REPORTED:
            assert shown(event.title) in found


def test_no_answer_outcome_report_or_note_is_in_it(atlas: Atlas) -> None:
    """For whomever it is made."""
    told = [task.answer for chapter in chapters(atlas, found_tasks(atlas)) for task in chapter.tasks]
    for options in (Options(), Options(students=True)):
        assert_kept(reading.whole(make(atlas, options)), secrets_of(atlas) + told)


def test_what_the_audit_finds_is_asked(real: Atlas) -> None:
    """As exercises, each with the line to be found by; the reason is in the answer key alone."""
    found = reading.text(make(real, Options()))
    assert shown("Look both names up. Which one exists?") in found
    assert shown("(line 14, under “Complexities of the 2025 U.S.-Asia Diplomatic Tour”)") in found
    assert "Probable" not in found
    assert "\ufffd" not in found


def test_it_has_few_pages(atlas: Atlas) -> None:
    """What a teacher may copy for a class."""
    assert len(PdfReader(io.BytesIO(make(atlas, Options()))).pages) <= 6


def test_a_tour_whose_article_is_in_order() -> None:
    """The worksheet of a tour without findings has its map, and no empty headings."""
    found = reading.text(make(open_tour(MINIMAL), Options()))
    assert "Themap" in found
    assert "Checkthesource" not in found


def test_the_map_is_to_be_filled_in(real: Atlas) -> None:
    """The stops are named in the order of the alphabet, and its description tells nothing."""
    made = make(real, Options())
    assert "Gyeongju·KualaLumpur·MeetingwithXi?·Tokyo" in reading.text(made)
    (figure,) = [one for one in reading.structure(made) if one["/S"] == "/Figure"]
    assert "without names" in figure["/Alt"]


def test_it_is_tagged(atlas: Atlas) -> None:
    """PDF/UA-1, with a title that says what it is."""
    reader = PdfReader(io.BytesIO(make(atlas, Options())))
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == atlas.tour.tour.language
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_object().get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == f"{atlas.tour.tour.title} – worksheet"


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    """What typst would read as code stands there letter by letter."""
    atlas = rewritten(tmp_path, lambda _key, value: f"{reading.PAYLOADS[1]} {reading.PAYLOADS[2]} {value}")
    found = reading.text(make(atlas, Options()))
    for stop in atlas.tour.stops:
        for question in stop.questions:
            assert shown(question.ask) in found
    assert squeezed(reading.PAYLOADS[1]) in found


def test_a_missing_glyph_is_a_warning(invented: Atlas, real: Atlas) -> None:
    """Of what is on the worksheet."""
    assert "U+" in warnings(invented, Options())[0]
    assert warnings(real, Options()) == ()
