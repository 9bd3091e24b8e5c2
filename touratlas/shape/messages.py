"""Pydantic's errors in our words: code, message, and where to point."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from touratlas import codes
from touratlas.shape.annotations import annotation_at, is_list, is_table, keys_at
from touratlas.wording import count, did_you_mean, listed, shown

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from touratlas.codes import Code
    from touratlas.node import Node, Path

_KINDS = {
    "string_type": "text",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "mapping_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "float_type": "a number",
    "int_type": "a number",
    "bool_type": "`true` or `false`",
}
_NUMBERS = frozenset(
    {
        "float_parsing",
        "int_parsing",
        "int_from_float",
        "greater_than_equal",
        "less_than_equal",
        "finite_number",
        "int_parsing_size",
    }
)
_WORDS = frozenset({"enum", "literal_error", "union_tag_invalid"})
_CODES = {code.id: code for code in codes.all_codes()}


class Told(NamedTuple):
    """One error in our words; `at_key` says that the key is meant and not the value behind it."""

    code: Code
    message: str
    at_key: bool = False


def told(root: Node, steps: Path, detail: ErrorDetails, *, key: bool) -> Told:  # noqa: PLR0911 - one return a kind
    """The error at `steps`, or, if `key`, of the key that they end with."""
    kind = detail["type"]
    node = root.find(steps)
    if kind in _CODES:  # our own validators bear their code
        return Told(_CODES[kind], str(detail["msg"]), key)
    if kind == "extra_forbidden":
        return _unknown_key(root, steps)
    if kind in {"missing", "union_tag_not_found"}:
        return _missing(root, steps if kind == "missing" else (*steps, "kind"))
    if node.bare:
        return Told(codes.VALUE_EMPTY, f"{_name(steps)} has nothing behind it; expected a value", at_key=True)
    if node.text is not None and kind in _WORDS | _NUMBERS:
        return _word(node.text, detail) if kind in _WORDS else _number(node.text, detail)
    if kind in {"too_short", "too_long"}:
        return _length(root, steps, detail)
    found = f"the text {shown(node.text)}" if node.text is not None else node.kind
    expected = listed(_words(detail)) if kind in _WORDS else _KINDS.get(kind, "another value")
    return Told(codes.TYPE_WRONG, f"found {found} for {_name(steps)}; expected {expected}")


def _name(steps: Path) -> str:
    """What the value at `steps` is called: its key, or the list that it is an entry of."""
    if not steps:
        return "the tour file"
    if isinstance(steps[-1], str):
        return shown(steps[-1])
    names = [step for step in steps if isinstance(step, str)]
    return f"an entry of {shown(names[-1])}" if names else "an entry"


def _missing(root: Node, steps: Path) -> Told:
    last = steps[-1]
    if isinstance(last, int):  # of a list of fixed length, such as `at`
        holder = root.find(steps[:-1])
        found = count(len(holder.items or ()), "entry", "entries")
        return Told(codes.TYPE_WRONG, f"{_name(steps[:-1])} has {found}; expected {last + 1} or more")
    where = _name(steps[:-1]).replace("an entry of", "this entry of", 1)
    return Told(codes.KEY_MISSING, f"the key {shown(last)} is missing; expected it in {where}")


def _unknown_key(root: Node, steps: Path) -> Told:
    above = steps[:-1]
    options = keys_at(annotation_at(root, above), root.find(above))
    hint = did_you_mean(str(steps[-1]), options) or (
        f"; expected one of {listed(options)}" if options else ""
    )
    return Told(codes.KEY_UNKNOWN, f"unknown key {shown(steps[-1])}{hint}", at_key=True)


def _word(value: str, detail: ErrorDetails) -> Told:
    words = _words(detail)
    hint = did_you_mean(value, words)
    message = f"{shown(value)} is not a word allowed here; expected {listed(words)}{hint}"
    return Told(codes.WORD_UNKNOWN, message)


def _words(detail: ErrorDetails) -> tuple[str, ...]:
    """The words in pydantic's `'a', 'b' or 'c'`."""
    context = detail.get("ctx", {})
    known = str(context.get("expected_tags") or context.get("expected", ""))
    return tuple(part.strip(" '") for part in known.replace(" or ", ", ").split(",") if part.strip(" '"))


def _number(value: str, detail: ErrorDetails) -> Told:
    context = detail.get("ctx", {})
    expected = "a whole number" if "int" in detail["type"] else "a plain number such as 2.7456"
    if "ge" in context or "le" in context:
        expected = f"{context['ge']:,} or more" if "ge" in context else f"{context['le']:,} or less"
    return Told(codes.NUMBER_WRONG, f"{shown(value)} is not a number that fits here; expected {expected}")


def _length(root: Node, steps: Path, detail: ErrorDetails) -> Told:
    context = detail.get("ctx", {})
    least, most = context.get("min_length"), context.get("max_length")
    node, here = root.find(steps), annotation_at(root, steps)
    number = len(node.items if node.items is not None else node.entries or ())
    found = f"{_name(steps)} has {count(number, 'entry', 'entries') if number else 'no entries'}"
    if most is None:
        return Told(codes.VALUE_EMPTY, f"{found}; expected at least {least}", at_key=True)
    up_to = "at most " if is_list(here) or is_table(here) else ""
    return Told(codes.TYPE_WRONG, f"{found}; expected {up_to}{most}")
