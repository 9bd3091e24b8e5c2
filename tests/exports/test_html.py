"""The snapshot without a browser: all of the tour is in it, linked both ways, and nothing is wrong with it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.exports.kept import kept
from tests.views.html_tree import Element, read
from tests.views.tours import rewritten
from touratlas.check import Atlas
from touratlas.exports import Options, Theme
from touratlas.exports.html import FORMAT
from touratlas.exports.html import make as made_anew
from touratlas.interface import words
from touratlas.model import Outcome
from touratlas.snapshot.page import snapshot_html
from touratlas.words import OutcomeStatus, Status

make = kept(made_anew)
PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "</script><script>alert(1)</script>",
    "</style><!--",
    "javascript:alert(1)",
    '" style="background:url(https://example.org/x)',
)


def page(atlas: Atlas, **options: Any) -> str:
    """The file as text."""
    return make(atlas, Options(**options)).decode("utf-8")


def tree(text: str) -> Element:
    """The page as a tree, from its root element."""
    assert text.startswith("<!doctype html>\n<html ")
    return read(text.partition("\n")[2]).one("html")


def main_of(root: Element) -> str:
    """All that a reader reads of the page, without script and style."""
    return " ".join(
        one.text for one in root.one("body").inner if isinstance(one, Element) and one.tag != "script"
    )


def stands_by(one: Element) -> bool:
    """Whether an element is in a template, which shows nothing until a script brings it."""
    return any(above.tag == "template" for above in one.above())


def outcomes_of(atlas: Atlas) -> list[Outcome]:
    """All that reports tell."""
    tour = atlas.tour
    found = [stop.outcome for stop in tour.stops] + [leg.outcome for leg in tour.legs]
    found += [event.outcome for _, event in tour.events()]
    return [one for one in found if one is not None]


def flat(text: str) -> str:
    """White space as single blanks."""
    return " ".join(text.split())


def test_all_of_the_tour_is_in_it(atlas: Atlas) -> None:
    """Every stop, event, claim with its note, quote, reference, outcome and question, counted against the model."""
    root = tree(page(atlas))
    text = main_of(root)
    tour = atlas.tour
    assert [one.attrs["data-agenda"] for one in root.all("section", class_="ta-agenda")][
        : len(tour.stops)
    ] == [stop.id for stop in tour.stops]
    events = [event for _, event in tour.events()]
    assert sorted(str(one.attrs["data-event"]) for one in root.all("li", class_="ta-event")) == sorted(
        event.id for event in events
    )
    assert len(root.all("li", class_="ta-claim")) == len(atlas.evidence.claims)
    assert [event.title for event in events if flat(event.title) not in text] == []
    claims = atlas.evidence.claims
    assert [held.claim.says for held in claims if flat(held.claim.says) not in text] == []
    assert [held.claim.note for held in claims if held.claim.note and flat(held.claim.note) not in text] == []
    held_quotes = [quote for held in claims for quote in held.quotes]
    held_quotes += [quote for quotes in atlas.evidence.grounds.values() for quote in quotes]
    marked = {one.one("mark").text for one in root.one(id="how").all("blockquote")}
    for quote in held_quotes:
        assert flat(quote.passage.quote.of(atlas.articles[quote.source].text)) in marked
        assert flat(quote.passage.span.of(atlas.articles[quote.source].text)) in text
    for article in atlas.articles.values():
        assert all(flat(one.text) in text for one in article.references)
    outcomes = outcomes_of(atlas)
    assert len(root.one(id="later").all("div", class_="ta-outcome")) == len(outcomes)
    assert [one.says for one in outcomes if one.says and flat(one.says) not in text] == []
    for stop in tour.stops:
        for question in stop.questions:
            assert flat(question.ask) in text
            assert flat(question.answer) in text


def test_nothing_of_later_stands_before_the_section_of_it(atlas: Atlas) -> None:
    """Without a script the article's view is told first, and outcomes behind all stops, in one place."""
    root = tree(page(atlas))
    explore = root.one("div", class_="ta-explore")
    later = [*explore.all(class_="ta-outcome"), *explore.all(class_="ta-sign")]
    assert [one for one in later if not stands_by(one)] == []
    assert [one.says for one in outcomes_of(atlas) if one.says and flat(one.says) in explore.text] == []


