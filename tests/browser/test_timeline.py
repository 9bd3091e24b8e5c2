"""The timeline in a real browser, on the real tour, the invented one and a generated one of 300 events: choosing by
mouse and keyboard, what is drawn where, what stands for it on a phone, and what axe says.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import frame_of
from tests.browser.test_axe import violations
from tests.tours_generated import TOUR_ID
from touratlas.check import Atlas, open_tour
from touratlas.views.links import Choice, QueryLinks, stop_of
from touratlas.views.timeline import shown_days, timeline
from touratlas.views.timeline_dates import extent_of

pytestmark = pytest.mark.xdist_group("browser")
Open = Callable[..., Page]

# Left, top, right and bottom of every mark and every label of the grid.
BOXES = """() => [...document.querySelectorAll('.ta-t-item')].map(item => ['.ta-t-bar', '.ta-t-label'].map(part => {
    const box = item.querySelector(part).getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom];
}))"""


@pytest.fixture(scope="module")
def shelf(shelf_folder: Path) -> Path:
    """The folder with the three tours."""
    return shelf_folder


@pytest.fixture
def see(visit: Open) -> Open:
    """Opens a page of the app; afterwards nothing foreign was asked for and nothing went wrong."""
    return visit


@pytest.fixture(scope="module", params=["events", "pacific", "generated"])
def atlas(request: pytest.FixtureRequest, shelf: Path) -> Atlas:
    """Each of the three."""
    return open_tour(shelf / f"{request.param}.yaml")


def opened(see: Open, atlas: Atlas, choice: str = "", **options: object) -> Page:
    """The page of a tour, with nothing or an event chosen."""
    query = f"?tour={atlas.tour.tour.id}" + (f"&event={choice}" if choice else "")
    return see(query, **options)


def item(page: Page, event: str) -> Locator:
    """The link of an event on the grid."""
    return page.locator(f".ta-t-item[data-go-event='{event}']")


def chosen(page: Page, event: str, stop: str) -> None:
    """Wait until an event is chosen everywhere: address, agenda, its link on the grid."""
    page.wait_for_function("id => new URL(location.href).searchParams.get('event') === id", arg=event)
    page.wait_for_selector(f"[data-agenda='{stop}']")
    expect(page.locator(f".ta-event[data-event='{event}']")).to_have_attribute("aria-current", "true")
    expect(item(page, event)).to_have_attribute("aria-current", "true")
    expect(page.locator(".ta-t-item[aria-current]")).to_have_count(1)


def two_of_the_grid(atlas: Atlas) -> list[tuple[str, str]]:
    """Two events of the grid that is shown first, with their stops; choosing them leaves its days as they are."""
    grid = timeline(atlas, QueryLinks("x")).grid
    assert grid is not None
    found = [
        (one.id, one.stop)
        for one in grid.items
        if one.stop and shown_days(atlas.tour, Choice(one.stop, one.id)) == shown_days(atlas.tour, Choice())
    ]
    return [found[0], found[-1]]


def test_a_click_on_a_bar_chooses_its_event(atlas: Atlas, see: Open) -> None:
    """By mouse: address, agenda and mark follow at once, and nothing is loaded anew."""
    page = opened(see, atlas)
    page.evaluate("window.stillHere = 1")
    for event, stop in two_of_the_grid(atlas):
        item(page, event).locator(".ta-t-bar").click()
        chosen(page, event, stop)
        expect(page.locator(f".ta-t-name [data-go='{stop}']")).to_have_attribute("aria-current", "true")
    assert page.evaluate("window.stillHere") == 1


def test_enter_on_a_bar_chooses_its_event(atlas: Atlas, see: Open) -> None:
    """By keyboard: the same, and the focus stays on the bar."""
    page = opened(see, atlas)
    for event, stop in two_of_the_grid(atlas):
        item(page, event).focus()
        page.keyboard.press("Enter")
        chosen(page, event, stop)
        expect(item(page, event)).to_be_focused()


def test_the_bars_are_reached_by_tab_in_order(atlas: Atlas, see: Open) -> None:
    """Tab goes from a row's name to its events, in the order of their days."""
    page = opened(see, atlas)
    grid = timeline(atlas, QueryLinks("x")).grid
    assert grid is not None
    row = max(grid.rows, key=lambda one: len(one.items))
    page.locator(f".ta-t-name [data-go='{row.head.stop}']").focus()
    for one in row.items:
        page.keyboard.press("Tab")
        expect(item(page, one.id)).to_be_focused()


def test_a_chip_chooses_what_has_no_day(atlas: Atlas, see: Open) -> None:
    """What has no day is chosen in the strip."""
    page = opened(see, atlas)
    first = page.locator(".ta-t-chip").first
    event, stop = first.get_attribute("data-go-event"), first.get_attribute("data-go")
    chip = page.locator(f".ta-t-chip[data-go-event='{event}']")
    chip.click()
    page.wait_for_function("id => new URL(location.href).searchParams.get('event') === id", arg=event)
    page.wait_for_selector(f"[data-agenda='{stop}']")
    expect(chip).to_have_attribute("aria-current", "true")


@pytest.mark.parametrize("width", [1400, 1100])
def test_nothing_covers_anything(atlas: Atlas, see: Open, width: int) -> None:
    """Marks and labels are drawn apart, inside the grid, and whole; the page doesn't scroll sideways."""
    page = opened(see, atlas, width=width)
    frame = page.locator(".ta-t-frame").bounding_box()
    assert frame is not None
    boxes = [tuple(box) for pair in page.evaluate(BOXES) for box in pair]
    assert boxes
    for left, top, right, bottom in boxes:
        assert left >= frame["x"]
        assert right <= frame["x"] + frame["width"] + 1
        assert top >= frame["y"]
        assert bottom <= frame["y"] + frame["height"] + 1
    for one, other in combinations(boxes, 2):
        beside = one[2] <= other[0] + 0.5 or other[2] <= one[0] + 0.5
        assert beside or one[3] <= other[1] + 0.5 or other[3] <= one[1] + 0.5
    cut = "() => [...document.querySelectorAll('.ta-t-label')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
    assert page.evaluate(cut) == 0
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width


