"""Our pictures as a real browser draws them: texts within their room, in their direction, links that can be reached."""

from __future__ import annotations

from itertools import combinations
from typing import TypedDict

import pytest
from playwright.sync_api import Browser, Page

from touratlas.check import Atlas
from touratlas.views.links import QueryLinks
from touratlas.views.svgmap import svg_map
from touratlas.views.svgtimeline import svg_timeline
from touratlas.words import View

PAGE = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>x</title>"
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><body>{}'
)
BOXES = """kind => {
  const {left, top} = document.querySelector("svg").getBoundingClientRect();
  return [...document.querySelectorAll(kind)].map(e => {
    const box = e.getBoundingClientRect();
    const sides = {left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top};
    return {text: e.textContent, ...sides};
  });
}"""


class Drawn(TypedDict):
    """A text as it is drawn, and its box in px."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def drawn(page: Page, kind: str) -> list[Drawn]:
    """What is drawn of a kind."""
    found: list[Drawn] = page.evaluate(BOXES, kind)
    return found


def covered(one: Drawn, other: Drawn) -> float:
    """How many px two boxes share, across or down, whichever is less."""
    wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
    return min(wide, min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]))


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("size", [(865, 420), (358, 260)])
def test_texts_as_drawn(browser: Browser, atlas: Atlas, view: View, size: tuple[int, int]) -> None:
    """No label leaves the picture, none covers another or a mark, and a strict policy has nothing to complain of."""
    page = browser.contexts[0].new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.set_content(PAGE.format(svg_map(atlas.tour, view=view, size=size, links=QueryLinks("x"))))
    labels = [*drawn(page, ".ta-label"), *drawn(page, ".ta-countries text")]
    assert labels
    for label in labels:
        assert label["left"] >= 0, label
        assert label["right"] <= size[0], label
        assert label["top"] >= -1, label
        assert label["bottom"] <= size[1], label
    marks = drawn(page, ".ta-disc")
    pairs = [*combinations(labels, 2), *((label, mark) for label in labels for mark in marks)]
    assert not [pair for pair in pairs if covered(*pair) > 3.5], "more than the air above and below letters"
    assert said == []
    page.close()


def test_a_name_from_right_to_left_stands_beside_its_mark(browser: Browser, invented: Atlas) -> None:
    """Papeete's name begins where its label's box begins, not on the other side of it."""
    page = browser.contexts[0].new_page()
    page.set_content(PAGE.format(svg_map(invented.tour)))
    (mark,) = drawn(page, '[data-stop="papeete"] .ta-disc')
    name, day = drawn(page, '[data-stop="papeete"] .ta-label text')
    assert "(Papeete)" in name["text"]
    assert mark["right"] < name["left"] < mark["right"] + 12
    assert abs(name["left"] - day["left"]) < 3
    page.close()


def test_stops_are_reached_by_keyboard_in_order(browser: Browser, real: Atlas) -> None:
    """Tab goes from stop to stop, each with its name, days and status in words."""
    page = browser.contexts[0].new_page()
    page.set_content(PAGE.format(svg_map(real.tour, links=QueryLinks("x"))))
    names = []
    for _ in real.tour.stops:
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert [name.partition(":")[0] for name in names] == ["Stop 1", "Stop 2", "Stop 3", "Stop 4"]
    assert names[0].endswith("Has happened")
    page.close()


@pytest.mark.parametrize("width", [600, 865])
def test_the_timeline_as_drawn(browser: Browser, atlas: Atlas, width: int) -> None:
    """No text of the timeline leaves the picture."""
    page = browser.contexts[0].new_page()
    page.set_content(PAGE.format(svg_timeline(atlas, view=View.LATER, width=width)))
    for text in drawn(page, "text"):
        assert text["left"] >= 0, text
        assert text["right"] <= width + 1, text
    page.close()
