"""Our SVG pictures in print: map and timeline with what they say in words, and the map without its names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, fromstring, tostring

from touratlas.views.mapplan import map_plan
from touratlas.views.marks import LIGHT
from touratlas.views.svgmap import draw
from touratlas.views.svgtimeline import svg_timeline
from touratlas.words import View

if TYPE_CHECKING:
    from touratlas.check import Atlas
    from touratlas.model import Tour

_SVG: Final = "http://www.w3.org/2000/svg"
_TRUE: Final = 0.35  # px: how true land is, in print


def map_picture(tour: Tour, size: tuple[float, float], view: View = View.ARTICLE) -> tuple[str, str]:
    """The map of a tour as SVG, and the same in words."""
    plan = map_plan(tour, view, size, _TRUE)
    return draw(plan, palette=LIGHT, detail=_TRUE), f"{plan.title}. {plan.description}"


def time_picture(atlas: Atlas, width: float, view: View = View.ARTICLE) -> tuple[str, str, float]:
    """The timeline as SVG, the same in words, and its height (px)."""
    svg = svg_timeline(atlas, view=view, width=width, palette=LIGHT)
    root = _read(svg)
    said = " ".join(root.findtext(part) or "" for part in ("title", "desc"))
    return svg, said, float(root.get("height", "0"))


def blank_map(tour: Tour, size: tuple[float, float]) -> str:
    """The map to be filled in: land, borders and a ring at each stop, without names, numbers or ways."""
    plan = map_plan(tour, View.ARTICLE, size, _TRUE)
    plan = replace(plan, title="", description="", routes=(), edges=(), ends=(), countries=())
    root = _read(draw(plan, palette=LIGHT, detail=_TRUE))
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


def _read(svg: str) -> Element:
    """One of our pictures as elements without the namespace in their names."""
    root = fromstring(svg)  # noqa: S314 - our own, made by xml.etree
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{_SVG}}}")
    root.set("xmlns", _SVG)
    return root
