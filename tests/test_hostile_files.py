"""Hostile and broken files: a clear finding with its place, no traceback, nothing written, memory and time bounded.

Each case is a folder with a `tour.yaml` and what it needs, checked by the command line in a process of its own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.commands import Ran, run
from tests.tour_builder import ARTICLE, sound, written
from touratlas.load import LARGEST_ARTICLE
from touratlas.tree import LARGEST_FILE

MOST_MIB = 400
MOST_SECONDS = 30
BASE = Path(__file__).parent / "codes"
HEAD = 'touratlas: 1\ntour: {id: a, title: A, summary: S, as_of: "2025-10-26"}\n'
PLACES = "places:\n  kl: {name: KL, country: MY, at: [3.14, 101.69], zone: Asia/Kuala_Lumpur}\n"
SOURCES = "sources:\n  wire: {kind: report, publisher: P, url: 'https://example.org/'}\n"
STOPS = "stops:\n  - {id: kl, place: kl, basis: {place: wire}}\n"
WHOLE = HEAD + SOURCES + PLACES + STOPS


def _laughs() -> str:
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(lines) + "\n"


def _crowd(entries: str, count: int) -> str:
    """Four lists of so many entries where events should be."""
    return "stops:\n" + f"  - {{events: [{','.join([entries] * count)}]}}\n" * 4


_PLACES = "".join(f"  p{n}: {{name: P, country: X{n}, at: [1, 2], zone: Z/z{n}}}\n" for n in range(3_000))

# name: the file's bytes, and the codes of which at least one must be found
TEXTS: dict[str, tuple[str | bytes, set[str]]] = {
    "deep flow lists": ("[" * 60_000, {"F108"}),
    "deep flow mappings": ("{a: " * 15_000, {"F108"}),
    "deep block lists": ("- " * 30_000, {"F108"}),
    "deep block mappings": ("".join(" " * n + "a:\n" for n in range(400)), {"F108"}),
    "deep keys": ("? " * 30_000, {"F108", "F110"}),
    "deep in a tour": (WHOLE.replace("title: A,", "title: " + "[" * 2000 + "]" * 2000 + ","), {"F108"}),
    "billion laughs": (_laughs(), {"F106"}),
    "an alias of itself": ("a: &a [*a]\n", {"F106"}),
    "an anchor on the file": ("&a\n" + WHOLE, {"F106"}),
    "a merge key": ("<<: {a: b}\n" + WHOLE, {"F106"}),
    "merge keys in quotes": ('"<<": [{a: b}]\n' + WHOLE, {"F106"}),
    "a python tag": ("a: !!python/object/apply:os.system ['touch pwned']\n" + WHOLE, {"F107"}),
    "a tag on the file": ("--- !<tag:example.org,2000:x>\n" + WHOLE, {"F107"}),
    "a binary tag": ("a: !!binary aGk=\n" + WHOLE, {"F107"}),
    "a tag directive": ("%TAG ! tag:example.org,2000:\n---\na: !x b\n", {"F107"}),
    "another version of YAML": ("%YAML 9.9\n---\n" + WHOLE, {"F104"}),
    "two documents": (WHOLE + "---\n" + WHOLE, {"F109"}),
    "many documents": ("--- a\n" * 100_000, {"F109"}),
    "nothing": ("", {"F109"}),
    "comments only": ("# a\n\n   # b\n", {"F109"}),
    "white space only": (" \n\n  \n", {"F109"}),
    "a null": ("null\n", {"S203"}),
    "a number": ("17\n", {"S203"}),
    "a list": ("- a\n- b\n", {"S203"}),
    "a huge text": ('title: "' + "a" * 10_000_000 + '"\n', {"F108"}),
    "a huge key": ("a" * 1_000_000 + ": b\n", {"F104", "F108"}),
    "a huge plain text": ("title: " + "a " * 5_000_000 + "\n", {"F108"}),
    "a huge folded text": ("title: >\n" + "  a\n" * 2_000_000, {"F108"}),
    "100,000 keys": ("".join(f"k{n}: v\n" for n in range(100_000)), {"F108"}),
    "100,000 equal keys": (WHOLE + "x: y\n" * 100_000, {"F108"}),
    "100,000 entries": ("stops: [" + "a," * 100_000 + "]\n", {"F108"}),
    "80,000 empty events": (_crowd("{}", 19_999), {"F108"}),
    "80,000 texts for events": (_crowd("a", 19_999), {"F108"}),
    "80,000 lists for events": (_crowd("[]", 19_999), {"F108"}),
    "a million values": ("a:\n" + ("  - [" + "a," * 15_000 + "]\n") * 70, {"F108"}),
    "3,000 wrong topics": (
        WHOLE + "topics:\n" + "".join(f"  Topic {n}: [a]\n" for n in range(3_000)),
        {"S208"},
    ),
    "3,000 unknown zones": (WHOLE.replace(STOPS, _PLACES + STOPS), {"P504"}),
    "more than the largest file": (b"#" * (LARGEST_FILE + 10), {"F101"}),
    "a NUL": ("title: a\0b\n", {"F103"}),
    "a NUL by escape": ('title: "a\\0b"\n', {"F103"}),
    "control characters": ("title: \x1b[2J\x07\n", {"F103"}),
    "a lone surrogate by escape": ('title: "\\ud800"\n', {"F104"}),
    "a pair of surrogates by escape": ('title: "\\ud83d\\ude00"\n', {"F104"}),
    "a lone surrogate in bytes": (b"title: \xed\xa0\x80\n", {"F102"}),
    "an overlong form": (b"title: \xc0\xaf\n", {"F102"}),
    "Latin-1": ("title: Málaga\n".encode("latin-1"), {"F102"}),
    "UTF-16 with a mark": (WHOLE.encode("utf-16"), {"F102"}),
    "UTF-16 without": (WHOLE.encode("utf-16-le"), {"F103"}),
    "UTF-32": (WHOLE.encode("utf-32"), {"F102"}),
    "two marks": ("\ufeff\ufeff" + WHOLE, {"F103"}),
    "a mark inside": (WHOLE.replace("title", "tit\ufeffle", 1), {"F103"}),
    "an override": (WHOLE.replace("title: A", "title: \u202eA"), {"F103"}),
    "an isolate by escape": (WHOLE.replace("title: A", 'title: "\\u2066A"'), {"F103"}),
    "an override in a comment": (WHOLE + "# \u202e\n", {"F103"}),
    "a line separator": (WHOLE.replace("title: A", "title: A\u2028x: B"), {"F103"}),
    "a tab for indentation": ("tour:\n\tid: a\n", {"F104"}),
    "an open quote": ('title: "A\n' + WHOLE, {"F104"}),
    "an open list": ("title: [A\n" + WHOLE, {"F104"}),
    "a key that is a mapping": ("? {a: b}\n: c\n", {"F110"}),
    "a key that is a list": ("[a, b]: c\n", {"F110"}),
    "a key that is a number": ("1: x\n" + WHOLE, {"S202"}),
    "a key that is a truth": ("true: x\n" + WHOLE, {"S202"}),
    "a key that is nothing": ('"": x\n' + WHOLE, {"S202"}),
    "a key with a line end": ('"a\\nb": x\n' + WHOLE, {"S202"}),
    "a key of Python's": ("__class__: x\n__dict__: {a: b}\nmodel_config: {}\n" + WHOLE, {"S202"}),
    "a huge number": (WHOLE.replace("3.14", "9" * 5000), {"S206"}),
    "a number in words": (WHOLE.replace("3.14", ".inf"), {"S206"}),
    "not a number": (WHOLE.replace("3.14", "nan"), {"S206"}),
    "a huge version": (WHOLE.replace("touratlas: 1", "touratlas: " + "1" * 5000), {"S206"}),
    "a huge date": (WHOLE.replace("2025-10-26", "9" * 5000 + "-10-26"), {"D301"}),
    "braces in a value": (WHOLE.replace("zone: Asia/Kuala_Lumpur", 'zone: "{message} {0} %s"'), {"P504"}),
    "a zone that is a path": (WHOLE.replace("Asia/Kuala_Lumpur", "../../../../etc/passwd"), {"P504"}),
    "a pattern's worst case": (WHOLE.replace("id: kl,", "id: " + "a-" * 30 + "!,"), {"S208"}),
}


def _article_of(file: str, setup: Callable[[Path], object] = lambda folder: None) -> Callable[[Path], None]:
    """A sound tour whose article has this path, after `setup` has made what is there."""

    def make(folder: Path) -> None:
        setup(folder)
        tour = sound()
        tour["sources"]["article"] |= {"file": file, "sha256": sha256(ARTICLE.encode()).hexdigest()}
        (folder / "tour.yaml").write_bytes(written(tour))

    return make


def _loop(folder: Path) -> None:
    (folder / "article.txt").symlink_to("other.txt")
    (folder / "other.txt").symlink_to("article.txt")


# name: what makes the folder, the exit code, and the codes of which at least one must be found
FOLDERS: dict[str, tuple[Callable[[Path], object], int, set[str]]] = {
    "a folder for a tour": (lambda folder: (folder / "tour.yaml").mkdir(), 2, set()),
    "no tour": (lambda folder: None, 2, set()),
    "a pipe for a tour": (lambda folder: os.mkfifo(folder / "tour.yaml"), 2, set()),
    "a device for a tour": (lambda folder: (folder / "tour.yaml").symlink_to("/dev/zero"), 2, set()),
    "a loop for a tour": (lambda folder: (folder / "tour.yaml").symlink_to("tour.yaml"), 2, set()),
    "no article": (_article_of("article.txt"), 1, {"E606"}),
    "an absolute path": (_article_of("/etc/hostname"), 1, {"E606"}),
    "a device": (_article_of("/dev/zero"), 1, {"E606"}),
    "a way up": (_article_of("../../article.txt"), 1, {"E606"}),
    "a hidden way up": (
        _article_of("a/../../article.txt", lambda folder: (folder / "a").mkdir()),
        1,
        {"E606"},
    ),
    "a drive": (_article_of("C:\\article.txt"), 1, {"E606"}),
    "an address": (_article_of("https://example.org/article.txt"), 1, {"E606"}),
    "a folder": (_article_of("a", lambda folder: (folder / "a").mkdir()), 1, {"E606"}),
    "a pipe": (_article_of("a", lambda folder: os.mkfifo(folder / "a")), 1, {"E606"}),
    "a link to a device": (
        _article_of("a", lambda folder: (folder / "a").symlink_to("/dev/zero")),
        1,
        {"E606"},
    ),
    "a loop of links": (_article_of("article.txt", _loop), 1, {"E606"}),
    "the name of a giant": (_article_of("a" * 4000), 1, {"E606", "S209"}),
    "not UTF-8": (_article_of("a", lambda folder: (folder / "a").write_bytes(b"\xff\xfe\0a")), 1, {"E606"}),
    "too large": (
        _article_of("a", lambda folder: (folder / "a").write_bytes(b"a" * (LARGEST_ARTICLE + 1))),
        1,
        {"E606"},
    ),
    "another text": (_article_of("a", lambda folder: (folder / "a").write_bytes(b"\0" * 1000)), 1, {"E607"}),
    "the tour itself": (_article_of("tour.yaml"), 1, {"E607"}),
    "a plain name": (
        _article_of("article.txt", lambda folder: (folder / "article.txt").write_text(ARTICLE)),
        0,
        set(),
    ),
}


def _checked(folder: Path) -> Ran:
    """The check of the folder's tour, which must leave the folder as it was."""
    before = sorted(folder.rglob("*"))
    ran = run("check", "tour.yaml", folder=folder, seconds=MOST_SECONDS)
    assert sorted(folder.rglob("*")) == before, "a check wrote something"
    return ran


