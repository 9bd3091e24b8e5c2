"""The article as a page: verbatim, linked both ways, with its questions; and hostile text stays text."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.tour_builder import checked, event, sound
from touratlas.audit.report import audit_loaded
from touratlas.audit.run import ArticleFinding
from touratlas.check import Atlas
from touratlas.views.article import article_html, article_view
from touratlas.views.article_uses import passage_anchor, passage_span
from touratlas.views.links import QueryLinks
from touratlas.views.passages import passage_id

LINKS = QueryLinks("x")


def findings(atlas: Atlas) -> list[ArticleFinding]:
    """What the audit finds in the articles of a tour."""
    return list(audit_loaded(atlas.loaded).of_articles)


def page(atlas: Atlas, source: str = "article", *, curator: bool = False) -> str:
    """An article of a tour as HTML."""
    return article_html(atlas, source, LINKS, findings(atlas), curator=curator)


def anchors(html: str) -> list[str]:
    """The ids of a page, in order."""
    return re.findall(r' id="([^"]+)"', html)


@pytest.fixture(params=["real", "invented"])
def both(request: pytest.FixtureRequest) -> Atlas:
    """Both tours."""
    atlas: Atlas = request.getfixturevalue(request.param)
    return atlas


def test_the_whole_article_is_there_word_for_word(both: Atlas) -> None:
    """Every block in its order; of Markdown all but the markup."""
    for source, article in both.articles.items():
        view = article_view(both, source, LINKS, findings(both))
        assert len(view.rows) == len(article.blocks)
        for row, block in zip(view.rows, article.blocks, strict=True):
            text = "".join(piece.text for piece in row.pieces)
            shown = block.content.of(article.text)
            for span in reversed([span for span in article.hidden if block.content.overlaps(span)]):
                shown = shown.replace(span.of(article.text), "", 1) if span.of(article.text) else shown
            assert sorted(text) == sorted(shown)


def test_every_passage_is_marked_and_leads_to_its_event(both: Atlas) -> None:
    """And bears the anchor by which it is opened."""
    for source in both.articles:
        html = page(both, source)
        view = article_view(both, source, LINKS)
        for claim in both.evidence.claims:
            for held in claim.quotes:
                if held.source == source:
                    assert passage_anchor(held) in anchors(html)
        used = [use for row in view.rows for use in row.uses]
        grounds = [use for use in used if use.says.endswith("rests on this.")]
        claimed = sum(held.source == source for claim in both.evidence.claims for held in claim.quotes)
        assert len(used) == claimed + len(grounds)
        assert len(grounds) == sum(
            held.source == source
            for path, quotes in both.evidence.grounds.items()
            for held in quotes
            if "basis" in path
        )
        assert all(use.event.href.startswith("?tour=x") for row in view.rows for use in row.uses)


def test_ids_are_unique_and_links_inside_the_page_lead_somewhere(both: Atlas) -> None:
    """Citations to references and back, findings to their words, related places."""
    for source in both.articles:
        html = page(both, source, curator=True)
        ids = anchors(html)
        assert len(ids) == len(set(ids))
        inside = set(re.findall(r'href="#([^"]+)"', html))
        assert inside <= set(ids)


def test_the_passage_that_an_address_names_is_set_off_from_the_others(both: Atlas) -> None:
    """Its very words, in one place, with the way back to the tour already open beside it."""
    for claim in both.evidence.claims:
        for held in claim.quotes:
            article = both.articles[held.source]
            view = article_view(both, held.source, LINKS, passage=passage_id(held))
            shown = "".join(piece.text for row in view.rows for piece in row.pieces if piece.chosen)
            visible = "".join(
                char
                for at, char in enumerate(held.passage.quote.of(article.text), held.passage.quote.start)
                if not any(span.start <= at < span.end for span in article.hidden)
            )
            assert shown == visible
            assert [row.anchor for row in view.rows if row.chosen]
            assert all(row.uses for row in view.rows if row.chosen)


@pytest.mark.parametrize("passage", ["", "0-1", "12", "-1-4", "9-3", "1e3-2", "x\u202e", "١-٢", "0" * 5000])
def test_an_address_that_names_no_passage_sets_off_nothing(real: Atlas, passage: str) -> None:
    """Whatever stands in it."""
    assert passage_span(real, "article", passage) is None
    assert not any(row.chosen for row in article_view(real, "article", LINKS, passage=passage).rows)
    assert "ta-chosen" not in article_html(real, "article", LINKS, passage=passage)


def test_each_reference_says_where_it_is_cited(real: Atlas) -> None:
    """As often as it is."""
    article = real.articles["article"]
    rows = [row for row in article_view(real, "article", LINKS).rows if row.kind == "reference"]
    assert len(rows) == len(article.references)
    for row, reference in zip(rows, article.references, strict=True):
        assert len(row.cited) == sum(reference.label in run.numbers for run in article.runs)
        assert row.inferred


def test_readers_see_questions_and_curators_codes(real: Atlas) -> None:
    """By how sure they are; counts of coverage are for curators."""
    reader, curator = page(real), page(real, curator=True)
    assert "Which day of the week was this date?" in unescape(reader)
    assert not re.search(r"\bA[1-6]\d\d\b", re.sub(r"<[^>]+>", " ", reader))
    assert "A301 weekday against date" in curator
    assert "Of 69 sentences" in curator
    assert "Of 69 sentences" not in reader
    (row,) = [
        row for row in article_view(real, "article", LINKS, findings(real)).rows if row.anchor == "line-14"
    ]
    assert next(note.severity for note in row.notes) == "error"
    assert [note.severity for note in row.notes] == sorted(
        (note.severity for note in row.notes), key=["error", "warning", "note"].index
    )


def test_every_finding_has_its_question(real: Atlas) -> None:
    """Each once, beside the block in which it begins."""
    found = findings(real)
    view = article_view(real, "article", LINKS, found)
    numbers = [note.number for row in view.rows for note in row.notes]
    assert sorted(numbers) == list(range(1, len(found) + 1))


def test_what_is_said_about_the_article(real: Atlas) -> None:
    """That nobody is named, what its references are, and that a machine is an inference."""
    said = " ".join(article_view(real, "article", LINKS, findings(real)).about)
    assert "no author and no date of its own" in said
    assert "16 entries; 1 says where" in said
    assert "nbcnews.com" in said
    assert "an inference, not a fact" in said
    assert "machine" not in " ".join(article_view(real, "article", LINKS).about)


def test_an_accepted_finding_is_shown_with_its_reason() -> None:
    """And not counted."""
    tour = sound()
    entry = {"rule": "A107", "quote": "A report of the landing.", "why": "It is a <b>test</b>."}
    tour["sources"]["article"]["audit"] = {"accept": [entry]}
    report = checked(tour)
    assert report.atlas is not None
    html = page(report.atlas)
    assert "It is a &lt;b&gt;test&lt;/b&gt;." in html
    view = article_view(report.atlas, "article", LINKS, findings(report.atlas))
    assert {name: number for name, _, number in view.counts}["warning"] == 1


def test_hostile_text_stays_text() -> None:
    """Of the article, of claims, of titles."""
    bad = '<img src=x onerror=alert(1)> & "quotes" ${x} javascript:alert(1)'
    article = f"A {bad} title\n\nThe guest {bad} landed [1].\n\nx09o47\n\nReferences\n[1] {bad}\n"
    tour = sound()
    tour["stops"] = tour["stops"][:1]
    tour["stops"][0]["basis"]["place"] = "wire"
    landing = event(
        "landing",
        "The guest",
        lead="true",
        kind="arrival",
        status="reported",
        title=bad[:60],
        short="<b>x</b>",
    )
    landing["claims"][0]["says"] = bad
    tour["stops"][0]["events"] = [landing]
    tour["topics"], tour["people"], tour["delegations"] = {}, {}, {}
    tour["places"].pop("tokyo")
    tour["sources"].pop("plan")
    report = checked(tour, article)
    assert report.atlas is not None, report.findings
    html = page(report.atlas, curator=True)
    assert "<img" not in html
    assert "<b>" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt;") >= 4
