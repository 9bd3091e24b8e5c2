"""The slides, read back by zipfile and lxml: all of the tour is in them, in order, and the same everywhere."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.exports.kept import kept
from tests.paper import reading
from tests.paper.reading import squeezed
from tests.paper.secrets import answers_of, outcomes_of, secrets_of
from tests.views.tours import rewritten
from touratlas.check import Atlas
from touratlas.exports import Options
from touratlas.exports.pptx import make as made_anew
from touratlas.exports.pptx import warnings
from touratlas.words import View

make = kept(made_anew)
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LATER = Options(view=View.LATER)


class Deck:
    """A file as it is in the archive."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        assert self.archive.testzip() is None
        count = sum(name.startswith("ppt/slides/slide") for name in self.archive.namelist())
        self.slides = [self.part(f"ppt/slides/slide{number}.xml") for number in range(1, count + 1)]
        self.texts = [words(slide) for slide in self.slides]

    def part(self, name: str) -> etree._Element:
        """A part as elements."""
        return etree.fromstring(self.archive.read(name))

    def titles(self) -> list[str]:
        """The title of each slide."""
        return [words(shapes(slide)[0]) for slide in self.slides]

    def notes(self) -> str:
        """All notes, squeezed."""
        names = sorted(name for name in self.archive.namelist() if name.startswith("ppt/notesSlides/notes"))
        return squeezed("".join(words(self.part(name)) for name in names))

    def whole(self) -> str:
        """Every part that is text, squeezed."""
        parts = [name for name in self.archive.namelist() if name.endswith((".xml", ".rels"))]
        found = ["".join(self.part(name).itertext()) for name in parts]
        raw = [self.archive.read(name).decode() for name in parts]
        return squeezed("\n".join(found + raw))


def words(element: etree._Element) -> str:
    """The text in an element."""
    return "".join(one.text or "" for one in element.iter(f"{A}t"))


def shapes(slide: etree._Element) -> list[etree._Element]:
    """What stands on a slide, in the order in which it is read."""
    tree = slide.find(f".//{P}spTree")
    assert tree is not None
    return [one for one in tree if one.tag in {f"{P}sp", f"{P}pic"}]


def test_all_of_the_tour_is_in_it(atlas: Atlas) -> None:
    """Every event and reference on a slide, every question too, with its answer in the notes."""
    deck = Deck(make(atlas, Options()))
    shown, notes = squeezed("".join(deck.texts)), deck.notes()
    tour = atlas.tour
    assert deck.titles()[:2] == [tour.tour.title, "Timeline"]
    for _, event in tour.events():
        assert squeezed(event.title) in shown
    for article in atlas.articles.values():
        for entry in article.references:
            assert squeezed(entry.text) in shown
    for stop in tour.stops:
        for question in stop.questions:
            assert squeezed(question.ask) in shown
            assert squeezed(question.answer) in notes


def test_exercises_mark_the_words_in_question(real: Atlas) -> None:
    """A passage stands word for word, and the words that the question is about are bold."""
    deck = Deck(make(real, Options()))
    at = deck.titles().index("Check the source: Line 14")
    assert "Analysts such as Victor Cha from the Center for Calculated" in deck.texts[at]
    bold = [run for run in deck.slides[at].iter(f"{A}r") if run.find(f"{A}rPr[@b='1']") is not None]
    assert "Center for Calculated and International Studies" in [words(run) for run in bold]


def test_every_claim_has_its_citations(atlas: Atlas) -> None:
    """In the notes, or on the slide where it belongs to no event."""
    deck = Deck(make(atlas, Options()))
    found = squeezed("".join(deck.texts)) + deck.notes()
    for held in atlas.evidence.claims:
        assert squeezed(held.claim.says) in found
        cited = [citation.label for quote in held.quotes for citation in quote.direct]
        assert all(f"[{label}]" in found for label in cited)


def test_a_slide_or_more_for_every_stop_in_order(atlas: Atlas) -> None:
    """Each with the map, on which it is marked."""
    deck = Deck(make(atlas, Options()))
    for number, _ in enumerate(atlas.tour.stops, 1):
        own = [at for at, title in enumerate(deck.titles()) if title.startswith(f"{number}  ")]
        assert own
        for at in own:
            (picture,) = deck.slides[at].iter(f"{P}pic")
            described = picture.find(f".//{P}cNvPr")
            assert described is not None
            assert described.get("descr", "").startswith(f"Stop {number}, ")


def test_slides_can_be_read_aloud(atlas: Atlas) -> None:
    """A title each and no two the same; title, text, picture in this order; alternative texts; a language."""
    deck = Deck(make(atlas, LATER))
    titles = deck.titles()
    assert all(titles)
    assert len(set(titles)) == len(titles)
    for slide in deck.slides:
        first, *others = shapes(slide)
        kind = first.find(f".//{P}ph")
        assert kind is not None
        assert kind.get("type") in {"title", "ctrTitle"}
        tags = [one.tag for one in others]
        pictures = [at for at, tag in enumerate(tags) if tag == f"{P}pic"]
        assert pictures in ([], [len(tags) - 2])  # behind the text, before the slide's number
        for picture in slide.iter(f"{P}pic"):
            described = picture.find(f".//{P}cNvPr")
            assert described is not None
            assert len(described.get("descr", "")) > 40
        assert all(run.get("lang") == "en" for run in slide.iter(f"{A}rPr"))
        assert all(one.find(f".//{A}t") is not None for one in shapes(slide) if one.tag == f"{P}sp")


