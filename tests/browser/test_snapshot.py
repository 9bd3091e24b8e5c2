"""The snapshot in a real Chromium, from file://: all of it without a script, every interaction with one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.test_axe import violations
from tests.browser.test_hostile_text import PAYLOADS, write_poisoned
from tests.tours_generated import write_tour
from touratlas.audit.report import audit_loaded
from touratlas.audit.run import ArticleFinding
from touratlas.check import Atlas, open_tour
from touratlas.exports import Options
from touratlas.exports.html import make
from touratlas.views.article_notes import as_sentence

pytestmark = pytest.mark.xdist_group("browser")

EVENT = "#event=arrival"
# What is out of sight isn't laid out, and `innerText` then passes over it: to read all, all is laid out.
ALL = """() => {
    const sheet = document.createElement("style");
    sheet.textContent = "* { content-visibility: visible !important; }";
    document.head.append(sheet);
}"""


def flat(text: str) -> str:
    """White space as single blanks, without marks of direction."""
    return " ".join(re.sub("[\u2066-\u2069\u200e\u200f\u2060]", "", text).split())


def squeezed(text: str) -> str:
    """Without white space and hyphens, which a line's end on paper adds or takes."""
    return re.sub("[-\\s\u00ad\ufffe\x02]+", "", text)


# Rows of long lists that one template makes: the first twelve show what axe can find in all, at a tenth of the time.
MORE_OF_THE_SAME = (".ta-passages > li:nth-child(n+13)", ".ta-grounds-list > li:nth-child(n+13)")


class Desk:
    """Opens files as somebody would, and notes whatever they ask for or complain of."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._contexts: list[BrowserContext] = []

    def open(self, file: Path, fragment: str = "", *, script: bool = True, **options: Any) -> Page:
        """A page from a file; with a script when that has done its work."""
        size = options.pop("size", (1400, 900))
        viewport = {"width": size[0], "height": size[1]}
        before = options.pop("before", "")
        context = self.browser.new_context(viewport=viewport, java_script_enabled=script, **options)  # type: ignore[arg-type]
        self._contexts.append(context)
        page = context.new_page()
        if before:
            page.add_init_script(before)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(f"{file.as_uri()}{fragment}")
        if script:
            page.wait_for_selector("html[data-ready]", state="attached")
        return page

    def close(self) -> None:
        """Close all; nothing but the files themselves was asked for, and nothing went wrong."""
        for context in self._contexts:
            context.close()
        assert [url for url in self.requests if not url.startswith(("file:", "data:"))] == []
        assert self.complaints == []


@pytest.fixture
def desk(browser: Browser) -> Iterator[Desk]:
    """Somewhere to open files; afterwards nothing was requested and nothing went wrong."""
    one = Desk(browser)
    yield one
    one.close()


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory, real: Atlas) -> Path:
    """The snapshot of the real tour."""
    path = tmp_path_factory.mktemp("snapshot") / "tour.html"
    path.write_bytes(make(real, Options()))
    return path


@pytest.fixture(scope="session")
def files(
    tmp_path_factory: pytest.TempPathFactory, real: Atlas, invented: Atlas
) -> dict[str, tuple[Atlas, Path]]:
    """The snapshots of both tours, each with its atlas."""
    folder = tmp_path_factory.mktemp("snapshots")
    found = {}
    for name, atlas in (("real", real), ("invented", invented)):
        (folder / f"{name}.html").write_bytes(make(atlas, Options()))
        found[name] = (atlas, folder / f"{name}.html")
    return found


def fragment(page: Page) -> str:
    """The address' fragment."""
    return page.evaluate("decodeURIComponent(location.hash)")  # type: ignore[no-any-return]


def current(page: Page, within: str) -> list[str]:
    """What is marked as chosen in a part of the page, by its id."""
    own = "one.dataset.event || one.dataset.goEvent || one.dataset.go || one.closest('[data-stop]')?.dataset.stop"
    found: list[str] = page.eval_on_selector_all(
        f"{within} [aria-current]",
        f"all => all.map(one => {own})",
    )
    return found


