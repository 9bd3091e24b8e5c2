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

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from touratlas import codes
from touratlas.finding import Finding
from touratlas.wording import shown, visible

if TYPE_CHECKING:
    from collections.abc import Sequence, Sized

    from touratlas.codes import Code

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
_LINE_END = re.compile(r"\r\n?|\n")
_NOT_YAML = "expected YAML, and it can't be read as that from here on"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

Path = tuple[str | int, ...]


class _Nothing:
    """What stands behind a key without a value: neither text nor None, so that every type refuses it."""

    __slots__ = ()


NOTHING = _Nothing()


@dataclass(slots=True)
class Node:
    """One value of the file: a text, a list or a mapping, with its place (line and column from 1, in code
    points).

    `lost` is what stood here and was left out, by key ("" in a list): all but the first of equal keys, and
    what :mod:`touratlas.shape` cuts for its shape. What it would have been needed for isn't to be missed.
    """

    line: int
    column: int
    text: str | None = None
    items: list[Node] | None = None
    entries: dict[str, Node] | None = None
    keys: dict[str, tuple[int, int]] | None = None
    bare: bool = False  # an empty plain scalar: a key with nothing behind it
    lost: list[tuple[str, Node]] | None = None

    @property
    def kind(self) -> str:
        """What it is, in the words of a message."""
        if self.text is not None:
            return "text"
        return "a list" if self.items is not None else "a mapping"

    def child(self, step: str | int) -> Node | None:
        """The value one step down, or None where there is none."""
        if self.entries is not None and isinstance(step, str):
            return self.entries.get(step)
        if self.items is not None and isinstance(step, int) and 0 <= step < len(self.items):
            return self.items[step]
        return None

    def find(self, path: Sequence[str | int]) -> Node:
        """The value at `path`, or the nearest one above it that exists."""
        node = self
        for step in path:
            below = node.child(step)
            if below is None:
                return node
            node = below
        return node

    def key_place(self, path: Sequence[str | int]) -> tuple[int, int]:
        """Line and column of the key that `path` ends with; of the value where it ends with a list index."""
        holder = self.find(path[:-1])
        last = path[-1] if path else None
        if isinstance(last, str) and holder.keys and last in holder.keys:
            return holder.keys[last]
        node = self.find(path)
        return node.line, node.column

    def lose(self, key: str, node: Node) -> None:
        """Note a piece that is left out."""
        self.lost = self.lost or []
        self.lost.append((key, node))

    def lost_at(self, path: Sequence[str | int]) -> bool:
        """Whether what stood at `path`, or a piece directly in it, was left out."""
        node = self
        for step in path:
            if any(name == step for name, _ in node.lost or ()):
                return True
            below = node.child(step)
            if below is None:
                return False
            node = below
        return bool(node.lost)

    def plain(self) -> Any:
        """The value as plain Python data for validation; where nothing stands behind a key, NOTHING."""
        done: dict[int, Any] = {}
        stack: list[tuple[Node, bool]] = [(self, False)]
        while stack:
            node, ready = stack.pop()
            below = node.items if node.items is not None else list((node.entries or {}).values())
            if not ready and below:
                stack.append((node, True))
                stack.extend((child, False) for child in below)
                continue
            done[id(node)] = node._assemble(done)  # noqa: SLF001 - its own class
        return done[id(self)]

    def _assemble(self, done: dict[int, Any]) -> Any:
        if self.items is not None:
            return [done[id(child)] for child in self.items]
        if self.entries is not None:
            return {key: done[id(child)] for key, child in self.entries.items()}
        return NOTHING if self.bare else self.text


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
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
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


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset; lines end where YAML ends them, in LF, CR LF or CR."""
    line, start = 1, 0
    for end in _LINE_END.finditer(text, 0, offset):
        line, start = line + 1, end.end()
    return line, offset - start + 1


def _finding(path: str, line: int, column: int, code: Code, message: str) -> Finding:
    return Finding(path, line, column, code.id, code.severity, message)


class _Builder:
    """Puts the tree together from parser events, with a stack of open collections of its own."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self.nodes = 0
        self.documents = 0
        self.open: list[
            tuple[Node, str | None]
        ] = []  # a collection, and for mappings the key that waits for its value
        self.root: Node | None = None

    def build(self, text: str) -> Node:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            for event in yaml.parse(text, Loader=loader):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            raise self._syntax(error, text) from None
        except yaml.YAMLError as error:
            raise self._refuse(1, 1, codes.YAML_SYNTAX, f"{_NOT_YAML}: {shown(error, 200)}") from None
        if self.root is None:
            raise self._refuse(
                1, 1, codes.YAML_DOCUMENTS, "the file is empty; expected a tour, starting with `touratlas: 1`"
            )
        return self.root

    def _refuse(self, line: int, column: int, code: Code, message: str) -> _Refusal:
        return _Refusal(_finding(self.path, line, column, code, message))

    def _syntax(self, error: yaml.MarkedYAMLError, text: str) -> _Refusal:
        mark = error.problem_mark or error.context_mark
        what = " ".join(str(part) for part in (error.problem, error.context) if part)
        if mark is None:
            return self._refuse(1, 1, codes.YAML_SYNTAX, f"{_NOT_YAML}: {visible(what)}")
        if text[mark.index : mark.index + 1] == "\t":
            what = "a tab stands here; indent with spaces"
        return self._refuse(
            mark.line + 1, mark.column + 1, codes.YAML_SYNTAX, f"{_NOT_YAML}: {visible(what)}"
        )

    def _take(self, event: yaml.Event) -> None:
        line, column = (
            (event.start_mark.line + 1, event.start_mark.column + 1) if event.start_mark else (1, 1)
        )
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self._refuse(
                    line,
                    column,
                    codes.YAML_DOCUMENTS,
                    "a second document starts here; expected one tour a file",
                )
        elif isinstance(event, yaml.NodeEvent):
            self._check(event, line, column)
            self._node(event, line, column)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()

    def _check(self, event: yaml.NodeEvent, line: int, column: int) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise self._refuse(
                line,
                column,
                codes.YAML_ALIAS,
                f"{shown(sign + str(event.anchor))} is an anchor or alias; expected the value itself, quoted if text",
            )
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            raise self._refuse(
                line,
                column,
                codes.YAML_TAG,
                f"the tag {shown(tag)} is not allowed; expected plain text, lists and mappings",
            )
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise self._refuse(line, column, codes.YAML_BOUNDS, f"the file has more than {MOST_NODES:,} keys and values; expected no more")
        if len(self.open) > DEEPEST:
            raise self._refuse(line, column, codes.YAML_BOUNDS, f"nested more than {DEEPEST} levels deep; expected no more")

    def _node(self, event: yaml.NodeEvent, line: int, column: int) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line, column)
            return
        mapping = isinstance(event, yaml.MappingStartEvent)
        node = Node(line, column, entries={}, keys={}) if mapping else Node(line, column, items=[])
        self._attach(node)
        self.open.append((node, None))

    def _scalar(self, event: yaml.ScalarEvent, line: int, column: int) -> None:
        if len(event.value) > LONGEST_SCALAR:
            raise self._refuse(
                line,
                column,
                codes.YAML_BOUNDS,
                f"a text of {len(event.value):,} characters; expected at most {LONGEST_SCALAR:,}",
            )
        if bad := _FORBIDDEN.search(event.value):  # it can also come in by an escape such as "\u202e"
            raise self._refuse(
                line,
                column,
                codes.FILE_CHARACTER,
                f"the character U+{ord(bad[0]):04X} is not allowed, even escaped; expected text without it",
            )
        if self.open and self.open[-1][0].entries is not None and self.open[-1][1] is None:
            self._key(event.value, line, column)
            return
        self._attach(Node(line, column, text=event.value, bare=event.value == "" and event.implicit[0]))

    def _key(self, key: str, line: int, column: int) -> None:
        holder = self.open[-1][0]
        if key == "<<":
            raise self._refuse(
                line,
                column,
                codes.YAML_ALIAS,
                "merge keys (`<<`) are not allowed; expected the entries themselves",
            )
        keys = holder.keys if holder.keys is not None else {}
        self._bound(keys, line, column)
        if key in keys:
            first = keys[key][0]
            self.findings.append(
                _finding(
                    self.path,
                    line,
                    column,
                    codes.YAML_DUPLICATE_KEY,
                    f"the key {shown(key)} stands here again; expected it once, and it is set in line {first}",
                )
            )
        else:
            keys[key] = (line, column)
        self.open[-1] = (holder, key)

    def _bound(self, entries: Sized, line: int, column: int) -> None:
        if len(entries) >= MOST_ENTRIES:
            message = f"a list or mapping of more than {MOST_ENTRIES:,} entries; expected no more"
            raise self._refuse(line, column, codes.YAML_BOUNDS, message)

    def _attach(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        holder, key = self.open[-1]
        if holder.items is not None:
            self._bound(holder.items, node.line, node.column)
            holder.items.append(node)
            return
        if key is None:
            raise self._refuse(
                node.line,
                node.column,
                codes.YAML_KEY,
                f"{node.kind} can't be a key; expected a word followed by a colon",
            )
        if holder.entries is not None and holder.entries.setdefault(key, node) is not node:
            holder.lose(key, node)
        self.open[-1] = (holder, None)
