"""The strip test in a real Chromium: with it on nothing that the curator supplied can be seen or heard, in any part."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import frame_of, settled
from tests.browser.test_axe import violations
from tests.browser.test_hostile_text import PAYLOADS, write_poisoned
from tests.browser.test_snapshot import ALL, Desk, desk, files, flat, fragment
from touratlas.check import Atlas, open_tour
from touratlas.dates import show
from touratlas.exports import Options
from touratlas.exports.html import make
from touratlas.model import ArticleSource, Event, Stop

__all__ = ["desk", "files"]  # fixtures

pytestmark = pytest.mark.xdist_group("browser")
FADED = 1500  # ms until what fades is gone
BUTTON = "Strip test: hide what isn’t in the article"
SAID = """() => [document.title, ...Array.from(
    document.querySelectorAll("[aria-label], [title], [alt], option"),
    one => one.checkVisibility({ visibilityProperty: true }) || one.tagName === "OPTION"
        ? ["aria-label", "title", "alt"].map(name => one.getAttribute(name) ?? "").join(" ")
            + (one.tagName === "OPTION" ? one.textContent : "")
        : "")].join(" | ")"""


def words_of(text: str) -> set[str]:
    """The words of a text, without capitals."""
    return set(re.findall(r"\w+", text.casefold()))


def supplied(atlas: Atlas) -> set[str]:
    """What the tour shows and no article says: words of places and people, and dates as they are shown."""
    tour = atlas.tour
    known = words_of(" ".join(article.text for article in atlas.articles.values()))
    parts: list[Stop | Event] = [*tour.stops, *(event for _, event in tour.events())]
    names = [person.name for person in tour.people.values()]
    given: set[str] = set()
    dates: set[str] = set()
    for part in parts:
        for what in ("place", "when"):
            ground = getattr(part.basis, what)
            own = ground is not None and isinstance(tour.sources.get(ground.from_), ArticleSource)
            if what == "place" and part.place and not own:
                names.append(tour.places[part.place].name)
            if what == "when" and part.when:
                (given if own else dates).add(show(part.when))
            if what == "place" and part.place and own:
                known |= words_of(tour.places[part.place].name)
    return {word for word in words_of(" ".join(names)) - known if len(word) > 2} | (dates - given)


def heard(page: Page) -> str:
    """Every name and description in the accessibility tree."""
    client = page.context.new_cdp_session(page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    shown = [node for node in nodes if not node.get("ignored")]
    return " | ".join(
        str(node.get(key, {}).get("value", "")) for node in shown for key in ("name", "description")
    )


def leaks(page: Page, atlas: Atlas) -> list[str]:
    """What of the curator's is to be seen, is heard, or stands in a label."""
    found = " | ".join([page.locator("body").inner_text(), heard(page), page.evaluate(SAID)])
    text, words = flat(found), words_of(found)
    return sorted(one for one in supplied(atlas) if (one in words if one.isalnum() else one in text))


def told(page: Page) -> list[str]:
    """Every line and label of the page, in no order: a map draws what is chosen last."""
    return sorted([*page.locator("main").inner_text().split("\n"), *page.evaluate(SAID)])


def opened(page: Page) -> None:
    """Everything laid out, everything unfolded."""
    page.evaluate(ALL)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


@pytest.fixture(params=["real", "invented"])
def tour(request: pytest.FixtureRequest, files: dict[str, tuple[Atlas, Path]]) -> tuple[Atlas, Path]:
    """Either tour with its snapshot."""
    return files[request.param]


@pytest.mark.parametrize("size", [(1400, 900), (390, 844)])
def test_nothing_of_the_curators_is_seen_or_heard(
    desk: Desk, tour: tuple[Atlas, Path], size: tuple[int, int]
) -> None:
    """By keyboard on, in text, names and labels; a reload keeps it; Escape gives everything back as it was."""
    atlas, path = tour
    page = desk.open(path, size=size, bypass_csp=True)
    opened(page)
    before = told(page)
    assert leaks(page, atlas)
    button = page.get_by_role("button", name=BUTTON)
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert "strip=1" in fragment(page)
    expect(page.locator("[role=status]").last).to_contain_text("How much of what you just believed")
    expect(page.locator(".ta-strip-top")).to_contain_text("The article itself gives")
    page.wait_for_timeout(FADED)
    assert leaks(page, atlas) == []
    assert "hidden: not in the article" in heard(page)
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    opened(page)
    page.wait_for_timeout(FADED)
    assert leaks(page, atlas) == []
    page.keyboard.press("Escape")
    expect(page.locator(".ta-strip-top")).to_be_hidden()
    expect(page.locator("[role=status]").last).to_contain_text("off")
    page.wait_for_timeout(FADED)
    assert told(page) == before


