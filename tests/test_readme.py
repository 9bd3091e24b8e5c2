"""Protects the README: what it shows and names exists, and is what the program does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def consoles(text: str) -> list[str]:
    """The console sessions of a Markdown text, without their indent."""
    found = re.findall(r"^( *)```console\n(.*?)^ *```$", text, re.DOTALL | re.MULTILINE)
    return ["".join(line.removeprefix(indent) for line in body.splitlines(True)) for indent, body in found]


def test_sessions_are_those_of_the_tested_page() -> None:
    """A session shown here stands in docs/tour-file.md too, whose test runs it."""
    page = consoles((ROOT / "docs" / "tour-file.md").read_text(encoding="utf-8"))
    assert consoles(README)
    assert [session for session in consoles(README) if session not in page] == []


def test_links_and_pictures_exist() -> None:
    """Every relative link leads to a file of the project."""
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]
    assert len(targets) > 5
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)\b", README))))
def test_make_targets_exist(target: str) -> None:
    """Every `make …` that is named is a target of the Makefile."""
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_two_commands_come_first() -> None:
    """The first commands shown are the two, with the plain way behind them."""
    first, second = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)[:2]
    assert [line.split("#")[0].strip() for line in first.splitlines()] == ["make run", "make test"]
    assert "pip install -r requirements.txt" in second
    assert "streamlit run app.py" in second


def test_pins_agree_with_the_package() -> None:
    """What pyproject.toml needs is pinned in requirements.txt, at a version that it allows."""
    from packaging.requirements import Requirement

    pins = {}
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, version = line.partition("==")
            pins[name.casefold()] = version
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    for text in wanted:
        need = Requirement(text)
        assert need.name.casefold() in pins, text
        assert need.specifier.contains(pins[need.name.casefold()]), text
