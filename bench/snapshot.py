"""The snapshot beside TimelineJS and vis-timeline on the same events: bytes, requests, drawn, change, freeze.

    python bench/snapshot.py [--events 10 1000 5000] [--rounds 5] [--npm FOLDER]

The two others come from npm, into `--npm` (a temporary folder where none is named). The real tour and generated tours
of the wanted sizes are exported, and the same events given to the others. All pages are served by one plain server on
this machine and opened in a fresh, cold context of headless Chromium; every number is the median of the rounds, and
tools take turns within a round, so that a busy machine is busy for all of them. An empty page with one word is measured
like them: what no page can go below on this machine.

- *gzip*: all that the page loads, each response compressed at level 9; *requests*: beyond the page itself.
- *drawn*: from the start of the navigation to the first frame after all that the first screen shows of the events is
  painted (ours: map, land, timeline and agenda; theirs: the slide or the items).
- *complete*: until the whole file was read and its scripts have run.
- *change*: from the key or click to the first frame that shows the next stop (ours), slide (TimelineJS) or item
  (vis-timeline) at rest.
- *freeze*: the longest time without a frame during three changes.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.tours_generated import write_tour  # noqa: E402 - the checkout's own, not an installed package's
from touratlas.check import Atlas, open_tour  # noqa: E402
from touratlas.exports import Options  # noqa: E402
from touratlas.exports.html import make  # noqa: E402

PACKAGES = ("@knight-lab/timelinejs@3.9.11", "vis-timeline@8.5.4")
CHANGES = 3
EMPTY = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><p>Word</p>'
# Counts the frames of a page, and notes when its condition first held for a whole frame.
WATCH = """
window.bench = { drawn: 0, ready: 0, gap: 0, last: performance.now() };
requestAnimationFrame(function frame(now) {
  bench.gap = Math.max(bench.gap, now - bench.last);
  bench.last = now;
  const painted = () => setTimeout(() => { bench.drawn = performance.now(); });
  if (!bench.drawn && document.body && (READY)()) requestAnimationFrame(painted);
  if (!bench.ready && document.readyState === "complete") bench.ready = now;
  requestAnimationFrame(frame);
});
"""
# Resolves with the milliseconds until the state has changed and stays, and with the longest time without a frame.
SETTLED = """
async () => {
  const frame = () => new Promise(done => requestAnimationFrame(done));
  const read = () => JSON.stringify(STATE);
  let last = read(), changed = 0;
  await frame(); await frame();
  bench.gap = 0;
  const start = performance.now();
  ACT;
  while (performance.now() - start < 30000) {
    await frame();
    const now = read();
    if (now !== last) { last = now; changed = performance.now(); }
    else if (changed && performance.now() - changed > 120) break;
  }
  return [changed - start, changed ? bench.gap : 30000];
}
"""


@dataclass(frozen=True, slots=True)
class Tool:
    """A page to measure: its path on the server, when it is drawn, how to go on, and what changes then (JavaScript;
    empty where there is nothing to go on to).
    """

    name: str
    path: str
    ready: str
    act: str = ""
    state: str = ""


@dataclass
class Numbers:
    """What was measured of a tool, a value a round."""

    gzip: int = 0
    requests: int = 0
    drawn: list[float] = field(default_factory=list)
    ready: list[float] = field(default_factory=list)
    change: list[float] = field(default_factory=list)
    freeze: list[float] = field(default_factory=list)


def tools(name: str, atlas: Atlas, folder: Path) -> Iterator[Tool]:
    """Writes the pages of a tour and says how each is measured."""
    (folder / f"{name}-touratlas.html").write_bytes(make(atlas, Options()))
    yield Tool(
        "Touratlas",
        f"{name}-touratlas.html",
        "() => [...document.querySelectorAll('.ta-land')].some(one => one.getClientRects().length)"
        " && document.querySelector('.ta-t-item, .ta-t-chip')?.getClientRects().length"
        " && (document.querySelector('.ta-rest') || [...document.querySelectorAll('.ta-event')].at(-2)"
        "?.getBoundingClientRect().bottom > innerHeight)",
        "dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', cancelable: true}))",
        "[location.hash, scrollY]",
    )
    events = list(_events(atlas))
    slides = {"events": [_slide(*event) for event in events]}
    (folder / f"{name}-timelinejs.html").write_text(_timelinejs(slides), encoding="utf-8")
    yield Tool(
        "TimelineJS",
        f"{name}-timelinejs.html",
        "() => document.querySelector('.tl-timemarker') && document.querySelector('.tl-slide .tl-headline')"
        "?.getBoundingClientRect().width > 0 && !document.querySelector('.tl-loading, .tl-message-full')",
        "document.querySelector('.tl-slidenav-next').click()",
        "[document.querySelector('.tl-slider-item-container')?.getBoundingClientRect().left,"
        " document.querySelector('.tl-timenav-slider')?.getBoundingClientRect().left]",
    )
    (folder / f"{name}-vis.html").write_text(_vis(events), encoding="utf-8")
    yield Tool(
        "vis-timeline",
        f"{name}-vis.html",
        "() => document.querySelectorAll('.vis-item').length > 0 && window.timeline",
        "window.at = (window.at ?? -1) + 1; timeline.setSelection([ids[at]]); timeline.focus(ids[at])",
        "[timeline.getSelection(), +timeline.getWindow().start, +timeline.getWindow().end]",
    )
    (folder / "empty.html").write_text(EMPTY, encoding="utf-8")
    yield Tool("an empty page", "empty.html", "() => document.querySelector('p')")


def _events(atlas: Atlas) -> Iterator[tuple[str, str, str, str]]:
    """Title, text, first and last day of what has a day."""
    for _, event in atlas.tour.events():
        if event.when is not None:
            sides = event.when.sides
            text = " ".join(claim.says for claim in event.claims)
            yield event.title, text, sides[0].earliest.isoformat()[:10], sides[-1].latest.isoformat()[:10]


def _slide(title: str, text: str, first: str, last: str) -> dict[str, Any]:
    def day(iso: str) -> dict[str, str]:
        return dict(zip(("year", "month", "day"), iso.split("-"), strict=True))

    return {"start_date": day(first), "end_date": day(last), "text": {"headline": title, "text": text}}


def _timelinejs(slides: dict[str, Any]) -> str:
    base = "node_modules/@knight-lab/timelinejs/dist"
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>TimelineJS</title>'
        f'<link rel="stylesheet" href="{base}/css/timeline.css"><script src="{base}/js/timeline.js"></script>'
        '<div id="timeline" style="width:100%;height:850px"></div><script>window.made = new TL.Timeline("timeline", '
        f"{json.dumps(slides)}, {{font: null, hash_bookmark: false}})</script>"
    )


def _vis(events: list[tuple[str, str, str, str]]) -> str:
    base = "node_modules/vis-timeline"
    items = [
        {
            "id": number,
            "content": title,
            "title": text,
            "start": first,
            **({"end": last} if last != first else {}),
        }
        for number, (title, text, first, last) in enumerate(events)
    ]
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>vis-timeline</title>'
        f'<link rel="stylesheet" href="{base}/styles/vis-timeline-graph2d.min.css">'
        f'<script src="{base}/standalone/umd/vis-timeline-graph2d.min.js"></script><div id="timeline"></div>'
        f"<script>const items = {json.dumps(items)}; const ids = items.map(one => one.id); window.timeline = "
        'new vis.Timeline(document.getElementById("timeline"), new vis.DataSet(items), {height: "850px"})</script>'
    )


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on a free port of this machine."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def measure(browser: Browser, address: str, folder: Path, tool: Tool, numbers: Numbers) -> None:
    """One round of one tool, in a context of its own."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.set_default_timeout(180_000)
    page.add_init_script(WATCH.replace("READY", tool.ready))
    asked: list[str] = []
    page.on("request", functools.partial(_note, asked))
    page.goto(address + tool.path, wait_until="commit")
    while not page.evaluate("bench.drawn && bench.ready"):  # Touratlas' policy forbids wait_for_function
        page.wait_for_timeout(50)
    numbers.drawn.append(page.evaluate("bench.drawn"))
    numbers.ready.append(page.evaluate("bench.ready"))
    page.wait_for_timeout(1500)
    if tool.act:
        settled = SETTLED.replace("STATE", tool.state).replace("ACT", tool.act)
        changes = [page.evaluate(settled) for _ in range(CHANGES)]
        numbers.change.append(statistics.median(change for change, _ in changes))
        numbers.freeze.append(max(freeze for _, freeze in changes))
    files = [folder / urlsplit(url).path.lstrip("/") for url in asked if url.startswith(address)]
    numbers.gzip = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files if file.is_file())
    numbers.requests = len(asked) - 1
    _close(page)