def test_tokyo_vanishes_from_the_map(desk: Desk, files: dict[str, tuple[Atlas, Path]]) -> None:
    """With its legs, by a finger; the article's place stays, no key or button leads to where the others were."""
    page = desk.open(files["real"][1], "#stop=tokyo", size=(390, 844), has_touch=True)
    page.get_by_role("button", name=BUTTON).tap()
    stops = page.locator("svg.ta-map:visible .ta-stop")
    expect(stops.locator("visible=true")).to_have_count(1)
    assert stops.locator("visible=true").get_attribute("data-stop") == "kuala-lumpur"
    expect(page.locator("svg.ta-map:visible .ta-legs path:visible")).to_have_count(0)
    expect(page.locator("svg.ta-map:visible .ta-far:visible")).to_have_count(0)
    expect(page.get_by_role("button", name="Show the chosen stop")).to_be_disabled()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".ta-nav [data-go=gyeongju]")).to_have_attribute("aria-current", "true")
    assert "&strip=1" in fragment(page)
    assert (
        page.locator("svg.ta-map:visible .ta-ground").get_attribute("transform") == "translate(0 0) scale(1)"
    )
    expect(page.locator("[role=status]").last).to_have_text("place not in the article chosen")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth") is True


def test_back_and_the_other_view(desk: Desk, files: dict[str, tuple[Atlas, Path]]) -> None:
    """Back undoes it; what happened isn't in the article, so with the test on it doesn't show, and comes back."""
    page = desk.open(files["real"][1], "#stop=tokyo&view=later")
    expect(page.locator(".ta-outcome:visible").first).to_be_visible()
    page.get_by_role("button", name=BUTTON).click()
    assert fragment(page) == "#stop=tokyo&view=later&strip=1"
    expect(page.locator(".ta-outcome:visible, .ta-time .ta-sign:visible")).to_have_count(0)
    page.go_back()
    assert fragment(page) == "#stop=tokyo&view=later"
    expect(page.locator(".ta-outcome:visible").first).to_be_visible()
    expect(page.get_by_role("button", name=BUTTON)).to_have_attribute("aria-pressed", "false")
    page.go_forward()
    expect(page.locator(".ta-strip-top")).to_be_visible()
    page.get_by_role("link", name="What happened", exact=True).click()
    assert fragment(page) == "#stop=tokyo&view=later"


def test_search_finds_nothing_hidden(desk: Desk, files: dict[str, tuple[Atlas, Path]]) -> None:
    """A word that is hidden is in no event; one of the article's is."""
    page = desk.open(files["real"][1], "#tour&strip=1")
    page.locator(".ta-search > summary").click()
    box = page.get_by_label("Search the tour")
    box.fill("yokosuka")
    expect(page.locator(".ta-hits")).to_contain_text("No event fits")
    box.fill("naruhito")
    expect(page.locator(".ta-hits")).to_contain_text("1 of")
    box.press("Escape")
    assert "strip=1" in fragment(page)


