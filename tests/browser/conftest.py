"""A real Chromium and a real Streamlit server, with every foreign request blocked and counted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import find
from tests.serving import free_port, wait_for
from tests.tours_generated import write_tour

ROOT = Path(__file__).parents[2]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Every host but this machine is blocked in the browser itself: a route through Playwright does the same, but turns
    # the browser's cache off and takes each of Streamlit's many files through Python, a second and more a page.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
EXPLORE = "html[data-touratlas=ready] [data-agenda]"  # what stands when the first page does
# What Chromium says of Streamlit's own frames and probes, and not of our pages: opened at another page than the first,
# Streamlit looks for its server below that page's address before it finds it.
NOT_OURS = ("Unrecognized feature", "allow-scripts and allow-same-origin", "status of 404 (Not Found)")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once for the whole run."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=QUIET)
        chromium.new_context()  # the window that tests share
        yield chromium
        chromium.close()


@contextmanager
def serve(tours: Path) -> Iterator[str]:
    """The app on a free port, showing the tours of a folder; gives its address."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    environment = {**os.environ, "TOURATLAS_TOURS": str(tours)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def shelf_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the real tour, the invented one and a generated one of 300 events, each with its article."""
    home = tmp_path_factory.mktemp("shelf")
    folder = home / "tours"
    folder.mkdir()
    shutil.copy(ROOT / "data" / "events.yaml", folder / "events.yaml")
    shutil.copytree(ROOT / "seeds", home / "seeds")
    for file in (ROOT / "tests" / "tours").glob("pacific*"):
        shutil.copy(file, folder / file.name)
    write_tour(folder)
    return folder


@pytest.fixture(scope="session")
def app(shelf_folder: Path) -> Iterator[str]:
    """The app with the three tours on its shelf: one server for all tests."""
    with serve(shelf_folder) as address:
        yield address


@dataclass
class Watch:
    """What a page did: requests to anywhere but our server, and what it complained of."""

    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


class Visitor:
    """Opens pages of the app as somebody would, and watches them."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.watch = Watch()
        self.before = ""  # a script that runs in every frame before the page's own
        self._pages: list[Page] = []
        self._contexts: list[BrowserContext] = []

    def open(
        self, query: str = "", *, width: int = 1400, height: int = 900, ready: str = EXPLORE, **options: Any
    ) -> Page:
        """A page of the app, when `ready` is to be seen and the server is at rest."""
        page = self._page(width, height, options)
        self._pages.append(page)
        page.set_default_timeout(40_000)
        page.on("request", lambda request: self._asked(request.url))
        page.on("websocket", lambda socket: self._asked(socket.url))
        page.on("console", lambda message: self._complaint(message.type, message.text))
        page.on("pageerror", lambda error: self.watch.complaints.append(str(error)))
        page.goto(self.address + "/" + query)
        page.wait_for_selector(ready)
        settled(page)
        return page

    def _page(self, width: int, height: int, options: dict[str, Any]) -> Page:
        """A page in the one window that all tests share (a window each costs Chromium a second), or in one of its
        own where a script has to run before the page's.
        """
        scheme = options.pop("color_scheme", "light")
        if self.before or options:
            context = self.browser.new_context(**options)
            self._contexts.append(context)
            if self.before:
                context.add_init_script(self.before)
        else:
            context = self.browser.contexts[0] if self.browser.contexts else self.browser.new_context()
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        return page

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, self.address.replace("http", "ws"), "data:", "blob:")):
            self.watch.foreign.append(url)

    def _complaint(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"} and not any(part in text for part in NOT_OURS):
            self.watch.complaints.append(text)

    def close(self) -> None:
        """Close all pages, and fail if one of them asked for anything or complained."""
        for page in self._pages:
            page.close()
        for context in self._contexts:
            context.close()
        assert self.watch.foreign == []
        assert self.watch.complaints == []


@pytest.fixture
def visit(browser: Browser, app: str) -> Iterator[Callable[..., Page]]:
    """`visit("?stop=tokyo", width=390)`: a page of the app; afterwards nothing foreign was asked for and
    nothing went wrong.
    """
    visitor = Visitor(browser, app)
    yield visitor.open
    visitor.close()


def settled(page: Page) -> None:
    """Wait until Streamlit's script has ended and nothing of the page is faded any more: what a reader sees as the
    page being there. The map's first report makes Streamlit run once more, and moves what is below it.
    """
    page.wait_for_selector(".stApp[data-test-script-state=notRunning]")
    page.wait_for_selector("[data-stale=true]", state="detached")


def frame_of(page: Page) -> Any:
    """The frame in which streamlit-folium draws the map, when the marks stand."""
    page.wait_for_selector("iframe[title*='st_folium']")
    for _ in range(100):
        for frame in page.frames:
            if "st_folium" in frame.url and frame.query_selector(".ta-stop .ta-disc"):
                return frame
        page.wait_for_timeout(100)
    raise AssertionError("the map was not drawn")