def _note(asked: list[str], request: Request) -> None:
    if not request.url.startswith("data:"):
        asked.append(request.url)


def _close(page: Page) -> None:
    page.context.close()


def bring(folder: Path) -> None:
    """TimelineJS and vis-timeline, from npm."""
    command = ["npm", "install", "--no-fund", "--no-audit", "--ignore-scripts", "--silent", *PACKAGES]
    subprocess.run(command, cwd=folder, check=True)


def table(name: str, found: dict[str, Numbers]) -> str:
    """A part of the table, with the ratios to TimelineJS."""
    rows = []
    other = found["TimelineJS"]
    for tool, one in found.items():
        pairs = ((one.drawn, other.drawn), (one.change, other.change), (one.freeze, other.freeze))
        shown = [f"{statistics.median(one.ready):,.0f} ms", *(_beside(*pair) for pair in pairs)]
        rows.append(f"| {name} | {tool} | {one.gzip / 1000:,.0f} KB | {one.requests} | {' | '.join(shown)} |")
    return "\n".join(rows)


def _beside(values: list[float], others: list[float]) -> str:
    """A median, and in brackets its ratio to the other's."""
    if not values:
        return "–"
    value = statistics.median(values)
    return f"{value:,.0f} ms ({value / statistics.median(others):.2f})"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--events", type=int, nargs="*", default=[10, 1000, 5000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--npm", type=Path, help="a folder for the packages, kept for the next time")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = wanted.npm or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "node_modules").is_dir():
            bring(folder)
        tours = {"real tour": open_tour(ROOT / "data" / "events.yaml")}
        for count in wanted.events:
            home = folder / f"tour-{count}"
            home.mkdir(exist_ok=True)
            days = 10 if count < 100 else 365
            tours[f"{count:,} events"] = open_tour(
                write_tour(home, events=count, stops=max(5, min(40, count // 50)), days=days)
            )
        _run(folder, tours, wanted.rounds)


def _run(folder: Path, tours: dict[str, Atlas], rounds: int) -> None:
    write = sys.stdout.write
    with served(folder) as address, sync_playwright() as playwright:
        executable = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--disable-gpu"]
        )
        write(
            f"{platform.machine()}, {os.cpu_count()} cores, Chromium {browser.version}, median of {rounds}; "
        )
        write("in brackets: as a part of TimelineJS's\n\n")
        write(
            "| events | tool | gzip | requests | complete | drawn | change | freeze |\n"
            "|---|---|---|---|---|---|---|---|\n"
        )
        for name, atlas in tours.items():
            found: dict[str, Numbers] = {}
            pages = list(tools(name.replace(" ", "-").replace(",", ""), atlas, folder))
            for _ in range(rounds):
                for tool in pages:
                    measure(browser, address, folder, tool, found.setdefault(tool.name, Numbers()))
            write(table(name, found) + "\n")
            sys.stdout.flush()
        browser.close()


if __name__ == "__main__":
    main()
