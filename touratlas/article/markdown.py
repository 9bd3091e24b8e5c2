"""The blocks of a Markdown article and what of its inline markup no reader sees.

Blocks are those of CommonMark with tables, strikethrough, footnotes and front matter, as markdown-it-py and
mdit-py-plugins parse them. The parser tells the lines of a block; where its inline markup stands is
recorded by wrapping the parser's own inline rules, so that it is never guessed a second time. A line that
the parser gives to no block (a link definition) is a block of its own.

Hidden are: delimiters of emphasis, strikethrough and code, backslashes of escapes, brackets and targets of
links, whole images, HTML tags, and what stands before the later lines of a quotation (`>`). Entities
(`&amp;`) stay as written. A link whose text is a number in brackets and whose target is a link definition,
`[8]` with `[8]: https://…`, is a marker.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from touratlas.article.blocks import Block, BlockKind, is_stray, split_entries
from touratlas.article.markers import is_marker
from touratlas.article.spans import Lines, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]

_RECORDER = "touratlas"
_WHOLE = frozenset({"table_open", "fence", "code_block", "html_block", "hr", "front_matter"})
_DEFINITION = re.compile(r"[ ]{0,3}\[(?P<number>\d{1,3})\]:[ \t]+(?=\S)")
_FOOTNOTE = re.compile(r"\s*(?:>\s*)*\[\^[^\]\s]+\]:[ \t]*")


@dataclass(frozen=True, slots=True)
class MarkdownParts:
    """What a Markdown text consists of: blocks by form, hidden stretches, and stretches that hold no
    markers.
    """

    blocks: tuple[Block, ...]
    hidden: tuple[Span, ...]
    barred: tuple[Span, ...]


@dataclass(slots=True)
class _Recorder:
    """Where the inline rules found markup, in offsets of one block's inline content."""

    hidden: list[tuple[int, int]] = field(default_factory=list)
    barred: list[tuple[int, int]] = field(default_factory=list)
    delimiters: list[tuple[Token, int, int]] = field(default_factory=list)
    muted: int = 0

    def see(self, name: str, state: StateInline, start: int, tokens: int) -> None:
        """Record what rule `name` has just read: from `start` to where `state` stands now."""
        end = state.pos
        if name in ("emphasis", "strikethrough"):
            self._see_delimiters(state.tokens[tokens:], start, end)
        elif name == "escape":
            self.hidden.append((start, start + 1))
        elif name in ("image", "html_inline"):
            self._bar(start, end, (start, end))
        elif name == "autolink":
            self._bar(start, end, (start, start + 1), (end - 1, end))
        elif name == "backticks":
            self._see_code(state, start, end)
        elif name == "link":
            self._see_link(state, start, end)

    def _see_delimiters(self, tokens: Sequence[Token], start: int, end: int) -> None:
        at = end
        for token in reversed(tokens):  # the first may be text that was still pending
            at -= len(token.content)
            if at >= start:
                self.delimiters.append((token, at, at + len(token.content)))

    def _see_link(self, state: StateInline, start: int, end: int) -> None:
        if not is_marker(state.src[start:end]):
            text_end = state.md.helpers.parseLinkLabel(state, start, True)
            self._bar(start, end, (start, start + 1), (text_end, end))

    def _see_code(self, state: StateInline, start: int, end: int) -> None:
        code = state.tokens[-1] if state.tokens and state.tokens[-1].type == "code_inline" else None
        if code is not None and not state.pending:
            ticks = len(code.markup)
            self._bar(start, end, (start, start + ticks), (end - ticks, end))

    def _bar(self, start: int, end: int, *hidden: tuple[int, int]) -> None:
        self.barred.append((start, end))
        self.hidden += hidden

    def finish(self) -> None:
        """Keep the delimiters that turned out to be some: the parser empties the tokens of those."""
        self.hidden += [(start, end) for token, start, end in self.delimiters if not token.content]


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False, move_to_end=False).use(front_matter_plugin)
    parser.core.ruler.disable(["inline", "text_join"])
    parser.inline.ruler2.disable(["fragments_join"])
    for rule in list(parser.inline.ruler.__rules__):
        parser.inline.ruler.at(rule.name, _recorded(rule.name, rule.fn))
    return parser


