"""Takes the pictures of the README anew: `python docs/images/take.py`, in the tests' environment."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import find  # noqa: E402
from tests.browser.conftest import QUIET, frame_of, serve  # noqa: E402

# Name, width, height, scheme, address, and what to open.
SHOTS = (
    ("explore-1400", 1400, 900, "light", "", ""),
    ("evidence-1400", 1400, 900, "light", "?event=arrival", "[data-claim='arrival/1'] details"),
    ("later-1400", 1400, 900, "light", "?stop=tokyo&view=later", ""),
    ("dark-1400", 1400, 900, "dark", "?stop=kuala-lumpur", ""),
    ("phone-390", 390, 844, "light", "", ""),
)


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
        browser.close()


if __name__ == "__main__":
    main()
