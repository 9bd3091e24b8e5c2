"""Map and timeline as pictures that stand alone: drawings, PNG made from them, and what its fonts lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.words import Theme, View

if TYPE_CHECKING:
    from touratlas.check import Atlas
    from touratlas.views.marks import Palette

PNG_PX = 1730  # the width of a PNG in pixels, twice that of the drawing
DETAIL_PX = 0.25  # how true land and borders are, in px of the drawing: it may be printed larger


def map_svg(atlas: Atlas, view: View, theme: Theme) -> str:
    """The map in the light colours, in the dark ones where they are asked for."""
    from touratlas.views.svgmap import svg_map

    return svg_map(atlas.tour, view=view, palette=_palette(theme), detail=DETAIL_PX)


def timeline_svg(atlas: Atlas, view: View, theme: Theme) -> str:
    """The timeline in the light colours, in the dark ones where they are asked for."""
    from touratlas.views.svgtimeline import svg_timeline

    return svg_timeline(atlas, view=view, palette=_palette(theme))


def png(svg: str, fonts: str) -> bytes:
    """A drawing as PNG; `fonts` is a folder of fonts beside our own, or "". Raises UsageError where it is none."""
    from touratlas.paper.fonts import fonts_of
    from touratlas.raster import png_of

    return png_of(svg, PNG_PX, fonts_of(fonts).folders)


def png_warnings(svg: str, fonts: str) -> tuple[str, ...]:
    """The characters of a drawing that none of these fonts has: typst sets them in a font of its own, or as a box."""
    from touratlas.paper.fonts import fonts_of, scripts

    lost = fonts_of(fonts).missing([svg])
    if not lost:
        return ()
    kinds = f" ({', '.join(scripts(lost))})" if scripts(lost) else ""
    named = "a character" if len(lost) == 1 else f"{len(lost)} characters"
    return (
        f"Noto has not {named} of the picture{kinds}, which may be empty boxes; `--fonts DIR` adds fonts",
    )


def _palette(theme: Theme) -> Palette:
    from touratlas.views.marks import DARK, LIGHT

    return DARK if theme is Theme.DARK else LIGHT
