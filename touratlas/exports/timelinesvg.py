"""The timeline as an SVG picture that stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.exports.common import Format, Group, Options
from touratlas.pictures import timeline_svg

if TYPE_CHECKING:
    from touratlas.check import Atlas


def make(atlas: Atlas, options: Options) -> bytes:
    """The picture in the light colours, in the dark ones where they are asked for."""
    return f"{timeline_svg(atlas, options.view, options.theme)}\n".encode()


FORMAT = Format(
    name="timelinesvg",
    suffix=".timeline.svg",
    media_type="image/svg+xml",
    group=Group.MAP_AND_DATA,
    purpose="the timeline as a drawing that stays sharp at any size, for print and drawing programs",
    lacks="evidence; of a tour of more than two weeks or thirty events all but the days around its start",
    make=make,
)