def test_it_is_wide_and_all_stands_on_it(real: Atlas) -> None:
    """16 to 9; nothing reaches beyond the slide, text and picture don't touch."""
    deck = Deck(make(real, Options()))
    size = deck.part("ppt/presentation.xml").find(f"{P}sldSz")
    assert size is not None
    wide, high = int(size.get("cx", "0")), int(size.get("cy", "0"))
    assert abs(wide / high - 16 / 9) < 0.001
    for slide in deck.slides:
        boxes = []
        for shape in shapes(slide):
            at, extent = shape.find(f".//{A}off"), shape.find(f".//{A}ext")
            if at is not None and extent is not None:
                x, y = int(at.get("x", "0")), int(at.get("y", "0"))
                boxes.append((x, y, x + int(extent.get("cx", "0")), y + int(extent.get("cy", "0"))))
        assert all(x >= 0 and y >= 0 and right <= wide and bottom <= high for x, y, right, bottom in boxes)
        if len(boxes) > 2:
            assert boxes[1][2] <= boxes[2][0]


def test_pictures_are_png_of_their_shape(real: Atlas) -> None:
    """Nothing is stretched, and there are enough pixels for a projector."""
    archive = Deck(make(real, Options())).archive
    pictures = [archive.read(name) for name in archive.namelist() if name.startswith("ppt/media/")]
    assert len(pictures) == len(real.tour.stops) + 2
    for data in pictures:
        assert data.startswith(b"\x89PNG")
        assert int.from_bytes(data[16:20]) >= 800


def test_what_happened_later_is_there_only_when_asked_for(atlas: Atlas) -> None:
    """With every outcome and its reports; else nowhere."""
    asked, plain = Deck(make(atlas, LATER)), Deck(make(atlas, Options()))
    later = squeezed(
        "".join(
            text
            for title, text in zip(asked.titles(), asked.texts, strict=True)
            if title.startswith("What happened")
        )
    )
    bare = plain.whole()
    assert "Whathappened" not in bare
    reports = asked.notes()
    asked_for = squeezed("".join(answers_of(atlas)))
    for outcome in outcomes_of(atlas):
        if outcome.says:
            assert squeezed(outcome.says) in later
            assert squeezed(outcome.says) not in bare or squeezed(outcome.says) in asked_for
        for name in outcome.from_:
            assert squeezed(atlas.tour.sources[name].url or "-") in reports


def test_students_get_no_answer_outcome_report_or_note(atlas: Atlas) -> None:
    """None of their texts is in any part of the file."""
    found = Deck(make(atlas, Options(students=True))).whole()
    assert squeezed(next(iter(atlas.tour.claims()))[1].says) in found  # what is looked for could be found
    for text in secrets_of(atlas):
        assert squeezed(text) not in found, text


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    """Markup and formulas stand there letter by letter; no part refers to anything outside."""
    payloads = ("<a:t>&amp;</a:t>", "]]><!--", "{=HYPERLINK(1)}", "&#x41;", "_x0041_", '" onclick="')
    numbers = iter(range(10**6))
    atlas = rewritten(tmp_path, lambda _key, value: f"{payloads[next(numbers) % len(payloads)]} {value}")
    deck = Deck(make(atlas, LATER))
    shown = squeezed("".join(deck.texts))
    for _, event in atlas.tour.events():
        assert squeezed(event.title) in shown
    for payload in payloads:
        assert squeezed(payload) in shown + deck.notes()
    for name in deck.archive.namelist():
        assert b'TargetMode="External"' not in deck.archive.read(name)


def test_it_tells_nothing_of_its_making(real: Atlas) -> None:
    """Its title, and the tour's date; no author, no picture of the template, names in order."""
    deck = Deck(make(real, Options()))
    core = deck.archive.read("docProps/core.xml").decode()
    assert real.tour.tour.title in core
    assert "2025-10-26T00:00:00Z" in core
    assert "Canny" not in core
    names = deck.archive.namelist()
    assert names == ["[Content_Types].xml", *sorted(set(names) - {"[Content_Types].xml"})]
    assert "docProps/thumbnail.jpeg" not in names
    assert {info.date_time for info in deck.archive.infolist()} == {(2025, 10, 26, 0, 0, 0)}


@pytest.mark.parametrize("students", [False, True])
def test_a_missing_glyph_of_a_picture_is_a_warning(invented: Atlas, real: Atlas, students: bool) -> None:
    """Text on slides isn't ours to set."""
    assert "U+" in warnings(invented, Options(students=students))[0]
    assert warnings(real, Options(students=students)) == ()


def test_payloads_of_paper_are_no_code_here_either(tmp_path: Path) -> None:
    """Pictures are set by typst as well."""
    atlas = rewritten(tmp_path, lambda _key, value: f"{reading.PAYLOADS[0]} {value}")
    assert squeezed(reading.PAYLOADS[0]) in squeezed("".join(Deck(make(atlas, Options())).texts))
