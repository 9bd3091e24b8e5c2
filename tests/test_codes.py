"""Every code of the catalogue, from outside: a tour file that must give it, and the command line that says so.

A file of `tests/codes/` says in its first line what must be found in it, as `# expect: LINE:COLUMN CODE, …`;
that and nothing else may be.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import run, run_one
from touratlas import codes
from touratlas.finding import Severity

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "tests" / "codes").glob("*.yaml"))
SOUND = sorted([*(ROOT / "data").glob("*.yaml"), *(ROOT / "tests" / "tours").glob("*.yaml")])
GENERATED_IN_TESTS = {"F101"}  # a file of more than 32 MiB: tests/test_hostile_files.py makes it


def expected(file: Path) -> list[str]:
    """What the first line of a file says must be found."""
    first = file.read_bytes().split(b"\n", 1)[0].decode("ascii")
    match = re.fullmatch(r"# expect: (.+)", first)
    assert match, first
    return match[1].split(", ")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_gives_exactly_the_findings_that_it_promises(file: Path) -> None:
    """Each fault is found, at its place, with its code, once, and nothing else is."""
    ran = run("check", str(file), "--format", "json")
    assert ran.stderr == ""
    report = json.loads(ran.stdout)
    found = [f"{one['line']}:{one['column']} {one['code']}" for one in report["findings"]]
    assert found == expected(file)
    assert file.stem.split("-")[0] in {one["code"] for one in report["findings"]}
    notes_only = all(one["severity"] == Severity.NOTE for one in report["findings"])
    assert ran.code == (0 if notes_only else 1)
    for one in report["findings"]:
        assert "\n" not in one["message"]
        assert re.search(r"expected|did you mean", one["message"]), one["message"]
        assert not re.search(r"[\x00-\x1f\u202e]", one["message"])


def test_the_text_format_is_one_line_a_finding_with_its_place() -> None:
    """What people read first: file, line, column, code and message."""
    ran = run_one("check", "tests/codes/S204.yaml")
    lines = ran.stdout.splitlines()
    assert lines[0].startswith("tests/codes/S204.yaml:29:17: S204 `planed` is not a word allowed here")
    assert lines[0].endswith("did you mean `planned`?")
    assert lines[1:] == ["found 1 error"]


def test_every_code_has_a_file() -> None:
    """A code without a file that gives it would be a promise that nobody keeps."""
    shown = {file.stem.split("-")[0] for file in FILES} | GENERATED_IN_TESTS
    assert shown == {code.id for code in codes.all_codes()}


def test_every_code_is_used() -> None:
    """A code that no module of the package gives is dead."""
    names = {name for name, value in vars(codes).items() if isinstance(value, codes.Code)}
    assert len(names) == len(codes.all_codes())
    package = [path for path in (ROOT / "touratlas").rglob("*.py") if path.name != "codes.py"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in package)
    assert {name for name in names if not re.search(rf"\bcodes\.{name}\b", text)} == set()


def test_codes_are_well_formed() -> None:
    """Ids are a letter and three digits, and each entry of the catalogue is complete."""
    for code in codes.all_codes():
        assert re.fullmatch(r"[FSDIPE]\d{3}", code.id)
        assert all((code.name, code.meaning, code.remedy, code.example))
        assert code.meaning.endswith(".")
        assert code.remedy.endswith(".")


def test_the_catalogue_is_that_of_the_code() -> None:
    """docs/codes.md is generated: `python -m touratlas.codes` writes it anew."""
    written = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
    assert written == codes.catalogue()
    assert re.findall(r"^## (\S+)", written, re.MULTILINE) == [code.id for code in codes.all_codes()]


def test_the_catalogue_is_written_from_any_folder(tmp_path: Path) -> None:
    """The generator finds the docs/ of its own checkout, wherever it is called."""
    copy = tmp_path / "checkout"
    (copy / "docs").mkdir(parents=True)
    shutil.copytree(
        ROOT / "touratlas", copy / "touratlas", ignore=shutil.ignore_patterns("__pycache__", "basemap")
    )
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-m", "touratlas.codes"], cwd=elsewhere, env=environment, check=True)
    assert (copy / "docs" / "codes.md").read_text(encoding="utf-8") == codes.catalogue()
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("file", SOUND, ids=lambda file: file.stem)
def test_sound_tours_pass(file: Path) -> None:
    """What is right stays silent: the real tour and the invented ones."""
    ran = run("check", str(file), "--format", "json")
    report = json.loads(ran.stdout)
    assert ran.code == 0
    assert ran.stderr == ""
    assert not report["failed"]
    assert all(one["accepted"] for one in report["findings"])
    assert report["counts"]["stop"] > 0
