"""The page of formats: one table, in step with the registry."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path
from shutil import copytree

from markdown_it import MarkdownIt

from tests.conftest import ROOT
from touratlas.catalogue import catalogue
from touratlas.exports import FORMATS


def test_the_page_is_in_step() -> None:
    """docs/exports.md is generated: `python -m touratlas.catalogue` writes it anew."""
    assert (ROOT / "docs" / "exports.md").read_text(encoding="utf-8") == catalogue()


def test_one_table_of_all_formats() -> None:
    """A row each, with what it is for and what it can't hold."""
    page = MarkdownIt().enable("table").render(catalogue())
    assert page.count("<table>") == 1
    assert page.count("<tr>") == len(FORMATS) + 1
    for form in FORMATS:
        assert page.count(f"<td><code>{form.name}</code></td>\n<td><code>{form.suffix}</code></td>") == 1
        assert form.name in catalogue()
        assert form.purpose in catalogue()
        assert form.lacks in catalogue()


def test_it_is_written_to_the_docs(tmp_path: Path) -> None:
    """Of the checkout that the module is in."""
    copytree(ROOT / "docs", tmp_path / "docs", ignore=lambda *_: ["images"])
    (tmp_path / "docs" / "exports.md").unlink()
    package = tmp_path / "touratlas"
    package.mkdir()
    module = package / "catalogue.py"
    module.write_bytes((ROOT / "touratlas" / "catalogue.py").read_bytes())
    run_path(str(module), run_name="__main__")
    assert (tmp_path / "docs" / "exports.md").read_text(encoding="utf-8") == catalogue()
