"""The words on a drawn map: lines of spans, each with its look, measured and cut to the room there is."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from touratlas.views.knowledge import ASTERISK
from touratlas.views.placing import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from touratlas.views.ends import FarEnd

NAME_PX = 12.0  # of the names of stops and their days
SMALL_PX = 11.0  # of the names of countries and ends, scale and attribution
LEADING_PX = 15.0
_BOLDER = 1.06
_ELLIPSIS = "…"


class Tone(StrEnum):
    """What a text is about, which gives its colour: a token of the palette."""

    INK = "ink"
    QUIET = "ink2"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look. What is the curator's is set in italics, with its asterisk in the text."""

    text: str
    tone: Tone = Tone.INK
    bold: bool = False
    curated: bool = False

    @property
    def rtl(self) -> bool:
        """Whether it reads from right to left: by its first letter that has a direction."""
        strong = (unicodedata.bidirectional(char) for char in self.text)
        return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under each other, all of one size in px."""

    lines: tuple[Line, ...]
    px: float = NAME_PX

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height, estimated from above."""
        widths = [
            sum(text_width(span.text, self.px) * (_BOLDER if span.bold else 1) for span in line)
            for line in self.lines
        ]
        return max(widths, default=0.0) + 2, LEADING_PX * len(self.lines)

    @property
    def first(self) -> Block:
        """Its first line alone."""
        return Block(self.lines[:1], self.px)


def known(text: str, *, curated: bool, room: float, px: float = NAME_PX) -> str:
    """A text cut to `room` px, with the asterisk of what is the curator's."""
    mark = ASTERISK if curated else ""
    if text_width(text + mark, px) <= room:
        return text + mark
    kept = text
    while kept and text_width(kept + _ELLIPSIS + mark, px) > room:
        kept = kept[:-1]
    while kept and (unicodedata.combining(kept[-1]) or kept[-1].isspace()):
        kept = kept[:-1]
    return kept + _ELLIPSIS + mark


def wrapped(text: str, *, curated: bool, room: float, rows: int) -> tuple[str, ...]:
    """A text on at most so many lines of `room` px, broken between words; what is still too long is cut as by
    :func:`known`.
    """
    words, lines = text.split(), [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(lines) < rows and text_width(longer + ASTERISK, NAME_PX) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    *before, last = lines
    return (
        *(known(line, curated=False, room=room) for line in before),
        known(last, curated=curated, room=room),
    )


def end_lines(told: FarEnd, room: float, px: float, *, dates: bool, apart: bool) -> tuple[Line, ...]:
    """What is told of an end of the journey: `From Hakodate` and its day, on lines of their own or on one."""
    name = known(told.name, curated=told.curated, room=room, px=px)
    before, _, behind = told.said.partition("{place}")
    spans = Span(before), Span(name, curated=told.curated), Span(behind)
    who = tuple(span for span in spans if span.text)
    if not (dates and told.when):
        return (who,)
    day = known(told.when, curated=told.when_curated, room=room, px=px)
    if apart:
        return who, (Span(day, Tone.QUIET, curated=told.when_curated),)
    return ((*who, Span(", "), Span(day, Tone.QUIET, curated=told.when_curated)),)


def plain(lines: Sequence[Line]) -> str:
    """The same words without their look."""
    return " ".join("".join(span.text for span in line) for line in lines)
