"""What stands at the foot of a drawn map: the scale, true at the picture's middle, and who made the basemap."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.interface import word
from touratlas.views.maptext import SMALL_PX
from touratlas.views.placing import XY, Box, text_width

if TYPE_CHECKING:
    from touratlas.views.projection import Projection

_EDGE_PX = 10.0
_LONGEST_PX = 150.0
_LONGEST_SHARE = 0.28
_ROOM_PX = 16.0  # between the words of the scale and the attribution
_NICE = (5, 2, 1)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The scale bar (left end, length in px, kilometres, words above it) and the attribution (right end of
    its baseline); `boxes` is the room that both take.
    """

    bar: XY
    bar_px: float
    km: float
    words: str
    attribution: XY
    boxes: tuple[Box, Box]


def furniture(projection: Projection) -> Furniture:
    """Scale and attribution for a picture."""
    width, height = projection.width, projection.height
    km_px = projection.km_per_px((width / 2, height / 2))
    km = _nice(km_px * min(_LONGEST_PX, width * _LONGEST_SHARE))
    bar_px = km / km_px
    named = text_width(word("map_attribution"), SMALL_PX)
    far = word("map_km", km=f"{km:,g}")
    words = word("map_scale", distance=far)
    if text_width(words, SMALL_PX) + named + 2 * _EDGE_PX + _ROOM_PX > width:
        words = far
    told = max(bar_px, text_width(words, SMALL_PX))
    bar = (_EDGE_PX, height - _EDGE_PX)
    return Furniture(
        bar=bar,
        bar_px=bar_px,
        km=km,
        words=words,
        attribution=(width - 8, height - 8),
        boxes=(
            (0.0, height - 32, bar[0] + told + 4, height),
            (width - 12 - named, height - 20, width, height),
        ),
    )


def _nice(km: float) -> float:
    """The largest of 1, 2, 5, 10, 20, 50 … that is not more."""
    power = 10.0 ** math.floor(math.log10(km))
    return next(power * nice for nice in _NICE if power * nice <= km * (1 + 1e-9))
