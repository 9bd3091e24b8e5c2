"""The text as a quote is written: without citation markers and Markdown delimiters, white space as single
blanks.

Nothing else is changed, so every character of the normalised text stands for one code point of the article,
and `starts` says which. Quotes are found, and sentences told apart, in this text.

What the removal of a marker run leaves: `word[8], next` and `word [8], next` both read `word, next`,
because a blank before a run goes with it when closing punctuation follows directly; `word [8] next` reads
`word next`.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from touratlas.article.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

KEY_LENGTH = 12
"""How many characters of a quote the index looks up; shorter quotes are found by scanning."""

_WORD = re.compile(r"\S+")
_ALNUM = re.compile(r"[^\W_]+")
_CLOSING = frozenset(".,;:!?)]}\"'”’»›…。，、；：！？）」』】؟،؛۔।")
_MARKS_LOOKED_BACK = 8
_JOINER = "\u200d"


def squeeze(text: str) -> str:
    """`text` with every run of white space as one blank, and none at its ends."""
    return " ".join(text.split())


def is_word_char(char: str) -> bool:
    """Whether `char` is a letter of a cased script or a decimal digit."""
    return char.isdecimal() or char.lower() != char.upper()


def word_keys(text: str) -> Iterator[str]:
    """By what texts are compared roughly: words without capitals, pairs of letters where blanks part no words."""
    for word in _ALNUM.findall(unicodedata.normalize("NFKC", text).casefold()):
        if word.isascii() or all(map(is_word_char, word)):
            yield word
        else:
            yield from (word[at : at + 2] for at in range(len(word)))


class Normalised:
    """The normalised text of an article, with the offset of each of its characters and an index of its
    words.

    `text` is the normalised text, `starts[i]` the code-point offset of `text[i]` in the article, and
    `breaks` the places in `text` where a marker run stood between two characters that now touch.
    """

    def __init__(self, source: str, runs: Sequence[Span], hidden: Sequence[Span]) -> None:
        self._chunks: list[str] = []
        self._size = 0
        self.starts = array("Q")
        self._breaks: set[int] = set()
        # Since the last character kept: the first blank, whether a run was there, and a blank behind the run.
        self._blank = -1
        self._run = self._blank_behind = False
        at = 0
        for span, is_run in _in_order(runs, hidden):
            self._keep(source, at, span.start)
            if is_run:
                self._run, self._blank_behind = True, False
            at = max(at, span.end)
        self._keep(source, at, len(source))
        self.text = "".join(self._chunks)
        self.breaks = frozenset(self._breaks)
        self._ordered = sorted(self._breaks)
        self._chunks.clear()

    def _keep(self, source: str, start: int, end: int) -> None:
        at = start
        for word in _WORD.finditer(source, start, end):
            if word.start() > at:
                self._see_blank(at)
            self._close_gap(word.group()[0])
            self._chunks.append(word.group())
            self.starts.extend(range(word.start(), word.end()))
            self._size += word.end() - word.start()
            at = word.end()
        if end > at:
            self._see_blank(at)

    def _see_blank(self, at: int) -> None:
        self._blank = at if self._blank < 0 else self._blank
        self._blank_behind = self._run

    def _close_gap(self, char: str) -> None:
        swallowed = self._run and not self._blank_behind and char in _CLOSING
        if self._size and self._blank >= 0 and not swallowed:
            self._chunks.append(" ")
            self.starts.append(self._blank)
            self._size += 1
        elif self._run:
            self._breaks.add(self._size)
        self._blank, self._run, self._blank_behind = -1, False, False

    def slice(self, span: Span) -> tuple[int, int]:
        """Where the characters of `span` stand in the normalised text: start and end there."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def breaks_in(self, start: int, end: int) -> Sequence[int]:
        """The breaks in `text[start:end]`, in order."""
        return self._ordered[bisect_left(self._ordered, start) : bisect_left(self._ordered, end)]

    def plain(self, span: Span) -> str:
        """The text of `span` as a quote of it is written."""
        start, end = self.slice(span)
        return self.text[start:end].strip()

    def span(self, start: int, end: int) -> Span:
        """The place in the article of `text[start:end]`, which must not be empty."""
        return Span(self.starts[start], self.starts[end - 1] + 1)

    def cuts_word(self, at: int) -> bool:
        """Whether a cut before `text[at]` falls inside a word of a cased script, a number or a combined
        character.
        """
        text = self.text
        if not 0 < at < len(text) or at in self.breaks:
            return False
        before, after = text[at - 1], text[at]
        if unicodedata.category(after)[0] == "M" or _JOINER in (before, after):
            return not before.isspace()
        if is_word_char(after) and is_word_char(self._base(at - 1)):
            return True
        return self._cuts_number(at)

    def _base(self, at: int) -> str:
        for back in range(min(at, _MARKS_LOOKED_BACK)):
            if unicodedata.category(self.text[at - back])[0] != "M":
                return self.text[at - back]
        return self.text[at]

    def _cuts_number(self, at: int) -> bool:
        """Whether a decimal point or a thousands comma stands before or behind the cut."""
        around = self.text[max(0, at - 2) : at + 2]
        middle = min(2, at)
        if around[middle] in ".,":
            return around[middle - 1].isdecimal() and around[middle + 1 :].isdecimal()
        return around[middle - 1] in ".," and around[middle].isdecimal() and around[: middle - 1].isdecimal()

    @cached_property
    def index(self) -> dict[str, array[int]]:
        """From the first `KEY_LENGTH` characters at each possible start of a word to the places where they
        stand.
        """
        found: dict[str, array[int]] = {}
        for at in self._word_starts():
            found.setdefault(self.text[at : at + KEY_LENGTH], array("Q")).append(at)
        return found

    def _word_starts(self) -> Iterable[int]:
        """Every place where a word may start, in order; some are not, which the caller checks."""
        for word in _ALNUM.finditer(self.text):
            yield word.start()
            inner = range(word.start() + 1, word.end())
            if word.group().isascii() or all(map(is_word_char, word.group())):
                yield from (at for at in inner if at in self.breaks) if self.breaks else ()
            else:  # scripts without capitals beside others: a word may start anywhere between them
                yield from (at for at in inner if is_word_char(self.text[at]) and not self.cuts_word(at))


def _in_order(runs: Sequence[Span], hidden: Sequence[Span]) -> list[tuple[Span, bool]]:
    return sorted([(span, True) for span in runs] + [(span, False) for span in hidden])