def test_bars_stand_on_their_days(see: Open, shelf: Path) -> None:
    """A bar fills the column of its day; the rule stands at the end of the article's last day."""
    atlas = open_tour(shelf / "events.yaml")
    page = opened(see, atlas)
    days = [box for one in page.locator(".ta-t-day").all() if (box := one.bounding_box())]
    grid = timeline(atlas, QueryLinks("x")).grid
    assert grid is not None
    for _, event in atlas.tour.events():
        extent = extent_of(event.when)
        if extent is None:
            continue
        at = (extent.first - atlas.tour.tour.as_of.sides[0].earliest).days + 2
        bar = item(page, event.id).locator(".ta-t-bar").bounding_box()
        assert bar is not None
        assert days[at]["x"] <= bar["x"] <= days[at]["x"] + 4
        assert abs(bar["x"] + bar["width"] - days[at]["x"] - days[at]["width"]) <= 4
    flag = page.locator(".ta-t-flag").bounding_box()
    assert flag is not None
    assert abs(flag["x"] - days[3]["x"]) <= 3


def test_the_list_stands_for_the_chart_on_a_phone(atlas: Atlas, see: Open) -> None:
    """At 390 px the list is shown and the chart isn't; on a desk the chart is, and the list when asked for."""
    page = opened(see, atlas, width=390, height=844)
    expect(page.locator(".ta-t-chart")).to_be_hidden()
    expect(page.locator(".ta-t-list .ta-days")).to_be_visible()
    page.locator(".ta-t-list [data-go-event]").first.click()
    expect(page.locator(".ta-t-list [aria-current]")).to_have_count(1)
    desk = opened(see, atlas)
    expect(desk.locator(".ta-t-chart")).to_be_visible()
    expect(desk.locator(".ta-t-list")).to_be_hidden()
    desk.get_by_text("As a list").click()
    expect(desk.locator(".ta-t-list .ta-days")).to_be_visible()


def test_a_tile_brings_its_days(see: Open, shelf: Path) -> None:
    """In a long tour a tile of the overview shows its week below; it keeps the focus, and is the one marked."""
    atlas = open_tour(shelf / f"{TOUR_ID}.yaml")
    page = opened(see, atlas)
    tile = page.locator("[data-tile='2027-03-01']")
    event, stop = tile.get_attribute("data-go-event") or "", tile.get_attribute("data-go") or ""
    tile.focus()
    page.keyboard.press("Enter")
    chosen(page, event, stop)
    expect(page.locator(".ta-t-chart > .ta-t-title")).to_contain_text("Mar 2027")
    expect(page.locator("[data-tile][aria-current]")).to_have_count(1)
    expect(tile).to_have_attribute("aria-current", "true")
    expect(tile).to_be_focused()


def test_a_week_stays_as_it_is(see: Open, shelf: Path) -> None:
    """In a long tour a choice within the week leaves the chart's elements where they are."""
    atlas = open_tour(shelf / f"{TOUR_ID}.yaml")
    page = opened(see, atlas, "event-150")
    page.evaluate("document.querySelector('.ta-time').stillHere = 1")
    stops = {event.id: stop_of(atlas.tour, path) for path, event in atlas.tour.events()}
    for event in ("event-152", "event-153"):
        item(page, event).click()
        chosen(page, event, stops[event])
    assert page.evaluate("document.querySelector('.ta-time').stillHere") == 1


def test_an_address_shows_its_event_on_the_grid(see: Open, shelf: Path) -> None:
    """The address of an event far from the article's last day opens the days around it, with it marked."""
    atlas = open_tour(shelf / f"{TOUR_ID}.yaml")
    page = opened(see, atlas, "event-271")
    expect(item(page, "event-271")).to_have_attribute("aria-current", "true")
    assert page.get_attribute("[data-agenda]", "data-agenda") == "stop-18"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing(see: Open, shelf: Path, width: int, scheme: str) -> None:
    """No violation of ours on the page of a long tour, its list opened and an event chosen."""
    atlas = open_tour(shelf / f"{TOUR_ID}.yaml")
    event = two_of_the_grid(atlas)[0][0]
    page = opened(see, atlas, event, width=width, color_scheme=scheme)
    frame_of(page)
    page.evaluate("document.querySelectorAll('.ta-time details').forEach(one => { one.open = true })")
    page.wait_for_selector("[data-stale=true]", state="detached")  # what Streamlit fades while it works
    page.wait_for_timeout(400)
    assert violations(page) == []


def test_marks_survive_forced_colours(see: Open, shelf: Path) -> None:
    """In a high-contrast theme every bar still has its border: status is told by borders, not by backgrounds."""
    page = opened(see, open_tour(shelf / "pacific.yaml"), forced_colors="active")
    styles = page.evaluate(
        """() => [...document.querySelectorAll('.ta-t-bar')].map(e => {
            const s = getComputedStyle(e);
            const shape = e.className.match(/ta-t-(filled|outlined|dashed)/)[1];
            return [shape, parseFloat(s.borderTopWidth), s.borderTopStyle];
        })"""
    )
    assert {shape for shape, _, _ in styles} == {"filled", "outlined", "dashed"}
    for shape, width, style in styles:
        assert style == ("dashed" if shape == "dashed" else "solid")
        assert (width >= 4) == (shape == "filled")
        assert width >= 1
