"""Protects the ways into and through the article: from evidence to its passage and back, from question to question."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_axe import violations
from tests.browser.test_explore import TOURS, address
from touratlas.check import open_tour

pytestmark = pytest.mark.xdist_group("browser")
Open = Callable[..., Page]
REAL = "us-asia-2025"
ARTICLE = ".ta-article"
SCROLLED = "document.querySelector('.stMain').scrollTop"


def test_from_evidence_to_its_passage_in_the_article_and_back(visit: Open) -> None:
    """The passage is in view, marked, focused and announced, and leads back to what rests on it."""
    quote = next(one for one in open_tour(TOURS["real"]).evidence.claims if one.id == "arrival/1").quotes[0]
    page = visit(f"?tour={REAL}&stop=kuala-lumpur&event=arrival")
    evidence = page.locator("[data-claim='arrival/1'] details").first
    evidence.locator("summary").click()
    evidence.locator("a.ta-in-article").first.click()
    chosen = page.locator(".ta-chosen")
    expect(chosen.first).to_be_in_viewport()
    expect(chosen.first).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Shown: the passage")).to_have_count(1)
    span = quote.passage.quote
    assert address(page) == {"tour": REAL, "source": "article", "passage": f"{span.start}-{span.end}"}
    words = "".join(chosen.all_text_contents())
    assert words.startswith("Trump landed at Kuala Lumpur International Airport on Sunday")
    assert violations(page) == []
    before = page.evaluate(SCROLLED)
    page.get_by_role("button", name="Previous question").focus()
    assert page.evaluate(SCROLLED) == before  # the bar is in view: to reach it moves nothing
    row = page.locator(".ta-row", has=chosen)
    row.locator(".ta-uses a", has_text="Arrival").first.click()
    page.wait_for_selector("[data-event=arrival][aria-current=true]")
    assert address(page)["event"] == "arrival"


def test_from_question_to_question_and_by_keys_alone(visit: Open) -> None:
    """Buttons keep the focus and a key takes it along; keys are left alone while somebody types, and can be turned off.
    A citation opens its entry, from which one goes on. Then Tokyo vanishes, and what others say comes.
    """
    page = visit(f"article?tour={REAL}", ready=f"{ARTICLE} .ta-question")
    every = page.locator(".ta-question").count()
    count = page.locator("[data-count]")
    expect(count).to_have_text(f"{every} questions")
    following = page.get_by_role("button", name="Next question")
    following.press("Enter")
    expect(count).to_have_text(f"1 of {every}")
    expect(following).to_be_focused()
    first, second = (page.locator(".ta-question").nth(at) for at in (0, 1))
    expect(first).to_be_in_viewport()
    page.keyboard.press("n")
    expect(count).to_have_text(f"2 of {every}")
    expect(second).to_be_focused()
    expect(page.locator(".ta-question[aria-current]")).to_have_count(1)
    page.keyboard.press("p")
    page.keyboard.press("p")
    expect(count).to_have_text(f"{every} of {every}")
    page.get_by_role("combobox").first.focus()
    page.keyboard.press("n")
    page.keyboard.press("Escape")
    expect(count).to_have_text(f"{every} of {every}")
    page.get_by_role("checkbox", name="also by the keys").uncheck()
    page.keyboard.press("n")
    expect(count).to_have_text(f"{every} of {every}")
    cite = page.locator("a.ta-cite").first
    target = (cite.get_attribute("href") or "").removeprefix("#")
    cite.press("Enter")
    expect(page.locator(f"[id='{target}']")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("(id) => document.getElementById(id).contains(document.activeElement)", target)
    page.get_by_text("Strip test").click()
    strip = page.locator(".ta-strip")
    expect(strip).to_contain_text("How much of what you just believed did the article say?")
    expect(page.locator(".ta-uses")).to_have_count(0)
    assert "Tokyo" not in strip.inner_text()
    expect(page.locator(".ta-others")).to_have_count(0)
    page.get_by_text("What others say (learned afterwards)").click()
    expect(page.locator(".ta-differing > li")).to_have_count(
        3
    )  # two events that went otherwise, two reports of one place
    assert address(page) == {"tour": REAL, "strip": "1", "view": "later"}
    assert violations(page) == []
