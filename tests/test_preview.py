"""A file at a glance: its size, and what of it can be shown without asking for anything."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from tests.exports.hostile import poisoned
from tests.views.html_tree import read
from touratlas.bundle import bundle
from touratlas.check import Atlas
from touratlas.errors import TouratlasError
from touratlas.exports import FORMATS, Format, Options, formats_of
from touratlas.preview import LINES, PAGE_PX, WIDE, Preview, bundle_preview, preview, size_of
from touratlas.views.templates import render

PICTURES = {"mapsvg", "mappng", "timelinesvg", "timelinepng"}
PAPERS = {form.name for form in FORMATS if form.media_type == "application/pdf"}
IDS = [form.name for form in FORMATS]


def of(name: str) -> Format:
    """A format by its name."""
    (form,) = formats_of(name)
    return form


@pytest.mark.parametrize("form", FORMATS, ids=IDS)
def test_every_format_has_one(real: Atlas, form: Format) -> None:
    """Its size, and a picture in its own address, the beginning of the text, or a sentence."""
    data = form.make(real, Options())
    one = preview(form, data)
    assert one.size == size_of(data)
    assert one.size.endswith(" KB")
    assert one.picture or one.text or one.told
    if form.name in PICTURES | PAPERS:
        assert one.picture.startswith("data:image/")
        assert one.said.endswith(form.purpose)
    else:
        assert one.picture == ""
    assert one == preview(form, data)


def test_pictures_are_the_file_and_papers_their_first_page(real: Atlas) -> None:
    """Byte for byte, and as PNG."""
    for name in ("mapsvg", "timelinepng"):
        data = of(name).make(real, Options())
        assert base64.b64decode(preview(of(name), data).picture.partition(",")[2]) == data
    one = preview(of("handout"), of("handout").make(real, Options()))
    page = Image.open(io.BytesIO(base64.b64decode(one.picture.partition(",")[2])))
    assert page.size[0] == PAGE_PX
    assert one.told == "its first page"


def test_text_is_its_beginning(real: Atlas) -> None:
    """Twenty lines, cut where they are long, and how many there are."""
    data = of("geojson").make(real, Options())
    one = preview(of("geojson"), data)
    lines = data.decode().splitlines()
    shown = one.text.splitlines()
    assert len(shown) == LINES
    assert max(map(len, shown)) <= WIDE
    assert all(line.rstrip("…") in whole for line, whole in zip(shown, lines, strict=False))
    assert one.told == f"the first 20 of {len(lines):,} lines"
    assert preview(of("csv"), b"a,b\r\n1,2\r\n") == Preview("1 KB", text="a,b\n1,2")


def test_slides_are_told_by_their_titles(real: Atlas) -> None:
    """In order, each once where it is cut into parts."""
    one = preview(of("pptx"), of("pptx").make(real, Options()))
    assert one.told.startswith(
        f"{one.told.partition(' ')[0]} slides: {real.tour.tour.title} · Timeline · 1 Kuala"
    )
    assert not re.search(r"\d of \d", one.told)
    assert one.told.endswith("References of the article")


def test_all_of_them(real: Atlas) -> None:
    """Each file of the ZIP with its size."""
    data = bundle(real, Options(students=True))
    one = bundle_preview(data)
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert [line.split()[-1] for line in one.text.splitlines()] == names
    assert one.told == f"{len(names)} files"


def test_what_cant_be_drawn_is_our_error() -> None:
    """The page says so."""
    with pytest.raises(TouratlasError):
        preview(of("handout"), b"no PDF")


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """In the page's own template: one picture with our words, or none, and nothing else."""
    atlas = poisoned(tmp_path)
    for name in ("pptx", "mapsvg", "handout", "csv"):
        one = preview(of(name), of(name).make(atlas, Options()))
        tree = read(render("preview.html", one=one))
        tags = [element.tag for element in tree.all()]
        assert set(tags) <= {"div", "p", "bdi", "img"}
        assert tags.count("img") == bool(one.picture)
        for image in tree.all("img"):
            assert set(image.attrs) == {"src", "alt"}
            assert image.attrs["alt"]
