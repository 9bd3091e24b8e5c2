"""The code that students scan: read back by ZXing, which had no part in making it."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from xml.etree import ElementTree as ET

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from tests.lesson.lessons import lesson
from tests.paper import reading
from tests.views.html_tree import read
from touratlas.check import Atlas
from touratlas.exports import Options
from touratlas.exports.lesson import make
from touratlas.lesson.page import head_html
from touratlas.raster import png_of
from touratlas.views.follow import QUIET, follow
from touratlas.views.present import present_html

ADDRESS = "https://tours.example.org/class-9b"
SVG = "{http://www.w3.org/2000/svg}"


def scanned(picture: bytes) -> list[str]:
    """What ZXing reads in a PNG."""
    found = zxingcpp.read_barcodes(np.asarray(Image.open(io.BytesIO(picture)).convert("L")))
    return [one.text for one in found]


@pytest.mark.parametrize("address", [ADDRESS, "http://a.de", f"{ADDRESS}/?tour=x&path=45#" + "y" * 140])
def test_a_reader_finds_the_address(real: Atlas, address: str) -> None:
    """Drawn, and read back: the same characters."""
    code = follow(real.tour, address)
    assert code is not None
    assert scanned(png_of(code.svg.replace("<svg ", '<svg width="100" height="100" ', 1), 400)) == [
        code.address
    ]
    assert code.address.startswith(address)


def test_it_is_dark_on_white_with_a_margin(real: Atlas) -> None:
    """Whatever the theme: white lies below all of it, four modules wider than the code; and it has a name."""
    code = follow(real.tour, ADDRESS)
    assert code is not None
    root = ET.fromstring(code.svg)  # noqa: S314 - made here
    size = int((root.get("viewBox") or "").split()[2])
    ground, modules = root.findall(f"{SVG}path")
    assert ground.get("fill") in {"#fff", "#ffffff"}
    assert ground.get("d") == f"M0 0h{size}v{size}h-{size}z"
    assert modules.get("stroke") == "#000"
    assert re.match(rf"M{QUIET} {QUIET}\.5h7", modules.get("d") or "")
    assert root.findtext(f"{SVG}title") == code.said == f"QR code that opens {code.typed}"
    assert "currentColor" not in code.svg
    assert code == follow(real.tour, ADDRESS)


def test_none_without_an_address(real: Atlas) -> None:
    """No code, no empty frame, on no page."""
    assert follow(real.tour, "") is None
    assert "ta-follow" not in head_html(real, lesson(real)) + present_html(real)


def test_the_opening_slide_and_the_lesson_have_it(atlas: Atlas) -> None:
    """Once each, with a name, and the address in letters; on no other slide."""
    deck = read(present_html(atlas, address=ADDRESS))
    head = read(head_html(atlas, lesson(atlas), ADDRESS))
    code = follow(atlas.tour, ADDRESS)
    assert code is not None
    for tree in (deck, head):
        figure = tree.one("figure", class_="ta-follow")
        picture = figure.one("img")
        assert picture.attrs["alt"] == code.said
        source = (picture.attrs["src"] or "").partition("base64,")[2]
        assert b64decode(source).decode("utf-8") == code.svg
        assert (
            figure.one(class_="ta-follow-address").text
            == f"tours.example.org/class-9b?tour={atlas.tour.tour.id}"
        )
    (slide,) = [
        one for one in deck.all("section", class_="ta-p-slide") if one.all("figure", class_="ta-follow")
    ]
    assert slide.attrs["data-slide"] == "0"


def test_the_paper_has_it(real: Atlas) -> None:
    """Printed at 150 dots an inch it can be read; without an address there is none."""
    pages = pypdfium2.PdfDocument(make(real, Options(address=ADDRESS)))
    picture = io.BytesIO()
    pages[0].render(scale=150 / 72).to_pil().save(picture, "PNG")
    assert scanned(picture.getvalue()) == [f"{ADDRESS}?tour=us-asia-2025"]
    assert "tours.example.org/class-9b?tour=us-asia-2025" in reading.text(
        make(real, Options(address=ADDRESS))
    )
    assert [one for one in reading.structure(make(real, Options())) if one["/S"] == "/Figure"] == []
    (figure,) = [
        one for one in reading.structure(make(real, Options(address=ADDRESS))) if one["/S"] == "/Figure"
    ]
    assert figure["/Alt"].startswith("QR code that opens ")
