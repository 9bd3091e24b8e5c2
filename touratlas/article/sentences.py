"""The sentences of an article: where each starts and ends.

Sentences are told apart in the text without markers and Markdown delimiters
(:mod:`touratlas.article.normal`), each block by itself. Each sentence is then extended over the markers
that follow it, for a marker belongs to the words before it, and over closing delimiters; together the
sentences of a block cover its content but for white space. A title, heading, reference, stray or other
block is one unit.

**English**: nupunkt's default model (Punkt: Kiss and Strunk, "Unsupervised multilingual sentence boundary
detection", Computational Linguistics 32, 2006), overruled where its abbreviations, learned from scanned
legal text, mislead it:

- a full stop behind a plain word (letters only, at least two, none of the abbreviations listed below) ends
  the sentence if a capital letter or a digit follows;
- behind a title (`Mr.`, `Sen.`, `Lt.`) before a capital it does not;
- behind dotted letters (`U.S.`) or an initial it does if the next word is one that seldom stands in a name
  (`The`, `He`, `In`, …), unless the initial is all there is (an enumerator); otherwise nupunkt decides;
- before a word in lower case nothing ends behind dotted letters, an ellipsis, `!`, `?` or a closing quote;
- `?!` and the like end it before a capital letter;
- a citation marker directly between a full stop and a capital letter (`summit.[8]The`) parts two sentences.

**Other languages**, by a simple rule: `. ! ? …`, closing quotes and brackets, white space, and then no
letter in lower case end a sentence; a full stop behind a single letter, a number of one or two digits or a
title does not, nor one in a parenthesis that opened inside the sentence and closes within 100 characters.

**Any language**: `。 ！ ？ ｡ ؟ ۔ । ॥ ። ။ ։` end a sentence with no white space needed; before a closing quote
or bracket only if white space or nothing follows that.

A piece without letter or digit belongs to the sentence before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from touratlas.article.abbreviations import ABBREVIATIONS, STARTERS, TITLES
from touratlas.article.blocks import Block, BlockKind
from touratlas.article.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from touratlas.article.normal import Normalised

# “ is a closing mark where white space follows: in German it closes what „ opened.
_OPENERS = "\"'“‘«‹„([¿¡「『（《"
_CLOSERS = "\"'”’“»›)\\]」』）》*_"
_BOUNDARY = re.compile(rf"(?<![.!?…])(?P<stop>[.!?…]++)(?P<closers>(?: ?[»›]|[{_CLOSERS}])*+) ")
_UNSPACED = re.compile(rf"[。！？｡؟۔।॥።။։]+(?P<closers>[{_CLOSERS}]*)(?P<blank> ?)")
_FIRST_WORD = re.compile(rf"[{re.escape(_OPENERS)}]*(?P<word>[^\W_]*)(?P<stop>\.?)")
_PLAIN_WORD = re.compile(r"[^\W\d_]{2,}")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_PARENTHESIS = 100
_LONG_TOKEN = re.compile(r"\S{81,}")
_ENDS = re.compile(rf"[.!?…][{_CLOSERS}]*$")


class SentenceKind(StrEnum):
    """What a unit of text is: a sentence of running text, or a block that is one unit."""

    SENTENCE = "sentence"
    TITLE = "title"
    HEADING = "heading"
    REFERENCE = "reference"
    STRAY = "stray"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A unit of the article's text; `index` is its place among all units, `block` that of its block."""

    span: Span
    kind: SentenceKind
    index: int
    block: int

    @property
    def countable(self) -> bool:
        """Whether a curator must account for it: the sentences of paragraphs and list items."""
        return self.kind is SentenceKind.SENTENCE


def read_sentences(
    text: str, blocks: Sequence[Block], words: Normalised, runs: Sequence[Span], language: str
) -> Iterator[Sentence]:
    """The units of all `blocks`, in order; `words` is the normalised text, `runs` are its marker runs, in
    order.

    `language` is a BCP 47 tag; its first subtag decides.
    """
    find_cuts = _english_cuts if language.lower().partition("-")[0] in ("en", "") else _simple_cuts
    index = 0
    for place, block in enumerate(blocks):
        prose = block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        kind = SentenceKind.SENTENCE if prose else SentenceKind(block.kind.value)
        for span in _spans(text, block.content, words, runs, find_cuts if prose else _no_cuts):
            yield Sentence(span, kind, index, place)
            index += 1


def _spans(
    text: str,
    content: Span,
    words: Normalised,
    runs: Sequence[Span],
    find_cuts: Callable[[str, frozenset[int]], Iterable[int]],
) -> Iterator[Span]:
    end = content.start + len(content.of(text).rstrip())
    start = content.start + len(content.of(text)) - len(content.of(text).lstrip())
    first, last = words.slice(content)
    piece = words.text[first:last]
    breaks = frozenset(at - first for at in words.breaks_in(first, last))
    for cut in _worded(piece, sorted(find_cuts(piece, breaks))):
        last_kept = cut - 2 if piece[cut - 1] == " " else cut - 1
        this_end, next_start = _part(
            text, Span(words.starts[first + last_kept] + 1, words.starts[first + cut]), runs
        )
        yield Span(start, this_end)
        start = next_start
    if end > start:
        yield Span(start, end)