@pytest.mark.parametrize("name", ["real", "invented"])
def test_a_presentation_under_the_test(desk: Desk, files: dict[str, tuple[Atlas, Path]], name: str) -> None:
    """S switches it on and off; no slide shows anything hidden, and none what happened later."""
    atlas, path = files[name]
    page = desk.open(path, "#tour&present=1.1")
    page.keyboard.press("s")
    assert "strip=1" in fragment(page)
    expect(page.locator(".ta-present-note")).to_contain_text("How much of what you just believed")
    page.wait_for_timeout(FADED)
    hidden, seen = supplied(atlas), set()
    for _ in range(60):
        seen.add(fragment(page))
        text = flat(page.locator(".ta-present").inner_text() + heard(page))
        assert [one for one in hidden if (one in words_of(text) if one.isalnum() else one in text)] == []
        expect(page.locator(".ta-slide .ta-outcome")).to_have_count(0)
        page.keyboard.press("ArrowRight")
        if fragment(page) in seen:
            break
    assert len(seen) > len(atlas.tour.stops)
    page.keyboard.press("l")
    expect(page.locator(".ta-present-note")).to_contain_text("Strip test on")
    page.keyboard.press("s")
    assert "strip" not in fragment(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(desk: Desk, tour: tuple[Atlas, Path], scheme: str) -> None:
    """With the test on."""
    page = desk.open(tour[1], "#tour&strip=1", color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    opened(page)
    assert violations(page) == []


def test_paper_shows_it_stripped(desk: Desk, files: dict[str, tuple[Atlas, Path]], tmp_path: Path) -> None:
    """Printed with the test on, no page has a hidden word; the question is on it."""
    atlas, path = files["real"]
    page = desk.open(path, "#tour&strip=1")
    page.wait_for_timeout(FADED)
    page.pdf(path=tmp_path / "tour.pdf", format="A4")
    document = pypdfium2.PdfDocument(tmp_path / "tour.pdf")
    text = flat(" ".join(one.get_textpage().get_text_range() for one in document))
    assert [one for one in supplied(atlas) if (one in words_of(text) if one.isalnum() else one in text)] == []
    assert "How much of what you just believed" in text
    assert "Meeting with Emperor Naruhito" in text


def test_without_a_script_it_is_a_list(desk: Desk, tour: tuple[Atlas, Path]) -> None:
    """Linked from the contents, folded, complete; with a script the button takes its place."""
    atlas, path = tour
    page = desk.open(path, script=False)
    expect(page.get_by_role("button", name=BUTTON)).to_have_count(0)
    page.locator(".ta-toc a[href='#strip']").click()
    section = page.locator("#strip")
    expect(section).to_be_in_viewport()
    section.locator("summary").click()
    text = flat(section.inner_text())
    assert [one for one in supplied(atlas) if (one in words_of(text) if one.isalnum() else one in text)] == []
    assert section.locator("ul > li:visible").count() == sum(1 for _ in atlas.tour.events())
    expect(section).to_contain_text("How much of what you just believed did the article say?")
    page = desk.open(path)
    expect(page.locator("#strip, .ta-toc a[href='#strip']").locator("visible=true")).to_have_count(0)


def test_hostile_text_stays_text(desk: Desk, tmp_path: Path) -> None:
    """Payloads in names that the test cuts and puts into labels run nothing, and come back word for word."""
    page = desk.open(
        _poisoned(tmp_path), "#tour&strip=1", before="window.pwned = () => { window.ran = true }"
    )
    page.wait_for_timeout(FADED)
    page.keyboard.press("Escape")
    page.get_by_role("button", name=BUTTON).click()
    page.keyboard.press("Escape")
    assert page.evaluate("[typeof pwned, window.ran]") == ["function", None]
    assert page.locator("body img, body iframe, body a[href^='javascript']").count() == 0
    assert any(flat(one) in flat(page.locator("body").inner_text()) for one in PAYLOADS)


def _poisoned(folder: Path) -> Path:
    write_poisoned(folder)
    atlas = open_tour(folder / "hostile.yaml")
    (folder / "poisoned.html").write_bytes(make(atlas, Options()))
    return folder / "poisoned.html"


# On Explore


def on_map(frame: Any) -> list[str]:
    """The ids of the stops on the map."""
    found: list[str] = frame.eval_on_selector_all(".ta-stop", "all => all.map(one => one.dataset.stop)")
    return found


def app_leaks(page: Page, frame: Any, atlas: Atlas) -> list[str]:
    """What of the curator's is to be seen on the page or on its map, is heard, or stands in a label."""
    found = [page.locator("body").inner_text(), heard(page), page.evaluate(SAID)]
    found += [frame.locator("body").inner_text(), frame.evaluate(SAID)]
    text, words = flat(" | ".join(found)), words_of(" | ".join(found))
    return sorted(one for one in supplied(atlas) if (one in words if one.isalnum() else one in text))


def test_explore_is_stripped(visit: Callable[..., Page], real: Atlas) -> None:
    """By keyboard, without a new map; another choice keeps it, axe finds nothing, and off brings Tokyo back."""
    page = visit("?tour=us-asia-2025&stop=tokyo")
    frame = frame_of(page)
    frame.evaluate("window.kept = true")
    assert "Tokyo" in app_leaks(page, frame, real) or "tokyo" in app_leaks(page, frame, real)
    switch = page.get_by_role("switch", name="Strip test").or_(
        page.get_by_role("checkbox", name="Strip test")
    )
    switch.focus()
    page.keyboard.press("Space")
    expect(page.locator(".ta-strip-top")).to_contain_text("The article itself gives two of five places")
    settled(page)
    assert "stop=tokyo" in page.url
    assert "strip=1" in page.url
    page.wait_for_timeout(FADED)
    assert app_leaks(page, frame, real) == []
    assert on_map(frame) == ["kuala-lumpur"]
    assert violations(page) == []
    assert violations(frame) == []
    page.locator(".ta-nav [data-go='gyeongju']").click()
    page.wait_for_selector("[data-agenda=gyeongju]")
    settled(page)
    assert "strip=1" in page.url
    page.wait_for_timeout(FADED)
    assert app_leaks(page, frame, real) == []
    page.get_by_role("link", name="What happened").click()
    expect(page.locator(".ta-strip-top")).to_have_count(0)
    settled(page)
    assert "strip" not in page.url
    assert len(on_map(frame)) == len(real.tour.stops)
    assert frame.evaluate("window.kept") is True


def test_an_address_under_the_test(visit: Callable[..., Page], invented: Atlas) -> None:
    """On a phone, in the dark: the address alone strips; switched off, all is there, with the stop that was chosen."""
    page = visit(
        f"?tour={invented.tour.tour.id}&stop=suva&strip=1", width=390, height=844, color_scheme="dark"
    )
    frame = frame_of(page)
    page.wait_for_timeout(FADED)
    assert app_leaks(page, frame, invented) == []
    assert violations(page) == []
    page.locator(".st-key-strip label").first.click()
    expect(page.locator(".ta-strip-top")).to_have_count(0)
    settled(page)
    assert "stop=suva" in page.url
    assert "strip" not in page.url
    assert app_leaks(page, frame, invented)
