"""The later view's signs in a real browser, on both tours and on one of which much came otherwise than planned; the
legend; and the list by day on a phone.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Visitor, frame_of, serve
from tests.browser.test_axe import violations
from touratlas.check import Atlas, open_tour
from touratlas.views.links import QueryLinks
from touratlas.views.timeline import ItemView, timeline
from touratlas.words import View

pytestmark = pytest.mark.xdist_group("browser")
Open = Callable[..., Page]

# What reports give in the invented tour, and what they give here: a day, an hour and days later than planned.
MOVED = {
    "id: invented-pacific-2031": "id: moved",
    "Invented for testing: the Tide": "Not as planned: the Tide",
    'when: "2031-05-06T14:00/16:00"': 'when: "2031-05-07"',
    'when: "2031-05-07T11:00+13:00"': 'when: "2031-05-08T11:00+13:00"',
    'apia.html\n    published: "2031-05-07"': 'apia.html\n    published: "2031-05-08"',  # no report is older than it
    'nothing was signed.\n          when: "2031-05-08"': 'nothing was signed.\n          when: "2031-05-12"',
}
BOX = "const box = one => { const b = one.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };"
# Left, top, right and bottom of every mark and label of the grid.
BOXES = f"""() => {{ {BOX}
    return [...document.querySelectorAll('.ta-t-item .ta-t-bar, .ta-t-item .ta-t-label')].map(box); }}"""
# The same of every sign and of the label that it stands in.
SIGNS = f"""() => {{ {BOX}
    const signs = [...document.querySelectorAll('.ta-t-label > .ta-sign')];
    return signs.map(one => [box(one), box(one.parentElement)]); }}"""
# Of every link of the list its height and how far its mark's middle is from the rail of its day.
ROWS = """() => [...document.querySelectorAll('.ta-days > ol > li:not(.ta-undated) a')].map(one => {
    const day = one.closest('ol > li');
    const rail = day.getBoundingClientRect().left + parseFloat(getComputedStyle(day, '::before').left) + 1;
    const mark = one.querySelector('.ta-mark').getBoundingClientRect();
    return [one.getBoundingClientRect().height, Math.abs(mark.left + mark.width / 2 - rail)];
})"""
# Waits until the timeline keeps its place: styles and columns come after it and move it.
STILL = """async () => {
    for (let place = '', last = null; place !== last;) {
        last = place;
        await new Promise(done => setTimeout(done, 400));
        place = JSON.stringify(document.querySelector('.ta-time').getBoundingClientRect());
    }
}"""
# The gaps of the rail between one day and the next.
GAPS = """() => { const days = [...document.querySelectorAll('.ta-days > ol > li:not(.ta-undated)')]
    .map(one => one.getBoundingClientRect());
    return days.slice(1).map((one, at) => one.top - days[at].bottom); }"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both tours, and the invented one with outcomes on other days than planned."""
    home = tmp_path_factory.mktemp("signs")
    folder = home / "tours"
    folder.mkdir()
    shutil.copy(ROOT / "data" / "events.yaml", folder)
    shutil.copytree(ROOT / "seeds", home / "seeds")
    for file in (ROOT / "tests" / "tours").glob("pacific*"):
        shutil.copy(file, folder)
    text = (folder / "pacific.yaml").read_text(encoding="utf-8")
    for old, new in MOVED.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    (folder / "moved.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def address(shelf: Path) -> Iterator[str]:
    """The app with the three tours."""
    with serve(shelf) as found:
        yield found


@pytest.fixture
def see(browser: Browser, address: str) -> Iterator[Open]:
    """A page of that app; afterwards nothing foreign was asked for and nothing went wrong."""
    visitor = Visitor(browser, address)
    yield visitor.open
    visitor.close()


@pytest.fixture(scope="module", params=["events", "moved"])
def atlas(request: pytest.FixtureRequest, shelf: Path) -> Atlas:
    """The real tour, and the one of which much came otherwise."""
    return open_tour(shelf / f"{request.param}.yaml")


def later(see: Open, atlas: Atlas, **options: object) -> Page:
    """The later view of a tour, when nothing on the page grows any more."""
    page = see(f"?tour={atlas.tour.tour.id}&view=later", **options)
    frame_of(page)
    page.evaluate(STILL)
    return page


def items(atlas: Atlas) -> list[ItemView]:
    """What is on the grid in the later view."""
    grid = timeline(atlas, QueryLinks("x", View.LATER)).grid
    assert grid is not None
    return list(grid.items)


@pytest.mark.parametrize("width", [1400, 1000])
def test_nothing_covers_anything(atlas: Atlas, see: Open, width: int) -> None:
    """Marks of the article, marks of reports and labels with their signs are apart and whole, in both layouts."""
    page = later(see, atlas, width=width)
    boxes = page.evaluate(BOXES)
    assert len(boxes) == sum(2 + bool(one.moved) for one in items(atlas))
    for one, other in combinations(boxes, 2):
        beside = one[2] <= other[0] + 0.5 or other[2] <= one[0] + 0.5
        assert beside or one[3] <= other[1] + 0.5 or other[3] <= one[1] + 0.5
    frame = page.locator(".ta-t-frame").bounding_box()
    assert frame is not None
    for left, top, right, bottom in boxes:
        assert frame["x"] <= left <= right <= frame["x"] + frame["width"] + 1
        assert frame["y"] <= top <= bottom <= frame["y"] + frame["height"] + 1
    signs = page.evaluate(SIGNS)
    assert len(signs) == sum(bool(one.outcome) for one in items(atlas))
    for sign, label in signs:
        assert label[0] <= sign[0] <= sign[2] <= label[2]
        assert label[1] <= sign[1] <= sign[3] <= label[3] + 0.5
    cut = "() => [...document.querySelectorAll('.ta-t-label')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
    assert page.evaluate(cut) == 0
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width


@pytest.mark.parametrize("width", [1400, 1000])
def test_marks_of_reports_stand_on_their_days(see: Open, shelf: Path, width: int) -> None:
    """Wherever a label stands: what reports give fills its day or stands at its hour, and a line joins it to the
    article's mark, which is where it is in the article's view.
    """
    atlas = open_tour(shelf / "moved.yaml")
    page = later(see, atlas, width=width)
    days = page.locator(".ta-t-days").bounding_box()
    assert days is not None
    moved = [one for one in items(atlas) if one.moved]
    assert len(moved) == 4
    for one in moved:
        assert one.moved is not None
        link = page.locator(f".ta-t-item[data-go-event='{one.id}']")
        for bar, band in ((".ta-t-bar >> nth=0", one.band), (".ta-t-moved > .ta-t-bar", one.moved.band)):
            box = link.locator(bar).bounding_box()
            assert box is not None
            start = days["x"] + days["width"] * band.x / 100
            if band.lozenge:
                assert abs(box["x"] + box["width"] / 2 - start) <= 2
            else:
                assert abs(box["x"] - start) <= 3
                assert abs(box["width"] - days["width"] * band.width / 100) <= 4
        join = link.locator(".ta-t-join").bounding_box()
        assert join is not None
        assert abs(join["x"] - days["x"] - days["width"] * one.moved.x / 100) <= 2
        assert abs(join["width"] - days["width"] * one.moved.width / 100) <= 2


def test_a_click_on_what_reports_give_chooses_the_event(see: Open, shelf: Path) -> None:
    """Both marks of an event are one link."""
    page = later(see, open_tour(shelf / "moved.yaml"))
    page.locator("[data-go-event='suva-signing'] .ta-t-moved > .ta-t-bar").click()
    page.wait_for_selector("[data-agenda='suva-again'][data-view=later]")
    link = page.locator(".ta-t-item[data-go-event='suva-signing']")
    expect(link).to_have_attribute("aria-current", "true")


@pytest.mark.parametrize("view", ["article", "later"])
def test_the_legend_is_three_short_lines(atlas: Atlas, see: Open, view: str) -> None:
    """Beside a desk's map it takes three lines of 20 px at most; on a phone what isn't shown there isn't explained."""
    page = see(f"?tour={atlas.tour.tour.id}&view={view}")
    box = page.locator(".ta-legend ul").evaluate("one => one.parentElement.clientHeight")
    assert box <= 3 * 20 + 8
    assert page.locator(".ta-l-stay").is_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".ta-l-stay")).to_be_hidden()
    expect(page.locator(".ta-legend .ta-mark").first).to_be_visible()


