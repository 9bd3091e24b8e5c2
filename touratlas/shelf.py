"""The shelf: the tour files of a folder, for a picker."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from touratlas.tree import LARGEST_FILE, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SUFFIXES = frozenset({".yaml", ".yml"})
_MOST_KEPT = 256  # ids and titles of files that were read before


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
    """The tour files directly in a folder, by name; empty where there is no such folder.

    Each id is there once: of two files with the same, as when one is a copy, the second bears the id of its
    file's name. A file is read again only when it has changed.
    """
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix.casefold() in SUFFIXES)
    except OSError:
        return ()
    return tuple(_apart(_entry(file) for file in files if file.is_file()))


def _entry(file: Path) -> Entry:
    try:
        stat = file.stat()
    except OSError:  # gone since the folder was listed
        return Entry("", file.name, file, (0, 0))
    stamp = stat.st_mtime_ns, stat.st_size
    own, title = _head(file, stamp)
    return Entry(own, title or file.name, file, stamp)


@lru_cache(maxsize=_MOST_KEPT)
def _head(file: Path, stamp: tuple[int, int]) -> tuple[str, str]:
    """Id and title in a tour file; empty where it hasn't them or can't be read."""
    try:
        with file.open("rb") as stream:
            root, _ = read_tree(stream.read(LARGEST_FILE + 1), file.name)
    except OSError:
        return "", ""
    head = root.child("tour") if root is not None else None
    found = (head.child(key) if head is not None else None for key in ("id", "title"))
    own, title = (((node.text or "") if node is not None else "").strip() for node in found)
    return own, title


def _apart(entries: Iterable[Entry]) -> Iterator[Entry]:
    taken: set[str] = set()
    for entry in entries:
        name = re.sub(r"[^a-z0-9]+", "-", entry.path.stem.casefold()).strip("-") or "tour"
        number = 1
        own = entry.id or name
        while own in taken:
            own = name if number == 1 else f"{name}-{number}"
            number += 1
        taken.add(own)
        yield replace(entry, id=own)


def pick(entries: tuple[Entry, ...], tour: str) -> Entry:
    """The entry that an address names; the first where it names none of them. Raises ValueError on an empty
    shelf.
    """
    if not entries:
        raise ValueError("the shelf is empty")
    return next((entry for entry in entries if entry.id == tour), entries[0])
