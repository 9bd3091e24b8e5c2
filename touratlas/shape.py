"""Tree → tour: validation of the shape, with every error told in our words and at its place.

Pydantic stops at nothing and reports all shape errors of a file at once, but a file with one misspelt key
would then have no tour, and its wrong quotes would stay unsaid until the next run. So what is wrong is cut
out of a copy of the tree, piece by piece, until the rest validates; the cross-checks then run on the rest.
A tour so cut is never shown: the findings are errors all the same.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from touratlas import codes
from touratlas.finding import Finding
from touratlas.model import Tour
from touratlas.wording import did_you_mean, listed, shown

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from touratlas.codes import Code
    from touratlas.tree import Node, Path

_ROUNDS = 12  # of cutting; each round cuts all that the one before reported
_LENGTH = {"too_short", "missing_argument"}
_KINDS = {
    "string_type": "text",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "mapping_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "is_instance_of": "text",
    "float_type": "a number",
    "int_type": "a number",
    "bool_type": "`true` or `false`",
}
_NUMBERS = {
    "float_parsing",
    "int_parsing",
    "int_from_float",
    "greater_than_equal",
    "less_than_equal",
    "finite_number",
    "int_parsing_size",
}


@dataclass(frozen=True, slots=True)
class Shaped:
    """What validation gave: the tour (of the rest, where `cut` names what was cut out), and the findings."""

    tour: Tour | None
    findings: tuple[Finding, ...]
    cut: frozenset[str]


def shape(root: Node, path: str) -> Shaped:
    """Validate a tree; `path` is the file's name in findings. The tree is changed: what is wrong is cut out
    of it.
    """
    findings: dict[Finding, None] = {}
    cut: set[str] = set()
    for _ in range(_ROUNDS):
        try:
            tour = Tour.model_validate(root.plain())
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=True)
            spots = [(_steps(root, detail["loc"]), detail) for detail in details]
            findings.update(
                (finding, None) for steps, detail in spots for finding in _findings(root, path, steps, detail)
            )
            removed = [
                _cut(root, steps)
                for steps, _ in sorted(spots, key=lambda spot: _last_first(spot[0]), reverse=True)
            ]
            cut |= {name for names in removed for name in names or ()}
            if None in removed:
                break
        else:
            return Shaped(tour, tuple(sorted(findings)), frozenset(cut))
    return Shaped(None, tuple(sorted(findings)), frozenset(cut))


def _last_first(steps: Path) -> tuple[tuple[int, str], ...]:
    """A key that sorts list indices by number, so that cutting from the end leaves the earlier indices
    true.
    """
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in steps)


def _steps(root: Node, loc: tuple[int | str, ...]) -> Path:
    """Pydantic's location as a path of the tree: without the tags of unions and the marks of keys, which
    aren't in the file.
    """
    node: Node | None = root
    steps: list[int | str] = []
    for place, step in enumerate(loc):
        if step == "[key]":
            continue
        below = node.child(step) if node is not None else None
        if below is None and place + 1 < len(loc):
            continue  # a union's tag
        if below is None and not (isinstance(step, str) and node is not None and node.entries is not None):
            continue
        steps.append(step)
        node = below
    return tuple(steps)


def _findings(root: Node, path: str, steps: Path, detail: ErrorDetails) -> list[Finding]:
    code, message, at_key = _told(root, steps, detail)
    line, column = root.key_place(steps) if at_key else _value_place(root, steps)
    return [Finding(path, line, column, code.id, code.severity, message)]


def _value_place(root: Node, steps: Path) -> tuple[int, int]:
    node = root.find(steps)
    if node.bare:  # nothing stands there: point at the key
        return root.key_place(steps)
    return node.line, node.column


def _told(root: Node, steps: Path, detail: ErrorDetails) -> tuple[Code, str, bool]:  # noqa: PLR0911 - one return a kind
    """Code and message of one pydantic error, and whether it is the key that is meant and not the value."""
    kind = detail["type"]
    key = shown(steps[-1]) if steps else "the tour"
    node = root.find(steps)
    own = {code.id: code for code in codes.all_codes()}
    if kind in own:
        return own[kind], str(detail["msg"]), "[key]" in detail["loc"]
    if kind in {"missing", "union_tag_not_found"}:
        name = steps[-1] if kind == "missing" else "kind"
        return (
            codes.KEY_MISSING,
            f"the key {shown(name)} is missing here; expected it in {_owner(steps, kind)}",
            False,
        )
    if kind == "extra_forbidden":
        options = _keys_at(detail["loc"])
        return (
            codes.KEY_UNKNOWN,
            f"unknown key {key}{did_you_mean(str(steps[-1]), options) or _one_of(options)}",
            True,
        )
    if node.bare:
        return codes.VALUE_EMPTY, f"the key {key} has nothing behind it; expected a value", True
    if kind in {"enum", "literal_error", "union_tag_invalid"}:
        return _word(root, steps, detail)
    if kind in {"too_short", "too_long"}:
        return _length(node, key, detail)
    if kind in _NUMBERS:
        return (
            codes.NUMBER_WRONG,
            f"{shown(node.text)} is not a number that fits here; expected {_limits(detail)}",
            False,
        )
    expected = _KINDS.get(kind, "another value")
    found = f"the text {shown(node.text)}" if node.text is not None else node.kind
    return codes.TYPE_WRONG, f"found {found} for {key}; expected {expected}", False


def _owner(steps: Path, kind: str) -> str:
    names = [
        str(step) if isinstance(step, str) else f"entry {step + 1}"
        for step in (steps[:-1] if kind == "missing" else steps)
    ]
    return " › ".join(names) or "the tour file"


def _one_of(options: tuple[str, ...]) -> str:
    return f"; expected one of {listed(options)}" if options else ""


def _word(root: Node, steps: Path, detail: ErrorDetails) -> tuple[Code, str, bool]:
    context = detail.get("ctx", {})
    if detail["type"] == "union_tag_invalid":
        steps = (*steps, "kind")
    words = _words(str(context.get("expected_tags") or context.get("expected", "")))
    value = root.find(steps).text or ""
    line = f"{shown(value)} is not a word allowed here; expected {listed(words)}{did_you_mean(value, words)}"
    return codes.WORD_UNKNOWN, line, False


def _words(told: str) -> tuple[str, ...]:
    """The words in pydantic's `'a', 'b' or 'c'`."""
    return tuple(part.strip(" '") for part in told.replace(" or ", ", ").split(",") if part.strip(" '"))