# Without a script


@pytest.mark.parametrize("name", ["real", "invented"])
@pytest.mark.parametrize("size", [(1400, 900), (390, 844)])
def test_without_a_script_all_is_to_be_read(
    desk: Desk, files: dict[str, tuple[Atlas, Path]], name: str, size: tuple[int, int]
) -> None:
    """Every event, claim, note, quote, reference, outcome is visible text, and a map and a timeline are to be seen."""
    atlas, path = files[name]
    page = desk.open(path, script=False, size=size, bypass_csp=True)
    page.evaluate(ALL)
    text = flat(page.locator("body").inner_text())
    wanted = [event.title for _, event in atlas.tour.events()]
    wanted += [held.claim.says for held in atlas.evidence.claims]
    wanted += [held.claim.note for held in atlas.evidence.claims if held.claim.note]
    quotes = [quote for held in atlas.evidence.claims for quote in held.quotes]
    quotes += [quote for held in atlas.evidence.grounds.values() for quote in held]
    wanted += [quote.passage.span.of(atlas.articles[quote.source].text) for quote in quotes]
    wanted += [one.text for article in atlas.articles.values() for one in article.references]
    outcomes = [stop.outcome for stop in atlas.tour.stops] + [leg.outcome for leg in atlas.tour.legs]
    outcomes += [event.outcome for _, event in atlas.tour.events()]
    wanted += [one.says for one in outcomes if one and one.says]
    found = list(audit_loaded(atlas.loaded).of_articles)
    wanted += [as_sentence(one.message) for one in found]
    assert len(wanted) > 50
    assert [one for one in wanted if flat(one) not in text] == []
    assert page.locator(".ta-question:visible").count() == len(found)
    assert page.locator("mark:visible").count() >= len({(one.source, one.passage.quote) for one in quotes})
    assert page.locator(".ta-claim:visible").count() == len(atlas.evidence.claims)
    assert page.locator("svg.ta-map:visible").count() == 1
    stops = page.locator("svg.ta-map:visible .ta-stop a")
    assert stops.count() == len(atlas.tour.stops)
    assert page.locator(".ta-time:visible").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth") is True


def test_without_a_script_links_lead(desk: Desk, file: Path) -> None:
    """A stop of the map leads to its agenda, a claim to its passage, the passage to its reference and back."""
    page = desk.open(file, script=False)
    page.locator("svg.ta-map:visible [data-stop=tokyo] a").click()
    assert fragment(page) == "#stop=tokyo"
    expect(page.locator("[id='stop=tokyo'] h2")).to_be_in_viewport()
    page.locator("[data-event=arrival] .ta-claim a").first.click()
    assert fragment(page).startswith("#passage=article-")
    page.locator("li:target a[href^='#ref=']").first.click()
    assert fragment(page).startswith("#ref=article-")
    expect(page.locator("li:target")).to_be_in_viewport()
    page.locator("li:target a[href^='#passage=']").first.click()
    page.locator("li:target .ta-rests a").first.click()
    assert fragment(page).startswith(("#claim=", "#ground="))


# With one


def test_scrolling_chooses(desk: Desk, file: Path) -> None:
    """What the agenda shows is chosen on map and timeline, and the address says it without a new entry of history."""
    page = desk.open(file)
    before = page.evaluate("history.length")
    page.mouse.move(1200, 700)
    seen = set()
    for _ in range(25):
        page.mouse.wheel(0, 300)
        page.wait_for_timeout(80)
        seen.add(fragment(page))
    assert len({one for one in seen if one.startswith("#event=")}) > 4
    page.wait_for_timeout(300)
    chosen = fragment(page).removeprefix("#event=")
    assert chosen in current(page, ".ta-agenda")
    assert set(current(page, ".ta-time")) >= {chosen}
    stop = page.evaluate(
        "event => document.getElementById(`event=${event}`).closest('[data-agenda]').dataset.agenda", chosen
    )
    assert set(current(page, "svg.ta-map")) == {stop} - {""}
    assert page.evaluate("history.length") == before


