"""Cutting what is wrong out of a tree, so that the rest can be checked in the same run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from touratlas.fields import ID_PATTERN
from touratlas.node import Node
from touratlas.shape.annotations import annotation_at, field_at, is_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from touratlas.node import Path

_NEW_ID = "a new id"
_Value = str | tuple["_Value", ...] | dict[str, "_Value"]

# What stands in for a wrong value that can't be left out, so that its neighbours are still checked. None of
# these causes a finding of its own; checks pass over what `Node.lost_at` names.
_STAND_INS: Mapping[str, _Value] = {
    "Tour.touratlas": "1",
    "Tour.tour": {"id": "tour", "title": "?", "summary": "?", "as_of": "9999-12-31"},
    "Tour.sources": {"lost": {"kind": "report", "publisher": "?"}},
    "Tour.places": {
        "lost": {"name": "?", "country": "JP", "at": ("35.69", "139.69"), "zone": "Asia/Tokyo"},
    },
    "Head.id": "tour",
    "Head.title": "?",
    "Head.summary": "?",
    "Head.as_of": "9999-12-31",
    "ArticleSource.sha256": "0" * 64,
    "WebSource.publisher": "?",
    "LeftOut.why": "?",
    "Delegation.name": "?",
    "Person.name": "?",
    "Place.name": "?",
    "Stop.id": _NEW_ID,
    "Event.id": _NEW_ID,
    "Event.title": "?",
    "Event.short": "?",
    "Event.kind": "other",
    "Event.status": "planned",
    "Claim.says": "?",
    "Question.ask": "?",
    "Question.answer": "?",
}


class Piece(NamedTuple):
    """What is to be cut: a value of a collection, and what takes its place (None: nothing)."""

    holder: Node
    step: str | int
    stand_in: Node | None


def piece(root: Node, steps: Path) -> Piece | None:
    """The smallest piece at or around `steps` that the rest can do without; None where there is none."""
    for length in range(len(steps), 0, -1):
        holder = _exactly(root, steps[: length - 1])
        if holder is not None:
            found = _piece(root, holder, steps[: length - 1], steps[length - 1])
            if found is not None:
                return found
    return None


def _exactly(root: Node, steps: Path) -> Node | None:
    node: Node | None = root
    for step in steps:
        node = node.child(step) if node is not None else None
    return node


def _piece(root: Node, holder: Node, above: Path, step: str | int) -> Piece | None:
    here = annotation_at(root, above)
    there = holder.child(step) is not None
    if isinstance(step, int):
        return Piece(holder, step, None) if there and is_list(here) else None
    field = field_at(here, holder, step)
    if field is None:
        return Piece(holder, step, None) if there else None
    model, name, info = field
    value = _STAND_INS.get(f"{model.__name__}.{name}")
    if value is not None and holder.entries is not None:
        return Piece(holder, step, _node(_new_id(holder) if value is _NEW_ID else value, holder))
    return Piece(holder, step, None) if there and not info.is_required() else None


def _new_id(holder: Node) -> str:
    own = holder.child("id")
    return _slug((own.text if own is not None else None) or "") or f"line-{holder.line}"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:64].strip("-")


def _node(value: _Value, at: Node) -> Node:
    """A value as a node at the place of another; it is shallow, so this may recur."""
    if isinstance(value, str):
        return Node(at.line, at.column, value)
    if isinstance(value, tuple):
        return Node(at.line, at.column, items=[_node(below, at) for below in value])
    entries = {key: _node(below, at) for key, below in value.items()}
    return Node(at.line, at.column, entries=entries, keys={})


def cut(pieces: Iterable[Piece]) -> None:
    """Cut all of them out at once, each from where it stood in the whole tree; what was cut is noted in `lost`."""
    lists: dict[int, tuple[Node, set[int]]] = {}
    for holder, step, stand_in in pieces:
        if isinstance(step, int):
            lists.setdefault(id(holder), (holder, set()))[1].add(step)
        elif holder.entries is not None:
            old = holder.entries.pop(step, None)
            if stand_in is not None:
                holder.entries[step] = stand_in
            holder.lose(step, old or Node(holder.line, holder.column))
    for holder, steps in lists.values():
        items = holder.items or []
        for step in sorted(steps):
            holder.lose("", items[step])
        holder.items = [item for number, item in enumerate(items) if number not in steps]


def lost_names(root: Node) -> frozenset[str]:
    """Every id and key in what was left out of a tree: what still refers to one of them isn't to be reported."""
    names: set[str] = set()
    stack: list[tuple[Node, bool]] = [(root, False)]
    while stack:
        node, lost = stack.pop()
        below = [*(node.items or ()), *(node.entries or {}).values()]
        stack.extend((one, lost) for one in below)
        if lost:
            names.update(node.entries or ())
            names.update(_own_id(node.child("id")))
        for key, one in node.lost or ():
            names.add(key)
            names.update(_own_id(one if key == "id" else None))
            stack.append((one, True))
    slugs = {_slug(name) for name in names if not re.fullmatch(ID_PATTERN, name)}
    return frozenset((names | slugs) - {""})


def _own_id(node: Node | None) -> tuple[str, ...]:
    return (node.text,) if node is not None and node.text else ()