def _bounded(ran: Ran) -> None:
    assert "Traceback" not in ran.stdout + ran.stderr
    assert ran.code >= 0, "it took too long"
    assert ran.peak_mib < MOST_MIB


@pytest.mark.parametrize("name", TEXTS)
def test_texts(name: str, tmp_path: Path) -> None:
    """Exit 1, and a finding that says what is wrong, with line and column; all on one line each, all printable."""
    text, codes = TEXTS[name]
    (tmp_path / "tour.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    ran = _checked(tmp_path)
    _bounded(ran)
    assert ran.code == 1
    assert ran.stderr == ""
    lines = ran.stdout.splitlines()
    found = [re.fullmatch(r"tour\.yaml:(\d+):(\d+): ([A-Z]\d{3}) .+", line) for line in lines[:-1]]
    assert all(found), lines[:3]
    assert {one[3] for one in found if one} & codes
    assert re.fullmatch(r"found .+", lines[-1])
    assert ran.stdout.isascii() or all(char.isprintable() or char == "\n" for char in ran.stdout)
    assert max(map(len, lines)) < 2000


@pytest.mark.parametrize("name", FOLDERS)
def test_files(name: str, tmp_path: Path) -> None:
    """Exit 2 where the tour file itself can't be opened; an article that can't be is a finding of the tour."""
    make, code, codes = FOLDERS[name]
    make(tmp_path)
    ran = _checked(tmp_path)
    _bounded(ran)
    assert ran.code == code
    assert bool(ran.stderr) == (code == 2)
    if code == 2:
        assert re.fullmatch(r"touratlas: error: can't read `tour\.yaml`: .+\n", ran.stderr)
    if codes:
        assert set(re.findall(r": ([A-Z]\d{3}) ", ran.stdout)) & codes


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permission denied is told as that, for the tour file and for an article."""
    from touratlas import load
    from touratlas.errors import UsageError

    def denied(file: Path, most: int) -> bytes:
        raise PermissionError(13, "Permission denied", str(file))

    _article_of("article.txt")(tmp_path)
    reads = load._read
    monkeypatch.setattr(
        load, "_read", lambda file, most: (denied if file.suffix == ".txt" else reads)(file, most)
    )
    (finding,) = load.load_tour(tmp_path / "tour.yaml").findings
    assert (finding.code, "Permission denied" in finding.message) == ("E606", True)
    monkeypatch.setattr(load, "_read", denied)
    with pytest.raises(UsageError, match="Permission denied"):
        load.load_tour(tmp_path / "tour.yaml")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_change_no_place(ends: str, tmp_path: Path) -> None:
    """The same fault at the same line and column, whatever ends a line, with and without a byte-order mark."""
    from touratlas.check import check_tour

    text = (BASE / "S204.yaml").read_text(encoding="utf-8")
    (tmp_path / "article.txt").write_bytes((BASE / "article.txt").read_bytes())
    for mark in ("", "\ufeff"):
        (tmp_path / "t.yaml").write_bytes((mark + text.replace("\n", ends)).encode())
        (finding,) = check_tour(tmp_path / "t.yaml").findings
        assert (finding.line, finding.column, finding.code) == (29, 17, "S204")


def test_a_long_run_of_markers_takes_no_longer_than_it_is() -> None:
    """A line of many citation markers with words behind it is read in one way; each more doubled the time once."""
    from touratlas.article import read_article

    line = ", ".join(f"[{number}]" for number in range(1, 400)) + " and others."
    article = read_article(f"A title\n\n{line}\n")
    assert [one.index for one in article.sentences] == [0, 1]
