"""The snapshot in a real Firefox, from file://: what stands in Chromium's tests holds in another's engine as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pypdfium2
import pytest
from PIL import Image

from tests.browser.firefox import Firefox, firefox
from tests.browser.test_snapshot import squeezed
from touratlas.check import Atlas
from touratlas.exports import Options
from touratlas.exports.html import make

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, real: Atlas) -> Path:
    """The snapshot of the real tour."""
    path = tmp_path_factory.mktemp("snapshot") / "tour.html"
    path.write_bytes(make(real, Options()))
    return path


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A Firefox in which animations are not wanted."""
    with firefox(tmp_path_factory.mktemp("profile"), ui_prefersReducedMotion=1) as one:
        yield one


@pytest.fixture
def page(running: Firefox, file: Path) -> Iterator[Firefox]:
    """The snapshot, opened anew; afterwards nothing but the file was asked for, and nothing went wrong."""
    running.requests.clear()
    running.complaints.clear()
    running.size(1400, 900)
    running.open("about:blank")
    running.open(file.as_uri())
    running.until("document.documentElement.dataset.ready === ''")
    yield running
    assert [url for url in running.requests if not url.startswith(("file:", "data:", "about:"))] == []
    assert running.complaints == []


def fragment(page: Firefox) -> str:
    """The address' fragment."""
    return unquote(page.value("location.hash"))


def visible(page: Firefox, selector: str) -> int:
    """How many of what a selector finds are to be seen."""
    return int(
        page.value(
            f"[...document.querySelectorAll('{selector}')].filter(one => one.getClientRects().length).length"
        )
    )


def test_stops_by_key_and_mouse(page: Firefox) -> None:
    """Arrows, a disc of the map and a row of the timeline choose a stop; back and reload keep what they should."""
    page.press("→")
    page.until("location.hash === '#stop=kuala-lumpur'")
    page.press("→")
    page.until("location.hash === '#stop=tokyo'")
    page.until("document.getElementById('stop=tokyo').getBoundingClientRect().top < innerHeight / 2")
    page.click("svg.ta-map [data-stop=gyeongju] a")
    page.until("location.hash === '#stop=gyeongju'")
    page.click(".ta-t-name [data-go=kuala-lumpur]")
    page.until("location.hash === '#stop=kuala-lumpur'")
    assert visible(page, "svg.ta-map [data-stop=kuala-lumpur] [aria-current]") == 1
    page.back()
    page.until("location.hash === '#stop=gyeongju'")
    page.reload()
    page.until("document.documentElement.dataset.ready === ''")
    assert fragment(page) == "#stop=gyeongju"
    assert visible(page, "svg.ta-map [data-stop=gyeongju] [aria-current]") == 1


def test_evidence_and_views(page: Firefox) -> None:
    """A claim opens its passage, the passage its reference, Escape returns the focus; the switch shows outcomes."""
    page.value("document.querySelector('[data-event=arrival] .ta-claim a').focus()")
    page.press("Enter")
    page.until("document.activeElement.id === 'ta-panel-title'")
    assert page.value("document.querySelector('.ta-panel mark').textContent").startswith(
        "Trump landed at Kuala"
    )
    page.value("document.querySelector('.ta-panel a[href^=\"#ref=\"]').focus()")
    page.press("Enter")
    page.until("decodeURIComponent(location.hash).includes('&open=ref=article-')")
    page.press("Escape")
    page.until("document.activeElement === document.querySelector('[data-event=arrival] .ta-claim a')")
    assert visible(page, ".ta-explore .ta-outcome") == 0
    page.click(".ta-switch li:last-child a")
    page.until("location.hash.includes('view=later')")
    assert visible(page, ".ta-explore .ta-outcome") > 10
    assert "Busan" in page.value("document.querySelector('.ta-nav').innerText")


def test_zoom_and_search(page: Firefox) -> None:
    """The wheel with Ctrl zooms the map and not the page, buttons do, and what is searched for is found."""
    scale = "document.querySelector('svg.ta-map .ta-ground').getAttribute('transform')"
    before, ratio = page.value(scale), page.value("devicePixelRatio")
    page.wheel("svg.ta-map .ta-ground", -240)
    page.until(f"{scale} !== {before!r}".replace("None", "null"))
    assert page.value("devicePixelRatio") == ratio
    wide = page.value(scale)
    page.click(".ta-map-tools .ta-button")
    page.until(f"{scale} !== {wide!r}")
    page.click(".ta-search > summary")
    page.until(
        "document.activeElement.matches('.ta-search input') || document.querySelector('.ta-search[open]')"
    )
    page.value("document.querySelector('.ta-search input').focus()")
    page.press(*"Naruhito")
    page.until("document.querySelectorAll('.ta-t-item:not(.ta-out)').length === 1")
    assert visible(page, ".ta-event") == 1


def test_presentation(page: Firefox) -> None:
    """Present: on by keys, B blanks, Escape ends it."""
    page.click(".ta-start")
    page.until("document.querySelector('.ta-present')?.getClientRects().length > 0")
    kinds = set()
    for _ in range(12):
        kinds.add(page.value("document.querySelector('.ta-present').dataset.kind"))
        page.press("→")
    assert {"where", "agenda"} <= kinds
    page.press("b")
    page.until("document.querySelector('.ta-present-blank').getClientRects().length > 0")
    page.press("b", "Escape")
    page.until("!document.querySelector('.ta-present').getClientRects().length")


def test_nothing_overflows(page: Firefox, tmp_path: Path) -> None:
    """On a phone nothing sticks out at the side; in each width a map and a timeline are to be seen, and drawn."""
    for width in (390, 768, 1400):
        page.size(width, 844)
        assert page.value("document.documentElement.scrollWidth <= innerWidth") is True
        assert visible(page, "svg.ta-map") == 1
        assert visible(page, ".ta-time") == 1
        (tmp_path / "page.png").write_bytes(page.picture())
        with Image.open(tmp_path / "page.png") as picture:
            colours = picture.convert("RGB").getcolors(maxcolors=1 << 24) or []
        assert len(colours) > 100


def test_without_a_script_on_paper(tmp_path: Path, file: Path, real: Atlas) -> None:
    """With JavaScript off in the browser, printed: every event, claim, answer and outcome is on paper."""
    with firefox(tmp_path, javascript_enabled=False) as page:
        page.open(file.as_uri())
        (tmp_path / "tour.pdf").write_bytes(page.paper())
    document = pypdfium2.PdfDocument(tmp_path / "tour.pdf")
    text = squeezed("".join(sheet.get_textpage().get_text_range() for sheet in document))
    wanted = [event.title for _, event in real.tour.events()]
    wanted += [held.claim.says for held in real.evidence.claims]
    wanted += [event.outcome.says for _, event in real.tour.events() if event.outcome and event.outcome.says]
    wanted += [question.answer for stop in real.tour.stops for question in stop.questions]
    assert len(wanted) > 50
    assert [one for one in wanted if squeezed(re.sub("\\s+", " ", one)) not in text] == []
    first = document[0].get_textpage()  # with the chart of the days, its labels where they belong
    assert _left(first, "Mon") < _left(first, "Emperor Naruhito") < _left(first, "Meeting with Takaichi")
    assert _left(first, "Sun") < _left(first, "The article stops here") < _left(first, "Tue")


def _left(sheet: Any, words: str) -> float:
    """Where on a sheet some words begin for the last time, in points from its left edge."""
    search, found = sheet.search(words), None
    while at := search.get_next():
        found = at
    assert found is not None, words
    return float(sheet.get_charbox(found[0])[0])
