"""The blocks of an article, told by form alone: what is a title, a heading, a paragraph, an item, a
reference.

**Plain text.** A blank line (white space only) always ends a block. Beyond that there are two makes:

- *One line a paragraph*, the rule: every non-empty line is a block; indented lines behind an item continue
  it.
- *Hard-wrapped*: no line is longer than 120 characters, and of the pairs of neighbouring lines (neither
  blank, the second no item and not indented) at least a quarter go on with a lower-case letter. Then the lines between
  blanks are one block, which still ends before an item, before and behind a stray line, and behind a
  heading: a first line of heading form, of at most 80 characters, that was broken although the next line's
  first word would have fit, that word not in lower case.

A block is, by the first rule that fits:

1. *reference*: it starts with a number in brackets, `[1] Text` or `[1]: Text`, anywhere (a citation belongs
   to the words before it, and here there are none); in hard-wrapped text only at the start of a block,
   behind another reference or in a reference list. Under a reference heading every list item is a
   reference. A reference heading is one of References, Sources, Citations, Bibliography, Notes, Footnotes,
   Endnotes, Works cited, Further reading (and their German, French, Spanish, Italian, Portuguese, Chinese,
   Japanese, Korean and Arabic equivalents), or two of them joined by "&", "and", "/" or a comma; capitals,
   leading symbols and a closing colon don't matter. The list goes on to the next heading.
2. *list item*: it starts with `-`, `*`, `•`, `‣`, `◦`, `▪`, `–` or a number of at most three digits with
   `.` or `)`, then white space and text.
3. *stray*, no prose: no letter or digit at all; nothing but citation markers; or a single token of letters and
   digits that changes between the two at least twice and has no capital letter, such as `x09o47` (punctuation
   behind it doesn't matter).
4. *heading*: at most 120 characters, with a letter, and without sentence-final punctuation (`. ! ? : ; , …`
   and their like in other scripts; markers and closing quotes behind it are passed over); or any reference
   heading.
5. *paragraph*: anything else, a question too.

The first block is the *title* if it is a heading (in Markdown, a heading of level 1). Headings of plain
text have level 2, for form alone tells no depth. A curator's :class:`Correction` overrides the rules for
the block on its line.

**Markdown.** Blocks are those of CommonMark with tables and footnotes (:mod:`touratlas.article.markdown`);
a paragraph in a list is a list item, in a footnote definition a reference; code, tables, HTML, rules and
front matter are *other*. Rules 1 and 3 hold for Markdown too; a link definition with a number, `[1]:
https://…`, is a reference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from touratlas.article.markers import is_marker_run
from touratlas.article.spans import Lines, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WRAP_WIDTH, _HEADING_WIDTH, _WRAPPED_HEADING_WIDTH, _LONGEST_TOKEN = 120, 120, 80, 64
_BULLET = r"[-*•‣◦▪–]"
_ITEM = re.compile(rf"\s*(?:(?P<bullet>{_BULLET})|(?P<number>\d{{1,3}})[.)])\s+(?=\S)")
_ENTRY = re.compile(rf"\s*(?:{_BULLET}\s+)?\[(?P<number>(?!0)\d{{1,3}})\]:?\s+(?=\S)")
_TRAILING = re.compile(r"(?:[\"'”’»)\]*_\s]|\[[^\[\]]{1,24}\])+$")
_FINAL = frozenset(".!?…:;,。！？：；，、؟؛،۔।")
_CHANGE = re.compile(r"[^\W\d_](?=\d)|\d(?=[^\W\d_])")
_REFERENCE_WORDS = (
    "references|sources|citations|bibliography|notes|footnotes|endnotes|works cited|further reading|quellen|"
    "quellenangaben|einzelnachweise|literatur|literaturverzeichnis|anmerkungen|fußnoten|références|bibliographie|"
    "notes de bas de page|"
    "referencias|fuentes|bibliografía|notas|bibliografia|fonti|note|riferimenti|referências|fontes|"
    "参考文献|参考资料|參考資料|来源|來源|注释|出典|脚注|참고문헌|출처|المراجع|المصادر"
)
_REFERENCE_HEADING = re.compile(
    rf"(?:{_REFERENCE_WORDS})(?:\s*(?:&|,|/|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*(?:{_REFERENCE_WORDS}))*\s*[:：]?"
)


class BlockKind(StrEnum):
    """What a block is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    REFERENCE = "reference"
    STRAY = "stray"
    OTHER = "other"


HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
CITING = HEADINGS | {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.STRAY}
"""The kinds that can bear citation markers; a stray can be a line of nothing else."""


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """The curator's word that the block on a line (from 1) is of another kind than its form says."""

    line: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of whole lines that belong together.

    `span` is all of it, `content` its words: without the bullet, number or hash signs before them. `level`
    is the depth of a heading or list item and 0 for the rest; `corrected`, whether a curator changed its
    kind.
    """

    kind: BlockKind
    span: Span
    content: Span
    level: int = 0
    corrected: bool = False


def is_reference_heading(text: str) -> bool:
    """Whether `text`, as a heading, announces a reference list."""
    if len(text) > _HEADING_WIDTH:
        return False
    words = re.sub(r"^[\W_]+", "", text).strip().casefold()
    return _REFERENCE_HEADING.fullmatch(" ".join(words.split())) is not None


def is_stray(text: str) -> bool:
    """Whether `text` is no prose: without letters and digits, or a token that mixes them like a random
    name.
    """
    if is_marker_run(text.strip()):
        return True
    return _is_token(text)


def _is_token(text: str) -> bool:
    if not any(char.isalnum() for char in text):
        return True
    if len(text) > _LONGEST_TOKEN or len(text.split()) != 1:
        return False
    token = re.sub(r"^[\W_]+|[\W_]+$", "", text)
    return token.isalnum() and token == token.lower() and len(_CHANGE.findall(token)) >= 2


def is_heading(text: str) -> bool:
    """Whether a line of plain text has the form of a heading."""
    if len(text) > _HEADING_WIDTH:
        return False
    end = _TRAILING.sub("", text)[-1:]
    return (any(map(str.isalpha, text)) and end not in _FINAL) or is_reference_heading(text)


def plain_blocks(text: str, lines: Lines) -> Iterator[Block]:
    """The blocks of a plain text, by form; references under a heading are still list items."""
    rows = [_Row(span, span.of(text)) for span in map(lines.span, range(len(lines)))]
    wrapped = _is_wrapped(rows)
    width = max((len(row.text.rstrip()) for row in rows), default=0)
    group: list[_Row] = []
    in_list = False
    for row in rows:
        if group and not _continues(group, row, width if wrapped else 0, in_list=in_list):
            yield _block(text, group)
            in_list = _heads_references(group) or (in_list and not _is_heading_group(group))
            group = []
        if row.text.strip():
            group.append(row)
    if group:
        yield _block(text, group)


@dataclass(frozen=True, slots=True)
class _Row:
    span: Span
    text: str

    @property
    def starts_item(self) -> bool:
        return _ITEM.match(self.text) is not None

    @property
    def starts_entry(self) -> bool:
        return _ENTRY.match(self.text) is not None

    @property
    def is_listed(self) -> bool:
        return self.starts_item or self.starts_entry or self.indented

    @property
    def indented(self) -> bool:
        return self.text.startswith(("  ", "\t"))


def _is_wrapped(rows: Sequence[_Row]) -> bool:
    if any(len(row.text.rstrip()) > _WRAP_WIDTH for row in rows):
        return False
    pairs = continued = 0
    for before, after in pairwise(rows):
        if before.text.strip() and after.text.strip() and not after.is_listed:
            pairs += 1
            continued += _opens_in_lower_case(after.text)
    return continued > 0 and continued * 4 >= pairs


def _opens_in_lower_case(text: str) -> bool:
    first = next((char for char in text if char.isalnum()), "")
    return first.islower()


def _continues(group: Sequence[_Row], row: _Row, width: int, *, in_list: bool) -> bool:
    """Whether `row` belongs to the block that `group` began; `width` is 0 if the text isn't hard-wrapped."""
    first = group[0]
    if not row.text.strip() or row.starts_item:
        return False
    if row.starts_entry and (not width or in_list or first.starts_entry):
        return False
    if not width:
        return row.indented and (first.starts_item or first.starts_entry)
    if _is_token(row.text) or _is_token(group[-1].text):
        return False
    return not (len(group) == 1 and _is_deliberate_heading(first, row, width))


def _is_deliberate_heading(first: _Row, following: _Row, width: int) -> bool:
    text = first.text.strip()
    word = following.text.split(maxsplit=1)[0]
    fits = len(first.text.rstrip()) + 1 + len(word) <= width
    short = len(text) <= _WRAPPED_HEADING_WIDTH and not first.starts_item and not first.starts_entry
    return short and fits and not _opens_in_lower_case(following.text) and is_heading(text)


