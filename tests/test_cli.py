"""The command line: exit codes, streams, formats, and a start without what it doesn't need."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.commands import ROOT, run, run_one
from touratlas import __version__

BAD = "tests/codes/S204.yaml"
SOUND = "tests/tours/minimal.yaml"
HEAVY = {
    "pandas",
    "folium",
    "shapely",
    "typst",
    "streamlit",
    "yaml",
    "numpy",
    "nupunkt",
    "rapidfuzz",
    "jinja2",
}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("--version",), 0),
        (("--help",), 0),
        (("check", "--help"), 0),
        (("schema",), 0),
        ((), 2),
        (("chek", SOUND), 2),
        (("check",), 2),
        (("check", SOUND, "--format", "xml"), 2),
        (("check", SOUND, SOUND), 2),
        (("check", "missing.yaml"), 2),
        (("check", "."), 2),
        (("check", SOUND), 0),
        (("check", BAD), 1),
        (("check", "tests/codes/I404.yaml"), 0),
        (("check", "tests/tours/pacific.yaml"), 0),
        (("export", "--help"), 0),
        (("export", "--list"), 0),
        (("export",), 2),
        (("export", SOUND), 2),
        (("export", SOUND, "--format", "htlm"), 2),
        (("export", "missing.yaml", "--format", "html"), 2),
        (("export", SOUND, "--format", "html", "--to", ""), 2),
        (("export", SOUND, "--format", "html", "--to", "missing/tour.html"), 2),
        (("export", SOUND, "--format", "html", "--to", SOUND), 2),
        (("export", SOUND, "--format", "html", "--theme", "blue"), 2),
        (("export", BAD, "--format", "html", "--to", "missing/"), 1),
    ],
)
def test_exit_codes(line: tuple[str, ...], code: int) -> None:
    """0 fine, 1 findings, 2 wrong use; what is wrong with the use stands on the error stream, and only there."""
    one = run(*line)
    assert one.code == code, one.stderr
    assert "Traceback" not in one.stderr + one.stdout
    assert bool(one.stderr) == (code == 2)


def test_version() -> None:
    """The package's own."""
    assert run("--version").stdout == f"touratlas {__version__}\n"


def test_help_names_the_commands() -> None:
    """Each with what it does; without arguments the same is shown."""
    for command in ("check", "audit", "export", "schema"):
        assert command in run("--help").stdout
    assert run().stderr.strip() == run("--help").stdout.strip()
    assert "--format" in run("check", "--help").stdout


def test_a_file_that_cannot_be_opened_is_one_line() -> None:
    """With the path and the reason."""
    assert run("check", "missing.yaml").stderr == (
        "touratlas: error: can't read `missing.yaml`: No such file or directory\n"
    )
    assert run("check", ".").stderr == "touratlas: error: can't read `.`: not a regular file\n"


def test_formats() -> None:
    """Each is what it is called, for a sound tour and another, with the same exit codes."""
    for form in ("json", "sarif", "github"):
        assert run("check", SOUND, "--format", form).code == 0
        assert run("check", BAD, "--format", form).code == 1
    assert json.loads(run("check", SOUND, "--format", "json").stdout)["failed"] is False
    assert (
        json.loads(run("check", BAD, "--format", "sarif").stdout)["runs"][0]["results"][0]["ruleId"] == "S204"
    )
    assert run("check", SOUND, "--format", "github").stdout == ""
    assert run("check", BAD, "--format", "github").stdout.startswith(
        f"::error file={BAD},line=29,col=17,title=S204::"
    )


def test_accepted_warnings_are_shown_and_pass() -> None:
    """With the reason, and counted in the last line of the check itself."""
    lines = run("check", "tests/tours/pacific.yaml").stdout.splitlines()
    assert sum("(accepted: " in line for line in lines) == 2
    assert lines[-2].endswith("; 2 warnings accepted")
    assert lines[-1].startswith("audit of its text: ")


def test_the_schema_is_printed() -> None:
    """Valid JSON Schema."""
    jsonschema.Draft202012Validator.check_schema(json.loads(run("schema").stdout))


def test_help_and_version_import_nothing_heavy() -> None:
    """What a command needs is imported when it runs."""
    script = (
        "import sys\n"
        "from touratlas.cli import main\n"
        "lines = '--help', '--version', 'check --help', 'export --help', 'export --list'\n"
        "for line in lines:\n    arguments = line.split()\n"
        "    sys.argv = ['touratlas', *arguments]\n"
        "    try:\n        main()\n    except SystemExit as left:\n        assert not left.code\n"
        "    print('MODULES', *sorted({name.partition('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True
    )
    after = [set(line.split()) for line in done.stdout.splitlines() if line.startswith("MODULES ")]
    assert len(after) == 5
    assert "touratlas" in after[0]
    assert after[0].isdisjoint(HEAVY | {"pydantic"})
    for modules in after[2:]:
        assert modules.isdisjoint(HEAVY)  # Typer itself takes pydantic to read the options of a command


def test_a_check_without_quotes_to_search_loads_no_more_than_it_needs() -> None:
    """No picture, no web page, no fuzzy search for a sound tour."""
    script = (
        "import sys\nfrom touratlas.check import check_tour\n"
        f"check_tour({SOUND!r})\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert set(done.stdout.split()).isdisjoint(
        {"pandas", "folium", "streamlit", "typst", "fuzzysearch", "jinja2"}
    )


def test_a_reader_that_goes_away_is_no_error() -> None:
    """`touratlas schema | head -1`: nothing is said of it."""
    command = f"{sys.executable} -m touratlas schema | head -c 1"
    piped = ["bash", "-c", f"set -o pipefail; {command}"]
    done = subprocess.run(piped, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stderr == ""
    assert done.stdout == "{"
    assert done.returncode in {0, 1}  # 0 where all was written before the reader left


def test_a_full_disk_is_told() -> None:
    """What can't be written is an error of one line."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "touratlas", "schema"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert done.stderr == "touratlas: error: No space left on device\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_that_cannot_show_a_character_gets_its_escape(encoding: str, tmp_path: Path) -> None:
    """No locale makes a message crash."""
    file = tmp_path / "漢.yaml"
    file.write_text("touratlas: 漢\n", encoding="utf-8")
    environment = {
        **os.environ,
        "LANG": "C",
        "LC_ALL": "C",
        "PYTHONIOENCODING": encoding,
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "touratlas", "check", str(file)]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=ROOT, check=False)
    assert done.returncode == 1
    assert done.stderr == b""
    shown = "漢" if encoding == "utf-8" else "\\u6f22"
    assert f"`{shown}` is not a number" in done.stdout.decode(encoding)


def test_the_module_runs_as_a_command_from_anywhere(tmp_path: Path) -> None:
    """Paths are those of the working folder."""
    (tmp_path / "t.yaml").write_text("touratlas: 1\n", encoding="utf-8")
    done = run_one("check", "t.yaml", folder=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("t.yaml:1:1: S201 ")