def _length(node: Node, key: str, detail: ErrorDetails) -> tuple[Code, str, bool]:
    context = detail.get("ctx", {})
    least, most = context.get("min_length"), context.get("max_length")
    found = len(node.items if node.items is not None else node.entries or ())
    if most is None:
        return codes.VALUE_EMPTY, f"{key} has {found or 'no'} entries; expected at least {least}", True
    return codes.TYPE_WRONG, f"{key} has {found} entries; expected {most}", False


def _limits(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if "ge" in context:
        return f"{context['ge']} or more"
    return f"{context['le']} or less" if "le" in context else "a plain number such as 2.7456"


def _keys_at(loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The keys that the model knows at the place of an unknown one."""
    here: Any = Tour
    for step in loc[:-1]:
        here = _below(here, step)
    return _names(here)


def _below(here: Any, step: int | str) -> Any:
    for option in _options(here):
        if isinstance(option, type) and issubclass(option, BaseModel):
            for name, field in option.model_fields.items():
                if step in {name, field.alias}:
                    return field.annotation
            kind = option.model_fields.get("kind")
            if kind is not None and step in get_args(kind.annotation):
                return option
        arguments = get_args(option)
        if get_origin(option) is tuple and arguments:
            return arguments[0]
        if get_origin(option) is Mapping:
            return arguments[1]
    return here


def _options(here: Any) -> list[Any]:
    """The annotation without `Annotated` and with unions opened."""
    if get_origin(here) is Annotated:
        return _options(get_args(here)[0])
    if get_origin(here) in {Union, types.UnionType}:
        return [option for part in get_args(here) for option in _options(part)]
    return [here]


def _names(here: Any) -> tuple[str, ...]:
    models = [
        option for option in _options(here) if isinstance(option, type) and issubclass(option, BaseModel)
    ]
    return tuple(
        dict.fromkeys(field.alias or name for model in models for name, field in model.model_fields.items())
    )


def _cut(root: Node, steps: Path) -> tuple[str, ...] | None:
    """Cut the smallest droppable piece around `steps` out of the tree; the ids it declared, or None if
    nothing can be cut.
    """
    for length in range(len(steps), 0, -1):
        holder, last = root.find(steps[: length - 1]), steps[length - 1]
        node = holder.child(last)
        if node is None:
            continue
        if not _droppable(steps[:length]):
            continue
        names = _declared(node) + ((last,) if isinstance(last, str) else ())
        if holder.entries is not None and isinstance(last, str):
            del holder.entries[last]
        elif holder.items is not None and isinstance(last, int):
            del holder.items[last]
        return names
    return None


def _droppable(steps: Path) -> bool:
    """Whether the rest can do without this: list entries, entries of the file's tables, and keys that the
    model doesn't need.
    """
    here: Any = Tour
    for step in steps[:-1]:
        here = _below(here, step)
    last = steps[-1]
    if isinstance(last, int):
        return True
    fields = {
        field.alias or name: field for model in _models(here) for name, field in model.model_fields.items()
    }
    return last not in fields or not fields[last].is_required()


def _models(here: Any) -> list[type[BaseModel]]:
    return [option for option in _options(here) if isinstance(option, type) and issubclass(option, BaseModel)]


def _declared(node: Node) -> tuple[str, ...]:
    """The ids that a piece about to be cut declares, so that references to them aren't reported as unknown."""
    names: list[str] = []
    stack = [node]
    while stack:
        here = stack.pop()
        names.extend(here.entries or ())
        own = (here.entries or {}).get("id")
        if own is not None and own.text:
            names.append(own.text)
        stack.extend(here.items or ())
        stack.extend((here.entries or {}).values())
    return tuple(names)
