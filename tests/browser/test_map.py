"""Protects the map in a real browser: arrows at its edge, labels, zoom and pan by hand, wheel and finger."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.browser.conftest import Visitor, frame_of, serve
from tests.tours_generated import write_tour

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


# The boxes of the number in a mark, and of the sign above it; and of all marks.
SIGNED = """() => [...document.querySelectorAll('.ta-disc:has(.ta-sign)')].map(disc => {
    const range = document.createRange();
    range.selectNodeContents(disc.firstChild);
    return [range, disc.querySelector('.ta-sign')].map(one => {
        const b = one.getBoundingClientRect();
        return [b.left, b.top, b.right, b.bottom];
    });
})"""


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("tour", ["us-asia-2025", "invented-pacific-2031"])
def test_signs_are_readable(visit: Callable[..., Page], tour: str, width: int) -> None:
    """A sign stands whole in the picture, over no number, no name and no other mark."""
    page = visit(f"?tour={tour}&view=later", width=width)
    frame = frame_of(page)
    frame.wait_for_selector(".ta-sign")
    page.wait_for_timeout(300)
    signed = frame.evaluate(SIGNED)
    assert signed
    names = frame.evaluate(BOXES, ".ta-name")
    middles = [((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in frame.evaluate(BOXES, ".ta-disc")]
    for number, sign in signed:
        assert sign[1] >= 0
        assert sign[3] <= number[1] + 5  # the box of a digit is higher than the digit
        assert not any(overlap(sign, name) for name in names)
        own = min(middles, key=lambda middle: math.dist(middle, ((sign[0] + sign[2]) / 2, sign[3])))
        corners = [(x, y) for x in (sign[0], sign[2]) for y in (sign[1], sign[3])]
        others = [middle for middle in middles if middle != own]
        assert all(math.dist(corner, middle) > 12 for corner in corners for middle in others)


def test_the_later_view_tells_days_and_legs(visit: Callable[..., Page]) -> None:
    """Days and legs that reports tell of have the colour of what was learned afterwards; before, nothing shows."""
    page = visit("?tour=us-asia-2025")
    frame = frame_of(page)
    lines = (
        "[...document.querySelectorAll('.leaflet-overlay-pane path')].map(one => one.getAttribute('stroke'))"
    )
    arrows = (
        "[...document.querySelectorAll('.leaflet-marker-pane svg path')].map(one => one.getAttribute('fill'))"
    )
    for drawn in (lines, arrows):
        assert "#A34700" not in frame.evaluate(drawn)
    assert frame.query_selector(".ta-later") is None
    page.click("[data-go-view=later]")
    frame.wait_for_selector(".ta-stop[data-stop=tokyo] .ta-when.ta-later")
    assert frame.text_content(".ta-stop[data-stop=tokyo] .ta-when") == "Mon 27 – Tue 28 Oct"
    assert frame.evaluate(arrows).count("#A34700") == 3
    page.click("[data-go-view=article]")
    frame.wait_for_selector(".ta-stop[data-stop=tokyo] .ta-when.ta-curated")
    assert frame.query_selector(".ta-later") is None
    assert "#A34700" not in frame.evaluate(arrows)


def test_venues_below_are_in_view(visit: Callable[..., Page]) -> None:
    """Kuala Lumpur stands low on the map: the map moves as far as its airport, south of it, needs."""
    page = visit("?tour=us-asia-2025&stop=kuala-lumpur")
    frame = frame_of(page)
    frame.wait_for_selector(".ta-venue")
    page.wait_for_timeout(300)
    height = frame.evaluate("innerHeight")
    ((_, top, _, bottom),) = frame.evaluate(BOXES, ".ta-venue")
    assert top >= 0
    assert bottom <= height - 18


@pytest.mark.parametrize("stop", ["xi", "tokyo", "gyeongju"])
def test_a_name_makes_room_for_venues(visit: Callable[..., Page], stop: str) -> None:
    """The name of a stop with venues around it covers neither them nor another mark."""
    page = visit(f"?tour=us-asia-2025&stop={stop}&view=later")
    frame = frame_of(page)
    frame.wait_for_selector(".ta-venue")
    page.wait_for_timeout(300)
    (name,) = frame.evaluate(BOXES, f".ta-stop[data-stop={stop}] .ta-name")
    others = frame.evaluate(BOXES, f".ta-venue, .ta-stop:not([data-stop={stop}]) .ta-disc")
    assert not any(overlap(name, other) for other in others)


STATE = "[map.getZoom(), map.getCenter().lat, map.getCenter().lng]"
SCROLLED = "document.querySelector('.stMain').scrollTop + document.documentElement.scrollTop"


def middle_of(page: Page) -> tuple[float, float]:
    """The middle of the map in the window."""
    box = page.locator("iframe[title*='st_folium']").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def fingers(page: Page, *paths: list[tuple[float, float]]) -> None:
    """Fingers that come down, go along their paths together, and are lifted."""
    touch = page.context.new_cdp_session(page)
    steps = [
        [{"x": x, "y": y, "id": at} for at, (x, y) in enumerate(step)] for step in zip(*paths, strict=True)
    ]
    for number, step in enumerate(steps):
        kind = "touchMove" if number else "touchStart"
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": step})
        page.wait_for_timeout(30)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(600)


def steps(start: tuple[float, float], dx: float, dy: float) -> list[tuple[float, float]]:
    """The path of a finger, in ten steps."""
    return [(start[0] + dx * at / 10, start[1] + dy * at / 10) for at in range(11)]


@pytest.mark.parametrize("mobile", [True, False])
def test_one_finger_scrolls_the_page(visit: Callable[..., Page], mobile: bool) -> None:
    """A finger that moves over the map moves the page and not the map, on a phone and on a desk that can be touched."""
    size = {"width": 390, "height": 700} if mobile else {"width": 1000, "height": 800}
    page = visit("?tour=us-asia-2025", **size, has_touch=True, is_mobile=mobile)
    frame = frame_of(page)
    page.wait_for_timeout(500)
    before, scrolled = frame.evaluate(STATE), page.evaluate(SCROLLED)
    fingers(page, steps(middle_of(page), 5, -150))
    assert frame.evaluate(STATE) == before
    assert page.evaluate(SCROLLED) > scrolled + 50


def test_two_fingers_move_and_zoom_the_map(visit: Callable[..., Page]) -> None:
    """Apart, two fingers zoom in; side by side, they move the map; the page stays where it is."""
    page = visit("?tour=us-asia-2025", width=390, height=700, has_touch=True, is_mobile=True)
    frame = frame_of(page)
    page.wait_for_timeout(500)
    scrolled, (zoom, *_) = page.evaluate(SCROLLED), frame.evaluate(STATE)
    x, y = middle_of(page)
    fingers(page, steps((x - 20, y), -60, 0), steps((x + 20, y), 60, 0))
    nearer, lat, lng = frame.evaluate(STATE)
    assert nearer >= zoom + 1
    fingers(page, steps((x - 40, y), 60, 40), steps((x + 40, y), 60, 40))
    same, north, west = frame.evaluate(STATE)
    assert same == nearer
    assert north > lat
    assert west < lng
    assert page.evaluate(SCROLLED) == scrolled
    assert frame.query_selector_all(".ta-stop")


def test_a_finger_chooses_a_stop(visit: Callable[..., Page]) -> None:
    """A tap on a mark chooses its stop, at the first time, and the page doesn't move under the finger."""
    page = visit("?tour=us-asia-2025", width=390, height=700, has_touch=True, is_mobile=True)
    frame = frame_of(page)
    page.wait_for_timeout(500)
    frame.locator(".ta-stop[data-stop=kuala-lumpur] .ta-disc").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    scrolled = page.evaluate(SCROLLED)
    frame.tap(".ta-stop[data-stop=kuala-lumpur] .ta-disc")
    assert abs(page.evaluate(SCROLLED) - scrolled) < 12  # of a mark that is 26 px wide
    page.wait_for_selector("[data-agenda=kuala-lumpur]")
    frame.wait_for_selector(".ta-stop[data-stop=kuala-lumpur][aria-pressed=true]")


