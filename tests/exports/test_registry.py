"""The registry of formats: complete, and every format a value that says what it is for."""

from __future__ import annotations

import importlib
import pkgutil
import tomllib

import pytest

from tests.conftest import ROOT
from touratlas import exports
from touratlas.check import Atlas
from touratlas.errors import UsageError
from touratlas.exports import FORMATS, Format, Group, Options, formats_of


def test_every_format_is_listed() -> None:
    """One a file, each in the registry and in the import contract."""
    names = {module.name for module in pkgutil.iter_modules(exports.__path__)} - {"common"}
    modules = [importlib.import_module(f"touratlas.exports.{name}") for name in sorted(names)]
    assert {module.FORMAT.name for module in modules} == {form.name for form in FORMATS}
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (contract,) = [one for one in contracts["contracts"] if one.get("containers") == ["touratlas.exports"]]
    assert set(contract["layers"][0].split(" | ")) == names


def test_names_and_suffixes_are_unique() -> None:
    """So that `--format all` can put all files into one folder; groups stand together, in their order."""
    assert len({form.name for form in FORMATS}) == len({form.suffix for form in FORMATS}) == len(FORMATS)
    groups = [form.group for form in FORMATS]
    assert groups == sorted(groups, key=list(Group).index)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_says_what_it_is(form: Format) -> None:
    """A name to type, a suffix, a media type, and a line each on what it is for and what it can't hold."""
    assert form.name.isidentifier()
    assert form.suffix.startswith(".")
    assert "/" in form.media_type
    assert 10 < len(form.purpose) < 120
    assert 10 < len(form.lacks) < 120
    assert "\n" not in form.purpose + form.lacks


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_making_is_pure(form: Format, atlas: Atlas) -> None:
    """The same bytes a second time, and some."""
    made = form.make(atlas, Options())
    assert len(made) > 100
    assert made == form.make(atlas, Options())


def test_lists_of_formats() -> None:
    """Names with commas, in any case, each once; `all` is all of them."""
    assert formats_of("html") == formats_of(" HTML , html") == formats_of("html,all")[:1]
    assert formats_of("all") == FORMATS
    for text, meant in (("htlm", "did you mean `html`"), ("", "expected `"), ("html,,", "expected `")):
        with pytest.raises(UsageError, match=meant):
            formats_of(text)
