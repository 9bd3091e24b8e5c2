"""Protects the map in a real browser: arrows at its edge, labels, zoom and pan by hand, wheel and finger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Frame, Page

from tests.browser.conftest import frame_of

pytestmark = pytest.mark.xdist_group("browser")

# Left, top, right, bottom of all that is shown and that a selector finds, in the map's frame.
BOXES = """selector => [...document.querySelectorAll(selector)]
    .filter(one => one.checkVisibility())
    .map(one => { const b = one.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"""
OTHERS = ".ta-disc, .ta-name, .ta-sign, .leaflet-control"
Box = list[float]


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than the rounding of a pixel."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1 and high > 1


def arrow(frame: Frame) -> tuple[Box, Box]:
    """The boxes of the arrow at the edge and of its text; there must be one."""
    (box,) = frame.evaluate(BOXES, ".ta-far svg g:last-child")
    (text,) = frame.evaluate(BOXES, ".ta-far span")
    return box, text


def check_arrow(frame: Frame) -> None:
    """The arrow is at an edge of the map, whole, beside its text, and neither covers anything."""
    width, height = frame.evaluate("[innerWidth, innerHeight]")
    box, text = arrow(frame)
    for one in (box, text):
        assert one[0] >= 0
        assert one[1] >= 0
        assert one[2] <= width
        assert one[3] <= height
    assert min(box[0], box[1], width - box[2], height - box[3]) < 32
    assert not overlap(box, text)
    others = frame.evaluate(BOXES, OTHERS)
    assert len(others) > 4
    assert [other for other in others if overlap(box, other) or overlap(text, other)] == []
    beside = max(text[0] - box[2], box[0] - text[2], 0) + max(text[1] - box[3], box[1] - text[3], 0)
    assert beside < 60


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("view", ["article", "later"])
def test_the_arrow_keeps_clear(visit: Callable[..., Page], width: int, view: str) -> None:
    """The way from Andrews stands at the map's edge, clear of all else, wherever the map is zoomed and moved to."""
    page = visit(f"?tour=us-asia-2025&view={view}", width=width)
    frame = frame_of(page)
    frame.wait_for_selector(".ta-far span")
    assert frame.text_content(".ta-far span") == "From Joint Base Andrews*, Fri 24 Oct*"
    page.wait_for_timeout(400)
    check_arrow(frame)
    for move in ("map.setZoom(6, {animate: false})", "map.panBy([160, -90], {animate: false})"):
        frame.evaluate(f"{move}; 0")
        page.wait_for_timeout(200)
        check_arrow(frame)
    for zoom in (3, 4.5):
        frame.evaluate(f"map.setView([3.14, 101.69], {zoom}, {{animate: false}}); 0")
        page.wait_for_timeout(200)
        check_arrow(frame)


def test_the_arrow_points_from_where_the_origin_is(visit: Callable[..., Page]) -> None:
    """Andrews lies west of Kuala Lumpur on this map, a little to the north: at the left edge, and above the stop.
    Zoomed out so far that it is in view, the arrow stands there.
    """
    page = visit("?tour=us-asia-2025")
    frame = frame_of(page)
    frame.evaluate("map.setView([3.14, 101.69], 4, {animate: false}); 0")
    page.wait_for_timeout(200)
    box, _ = arrow(frame)
    (stop,) = frame.evaluate(BOXES, ".ta-stop[data-stop=kuala-lumpur] .ta-disc")
    assert box[0] < 30
    assert stop[1] - 130 < (box[1] + box[3]) / 2 < stop[1]
    angle = frame.evaluate("document.querySelector('.ta-far g').getAttribute('transform')")
    assert 95 < float(angle.strip("rotae()")) < 110
    frame.evaluate("map.setView([20, 20], 1, {animate: false}); 0")
    page.wait_for_timeout(200)
    box, text = arrow(frame)
    andrews: dict[str, Any] = frame.evaluate("map.latLngToContainerPoint([38.8, -76.9])")
    assert abs((box[0] + box[2]) / 2 - andrews["x"]) < 20
    assert abs((box[1] + box[3]) / 2 - andrews["y"]) < 20
    assert not overlap(box, text)


def test_the_arrow_is_text_with_the_colours_of_its_theme(visit: Callable[..., Page]) -> None:
    """Screen readers find the line as text, and the picture hidden; in dark it is light on dark."""
    frame = frame_of(visit("?tour=us-asia-2025", color_scheme="dark"))
    frame.wait_for_selector(".ta-far span")
    assert frame.get_attribute(".ta-far svg", "aria-hidden") == "true"
    assert frame.evaluate("document.querySelector('.ta-far').closest('[aria-hidden]')") is None
    style = "one => { const s = getComputedStyle(one); return [s.color, s.backgroundColor]; }"
    assert frame.eval_on_selector(".ta-far span", style) == ["rgb(237, 234, 227)", "rgb(28, 32, 37)"]
