"""The marks of the drawn timeline: bars with the ends that are known, lozenges at an hour, what reports moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from touratlas.views.paths import number
from touratlas.views.timeline_dates import End

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.views.svgpen import Pen
    from touratlas.views.timeline import BandView
    from touratlas.views.timeline_marks import Look

BAR_PX: Final = 12.0
_LEAST_PX: Final = 6.0  # of a bar's width
_INSET_PX: Final = 1.5  # between neighbouring days
_LINE_PX: Final = 1.6
_DASH: Final = "4 3"
_FADES: Final = {End.UNSURE.value: 8.0, End.OPEN.value: 40.0}  # px over which such an end fades
_SLICES: Final = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark stands on the picture: left and right end of a bar, or twice the middle of a lozenge; and its
    middle's height.
    """

    left: float
    right: float
    y: float

    @property
    def middle(self) -> float:
        """Halfway between its ends."""
        return (self.left + self.right) / 2


def spot(band: BandView, left: float, width: float, y: float) -> Spot:
    """A band of a grid that begins at `left` and is `width` px wide."""
    start, end = left + band.x / 100 * width, left + (band.x + band.width) / 100 * width
    if band.lozenge:
        return Spot(start, start, y)
    return Spot(start + _INSET_PX, max(end - _INSET_PX, start + _INSET_PX + _LEAST_PX), y)


def ends_px(band: BandView, at: Spot) -> tuple[float, float]:
    """Left and right of what is drawn: a lozenge reaches to both sides of its middle."""
    half = BAR_PX / 2 if band.lozenge else 0.0
    return at.left - half, at.right + half


def draw_mark(pen: Pen, parent: Element, band: BandView, look: Look, at: Spot) -> None:
    """A lozenge or a bar."""
    group = SubElement(parent, "g", {"class": f"ta-bar ta-{look.shape}"})
    if band.lozenge:
        _lozenge(pen, group, look, at)
        return
    for left, right, share in _slices(band, at):
        part = SubElement(group, "g", {"opacity": number(share)} if share < 1 else {})
        _slice(pen, part, look, (left, right, at.y), dashed=look.shape == "dashed" and share == 1)
    ink = _ink(look)
    for side, x in ((band.begins, at.left), (band.ends, at.right)):
        if side == End.SURE.value and look.shape != "filled":
            inner = x + _LINE_PX / 2 if x == at.left else x - _LINE_PX / 2
            look_ = pen.stroke(ink, _LINE_PX, _DASH if look.shape == "dashed" else "")
            half = BAR_PX / 2
            pen.line(group, ((inner, at.y - half), (inner, at.y + half)), look_)


def _ink(look: Look) -> str:
    return "later" if look.later else "article"


def _lozenge(pen: Pen, parent: Element, look: Look, at: Spot) -> None:
    half = BAR_PX / 2
    shape = f"M{number(at.middle)} {number(at.y - half)}l{half:g} {half:g}l{-half:g} {half:g}l{-half:g} {-half:g}z"
    ink = _ink(look)
    fill = pen.ink[ink if look.shape == "filled" else "panel"]
    dash = "3 2" if look.shape == "dashed" else ""
    SubElement(parent, "path", {"d": shape, "fill": fill, **pen.stroke(ink, _LINE_PX, dash)})


def _slices(band: BandView, at: Spot) -> Iterator[tuple[float, float, float]]:
    """The bar in stretches, each with its opacity: less and less towards an end that isn't known."""
    room = (at.right - at.left) / 2
    before, after = (min(_FADES.get(side, 0.0), room) for side in (band.begins, band.ends))
    for step in range(_SLICES if before else 0):
        one = before / _SLICES
        yield at.left + step * one, at.left + (step + 1) * one, (step + 0.5) / _SLICES
    yield at.left + before, at.right - after, 1.0
    for step in range(_SLICES if after else 0):
        one = after / _SLICES
        yield at.right - after + step * one, at.right - after + (step + 1) * one, 1 - (step + 0.5) / _SLICES


def _slice(pen: Pen, parent: Element, look: Look, place: tuple[float, float, float], *, dashed: bool) -> None:
    left, right, y = place
    half, ink = BAR_PX / 2, _ink(look)
    filled = look.shape == "filled"
    box = {"x": number(left), "y": number(y - half), "width": number(right - left), "height": number(BAR_PX)}
    SubElement(parent, "rect", {**box, "fill": pen.ink[ink if filled else "panel"]})
    if not filled:
        for at in (y - half + _LINE_PX / 2, y + half - _LINE_PX / 2):
            pen.line(parent, ((left, at), (right, at)), pen.stroke(ink, _LINE_PX, _DASH if dashed else ""))


def draw_link(pen: Pen, parent: Element, start: Spot, end: Spot, x: float) -> None:
    """The line from the article's mark down to the days that reports give."""
    top = start.y + BAR_PX / 2 + 1
    near = min(max(x, end.left), end.right)
    path = f"M{number(x)} {number(top)}V{number(end.y)}H{number(near)}"
    if near == x:
        path = f"M{number(x)} {number(top)}V{number(end.y - BAR_PX / 2)}"
    SubElement(parent, "path", {"d": path, "fill": "none", **pen.stroke("later", 1.25)})


def draw_stay(pen: Pen, parent: Element, band: BandView, left: float, width: float, top: float) -> None:
    """The days of a stop: a thin band above its row."""
    at = spot(band, left, width, top)
    box = {"x": number(at.left), "y": number(top), "width": number(at.right - at.left), "height": "3"}
    SubElement(parent, "rect", {"class": "ta-stay", **box, "rx": "1.5", "fill": pen.ink["edge"]})