def test_the_mouse_moves_the_map(visit: Callable[..., Page]) -> None:
    """On a desk the map is dragged."""
    page = visit("?tour=us-asia-2025")
    frame = frame_of(page)
    page.wait_for_timeout(500)
    before = frame.evaluate(STATE)
    x, y = middle_of(page)
    page.mouse.move(x, y + 60)
    page.mouse.down()
    page.mouse.move(x + 80, y + 60, steps=6)
    page.mouse.up()
    page.wait_for_timeout(300)
    after = frame.evaluate(STATE)
    assert after[0] == before[0]
    assert after[2] < before[2]


def test_the_wheel_zooms_only_with_the_focus(visit: Callable[..., Page]) -> None:
    """Over a map without the focus the wheel leaves the zoom alone; with the focus on it or on a mark it zooms; without
    it no longer.
    """
    page = visit("?tour=us-asia-2025", height=600)
    frame = frame_of(page)
    page.wait_for_timeout(500)
    page.mouse.move(*middle_of(page))

    def turned() -> float:
        before = frame.evaluate("map.getZoom()")
        page.mouse.wheel(0, -240)
        page.wait_for_timeout(700)
        return float(frame.evaluate("map.getZoom()") - before)

    assert turned() == 0
    frame.focus(".leaflet-container")
    assert turned() > 0
    frame.evaluate("map.setZoom(3, {animate: false}); 0")
    frame.evaluate("document.querySelector('.ta-stop').focus({preventScroll: true})")
    assert turned() > 0
    frame.evaluate("document.activeElement.blur()")
    assert turned() == 0


