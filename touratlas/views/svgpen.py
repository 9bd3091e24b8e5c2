"""What all our SVG pictures are drawn with: colours, shapes, discs, lines of text, and the check that XML can carry it.

Elements are made by :mod:`xml.etree`, which escapes every text and attribute. A picture has no style sheet, no
script and no reference, so it stands under any Content-Security-Policy; ids there are two, of title and description.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Final, Protocol
from xml.etree.ElementTree import Element, SubElement, tostring

from touratlas.views.maptext import LEADING_PX, NAME_PX, Block, Line
from touratlas.views.marks import LIGHT, MARKS
from touratlas.views.paths import number

if TYPE_CHECKING:
    from touratlas.views.labels import Align
    from touratlas.views.links import Choice
    from touratlas.views.marks import Palette
    from touratlas.views.placing import XY, Box
    from touratlas.words import Status

FONTS: Final = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Open Sans", sans-serif'
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RTL: Final = "\u2067"  # right-to-left isolate: programs know it that don't know `direction`
_END: Final = "\u2069"
_NUMBER_SHARE: Final = 0.5  # of a disc's width, for the size of its number


class Links(Protocol):
    """Where a choice leads, such as :class:`touratlas.views.links.QueryLinks`."""

    def to(self, choice: Choice) -> str:
        """The address that opens a choice."""


class Pen:
    """Draws in one set of colours: literal ones of a palette, or else custom properties with the light colour behind
    them, such as `var(--ta-land,#F7F3EA)`.
    """

    def __init__(self, palette: Palette | None) -> None:
        colours = asdict(palette or LIGHT)
        self.alone = (
            palette is not None
        )  # a picture outside a page, for programs that know less than browsers
        self.ink = colours if palette else {key: f"var(--ta-{key},{value})" for key, value in colours.items()}

    def root(self, name: str, size: XY, told: tuple[str, str], ids: str, *, links: bool) -> Element:
        """A picture with its title and description: one image, or a group if there are links in it."""
        width, height = (number(one) for one in size)
        root = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "class": name,
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
        SubElement(root, "title", {"id": f"{ids}-title"}).text = told[0]
        SubElement(root, "desc", {"id": f"{ids}-desc"}).text = told[1]
        return root

    def stroke(self, ink: str, width: float, dash: str = "") -> dict[str, str]:
        """The attributes of a stroke in a colour of the palette."""
        look = {"stroke": self.ink[ink], "stroke-width": number(width)}
        return {**look, "stroke-dasharray": dash} if dash else look

    def line(self, parent: Element, ends: tuple[XY, XY], look: dict[str, str]) -> None:
        """A straight line."""
        (ax, ay), (bx, by) = ends
        SubElement(
            parent, "line", {"x1": number(ax), "y1": number(ay), "x2": number(bx), "y2": number(by), **look}
        )

    def disc(self, parent: Element, at: XY, radius: float, status: Status, text: str) -> None:
        """The mark of a stop: filled, a ring or a dashed ring, with its number."""
        mark = MARKS[status]
        look = {
            "fill": self.ink["article" if mark.filled else "panel"],
            **self.stroke("article", 2, mark.dash),
        }
        place = {"cx": number(at[0]), "cy": number(at[1]), "r": number(radius - 1)}
        SubElement(parent, "circle", {"class": "ta-disc", **place, **look})
        px = 2 * radius * _NUMBER_SHARE
        told = {
            "x": number(at[0]),
            "y": number(at[1] + px * 0.355),
            "text-anchor": "middle",
            "font-size": number(px),
        }
        ink = self.ink["number" if mark.filled else "article"]
        SubElement(parent, "text", {**told, "font-weight": "700", "fill": ink}).text = text

    def block(self, parent: Element, text: Block, box: Box, align: Align, halo: str = "land") -> None:
        """Lines of text in a box, with a halo of a colour of the palette."""
        left, top, right, bottom = box
        x = {"start": left + 1, "middle": (left + right) / 2, "end": right - 1}[align]
        first = (top + bottom - LEADING_PX * len(text.lines)) / 2 + LEADING_PX / 2 + text.px * 0.35
        look = {"font-size": number(text.px), **self.halo(halo)}
        group = SubElement(parent, "g", {"class": "ta-label", **look})
        for at, line in enumerate(text.lines):
            self.text(group, line, (x, first + at * LEADING_PX), align)

    def text(self, parent: Element, line: Line, at: XY, align: Align = "start") -> None:
        """A line of text, its baseline at a point. What reads from right to left is isolated as that."""
        text = SubElement(parent, "text", {"x": number(at[0]), "y": number(at[1]), "text-anchor": align})
        for span in line:
            look = {"fill": self.ink[span.tone.value]}
            look |= {"font-weight": "700"} if span.bold else {}
            look |= {"font-style": "italic"} if span.curated else {}
            look |= {"class": "ta-x"} if span.curated and not self.alone else {}
            told = f"{_RTL}{span.text}{_END}" if span.rtl else span.text
            if len(line) == 1:
                text.attrib |= look
                text.text = told
            else:
                SubElement(text, "tspan", look).text = told

    def halo(self, ink: str = "land") -> dict[str, str]:
        """What keeps a text readable on lines and coasts."""
        return {**self.stroke(ink, 3), "stroke-linejoin": "round", "paint-order": "stroke"}


def written(root: Element) -> str:
    """The picture as text. Raises ValueError for characters that XML can't carry, which no checked tour has."""
    for element in root.iter():
        for text in (element.text or "", *element.attrib.values()):
            if _FORBIDDEN.search(text):
                raise ValueError(f"a character that XML can't carry in {text!r}")
    return tostring(root, encoding="unicode")
