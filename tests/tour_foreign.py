"""A tour in letters that the interface doesn't have: each Latin letter of its texts is a Cyrillic one. So what
a page shows of the tour and what it says itself can be told apart, letter by letter.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import yaml

LATIN = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщ"
LETTERS = str.maketrans(LATIN + LATIN.upper(), CYRILLIC + CYRILLIC.upper())
# By such a heading the list of references is known.
HEADINGS = {"## Notes": "## 参考文献", "References": "参考文献"}
TEXTS = frozenset(
    {"title", "short", "summary", "name", "role", "says", "note", "ask", "answer", "about", "publisher"}
    | {"exact", "prefix", "suffix", "quote", "quotes", "why"}
)


def foreign(text: str) -> str:
    """A text in the other letters."""
    return text.translate(LETTERS)


def write_foreign(original: Path, folder: Path) -> Path:
    """Write a tour and its article again, into another folder, in the other letters; the tour file's path."""
    text = original.read_text(encoding="utf-8")
    tour: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text
    source = tour["sources"]["article"]
    lines = (original.parent / source["file"]).read_text(encoding="utf-8").split("\n")
    article = "\n".join(HEADINGS.get(line) or foreign(line) for line in lines)
    (folder / source["file"]).write_text(article, encoding="utf-8")
    source["sha256"] = hashlib.sha256(article.encode()).hexdigest()
    told = _told(tour)
    told["topics"] = {key: foreign(label) for key, label in tour.get("topics", {}).items()}
    file = folder / original.name
    file.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


def _told(node: Any, key: str = "") -> Any:
    """A part of the tour with its texts in the other letters; ids, dates and addresses as they are."""
    if isinstance(node, dict):
        return {name: _told(value, name) for name, value in node.items()}
    if isinstance(node, list):
        return [_told(value, key) for value in node]
    return foreign(node) if key in TEXTS else node
