"""The export for TimelineJS read by TimelineJS itself, from npm, on a server of this machine and without a network."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import timelinejs
from tests.exports.hostile import nasty, poisoned
from touratlas.check import Atlas
from touratlas.dates import Endpoint
from touratlas.exports import Options
from touratlas.exports.timelinejs import make
from touratlas.views.agenda import stop_name
from touratlas.words import View

pytestmark = pytest.mark.xdist_group("browser")

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>TimelineJS</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="dist/css/timeline.css"><div id="timeline" style="width:1200px;height:700px"></div>
<script src="dist/js/timeline.js"></script>
<script>window.pwned = () => { window.ran = true };
window.timeline = new TL.Timeline("timeline", "tour.json", {font: null});</script></html>
"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_args: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a free port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def shown(browser: Browser, folder: Path, data: bytes) -> Iterator[Page]:
    """A page in which TimelineJS shows a file; fails where it complains, or asks for anything elsewhere."""
    dist = timelinejs.find()
    assert dist is not None, timelinejs.ADVICE
    shutil.copytree(dist, folder / "dist", ignore=shutil.ignore_patterns("*.map", "embed"))
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "tour.json").write_bytes(data)
    trouble: list[str] = []
    with served(folder) as address:
        page = browser.new_page(viewport={"width": 1240, "height": 760})
        page.on(
            "request", lambda one: None if one.url.startswith((address, "data:")) else trouble.append(one.url)
        )
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda one: trouble.append(one.text) if one.type == "error" else None)
        page.goto(address)
        page.wait_for_selector(".tl-timemarker", state="attached")
        yield page
        page.close()
    assert trouble == []


def placed(atlas: Atlas) -> list[Any]:
    """The events that begin at a known date."""
    events = [event for _, event in atlas.tour.events()]
    return [one for one in events if one.when and isinstance(one.when.start, Endpoint)]


def words(text: str) -> str:
    """White space as single blanks."""
    return " ".join(text.split())


@pytest.mark.parametrize("view", list(View))
def test_all_events_are_shown(browser: Browser, atlas: Atlas, view: View, tmp_path: Path) -> None:
    """A marker and a slide each, with headline, date in words, status and claims; the title names the others."""
    with shown(browser, tmp_path, make(atlas, Options(view=view))) as page:
        events = placed(atlas)
        markers = page.locator(".tl-timemarker").evaluate_all("all => all.map(one => one.id)")
        assert sorted(markers) == sorted(f"{event.id}-marker" for event in events)
        slides = {
            one["id"]: one
            for one in page.locator(".tl-slide").evaluate_all(
                "all => all.map(one => ({id: one.id, text: one.textContent}))"
            )
        }
        assert len(slides) == len(events) + 1
        for event in events:
            text = words(slides[event.id]["text"])
            assert words(event.title) in text
            assert all(words(claim.says) in text for claim in event.claims)
        title = words(slides["touratlas-title"]["text"])
        left = [event.title for _, event in atlas.tour.events() if event not in events]
        assert [name for name in left if words(name) not in title] == []
        assert page.locator(".tl-timeera").count() == 1


@pytest.mark.parametrize("make_tour", [poisoned, nasty])
def test_hostile_text_stays_text(browser: Browser, make_tour: Any, tmp_path: Path) -> None:
    """Nothing runs, and every headline reads as it was written."""
    (tmp_path / "tour").mkdir()
    (tmp_path / "page").mkdir()
    atlas = make_tour(tmp_path / "tour")
    with shown(browser, tmp_path / "page", make(atlas, Options(view=View.LATER))) as page:
        page.wait_for_timeout(300)
        assert page.evaluate("window.ran") is None
        heads = page.locator(".tl-slide .tl-headline").all_text_contents()
        told = {words(one) for one in heads}
        assert [event.title for event in placed(atlas) if words(event.title) not in told] == []
        assert page.locator("#timeline").locator("img, script, b, x").count() == 0
        groups = [words(one) for one in page.locator(".tl-timegroup-message").all_text_contents()]
        names = {words(stop_name(atlas.tour, stop)) for stop in atlas.tour.stops}
        assert groups
        assert set(groups) <= {*names, ""}  # what is at no stop
