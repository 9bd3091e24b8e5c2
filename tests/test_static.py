"""Protects static/: it is exactly what the script makes, and links to nothing elsewhere."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from touratlas.assets import build_static

if TYPE_CHECKING:
    import pytest


def test_committed_copies_are_what_the_script_makes() -> None:
    """Byte for byte, nothing missing and nothing besides."""
    assert build_static.differences() == []


def test_two_runs_give_the_same_bytes() -> None:
    """The contents depend on nothing but their sources."""
    assert build_static.contents() == build_static.contents()


def test_differences_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing, changed or foreign is found, and writing mends the first two without touching the
    third."""
    build_static.write(tmp_path)
    assert build_static.differences(tmp_path) == []
    (tmp_path / "basemap-50m.js").write_text("changed", encoding="utf-8")
    (tmp_path / "vendor" / "leaflet" / "LICENSE").unlink()
    (tmp_path / "foreign.txt").write_text("", encoding="utf-8")
    assert build_static.differences(tmp_path) == [
        "basemap-50m.js: differs",
        "foreign.txt: does not belong there",
        "vendor/leaflet/LICENSE: missing",
    ]
    build_static.write(tmp_path)
    assert build_static.differences(tmp_path) == ["foreign.txt: does not belong there"]


def test_own_files_are_copied_by_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script or style named in OWN stands in static/ under its own name."""
    monkeypatch.setattr(build_static, "OWN", ("basemap/decode.js",))
    build_static.write(tmp_path)
    source = build_static.ASSETS / "basemap" / "decode.js"
    assert (tmp_path / "decode.js").read_bytes() == source.read_bytes()


def test_check_says_that_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` is silent and exits with 0 on the committed folder."""
    assert build_static.main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_styles_link_to_local_files_only() -> None:
    """Every url() of a style is a fragment or a file beside it; nothing is imported."""
    contents = build_static.contents()
    styles = [name for name in contents if name.endswith(".css")]
    assert "vendor/leaflet/leaflet.css" in styles
    for name in styles:
        text = contents[name].decode()
        assert "@import" not in text
        links = re.findall(r"url\(\s*['\"]?([^'\")]+)", text)
        for link in links:
            assert link.startswith("#") or str(PurePosixPath(name).parent / link) in contents, link


def test_leaflet_keeps_its_licence() -> None:
    """The copy carries the notice that its licence asks for."""
    contents = build_static.contents()
    assert b"Leaflet 1.9.4" in contents["vendor/leaflet/leaflet.js"][:200]
    assert b"Redistribution and use in source and binary forms" in contents["vendor/leaflet/LICENSE"]


def test_sizes() -> None:
    """The basemap's script stays light, and within what Streamlit serves (200 MB a file)."""
    assert len(build_static.contents()["basemap-50m.js"]) < 700_000