@pytest.mark.parametrize("view", ["article", "later"])
def test_the_list_on_a_phone(atlas: Atlas, see: Open, view: str) -> None:
    """Behind the map: an unbroken rail with the marks on it, entries that a finger hits, the article's edge across."""
    page = see(f"?tour={atlas.tour.tour.id}&view={view}", width=390, height=844)
    expect(page.locator(".ta-t-list .ta-days")).to_be_visible()
    rows = page.evaluate(ROWS)
    assert rows
    assert min(height for height, _ in rows) >= 44
    assert max(away for _, away in rows) <= 1
    assert max(page.evaluate(GAPS)) <= 1
    rule = page.locator(".ta-stops-here")
    assert rule.evaluate("one => getComputedStyle(one).borderTopWidth") == "2px"
    expect(rule).to_contain_text("The article stops here")
    places = [page.locator(f".st-key-{name}").bounding_box() for name in ("map-panel", "timeline", "agenda")]
    tops = [place["y"] for place in places if place]
    assert tops == sorted(tops)
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing(atlas: Atlas, see: Open, width: int, scheme: str) -> None:
    """No violation of ours in the later view, everything opened: of each the whole tour, and a stop of the one that
    `test_axe` doesn't see.
    """
    stops = ("", f"&stop={atlas.tour.stops[-1].id}") if atlas.tour.tour.id == "moved" else ("",)
    for stop in stops:
        page = see(f"?tour={atlas.tour.tour.id}&view=later{stop}", width=width, color_scheme=scheme)
        frame_of(page)
        page.evaluate("document.querySelectorAll('.ta details').forEach(one => { one.open = true })")
        page.wait_for_selector("[data-stale=true]", state="detached")  # what Streamlit fades while it works
        page.wait_for_timeout(400)
        assert violations(page) == []
