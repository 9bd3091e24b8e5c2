"""Protects pictures that stand alone: their colours, and what is said of characters that no font has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from touratlas.check import Atlas
from touratlas.pictures import map_svg, png, png_warnings, timeline_svg
from touratlas.views.marks import DARK, LIGHT
from touratlas.words import Theme, View


@pytest.mark.parametrize("make", [map_svg, timeline_svg])
def test_they_are_light_unless_dark_ones_are_asked_for(
    atlas: Atlas, make: Callable[[Atlas, View, Theme], str]
) -> None:
    """A picture has no reader's machine to follow."""
    light, auto, dark = (make(atlas, View.ARTICLE, theme) for theme in (Theme.LIGHT, Theme.AUTO, Theme.DARK))
    assert light == auto
    assert LIGHT.article in light
    assert DARK.article in dark
    assert DARK.article not in light


def test_what_no_font_has_is_said_before_it_is_a_box(real: Atlas, invented: Atlas) -> None:
    """Latin letters are all there; of the invented tour's scripts some are not, and are counted."""
    assert png_warnings(map_svg(real, View.ARTICLE, Theme.AUTO), "") == ()
    (told,) = png_warnings(map_svg(invented, View.ARTICLE, Theme.AUTO), "")
    assert "--fonts DIR" in told


def test_a_png_is_one(real: Atlas) -> None:
    """Made from the drawing, by its first bytes (PNG, section 5.2)."""
    assert png(timeline_svg(real, View.ARTICLE, Theme.AUTO), "").startswith(b"\x89PNG\r\n\x1a\n")
