"""The map as an SVG picture that stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.exports.common import Format, Group, Options
from touratlas.pictures import map_svg

if TYPE_CHECKING:
    from touratlas.check import Atlas


def make(atlas: Atlas, options: Options) -> bytes:
    """The picture in the light colours, in the dark ones where they are asked for."""
    return f"{map_svg(atlas, options.view, options.theme)}\n".encode()


FORMAT = Format(
    name="mapsvg",
    suffix=".map.svg",
    media_type="image/svg+xml",
    group=Group.MAP_AND_DATA,
    purpose="the map as a drawing that stays sharp at any size, for print and drawing programs",
    lacks="events, evidence, exact dates; its text is set in the fonts of the machine that shows it",
    make=make,
)
