"""PNG of our pictures: as wide as asked, the same bytes each time, text in our font, nothing read but fonts."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from touratlas.check import Atlas
from touratlas.errors import TouratlasError
from touratlas.exports import Options
from touratlas.exports.worksheet import make as worksheet
from touratlas.raster import png_of, png_of_page
from touratlas.views.marks import DARK, LIGHT, Palette
from touratlas.views.svgmap import svg_map
from touratlas.views.svgtimeline import svg_timeline


def colours(image: Image.Image) -> dict[tuple[int, ...], int]:
    """How many pixels there are of each colour."""
    found = image.convert("RGB").getcolors(maxcolors=10_000_000)
    assert found
    return {colour: count for count, colour in found if isinstance(colour, tuple)}


def rgb(colour: str) -> tuple[int, ...]:
    """A colour of a palette as numbers."""
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_map_as_png(atlas: Atlas, palette: Palette) -> None:
    """It has the width asked for, the picture's shape, and the palette's colours: sea and land above all."""
    png = png_of(svg_map(atlas.tour, palette=palette), 1000)
    image = Image.open(io.BytesIO(png))
    assert image.size == (1000, round(1000 * 420 / 865)) or abs(image.size[1] - 1000 * 420 / 865) <= 1
    found = colours(image)
    assert sorted(found, key=lambda colour: -found[colour])[:2] in (
        [rgb(palette.sea), rgb(palette.land)],
        [rgb(palette.land), rgb(palette.sea)],
    )
    assert found[rgb(palette.article)] > 500


def test_lines_are_as_wide_as_they_should_be(real: Atlas) -> None:
    """The dashed legs are 2 px on the picture: of a picture twice as large they have many pixels."""
    with_legs = colours(Image.open(io.BytesIO(png_of(svg_map(real.tour, palette=LIGHT), 1730))))
    bare = real.tour.model_copy(update={"stops": real.tour.stops[:1], "legs": ()})
    without = colours(Image.open(io.BytesIO(png_of(svg_map(bare, palette=LIGHT), 1730))))
    article = rgb(LIGHT.article)
    assert with_legs[article] - without[article] > 2500


def test_the_same_bytes(real: Atlas) -> None:
    """Twice the same picture is twice the same file; the timeline works as well."""
    for svg in (svg_map(real.tour, palette=LIGHT), svg_timeline(real, palette=LIGHT)):
        assert png_of(svg, 600) == png_of(svg, 600)


def test_texts_are_set_in_noto_sans(real: Atlas) -> None:
    """The picture isn't the one that typst's own fonts give."""
    svg = svg_map(real.tour, palette=LIGHT)
    serif = svg.replace("Noto Sans", "Libertinus Serif")
    assert png_of(svg, 865) != png_of(serif, 865)


@pytest.mark.parametrize("svg", ["", "<svg></svg>", "<html width='5'>"])
def test_what_is_no_picture(svg: str) -> None:
    """Only pictures of ours are drawn."""
    with pytest.raises(ValueError, match="not an SVG"):
        png_of(svg, 100)


@pytest.mark.parametrize("width", [0, -5, 20_001])
def test_widths(real: Atlas, width: int) -> None:
    """A width must be one that a picture can have."""
    with pytest.raises(ValueError, match="px wide"):
        png_of(svg_map(real.tour, palette=LIGHT), width)


def test_no_file_is_read_for_a_text(real: Atlas) -> None:
    """Text that looks like typst's code or names a file is text."""
    place = real.tour.places["tokyo"].model_copy(update={"name": '#read("/etc/passwd") #image("x")'})
    tour = real.tour.model_copy(update={"places": {**real.tour.places, "tokyo": place}})
    assert png_of(svg_map(tour, palette=LIGHT), 300).startswith(b"\x89PNG")


def test_the_first_page_of_a_pdf(real: Atlas) -> None:
    """As wide as asked, in the page's shape, the same bytes twice; it has ink, and is white around it."""
    pdf = worksheet(real, Options())
    png = png_of_page(pdf, 500)
    image = Image.open(io.BytesIO(png))
    assert image.size[0] == 500
    assert abs(image.size[1] / image.size[0] - 297 / 210) < 0.01
    assert png == png_of_page(pdf, 500)
    found = colours(image)
    assert found[(255, 255, 255)] > 50_000
    assert found[rgb(LIGHT.sea)] > 5_000


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_our_error(data: bytes) -> None:
    """And no traceback of typst's."""
    with pytest.raises(TouratlasError, match="typst can't draw this page"):
        png_of_page(data, 500)
    with pytest.raises(ValueError, match="0 px"):
        png_of_page(data, 0)
