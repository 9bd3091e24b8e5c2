"""Takes the pictures of the README anew: `python docs/images/take.py`, in the tests' environment."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pypdfium2
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import find  # noqa: E402
from tests.browser.conftest import QUIET, frame_of, serve  # noqa: E402
from touratlas.check import open_tour  # noqa: E402
from touratlas.exports import Options  # noqa: E402
from touratlas.exports.html import make  # noqa: E402

# Name, width, height, scheme, address, and what to open.
SHOTS = (
    ("explore-1400", 1400, 900, "light", "", ""),
    ("evidence-1400", 1400, 900, "light", "?event=arrival", "[data-claim='arrival/1'] details"),
    ("later-1400", 1400, 900, "light", "?stop=tokyo&view=later", ""),
    ("dark-1400", 1400, 900, "dark", "?stop=kuala-lumpur", ""),
    ("strip-1400", 1400, 900, "light", "?strip=1", ""),
    ("phone-390", 390, 844, "light", "", ""),
)


# The same of the snapshot: name, width, height, scheme, fragment.
SNAPSHOTS = (
    ("snapshot-1400", 1400, 900, "light", ""),
    ("snapshot-later-1400", 1400, 900, "light", "#event=takaichi-meeting&view=later"),
    ("snapshot-dark-1400", 1400, 900, "dark", "#event=arrival&open=passage=article-3302-3383"),
    ("snapshot-strip-1400", 1400, 900, "light", "#tour&strip=1"),
    ("snapshot-questions-1400", 1400, 900, "light", "#finding=article-11"),
    ("snapshot-phone-390", 390, 844, "light", "#event=arrival"),
    ("snapshot-present-1920", 1920, 1080, "light", "#tour&present=2.2"),
)


def take_snapshots(browser: Browser) -> None:
    """Pictures of the snapshot of the real tour, from its file, and of its first sheet of paper."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tour.html"
        file.write_bytes(make(open_tour(ROOT / "data" / "events.yaml"), Options()))
        for name, width, height, scheme, fragment in SNAPSHOTS:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page.goto(file.as_uri() + fragment)
            page.wait_for_selector("html[data-ready]", state="attached")
            page.wait_for_timeout(500)
            page.screenshot(path=ROOT / "docs" / "images" / f"{name}.png")
            page.pdf(path=Path(folder) / "tour.pdf", format="A4", print_background=True)
            page.close()
        sheet = pypdfium2.PdfDocument(Path(folder) / "tour.pdf")[0]
        sheet.render(scale=1.5).to_pil().save(ROOT / "docs" / "images" / "snapshot-print.png")


def take(page: Page, name: str, opened: str) -> None:
    """One picture, when map and agenda stand."""
    page.wait_for_selector("html[data-touratlas=ready] [data-agenda]")
    frame_of(page)
    page.wait_for_timeout(1500)
    if opened:
        page.eval_on_selector(opened, "one => { one.open = true }")
        page.wait_for_timeout(300)
    page.screenshot(path=ROOT / "docs" / "images" / f"{name}.png")


def main() -> None:
    """Take all of them, on the real tour."""
    with serve(ROOT / "data") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=QUIET)
        for name, width, height, scheme, query, opened in SHOTS:
            size = {"width": width, "height": height}
            context = browser.new_context(viewport=size, color_scheme="dark" if scheme == "dark" else "light")
            page = context.new_page()
            page.goto(f"{address}/{query}")
            take(page, name, opened)
            context.close()
        take_snapshots(browser)
        browser.close()


if __name__ == "__main__":
    main()