@pytest.mark.parametrize(
    "part",
    [
        "svg.ta-map:visible [data-stop=gyeongju] a",
        ".ta-t-name [data-go=gyeongju]",
        ".ta-nav [data-go=gyeongju]",
    ],
)
def test_a_stop_is_chosen_from_any_part(desk: Desk, file: Path, part: str) -> None:
    """By mouse from map, timeline and list: all parts show it, the agenda stands there, and back leads back."""
    page = desk.open(file)
    page.locator(part).scroll_into_view_if_needed()
    page.wait_for_timeout(200)
    before = fragment(page)
    page.locator(part).click()
    assert fragment(page) == "#stop=gyeongju"
    assert set(current(page, "svg.ta-map")) == set(current(page, ".ta-nav")) == {"gyeongju"}
    assert "gyeongju" in current(page, ".ta-time")
    expect(page.locator("[id='stop=gyeongju'] h2")).to_be_in_viewport()
    page.go_back()
    page.wait_for_timeout(200)
    assert fragment(page) == before
    assert "gyeongju" not in current(page, "svg.ta-map")


def test_by_keyboard_alone(desk: Desk, file: Path) -> None:
    """Skip link, arrows from stop to stop, Enter on the map, evidence and back to where one was."""
    page = desk.open(file)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "ta-skip"
    page.keyboard.press("Enter")
    assert fragment(page) == "#tour"
    for stop in ("kuala-lumpur", "tokyo"):
        page.keyboard.press("ArrowRight")
        assert fragment(page) == f"#stop={stop}"
    page.keyboard.press("ArrowLeft")
    assert fragment(page) == "#stop=kuala-lumpur"
    page.locator("svg.ta-map:visible [data-stop=tokyo] a").focus()
    page.keyboard.press("Enter")
    assert fragment(page) == "#stop=tokyo"
    claim = page.locator("[data-event=arrival] .ta-claim a").first
    claim.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "ta-panel-title"
    page.locator(".ta-panel a[href^='#ref=']").first.focus()
    page.keyboard.press("Enter")
    assert "&open=ref=article-" in fragment(page)
    page.keyboard.press("Escape")
    expect(page.locator(".ta-panel")).to_be_hidden()
    assert claim.evaluate("one => one === document.activeElement") is True


def test_the_evidence_panel(desk: Desk, file: Path) -> None:
    """Claim → passage → reference → back, and from the passage to another claim that rests on it."""
    page = desk.open(file, EVENT)
    page.locator("[data-event=arrival] .ta-claim a").first.click()
    panel = page.locator(".ta-panel")
    expect(panel.locator("mark")).to_have_text(
        "Trump landed at Kuala Lumpur International Airport on Sunday for the ASEAN summit"
    )
    panel.locator("a[href^='#ref=']").first.click()
    expect(panel.locator("h2")).to_have_text("Reference")
    panel.get_by_role("button", name="Back").click()
    expect(panel.locator("blockquote")).to_be_visible()
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    expect(panel.locator("blockquote")).to_be_visible()
    panel.locator(".ta-rests a").last.click()
    expect(panel).to_be_hidden()
    assert fragment(page).startswith("#claim=asean")
    expect(page.locator("[id='" + fragment(page)[1:] + "']")).to_be_in_viewport()


