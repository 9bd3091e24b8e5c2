"""Protects the linked choice beyond map and timeline: steps, history, filter; and those who zoom or want no motion."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Visitor, frame_of, serve, settled
from tests.browser.test_axe import violations
from tests.browser.test_explore import TOURS, at, shows
from tests.tours_generated import TOUR_ID
from touratlas.check import Atlas, open_tour
from touratlas.views.filters import Filter, hits
from touratlas.views.links import stop_of

pytestmark = pytest.mark.xdist_group("browser")
Open = Callable[..., Page]

# Ids of the events that are to be seen in agenda and timeline.
SEEN = """selector => [...new Set([...document.querySelectorAll(selector)].filter(one => one.checkVisibility())
    .map(one => one.dataset.event ?? one.dataset.goEvent))]"""


@pytest.fixture(params=sorted(TOURS), scope="module")
def atlas(request: pytest.FixtureRequest) -> Atlas:
    """Each of both tours."""
    return open_tour(TOURS[request.param])


def wish(page: Page, words: str) -> None:
    """Open the filter, and type words into it."""
    page.get_by_role("button", name="Filter").click()
    field = page.get_by_label("Words")
    field.fill(words)
    field.press("Enter")
    page.wait_for_selector(".ta-hits")
    settled(page)


def test_next_and_previous_by_keyboard_keep_the_focus(atlas: Atlas, visit: Open) -> None:
    """Enter on Next walks from the whole tour to the last stop, and the focus stays on it as long as it is there."""
    page = visit(at(atlas))
    page.evaluate("window.stillHere = 1")
    stops = [stop.id for stop in atlas.tour.stops]
    page.locator("a[data-step=on]").focus()
    for stop in stops:
        expect(page.locator("a[data-step=on]")).to_be_focused()
        page.keyboard.press("Enter")
        shows(page, stop)
    expect(page.locator("a[data-step=on]")).to_have_count(0)
    expect(page.locator(f".ta-nav [data-go='{stops[-1]}']")).to_be_focused()
    page.locator("a[data-step=back]").click()
    shows(page, stops[-2])
    assert page.evaluate("window.stillHere") == 1


def test_everything_answers_to_touch(atlas: Atlas, visit: Open) -> None:
    """On a phone a tap on a pill, a mark of the map, an entry of the list, an event's title and Next chooses."""
    page = visit(at(atlas), width=390, height=844, has_touch=True, is_mobile=True)
    frame = frame_of(page)
    first, second, *_ = (stop.id for stop in atlas.tour.stops)
    page.locator(f".ta-nav [data-go='{second}']").tap()
    shows(page, second)
    frame.locator(f".ta-stop[data-stop='{first}'] .ta-disc").tap()
    shows(page, first)
    settled(page)
    entry = page.locator(f".ta-t-list a[data-go='{second}']").first
    event = entry.get_attribute("data-go-event")
    entry.tap()
    shows(page, second)
    expect(page.locator(f".ta-event[data-event='{event}']")).to_have_attribute("aria-current", "true")
    page.locator("a[data-step=back]").tap()
    shows(page, first)
    page.locator(".ta-claim summary").first.tap()
    expect(page.locator(".ta-claim details").first).to_have_attribute("open", "")


def test_back_and_forward_of_the_browser_lead_through_the_choices(atlas: Atlas, visit: Open) -> None:
    """History leads to the choices before, without loading page or map anew; marks follow."""
    page = visit(at(atlas))
    frame = frame_of(page)
    page.evaluate("window.stillHere = 1")
    frame.evaluate("window.stillHere = 1")
    first, second = atlas.tour.stops[0].id, atlas.tour.stops[1].id
    for stop in (first, second):
        page.click(f".ta-nav [data-go='{stop}']")
        shows(page, stop)
        settled(page)
    for direction, stop in (("back", first), ("back", ""), ("forward", first), ("forward", second)):
        page.evaluate(f"history.{direction}()")
        shows(page, stop)
        expect(page.locator(f".ta-nav [data-go='{stop}']")).to_have_attribute("aria-current", "true")
        if stop:
            frame.wait_for_selector(f".ta-stop[data-stop='{stop}'][aria-pressed='true']")
    assert [page.evaluate("window.stillHere"), frame.evaluate("window.stillHere")] == [1, 1]


def test_the_filter_shows_what_fits_and_says_how_much(atlas: Atlas, visit: Open) -> None:
    """Words leave the events that have them, in timeline and agendas; the line leads to their stops; Clear brings all
    back.
    """
    event = next(event for event in atlas.tour.stops[0].events if len(event.title) > 4)
    words = event.title.casefold()
    found = hits(atlas.tour, Filter(text=words))
    assert found is not None
    assert event.id in found.events
    page = visit(at(atlas))
    frame = frame_of(page)
    frame.evaluate("window.stillHere = 1")
    wish(page, words)
    expect(page.locator(".ta-hits")).to_contain_text(f"{len(found.events)} of {found.total} events")
    assert set(page.evaluate(SEEN, ".ta-time .ta-t-item, .ta-time .ta-t-chip")) == set(found.events)
    assert page.evaluate(SEEN, ".ta-card") != []
    page.keyboard.press("Escape")
    for stop in found.stops:
        page.click(f".ta-hits [data-go='{stop}']")
        shows(page, stop)
        settled(page)
        here = {one.id for path, one in atlas.tour.events() if stop_of(atlas.tour, path) == stop}
        assert set(page.evaluate(SEEN, ".ta-event")) == here & set(found.events)
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("button", name="Clear").click()
    page.wait_for_selector(".ta-hits", state="detached")
    settled(page)
    assert page.locator("[data-out]").count() == 0
    assert frame.evaluate("window.stillHere") == 1