def _block(text: str, group: Sequence[_Row]) -> Block:
    raw = Span(group[0].span.start, group[-1].span.end)
    return block_of(text, raw, width=len(group))


def block_of(text: str, raw: Span, *, width: int = 1) -> Block:
    """The block that the lines of `raw` make by form; `width` is the number of its lines."""
    words = raw.of(text)
    span = Span(raw.start + len(words) - len(words.lstrip()), raw.start + len(words.rstrip()))
    words = span.of(text)
    entry, item = _ENTRY.match(words), _ITEM.match(words)
    if entry:
        return Block(BlockKind.REFERENCE, span, Span(span.start + entry.end(), span.end))
    if item and any(map(str.isalnum, words[item.end() :])):
        return Block(BlockKind.LIST_ITEM, span, Span(span.start + item.end(), span.end), level=1)
    if is_stray(words):
        return Block(BlockKind.STRAY, span, span)
    if width == 1 and is_heading(words):
        return Block(BlockKind.HEADING, span, span, level=2)
    return Block(BlockKind.PARAGRAPH, span, span)


def _is_heading_group(group: Sequence[_Row]) -> bool:
    first = group[0]
    plain = not first.starts_item and not first.starts_entry and not is_stray(first.text)
    return len(group) == 1 and plain and is_heading(first.text.strip())


def _heads_references(group: Sequence[_Row]) -> bool:
    return len(group) == 1 and is_reference_heading(group[0].text)


def split_entries(text: str, block: Block) -> Iterator[Block]:
    """`block`, or the reference entries in it if it starts with one: one from each line that starts like
    one.
    """
    lines = Lines(block.span.of(text))
    rows = [lines.span(index) for index in range(len(lines))]
    if not _ENTRY.match(rows[0].of(lines.text)):
        yield block
        return
    starts = [row.start for row in rows if _ENTRY.match(row.of(lines.text))]
    for start, end in pairwise([*starts, len(lines.text)]):
        yield block_of(text, Span(block.span.start + start, block.span.start + end))


def entry_number(text: str, block: Block) -> str | None:
    """The number or name printed before a reference entry, such as "1" for `[1]`, `1.` and `[1]:`, if any."""
    printed = re.search(r"\[\^?([^\[\]]+)\]|(\d+)[.)]", text[block.span.start : block.content.start])
    if printed is None:
        return None
    name = printed[1] or printed[2]
    return str(int(name)) if name.isdecimal() and len(name) <= 18 else name


def settle(
    text: str, lines: Lines, blocks: Sequence[Block], corrections: Sequence[Correction], *, markdown: bool
) -> tuple[Block, ...]:
    """The blocks with the curator's corrections, the title and the reference lists in their kinds."""
    corrected = {correction.line: correction.kind for correction in corrections}
    settled: list[Block] = []
    in_list = False
    for place, raw in enumerate(blocks):
        block = raw
        if place == 0 and block.kind is BlockKind.HEADING and (not markdown or block.level == 1):
            block = replace(block, kind=BlockKind.TITLE, level=1)
        if in_list and block.kind is BlockKind.LIST_ITEM:
            block = replace(block, kind=BlockKind.REFERENCE, level=0)
        block = _correct(text, block, _word_on(corrected, lines, block))
        if block.kind in HEADINGS:
            in_list = is_reference_heading(block.content.of(text))
        settled.append(block)
    return tuple(settled)


def _word_on(corrected: dict[int, BlockKind], lines: Lines, block: Block) -> BlockKind | None:
    if not corrected:
        return None
    first, last = (
        lines.index(block.span.start) + 1,
        lines.index(max(block.span.start, block.span.end - 1)) + 1,
    )
    return next((corrected[line] for line in range(first, last + 1) if line in corrected), None)


def _correct(text: str, block: Block, kind: BlockKind | None) -> Block:
    if kind is None or kind is block.kind:
        return block
    level = {BlockKind.TITLE: 1, BlockKind.HEADING: 2, BlockKind.LIST_ITEM: 1}.get(kind, 0)
    content = block.content
    if kind is BlockKind.PARAGRAPH and block.kind is BlockKind.REFERENCE:
        content = block.span  # a number in brackets that opens a paragraph is a marker again
    elif kind is BlockKind.REFERENCE:
        opening = _ENTRY.match(text, block.span.start, block.span.end)
        content = Span(opening.end(), block.span.end) if opening else content
    return replace(block, kind=kind, level=level, content=content, corrected=True)
