"""Our SVG pictures made ready for typst: strokes in the picture's own pixels, and the map without its words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, fromstring, tostring

from touratlas.views.mapplan import map_plan
from touratlas.views.marks import LIGHT
from touratlas.views.svgmap import draw
from touratlas.words import View

if TYPE_CHECKING:
    from touratlas.model import Tour

_SVG: Final = "http://www.w3.org/2000/svg"
_SCALE: Final = re.compile(r"scale\(([0-9.]+)\)")
_TRUE: Final = 0.35  # px: how true land is, in print


def map_picture(tour: Tour, size: tuple[float, float], view: View = View.ARTICLE) -> tuple[str, str]:
    """The map of a tour as SVG for typst, and the same in words."""
    plan = map_plan(tour, view, size, _TRUE)
    svg = tostring(_ready(draw(plan, palette=LIGHT, detail=_TRUE)), encoding="unicode")
    return svg, f"{plan.title}. {plan.description}"


def blank_map(tour: Tour, size: tuple[float, float]) -> str:
    """The map to be filled in: land, borders and a ring at each stop, without names, numbers or ways."""
    plan = map_plan(tour, View.ARTICLE, size, _TRUE)
    plan = replace(plan, title="", description="", routes=(), edges=(), ends=(), countries=())
    root = _ready(draw(plan, palette=LIGHT, detail=_TRUE))
    for stop in root.iter("g"):
        if stop.attrib.pop("data-stop", ""):
            stop.set("class", "ta-stop")
            _emptied(stop)
    return tostring(root, encoding="unicode")


def _emptied(stop: Element) -> None:
    """Leave of a stop's mark a ring, and of a moved one the line to its true point."""
    for child in list(stop):
        if child.tag in {"text", "g"}:
            stop.remove(child)
        elif child.get("class") == "ta-disc":
            child.attrib.pop("stroke-dasharray", None)
            child.attrib |= {"fill": LIGHT.panel, "stroke": LIGHT.ink}


def _ready(svg: str) -> Element:
    """The picture with every stroke as wide as it is meant: typst's reader of SVG has no `vector-effect`."""
    root = fromstring(svg)  # noqa: S314 - our own, made by xml.etree
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{_SVG}}}")
    root.set("xmlns", _SVG)
    _widen(root, "1")
    return root


def _widen(element: Element, stroke: str) -> None:
    """Undo what scaling does to strokes that shall keep their width, which they may have from an element around."""
    stroke = element.get("stroke-width", stroke)
    scale = _SCALE.fullmatch(element.get("transform", ""))
    if element.attrib.pop("vector-effect", "") and scale:
        element.set("stroke-width", stroke)
        for name in {"stroke-width", "stroke-dasharray"} & set(element.attrib):
            lengths = [float(one) / float(scale[1]) for one in element.attrib[name].split()]
            element.set(name, " ".join(f"{one:g}" for one in lengths))
    for child in element:
        _widen(child, stroke)