def test_the_two_views(desk: Desk, file: Path, real: Atlas) -> None:
    """Nothing of the later view shows in the first; the switch shows it in all parts, and the address keeps it."""
    page = desk.open(file, bypass_csp=True)
    page.evaluate(ALL)
    says = [event.outcome.says for _, event in real.tour.events() if event.outcome and event.outcome.says]
    first = page.locator("main").inner_text()
    assert [one for one in says if one in first] == []
    assert "Busan" not in page.locator(".ta-explore").inner_text()
    assert page.locator(".ta-sign:visible, #later:visible").count() == 0
    page.get_by_role("link", name="What happened", exact=True).click()
    assert fragment(page) == "#tour&view=later"
    later = page.locator("main").inner_text()
    assert [one for one in says if one not in later] == []
    assert page.locator(".ta-explore .ta-outcome:visible").count() >= len(says)
    assert page.locator(".ta-time .ta-sign:visible").count() > 5
    assert "Busan" in page.locator(".ta-nav").inner_text()
    assert "Busan" in (page.locator("svg.ta-map:visible").text_content() or "")
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    page.evaluate(ALL)
    assert page.locator(".ta-explore .ta-outcome:visible").count() >= len(says)
    page.get_by_role("link", name="What the article knew").click()
    page.wait_for_timeout(50)
    assert page.locator("main").inner_text() == first


def zoom(page: Page) -> float:
    """How far the map is zoomed in."""
    found = page.locator("svg.ta-map:visible .ta-ground").first.get_attribute("transform") or "scale(1)"
    return float(found.rpartition("scale(")[2].rstrip(")"))


def test_zoom_and_pan_by_mouse_and_buttons(desk: Desk, file: Path) -> None:
    """Wheel, buttons, drag; names keep their size; fit to the stop and to the tour; a drag chooses nothing."""
    page = desk.open(file, "#stop=kuala-lumpur")
    frame = page.locator(".ta-map-frame")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box
    size = page.locator("svg.ta-map:visible .ta-disc").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(100)
    assert zoom(page) > 1.5
    grown = page.locator("svg.ta-map:visible .ta-disc").first.bounding_box()
    assert size
    assert grown
    assert abs(size["width"] - grown["width"]) < 1
    before = page.locator("svg.ta-map:visible .ta-ground").get_attribute("transform")
    address = fragment(page)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 80, box["y"] + box["height"] / 2 + 30, steps=4)
    page.mouse.up()
    assert page.locator("svg.ta-map:visible .ta-ground").get_attribute("transform") != before
    assert fragment(page) == address
    page.get_by_role("button", name="Show the whole tour").click()
    assert zoom(page) == 1
    page.get_by_role("button", name="Zoom in").click()
    assert zoom(page) == 1.5
    page.get_by_role("button", name="Zoom out").click()
    assert zoom(page) == 1
    page.get_by_role("button", name="Show the chosen stop").click()
    assert zoom(page) == 4
    expect(page.locator("svg.ta-map:visible [data-stop=kuala-lumpur] .ta-disc")).to_be_in_viewport()


def test_names_on_the_map_do_not_overlap(desk: Desk, files: dict[str, tuple[Atlas, Path]]) -> None:
    """At every zoom no country's name stands under a stop's mark or name."""
    page = desk.open(files["real"][1])
    overlaps = """() => {
        const svg = [...document.querySelectorAll('svg.ta-map')].find(one => one.getClientRects().length);
        const seen = one => one.getAttribute('visibility') !== 'hidden';
        const boxes = query => [...svg.querySelectorAll(query)].filter(seen).map(one => one.getBoundingClientRect());
        const beside = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        const stops = boxes('.ta-stop .ta-label, .ta-disc');
        return boxes('.ta-countries text').filter(one => !stops.every(other => beside(one, other))).length;
    }"""
    for _ in range(5):
        assert page.evaluate(overlaps) == 0
        page.get_by_role("button", name="Zoom in").click()


def test_zoom_and_pan_by_keyboard(desk: Desk, file: Path) -> None:
    """Plus, minus, arrows and 0, with the map focused; the page stays where it is."""
    page = desk.open(file)
    page.locator(".ta-map-frame").focus()
    page.keyboard.press("+")
    assert zoom(page) == 1.5
    before = page.locator("svg.ta-map:visible .ta-ground").get_attribute("transform")
    page.keyboard.press("ArrowRight")
    assert page.locator("svg.ta-map:visible .ta-ground").get_attribute("transform") != before
    assert fragment(page) == ""
    page.keyboard.press("0")
    assert zoom(page) == 1


