"""Style and script of the snapshot: joined, smaller, hashed; inline styles lifted out of the markup."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from touratlas.snapshot.sources import SCRIPTS, Lifted, policy, script, style


def test_every_module_is_joined() -> None:
    """All files of the folder, each after those that it imports from."""
    folder = files("touratlas.assets").joinpath("js", "snapshot")
    assert sorted(one.name for one in folder.iterdir()) == sorted(SCRIPTS)
    for at, name in enumerate(SCRIPTS):
        text = folder.joinpath(name).read_text(encoding="utf-8")
        assert set(re.findall(r'from "\./(\w+\.js)"', text)) <= set(SCRIPTS[:at]), name


def test_what_is_joined_is_one_script(tmp_path: Path) -> None:
    """No import and no export is left in it, and it parses."""
    joined = script()
    assert not re.search(r"^\s*(import|export)\b", joined, re.MULTILINE)
    assert "</script" not in joined
    node = shutil.which("node")
    if node is not None:
        (tmp_path / "joined.mjs").write_text(joined, encoding="utf-8")
        subprocess.run([node, "--check", str(tmp_path / "joined.mjs")], check=True)
    for name in SCRIPTS:
        assert f"const ${name.removesuffix('.js')} = (() => {{" in joined


def test_the_style_is_small_and_whole() -> None:
    """No remark is left, every brace closes, and nothing is loaded from anywhere."""
    sheet = style()
    assert "/*" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert "url(" not in sheet
    assert "@import" not in sheet
    assert "</style" not in sheet


def test_inline_styles_become_classes() -> None:
    """Equal ones share a class; text that looks like one stays text."""
    lifted = Lifted()
    html = '<a class="x" href="#" style="--x:1">y</a><p class="z" style="--x:1">class=&#34;q&#34; style=&#34;r&#34;</p>'
    assert lifted.lift(html) == (
        '<a class="x s0" href="#">y</a><p class="z s0">class=&#34;q&#34; style=&#34;r&#34;</p>'
    )
    assert lifted.lift('<b class="" style="--x:2">') == '<b class=" s1">'
    assert lifted.sheet() == ".s0{--x:1}.s1{--x:2}"


@pytest.mark.parametrize(
    "part", ["default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'"]
)
def test_the_policy_forbids_the_rest(part: str) -> None:
    """Only the given styles and scripts; no `unsafe-…`."""
    made = policy(["a"], ["b", "c"])
    assert part in made.split("; ")
    assert made.count("'sha256-") == 3
    assert "unsafe" not in made
