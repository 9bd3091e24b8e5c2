"""The wheel: it holds the package with all its assets and nothing else, and works away from the checkout.

The wheel is built without network (`--no-isolation`: hatchling is among the development requirements) from a copy
of the checkout, and installed into a fresh virtual environment in a folder elsewhere. That environment should be
empty but for what the wheel asks for; getting that takes the package index, so by default it *borrows* what is
already installed: one line of a `.pth` file puts the site-packages of the running Python behind its own. The line is
a plain path, so no `.pth` file in there is obeyed, and an editable install of the checkout can't leak in; that the
package comes from the new environment is asserted. With `TOURATLAS_TEST_INDEX=1` in the environment the same tests
also run in a truly empty one, filled by pip from the package index.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REAL, ROOT
from touratlas import __version__

KINDS = ["borrowed", *(["index"] if os.environ.get("TOURATLAS_TEST_INDEX") else [])]
UNWANTED = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "node_modules", "build", "dist", "bench"
)
ASSETS = (
    "touratlas/assets/css/touratlas.css",
    "touratlas/assets/js/touratlas-map.js",
    "touratlas/assets/js/touratlas-frame.js",
    "touratlas/assets/js/touratlas-land.js",
    "touratlas/assets/js/touratlas-bridge.js",
    "touratlas/assets/js/touratlas-margin.js",
    "touratlas/assets/css/margin.css",
    "touratlas/assets/js/touratlas-present.js",
    "touratlas/assets/basemap/world-50m.json",
    "touratlas/assets/basemap/countries.csv",
    "touratlas/assets/basemap/decode.js",
    "touratlas/assets/basemap/LICENSE-world-atlas.txt",
    "touratlas/assets/icon.png",
    "touratlas/py.typed",
)


def quiet(**more: str) -> dict[str, str]:
    """An environment without anything that could lead Python back to the checkout."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("PYTHON", "PIP_", "VIRTUAL_ENV"))
    }
    return {**kept, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", **more}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built from a copy of the checkout."""
    home = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, home / "checkout", ignore=UNWANTED)
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(home),
        str(home / "checkout"),
    ]
    done = subprocess.run(command, cwd=home, env=quiet(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    shutil.rmtree(home / "checkout")
    (made,) = home.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    """The files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module", params=KINDS)
def place(
    request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """A folder elsewhere with a virtual environment `env` that has the wheel, and the real tour with its article."""
    home = tmp_path_factory.mktemp(f"elsewhere-{request.param}")
    borrowed = request.param == "borrowed"
    venv.create(home / "env", with_pip=not borrowed)
    python = home / "env" / "bin" / "python"
    if borrowed:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        site = home / "env" / "lib" / version / "site-packages"
        (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
        install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index"]
    else:
        install = [str(python), "-m", "pip", "install"]
    done = subprocess.run(
        [*install, "--quiet", str(wheel)], cwd=home, env=quiet(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    shutil.copytree(ROOT / "seeds", home / "seeds")
    (home / "data").mkdir()
    shutil.copy(REAL, home / "data" / REAL.name)
    yield home
    shutil.rmtree(home)


def run(place: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment in its folder, in UTF-8."""
    return subprocess.run(
        [str(place / "env" / "bin" / command[0]), *command[1:]],
        cwd=place,
        env=quiet(PYTHONIOENCODING="utf-8"),
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_all_of_the_package_is_in_it(names: list[str]) -> None:
    """Every file of the package but caches is in the wheel: code, assets, the mark of types."""
    files = {
        str(file.relative_to(ROOT))
        for file in (ROOT / "touratlas").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert files == {name for name in names if name.startswith("touratlas/")}
    assert files >= set(ASSETS)
    assert sum(name.startswith("touratlas/assets/templates/") for name in names) >= 6


def test_nothing_else_is_in_it(names: list[str]) -> None:
    """No test, page, tour, article or cache; beside the package only what describes it, the licence among it."""
    heads = {name.partition("/")[0] for name in names}
    assert heads == {"touratlas", f"touratlas-{__version__}.dist-info"}
    assert not [
        name
        for name in names
        if name.endswith((".pyc", ".yaml", ".txt")) and "LICENSE" not in name and "dist-info" not in name
    ]
    assert f"touratlas-{__version__}.dist-info/licenses/LICENSE" in names


def test_what_it_asks_for(wheel: Path) -> None:
    """It needs neither Streamlit nor folium nor pandas (which an extra brings), and says which Pythons it runs on."""
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"touratlas-{__version__}.dist-info/METADATA").decode("utf-8")
    needs = {
        name.casefold()
        for name in re.findall(r"^Requires-Dist: ([\w-]+)(?!.*extra ==)", metadata, re.MULTILINE)
    }
    assert needs >= {"pydantic", "pyyaml", "typer", "shapely", "jinja2"}
    assert needs.isdisjoint({"streamlit", "streamlit-folium", "pandas", "pytest"})
    assert "Requires-Python: <3.14,>=3.11" in metadata


def test_it_is_the_installed_one(place: Path) -> None:
    """What runs there is the wheel's package, and the checkout isn't on its path."""
    script = "import sys, touratlas; print(touratlas.__file__); print(*sys.path, sep='\\n')"
    found, *path = run(place, "python", "-c", script).stdout.splitlines()
    assert Path(found).is_relative_to(place / "env")
    assert not [one for one in path if one and Path(one).resolve() in {ROOT, ROOT / "touratlas"}]


@pytest.mark.parametrize("command", [("python", "-m", "touratlas"), ("touratlas",)], ids=["module", "script"])
def test_check_runs_away_from_the_checkout(place: Path, command: tuple[str, ...]) -> None:
    """`python -m touratlas check` and the console script check a copy of the real tour, and find it sound."""
    done = run(place, *command, "check", "data/events.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "4 stops" in done.stdout
    assert run(place, *command, "--version").stdout == f"touratlas {__version__}\n"


def test_check_still_finds_errors(place: Path) -> None:
    """There, too, an altered article is an error with its place, and exit code 1."""
    article = next((place / "seeds").iterdir())
    text = article.read_bytes()
    try:
        article.write_bytes(text.replace(b"Sunday", b"Monday", 1))
        done = run(place, "python", "-m", "touratlas", "check", "data/events.yaml")
    finally:
        article.write_bytes(text)
    assert done.returncode == 1
    assert re.match(r"data/events\.yaml:\d+:\d+: [A-Z]\d{3} ", done.stdout)


def test_views_work_from_the_wheel(place: Path) -> None:
    """Templates and basemap are found in the installed package: an agenda and a map's data can be made of it."""
    script = (
        "from touratlas.check import open_tour\n"
        "from touratlas.views.agenda import agenda_html\n"
        "from touratlas.views.links import Choice, QueryLinks\n"
        "from touratlas.views.map import map_data\n"
        "atlas = open_tour('data/events.yaml')\n"
        "agenda = agenda_html(atlas, QueryLinks('x'), Choice('tokyo'))\n"
        "print(agenda.count('ta-event'), len(map_data(atlas.tour)['legs']))\n"
    )
    done = run(place, "python", "-c", script)
    assert done.returncode == 0, done.stderr
    events, legs = map(int, done.stdout.split())
    assert events >= 6
    assert legs == 3
