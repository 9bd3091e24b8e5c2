"""Places in a text: spans of Unicode code points, lines and columns, and UTF-16 units for JavaScript."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, in Unicode code points, `end` exclusive (W3C Web Annotation,
    TextPositionSelector).

    Spans sort by start, then end. ValueError if `start` is negative or behind `end`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Whether the span has at least one code point."""
        return self.end > self.start

    def of(self, text: str) -> str:
        """The stretch of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


def normalise_newlines(text: str) -> str:
    """`text` with CRLF and CR as LF; all offsets of this package count in the result."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Lines:
    """The lines of a text, parted by LF alone; line and column of an offset in O(log lines)."""

    def __init__(self, text: str) -> None:
        self.text = text
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self.starts = starts

    def __len__(self) -> int:
        return len(self.starts)

    def index(self, offset: int) -> int:
        """The 0-based number of the line that `offset` stands in; a newline belongs to the line it ends."""
        return bisect_right(self.starts, offset) - 1

    def span(self, index: int) -> Span:
        """The 0-based `index`-th line, without its newline."""
        last = index + 1 == len(self.starts)
        return Span(self.starts[index], len(self.text) if last else self.starts[index + 1] - 1)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`, both from 1, in code points; ValueError outside the text."""
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside a text of {len(self.text)} code points")
        index = self.index(offset)
        return index + 1, offset - self.starts[index] + 1


class Utf16:
    """Code-point offsets as UTF-16 units, in which JavaScript's strings count; O(log n) an offset.

    A code point above U+FFFF counts two units, any other (a lone surrogate too) one.
    """

    def __init__(self, text: str) -> None:
        self._astral = [] if text.isascii() else [at for at, char in enumerate(text) if char > "\uffff"]

    def offset(self, offset: int) -> int:
        """The number of UTF-16 units before the code point at `offset`."""
        return offset + bisect_left(self._astral, offset)

    def span(self, span: Span) -> Span:
        """`span` in UTF-16 units."""
        return Span(self.offset(span.start), self.offset(span.end))
