"""The export for StoryMapJS, its texts put into a page as StoryMapJS puts them there, in a real Chromium.

StoryMapJS is in no registry, so it can't be brought for a test. What it does is in its repository at 04bd536
(NUKnightLab/StoryMapJS): `src/js/media/types/Text.js` sets `innerHTML` of the headline to `text.headline`, and that of
the text to `htmlify(text.text)`; `src/js/core/Util.js` says what `htmlify` does, beside spans for emoji;
`src/js/slider/SlideNav.js` sets `innerHTML` to the headline of the slides before and after;
`src/js/map/leaflet/MapMarker.Leaflet.js` gives Leaflet the headline as the marker's `title`, and `src/embed/index.html`
sets the page's title to that of the first slide.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.exports.hostile import nasty, poisoned
from touratlas.exports import Options
from touratlas.exports.storymapjs import make
from touratlas.words import View

pytestmark = pytest.mark.xdist_group("browser")

PAGE = "<!doctype html><html lang='en'><meta charset='utf-8'><title>StoryMap</title><main></main></html>"
SHOW = """slides => {
  window.pwned = () => { window.ran = true };
  const main = document.querySelector("main");
  const add = (name, html) => {
    const made = document.createElement(name);
    main.append(made);
    made.innerHTML = html;
    return made.innerText;
  };
  const htmlify = text => text.match(/<p>[\\s\\S]*?<\\/p>/) ? text : `<p>${text}</p>`;
  document.title = slides[0].text.headline;
  return slides.map(slide => {
    const marker = document.createElement("div");
    marker.title = slide.text.headline;
    main.append(marker);
    add("nav", slide.text.headline);
    return { headline: add("h2", slide.text.headline), text: add("article", htmlify(slide.text.text)) };
  });
}"""


def words(text: str) -> str:
    """White space as single blanks."""
    return " ".join(text.split())


@pytest.mark.parametrize("make_tour", [poisoned, nasty])
def test_hostile_text_stays_text(browser: Browser, make_tour: Any, tmp_path: Path) -> None:
    """Nothing runs, nothing is asked for, no element comes of a text, and every one reads as it was written."""
    atlas = make_tour(tmp_path)
    slides = json.loads(make(atlas, Options(view=View.LATER)))["storymap"]["slides"]
    page = browser.new_page()
    page.set_content(PAGE)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    told = page.evaluate(SHOW, slides)
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    assert asked == []
    tags = page.evaluate("[...document.querySelectorAll('main *')].map(one => one.localName)")
    assert set(tags) == {"div", "nav", "h2", "article", "p", "strong", "br"}
    shown = words(" ".join(f"{one['headline']} {one['text']}" for one in told))
    assert words(told[0]["headline"]) == words(atlas.tour.tour.title)
    for _, event in atlas.tour.events():
        assert words(event.title) in shown
        assert all(words(claim.says) in shown for claim in event.claims)
    page.close()
