"""Papers and slides from the command line: whom they are for, what is said of them, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import run
from tests.conftest import INVENTED, REAL
from touratlas.errors import UsageError
from touratlas.exports import FORMATS, formats_of


def test_what_cant_be_shown_is_a_warning_and_no_failure(tmp_path: Path) -> None:
    """On the error stream, once for all formats that it is true of; the files are there."""
    done = run("export", str(INVENTED), "--format", "worksheet,handout", "--to", f"{tmp_path}/")
    assert done.code == 0
    lines = done.stderr.splitlines()
    assert lines
    assert all(line.startswith("touratlas: warning: ") for line in lines)
    assert "HEBREW LETTER" in done.stderr
    assert len(list(tmp_path.iterdir())) == 2
    assert run("export", str(REAL), "--format", "handout", "--to", f"{tmp_path}/").stderr == ""


def test_for_students(tmp_path: Path) -> None:
    """What gives answers away is refused by name, and left out of `all`; so is the later view."""
    done = run(
        "export", str(REAL), "--format", "handout,answers", "--for", "students", "--to", f"{tmp_path}/"
    )
    assert done.code == 2
    assert "`answers` can’t be made for students" in done.stderr
    done = run("export", str(REAL), "--format", "handout", "--for", "students", "--view", "later")
    assert done.code == 2
    assert list(tmp_path.iterdir()) == []
    names = {form.name for form in formats_of("all", students=True)}
    assert names == {form.name for form in FORMATS if form.students}
    assert {"handout", "worksheet"} <= names
    assert "answers" not in names
    with pytest.raises(UsageError, match="geojson"):
        formats_of("geojson", students=True)


def test_wrong_fonts_and_papers_are_wrong_use(tmp_path: Path) -> None:
    """One line, exit code 2, and no file."""
    for more in (
        ("--fonts", str(tmp_path / "none")),
        ("--paper", "a5"),
        ("--for", "parents"),
        ("--view", "both"),
    ):
        done = run("export", str(REAL), "--format", "handout", "--to", f"{tmp_path}/", *more)
        assert done.code == 2, more
        assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
