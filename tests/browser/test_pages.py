"""Protects the pages beside Explore: the article with its questions, and the exports; and the way between them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import ROOT, Visitor, serve
from tests.browser.test_axe import violations
from tests.browser.test_explore import TOURS, address
from touratlas.audit.report import audit_loaded
from touratlas.check import Atlas, open_tour
from touratlas.exports import FORMATS, Options
from touratlas.finding import Severity

pytestmark = pytest.mark.xdist_group("browser")
Open = Callable[..., Page]
ARTICLE, EXPORT = ".ta-article", ".stDownloadButton"


@pytest.fixture(params=sorted(TOURS), scope="module")
def atlas(request: pytest.FixtureRequest) -> Atlas:
    """Each of both tours."""
    return open_tour(TOURS[request.param])


def letters(text: str) -> str:
    """A text's letters and digits alone: without white space, and without the marks and addresses of Markdown links."""
    return re.sub(r"[\W_]+", "", re.sub(r"\]\([^)]*\)", "", text))


def article(visit: Open, atlas: Atlas, **options: object) -> Page:
    """The page with the article of a tour."""
    return visit(f"article?tour={atlas.tour.tour.id}", ready=ARTICLE, **options)


def test_the_whole_article_is_there_word_for_word(atlas: Atlas, visit: Open) -> None:
    """Every sentence of the article can be read, and every passage that the tour rests on is marked."""
    page = article(visit, atlas)
    (text,) = (held.text for held in atlas.articles.values())
    shown = letters("".join(page.locator(".ta-article .ta-words").all_text_contents()))
    for held in atlas.articles.values():
        for sentence in held.sentences:
            assert letters(text[sentence.span.start : sentence.span.end]) in shown
    used = {
        number
        for mark in page.locator("mark[data-passages]").all()
        for number in (mark.get_attribute("data-passages") or "").split()
    }
    quotes = sum(len(claim.quotes) for claim in atlas.evidence.claims)
    quotes += sum(len(held) for path, held in atlas.evidence.grounds.items() if "basis" in path)
    assert len(used) >= len(
        {quote.passage.quote for claim in atlas.evidence.claims for quote in claim.quotes}
    )
    assert len(used) <= quotes


def test_questions_stand_beside_their_passage_and_can_be_chosen(visit: Open) -> None:
    """Certain and probable findings are asked at first, without codes; the others on request; codes for curators."""
    atlas = open_tour(TOURS["real"])
    found = list(audit_loaded(atlas.loaded).of_articles)
    page = article(visit, atlas)
    sure = [one for one in found if one.severity is not Severity.NOTE]
    expect(page.locator(".ta-question")).to_have_count(len(sure))
    assert "A301" not in page.inner_text(".ta-article")
    page.get_by_role("button", name="Worth a look").click()
    expect(page.locator(".ta-question")).to_have_count(len(found))
    page.get_by_text("For curators").click()
    expect(page.locator(".ta-article")).to_contain_text("A301")


def test_from_passage_to_event_and_from_citation_to_reference(visit: Open) -> None:
    """A used passage leads to its event on Explore; a citation to its entry, and the entry back."""
    page = article(visit, open_tour(TOURS["real"]))
    cite = page.locator("a.ta-cite").first
    target = (cite.get_attribute("href") or "").removeprefix("#")
    cite.click()
    expect(page.locator(f"[id='{target}']")).to_be_in_viewport()
    assert (
        page.locator(f".ta-row-reference:has([id='{target}']) a, .ta-row-reference[id='{target}'] a").count()
        >= 1
    )
    uses = page.locator(".ta-uses").first
    uses.locator("summary").click()
    uses.locator("a").first.click()
    page.wait_for_selector("[data-agenda]")
    assert address(page)["tour"] == "us-asia-2025"
    expect(page.locator(f"[data-event='{address(page)['event']}'], [data-agenda='']").first).to_be_visible()


def test_the_pages_lead_to_each_other_and_keep_the_tour(visit: Open) -> None:
    """From Explore to the article and on to the exports, with the tour that was chosen."""
    invented = open_tour(TOURS["invented"]).tour
    page = visit(f"?tour={invented.tour.id}")
    page.locator(".stPageLink", has_text="Article").click()
    page.wait_for_selector(ARTICLE)
    expect(page.get_by_role("heading", level=1).first).to_have_text(invented.tour.title)
    page.locator(".stPageLink", has_text="Export").click()
    page.wait_for_selector(EXPORT)
    assert address(page)["tour"] == invented.tour.id
    expect(page.get_by_role("heading", level=1)).to_have_text(invented.tour.title)


def test_a_download_is_the_export(visit: Open, tmp_path: Path) -> None:
    """Of every format, the file that a reader gets is byte for byte what the command line writes."""
    atlas = open_tour(TOURS["real"])
    page = visit(f"export?tour={atlas.tour.tour.id}", ready=EXPORT)
    for form in FORMATS:
        with page.expect_download() as waiting:
            page.get_by_role("button", name=f"Download {form.name}", exact=True).click()
        target = tmp_path / form.name
        waiting.value.save_as(target)
        assert waiting.value.suggested_filename == f"{atlas.tour.tour.id}{form.suffix}"
        assert target.read_bytes() == form.make(atlas, Options())
    page.locator(".st-key-export-students label").first.click()
    expect(page.get_by_role("button", name="Download geojson", exact=True)).to_have_count(0)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download all", exact=True).click()
    assert waiting.value.suggested_filename == f"{atlas.tour.tour.id}-students.zip"
    waiting.value.save_as(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.namelist() == [
            f"{atlas.tour.tour.id}{form.suffix}" for form in FORMATS if form.students
        ]


def preview(page: Page, name: str) -> Locator:
    """Open the preview of a format and wait for it."""
    page.locator(f".st-key-preview-{name} summary").click()
    box = page.locator(f".st-key-preview-{name}")
    expect(box.locator(".ta-preview")).to_be_visible(timeout=30_000)  # the file is made for it
    return box


def test_a_preview_shows_the_file(visit: Open) -> None:
    """Made when it is opened: a picture that is drawn, a page, the beginning of a text, what a ZIP holds."""
    page = visit("export?tour=us-asia-2025", ready=EXPORT)
    expect(page.locator(".ta-preview")).to_have_count(0)
    for name in ("mapsvg", "worksheet"):
        picture = preview(page, name).locator("img")
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("one => one.naturalWidth") > 400
        assert picture.get_attribute("alt")
    expect(preview(page, "csv").locator("code")).to_contain_text("id,title,kind")
    expect(preview(page, "html")).to_contain_text("double click")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize(("path", "ready"), [("article", ARTICLE), ("export", EXPORT)])
def test_axe_finds_nothing(visit: Open, path: str, ready: str, width: int, scheme: str) -> None:
    """No violation of ours on either page, nothing sticks out to the side."""
    page = visit(f"{path}?tour=us-asia-2025", ready=ready, width=width, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('.ta details').forEach(one => { one.open = true })")
    for name in ("timelinesvg", "csv") if path == "export" else ():
        preview(page, name)
    assert violations(page) == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width


def test_a_server_may_be_opened_at_any_page_first(browser: Browser) -> None:
    """A link to the article that is the first that a server ever hears of shows the page whole, with the way on."""
    with serve(ROOT / "data") as address:
        visitor = Visitor(browser, address)
        page = visitor.open("article?tour=us-asia-2025", ready=ARTICLE)
        expect(page.locator(".stPageLink", has_text="Export")).to_be_visible()
        assert page.url.startswith(f"{address}/article")
        visitor.close()
