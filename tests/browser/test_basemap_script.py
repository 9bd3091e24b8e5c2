"""Protects basemap-50m.js: in a browser it makes the same shapes and lines as Python does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Browser

from touratlas import basemap
from touratlas.assets.build_static import basemap_script

pytestmark = pytest.mark.xdist_group("browser")


def loaded(browser: Browser) -> dict[str, Any]:
    """What the script leaves in the window."""
    page = browser.new_page()
    page.add_script_tag(content=basemap_script())
    text: str = page.evaluate("JSON.stringify(window.TOURATLAS_BASEMAP)")
    page.close()
    result: dict[str, Any] = json.loads(text)
    return result


def positions(lines: Any) -> Any:
    """Nested tuples as the lists that JSON has."""
    return [positions(item) for item in lines] if isinstance(lines, list | tuple) else lines


def test_browser_and_python_agree(browser: Browser) -> None:
    """Polygons with their codes, coasts and borders are equal to the last bit."""
    made = loaded(browser)
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
