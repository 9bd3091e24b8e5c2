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

from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from touratlas.interface import word
from touratlas.views.drawing import MARK_PX
from touratlas.views.links import Choice
from touratlas.views.mapplan import END_PX, MapPlan, map_plan
from touratlas.views.maptext import SMALL_PX, Block, Span, Tone
from touratlas.views.paths import number, path_data
from touratlas.views.signs import draw_sign
from touratlas.views.svgpen import Links, Pen, written
from touratlas.words import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from touratlas.model import Tour
    from touratlas.views.labels import Label
    from touratlas.views.mapplan import EndMark, StopMark
    from touratlas.views.marks import Palette
    from touratlas.views.placing import XY
    from touratlas.views.routes import Head

_GRID: Final = 0.5  # of the detail: the grid on which the land's points lie
_HEAD: Final = "M0-6L5 5L0 2.5L-5 5z"


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
    return written(_Drawing(plan, Pen(palette), detail).picture(links, chosen, ids))


def point_out(parent: Element, at: XY, pen: Pen) -> None:
    """The ring around the mark of the chosen stop."""
    place = {"cx": number(at[0]), "cy": number(at[1]), "fill": "none"}
    SubElement(parent, "circle", {**place, "r": "14.5", **pen.stroke("panel", 3)})
    SubElement(parent, "circle", {**place, "r": "17.5", **pen.stroke("article", 3)})


