"""Protects the Explore page, in a real browser, on the real tour and on the invented one."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import ElementHandle, Page, expect

from tests.browser.conftest import ROOT, frame_of, settled
from touratlas.check import Atlas, open_tour
from touratlas.model import WebSource

TOURS = {"real": ROOT / "data" / "events.yaml", "invented": ROOT / "tests" / "tours" / "pacific.yaml"}
pytestmark = pytest.mark.xdist_group("browser")

BOX = "e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom] }"
# The share of the land canvas that is painted.
PAINTED = """() => {
    const canvas = document.querySelector('.leaflet-land-pane canvas');
    const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
    let painted = 0;
    for (let at = 3; at < data.length; at += 4) painted += data[at] > 200;
    return painted / (data.length / 4);
}"""
# Left, top, right, bottom, text and roundness of every mark and label that is shown.
SHOWN = """() => [...document.querySelectorAll('.ta-disc, .ta-name b')]
    .filter(e => e.offsetParent && !e.closest('[hidden]'))
    .map(e => {
        const b = e.getBoundingClientRect();
        return [b.left, b.top, b.right, b.bottom, e.textContent, e.className === 'ta-disc'];
    })"""


def apart(one: list[Any], other: list[Any]) -> bool:
    """Whether two shown boxes don't touch; two discs are measured as discs."""
    if one[5] and other[5]:
        middles = [((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in (one, other)]
        return bool(math.dist(*middles) >= one[2] - one[0] - 1)
    beside = one[2] <= other[0] + 1 or other[2] <= one[0] + 1
    return bool(beside or one[3] <= other[1] + 1 or other[3] <= one[1] + 1)


@pytest.fixture(params=sorted(TOURS), scope="module")
def atlas(request: pytest.FixtureRequest) -> Atlas:
    """Each of both tours."""
    return open_tour(TOURS[request.param])


def address(page: Page) -> dict[str, str]:
    """The query of the page's address."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def need(holder: ElementHandle, selector: str) -> ElementHandle:
    """The first element that a selector finds; there must be one."""
    found = holder.query_selector(selector)
    assert found is not None
    return found


def at(atlas: Atlas, **choice: str) -> str:
    """The query that opens a choice of a tour."""
    return "?" + "&".join(f"{key}={value}" for key, value in {"tour": atlas.tour.tour.id, **choice}.items())


def shows(page: Page, stop: str) -> None:
    """Wait until the agenda of a stop (the whole tour for "") is the one shown, and the address says so."""
    page.wait_for_selector(f"[data-agenda='{stop}']")
    expected = stop or None
    page.wait_for_function(
        "expected => new URL(location.href).searchParams.get('stop') === expected", arg=expected
    )


def test_all_stops_are_on_the_map(atlas: Atlas, visit: Callable[..., Page]) -> None:
    """Every stop has a numbered mark with its name for screen readers, inside the frame, on painted land."""
    frame = frame_of(visit(at(atlas)))
    marks = frame.query_selector_all(".ta-stop")
    assert [mark.query_selector(".ta-disc").text_content() for mark in marks] == [
        str(number + 1) for number in range(len(atlas.tour.stops))
    ]
    assert [mark.get_attribute("data-stop") for mark in marks] == [stop.id for stop in atlas.tour.stops]
    assert all(mark.get_attribute("role") == "button" and mark.get_attribute("aria-label") for mark in marks)
    size = frame.evaluate("[innerWidth, innerHeight]")
    for mark in marks:
        box = mark.query_selector(".ta-disc").evaluate(BOX)
        assert box[0] >= 0
        assert box[1] >= 0
        assert box[2] <= size[0]
        assert box[3] <= size[1]
    assert frame.evaluate(PAINTED) > 0.02


def test_marks_and_labels_do_not_overlap(atlas: Atlas, visit: Callable[..., Page]) -> None:
    """No mark and no label covers another mark or label, on a desk and on a phone."""
    for width in (1400, 390):
        frame = frame_of(visit(at(atlas), width=width))
        boxes = frame.evaluate(SHOWN)
        assert len(boxes) >= len(atlas.tour.stops)
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                assert apart(one, other), (width, one[4], other[4])


def test_a_click_on_a_mark_chooses_its_stop(atlas: Atlas, visit: Callable[..., Page]) -> None:
    """Agenda, list and address follow a click on the map; the map isn't loaded again."""
    page = visit(at(atlas))
    frame = frame_of(page)
    frame.evaluate("window.stillHere = 1")
    stop = atlas.tour.stops[1].id
    frame.click(f".ta-stop[data-stop='{stop}'] .ta-disc")
    shows(page, stop)
    expect(page.locator(f".ta-nav [data-go='{stop}']")).to_have_attribute("aria-current", "true")
    assert frame.evaluate("window.stillHere") == 1
    assert frame.get_attribute(f".ta-stop[data-stop='{stop}']", "aria-pressed") == "true"


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_key_on_a_mark_chooses_its_stop(atlas: Atlas, visit: Callable[..., Page], key: str) -> None:
    """A mark is reached by Tab, pressed by Enter or Space, and keeps the focus."""
    page = visit(at(atlas))
    frame = frame_of(page)
    frame.evaluate("window.stillHere = 1")
    stop = atlas.tour.stops[-1].id
    frame.focus(".leaflet-container")
    for _ in range(20):
        if frame.evaluate("document.activeElement.dataset.stop") == stop:
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Space" if key == " " else key)
    shows(page, stop)
    assert frame.evaluate("[window.stillHere, document.activeElement.dataset.stop]") == [1, stop]


def test_the_same_mark_can_be_chosen_again(atlas: Atlas, visit: Callable[..., Page]) -> None:
    """Mark, whole tour by the list, the same mark again."""
    page = visit(at(atlas))
    frame = frame_of(page)
    stop = atlas.tour.stops[0].id
    for _ in range(2):
        frame.click(f".ta-stop[data-stop='{stop}'] .ta-disc")
        shows(page, stop)
        page.click(".ta-nav [data-go='']")
        shows(page, "")


def test_the_list_chooses_by_mouse_and_keyboard(atlas: Atlas, visit: Callable[..., Page]) -> None:
    """A stop of the list changes agenda, map and address; the page isn't loaded again and the focus stays."""
    page = visit(at(atlas))
    frame = frame_of(page)
    page.evaluate("window.stillHere = 1")
    first, second = atlas.tour.stops[0].id, atlas.tour.stops[1].id
    page.click(f".ta-nav [data-go='{first}']")
    shows(page, first)
    page.locator(f".ta-nav [data-go='{second}']").focus()
    page.keyboard.press("Enter")
    shows(page, second)
    expect(page.locator(f".ta-nav [data-go='{second}']")).to_be_focused()
    frame.wait_for_selector(f".ta-stop[data-stop='{second}'][aria-pressed='true']")
    assert page.evaluate("window.stillHere") == 1


def test_an_address_opens_a_stop_and_an_event(atlas: Atlas, visit: Callable[..., Page]) -> None:
    """`?tour=…&event=…` opens the event's stop, marks the event, and has it in view."""
    stop = atlas.tour.stops[0]
    event = stop.events[-1]
    page = visit(at(atlas, event=event.id))
    shown = page.locator(f"[data-event='{event.id}']")
    expect(shown).to_have_attribute("aria-current", "true")
    expect(shown).to_be_in_viewport()
    assert page.get_attribute("[data-agenda]", "data-agenda") == stop.id
    frame_of(page).wait_for_selector(f".ta-stop[data-stop='{stop.id}'][aria-pressed='true']")


def test_choosing_an_event_keeps_what_is_open(atlas: Atlas, visit: Callable[..., Page]) -> None:
    """A choice within the stop changes address and mark, and closes no evidence that was opened."""
    stop = next(stop for stop in atlas.tour.stops if len(stop.events) > 1)
    page = visit(at(atlas, stop=stop.id))
    page.locator(".ta-claim summary").first.click()
    event = stop.events[1].id
    page.click(f".ta-event[data-event='{event}'] .ta-title a")
    page.wait_for_function("id => new URL(location.href).searchParams.get('event') === id", arg=event)
    expect(page.locator(f"[data-event='{event}']")).to_have_attribute("aria-current", "true")
    assert page.locator(".ta-claim details").first.get_attribute("open") is not None


def test_leaving_the_agenda_by_its_own_link_keeps_the_focus(atlas: Atlas, visit: Callable[..., Page]) -> None:
    """A card that replaces itself by a stop's agenda hands the focus to that agenda's heading."""
    page = visit(at(atlas))
    stop = atlas.tour.stops[1].id
    page.locator(f".ta-card [data-go='{stop}']").focus()
    page.keyboard.press("Enter")
    shows(page, stop)
    expect(page.locator("[data-ta-heading]")).to_be_focused()


def test_every_claim_leads_to_its_passage(atlas: Atlas, visit: Callable[..., Page]) -> None:
    """Every claim of the tour is in the app, each with all its passages, verbatim, and all its direct
    references.
    """
    counted = 0
    page = visit(at(atlas))
    for stop in ("", *(stop.id for stop in atlas.tour.stops)):
        page.click(f".ta-nav [data-go='{stop}']")
        shows(page, stop)
        for claim in atlas.evidence.claims:
            shown = page.query_selector(f"[data-claim='{claim.id}']")
            if shown is None:
                continue
            counted += 1
            need(shown, "summary").click()
            figures = shown.query_selector_all(".ta-evidence figure")
            assert len(figures) == len(claim.quotes) >= 1
            assert all(figure.is_visible() for figure in figures)
            for figure, held in zip(figures, claim.quotes, strict=True):
                article = atlas.articles[held.source].text
                whole, quote = held.passage.span, held.passage.quote
                assert need(figure, "blockquote").text_content() == article[whole.start : whole.end]
                assert need(figure, "mark").text_content() == article[quote.start : quote.end]
                text = figure.text_content() or ""
                for citation in held.direct:
                    assert f"[{citation.label}]" in text
                    assert citation.reference is not None
                    assert citation.reference.text in text
    assert counted == len(atlas.evidence.claims)


def test_a_claim_without_citation_says_so(visit: Callable[..., Page]) -> None:
    """What the article says without a citation isn't shown as if it had one."""
    page = visit("?tour=us-asia-2025&event=emperor-meeting")
    claim = page.locator("[data-claim='emperor-meeting/1']")
    claim.locator("summary").click()
    expect(claim).to_contain_text("The article cites nothing here")
    expect(claim.locator(".ta-cited")).to_have_count(0)


def test_a_nearby_citation_is_kept_apart(visit: Callable[..., Page]) -> None:
    """[19] stands in the sentence of the landing and isn't about it."""
    page = visit("?tour=us-asia-2025&event=arrival")
    claim = page.locator("[data-claim='arrival/1']")
    assert claim.locator("summary .ta-label").all_text_contents() == ["[8]"]
    claim.locator("summary").click()
    terms = claim.locator(".ta-cited dt, .ta-cited dd").all_text_contents()
    assert terms[0] == "Cited for this"
    assert terms[1].startswith("[8]")
    assert terms[2].startswith("Also cited in this sentence")
    assert terms[3].startswith("[19]")


def test_nothing_of_later_is_shown(visit: Callable[..., Page], atlas: Atlas) -> None:
    """What was learned afterwards is nowhere on the page, opened or not: its texts, its places, its
    reports' titles and links.
    """
    tour = atlas.tour
    known = {stop.place for stop in tour.stops} | {event.place for _, event in tour.events()}
    events = [event for _, event in tour.events()]
    told = [item.outcome for item in tour.stops] + [item.outcome for item in tour.legs]
    outcomes = [outcome for outcome in (*told, *(event.outcome for event in events)) if outcome]
    secret = {text for outcome in outcomes for text in (outcome.says, outcome.note) if text}
    secret |= {
        tour.places[outcome.place].name
        for outcome in outcomes
        if outcome.place and outcome.place not in known
    }
    bases = [stop.basis for stop in tour.stops] + [event.basis for event in events]
    grounds = [basis.place for basis in bases if basis.place]  # a curator may name a rival place
    rivals = " ".join(
        [*(one.note or "" for one in grounds), *(two.says for one in grounds for two in one.others)]
    )
    secret = {text for text in secret if text not in rivals}
    reports = [one for one in tour.sources.values() if isinstance(one, WebSource) and one.kind == "report"]
    secret |= {text for source in reports for text in (source.title, source.url) if text}
    assert secret
    page = visit(at(atlas))
    frame = frame_of(page)
    for stop in ("", *(stop.id for stop in tour.stops)):
        if stop:
            page.locator(f".ta-nav [data-go='{stop}']").click()
            shows(page, stop)
            settled(page)
        everything = page.content() + page.inner_text("body") + frame.content()
        assert [text for text in secret if text in everything] == []


def test_what_is_not_in_the_article_is_marked(visit: Callable[..., Page]) -> None:
    """Tokyo, which the article never names, is in italics with an asterisk in list, map and agenda; Kuala
    Lumpur isn't.
    """
    page = visit("?tour=us-asia-2025&stop=tokyo")
    expect(page.locator(".ta-nav [data-go='tokyo'] em.ta-curated")).to_contain_text("Tokyo*")
    expect(page.locator(".ta-nav [data-go='kuala-lumpur'] em")).to_have_count(0)
    expect(page.locator("h2 em.ta-curated")).to_contain_text("Tokyo*")
    frame = frame_of(page)
    names = {
        mark.get_attribute("data-stop"): mark.query_selector("b")
        for mark in frame.query_selector_all(".ta-stop")
    }
    assert names["tokyo"].text_content() == "Tokyo*"
    assert names["tokyo"].evaluate("e => getComputedStyle(e).fontStyle") == "italic"
    assert names["kuala-lumpur"].evaluate("e => getComputedStyle(e).fontStyle") == "normal"


def test_an_unknown_stop_is_named_and_nothing_breaks(visit: Callable[..., Page]) -> None:
    """A wrong address shows the whole tour and says what is wrong, with the nearest stop there is."""
    page = visit("?tour=us-asia-2025&stop=tokio")
    assert page.get_attribute("[data-agenda]", "data-agenda") == ""
    expect(page.get_by_text("This tour has no stop `tokio`; did you mean `tokyo`?")).to_be_visible()


def test_the_picker_changes_the_tour(visit: Callable[..., Page]) -> None:
    """Another tour comes by the picker: its stops, its title, its address."""
    invented = open_tour(TOURS["invented"]).tour
    page = visit("?tour=us-asia-2025&stop=tokyo")
    page.get_by_role("combobox").click()
    page.get_by_role("option", name=invented.tour.title).click()
    page.wait_for_function(
        "id => new URL(location.href).searchParams.get('tour') === id", arg=invented.tour.id
    )
    page.wait_for_selector(f".ta-nav [data-go='{invented.stops[0].id}']")
    shows(page, "")
    assert address(page) == {"tour": invented.tour.id}
    expect(page.get_by_role("heading", level=1)).to_have_text(invented.tour.title)


def test_it_fits_a_phone(atlas: Atlas, visit: Callable[..., Page]) -> None:
    """At 390 px nothing sticks out to the side, and the agenda comes before days and legend."""
    page = visit(at(atlas, stop=atlas.tour.stops[0].id), width=390, height=844)
    frame_of(page)
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
    tops = [
        page.locator(f".st-key-{name}").evaluate("one => one.getBoundingClientRect().y")
        for name in ("map-panel", "agenda", "timeline", "legend")
    ]
    assert tops == sorted(tops)


def test_a_broken_tour_is_told_line_by_line(
    browser: object, tmp_path: Path, visit: Callable[..., Page]
) -> None:
    """A tour with errors on the shelf is shown as its findings, and the others stay usable."""
    from playwright.sync_api import Browser

    from tests.browser.conftest import serve

    assert isinstance(browser, Browser)
    good = (ROOT / "tests" / "tours" / "minimal.yaml").read_text(encoding="utf-8")
    for file in (ROOT / "tests" / "tours").glob("minimal*"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "broken.yaml").write_text(good.replace("status: ", "statos: "), encoding="utf-8")
    with serve(tmp_path) as place:
        page = browser.new_page()
        page.goto(place)
        expect(page.get_by_text("This tour has errors and can’t be shown")).to_be_visible(timeout=20_000)
        expect(page.get_by_text("unknown key `statos`; did you mean `status`?").first).to_be_visible()
        page.close()
