"""The strips below the drawn timeline: chips for what has no place on its grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from touratlas.interface import counted
from touratlas.views.maptext import NAME_PX, SMALL_PX, Line, Span, Tone, known
from touratlas.views.marks import MARKS
from touratlas.views.paths import number
from touratlas.views.placing import text_width
from touratlas.views.signs import SIGN_PX, draw_sign
from touratlas.words import OutcomeStatus, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from touratlas.views.svgpen import Pen
    from touratlas.views.timeline_strip import ChipView, Strip

_CHIP_PX: Final = 26.0
_BETWEEN_PX: Final = 6.0
_EDGE_PX: Final = 8.0
_MARK_PX: Final = 11.0
_PAD_PX: Final = 10.0
_GAP_PX: Final = 6.0


def draw_strips(pen: Pen, parent: Element, strips: Sequence[Strip], width: float, top: float) -> float:
    """Strips under each other, from `top` on; where they end."""
    y = top
    for strip in strips:
        group = SubElement(parent, "g", {"class": "ta-strip"})
        y += 16
        pen.text(group, (Span(strip.title, Tone.QUIET, bold=True),), (_EDGE_PX, y))
        y += 8
        y = _chips(pen, group, strip, width, y) + _BETWEEN_PX
    return y


def _chips(pen: Pen, parent: Element, strip: Strip, width: float, top: float) -> float:
    x, y = _EDGE_PX, top
    for chip in strip.chips:
        line = _line(chip, width - 2 * _EDGE_PX - 2 * _PAD_PX - 2 * SIGN_PX)
        wide = _wide(chip, line)
        if x > _EDGE_PX and x + wide > width - _EDGE_PX:
            x, y = _EDGE_PX, y + _CHIP_PX + _BETWEEN_PX
        _chip(pen, parent, chip, line, (x, y, wide))
        x += wide + _BETWEEN_PX
    if strip.more:
        more = counted("timeline_more", strip.more)
        if x + text_width(more, SMALL_PX) > width - _EDGE_PX:
            x, y = _EDGE_PX, y + _CHIP_PX
        pen.text(parent, (Span(more, Tone.QUIET),), (x, y + _CHIP_PX / 2 + NAME_PX * 0.35))
    return y + _CHIP_PX


def _line(chip: ChipView, room: float) -> Line:
    """An event's name, its date where it has one, and where it is told of."""
    spans = [Span(known(chip.label, curated=False, room=room * 0.6))]
    if chip.when:
        curated = not chip.in_article
        spans += [
            Span(" "),
            Span(known(chip.when, curated=curated, room=room * 0.2), Tone.QUIET, curated=curated),
        ]
    if chip.where:
        spans += [Span(" "), Span(known(chip.where, curated=False, room=room * 0.2), Tone.QUIET)]
    return tuple(spans)


def _wide(chip: ChipView, line: Line) -> float:
    text = sum(text_width(span.text, NAME_PX) for span in line)
    return text + _MARK_PX + _GAP_PX + 2 * _PAD_PX + (SIGN_PX + 4 if chip.outcome else 0)


def _chip(pen: Pen, parent: Element, chip: ChipView, line: Line, place: tuple[float, float, float]) -> None:
    x, y, wide = place
    box = {"x": number(x), "y": number(y), "width": number(wide), "height": number(_CHIP_PX), "rx": "13"}
    look = {"fill": pen.ink["panel"], **pen.stroke("edge", 0.75)}
    SubElement(parent, "rect", {**box, **look})
    middle = y + _CHIP_PX / 2
    mark = MARKS[Status(chip.status)]
    x += _PAD_PX
    circle = {"cx": number(x + _MARK_PX / 2), "cy": number(middle), "r": number(_MARK_PX / 2 - 1)}
    fill = {"fill": pen.ink["article" if mark.filled else "panel"]}
    SubElement(parent, "circle", {**circle, **fill, **pen.stroke("article", 2, "3 2" if mark.dash else "")})
    x += _MARK_PX + _GAP_PX
    if chip.outcome:
        sign = draw_sign(parent, OutcomeStatus(chip.outcome.name), pen.ink["later"], pen.ink["number"])
        sign.set("transform", f"translate({number(x + SIGN_PX / 2)} {number(middle)})")
        x += SIGN_PX + 4
    pen.text(parent, line, (x, middle + NAME_PX * 0.35))
