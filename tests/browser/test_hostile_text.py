"""Protects readers from a tour file: text of every field that carries payloads is shown as text, and nothing runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from tests.browser.conftest import ROOT, Visitor, frame_of, serve, settled
from touratlas.check import check_tour

pytestmark = pytest.mark.xdist_group("browser")

PAYLOADS = (
    "<img src=x onerror=pwned()>",
    "</script><script>pwned()</script>",
    "${pwned()}`;pwned();//",
    "{{pwned()}}{%x%}{{'pwned'}}",
    "\\';pwned();//\\\\",
    "![x](https://example.org/x.png) <b>",
)
# Keys whose values are free text that a reader may see, beside ids, dates, words and quotes.
FREE = {"title", "summary", "name", "role", "says", "note", "ask", "answer", "publisher", "why"}


def poisoned(node: Any, count: list[int]) -> Any:
    """The same tour with a payload behind every free text."""
    if isinstance(node, list):
        return [poisoned(one, count) for one in node]
    if not isinstance(node, dict):
        return node
    made: dict[str, Any] = {}
    for key, value in node.items():
        if key == "topics" and isinstance(value, dict):
            made[key] = {name: f"{label} {_next(count)}" for name, label in value.items()}
        elif key in {"glossary", "lesson"}:
            made[key] = _behind(value, count)
        elif key in FREE and isinstance(value, str):
            made[key] = f"{value[:60]} {_next(count)}"
        else:
            made[key] = poisoned(value, count)
        if key == "id" and "kind" in node:
            made["short"] = f"{_next(count)[:26]}"
    return made


def _behind(node: Any, count: list[int]) -> Any:
    """The same terms and sentences with a payload behind each, but for the keys of a lesson."""
    if isinstance(node, str):
        return f"{node[:60]} {_next(count)}"
    if isinstance(node, list):
        return [_behind(one, count) for one in node]
    own = {"age", "aims"}
    return {key if key in own else _behind(key, count): _behind(value, count) for key, value in node.items()}


def _next(count: list[int]) -> str:
    count[0] += 1
    return PAYLOADS[count[0] % len(PAYLOADS)]


def write_poisoned(folder: Path) -> dict[str, Any]:
    """The invented tour with payloads in every free text, and its article, in a folder."""
    text = (ROOT / "tests" / "tours" / "pacific.yaml").read_text(encoding="utf-8")
    source = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - our own file, and every scalar stays text
    tour: dict[str, Any] = poisoned(source, [0])
    text = yaml.safe_dump(tour, allow_unicode=True, sort_keys=False)
    (folder / "hostile.yaml").write_text(text, encoding="utf-8")
    article = ROOT / "tests" / "tours" / "pacific-article.md"
    (folder / article.name).write_bytes(article.read_bytes())
    return tour


def test_payloads_stay_text(browser: Browser, tmp_path: Path) -> None:
    """Nothing runs, nothing is requested, every payload reads as what it is, and the map still draws."""
    tour = write_poisoned(tmp_path)
    report = check_tour(tmp_path / "hostile.yaml")
    assert [finding for finding in report.findings if finding.severity == "error"] == []
    seen = ""
    with serve(tmp_path) as address:
        visitor = Visitor(browser, address)
        visitor.before = "window.pwned = () => { window.ran = true }"
        page = visitor.open()
        frame = frame_of(page)
        for stop in ("", *(stop["id"] for stop in tour["stops"])):
            if stop:
                page.locator(f".ta-nav [data-go='{stop}']").click()
                page.wait_for_selector(f"[data-agenda='{stop}']")
                settled(page)
            frame.hover(f".ta-stop[data-stop='{stop}'] .ta-disc" if stop else ".ta-stop .ta-disc")
            page.evaluate("document.querySelectorAll('.ta details').forEach(one => { one.open = true })")
            page.wait_for_timeout(200)
            assert [place.evaluate("[typeof pwned, window.ran]") for place in (page, frame)] == [
                ["function", None]
            ] * 2
            assert page.locator(".ta img, .ta script").count() == 0
            assert frame.query_selector(".ta-stop img, .leaflet-tooltip img, .ta-way img") is None
            assert len(frame.query_selector_all(".ta-stop")) == len(tour["stops"])
            seen += page.locator(".stMain").inner_text() + frame.locator("body").inner_text()
        visitor.close()
    assert [payload for payload in PAYLOADS if payload not in seen] == []