def test_by_touch(desk: Desk, file: Path) -> None:
    """On a phone: the map stays above while one scrolls, a tap chooses, two fingers zoom, evidence is a sheet below."""
    page = desk.open(file, size=(390, 844), has_touch=True, is_mobile=True)
    page.locator("svg.ta-map:visible [data-stop=kuala-lumpur] a").tap()
    assert fragment(page) == "#stop=kuala-lumpur"
    page.evaluate("scrollBy(0, 1500)")
    page.wait_for_timeout(300)
    frame = page.locator(".ta-map-frame").bounding_box()
    assert frame
    page.evaluate(  # an event, and not the space between two, comes to where one reads: below the map
        "edge => scrollBy(0, [...document.querySelectorAll('.ta-event')].map(one => one.getBoundingClientRect().top)"
        ".find(top => top > edge) - edge - 40)",
        frame["y"] + frame["height"],
    )
    page.wait_for_timeout(400)
    assert abs(frame["y"]) < 2
    assert frame["height"] < 0.45 * 844
    assert fragment(page).startswith("#event=")
    touch = page.context.new_cdp_session(page)
    for kind, spread in (("touchStart", 20), ("touchMove", 40), ("touchMove", 90), ("touchEnd", 0)):
        points = [{"x": 195 + side * spread, "y": 120, "id": number} for number, side in enumerate((-1, 1))]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points if spread else []})
    assert zoom(page) > 1.5
    link = page.locator(".ta-claim a[data-panel]:visible").nth(12)
    link.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # a finger that has just zoomed, or scrolled, doesn't tap at once
    link.tap()
    expect(page.locator(".ta-panel")).to_be_visible()
    panel = page.locator(".ta-panel").bounding_box()
    assert panel
    assert panel["y"] > 200
    assert panel["y"] + panel["height"] == pytest.approx(844, abs=2)
    page.locator(".ta-panel").get_by_role("button", name="Close").tap()
    expect(page.locator(".ta-panel")).to_be_hidden()


def test_search_and_filter(desk: Desk, file: Path, real: Atlas) -> None:
    """Words, people, topics and status narrow all parts; how much is left is said; Escape clears."""
    page = desk.open(file)
    page.locator(".ta-search > summary").click()
    page.get_by_label("Search the tour").fill("emperor")
    assert page.locator(".ta-event:visible").count() == 1
    total = sum(1 for _ in real.tour.events())
    expect(page.locator(".ta-hits")).to_have_text(f"1 of {total} events")
    assert page.locator(".ta-t-item:not(.ta-out)").count() == 1
    page.get_by_label("Search the tour").fill("nobody has said this")
    expect(page.locator(".ta-hits")).to_contain_text("No event fits.")
    page.get_by_role("button", name="Clear").click()
    assert page.locator(".ta-event:visible").count() == total
    page.locator(".ta-fields").get_by_label("Who").select_option(label="Xi Jinping")
    assert page.locator(".ta-event:visible").count() == sum(
        "xi-jinping" in event.people for _, event in real.tour.events()
    )
    page.locator(".ta-fields").get_by_label("Status").select_option("reported")
    assert page.locator(".ta-event:visible").count() == 0
    page.keyboard.press("Escape")
    assert page.locator(".ta-event:visible").count() == total
    assert page.locator(".ta-search").get_attribute("open") is None


