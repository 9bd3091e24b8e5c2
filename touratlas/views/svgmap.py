"""The map of a tour as an SVG picture, for every place where no map library runs: the snapshot, paper, slides.

    svg_map(atlas.tour)                                          # in a page: colours follow its custom properties
    svg_map(atlas.tour, links=links, chosen="tokyo", ids="m1")   # every stop is a link
    svg_map(atlas.tour, palette=DARK, size=(1600, 900))          # a picture that stands alone

Without `palette` each colour is a custom property with the light colour behind it, such as
`var(--ta-land,#F7F3EA)`; the page sets `--ta-panel`, `--ta-sea`, `--ta-land`, `--ta-ink`, `--ta-ink2`,
`--ta-article`, `--ta-later`, `--ta-edge` and `--ta-number`. There is no script and no style sheet in it, so it
stands under any Content-Security-Policy.

Its parts have classes that a page can style and a script can find: `ta-ground` (land, borders and legs: what
grows when a page zooms; its strokes keep their width), and above it `ta-names` and `ta-stops`, in which each
stop is a group `ta-stop` with `data-stop`, moved to its true point.

Marks are 26 px and names 12 px of the picture's own pixels: for a large screen make a picture of half the
size and show it twice as large.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Final, Protocol
from xml.etree.ElementTree import Element, SubElement, tostring

from touratlas.views.drawing import MARK_PX
from touratlas.views.furniture import ATTRIBUTION
from touratlas.views.links import Choice
from touratlas.views.mapplan import END_PX, MapPlan, map_plan
from touratlas.views.maptext import LEADING_PX, NAME_PX, SMALL_PX, Block, Span, Tone
from touratlas.views.marks import LIGHT, MARKS
from touratlas.views.paths import number, path_data
from touratlas.views.signs import draw_sign
from touratlas.words import View

if TYPE_CHECKING:
    from touratlas.model import Tour
    from touratlas.views.labels import Align, Label
    from touratlas.views.mapplan import EndMark, StopMark
    from touratlas.views.marks import Palette
    from touratlas.views.placing import XY, Box
    from touratlas.views.routes import Head

FONTS: Final = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Open Sans", sans-serif'
_GRID: Final = 0.5  # of the detail: the grid on which the land's points lie
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNED: Final = {
    "start": "end",
    "middle": "middle",
    "end": "start",
}  # a text from right to left starts at its right
_HEAD: Final = "M0-6L5 5L0 2.5L-5 5z"


class Links(Protocol):
    """Where a choice leads, such as :class:`touratlas.views.links.QueryLinks`."""

    def to(self, choice: Choice) -> str:
        """The address that opens a choice."""


def svg_map(  # noqa: PLR0913 - keywords, each with a default
    tour: Tour,
    *,
    view: View = View.ARTICLE,
    size: tuple[float, float] = (865, 420),
    palette: Palette | None = None,
    links: Links | None = None,
    chosen: str = "",
    detail: float = 0.5,
    ids: str = "ta-map",
) -> str:
    """The map of a tour as an SVG element.

    `size` is in px. With `palette` its colours are literal, else they are custom properties. With `links`
    each stop is a link, and the picture a group; without, it is one image with title and description.
    `chosen` is the id of the stop to point out. `detail` says in px how true land and borders are: a page
    that lets its readers zoom in eight times asks for 0.1, and pays for it in bytes. `ids` begins every id in
    it, and so must differ between the maps of one page.

    Raises ValueError for a picture without room, and for text that XML can't carry (which no checked tour has).
    """
    return draw(
        map_plan(tour, view, size, detail),
        palette=palette,
        links=links,
        chosen=chosen,
        detail=detail,
        ids=ids,
    )


def draw(
    plan: MapPlan,
    *,
    palette: Palette | None = None,
    links: Links | None = None,
    chosen: str = "",
    detail: float = 0.5,
    ids: str = "ta-map",
) -> str:
    """The picture of a plan; see :func:`svg_map`."""
    root = _Pen(plan, palette, detail).picture(links, chosen, ids)
    for element in root.iter():
        for text in (element.text or "", *element.attrib.values()):
            if _FORBIDDEN.search(text):
                raise ValueError(f"a character that XML can't carry in {text!r}")
    return tostring(root, encoding="unicode")


class _Pen:
    """Draws one plan in one set of colours."""

    def __init__(self, plan: MapPlan, palette: Palette | None, detail: float) -> None:
        self._plan = plan
        self._step = detail * _GRID
        colours = asdict(palette or LIGHT)
        self._ink = (
            colours if palette else {key: f"var(--ta-{key},{value})" for key, value in colours.items()}
        )

    def picture(self, links: Links | None, chosen: str, ids: str) -> Element:
        """The whole picture."""
        width, height = (number(one) for one in (self._plan.projection.width, self._plan.projection.height))
        root = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "class": "ta-map",
                "viewBox": f"0 0 {width} {height}",
                "width": width,
                "height": height,
                "role": "group" if links else "img",
                "aria-labelledby": f"{ids}-title",
                "aria-describedby": f"{ids}-desc",
                "font-family": FONTS,
                "font-size": number(NAME_PX),
            },
        )
        SubElement(root, "title", {"id": f"{ids}-title"}).text = self._plan.title
        SubElement(root, "desc", {"id": f"{ids}-desc"}).text = self._plan.description
        self._ground(root)
        self._names(root)
        stops = SubElement(root, "g", {"class": "ta-stops"})
        for stop in sorted(self._plan.stops, key=lambda stop: stop.id == chosen):
            self._stop(stops, stop, links, chosen=stop.id == chosen)
        return root

    def _ground(self, root: Element) -> None:
        """Sea, land, borders and legs: what is true to the globe."""
        plan, ink = self._plan, self._ink
        group = SubElement(root, "g", {"class": "ta-ground", "fill": "none"})
        sea = {"class": "ta-sea", "fill": ink["sea"]}
        frame = {"width": number(plan.projection.width), "height": number(plan.projection.height)}
        if plan.ground.globe:
            SubElement(group, "rect", {**frame, "fill": ink["panel"]})
            self._shape(group, path_data([plan.ground.globe], self._step, closed=True), sea)
        else:
            SubElement(group, "rect", {**frame, **sea})
        land = {"class": "ta-land", "fill": ink["land"], "fill-rule": "evenodd", "stroke": ink["edge"]}
        self._shape(
            group, path_data(plan.ground.land, self._step, closed=True), {**land, "stroke-width": "0.75"}
        )
        borders = {
            "class": "ta-borders",
            "stroke": ink["edge"],
            "stroke-width": "0.5",
            "stroke-opacity": "0.7",
        }
        self._shape(group, path_data(plan.ground.borders, self._step), borders)
        if plan.ground.globe:
            edge = {"stroke": ink["edge"], "stroke-width": "0.75"}
            self._shape(group, path_data([plan.ground.globe], self._step, closed=True), edge)
        legs = SubElement(group, "g", {"class": "ta-legs", "stroke": ink["article"], "stroke-width": "2"})
        for one in plan.routes:
            look = {"stroke-dasharray": "6 5"} if one.dashed else {}
            self._shape(legs, path_data(one.parts, self._step), look)

    def _shape(self, parent: Element, data: str, look: dict[str, str]) -> None:
        """A path on the grid; its stroke is as wide at every zoom."""
        if data:
            scale = {"transform": f"scale({self._step:g})", "vector-effect": "non-scaling-stroke"}
            SubElement(parent, "path", {**look, "d": data, **scale})

    def _names(self, root: Element) -> None:
        """What is told on the ground: directions, countries, far ends, scale, attribution."""
        group = SubElement(root, "g", {"class": "ta-names"})
        for one in self._plan.routes:
            if one.head:
                self._arrow_head(group, one.head)
        quiet = {"font-size": number(SMALL_PX), "fill": self._ink["ink2"], "text-anchor": "middle"}
        names = SubElement(
            group, "g", {"class": "ta-countries", "letter-spacing": "0.02em", **quiet, **self._halo()}
        )
        for country in self._plan.countries:
            x, y = country.at
            place = {"x": number(x), "y": number(y + SMALL_PX * 0.35)}
            self._line(names, (Span(country.name, Tone.QUIET),), place)
        self._edges(group)
        for end in self._plan.ends:
            self._end(group, end)
        self._foot(group)

    def _edges(self, parent: Element) -> None:
        for edge in self._plan.edges:
            group = SubElement(parent, "g", {"class": "ta-far"})
            (ax, ay), (bx, by) = edge.line
            look = {"stroke": self._ink["article"], "stroke-width": "2"} | (
                {"stroke-dasharray": "6 5"} if edge.dashed else {}
            )
            ends = {"x1": number(ax), "y1": number(ay), "x2": number(bx), "y2": number(by)}
            SubElement(group, "line", {**ends, **look})
            self._arrow_head(group, edge.head)
            self._block(group, edge.text, edge.box, edge.align)

    def _end(self, parent: Element, end: EndMark) -> None:
        group = SubElement(parent, "g", {"class": "ta-end"})
        x, y = end.at
        look = {"fill": self._ink["panel"], "stroke": self._ink["article"], "stroke-width": "2"}
        SubElement(group, "circle", {"cx": number(x), "cy": number(y), "r": number(END_PX / 2 - 1), **look})
        self._label(group, end.text, end.label)

    def _arrow_head(self, parent: Element, head: Head) -> None:
        x, y = head.at
        turn = f"translate({number(x)} {number(y)}) rotate({number(head.angle)})"
        look = {"fill": self._ink["article"], "stroke": self._ink["land"], "stroke-width": "1"}
        SubElement(
            parent,
            "path",
            {"class": "ta-head", "d": _HEAD, "transform": turn, "paint-order": "stroke", **look},
        )

    def _foot(self, parent: Element) -> None:
        """The scale and the attribution."""
        tools = self._plan.furniture
        look = {"font-size": number(SMALL_PX), "fill": self._ink["ink2"]}
        group = SubElement(parent, "g", {"class": "ta-foot", **look})
        x, y = tools.bar
        bar = f"M{number(x)} {number(y - 4)}v4h{number(tools.bar_px)}v-4"
        SubElement(
            group, "path", {"d": bar, "fill": "none", "stroke": self._ink["land"], "stroke-width": "4"}
        )
        SubElement(
            group, "path", {"d": bar, "fill": "none", "stroke": self._ink["ink2"], "stroke-width": "1.5"}
        )
        halo = self._halo()
        SubElement(group, "text", {"x": number(x), "y": number(y - 8), **halo}).text = tools.words
        x, y = tools.attribution
        place = {"x": number(x), "y": number(y), "text-anchor": "end"}
        SubElement(group, "text", {**place, **halo}).text = ATTRIBUTION

    def _stop(self, parent: Element, stop: StopMark, links: Links | None, *, chosen: bool) -> None:
        x, y = stop.point
        look = {"class": f"ta-stop ta-{stop.status.value}", "data-stop": stop.id}
        group = SubElement(parent, "g", {**look, "transform": f"translate({number(x)} {number(y)})"})
        if links:
            target = {"href": links.to(Choice(stop.id)), "aria-label": stop.said}
            group = SubElement(group, "a", {**target, **({"aria-current": "true"} if chosen else {})})
        dx, dy = stop.at[0] - x, stop.at[1] - y
        if dx * dx + dy * dy > 4:
            line = {"x2": number(dx), "y2": number(dy), "stroke": self._ink["article"], "stroke-width": "1.5"}
            SubElement(group, "line", line)
            SubElement(group, "circle", {"r": "2", "fill": self._ink["article"]})
        self._disc(group, stop, (dx, dy), chosen=chosen)
        self._label(group, stop.text, stop.label, stop.point)
        if stop.sign:
            sign = draw_sign(group, stop.sign, self._ink["later"], self._ink["number"])
            sign.set("transform", f"translate({number(stop.sign_at[0] - x)} {number(stop.sign_at[1] - y)})")

    def _disc(self, parent: Element, stop: StopMark, at: XY, *, chosen: bool) -> None:
        place = {"cx": number(at[0]), "cy": number(at[1])}
        if chosen:
            around = {"fill": "none", "stroke-width": "3"}
            SubElement(parent, "circle", {**place, "r": "14.5", **around, "stroke": self._ink["panel"]})
            SubElement(parent, "circle", {**place, "r": "17.5", **around, "stroke": self._ink["article"]})
        mark = MARKS[stop.status]
        fill = self._ink["article" if mark.filled else "panel"]
        look = {"fill": fill, "stroke": self._ink["article"], "stroke-width": "2"}
        if mark.dash:
            look["stroke-dasharray"] = mark.dash
        SubElement(parent, "circle", {"class": "ta-disc", **place, "r": number(MARK_PX / 2 - 1), **look})
        text = {"x": number(at[0]), "y": number(at[1] + 4.6), "text-anchor": "middle", "font-size": "13"}
        ink = self._ink["number" if mark.filled else "article"]
        SubElement(parent, "text", {**text, "font-weight": "700", "fill": ink}).text = str(stop.number)

    def _label(self, parent: Element, text: Block, label: Label | None, origin: XY = (0, 0)) -> None:
        if label is None:
            return
        if label.leader:
            (ax, ay), (bx, by) = ((x - origin[0], y - origin[1]) for x, y in label.leader)
            ends = {"x1": number(ax), "y1": number(ay), "x2": number(bx), "y2": number(by)}
            SubElement(parent, "line", {**ends, "stroke": self._ink["article"], "stroke-width": "1"})
        left, top, right, bottom = label.box
        box = (left - origin[0], top - origin[1], right - origin[0], bottom - origin[1])
        self._block(parent, Block(text.lines[: label.rows], text.px), box, label.align)

    def _block(self, parent: Element, text: Block, box: Box, align: Align) -> None:
        """Lines of text in a box."""
        left, top, right, bottom = box
        x = {"start": left + 1, "middle": (left + right) / 2, "end": right - 1}[align]
        first = (top + bottom - LEADING_PX * len(text.lines)) / 2 + LEADING_PX / 2 + text.px * 0.35
        look = {"font-size": number(text.px), **self._halo()}
        group = SubElement(parent, "g", {"class": "ta-label", **look})
        for at, line in enumerate(text.lines):
            place = {"x": number(x), "y": number(first + at * LEADING_PX)}
            self._line(group, line, {**place, "text-anchor": _TURNED[align] if line[0].rtl else align})

    def _line(self, parent: Element, line: tuple[Span, ...], place: dict[str, str]) -> None:
        text = SubElement(parent, "text", place)
        for span in line:
            look = {"fill": self._ink[span.tone.value]}
            look |= {"font-weight": "700"} if span.bold else {}
            look |= {"font-style": "italic"} if span.curated else {}
            look |= {"direction": "rtl", "unicode-bidi": "isolate"} if span.rtl else {}
            if len(line) == 1 and not span.rtl:
                text.attrib |= look
                text.text = span.text
            else:
                SubElement(text, "tspan", look).text = span.text

    def _halo(self) -> dict[str, str]:
        """What keeps a text readable on lines and coasts."""
        look = {"stroke": self._ink["land"], "stroke-width": "3", "stroke-linejoin": "round"}
        return {**look, "paint-order": "stroke"}
