"""The handout: all of the tour is in it, literally, accessibly, and the same everywhere."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.conftest import INVENTED, REAL, ROOT
from tests.exports.kept import kept
from tests.paper import reading
from tests.paper.reading import squeezed
from tests.paper.secrets import assert_kept, outcomes_of, secrets_of, shown
from tests.views.tours import rewritten
from touratlas.check import Atlas
from touratlas.errors import UsageError
from touratlas.exports import Options, Paper
from touratlas.exports.handout import make as made_anew
from touratlas.exports.handout import warnings
from touratlas.words import View

make = kept(made_anew)
LATER = Options(view=View.LATER)
STUDENTS = Options(students=True)


@pytest.mark.parametrize("paper", Paper)
def test_all_of_the_tour_is_in_it(atlas: Atlas, paper: Paper) -> None:
    """Every stop, event, claim with its note, and reference, on either paper; the real tour on two to four pages."""
    made = make(atlas, Options(paper=paper))
    found = reading.text(made)
    tour = atlas.tour
    for text in [
        tour.tour.title,
        tour.tour.summary,
        *(event.title for _, event in tour.events()),
        *(claim.says for _, claim, _ in tour.claims()),
        *(claim.note for _, claim, _ in tour.claims() if claim.note),
        *(entry.text for article in atlas.articles.values() for entry in article.references),
        *(tour.places[stop.place].name for stop in tour.stops if stop.title is None),
        *(stop.title for stop in tour.stops if stop.title),
    ]:
        assert shown(text) in found, text
    assert 2 <= len(reading.pages(made)) <= 4
    box = PdfReader(io.BytesIO(made)).pages[0].mediabox
    size = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}[paper]
    assert (round(box.width), round(box.height)) == size


def test_claims_bear_their_citations(real: Atlas) -> None:
    """The article's own numbers behind each claim, or the sign that it cites nothing."""
    found = reading.text(make(real, Options()))
    for held in real.evidence.claims:
        cited = [citation.label for quote in held.quotes for citation in quote.direct]
        says = shown(held.claim.says)
        if cited and held.claim.status is None:
            assert f"{says}[{cited[0]}]" in found
        for label in cited:
            assert f"[{label}]" in found
    assert "[–]" in found


def test_what_happened_later_is_there_only_when_asked_for(atlas: Atlas) -> None:
    """On pages of its own behind the rest, with every outcome and its reports; else nowhere."""
    asked, plain = make(atlas, LATER), make(atlas, Options())
    before = len(reading.pages(plain))
    later = "".join(reading.pages(asked)[before:])
    assert reading.pages(asked)[before].startswith("Whathappened")
    bare = reading.whole(plain)
    assert "Whathappened" not in bare
    for outcome in outcomes_of(atlas):
        for text in (outcome.says, outcome.note):
            if text:
                assert shown(text) in later
                assert shown(text) not in bare
        for name in outcome.from_:
            url = atlas.tour.sources[name].url
            assert url
            assert squeezed(url) in later
            assert squeezed(url) not in bare


def test_students_get_no_answer_outcome_report_or_note(atlas: Atlas) -> None:
    """None of their texts is anywhere in the file, its streams decompressed."""
    found = reading.whole(make(atlas, STUDENTS))
    assert squeezed(next(iter(atlas.tour.claims()))[1].says) in found  # what is looked for could be found
    assert_kept(found, secrets_of(atlas))


def test_it_is_tagged(atlas: Atlas) -> None:
    """PDF/UA-1: title, language, structure with headings in order, and alternative texts on both pictures."""
    made = make(atlas, LATER)
    reader = PdfReader(io.BytesIO(made))
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == atlas.tour.tour.language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == f"{atlas.tour.tour.title} – handout"
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_object().get_data()
    elements = reading.structure(made)
    kinds = [one["/S"] for one in elements]
    levels = [int(kind[2:]) for kind in kinds if kind[:2] == "/H" and kind[2:].isdigit()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    figures = [one for one in elements if one["/S"] == "/Figure"]
    assert {one["/Alt"][:12] for one in figures} == {"Map of the t", "Timeline of "}
    assert {"/Table", "/TH", "/L", "/LI", "/Link"} <= set(kinds)


def test_no_font_is_the_systems(real: Atlas) -> None:
    """All are ours, and in the file."""
    reader = PdfReader(io.BytesIO(make(real, Options())))
    resources: list[Any] = [page["/Resources"] for page in reader.pages]
    fonts = [font.get_object() for each in resources for font in each["/Font"].values()]
    assert {font["/BaseFont"].partition("+")[2].partition("-")[0] for font in fonts} == {
        "NotoSans",
        "NotoSerif",
    }
    for font in fonts:
        described = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(described)


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    """What typst would read as code stands there letter by letter; nothing is read, run or drawn for it."""
    texts = iter(range(10**6))

    def payload(_key: str, value: str) -> str:
        return f"{reading.PAYLOADS[next(texts) % len(reading.PAYLOADS)]} {value}"

    atlas = rewritten(tmp_path, payload)
    found = reading.text(make(atlas, LATER))
    for _, claim, _ in atlas.tour.claims():
        assert shown(claim.says) in found
    assert shown(atlas.tour.tour.title) in found
    for each in reading.PAYLOADS:
        assert squeezed(each) in found
    assert "root:x:0" not in found


def test_a_missing_glyph_is_a_warning_with_its_name(invented: Atlas, real: Atlas, tmp_path: Path) -> None:
    """The characters are named, a stand-in is set and explained; a font that has them ends it."""
    (warned,) = warnings(invented, Options())
    assert "U+05D1 HEBREW LETTER BET" in warned
    assert "--fonts DIR" in warned
    found = reading.text(make(invented, Options()))
    assert "“\ufffd”standsforacharacter" in found
    assert warnings(real, Options()) == ()
    assert "\ufffd" not in reading.text(make(real, Options()))
    raw = INVENTED.read_text(encoding="utf-8") + INVENTED.with_name("pacific-article.md").read_text(
        encoding="utf-8"
    )
    reading.font_with(tmp_path, raw)
    added = Options(fonts=str(tmp_path))
    assert warnings(invented, added) == ()
    found = reading.text(make(invented, added))
    assert "\ufffd" not in found
    assert "函館" in found


def test_a_folder_without_fonts_is_wrong_use(real: Atlas, tmp_path: Path) -> None:
    """Whoever names one expects it to be used."""
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(UsageError, match="--fonts"):
            make(real, Options(fonts=str(folder)))
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    with pytest.raises(UsageError, match="as a font"):
        make(real, Options(fonts=str(tmp_path)))


def test_its_date_is_what_the_environment_says(tmp_path: Path) -> None:
    """Another SOURCE_DATE_EPOCH gives other bytes, and the same again."""
    made = [built(tmp_path, epoch) for epoch in ("1600000000", "1700000000", "1700000000")]
    assert made[0] != made[1] == made[2]


def built(folder: Path, epoch: str) -> bytes:
    """The real tour's handout from a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": epoch}
    target = folder / "made.pdf"
    command = [
        sys.executable,
        "-m",
        "touratlas",
        "export",
        str(REAL),
        "--format",
        "handout",
        "--to",
        str(target),
    ]
    subprocess.run(command, check=True, env=environment, capture_output=True, timeout=120)
    return target.read_bytes()