class _Drawing:
    """Draws one plan with one pen."""

    def __init__(self, plan: MapPlan, pen: Pen, detail: float) -> None:
        self._plan = plan
        self._step = detail * _GRID
        self._pen = pen
        self._ink = pen.ink

    def picture(self, links: Links | None, chosen: str, ids: str) -> Element:
        """The whole picture."""
        size = self._plan.projection.width, self._plan.projection.height
        told = self._plan.title, self._plan.description
        root = self._pen.root("ta-map", size, told, ids, links=links is not None)
        for element, left in zip(root, self._plan.bare, strict=False):
            self._left(element, left)
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
            self._shape(group, [plan.ground.globe], sea, closed=True)
        else:
            SubElement(group, "rect", {**frame, **sea})
        land = {"class": "ta-land", "fill": ink["land"], "fill-rule": "evenodd", "stroke": ink["edge"]}
        self._shape(group, plan.ground.land, {**land, "stroke-width": "0.75"}, closed=True)
        borders = {
            "class": "ta-borders",
            "stroke": ink["edge"],
            "stroke-width": "0.5",
            "stroke-opacity": "0.7",
        }
        self._shape(group, plan.ground.borders, borders)
        if plan.ground.globe:
            edge = {"stroke": ink["edge"], "stroke-width": "0.75"}
            self._shape(group, [plan.ground.globe], edge, closed=True)
        legs = SubElement(group, "g", {"class": "ta-legs", "stroke": ink["article"], "stroke-width": "2"})
        for one in plan.routes:
            look = {"stroke-dasharray": "6 5"} if one.dashed else {}
            if one.later:
                look["stroke"] = ink["later"]
            look |= self._named("", supplied=one.supplied)
            self._shape(legs, one.parts, look)

    def _shape(
        self, parent: Element, paths: Sequence[Sequence[XY]], look: dict[str, str], *, closed: bool = False
    ) -> None:
        """Lines on the grid. In a page their stroke is as wide at every zoom, by an attribute that few programs
        know; so a picture that stands alone is drawn without.
        """
        alone = self._pen.alone
        data = path_data(paths, self._step, closed=closed, unit=self._step if alone else 1)
        scale = {"transform": f"scale({self._step:g})", "vector-effect": "non-scaling-stroke"}
        if data:
            SubElement(parent, "path", {**look, "d": data, **({} if alone else scale)})

    def _names(self, root: Element) -> None:
        """What is told on the ground: directions, countries, far ends, scale, attribution."""
        group = SubElement(root, "g", {"class": "ta-names"})
        for one in self._plan.routes:
            if one.head:
                self._arrow_head(group, one.head, later=one.later, supplied=one.supplied)
        quiet = {"font-size": number(SMALL_PX), "fill": self._ink["ink2"]}
        names = SubElement(
            group, "g", {"class": "ta-countries", "letter-spacing": "0.02em", **quiet, **self._pen.halo()}
        )
        for country in self._plan.countries:
            x, y = country.at
            self._pen.text(names, (Span(country.name, Tone.QUIET),), (x, y + SMALL_PX * 0.35), "middle")
        self._edges(group)
        for end in self._plan.ends:
            self._end(group, end)
        self._foot(group)

    def _edges(self, parent: Element) -> None:
        for edge in self._plan.edges:
            group = SubElement(parent, "g", self._named("ta-far", supplied=edge.supplied))
            self._pen.line(
                group,
                edge.line,
                self._pen.stroke("later" if edge.later else "article", 2, "6 5" if edge.dashed else ""),
            )
            self._arrow_head(group, edge.head, later=edge.later)
            self._pen.block(group, edge.text, edge.box, edge.align)

    def _end(self, parent: Element, end: EndMark) -> None:
        group = SubElement(parent, "g", self._named("ta-end", supplied=end.supplied))
        x, y = end.at
        look = {"fill": self._ink["panel"], "stroke": self._ink["article"], "stroke-width": "2"}
        SubElement(group, "circle", {"cx": number(x), "cy": number(y), "r": number(END_PX / 2 - 1), **look})
        self._label(group, end.text, end.label)

    def _named(self, name: str, *, supplied: bool) -> dict[str, str]:
        """The class of an element; in a page it says, too, where the strip test takes it away."""
        names = " ".join(
            part for part in (name, "ta-supplied" if supplied and not self._pen.alone else "") if part
        )
        return {"class": names} if names else {}

    def _left(self, element: Element, words: str) -> None:
        """In a page, what the strip test leaves of an element's words, where it takes some away."""
        if not self._pen.alone and words not in (element.text, element.get("aria-label")):
            element.set("data-bare", words)

    def _arrow_head(self, parent: Element, head: Head, *, later: bool, supplied: bool = False) -> None:
        x, y = head.at
        turn = f"translate({number(x)} {number(y)}) rotate({number(head.angle)})"
        fill = self._ink["later" if later else "article"]
        look = {"fill": fill, "stroke": self._ink["land"], "stroke-width": "1"}
        SubElement(
            parent,
            "path",
            {
                **self._named("ta-head", supplied=supplied),
                "d": _HEAD,
                "transform": turn,
                "paint-order": "stroke",
                **look,
            },
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
        halo = self._pen.halo()
        SubElement(group, "text", {"x": number(x), "y": number(y - 8), **halo}).text = tools.words
        x, y = tools.attribution
        place = {"x": number(x), "y": number(y), "text-anchor": "end"}
        SubElement(group, "text", {**place, **halo}).text = word("map_attribution")

    def _stop(self, parent: Element, stop: StopMark, links: Links | None, *, chosen: bool) -> None:
        x, y = stop.point
        look = self._named(f"ta-stop ta-{stop.status.value}", supplied=stop.supplied)
        look["data-stop"] = stop.id
        group = SubElement(parent, "g", {**look, "transform": f"translate({number(x)} {number(y)})"})
        if links:
            target = {"href": links.to(Choice(stop.id)), "aria-label": stop.said}
            group = SubElement(group, "a", {**target, **({"aria-current": "true"} if chosen else {})})
            if not stop.supplied:
                self._left(group, stop.bare)
        dx, dy = stop.at[0] - x, stop.at[1] - y
        if dx * dx + dy * dy > 4:
            self._pen.line(group, ((0, 0), (dx, dy)), self._pen.stroke("article", 1.5))
            SubElement(group, "circle", {"r": "2", "fill": self._ink["article"]})
        if chosen:
            point_out(group, (dx, dy), self._pen)
        self._pen.disc(group, (dx, dy), MARK_PX / 2, stop.status, str(stop.number))
        self._label(group, stop.text, stop.label, stop.point)
        if stop.sign:
            sign = draw_sign(group, stop.sign, self._ink["later"], self._ink["number"])
            sign.set("transform", f"translate({number(stop.sign_at[0] - x)} {number(stop.sign_at[1] - y)})")

    def _label(self, parent: Element, text: Block, label: Label | None, origin: XY = (0, 0)) -> None:
        if label is None:
            return
        if label.leader:
            start, end = ((x - origin[0], y - origin[1]) for x, y in label.leader)
            self._pen.line(parent, (start, end), self._pen.stroke("article", 1))
        left, top, right, bottom = label.box
        box = (left - origin[0], top - origin[1], right - origin[0], bottom - origin[1])
        self._pen.block(parent, Block(text.lines[: label.rows], text.px), box, label.align)
