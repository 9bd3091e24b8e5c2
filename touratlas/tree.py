"""YAML text → a tree in which every key and value knows its line and column.

The tree is built from PyYAML's event stream (libyaml's parser where the wheel has it) without recursion, so
that deep nesting can't overflow a stack, and everything that makes YAML surprising is refused instead of
interpreted: anchors, aliases, merge keys, tags, several documents, keys that aren't plain text, equal keys.
Every scalar stays text; what a number or a date is, the model decides. Bounds on size, depth and number
keep a hostile file from costing more than a large honest one.

Source: YAML 1.2.2, https://yaml.org/spec/1.2.2/ ; the trials told in `docs/tour-file.md` under "What is
refused".
"""

from __future__ import annotations

import codecs
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from touratlas import codes
from touratlas.finding import Finding
from touratlas.node import NOTHING, Node, Path
from touratlas.syntax import TAB, in_plain_words
from touratlas.wording import shown, visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from touratlas.codes import Code

__all__ = [
    "DEEPEST",
    "LARGEST_FILE",
    "LONGEST_SCALAR",
    "MOST_ENTRIES",
    "MOST_NODES",
    "NOTHING",
    "Node",
    "Path",
    "read_tree",
]

LARGEST_FILE = 32 * 2**20  # bytes
DEEPEST = 24  # levels of nesting; the format itself needs nine
MOST_NODES = 1_000_000  # keys and values; ten thousand events have half of that
MOST_ENTRIES = 20_000  # of one list or mapping
LONGEST_SCALAR = 20_000  # characters

# Control characters other than tab and line ends; C1 controls and the separators U+2028 and U+2029 (to YAML 1.1
# the latter and U+0085 end a line, to YAML 1.2 and editors they don't: a line number would mean two things);
# bidirectional embeddings, overrides and isolates; lone surrogates; the byte-order mark inside a text; the two
# non-characters that encodings trip on. LRM, RLM and ALM are honest typography of right-to-left text and stay allowed.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_MOST_CHARACTERS = 20  # forbidden ones that are reported
_CUT = re.compile(r"(?<=\S) (?=#[^\s#])")
_LINE_END = re.compile(r"\r\n?|\n")
_NOT_YAML = "expected YAML, and it can't be read as that from here on"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class _Refusal(Exception):
    """Reading can't go on behind this finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def read_tree(data: bytes, path: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """The tree of a YAML file, and what is wrong with it as YAML.

    `path` is the name that findings bear. The tree is None where reading had to stop; duplicate keys don't
    stop it (the first of two is kept). Raises nothing on any bytes.
    """
    if len(data) > LARGEST_FILE:
        return None, (
            _finding(
                path,
                1,
                1,
                codes.FILE_TOO_LARGE,
                f"the file has more than {LARGEST_FILE:,} bytes; expected no more",
            ),
        )
    text, findings = _decode(data, path)
    if text is None:
        return None, findings
    builder = _Builder(path)
    try:
        root = builder.build(text)
    except _Refusal as refusal:
        return None, (*builder.findings, refusal.finding)
    return root, tuple(builder.findings)


def _decode(data: bytes, path: str) -> tuple[str | None, tuple[Finding, ...]]:
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        hint = " (it looks like UTF-16)" if data.startswith(_UTF16) else ""
        message = f"byte 0x{data[error.start]:02x} isn't UTF-8{hint}; expected a file saved as UTF-8"
        return None, (_finding(path, *_place(before, len(before)), codes.FILE_NOT_UTF8, message),)
    bad = tuple(
        _finding(
            path,
            *_place(text, match.start()),
            codes.FILE_CHARACTER,
            f"the character U+{ord(match[0]):04X} is not allowed; expected text without it",
        )
        for match in islice(_FORBIDDEN.finditer(text), _MOST_CHARACTERS)
    )
    return (None if bad else text), bad


def _cuts(text: str) -> dict[tuple[int, int], str]:
    """What stands behind one blank and a `#` with no blank behind it, by line and column of the blank, from 0: where a
    comment is meant, a blank follows.
    """
    if " #" not in text:
        return {}
    found = {}
    for number, line in enumerate(_LINE_END.split(text)):
        for match in _CUT.finditer(line):
            found[number, match.start()] = line[match.start() + 1 :].rstrip()
    return found


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset; lines end where YAML ends them, in LF, CR LF or CR."""
    line, start = 1, 0
    for end in _LINE_END.finditer(text, 0, offset):
        line, start = line + 1, end.end()
    return line, offset - start + 1


