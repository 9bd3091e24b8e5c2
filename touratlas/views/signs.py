"""The signs of outcomes as drawn shapes, for pictures: a font may lack ✓, ✕ and △."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from touratlas.words import OutcomeStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

SIGN_PX: Final = 14.0

_SHAPES: Mapping[OutcomeStatus, str] = MappingProxyType(
    {
        OutcomeStatus.HAPPENED: "M-4 .5L-1.2 3.3L4-3",
        OutcomeStatus.CHANGED: "M0-4L4.4 3.6H-4.4z",
        OutcomeStatus.NOT_HAPPENED: "M-3.4-3.4L3.4 3.4M3.4-3.4L-3.4 3.4",
        OutcomeStatus.UNKNOWN: "M-2.6-2C-2.6-5 2.6-5 2.6-2C2.6 0 0-.2 0 2M0 4.2V4.6",
    }
)


def draw_sign(parent: Element, status: OutcomeStatus, ground: str, ink: str) -> Element:
    """A sign on a square of 14 px around the group's origin, in two colours."""
    group = SubElement(parent, "g", {"class": "ta-sign"})
    SubElement(
        group, "rect", {"x": "-7", "y": "-7", "width": "14", "height": "14", "rx": "3.5", "fill": ground}
    )
    SubElement(
        group,
        "path",
        {
            "d": _SHAPES[status],
            "fill": "none",
            "stroke": ink,
            "stroke-width": "1.8",
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
        },
    )
    return group