def test_questions_to_the_article(desk: Desk, file: Path) -> None:
    """Those merely worth a look are shown on request; a button or, in the article, a key leads to the next, whose words
    are marked, and which is in view; the address of a hidden one brings it back; on a phone it is the same.
    """
    page = desk.open(file, "#article", bypass_csp=True)
    asked, shown = page.locator(".ta-question"), page.locator(".ta-question:visible")
    notes, status = page.locator("[data-kind=note]"), page.locator(".ta-asking [role=status]")
    page.evaluate(ALL.replace("* {", "#article {"))
    few, every = shown.count(), asked.count()
    assert 0 < few < every
    assert page.locator(".ta-margin:visible:not(:has(.ta-question:visible))").count() == 0
    expect(status).to_have_text(f"{few} questions")
    following = page.get_by_role("button", name="Next question")
    following.click()
    expect(status).to_have_text(f"1 of {few}")
    expect(shown.first).to_be_in_viewport()
    expect(shown.first).to_have_attribute("aria-current", "true")
    following.press("Enter")
    expect(following).to_be_focused()
    expect(following).to_be_in_viewport()
    expect(status).to_have_text(f"2 of {few}")
    page.keyboard.press("n")
    expect(shown.nth(2)).to_be_focused()
    expect(page.locator(".ta-doubt[data-current]").first).to_be_in_viewport()
    page.keyboard.press("p")
    expect(shown.nth(1)).to_be_focused()
    expect(page.locator(".ta-question[aria-current]")).to_have_count(1)
    notes.press("Space")
    expect(shown).to_have_count(every)
    expect(notes).to_have_attribute("aria-pressed", "true")
    notes.press("Space")
    expect(shown).to_have_count(few)
    page.evaluate("location.hash = '#tour'")
    page.locator(".ta-nav a").first.focus()
    page.keyboard.press("n")
    expect(page.locator(".ta-question[aria-current]")).to_have_count(0)
    hidden = str(page.locator(".ta-question.ta-is-note").first.get_attribute("id"))
    other = desk.open(file, f"#{hidden}", size=(390, 844))
    expect(other.locator(f"[id='{hidden}']")).to_be_in_viewport()
    other.locator(f"[id='{hidden}'] .ta-reason a").click()
    assert fragment(other) == f"#{hidden.replace('finding', 'doubt')}"
    expect(other.locator(".ta-doubt[data-current]").first).to_be_in_viewport()
    assert other.evaluate("document.documentElement.scrollWidth <= innerWidth") is True


def test_deep_links(desk: Desk, file: Path) -> None:
    """An address opens what it names, survives a reload, and nonsense opens the page as it is."""
    page = desk.open(file, "#event=arrival&view=later")
    expect(page.locator("[data-event=arrival] h4")).to_be_in_viewport()
    assert current(page, ".ta-agenda") == ["arrival"]
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    expect(page.locator("[data-event=arrival] h4")).to_be_in_viewport()
    assert fragment(page) == "#event=arrival&view=later"
    for nonsense in (
        "#event=nothing",
        "#%E0%A4%A",
        "#event=__proto__&open=constructor&view=x",
        "#&&=&present=9.x",
    ):
        other = desk.open(file, nonsense)
        assert current(other, ".ta-agenda") == []
        assert other.locator("html").get_attribute("data-view") == "article"


def test_presentation(desk: Desk, file: Path) -> None:
    """By keys and by a clicker's: where → agenda in threes → question → answer → what happened; B, E, L, Escape."""
    page = desk.open(file, "#stop=kuala-lumpur", size=(1920, 1080))
    page.get_by_role("button", name="Present").click()
    dialog = page.locator(".ta-present")
    expect(dialog).to_be_visible()
    assert fragment(page).endswith("&present=2.1")
    expect(dialog.locator("h2.ta-stop")).to_have_text("Kuala Lumpur")
    kinds = []
    for key in ["ArrowRight", " ", "PageDown"] * 5:
        kinds.append(str(dialog.get_attribute("data-kind")))
        assert dialog.locator(".ta-slide-event").count() <= 3
        if kinds[-1] != "reveal":
            assert dialog.locator(".ta-outcome").count() == 0
        page.keyboard.press(key)
    assert list(dict.fromkeys(kinds)) == ["where", "agenda", "question", "answer", "reveal"]
    page.evaluate("location.hash = '#stop=kuala-lumpur&present=2.2'")
    page.wait_for_timeout(100)
    page.keyboard.press("e")
    assert dialog.locator("blockquote mark").count() > 0
    page.keyboard.press("e")
    assert dialog.locator("blockquote").count() == 0
    page.keyboard.press("b")
    expect(dialog.locator(".ta-present-blank")).to_be_visible()
    page.keyboard.press("b")
    expect(dialog.locator(".ta-present-blank")).to_be_hidden()
    page.keyboard.press("l")
    assert dialog.get_attribute("data-kind") == "reveal"
    page.keyboard.press("PageUp")
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert "present" not in fragment(page)


