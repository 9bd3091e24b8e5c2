"""Protects basemap-50m.js: in a browser it makes the same shapes and lines as Python does."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.chromium import find
from touratlas import basemap
from touratlas.assets.build_static import basemap_script


def loaded() -> dict[str, Any]:
    """What the script leaves in the window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        page = browser.new_page()
        page.add_script_tag(content=basemap_script())
        text: str = page.evaluate("JSON.stringify(window.TOURATLAS_BASEMAP)")
        browser.close()
    result: dict[str, Any] = json.loads(text)
    return result


def positions(lines: Any) -> Any:
    """Nested tuples as the lists that JSON has."""
    return [positions(item) for item in lines] if isinstance(lines, list | tuple) else lines


def test_browser_and_python_agree() -> None:
    """Polygons with their codes, coasts and borders are equal to the last bit."""
    made = loaded()
    features = made["countries"]["features"]
    assert made["countries"]["type"] == "FeatureCollection"
    assert [feature["properties"] for feature in features] == [
        {"code": shape.code} for shape in basemap.territories()
    ]
    assert all(feature["geometry"]["type"] == "MultiPolygon" for feature in features)
    assert [feature["geometry"]["coordinates"] for feature in features] == [
        positions(shape.polygons) for shape in basemap.territories()
    ]
    assert made["coasts"] == {"type": "MultiLineString", "coordinates": positions(basemap.coastlines())}
    assert made["borders"] == {"type": "MultiLineString", "coordinates": positions(basemap.borders())}