def _recorded(name: str, rule: Rule) -> Rule:
    def wrapped(state: StateInline, silent: bool) -> bool:
        recorder: _Recorder = state.env[_RECORDER]
        start, tokens = state.pos, len(state.tokens)
        recorder.muted += name == "image"
        try:
            found = rule(state, silent)
        finally:
            recorder.muted -= name == "image"
        if found and not silent and not recorder.muted:
            recorder.see(name, state, start, tokens)
        return found

    return wrapped


def read_markdown(text: str, lines: Lines) -> MarkdownParts:
    """The blocks and the inline markup of a Markdown `text` with its `lines`; never raises on any text."""
    parser = _parser()
    env: dict[str, Any] = {_RECORDER: _Recorder()}
    source = text.replace("\0", "\ufffd")  # as the parser does, so that its lines can be compared with ours
    reader = _Reader(text, source, lines, parser, env)
    reader.walk(parser.parse(source, env))
    return reader.parts()


class _Reader:
    """Walks the parser's tokens and collects blocks, hidden and barred stretches."""

    def __init__(self, text: str, source: str, lines: Lines, parser: MarkdownIt, env: dict[str, Any]) -> None:
        self.text, self.source, self.lines, self.parser, self.env = text, source, lines, parser, env
        self.blocks: list[Block] = []
        self.hidden: list[Span] = []
        self.barred: list[Span] = []
        self.next_line = 0
        self.depth = 0

    def walk(self, tokens: Sequence[Token]) -> None:
        """Read all block tokens of the document, in order."""
        footnote: Token | None = None
        for place, token in enumerate(tokens):
            self.depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
            if token.type == "footnote_reference_open":
                footnote = token
                self._add_footnote(token)
            elif token.type == "footnote_reference_close":
                footnote = None
            elif token.type == "inline":
                self._read_inline(tokens[place - 1], token, new=footnote is None)
            elif token.type in _WHOLE and footnote is None:
                self._add_lines(token, BlockKind.OTHER)
        self._fill(len(self.lines))

    def parts(self) -> MarkdownParts:
        """What was found, in order; prose without a visible letter or digit (an image) is no prose."""
        hidden = sorted(self.hidden)
        blocks: list[Block] = []
        for block in self.blocks:
            entries = split_entries(self.text, block) if block.kind in _SPLIT else (block,)
            blocks += [
                replace(e, kind=BlockKind.OTHER) if self._is_invisible(e, hidden) else e for e in entries
            ]
        return MarkdownParts(tuple(blocks), tuple(hidden), tuple(sorted(self.barred)))

    def _is_invisible(self, block: Block, hidden: Sequence[Span]) -> bool:
        if block.kind not in _SPLIT:
            return False
        at, end = block.content.start, block.content.end
        for span in hidden[bisect_left(hidden, Span(at, at)) : bisect_left(hidden, Span(end, end))]:
            if any(map(str.isalnum, self.text[at : span.start])):
                return False
            at = max(at, span.end)
        return not any(map(str.isalnum, self.text[at:end]))

    def _add_footnote(self, token: Token) -> None:
        raw = self._add_lines(token, BlockKind.REFERENCE)
        opening = _FOOTNOTE.match(self.text, raw.start, raw.end) if raw else None
        if raw and opening:
            block = self.blocks[-1]
            start = min(opening.end(), block.span.end)
            self.blocks[-1] = Block(block.kind, block.span, Span(start, block.span.end))

    def _add_lines(self, token: Token, kind: BlockKind, level: int = 0) -> Span | None:
        """A block of the token's lines, unless another block has them already; its raw span."""
        first, last = token.map or (0, 0)
        if first < self.next_line or last <= first:
            return None
        self._fill(first)
        raw = self._raw(first, last)
        span = _trim(self.text, raw)
        if span:
            self.blocks.append(Block(kind, span, span, level))
        self.next_line = max(self.next_line, last)
        return raw if span else None

    def _raw(self, first: int, last: int) -> Span:
        return Span(self.lines.span(first).start, self.lines.span(min(last, len(self.lines)) - 1).end)

    def _fill(self, until: int) -> None:
        """Make a block of each line that the parser gave to none."""
        for index in range(self.next_line, min(until, len(self.lines))):
            span = _trim(self.text, self.lines.span(index))
            definition = _DEFINITION.match(self.text, self.lines.span(index).start, span.end)
            if span and definition:
                self.blocks.append(Block(BlockKind.REFERENCE, span, Span(definition.end(), span.end)))
            elif span:
                self.blocks.append(Block(BlockKind.OTHER, span, span))
        self.next_line = max(self.next_line, until)

    def _read_inline(self, opening: Token, token: Token, *, new: bool) -> None:
        places = _places(self.source, self.lines, opening, token)
        if new and not self._add_inline_block(opening, places):
            return
        if places:
            self._record(token.content, places)

    def _add_inline_block(self, opening: Token, places: Sequence[tuple[int, int, int]]) -> bool:
        heading = opening.type == "heading_open"
        if not heading and opening.type != "paragraph_open":
            return False  # a cell of a table, which is a block already
        kind = BlockKind.LIST_ITEM if self.depth else BlockKind.PARAGRAPH
        level = int(opening.tag[1:]) if heading else self.depth
        if self._add_lines(opening, BlockKind.HEADING if heading else kind, level) is None:
            return False
        block = self.blocks[-1]
        content = Span(places[0][1], places[-1][1] + places[-1][2]) if places else block.span
        if not block.span.covers(content):
            content = block.span
        kind = BlockKind.STRAY if is_stray(content.of(self.text)) else block.kind
        self.blocks[-1] = Block(kind, block.span, content, 0 if kind is BlockKind.STRAY else level)
        return True

    def _record(self, content: str, places: Sequence[tuple[int, int, int]]) -> None:
        recorder = self.env[_RECORDER] = _Recorder()
        self.parser.inline.parse(content, self.parser, self.env, [])
        recorder.finish()
        starts = [place[0] for place in places]
        self.hidden += _to_source(recorder.hidden, starts, places)
        self.barred += _outermost(_to_source(recorder.barred, starts, places))
        for _, start, _ in places[1:]:
            before = _trim(self.text, Span(self.lines.span(self.lines.index(start)).start, start))
            if before:
                self.hidden.append(before)


