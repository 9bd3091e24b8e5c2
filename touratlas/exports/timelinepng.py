"""The timeline as a PNG picture, twice as fine as it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.exports.common import PICTURE_PX, Format, Group, Options, palette

if TYPE_CHECKING:
    from touratlas.check import Atlas


def make(atlas: Atlas, options: Options) -> bytes:
    """The picture in the light colours, in the dark ones where they are asked for."""
    from touratlas.raster import png_of
    from touratlas.views.svgtimeline import svg_timeline

    return png_of(svg_timeline(atlas, view=options.view, palette=palette(options)), PICTURE_PX)


FORMAT = Format(
    name="timelinepng",
    suffix=".timeline.png",
    media_type="image/png",
    group=Group.MAP_AND_DATA,
    purpose="the timeline as a picture for slides, documents and messages",
    lacks="evidence, text to search, scripts beyond Latin, Greek, Cyrillic and Devanagari; parts of long tours",
    make=make,
)
