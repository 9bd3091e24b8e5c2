"""Files are written whole or not at all: beside the target first, synced to the disk, then renamed onto it."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from touratlas.errors import UsageError
from touratlas.wording import shown

_LONGEST = 200  # characters of a path in a message


def write_whole(target: Path, data: bytes) -> None:
    """Write `data` to `target`, so that whoever looks finds the old file or the new one, never a part.

    A symbolic link keeps pointing to the file that is replaced, and the file keeps its permissions. Raises
    UsageError where the target can't be written: a folder, no regular file, no such folder, a full disk.
    """
    refuse(target)
    real = Path(os.path.realpath(target))
    beside = real.with_name(f".{real.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        _write(beside, real, data)
    except OSError as error:
        raise UsageError(f"can't write {shown(target, _LONGEST)}: {error.strerror or error}") from None
    finally:
        with suppress(OSError):
            beside.unlink()


def refuse(target: Path) -> None:
    """Raise UsageError where `target` can't become a file; what can be known of it before anything is made."""
    if "\0" in str(target):
        raise UsageError(f"can't write {shown(target, _LONGEST)}: a file's name can't have NUL in it")
    if target.is_dir():
        raise UsageError(f"can't write {shown(target, _LONGEST)}: it is a folder")
    if target.exists() and not target.is_file():
        raise UsageError(f"can't write {shown(target, _LONGEST)}: not a regular file")
    if not target.parent.is_dir():
        raise UsageError(
            f"can't write {shown(target, _LONGEST)}: there is no folder {shown(target.parent, _LONGEST)}"
        )


def _write(beside: Path, real: Path, data: bytes) -> None:
    with beside.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if real.exists():
        shutil.copymode(real, beside)
    beside.replace(real)
    with suppress(OSError):  # a system that can't sync a folder
        folder = os.open(real.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