def _part(text: str, gap: Span, runs: Sequence[Span]) -> tuple[int, int]:
    """Where the sentence before a gap ends and the next begins: markers belong to the first, the rest to
    white space.
    """
    behind = bisect_left(runs, Span(gap.end, gap.end))
    at = max(gap.start, runs[behind - 1].end) if behind and runs[behind - 1].end <= gap.end else gap.start
    blank = re.compile(r"\s+").search(text, at, gap.end)
    return (blank.start(), blank.end()) if blank else (gap.end, gap.end)


def _worded(piece: str, cuts: Sequence[int]) -> Iterator[int]:
    """The cuts that leave a letter or digit on both sides."""
    word = re.compile(r"[^\W_]")
    kept, start = [], 0
    for cut in cuts:
        if word.search(piece, start, cut):
            kept.append(cut)
            start = cut
    if kept and not word.search(piece, kept[-1]):
        kept.pop()
    yield from kept


def _no_cuts(_piece: str, _breaks: frozenset[int]) -> Iterable[int]:
    return ()


def _english_cuts(piece: str, breaks: frozenset[int]) -> set[int]:
    # A token of hundreds of characters takes nupunkt quadratic time, and its inside decides nothing.
    masked = _LONG_TOKEN.sub(lambda token: "x" * (len(token.group()) - 16) + token.group()[-16:], piece)
    cuts = {start + _blanks(masked, start) for start, _ in _tokenizer()(masked)} - {0}
    cuts |= {at for at in breaks if _ENDS.search(piece, max(0, at - 16), at) and not piece[at].islower()}
    for boundary in _BOUNDARY.finditer(piece):
        verdict = _overrule(piece, boundary)
        if verdict is not None:
            (cuts.add if verdict else cuts.discard)(boundary.end())
    return {cut for cut in cuts | set(_unspaced_cuts(piece)) if 0 < cut < len(piece)}


@cache
def _tokenizer() -> Callable[[str], Iterable[tuple[int, int]]]:
    import nupunkt

    spans: Callable[[str], Iterable[tuple[int, int]]] = nupunkt.load("default").span_tokenize
    return spans


def _blanks(piece: str, start: int) -> int:
    return len(piece[start : start + 2]) - len(piece[start : start + 2].lstrip())


def _overrule(piece: str, boundary: re.Match[str]) -> bool | None:
    """Whether a sentence ends at `boundary` where the general rules know, else None."""
    following = _FIRST_WORD.match(piece, boundary.end())
    word = following["word"] if following else ""
    before = _token_before(piece, boundary.start())
    dotted = _DOTTED.fullmatch(before) is not None and boundary["stop"] == "."
    if word.islower():
        return False if dotted or boundary["closers"] or boundary["stop"] != "." else None
    if not (word[:1].isupper() or word[:1].isdecimal()):
        return None
    if boundary["stop"] != ".":
        return True if len(boundary["stop"]) > 1 and set(boundary["stop"]) & set("!?") else None
    if dotted:
        stopped = following is not None and bool(following["stop"])
        return _ends_behind_letters(piece, boundary, before, word, stopped=stopped)
    return _ends_behind_word(before, word)


def _token_before(piece: str, stop: int) -> str:
    start = piece.rfind(" ", max(0, stop - 80), stop) + 1
    return re.split(r"[^\w.]", piece[start:stop])[-1]


def _ends_behind_word(before: str, word: str) -> bool | None:
    plain = _PLAIN_WORD.fullmatch(before.rpartition(".")[2])
    if not plain:
        return None
    if before.lower() in TITLES and word[:1].isupper():
        return False
    return None if before.lower() in ABBREVIATIONS else True


def _ends_behind_letters(
    piece: str, boundary: re.Match[str], before: str, word: str, *, stopped: bool
) -> bool | None:
    if before.lower() in ("e.g", "i.e"):
        return False
    initial = len(before) == 1
    enumerator = initial and boundary.start() <= 2
    if stopped or enumerator or (initial and word in ("A", "I")):
        return None
    return True if word.lower() in STARTERS else None


def _simple_cuts(piece: str, breaks: frozenset[int]) -> set[int]:
    cuts = {at for at in breaks if _ENDS.search(piece, max(0, at - 16), at) and not piece[at].islower()}
    last = 0
    for boundary in _BOUNDARY.finditer(piece):
        following = _FIRST_WORD.match(piece, boundary.end())
        lower = following is not None and following["word"][:1].islower()
        if not lower and not _is_held(piece, last, boundary):
            last = boundary.end()
            cuts.add(last)
    return {cut for cut in cuts | set(_unspaced_cuts(piece)) if 0 < cut < len(piece)}


def _is_held(piece: str, last: int, boundary: re.Match[str]) -> bool:
    """Whether the full stop at `boundary` belongs to an abbreviation, an ordinal or an open parenthesis."""
    if boundary["stop"] != ".":
        return False
    before = _token_before(piece, boundary.start())
    if _DOTTED.fullmatch(before) or re.fullmatch(r"\d{1,2}", before) or before.lower() in TITLES:
        return True
    start, end = max(last + 1, boundary.start() - _PARENTHESIS), boundary.end() + _PARENTHESIS
    opened = piece.rfind("(", start, boundary.end())
    closed = piece.find(")", opened, end) if opened > 0 else -1
    return closed >= boundary.end()


def _unspaced_cuts(piece: str) -> Iterator[int]:
    for boundary in _UNSPACED.finditer(piece):
        if boundary["blank"] or not boundary["closers"]:
            yield boundary.end()
