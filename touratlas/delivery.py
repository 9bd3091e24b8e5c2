"""Exports of a tour as files: all are made before the first is written, and each is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from touratlas.errors import UsageError
from touratlas.wording import shown
from touratlas.writing import refuse, write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from touratlas.check import Atlas
    from touratlas.exports import Format, Options


def deliver(atlas: Atlas, formats: Sequence[Format], options: Options, to: str) -> tuple[Path, ...]:
    """Make the formats and write them to `to`: a file, or a folder where it is one, ends in a slash, or has to hold
    several; a folder that isn't there yet is made, where the one above it is. Gives the paths, in order.

    In a folder a file is called by the tour's id. Raises UsageError where one can't be written, and then none of
    them is, as far as that can be known beforehand.
    """
    folder = _folder(to, several=len(formats) > 1)
    paths = [
        folder / f"{atlas.tour.tour.id}{form.suffix}" if folder is not None else Path(to) for form in formats
    ]
    for path in paths:
        _refuse(atlas, path, folder)
    made = [form.make(atlas, options) for form in formats]
    if folder is not None:
        _make(folder)
    for path, data in zip(paths, made, strict=True):
        write_whole(path, data)
    return tuple(paths)


def _folder(to: str, *, several: bool) -> Path | None:
    """The folder that `to` means, or None where it means a file."""
    if not to:
        raise UsageError("`--to` is empty; expected a file or a folder")
    if "\0" in to:
        raise UsageError(f"can't write {shown(to)}: a file's name can't have NUL in it")
    path = Path(to)
    if path.is_dir() or to.endswith((os.sep, "/")) or several:
        if path.exists() and not path.is_dir():
            raise UsageError(f"{shown(to, 200)} is a file; expected a folder")
        return path
    return None


def _refuse(atlas: Atlas, path: Path, folder: Path | None) -> None:
    """Refuse what can't be written, and what must not: the tour file itself and its articles."""
    if folder is None or folder.is_dir():
        refuse(path)
    elif not folder.parent.is_dir():
        raise UsageError(f"can't make {shown(folder, 200)}: there is no folder {shown(folder.parent, 200)}")
    tour = Path(atlas.loaded.path)
    own = [tour, *(tour.parent / source.file for source in atlas.tour.articles().values())]
    if os.path.realpath(path) in {os.path.realpath(one) for one in own}:
        raise UsageError(f"can't write {shown(path, 200)}: the tour is made from it")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(f"can't make {shown(folder, 200)}: {error.strerror or error}") from None
