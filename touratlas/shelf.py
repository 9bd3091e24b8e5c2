"""The shelf: the tour files of a folder, for a picker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.tree import LARGEST_FILE, read_tree

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A tour file on the shelf: its tour's id and title (of the file's name, where it can't be read), and a
    stamp that changes with it.
    """

    id: str
    title: str
    path: Path
    stamp: tuple[int, int]


def shelf(folder: Path) -> tuple[Entry, ...]:
    """The tour files directly in a folder, by name; empty where there is no such folder. Only id and title
    are read.
    """
    if not folder.is_dir():
        return ()
    files = sorted(file for file in folder.iterdir() if file.suffix.casefold() in SUFFIXES and file.is_file())
    return tuple(_entry(file) for file in files)


def _entry(file: Path) -> Entry:
    stat = file.stat()
    with file.open("rb") as stream:
        root, _ = read_tree(stream.read(LARGEST_FILE + 1), file.name)
    head = root.find(("tour",)) if root is not None else None
    names = (
        {key: (node.text or "").strip() for key, node in (head.entries or {}).items()}
        if head is not None
        else {}
    )
    name = re.sub(r"[^a-z0-9]+", "-", file.stem.casefold()).strip("-") or "tour"
    return Entry(
        names.get("id") or name, names.get("title") or file.name, file, (stat.st_mtime_ns, stat.st_size)
    )


def pick(entries: tuple[Entry, ...], tour: str) -> Entry:
    """The entry that an address names; the first where it names none of them. Raises ValueError on an empty
    shelf.
    """
    if not entries:
        raise ValueError("the shelf is empty")
    return next((entry for entry in entries if entry.id == tour), entries[0])