def test_every_link_in_the_page_leads_somewhere(atlas: Atlas) -> None:
    """Ids are unique, every fragment is one of them, and every other link is http(s) and opens elsewhere."""
    root = tree(page(atlas))
    ids = [one.attrs["id"] for one in root.all() if "id" in one.attrs and not stands_by(one)]
    assert len(ids) == len(set(ids))
    links = root.all("a")
    inner = {str(one.attrs["href"])[1:] for one in links if str(one.attrs["href"]).startswith("#")}
    assert inner - set(ids) == set()
    for one in links:
        href = str(one.attrs["href"])
        if not href.startswith("#"):
            assert re.match(r"https?://", href)
            assert one.attrs["rel"] == "noopener noreferrer"
    labels = [one for one in root.all() if "aria-labelledby" in one.attrs and not stands_by(one)]
    assert {name for one in labels for name in str(one.attrs["aria-labelledby"]).split()} - set(ids) == set()


def test_evidence_is_linked_both_ways(atlas: Atlas) -> None:
    """Claim ↔ passage, passage ↔ reference, passage ↔ its place in the article where that is in the file."""
    root = tree(page(atlas))
    by_id = {str(one.attrs["id"]): one for one in root.all() if "id" in one.attrs}

    def leads(one: Element) -> set[str]:
        return {str(link.attrs["href"])[1:] for link in one.all("a")}

    claims = [one for one in by_id if one.startswith("claim=")]
    assert len(claims) == len(atlas.evidence.claims)
    for name in claims:
        own = {one for one in leads(by_id[name]) if one.startswith("passage=")}
        assert own
        assert all(name in leads(by_id[passage]) for passage in own)
    passages = [one for one in by_id if one.startswith("passage=")]
    for name in passages:
        for reference in (one for one in leads(by_id[name]) if one.startswith("ref=")):
            assert name in leads(by_id[reference])
    whole = [name for name, source in atlas.tour.articles().items() if source.embed]
    marked = {name for one in root.all("a", class_="ta-used") for name in [str(one.attrs["href"])[1:]]}
    assert marked <= set(passages)
    for name in passages:
        places = [one for one in leads(by_id[name]) if one.startswith("at=")]
        assert len(places) == (
            1 if name.partition("=")[2].rpartition("-")[0].rpartition("-")[0] in whole else 0
        )


def test_the_article_is_in_it_where_its_file_allows(real: Atlas, invented: Atlas) -> None:
    """Word for word, by the real tour's `embed: true`; else, and with --no-article, the quoted sentences alone."""
    article = tree(page(real)).one(id="article")
    text = article.text
    for block in real.articles["article"].blocks:
        assert flat(block.content.of(real.articles["article"].text)) in text
    assert len(article.all("mark")) > 50
    for without in (page(real, article=False), page(invented)):
        assert tree(without).one(id="article").all("a", class_="ta-used") == []
        assert words()["article_absent"] in tree(without).one(id="article").text
    assert len(page(real, article=False)) < len(page(real)) - 10_000


