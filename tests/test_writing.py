"""Files are written whole or not at all, and what can't be written is told in one line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from touratlas.errors import UsageError
from touratlas.writing import write_whole


def test_a_file_is_written(tmp_path: Path) -> None:
    """Its bytes, with the permissions that files have here, and nothing beside it."""
    target, plain = tmp_path / "tour.html", tmp_path / "plain"
    plain.write_bytes(b"")
    write_whole(target, b"\x00whole")
    assert target.read_bytes() == b"\x00whole"
    assert target.stat().st_mode == plain.stat().st_mode
    assert sorted(tmp_path.iterdir()) == [plain, target]


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """It keeps its permissions; a link to it keeps pointing there."""
    target, link = tmp_path / "tour.html", tmp_path / "link.html"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_whole(link, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()


def test_what_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full when all is to be synced: the file is as it was, and no part of the new one remains."""
    target = tmp_path / "tour.html"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match=r"can't write `.*tour\.html`: No space left on device"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_is_interrupted_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while it is written."""

    def stopped(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "tour.html", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "it is a folder"),
        ("missing/tour.html", "there is no folder"),
        ("pipe", "not a regular file"),
        ("a\0b", "can't have NUL in it"),
    ],
)
def test_what_cannot_be_a_file(tmp_path: Path, name: str, why: str) -> None:
    """A folder, a file in none, a pipe, a name that isn't one."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match=why):
        write_whole(tmp_path / name, b"")
    assert [file.name for file in tmp_path.iterdir()] == ["pipe"]
