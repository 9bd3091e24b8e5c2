"""The map as a PNG picture, twice as fine as it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.exports.common import (
    PICTURE_PX,
    Format,
    Group,
    Options,
    font_folders,
    palette,
    picture_warnings,
)

if TYPE_CHECKING:
    from touratlas.check import Atlas


def make(atlas: Atlas, options: Options) -> bytes:
    """The picture in the light colours, in the dark ones where they are asked for."""
    from touratlas.raster import png_of

    return png_of(_svg(atlas, options), PICTURE_PX, font_folders(options))


def warnings(atlas: Atlas, options: Options) -> tuple[str, ...]:
    """The characters that our fonts lack."""
    return picture_warnings(_svg(atlas, options), options)


def _svg(atlas: Atlas, options: Options) -> str:
    from touratlas.views.svgmap import svg_map

    return svg_map(atlas.tour, view=options.view, palette=palette(options), detail=0.25)


FORMAT = Format(
    name="mappng",
    suffix=".map.png",
    media_type="image/png",
    group=Group.MAP_AND_DATA,
    purpose="the map as a picture for slides, documents and messages",
    lacks="events, evidence, text to search; names in scripts beyond Latin, Greek, Cyrillic and Devanagari",
    make=make,
    warnings=warnings,
)
