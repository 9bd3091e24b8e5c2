"""Exports as files, from the command line: where they go, what is refused, and what is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands import run
from tests.conftest import ROOT
from touratlas.exports import FORMATS

TOURS = ROOT / "tests" / "tours"
BAD = ROOT / "tests" / "codes" / "S204.yaml"


@pytest.fixture
def tour(tmp_path: Path) -> Path:
    """A sound tour with its article in a folder of its own."""
    for file in TOURS.glob("minimal*"):
        shutil.copy(file, tmp_path)
    return tmp_path / "minimal.yaml"


def names(folder: Path) -> set[str]:
    """What is new in the folder."""
    return {file.name for file in folder.iterdir()} - {"minimal.yaml", "minimal-article.txt"}


def test_to_a_file(tour: Path) -> None:
    """By its name; a second time over the first, with the same bytes; one line says what it is."""
    ran = run("export", "minimal.yaml", "--format", "html", "--to", "my tour.html", folder=tour.parent)
    assert (ran.code, ran.stderr) == (0, "")
    assert ran.stdout == f"my tour.html: {FORMATS[0].purpose}\n"
    first = (tour.parent / "my tour.html").read_bytes()
    assert first.startswith(b"<!doctype html>\n")
    assert run("export", str(tour), "--format", "html", "--to", "my tour.html", folder=tour.parent).code == 0
    assert (tour.parent / "my tour.html").read_bytes() == first
    assert names(tour.parent) == {"my tour.html"}


@pytest.mark.parametrize("to", [None, ".", "./", "out/"])
def test_to_a_folder(tour: Path, to: str | None) -> None:
    """Called by the tour's id; a folder that isn't there is made."""
    ran = run("export", "minimal.yaml", "--format", "html", *(["--to", to] if to else []), folder=tour.parent)
    assert ran.code == 0, ran.stderr
    found = [file.name for file in (tour.parent / (to or ".")).glob("*.html")]
    assert len(found) == 1
    assert found[0] in ran.stdout


def test_all_formats(tour: Path) -> None:
    """Each a file of its own in a folder."""
    ran = run("export", "minimal.yaml", "--format", "all", "--to", "out", folder=tour.parent)
    assert ran.code == 0, ran.stderr
    if len(FORMATS) > 1:
        assert len(list((tour.parent / "out").iterdir())) == len(FORMATS)
    assert len(ran.stdout.splitlines()) == len(FORMATS)


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("missing/tour.html", "can't write `missing/tour.html`: there is no folder `missing`"),
        ("missing/out/", "can't make `missing/out`: there is no folder `missing`"),
        ("minimal.yaml", "can't write `minimal.yaml`: the tour is made from it"),
        ("./minimal-article.txt", "can't write `minimal-article.txt`: the tour is made from it"),
        ("", "`--to` is empty; expected a file or a folder"),
        ("minimal.yaml/", "`minimal.yaml/` is a file; expected a folder"),
        ("/dev/null", "can't write `/dev/null`: not a regular file"),
    ],
)
def test_what_is_refused(tour: Path, to: str, why: str) -> None:
    """One line on the error stream, exit code 2, nothing written."""
    before = tour.read_bytes()
    ran = run("export", "minimal.yaml", "--format", "html", "--to", to, folder=tour.parent)
    assert (ran.code, ran.stdout, ran.stderr) == (2, "", f"touratlas: error: {why}\n")
    assert names(tour.parent) == set()
    assert tour.read_bytes() == before


def test_a_tour_with_errors_is_not_exported(tmp_path: Path) -> None:
    """It is told as by `check`, with exit code 1, and nothing is written."""
    ran = run("export", str(BAD), "--format", "html", "--to", str(tmp_path / "tour.html"))
    assert ran.code == 1
    assert (ran.stdout, ran.stderr) == (run("check", str(BAD)).stdout, "")
    assert list(tmp_path.iterdir()) == []


def test_the_two_views(tour: Path) -> None:
    """`--view later` makes another file than the article's view, which is what is made without it."""
    made = {}
    for name, more in {"none": [], "article": ["--view", "article"], "later": ["--view", "later"]}.items():
        to = f"{name}.geojson"
        ran = run("export", "minimal.yaml", "--format", "geojson", "--to", to, *more, folder=tour.parent)
        assert ran.code == 0, ran.stderr
        made[name] = (tour.parent / to).read_bytes()
    assert made["none"] == made["article"] != made["later"]
    assert run("export", "minimal.yaml", "--format", "geojson", "--view", "both").code == 2


def test_the_list_of_formats() -> None:
    """By group, each with what it is for and what it can't hold."""
    ran = run("export", "--list")
    assert ran.code == 0
    for form in FORMATS:
        assert f"  {form.name:12}{form.purpose}\n" in ran.stdout
        assert f"It can’t hold: {form.lacks}\n" in ran.stdout
        assert form.group.value in ran.stdout.splitlines()


def test_the_code_for_a_frame_is_told(tour: Path) -> None:
    """With `--embed`: what to paste into another page."""
    ran = run("export", "minimal.yaml", "--format", "html", "--embed", "--to", "a b.html", folder=tour.parent)
    assert '<iframe src="a%20b.html" title="' in ran.stdout