def _finding(path: str, line: int, column: int, code: Code, message: str) -> Finding:
    return Finding(path, line, column, code.id, code.severity, message)


class _Builder:
    """Puts the tree together from parser events, with a stack of open collections of its own.

    `holder` is the collection being filled and `key` the key of it that waits for its value; `outer` are
    those around it. One event a call and few of them, for a tour of ten thousand events has half a million.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self.nodes = 0
        self.documents = 0
        self.holder: Node | None = None
        self.key: str | None = None
        self.outer: list[Node | None] = []
        self.root: Node | None = None
        self.cuts: dict[tuple[int, int], str] = {}

    def build(self, text: str) -> Node:
        self.cuts = _cuts(text)
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        try:
            self._walk(loader.get_event)
        except yaml.MarkedYAMLError as error:
            raise self._syntax(error, text) from None
        except yaml.YAMLError as error:
            raise self._refuse(1, 1, codes.YAML_SYNTAX, f"{_NOT_YAML}: {shown(error, 200)}") from None
        finally:
            loader.dispose()
        if self.root is None:
            raise self._refuse(
                1, 1, codes.YAML_DOCUMENTS, "the file is empty; expected a tour, starting with `touratlas: 1`"
            )
        return self.root

    def _walk(self, next_event: Callable[[], yaml.Event]) -> None:
        while True:
            event = next_event()
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event, mapping=isinstance(event, yaml.MappingStartEvent))
            elif isinstance(event, yaml.CollectionEndEvent):
                self.holder = self.outer.pop()
            elif isinstance(event, yaml.StreamEndEvent):
                return
            else:
                self._other(event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        mark: Any = event.start_mark  # a mark: events of a stream have one
        line, column, text = mark.line + 1, mark.column + 1, event.value
        if event.anchor is not None or event.tag is not None:
            raise self._surprise(event, line, column)
        if event.style == '"' or len(text) > LONGEST_SCALAR:
            self._inspect(text, line, column)
        self._count(line, column)
        if self.cuts and not event.style:
            self._cut(event)
        if self.key is None and self.holder is not None and self.holder.entries is not None:
            self._key(text, line, column)
        else:
            self._attach(Node(line, column, text, bare=not text and event.implicit[0]))

    def _cut(self, event: yaml.ScalarEvent) -> None:
        """A finding where a text without quotes ends at what YAML takes for a comment, and its writer hardly did."""
        mark: Any = event.end_mark
        lost = self.cuts.get((mark.line, mark.column))
        if lost is not None:
            message = f"the text ends before {shown(lost)}, which YAML takes for a comment; expected the text in quotes"
            self.findings.append(
                _finding(self.path, mark.line + 1, mark.column + 2, codes.YAML_COMMENT, message)
            )

    def _open(self, event: yaml.CollectionStartEvent, *, mapping: bool) -> None:
        mark: Any = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if event.anchor is not None or event.tag is not None:
            raise self._surprise(event, line, column)
        self._count(line, column)
        if len(self.outer) >= DEEPEST:
            message = f"nested more than {DEEPEST} levels deep; expected no more"
            raise self._refuse(line, column, codes.YAML_BOUNDS, message)
        node = Node(line, column, entries={}, keys={}) if mapping else Node(line, column, items=[])
        self._attach(node)
        self.outer.append(self.holder)
        self.holder = node

    def _other(self, event: yaml.Event) -> None:
        """An alias, or the start of a document; the rest says nothing."""
        mark: Any = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if isinstance(event, yaml.AliasEvent):
            raise self._surprise(event, line, column)
        self.documents += isinstance(event, yaml.DocumentStartEvent)
        if self.documents > 1:
            message = "a second document starts here; expected one tour a file"
            raise self._refuse(line, column, codes.YAML_DOCUMENTS, message)

    def _attach(self, node: Node) -> None:
        holder, key = self.holder, self.key
        if holder is None:
            self.root = node
        elif holder.items is not None:
            if len(holder.items) >= MOST_ENTRIES:
                raise self._crowd(node.line, node.column)
            holder.items.append(node)
        elif key is None:
            message = f"{node.kind} can't be a key; expected a word followed by a colon"
            raise self._refuse(node.line, node.column, codes.YAML_KEY, message)
        else:
            entries = holder.entries if holder.entries is not None else {}
            if entries.setdefault(key, node) is not node:
                holder.lose(key, node)
            self.key = None

    def _key(self, key: str, line: int, column: int) -> None:
        keys = self.holder.keys if self.holder is not None and self.holder.keys is not None else {}
        if key == "<<":
            message = "merge keys (`<<`) are not allowed; expected the entries themselves"
            raise self._refuse(line, column, codes.YAML_ALIAS, message)
        twice = self.holder.lost if self.holder is not None else None
        if len(keys) + len(twice or ()) >= MOST_ENTRIES:
            raise self._crowd(line, column)
        first = keys.setdefault(key, (line, column))
        if first != (line, column):
            message = f"the key {shown(key)} stands here again; expected it once, and line {first[0]} has it"
            self.findings.append(_finding(self.path, line, column, codes.YAML_DUPLICATE_KEY, message))
        self.key = key

    def _count(self, line: int, column: int) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            message = f"the file has more than {MOST_NODES:,} keys and values; expected no more"
            raise self._refuse(line, column, codes.YAML_BOUNDS, message)

    def _inspect(self, text: str, line: int, column: int) -> None:
        """Refuse a text that is too long, or that has a forbidden character by an escape such as "\\u202e"."""
        if len(text) > LONGEST_SCALAR:
            message = f"a text of {len(text):,} characters; expected at most {LONGEST_SCALAR:,}"
            raise self._refuse(line, column, codes.YAML_BOUNDS, message)
        if bad := _FORBIDDEN.search(text):
            message = (
                f"the character U+{ord(bad[0]):04X} is not allowed, even escaped; expected text without it"
            )
            raise self._refuse(line, column, codes.FILE_CHARACTER, message)

    def _refuse(self, line: int, column: int, code: Code, message: str) -> _Refusal:
        return _Refusal(_finding(self.path, line, column, code, message))

    def _crowd(self, line: int, column: int) -> _Refusal:
        message = f"a list or mapping of more than {MOST_ENTRIES:,} entries; expected no more"
        return self._refuse(line, column, codes.YAML_BOUNDS, message)

    def _surprise(self, event: yaml.NodeEvent, line: int, column: int) -> _Refusal:
        """The refusal of an alias, an anchor or a tag."""
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            name = shown(sign + str(event.anchor))
            message = f"{name} is an anchor or alias; expected the value itself, in quotes if it is text"
            return self._refuse(line, column, codes.YAML_ALIAS, message)
        message = f"the tag {shown(getattr(event, 'tag', ''))} is not allowed; expected plain text, lists and mappings"
        return self._refuse(line, column, codes.YAML_TAG, message)

    def _syntax(self, error: yaml.MarkedYAMLError, text: str) -> _Refusal:
        mark = error.problem_mark or error.context_mark
        problem = str(error.problem or error.context or "")
        if mark is None:
            return self._refuse(1, 1, codes.YAML_SYNTAX, f"{_NOT_YAML}: {visible(in_plain_words(problem))}")
        begun = error.context_mark
        what = in_plain_words(problem, begun.line + 1 if begun is not None and begun.line < mark.line else 0)
        if text[mark.index : mark.index + 1] == "\t":
            what = TAB
        # The parser puts the end of a file without a last line end on a line that isn't there.
        place = (mark.line + 1, mark.column + 1) if mark.index < len(text) else _place(text, len(text))
        return self._refuse(*place, codes.YAML_SYNTAX, f"{_NOT_YAML}: {visible(what)}")