_SPLIT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def _trim(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _places(source: str, lines: Lines, opening: Token, token: Token) -> list[tuple[int, int, int]]:
    """Where each line of an inline content stands: (offset in the content, offset in the source, length).

    Empty if a line can't be found on its source line (the parser has expanded a tab): then no markup is
    hidden.
    """
    if not token.map or not token.content.strip() or opening.type not in ("heading_open", "paragraph_open"):
        return []
    places: list[tuple[int, int, int]] = []
    at = 0
    for number, row in enumerate(token.content.split("\n")):
        if token.map[0] + number >= len(lines):
            return []
        line = lines.span(token.map[0] + number)
        words = row.strip()
        start = _find_row(line.of(source), words, opening)
        if start < 0:
            return []
        places.append((at + len(row) - len(row.lstrip()), line.start + start, len(words)))
        at += len(row) + 1
    return places


def _find_row(line: str, words: str, opening: Token) -> int:
    if opening.type == "heading_open" and opening.markup.startswith("#"):
        hashes = line.find(opening.markup)
        return line.find(words, hashes + len(opening.markup)) if hashes >= 0 else -1
    line = line.rstrip()
    return len(line) - len(words) if line.endswith(words) else -1


def _to_source(
    stretches: Sequence[tuple[int, int]], starts: Sequence[int], places: Sequence[tuple[int, int, int]]
) -> Iterator[Span]:
    def source(at: int) -> int:
        begin, place, length = places[max(0, bisect_right(starts, at) - 1)]
        return place + min(max(0, at - begin), length)

    for start, end in stretches:
        if end > start and source(end - 1) >= source(start):
            yield Span(source(start), source(end - 1) + 1)


def _outermost(spans: Iterator[Span]) -> Iterator[Span]:
    """The spans in order, without those inside another."""
    end = -1
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if span.start >= end:
            yield span
            end = span.end
