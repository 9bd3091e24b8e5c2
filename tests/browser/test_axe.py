"""Protects accessibility: axe-core finds no violation of ours, in light and dark, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import frame_of

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
pytestmark = pytest.mark.xdist_group("browser")

# Everything of the page is examined. What remains is Streamlit's own, by the element that it is about.
STREAMLITS = (".stAppHeader", ".stAppToolbar", "[data-testid='stMainMenu']", ".stDecoration", "#MainMenu")
STREAMLITS_RULES = {"landmark-main-is-top-level", "landmark-one-main"}


def violations(frame: Any, within: str = "html", but: tuple[str, ...] = ()) -> list[str]:
    """What axe finds in a frame, or in a part of it where the rest is known, a line each, less what is Streamlit's and
    what `but` names.
    """
    frame.evaluate(AXE)
    result = frame.evaluate(
        """([within, tags, theirs]) => axe.run(
            { include: [within], exclude: theirs.map(one => [one]) },
            { runOnly: tags, iframes: false, resultTypes: ['violations'] })
        .then(result => result.violations.map(rule => [rule.id, rule.nodes.map(
            node => node.html.slice(0, 160) + ' ' + node.failureSummary.replace(/\\s+/g, ' '))]))""",
        [within, TAGS, [*STREAMLITS, *but]],
    )
    return [f"{rule}: {node}" for rule, nodes in result if rule not in STREAMLITS_RULES for node in nodes]


PAGES = (
    "?tour=us-asia-2025",
    "?tour=us-asia-2025&event=arrival",
    "?tour=us-asia-2025&stop=tokyo&view=later",
    "?tour={invented}",
)
# The fullest page in each width and scheme, the others in each width and in each scheme: what a scheme does to colours
# and a width to the layout shows in either, and a page costs seconds.
LOOKS = [(PAGES[2], width, scheme) for width in (1400, 390) for scheme in ("light", "dark")] + [
    (page, width, scheme)
    for page in (PAGES[0], PAGES[1], PAGES[3])
    for width, scheme in ((1400, "dark"), (390, "light"))
]


@pytest.mark.parametrize(("query", "width", "scheme"), LOOKS)
def test_no_violation(visit: Callable[..., Page], query: str, width: int, scheme: str) -> None:
    """Page and map, evidence opened, have no violation that is ours."""
    from tests.browser.test_explore import TOURS
    from touratlas.check import open_tour

    invented = open_tour(TOURS["invented"]).tour.tour.id
    page = visit(query.format(invented=invented), width=width, color_scheme=scheme)
    frame = frame_of(page)
    page.evaluate("document.querySelectorAll('.ta details').forEach(one => { one.open = true })")
    page.wait_for_timeout(300)
    assert violations(page) == []
    assert violations(frame) == []
