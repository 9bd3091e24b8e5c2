"""The map as PNG, read by Pillow: its size, and the colours that tell what is on it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.exports.hostile import nasty
from touratlas.check import Atlas
from touratlas.errors import UsageError
from touratlas.exports import Options, Theme
from touratlas.exports.mappng import make, warnings
from touratlas.exports.mapsvg import make as make_svg
from touratlas.views.marks import DARK, LIGHT
from touratlas.words import View


def picture(data: bytes) -> Image.Image:
    """The picture, decoded."""
    return Image.open(io.BytesIO(data)).convert("RGB")


def count(image: Image.Image, colour: str) -> int:
    """How many pixels have a colour such as `#1B5E9E`."""
    wanted = tuple(bytes.fromhex(colour[1:]))
    return sum(number for number, found in image.getcolors(1 << 24) or () if found == wanted)


def test_it_is_the_drawing(atlas: Atlas) -> None:
    """Twice as wide as the SVG and as high in proportion, in the article's colour and not in that of outcomes."""
    image = picture(make(atlas, Options()))
    head = make_svg(atlas, Options()).split(b">", 1)[0]
    width, height = (float(head.split(f' {key}="'.encode())[1].split(b'"')[0]) for key in ("width", "height"))
    assert image.width == 1730
    assert abs(image.height - height * 1730 / width) <= 1
    assert count(image, LIGHT.article) > 500
    assert count(image, LIGHT.later) == 0


def test_themes_and_views(real: Atlas) -> None:
    """Dark where that is asked for; outcomes in the later view."""
    dark = picture(make(real, Options(theme=Theme.DARK)))
    assert count(dark, DARK.article) > 500
    assert count(dark, LIGHT.article) == 0
    assert count(picture(make(real, Options(view=View.LATER))), LIGHT.later) > 200


def test_hostile_text_is_drawn(tmp_path: Path) -> None:
    """Any text makes a picture."""
    assert picture(make(nasty(tmp_path), Options(view=View.LATER))).width == 1730


def test_characters_that_the_fonts_lack_are_named(real: Atlas, invented: Atlas, tmp_path: Path) -> None:
    """By script, and not where there are none; a folder without fonts is refused."""
    assert warnings(real, Options()) == ()
    (told,) = warnings(invented, Options())
    assert "Arabic" in told
    assert "`--fonts DIR` adds fonts" in told
    with pytest.raises(UsageError, match="there is no font in it"):
        make(real, Options(fonts=str(tmp_path)))