def test_the_head(atlas: Atlas) -> None:
    """Language, title, description, and a policy with the hashes of what is in the page; nothing from elsewhere."""
    text = page(atlas)
    root = tree(text)
    head = root.one("head")
    assert root.attrs["lang"] == atlas.tour.tour.language
    assert head.one("title").text == flat(atlas.tour.tour.title)
    assert head.one("meta", name="description").attrs["content"] == atlas.tour.tour.summary
    policy = str(head.one("meta", http_equiv="Content-Security-Policy").attrs["content"])
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    for part in ("img-src data:", "base-uri 'none'", "form-action 'none'"):
        assert part in policy
    running = [one for one in root.all("script") if one.attrs.get("type") in {None, "module"}]
    assert len(running) == 2
    for one in [*running, *root.all("style")]:
        (inner,) = one.inner
        digest = base64.b64encode(hashlib.sha256(str(inner).encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert head.inner.index(head.one("meta", http_equiv="Content-Security-Policy")) < head.inner.index(
        head.one("style")
    )


def test_nothing_runs_or_loads_from_the_markup(atlas: Atlas) -> None:
    """No attribute `style` or `on…`, and nothing that a browser would fetch."""
    root = tree(page(atlas))
    for one in root.all():
        assert not [name for name in one.attrs if name == "style" or name.startswith("on")]
        assert one.tag not in {"img", "iframe", "object", "embed", "base", "form", "video", "audio", "source"}
        if one.tag == "link":
            assert str(one.attrs["href"]).startswith("data:")
        assert "src" not in one.attrs


def test_what_machines_read(atlas: Atlas) -> None:
    """Linked data of schema.org: every event with its status, place, people and claims, and no rating."""
    (script,) = tree(page(atlas)).all("script", type="application/ld+json")
    (raw,) = script.inner
    assert not set("<>&") & set(str(raw))
    data = json.loads(str(raw))
    events = [event for _, event in atlas.tour.events()]
    assert [one["name"] for one in data["about"]] == [event.title for event in events]
    for one, event in zip(data["about"], events, strict=True):
        assert one["@type"] == "Event"
        told = event.outcome is not None and event.outcome.status is not OutcomeStatus.UNKNOWN
        assert ("eventStatus" in one) == (told or event.status is not Status.POSSIBLE)
        assert one.get("eventStatus", "https://schema.org/Event").startswith("https://schema.org/Event")
        assert [claim["text"] for claim in one["subjectOf"]] == [claim.says for claim in event.claims]
        assert [person["name"] for person in one.get("attendee", [])] == [
            atlas.tour.people[name].name for name in event.people
        ]
        if event.place:
            assert one["location"]["geo"]["latitude"] == atlas.tour.places[event.place].at[0]
    assert "Rating" not in str(raw)


def test_landmarks_and_headings(atlas: Atlas) -> None:
    """A skip link first, one main, one h1, no level left out, every section named."""
    root = tree(page(atlas))
    body = root.one("body")
    first = next(one for one in body.inner if isinstance(one, Element))
    assert first.attrs["class"] == "ta-skip"
    assert len(root.all("main")) == len(root.all("h1")) == 1
    levels = [int(one.tag[1]) for one in root.all() if re.fullmatch("h[1-6]", one.tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for one in root.all("section"):
        assert one.attrs.get("aria-label") or one.attrs.get("aria-labelledby")


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """Payloads in every free text: no element comes of them, and they are to be read."""
    atlas = rewritten(tmp_path, lambda key, text: f"{text[:40]} {PAYLOADS[len(key) % len(PAYLOADS)]}")
    clean = {one.tag for one in tree(page(atlas)).all()}
    assert clean.isdisjoint({"img", "iframe"})
    root = tree(page(atlas))
    assert len(root.all("script")) == 4
    assert len(root.all("style")) == 1
    assert not [one for one in root.all() if "style" in one.attrs]
    assert [
        one.attrs["href"] for one in root.all("a") if str(one.attrs["href"]).startswith("javascript")
    ] == []
    for event in (event for _, event in atlas.tour.events()):
        assert flat(event.title) in main_of(root)


def test_themes_and_frames(real: Atlas) -> None:
    """`--theme` sets the page's colours, `--embed` makes it fit a frame, with a way out of it."""
    assert "data-theme" not in tree(page(real)).attrs
    assert tree(page(real, theme=Theme.DARK)).attrs["data-theme"] == "dark"
    framed = tree(page(real, embed=True))
    assert "ta-embed" in str(framed.one("body").attrs["class"]).split()
    assert framed.one("p", class_="ta-alone").one("a").attrs["target"] == "_blank"
    assert tree(page(real)).all("p", class_="ta-alone") == []
    assert FORMAT.frame is not None
    assert FORMAT.frame(real, 'a"b.html').startswith('<iframe src="a%22b.html" title="')


def test_the_size_bar(real: Atlas) -> None:
    """Everything of the real tour in 100 KB, compressed as web servers do."""
    import gzip

    assert len(gzip.compress(make(real, Options()), 9)) <= 100_000
    assert len(snapshot_html(real)) < 1_000_000