def test_presentation_plays_and_stops(desk: Desk, file: Path) -> None:
    """By itself only if asked to; any key stops it; buttons and touch go on and back."""
    page = desk.open(file, "#tour&present=1.1", size=(1280, 720))
    page.clock.install()
    dialog = page.locator(".ta-present")
    page.clock.run_for(30_000)
    assert fragment(page).endswith("present=1.1")
    dialog.get_by_role("button", name="Play").click()
    page.clock.run_for(17_000)
    assert fragment(page).endswith("present=2.2")
    page.keyboard.press("ArrowRight")
    page.clock.run_for(30_000)
    assert fragment(page).endswith("present=2.3")
    dialog.get_by_role("button", name="Back").click()
    assert fragment(page).endswith("present=2.2")
    dialog.get_by_role("button", name="Leave").click()
    expect(dialog).to_be_hidden()


def test_nothing_is_stored(desk: Desk, file: Path) -> None:
    """No cookie, no storage, after everything was used."""
    page = desk.open(file, "#event=arrival&view=later")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("[document.cookie, sessionStorage.length, localStorage.length]") == ["", 0, 0]
    assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["real", "invented"])
def test_axe(desk: Desk, files: dict[str, tuple[Atlas, Path]], name: str, scheme: str) -> None:
    """No violation: as it opens, with the panel, the filter and the later view open, presenting, on a phone."""
    _, path = files[name]
    page = desk.open(path, color_scheme=scheme, bypass_csp=True)
    page.evaluate(ALL)
    assert violations(page, ".ta-explore") == []  # the rest is the same with more on it, below
    page.locator(".ta-search > summary").click()
    page.get_by_role("link", name="What happened", exact=True).click()
    page.locator(".ta-claim a[data-panel]").first.click()
    assert violations(page, but=MORE_OF_THE_SAME) == []
    page.keyboard.press("Escape")
    for step in ("1.1", "2.1", "2.2"):
        page.evaluate(f"location.hash = '#tour&present={step}'")
        page.wait_for_timeout(100)
        assert violations(page, ".ta-present") == []  # the page behind stays as it is
    phone = desk.open(path, size=(390, 844), color_scheme=scheme, bypass_csp=True)
    phone.evaluate(ALL)
    for part in ("header", ".ta-tools", ".ta-explore"):  # the rest is the same column as on a desk
        assert violations(phone, part) == []


