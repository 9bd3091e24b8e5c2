"""Protects the lesson's page in a real browser: the choice of a path, answers that wait, a phone, axe."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_axe import violations
from tests.browser.test_explore import TOURS, address
from touratlas.check import open_tour

pytestmark = pytest.mark.xdist_group("browser")
Open = Callable[..., Page]
PATH = ".ta-le-path"


def test_a_teacher_ten_minutes_before_class(visit: Open) -> None:
    """The path is chosen by keys and stands in the address; answers open by keys; a phone shows all of it; links lead
    where they say.
    """
    tour = open_tour(TOURS["real"]).tour
    page = visit("lesson?tour=us-asia-2025&path=10", ready=".ta-le-card")
    expect(page.locator(".ta-lesson h1")).to_have_text("How much did the article know?")
    rows = page.locator(f"{PATH} tbody tr")
    expect(rows).to_have_count(5)

    chosen = (
        page.get_by_role("button", name="45 minutes").or_(page.get_by_role("radio", name="45 minutes")).first
    )
    chosen.focus()
    page.keyboard.press("Enter")
    expect(rows).to_have_count(7)
    assert address(page) == {"tour": "us-asia-2025", "path": "45"}

    asked = page.locator("[data-kind=found] .ta-le-question").first
    answer = asked.locator(".ta-le-answer")
    expect(answer).to_be_hidden()
    asked.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(answer).to_be_visible()
    outcome = next(event.outcome for _, event in tour.events() if event.id == "kim-meeting")
    assert outcome is not None
    assert str(outcome.says) not in page.locator(".stMain").inner_text()

    page.evaluate("document.querySelectorAll('.ta details').forEach(one => { one.open = true })")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(300)
        assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= window.innerWidth")
    assert violations(page) == []

    page.locator("[data-kind=explore] .ta-le-firsts a").first.click()
    page.wait_for_selector("[data-event=arrival][aria-current=true]")
    assert address(page)["event"] == "arrival"
