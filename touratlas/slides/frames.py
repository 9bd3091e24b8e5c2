"""Slides as values: a title, paragraphs, a picture, notes; and how much text has room on one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, Final

from touratlas.views.placing import text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDE_PT: Final = 960.0  # a slide of 13⅓ by 7½ inches
HIGH_PT: Final = 540.0
SIDE_PT: Final = 40.0  # margin left and right
TITLE_PT: Final = (24.0, 62.0)  # where the title begins, and its height
BODY_PT: Final = (94.0, 398.0)  # the same of what is below it,
ALONE_PT: Final = (80.0, 432.0)  # and of a picture without text
HALF_PT: Final = 410.0  # width of text beside a picture
GUTTER_PT: Final = 20.0
_LEADING: Final = 1.22  # of the size, from line to line
_INDENT_PT: Final = 14.0  # of what belongs to the paragraph before


class Tone(StrEnum):
    """What a text is, which gives its colour."""

    INK = "ink"
    QUIET = "quiet"
    ARTICLE = "article"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look."""

    text: str
    tone: Tone = Tone.INK
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words on lines of their own, of one size in points, `above` them some room; `under`: they belong to the paragraph
    before.
    """

    runs: tuple[Run, ...]
    size: float = 18.0
    above: float = 0.0
    under: bool = False

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.runs)

    def height(self, width: float) -> float:
        """How high it is (pt) in a column of some width, estimated from above."""
        room = width - (_INDENT_PT if self.under else 0)
        lines = max(ceil(1.04 * text_width(self.text, self.size) / room), 1)
        return lines * self.size * _LEADING + self.above


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn picture (SVG, with its size in px) and the same in words."""

    svg: str
    size: tuple[float, float]
    said: str
    name: str


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that stay together, and what the speaker has to say to them."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...] = ()

    def height(self, width: float) -> float:
        """How high it is (pt) in a column of some width."""
        return sum(one.height(width) for one in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide."""

    title: str
    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[str, ...] = ()
    picture: Picture | None = None
    opening: bool = False

    @property
    def text_width(self) -> float:
        """How wide its text is (pt)."""
        return HALF_PT if self.picture and self.paragraphs else WIDE_PT - 2 * SIDE_PT


def spread(slide: Slide, blocks: Iterable[Block], most: int = 100) -> Iterator[Slide]:
    """The blocks on as many slides like this one as they need, `most` on each; what the slide has already stands on
    every one of them, and several are told apart by their titles.
    """
    base = replace(slide, paragraphs=slide.paragraphs or (Paragraph((Run(""),)),))
    width = base.text_width
    room = BODY_PT[1] - sum(one.height(width) for one in slide.paragraphs)
    pages = _balanced(list(blocks), width, room, most)
    for number, page in enumerate(pages, 1):
        title = slide.title if len(pages) == 1 else f"{slide.title} ({number} of {len(pages)})"
        paragraphs = tuple(one for block in page for one in block.paragraphs)
        notes = tuple(note for block in page for note in block.notes)
        yield replace(
            slide, title=title, paragraphs=slide.paragraphs + paragraphs, notes=(*slide.notes, *notes)
        )


def _balanced(blocks: list[Block], width: float, room: float, most: int) -> list[list[Block]]:
    """The blocks on as few pages as they need, about as many on each."""
    pages = list(_pages(blocks, width, room, most)) or [[]]
    even = ceil(sum(len(page) for page in pages) / len(pages))
    evened = list(_pages(blocks, width, room, min(most, max(even, 1)))) or [[]]
    return evened if len(evened) == len(pages) else pages


def _pages(blocks: Iterable[Block], width: float, room: float, most: int) -> Iterator[list[Block]]:
    page: list[Block] = []
    left = room
    for block in blocks:
        for part in _cut(block, width, room):
            high = part.height(width)
            if page and (high > left or len(page) == most):
                yield page
                page, left = [], room
            page.append(part)
            left -= high
    if page:
        yield page


def _cut(block: Block, width: float, room: float) -> Iterator[Block]:
    """A block, or where it is higher than a slide, parts of it of about the same height, each with room on one."""
    pieces = [piece for one in block.paragraphs for piece in _pieces(one, width, room)]
    whole = sum(one.height(width) for one in pieces)
    enough = whole / ceil(whole / room)
    parts: list[Paragraph] = []
    high = 0.0
    for piece in pieces:
        more = piece.height(width)
        if parts and (high + more > room or high >= enough):
            yield Block(tuple(parts))
            parts, high = [], 0.0
        parts.append(piece)
        high += more
    yield Block(tuple(parts), block.notes)


def _pieces(paragraph: Paragraph, width: float, room: float) -> Iterator[Paragraph]:
    """A paragraph, or where it is higher than a slide, pieces of it, cut between words if it has any."""
    if paragraph.height(width) <= room:
        yield paragraph
        return
    fits = max(int(len(paragraph.text) * room / paragraph.height(width) * 0.9), 1)
    text, look = paragraph.text, paragraph.runs[0]
    while text:
        cut = text.rfind(" ", 0, fits) + 1 if len(text) > fits else 0
        end = cut or fits
        yield replace(paragraph, runs=(replace(look, text=text[:end]),))
        text = text[end:]


def reads_from_right(text: str) -> bool:
    """Whether a text reads from right to left: by its first letter that has a direction."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"