def test_large_text_and_little_room(desk: Desk, file: Path) -> None:
    """At 200 % zoom (half the width) and on the smallest screens nothing is wider than the page."""
    for size in ((700, 450), (320, 568)):
        page = desk.open(file, EVENT, size=size)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth") is True


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", ["real", "invented"])
def test_paper(
    desk: Desk, files: dict[str, tuple[Atlas, Path]], name: str, paper: str, tmp_path: Path
) -> None:
    """Printed from a dark screen: every event, claim, answer and address is on paper, with map and timeline."""
    atlas, path = files[name]
    page = desk.open(path, script=False, color_scheme="dark")
    page.pdf(path=tmp_path / "tour.pdf", format=paper, print_background=True)
    document = pypdfium2.PdfDocument(tmp_path / "tour.pdf")
    sheets = [sheet.get_textpage().get_text_range() for sheet in document]
    text = squeezed("".join(sheets))

    def missing(wanted: list[str]) -> list[str]:
        latin = [one for one in wanted if one.isascii() or not re.search("[\u0590-\u06ff]", one)]
        return [one for one in latin if squeezed(one) not in text]

    assert missing([event.title for _, event in atlas.tour.events()]) == []
    assert missing([held.claim.says for held in atlas.evidence.claims]) == []
    found = audit_loaded(atlas.loaded).findings
    assert missing([as_sentence(one.message) for one in found if isinstance(one, ArticleFinding)]) == []
    assert missing([question.answer for stop in atlas.tour.stops for question in stop.questions]) == []
    outcomes = [event.outcome for _, event in atlas.tour.events() if event.outcome]
    addresses = {str(getattr(atlas.tour.sources[name], "url", "")) for one in outcomes for name in one.from_}
    assert missing(sorted(addresses)) == []
    corner = document[0].render(scale=0.5).to_pil().convert("RGB").getpixel((3, 3))
    assert corner == (255, 255, 255)
    for sheet in document:
        width = sheet.get_size()[0]
        assert all(
            box[0] >= 0 and box[2] <= width + 1
            for box in (one.get_bounds() for one in sheet.get_objects(filter=[1]))
        )


@pytest.mark.parametrize("csp", [True, False], ids=["policy", "no policy"])
def test_hostile_text(desk: Desk, tmp_path: Path, csp: bool) -> None:
    """Payloads in every free text, with the page's policy and with it removed: nothing runs, all is to be read."""
    write_poisoned(tmp_path)
    text = make(open_tour(tmp_path / "hostile.yaml"), Options()).decode("utf-8")
    if not csp:
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    path = tmp_path / "hostile.html"
    path.write_text(text, encoding="utf-8")
    page = desk.open(path, "#tour&view=later", before="window.pwned = () => { window.ran = true }")
    page.emulate_media(media="print")  # where all is laid out
    seen = page.locator("body").inner_text()
    assert [payload for payload in PAYLOADS if payload not in seen] == []
    page.emulate_media(media="screen")
    for step in range(1, 8):
        page.evaluate(f"location.hash = '#tour&present=2.{step}'")
        page.wait_for_timeout(30)
    page.keyboard.press("Escape")
    page.locator(".ta-search > summary").click()
    page.locator(".ta-claim a[data-panel]").first.click()
    assert page.evaluate("[typeof pwned, window.ran]") == ["function", None]
    assert page.locator("img, iframe, object, script:not([type]):not(head script)").count() == 0


def test_a_long_tour(desk: Desk, tmp_path: Path) -> None:
    """What is out of sight isn't laid out, but is there; a tile of the overview brings its days, and its event."""
    atlas = open_tour(write_tour(tmp_path, events=300))
    path = tmp_path / "long.html"
    path.write_bytes(make(atlas, Options()))
    page = desk.open(path)
    tiles = page.locator(".ta-t-tile > a")
    title = page.locator(".ta-t-chart > .ta-t-title").first.inner_text()
    tiles.nth(30).click()
    event = str(tiles.nth(30).get_attribute("data-go-event"))
    assert fragment(page) == f"#event={event}"
    assert page.locator(".ta-t-chart > .ta-t-title").first.inner_text() != title
    assert event in current(page, ".ta-t-frame")
    expect(page.locator(f"[data-event={event}] .ta-title")).to_be_in_viewport()
    assert (
        page.locator("[data-event=event-299]").evaluate("one => getComputedStyle(one).contentVisibility")
        == "auto"
    )
    plain = desk.open(path, script=False, bypass_csp=True)
    plain.evaluate(ALL)
    text = flat(plain.locator("body").inner_text())
    assert [held.claim.says for held in atlas.evidence.claims if held.claim.says not in text] == []