@pytest.mark.parametrize("width", [1400, 390])
def test_each_mark_is_its_own(visit: Callable[..., Page], width: int) -> None:
    """What lies under the pointer at the middle and near the rim of each mark is that mark, however near others are."""
    frame = frame_of(visit("?tour=invented-pacific-2031", width=width))
    frame.page.wait_for_timeout(400)
    missed = frame.evaluate(
        """() => [...document.querySelectorAll('.ta-stop')].flatMap(stop => {
            const b = stop.querySelector('.ta-disc').getBoundingClientRect();
            const [x, y] = [(b.left + b.right) / 2, (b.top + b.bottom) / 2];
            return [[0, 0], [9, 0], [-9, 0], [0, 9], [0, -9]]
                .map(([dx, dy]) => document.elementFromPoint(x + dx, y + dy)?.closest('.ta-stop')?.dataset.stop)
                .filter(hit => hit !== stop.dataset.stop)
                .map(hit => [stop.dataset.stop, hit]);
        })"""
    )
    assert missed == []


def test_many_stops_on_the_map(browser: Browser, tmp_path: Path) -> None:
    """Twenty-five stops over a year: on a desk and on a phone all marks are in view from the start, none covers another
    or a name, names are whole, and nothing is under the buttons.
    """
    write_tour(tmp_path, stops=25)
    with serve(tmp_path) as address:
        visitor = Visitor(browser, address)
        for width, least in ((1400, 23), (390, 8)):
            page = visitor.open("?tour=generated", width=width)
            frame = frame_of(page)
            page.wait_for_timeout(400)
            frame_size = frame.evaluate("[innerWidth, innerHeight]")
            marks, names = frame.evaluate(BOXES, ".ta-disc"), frame.evaluate(BOXES, ".ta-name")
            assert len(marks) == 25
            assert len(names) >= least
            for box in (*marks, *names):
                assert min(box[:2]) >= -1
                assert box[2] <= frame_size[0] + 1
                assert box[3] <= frame_size[1] + 1
            for at, one in enumerate(marks):
                assert not any(math.dist(one, other) < 25 for other in marks[at + 1 :])
            for at, name in enumerate(names):
                assert not any(overlap(name, other) for other in (*marks, *names[at + 1 :]))
            buttons = frame.evaluate(BOXES, ".leaflet-control-zoom")
            assert not any(overlap(buttons[0], box) for box in (*marks, *names))
        visitor.close()


# The colour of the canvas below a place, as red, green, blue and opacity; nothing is drawn where there is sea.
INK = """([lat, lng]) => {
    const sheet = document.querySelector(".leaflet-land-pane canvas"), box = sheet.getBoundingClientRect();
    const whole = map.getContainer().getBoundingClientRect(), at = map.latLngToContainerPoint([lat, lng]);
    const scale = sheet.width / box.width;
    const spot = [at.x + whole.left - box.left, at.y + whole.top - box.top].map(one => Math.floor(one * scale));
    const drop = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    drop.drawImage(sheet, -spot[0], -spot[1]);
    return [...drop.getImageData(0, 0, 1, 1).data];
}"""


def test_land_is_where_land_is(visit: Callable[..., Page]) -> None:
    """At every zoom, and after the map was moved: land inland and nothing on the sea; east of the
    180th meridian too.
    """
    page = visit("?tour=us-asia-2025")
    frame = frame_of(page)
    page.wait_for_timeout(400)
    for centre, zoom, land, sea in (
        ([25, 115], 3.25, [30, 110], [20, 135]),
        ([3.14, 101.69], 7, [3.8, 102.3], [3.0, 100.2]),
        ([60, 185], 4, [64, -159 + 360], [55, 178]),
    ):
        frame.evaluate(f"map.setView({centre}, {zoom}, {{animate: false}}); 0")
        assert frame.evaluate(INK, land) == [247, 243, 234, 255], (centre, zoom)
        assert frame.evaluate(INK, sea) == [0, 0, 0, 0], (centre, zoom)
    frame.evaluate(
        "map.setView([36.5, 127.8], 6, {animate: false}); map.panBy([400, 120], {animate: false}); 0"
    )
    page.wait_for_timeout(200)
    assert frame.evaluate(INK, [36.5, 127.8]) == [247, 243, 234, 255]
