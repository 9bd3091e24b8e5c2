"""The ground of the drawn timeline: a column a day, the tint after what the article could know, its hatched last day
with the rule at its end, and the flag.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from touratlas.views.maptext import Span, Tone
from touratlas.views.paths import number

if TYPE_CHECKING:
    from touratlas.views.svgpen import Pen
    from touratlas.views.timeline import DayView, Grid

HEAD_PX: Final = 56.0  # above the rows: the flag, weekdays, numbers
_FLAG_PX: Final = 20.0
_WEEKDAY_Y: Final = 34.0
_NUMBER_Y: Final = 49.0
_HATCH_PX: Final = 7.0
_NARROW_DAY: Final = 30.0  # px of a day, below which its name has no room


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the grid's days are: from `left` on, `width` px wide, down to `bottom`."""

    left: float
    width: float
    bottom: float


def draw_days(pen: Pen, parent: Element, grid: Grid, frame: Frame, flag: str) -> None:
    """The days behind the rows."""
    a_day = frame.width / len(grid.days)
    for at, day in enumerate(grid.days):
        _day(pen, parent, day, frame.left + at * a_day, a_day, frame.bottom)
    right = frame.left + frame.width
    look = pen.stroke("edge", 0.75) | {"stroke-opacity": "0.4"}
    pen.line(parent, ((right, _FLAG_PX), (right, frame.bottom)), look)
    pen.line(parent, ((0, frame.bottom), (right, frame.bottom)), look)
    pen.text(parent, (Span(grid.months, bold=True),), (8, _NUMBER_Y))
    if grid.edge is not None:
        x = frame.left + grid.edge / 100 * frame.width
        pen.line(parent, ((x - 1, 4), (x - 1, frame.bottom)), pen.stroke("ink", 2))
        ends = grid.flag == "left"
        pen.text(parent, (Span(flag, bold=True),), (x - 8 if ends else x + 6, 15), "end" if ends else "start")


def _day(pen: Pen, parent: Element, day: DayView, left: float, width: float, bottom: float) -> None:
    box = {
        "x": number(left),
        "y": number(_FLAG_PX),
        "width": number(width),
        "height": number(bottom - _FLAG_PX),
    }
    if day.knowledge == "after":
        SubElement(parent, "rect", {**box, "fill": pen.ink["ink"], "fill-opacity": "0.06"})
    if day.knowledge == "edge":
        hatch = {"d": _hatch(left, HEAD_PX, left + width, bottom), "fill": "none", "stroke-opacity": "0.35"}
        SubElement(parent, "path", {**hatch, **pen.stroke("edge", 1)})
    look = pen.stroke("edge", 0.75) | {"stroke-opacity": "0.4"}
    pen.line(parent, ((left, _FLAG_PX), (left, bottom)), look)
    middle = left + width / 2
    if width >= _NARROW_DAY:
        pen.text(parent, (Span(day.weekday, Tone.QUIET),), (middle, _WEEKDAY_Y), "middle")
    pen.text(parent, (Span(day.number, bold=True),), (middle, _NUMBER_Y), "middle")


def _hatch(left: float, top: float, right: float, bottom: float) -> str:
    """Slanting lines that fill a box, cut at its edges."""
    lines = []
    start = left - (bottom - top)
    steps = int((right - start) / _HATCH_PX) + 1
    for step in range(steps):
        foot = start + step * _HATCH_PX  # where a line would meet the bottom; it rises to the right
        ax, ay = max(foot, left), bottom - max(0.0, left - foot)
        bx = min(foot + (bottom - top), right)
        by = bottom - (bx - foot)
        if bx > ax:
            lines.append(f"M{number(ax)} {number(ay)}L{number(bx)} {number(by)}")
    return "".join(lines)
