"""The maps of the snapshot: one for wide places and one for narrow, each in both views. Land is there once a size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.views.links import FragmentLinks
from touratlas.views.svgmap import svg_map
from touratlas.words import View

if TYPE_CHECKING:
    from touratlas.check import Atlas

# Width and height in px, and how true the land is in px: the wide map can be zoomed into.
SIZES = {"wide": ((865.0, 420.0), 0.15), "narrow": ((390.0, 280.0), 0.5)}
_GROUND = re.compile(r'<path class="(?P<what>ta-land|ta-borders)"[^>]*>')


def map_pictures(atlas: Atlas) -> dict[str, str]:
    """SVG by name: `wide-article`, `wide-later`, `narrow-article`, `narrow-later`."""
    pictures = {}
    for width, (size, detail) in SIZES.items():
        article, later = (
            svg_map(
                atlas.tour,
                view=view,
                size=size,
                links=FragmentLinks(view),
                detail=detail,
                ids=f"ta-map-{width}-{view.value}",
            )
            for view in View
        )
        pictures[f"{width}-article"], pictures[f"{width}-later"] = _shared(width, article, later)
    return pictures


def _shared(width: str, first: str, second: str) -> tuple[str, str]:
    """Both pictures, where what they have in common is written in the first, and used in the second."""
    for path in list(_GROUND.finditer(first)):
        if path[0] in second:
            name = f"ta-map-{width}-{path['what']}"
            first = first.replace(path[0], path[0].replace("<path ", f'<path id="{name}" ', 1), 1)
            second = second.replace(path[0], f'<use href="#{name}"/>', 1)
    return first, second
