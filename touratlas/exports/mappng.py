"""The map as a PNG picture, twice as fine as it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.exports.common import Format, Group, Options
from touratlas.pictures import map_svg, png, png_warnings

if TYPE_CHECKING:
    from touratlas.check import Atlas


def make(atlas: Atlas, options: Options) -> bytes:
    """The picture in the light colours, in the dark ones where they are asked for."""
    return png(map_svg(atlas, options.view, options.theme), options.fonts)


def warnings(atlas: Atlas, options: Options) -> tuple[str, ...]:
    """The characters that our fonts lack."""
    return png_warnings(map_svg(atlas, options.view, options.theme), options.fonts)


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
