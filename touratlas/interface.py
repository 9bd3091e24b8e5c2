"""The words of the interface, in one catalogue: what templates, views and scripts put on a screen or on paper.

The catalogue is English, a file for each part of the interface in `touratlas/assets/words/en/`; a key stands in one
of them alone. Another catalogue can take its place for a while, which is how the tests find words that bypass it.
No translation ships that nobody reviewed.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SCRIPT = "js_"  # what begins so is for the snapshot's script

_taken: ContextVar[Mapping[str, str] | None] = ContextVar("catalogue", default=None)


def words() -> Mapping[str, str]:
    """The catalogue in use: texts by their key, some with places such as `{name}` in them."""
    taken = _taken.get()
    return english() if taken is None else taken


def word(key: str, **places: object) -> str:
    """A text of the catalogue in use, its places filled; `KeyError` where there is no such key or place."""
    text = words()[key]
    return text.format(**places) if places else text


def counted(key: str, count: int, **places: object) -> str:
    """A text about a number of things: that of `key_one` for one of them, else that of `key_many`, `{count}` filled."""
    return word(f"{key}_one" if count == 1 else f"{key}_many", count=count, **places)


def begun(text: str) -> str:
    """A text as a sentence begins: with its first letter in upper case."""
    return text[:1].upper() + text[1:]


@cache
def english() -> Mapping[str, str]:
    """The English catalogue, all parts in one; `ValueError` where two of them have the same key."""
    found: dict[str, str] = {}
    for part in sorted(files("touratlas.assets.words.en").iterdir(), key=lambda entry: entry.name):
        if part.name.endswith(".json"):
            texts: dict[str, str] = json.loads(part.read_text(encoding="utf-8"))
            if twice := sorted(found.keys() & texts):
                raise ValueError(f"{part.name} has keys that another part has as well: {', '.join(twice)}")
            found |= texts
    return MappingProxyType(found)


@contextmanager
def speaking(catalogue: Mapping[str, str]) -> Iterator[None]:
    """Use another catalogue, in this thread and until the end of the block."""
    token = _taken.set(catalogue)
    try:
        yield
    finally:
        _taken.reset(token)


def script_words(catalogue: Mapping[str, str]) -> dict[str, str]:
    """The part that the script needs, by keys without their prefix."""
    return {key.removeprefix(SCRIPT): text for key, text in catalogue.items() if key.startswith(SCRIPT)}
