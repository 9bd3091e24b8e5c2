"""One value of a tour file with its place, and the values below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        """The value as plain Python data for validation; where nothing stands behind a key, NOTHING.

        Goes as deep as the tree, which :func:`touratlas.tree.read_tree` bounds.
        """
        if self.text is not None:
            return NOTHING if self.bare else self.text
        if self.items is not None:
            return [child.plain() for child in self.items]
        return {key: child.plain() for key, child in (self.entries or {}).items()}
