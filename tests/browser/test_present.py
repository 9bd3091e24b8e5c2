"""Protects the presentation in a real browser: keys and clickers, reveals, the blank screen, the speaker's window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_axe import violations
from tests.browser.test_explore import TOURS, address
from touratlas.check import open_tour

pytestmark = pytest.mark.xdist_group("browser")
Open = Callable[..., Page]
ROOMS = [(1920, 1080), (1024, 768)]
READY = ".ta-deck[data-ready]"
TITLE = ".ta-p-slide:not([hidden]) > .ta-p-step:not([hidden])"


def present(visit: Open, query: str = "", tour: str = "us-asia-2025", **options: object) -> Page:
    """The presentation of a tour, ready to be led through."""
    return visit(f"present?tour={tour}{query}", ready=READY, **options)


def where(page: Page) -> str:
    """Slide and step as the address has them."""
    return address(page).get("slide", "1.1")


@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_keys_lead_through_and_back(visit: Open, room: tuple[int, int]) -> None:
    """Arrows, space and a clicker's page keys go on and back, answers come before the next step; by keys alone, on a
    projector's screen and on an old one's, and nothing sticks out.
    """
    page = present(visit, width=room[0], height=room[1])
    tour = open_tour(TOURS["real"]).tour
    expect(page.locator(TITLE)).to_contain_text(tour.tour.title)
    for key, place in (
        ("ArrowRight", "2.1"),
        ("PageDown", "2.2"),
        (" ", "2.3"),
        ("PageUp", "2.2"),
        ("ArrowLeft", "2.1"),
    ):
        page.keyboard.press(key)
        assert where(page) == place
    expect(page.locator(TITLE)).to_contain_text("Stop 1 of 4")
    expect(page.locator("[data-way='1']")).to_be_visible()
    expect(page.locator("[data-count]")).to_contain_text("slide 2 of 6, step 1 of")

    page.locator("[data-jump]").select_option("1")
    while "question" not in (page.locator(TITLE).get_attribute("data-kind") or ""):
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= room[0]
        expect(page.locator("[data-do=next]")).to_be_in_viewport(ratio=1)
    question, at = tour.stops[0].questions[0], where(page)
    here = page.locator(TITLE)
    expect(here).to_contain_text(question.ask[:60])
    expect(here.locator(".ta-p-answer")).to_be_hidden()
    assert question.answer[:40] not in page.locator(".stMain").inner_text()
    page.keyboard.press("PageDown")
    expect(here.locator(".ta-p-answer")).to_contain_text(question.answer[:40])
    expect(here.locator(".ta-passage").first).to_be_hidden()
    page.keyboard.press("PageDown")
    expect(here.locator(".ta-passage").first).to_be_visible()
    assert where(page) == at
    page.keyboard.press("PageUp")
    expect(here.locator(".ta-passage").first).to_be_hidden()

    page.keyboard.press("l")
    expect(page.locator(TITLE)).to_have_attribute("data-kind", "reveal")
    expect(page.locator(TITLE).locator(".ta-later").first).to_be_hidden()
    page.locator(TITLE).get_by_role("button", name="What happened").first.click()
    expect(page.locator(TITLE).locator(".ta-later").first).to_be_visible()

    page.keyboard.press("b")
    expect(page.locator(".ta-p-blank")).to_be_visible()
    page.keyboard.press("b")
    expect(page.locator(".ta-p-blank")).to_be_hidden()
    page.keyboard.press("End")
    assert where(page) == "6.1"
    page.keyboard.press("Home")
    assert where(page) == "1.1"

    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement?.matches('.ta-deck')")
    page.evaluate("document.exitFullscreen()")


def test_two_windows_go_together(visit: Open) -> None:
    """The speaker's window has the notes and leads the other; neither loses its place when it is loaded again."""
    page = present(visit, "&slide=2.2")
    assert page.locator(".ta-p-notes").count() == 0
    expect(page.locator(TITLE)).to_have_attribute("data-kind", "agenda")
    speaker = present(visit, "&notes=1", tour="us-asia-2025")
    expect(speaker.locator(TITLE)).to_have_attribute("data-kind", "agenda")
    expect(speaker.locator(".ta-p-notes [data-notes='1']")).to_be_visible()
    expect(speaker.locator(".ta-p-notes [data-notes='2']")).to_be_hidden()
    speaker.keyboard.press("e")
    expect(page.locator(TITLE).locator(".ta-passage").first).to_be_visible()
    speaker.locator("[data-jump]").select_option("3")
    expect(page.locator(TITLE)).to_contain_text("Stop 3 of 4")
    speaker.get_by_role("button", name="Blank", exact=True).click()
    expect(page.locator(".ta-p-blank")).to_be_visible()
    expect(speaker.locator(".ta-p-blank")).to_be_hidden()
    assert violations(speaker) == []


@pytest.mark.parametrize("width", [1920, 1024, 390])
def test_axe_finds_nothing(visit: Open, width: int) -> None:
    """On two screens and a phone, step by step: no violation of ours, nothing sticks out, the slide is light."""
    page = present(visit, "&slide=3.1", width=width, color_scheme="dark" if width == 390 else "light")
    for key in ("", "l", "l"):
        if key:
            page.keyboard.press(key)
            page.keyboard.press("PageDown")
        assert violations(page, ".ta-deck") == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.ta-deck')).backgroundColor")
        == "rgb(251, 250, 246)"
    )


def test_another_tour_in_other_scripts(visit: Open) -> None:
    """The invented tour: as many slides as stops and two, its own order, names as they are written."""
    atlas = open_tour(TOURS["invented"])
    page = present(visit, "&slide=99.99", tour=atlas.tour.tour.id)
    assert page.locator(".ta-p-slide").count() == len(atlas.tour.stops) + 2
    expect(page.locator(TITLE)).to_be_visible()
    for stop in atlas.tour.stops:
        page.keyboard.press("Home")
        page.locator("[data-jump]").select_option(str(atlas.tour.stops.index(stop) + 1))
        expect(page.locator(TITLE)).to_contain_text(stop.title or atlas.tour.places[stop.place].name)
