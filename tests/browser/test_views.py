"""Protects the two views: what the article knew, and what happened, by one switch."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import frame_of
from tests.browser.test_explore import TOURS, at
from touratlas.check import Atlas, open_tour
from touratlas.model import WebSource
from touratlas.views.marks import SIGNS

pytestmark = pytest.mark.xdist_group("browser")


# The leftmost and the rightmost edge of the venues' texts, and the map's width.
SIDES = """() => {
    const boxes = [...document.querySelectorAll('.ta-venue')].map(one => one.getBoundingClientRect());
    return [Math.min(...boxes.map(box => box.left)), Math.max(...boxes.map(box => box.right)), innerWidth];
}"""


@pytest.fixture(params=sorted(TOURS), scope="module")
def atlas(request: pytest.FixtureRequest) -> Atlas:
    """Each of both tours."""
    return open_tour(TOURS[request.param])


def test_every_outcome_is_shown_with_its_reports(atlas: Atlas, visit: Callable[..., Page]) -> None:
    """In the later view each event's outcome stands with it: sign, words, text, each report linked."""
    tour = atlas.tour
    page = visit(at(atlas, view="later"))
    left = {event.id: event.outcome for _, event in tour.events() if event.outcome}
    assert left
    for stop in ("", *(stop.id for stop in tour.stops)):
        page.click(f".ta-nav [data-go='{stop}']")
        page.wait_for_selector(f"[data-agenda='{stop}'][data-view='later']")
        for name, outcome in list(left.items()):
            item = page.locator(f".ta-event[data-event='{name}']")
            if not item.count():
                continue
            box = item.locator(".ta-outcome")
            expect(box.locator(".ta-sign")).to_have_text(SIGNS[outcome.status].sign)
            expect(box).to_contain_text(SIGNS[outcome.status].words.capitalize())
            expect(box).to_contain_text(outcome.says or "")
            links = [link.get_attribute("href") for link in box.locator("a").all()]
            assert links == [tour.sources[source].url for source in outcome.from_]
            for source in outcome.from_:
                report = tour.sources[source]
                assert isinstance(report, WebSource)
                expect(box).to_contain_text(f"Reported by {report.publisher}")
            del left[name]
    assert left == {}


def test_the_switch_keeps_everything_else(visit: Callable[..., Page]) -> None:
    """Switching changes address, agenda and map; the map isn't loaded again, its zoom and the choice stay; and back."""
    page = visit("?tour=us-asia-2025&stop=xi")
    frame = frame_of(page)
    frame.evaluate("window.stillHere = 1")
    frame.click(".leaflet-control-zoom-in")
    page.wait_for_timeout(400)
    zoom = frame.evaluate("map.getZoom()")
    assert "Busan" not in frame.inner_text("body")
    page.click("[data-go-view=later]")
    page.wait_for_selector("[data-agenda=xi][data-view=later]")
    page.wait_for_function("() => new URL(location.href).searchParams.get('view') === 'later'")
    frame.wait_for_selector(".ta-stop[data-stop=xi] .ta-sign")
    assert "Busan" in frame.inner_text("body")
    expect(page.locator("[data-go-view=later]")).to_have_attribute("aria-current", "true")
    expect(page.locator("[data-go-view=later]")).to_be_focused()
    assert frame.evaluate("[window.stillHere, map.getZoom()]") == [1, zoom]
    page.click("[data-go-view=article]")
    page.wait_for_selector("[data-agenda=xi][data-view=article]")
    frame.wait_for_selector(".ta-stop[data-stop=xi]:not(:has(.ta-sign))")
    assert "Busan" not in page.inner_text("body") + frame.inner_text("body")
    page.wait_for_function("() => !new URL(location.href).searchParams.has('view')")


def test_an_address_opens_the_later_view(visit: Callable[..., Page]) -> None:
    """`?view=later` opens there; links of the page keep it; an unknown view is the article's."""
    page = visit("?tour=us-asia-2025&stop=tokyo&view=later")
    expect(page.locator(".ta-outcome").first).to_be_visible()
    assert "view=later" in (page.get_attribute(".ta-nav [data-go=gyeongju]", "href") or "")
    page.click(".ta-nav [data-go=gyeongju]")
    page.wait_for_selector("[data-agenda=gyeongju][data-view=later]")
    plain = visit("?tour=us-asia-2025&stop=tokyo&view=tomorrow")
    assert plain.locator(".ta-outcome").count() == 0


def test_venues_fan_out_with_distance_and_direction(visit: Callable[..., Page]) -> None:
    """The airport stands beside Kuala Lumpur, true distance and direction told; Tokyo's only in the later view."""
    frame = frame_of(visit("?tour=us-asia-2025&stop=kuala-lumpur"))
    frame.wait_for_selector(".ta-venue")
    assert frame.locator(".ta-venue").all_inner_texts() == ["Kuala Lumpur International Airport · 44 km S"]
    page = visit("?tour=us-asia-2025&stop=tokyo")
    frame = frame_of(page)
    page.wait_for_timeout(500)
    assert frame.locator(".ta-venue").count() == 0
    page.click("[data-go-view=later]")
    frame.wait_for_selector(".ta-venue")
    texts = frame.locator(".ta-venue").all_inner_texts()
    assert any(text.startswith("Akasaka Palace, Tokyo · ") for text in texts)
    sides = frame.evaluate(SIDES)
    assert sides[0] >= 0
    assert sides[1] <= sides[2]
