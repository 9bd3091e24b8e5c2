"""The timeline of a tour as an SVG picture, for paper and slides: the grid of days with a row a stop, the edge of the
article's knowledge, and below it what has no day.

    svg_timeline(atlas)                                          # in a page: colours follow its custom properties
    svg_timeline(atlas, view=View.LATER, palette=DARK, width=1200)

What stands where comes from :func:`touratlas.views.timeline.timeline`, as in the app; of a long tour the picture
shows the days around the choice. Its height follows from what is on it. Colours, ids and safety are as in
:mod:`touratlas.views.svgmap`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from touratlas.dates import show
from touratlas.interface import counted, word
from touratlas.views.bars import draw_link, draw_mark, draw_stay, ends_px, spot
from touratlas.views.chips import draw_strips
from touratlas.views.daygrid import HEAD_PX, Frame, draw_days
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.maptext import LEADING_PX, NAME_PX, SMALL_PX, Span, Tone, known, wrapped
from touratlas.views.marks import stop_status
from touratlas.views.paths import number
from touratlas.views.placing import text_width
from touratlas.views.signs import SIGN_PX, draw_sign
from touratlas.views.svgpen import Pen, written
from touratlas.views.timeline import timeline
from touratlas.views.timeline_layout import WIDE_PX
from touratlas.words import OutcomeStatus, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.check import Atlas
    from touratlas.views.bars import Spot
    from touratlas.views.labels import Align
    from touratlas.views.marks import Palette
    from touratlas.views.outcomes import OutcomeView
    from touratlas.views.placing import XY
    from touratlas.views.timeline import Grid, ItemView, Place, RowHead, RowView, Timeline

LEAST_PX: Final = 560.0  # of width: names, and a grid of 400 px
_NAMES_PX: Final = (148.0, 190.0)  # of the column of names, at least and at most
_NAMES_SHARE: Final = 0.21
_EDGE_PX: Final = 8.0
_PITCH_PX: Final = 20.0
_ROW_PAD: Final = 6.0
_ROW_LEAST: Final = 38.0
_GAP: Final = 6.0
_DISC_PX: Final = 22.0


def svg_timeline(
    atlas: Atlas,
    *,
    view: View = View.ARTICLE,
    choice: Choice | None = None,
    width: float = 865,
    palette: Palette | None = None,
    ids: str = "ta-timeline",
) -> str:
    """The timeline of a tour as an SVG element, `width` px wide and as high as it needs to be.

    `choice` matters in long tours alone: they are shown around its days. `palette` and `ids` are as in
    :func:`touratlas.views.svgmap.svg_map`. Raises ValueError for a width below :data:`LEAST_PX`: a narrow place has
    the list by day instead.
    """
    if width < LEAST_PX:
        raise ValueError(f"a timeline of {width:g} px has no room; expected {LEAST_PX:g} or more")
    return written(_Drawing(atlas, view, choice or Choice(), width, Pen(palette)).picture(ids))


class _Drawing:
    """Draws one timeline from the top down; `_y` is where the next thing begins."""

    def __init__(self, atlas: Atlas, view: View, choice: Choice, width: float, pen: Pen) -> None:
        self._tour = atlas.tour
        self._view = view
        self._time: Timeline = timeline(atlas, QueryLinks(atlas.tour.tour.id, view), choice)
        self._width = width
        self._left = min(max(_NAMES_PX[0], width * _NAMES_SHARE), _NAMES_PX[1])
        self._grid_px = width - self._left - _EDGE_PX
        self._wide = self._grid_px >= WIDE_PX
        self._pen = pen
        self._y = 0.0

    def picture(self, ids: str) -> Element:
        """The whole picture."""
        told = word("timeline_title", tour=self._tour.tour.title), " ".join(self._said())
        root = self._pen.root("ta-timeline", (self._width, 0), told, ids, links=False)
        ground = SubElement(root, "rect", {"width": number(self._width), "fill": self._pen.ink["panel"]})
        grid = self._time.grid
        if grid is not None:
            back = SubElement(root, "g", {"class": "ta-days"})
            rows = SubElement(root, "g", {"class": "ta-rows"})
            self._y = HEAD_PX
            for row in grid.rows:
                self._row(rows, row)
            draw_days(self._pen, back, grid, Frame(self._left, self._grid_px, self._y), word("timeline_flag"))
            self._notes(root, grid)
        self._y = draw_strips(self._pen, root, self._time.strips, self._width, self._y + 10)
        height = number(self._y + _EDGE_PX)
        ground.set("height", height)
        root.set("height", height)
        root.set("viewBox", f"0 0 {number(self._width)} {height}")
        return root

    def _row(self, parent: Element, row: RowView) -> None:
        group = SubElement(parent, "g", {"class": "ta-row"})
        top = self._y
        lanes = row.wide_lanes if self._wide else row.lanes
        self._y += max(lanes * _PITCH_PX + 2 * _ROW_PAD, _ROW_LEAST)
        rule = self._pen.stroke("edge", 0.75) | {"stroke-opacity": "0.5"}
        self._pen.line(group, ((0, top), (self._width - _EDGE_PX, top)), rule)
        self._y = max(self._y, self._head(group, row.head, top) + _ROW_PAD)
        if row.stay:
            draw_stay(self._pen, group, row.stay, self._left, self._grid_px, top)
        for item in row.items:
            self._item(group, item, top)

    def _head(self, parent: Element, head: RowHead, top: float) -> float:
        """A stop's mark, its name and its days; where they end."""
        left, middle = _EDGE_PX, top + _ROW_PAD + _DISC_PX / 2
        if head.number:
            at = (left + _DISC_PX / 2, middle)
            status = stop_status(self._tour.stops[head.number - 1])
            self._pen.disc(parent, at, _DISC_PX / 2, status, str(head.number))
            if head.outcome:
                self._sign(parent, head.outcome, (at[0] + 10, at[1] - 9.5))
            left += _DISC_PX + 8
        room = self._left - left - _GAP
        curated = bool(head.number) and not head.in_article and not head.later
        tone = Tone.LATER if head.later else Tone.INK if head.number else Tone.QUIET
        y = middle + NAME_PX * 0.35 - (_GAP if head.when else 0)
        for line in wrapped(head.name, curated=curated, room=room / 1.06, rows=2):
            span = Span(line, tone, bold=bool(head.number), curated=curated)
            self._pen.text(parent, (span,), (left, y))
            y += LEADING_PX
        if not head.when:
            return y - LEADING_PX
        curated = not head.when_in_article
        when = known(self._short(head), curated=curated, room=room, px=SMALL_PX)
        small = SubElement(parent, "g", {"font-size": number(SMALL_PX)})
        self._pen.text(small, (Span(when, Tone.QUIET, curated=curated),), (left, y - 1))
        return y

    def _sign(self, parent: Element, outcome: OutcomeView, at: XY) -> None:
        ink = self._pen.ink
        sign = draw_sign(parent, OutcomeStatus(outcome.name), ink["later"], ink["number"])
        sign.set("transform", f"translate({number(at[0])} {number(at[1])})")

    def _short(self, head: RowHead) -> str:
        """A stop's days without the year, which stands at the head of the grid."""
        when = self._tour.stops[head.number - 1].when
        return show(when, year=False) if when else ""

    def _item(self, parent: Element, item: ItemView, top: float) -> None:
        group = SubElement(parent, "g", {"class": "ta-item"})
        place = item.wide if self._wide else item.narrow
        y = top + _ROW_PAD + (place.lane + 0.5) * _PITCH_PX
        at = spot(item.band, self._left, self._grid_px, y)
        draw_mark(self._pen, group, item.band, item.look, at)
        if item.moved:
            moved = item.moved
            other = spot(moved.band, self._left, self._grid_px, y + _PITCH_PX)
            x = self._left + (moved.x + (moved.width if moved.back else 0)) / 100 * self._grid_px
            draw_link(self._pen, group, at, other, x)
            draw_mark(self._pen, group, moved.band, moved.look, other)
        self._label(group, item, place, at)

    def _label(self, parent: Element, item: ItemView, place: Place, at: Spot) -> None:
        """An event's name beside its mark or below it, with its outcome's sign and its hour."""
        left, right = ends_px(item.band, at)
        below = place.side in {"below", "below-end"}
        y = at.y + (_PITCH_PX * (2 if item.moved else 1) if below else 0)
        align: Align = "end" if place.side in {"left", "below-end"} else "start"
        x = {"right": right + _GAP, "left": left - _GAP, "below": left}.get(
            place.side, self._left + self._grid_px - 2
        )
        room = place.room / 100 * self._grid_px - (0 if below else _GAP + 2)
        if item.outcome:
            toward = -1 if align == "end" else 1
            self._sign(parent, item.outcome, (x + toward * SIGN_PX / 2, y))
            x += toward * (SIGN_PX + 4)
            room -= SIGN_PX + 4
        text = SubElement(parent, "g", self._pen.halo("panel"))
        self._pen.text(text, tuple(_spans(item, room)), (x, y + NAME_PX * 0.35), align)

    def _notes(self, parent: Element, grid: Grid) -> None:
        """What the grid's patterns mean, under it."""
        notes = []
        if grid.edge is not None:
            notes.append(word("timeline_hatched", day=show(self._tour.tour.as_of, long=True)))
        if grid.days[-1].knowledge == "after":
            notes.append(word("timeline_shaded"))
        if grid.more:
            notes.append(counted("timeline_more_listed", grid.more))
        group = SubElement(parent, "g", {"font-size": number(SMALL_PX)})
        for line in _wrapped(notes, self._width - 2 * _EDGE_PX):
            self._y += 16
            self._pen.text(group, (Span(line, Tone.QUIET),), (_EDGE_PX, self._y))

    def _said(self) -> Iterator[str]:
        """The picture in words, for those who don't see it."""
        for row in self._time.grid.rows if self._time.grid else ():
            head = row.head
            name = word("stop_named", number=head.number, name=head.name) if head.number else head.name
            yield f"{name}{f', {head.when}' if head.when else ''}."
            for item in row.items:
                told = f"{item.label}, {item.words}, {item.when}"
                after = item.outcome
                yield f"{word('as_reported', what=told, outcome=after.words) if after else told}."
        for strip in self._time.strips:
            chips = ", ".join(f"{chip.label} ({chip.words})" for chip in strip.chips)
            yield f"{strip.title}: {chips}."


def _spans(item: ItemView, room: float) -> Iterator[Span]:
    hour = f" {item.hour}" if item.hour else ""
    curated = not item.in_article and not item.look.later
    yield Span(known(item.label, curated=curated, room=room - text_width(hour, NAME_PX)), curated=curated)
    if hour:
        yield Span(hour, Tone.QUIET)


def _wrapped(sentences: list[str], room: float) -> Iterator[str]:
    """Sentences on as few lines as they fit on."""
    line = ""
    for sentence in sentences:
        longer = f"{line} {sentence}".strip()
        if line and text_width(longer, SMALL_PX) > room:
            yield line
            longer = sentence
        line = longer
    if line:
        yield line