def test_a_filter_that_nothing_fits_says_so(visit: Open) -> None:
    """The page isn't empty without a reason."""
    page = visit("?tour=us-asia-2025&stop=tokyo")
    wish(page, "zeppelin")
    expect(page.locator(".ta-hits")).to_contain_text("No event fits the filter")
    assert page.evaluate(SEEN, ".ta-event, .ta-t-item") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_the_filter_open(visit: Open, scheme: str) -> None:
    """Filter open, something filtered: no violation that is ours."""
    page = visit("?tour=us-asia-2025&view=later", color_scheme=scheme)
    frame_of(page)
    wish(page, "dinner")
    assert page.get_by_label("Words").is_visible()
    assert violations(page) == []


def test_at_twice_the_size_nothing_is_lost(atlas: Atlas, visit: Open) -> None:
    """At 200 % zoom (half the pixels of a usual screen) nothing sticks out, no text is cut, and all parts are there."""
    page = visit(at(atlas, stop=atlas.tour.stops[0].id), width=700, height=450)
    frame_of(page)
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 700
    for part in (
        ".ta-masthead h1",
        ".ta-switch",
        ".ta-nav",
        ".ta-steps",
        ".ta-agenda",
        ".ta-time",
        ".ta-legend",
    ):
        if part == ".ta-switch" and not page.locator(part).count():
            continue
        expect(page.locator(part).first).to_be_visible()
    cut = """() => ['.ta-title', '.ta-claim > p', '.ta-pill', '.ta-step', '.ta-meta', '.ta-legend li']
        .flatMap(selector => [...document.querySelectorAll(selector)])
        .filter(one => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)"""
    assert page.evaluate(cut) == []


def test_nothing_moves_for_those_who_want_no_motion(visit: Open) -> None:
    """With reduced motion, nothing of ours is animated or takes time to change."""
    page = visit("?tour=us-asia-2025&stop=tokyo", reduced_motion="reduce")
    frame = frame_of(page)
    moving = """() => [...document.querySelectorAll('.ta, .ta *, .ta-stop, .ta-stop *')].flatMap(
        one => [null, '::before'].map(part => {
            const style = getComputedStyle(one, part);
            const slow = style.transitionDuration.split(', ').some(time => parseFloat(time) > 0);
            return slow || style.animationName !== 'none' ? one.className : '';
        })).filter(Boolean)"""
    assert page.evaluate(moving) == []
    assert frame.evaluate(moving) == []


def test_a_choice_does_not_mount_the_parts_anew(visit: Open) -> None:
    """Map frame and bridge stay the same elements through every kind of choice: stop, event, view, step, filter."""
    page = visit("?tour=us-asia-2025")
    frame_of(page)
    page.evaluate("""() => {
        window.kept = ['iframe', '.stBidiComponent, [data-testid=stBidiComponent]', '.ta-nav']
            .map(one => document.querySelector(one)).filter(Boolean);
    }""")
    assert page.evaluate("kept.length") >= 2
    page.click(".ta-nav [data-go=tokyo]")
    shows(page, "tokyo")
    page.click(".ta-event .ta-title a >> nth=1")
    page.click("[data-go-view=later]")  # at once: the event is still on its way
    page.wait_for_selector("[data-agenda=tokyo][data-view=later]")
    page.wait_for_function("() => new URL(location.href).searchParams.has('event')")
    page.click("[data-go-view=article]")
    page.wait_for_selector("[data-agenda=tokyo][data-view=article]")
    page.click("a[data-step=on]")
    shows(page, "gyeongju")
    wish(page, "apec")
    assert page.evaluate(
        "kept.filter(one => one.matches('iframe, [class*=idi], [data-testid]')).every(one => one.isConnected)"
    )


def test_a_long_tour_is_filtered_in_its_overview_too(visit: Open, shelf_folder: Path) -> None:
    """Tiles without a hit are faded; the one with it leads there, and the grid shows it alone."""
    atlas = open_tour(shelf_folder / f"{TOUR_ID}.yaml")
    event = next(event for _, event in atlas.tour.events() if event.id == "event-150")
    page = visit(f"?tour={TOUR_ID}")
    wish(page, f"{event.title.casefold()} met its hosts")
    found = hits(atlas.tour, Filter(text=f"{event.title} met its hosts"))
    assert found is not None
    assert 0 < len(found.events) < 5
    tiles = page.locator(".ta-t-tile:not([data-out])")
    expect(tiles).to_have_count(len(found.events))
    assert set(" ".join(tile.get_attribute("data-events") or "" for tile in tiles.all()).split()) >= set(
        found.events
    )


def test_two_tours_of_one_title_are_told_apart(tmp_path: Path, browser: Browser) -> None:
    """A copy of a tour beside it: the picker tells both, and an address keeps its view."""
    for file in (ROOT / "tests" / "tours").glob("minimal*"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "second.yaml").write_bytes((tmp_path / "minimal.yaml").read_bytes())
    with serve(tmp_path) as place:
        visitor = Visitor(browser, place)
        page = visitor.open("?tour=second&view=later")
        expect(page.get_by_role("combobox")).to_have_value(re.compile(r"\(second\)$"))
        page.wait_for_timeout(500)
        assert "tour=second" in page.url
        assert "view=later" in page.url
        visitor.close()
