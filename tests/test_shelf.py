"""The shelf: the tour files of a folder, each under an id of its own, read again only when changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import ROOT
from touratlas.shelf import pick, shelf
from touratlas.tree import LARGEST_FILE, read_tree


def put(folder: Path, name: str, tour: str = "", title: str = "") -> Path:
    """A file with no more than a head."""
    file = folder / name
    file.write_text(f"tour:\n  id: {tour}\n  title: {title}\n" if tour else "no: tour\n", encoding="utf-8")
    return file


def test_the_projects_own_shelf() -> None:
    """The folder that the app shows has the real tour, by its own id and title."""
    (entry,) = shelf(ROOT / "data")
    assert (entry.id, entry.path.name) == ("us-asia-2025", "events.yaml")
    assert entry.title.startswith("Trade first")


def test_files_by_name(tmp_path: Path) -> None:
    """YAML files directly in the folder, by name; nothing else, and no folder that is called like one."""
    put(tmp_path, "b.yaml", "two", "Two")
    put(tmp_path, "a.yml", "one", "One")
    put(tmp_path, "C.YAML", "three", "Three")
    put(tmp_path, "notes.txt", "no", "No")
    (tmp_path / "folder.yaml").mkdir()
    put(tmp_path / "folder.yaml", "inner.yaml", "inner", "Inner")
    assert sorted((one.id, one.title) for one in shelf(tmp_path)) == [
        ("one", "One"),
        ("three", "Three"),
        ("two", "Two"),
    ]
    assert [one.path.name for one in shelf(tmp_path)] == sorted(one.path.name for one in shelf(tmp_path))


def test_no_folder(tmp_path: Path) -> None:
    """A folder that isn't there, or is a file, is an empty shelf."""
    assert shelf(tmp_path / "nowhere") == ()
    assert shelf(put(tmp_path, "one.yaml", "one", "One")) == ()
    assert shelf(tmp_path / "one.yaml" / "below") == ()


@pytest.mark.parametrize(
    "text", ["", "- 1\n", "tour: text\n", "tour: {id: [1]}\n", "\x00", "{", "no: tour\n", "a: &x 1\nb: *x\n"]
)
def test_files_that_cannot_be_read_are_there_too(tmp_path: Path, text: str) -> None:
    """A broken file is listed by its name, so that somebody can see what is wrong with it."""
    (tmp_path / "My Tour (2).yaml").write_text(text, encoding="utf-8")
    (entry,) = shelf(tmp_path)
    assert (entry.id, entry.title) == ("my-tour-2", "My Tour (2).yaml")


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """Neither bytes that are no UTF-8 nor a name without a letter stop the shelf."""
    (tmp_path / "é.yaml").write_bytes(b"\xff\xfe\x00")
    (entry,) = shelf(tmp_path)
    assert entry.id == "tour"


def test_each_id_is_there_once(tmp_path: Path) -> None:
    """A copy bears the id of its file's name, also where that is taken; ids don't change from call to call."""
    for name in ("a.yaml", "b.yaml", "c.yaml"):
        put(tmp_path, name, "b", name)
    put(tmp_path, "c.yml", "b", "c.yml")
    entries = shelf(tmp_path)
    assert [one.title for one in entries] == ["a.yaml", "b.yaml", "c.yaml", "c.yml"]
    assert len({one.id for one in entries}) == 4
    assert entries[0].id == "b"
    assert entries == shelf(tmp_path)


def test_a_file_is_read_again_when_it_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unchanged file is read once; a changed one again, and its stamp is another."""
    reads: list[str] = []

    def counting(data: bytes, name: str) -> object:
        reads.append(name)
        return read_tree(data, name)

    monkeypatch.setattr("touratlas.shelf.read_tree", counting)
    file = put(tmp_path, "one.yaml", "one", "One")
    first = shelf(tmp_path)
    assert shelf(tmp_path) == first
    assert reads == ["one.yaml"]
    put(tmp_path, "one.yaml", "one", "Another")
    os.utime(file, ns=(1, 1))
    (second,) = shelf(tmp_path)
    assert second.title == "Another"
    assert second.stamp != first[0].stamp
    assert len(reads) == 2


def test_a_huge_file_is_listed_unread(tmp_path: Path) -> None:
    """No more than the largest allowed file is read of one; it is listed by its name."""
    file = tmp_path / "huge.yaml"
    with file.open("wb") as stream:
        stream.write(b"tour: {id: huge, title: Huge}\n")
        stream.truncate(LARGEST_FILE * 3)
    (entry,) = shelf(tmp_path)
    assert entry.title == "huge.yaml"


def test_what_vanishes_while_it_is_read(tmp_path: Path) -> None:
    """A link to nothing is left out."""
    put(tmp_path, "one.yaml", "one", "One")
    (tmp_path / "two.yaml").symlink_to(tmp_path / "gone.yaml")
    assert [one.id for one in shelf(tmp_path)] == ["one"]


def test_pick(tmp_path: Path) -> None:
    """The tour that the address names, else the first; of an empty shelf there is none to pick."""
    put(tmp_path, "a.yaml", "one", "One")
    put(tmp_path, "b.yaml", "two", "Two")
    entries = shelf(tmp_path)
    assert pick(entries, "two").title == "Two"
    assert pick(entries, "").title == pick(entries, "three").title == "One"
    with pytest.raises(ValueError, match="empty"):
        pick((), "one")
