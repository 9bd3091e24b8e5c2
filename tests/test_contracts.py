"""The house keeps its shape: layers, thin pages, small modules, complete registries."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import tomllib
from pathlib import Path

import pytest

import touratlas
from touratlas import checks
from touratlas.checks.case import Case

ROOT = Path(__file__).parent.parent
PACKAGE = sorted((ROOT / "touratlas").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
MOST_LINES = 350
TABLES = {"codes.py"}  # a table, a row a code, and no logic: it grows with the catalogue
NO_CHECKS = {"case", "names", "spans", "searches", "country_hint"}  # what checks share


def imported(file: Path) -> set[str]:
    """The top-level names of all modules that a file imports, at any depth of its code."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_the_import_contracts_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """import-linter on the contracts of pyproject.toml: data flows one way."""
    from importlinter.cli import lint_imports

    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT))
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_there_are_contracts() -> None:
    """An empty configuration would hold as well."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    assert {contract["type"] for contract in contracts} >= {"forbidden", "layers"}


@pytest.mark.parametrize("file", PACKAGE, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_package_knows_no_page_and_no_streamlit(file: Path) -> None:
    """It works without the app."""
    assert imported(file).isdisjoint({"streamlit", "streamlit_folium", "pages", "app", "tests"})


@pytest.mark.parametrize("file", PACKAGE, ids=lambda file: str(file.relative_to(ROOT)))
def test_modules_are_small(file: Path) -> None:
    """One job a module; what is longer has two."""
    if file.name not in TABLES:
        assert _lines(file) <= MOST_LINES


def test_pages_are_thin() -> None:
    """Widgets only; the router does nothing else."""
    assert PAGES
    assert [file.name for file in PAGES if _lines(file) >= 120] == []
    assert _lines(ROOT / "app.py") < 60


def _lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def test_the_registry_lists_every_check() -> None:
    """A check that isn't listed would never run."""
    names = {module.name for module in pkgutil.iter_modules(checks.__path__)} - NO_CHECKS
    modules = {importlib.import_module(f"touratlas.checks.{name}") for name in names}
    assert {module.check for module in modules} == set(checks.CHECKS)
    assert len(checks.CHECKS) == len(set(checks.CHECKS))


def test_every_check_has_its_test_and_says_its_codes() -> None:
    """`tests/checks/test_<name>.py`, and the codes at the head of the module's docstring."""
    from touratlas import codes

    known = {code.id for code in codes.all_codes()}
    for check in checks.CHECKS:
        module = importlib.import_module(check.__module__)
        name = check.__module__.rpartition(".")[2]
        assert (ROOT / "tests" / "checks" / f"test_{name}.py").is_file(), name
        told = (module.__doc__ or "").partition(":")[0].replace(" and", ",").split(", ")
        assert set(told) <= known, name


def test_every_module_imports_alone() -> None:
    """No module works only because another was imported before it, and all have a docstring."""
    for module in pkgutil.walk_packages(touratlas.__path__, "touratlas."):
        if not module.name.endswith("__main__"):
            assert importlib.import_module(module.name).__doc__, module.name
    assert Case.__doc__
