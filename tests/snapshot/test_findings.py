"""The audit's questions in the snapshot: every finding, beside its passage, or with its sentence where the article
isn't in the page; hostile text stays text; students get the questions without their answers.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exports.kept import kept
from tests.tour_builder import checked, sound
from tests.tours_generated import write_tour
from tests.views.html_tree import Element, read
from tests.views.tours import rewritten
from touratlas.audit.report import audit_loaded
from touratlas.audit.rules import RULES
from touratlas.audit.run import ArticleFinding
from touratlas.check import Atlas, open_tour
from touratlas.exports import Options
from touratlas.exports.html import make as made_anew
from touratlas.interface import words
from touratlas.snapshot.findings import MOST_BEFORE, MOST_QUOTED, Findings
from touratlas.views.article_notes import as_sentence

make = kept(made_anew)
ASK = {rule.code: rule.page.ask for rule in RULES}
BAD = '<img src=x onerror=alert(1)> {0} {name} ${x} "quoted"'
LIST = "\n\nReferences\n[1] A report of the landing.\n"


def found_in(atlas: Atlas) -> list[ArticleFinding]:
    """All findings of the audit."""
    return list(audit_loaded(atlas.loaded).of_articles)


def article_of(atlas: Atlas, *, whole: bool = True, students: bool = False) -> Element:
    """The snapshot's section of the article."""
    made = make(atlas, Options(article=whole, students=students)).decode("utf-8")
    return read(made.partition("\n")[2]).one(id="article")


def flat(text: str) -> str:
    """White space as single blanks."""
    return " ".join(text.split())


def made_from(article: str, **audit: object) -> Atlas:
    """The small tour on another article, which the page may hold whole."""
    tour = sound()
    tour["stops"] = tour["stops"][:1]
    tour["stops"][0]["events"] = tour["stops"][0]["events"][:1]
    tour["stops"][0]["basis"]["place"] = "wire"
    tour["topics"], tour["delegations"] = {}, {}
    tour["places"].pop("tokyo")
    tour["sources"].pop("plan")
    tour["sources"]["article"] |= {"embed": "true"}
    tour["stops"][0]["events"][0]["claims"][0]["quotes"] = ["The guest landed"]
    if audit:
        tour["sources"]["article"]["audit"] = audit
    report = checked(tour, article)
    assert report.atlas is not None, report.findings
    return report.atlas


def test_every_finding_is_a_question_with_its_reason(atlas: Atlas) -> None:
    """Counted against the audit, in the words of the article's page; counts by how sure they are stand at the head."""
    section, found = article_of(atlas), found_in(atlas)
    assert found
    questions = section.all("li", class_="ta-question")
    assert sorted(
        (one.one("p", class_="ta-ask").text, one.one("p", class_="ta-reason").one("bdi").text)
        for one in questions
    ) == sorted((flat(ASK[one.code]), flat(as_sentence(one.message))) for one in found)
    told = [one.text for one in section.all("span", class_="ta-tally")]
    open_ = [one for one in found if not one.accepted]
    assert sum(int(one.split()[0]) for one in told) == len(open_)
    ids = [str(one.attrs["id"]) for one in section.all() if "id" in one.attrs]
    assert len(ids) == len(set(ids))


def test_each_stands_beside_its_words(real: Atlas) -> None:
    """Its block is that of its words, which are marked, and to which it leads; other places of it are linked too."""
    section, article = article_of(real), real.articles["article"]
    found = {(flat(as_sentence(one.message)), one.line): one for one in found_in(real)}
    beside = section.all("div", class_="ta-beside")
    seen = 0
    for row in beside:
        margin = row.one("aside", class_="ta-margin")
        line = int(str(margin.attrs["aria-label"]).rpartition(" ")[2])
        for question in margin.all("li", class_="ta-question"):
            seen += 1
            one = found[(question.one("p", class_="ta-reason").one("bdi").text, line)]
            number = str(question.attrs["id"]).rpartition("-")[2]
            assert [str(link.attrs["href"]) for link in question.one("p", class_="ta-reason").all("a")] == [
                f"#doubt=article-{number}"
            ]
            row.one(id=f"doubt=article-{number}")
            marked = [
                bit.text
                for bit in section.all("span", class_="ta-doubt")
                if number in str(bit.attrs["data-asked"]).split()
            ]
            assert flat("".join(marked)).replace(" ", "") == flat(one.span.of(article.text)).replace(" ", "")
            assert len(question.all("p", class_="ta-fine")) >= len(one.related)
            links = [link for part in question.all("p", class_="ta-fine") for link in part.all("a")]
            assert len(links) == len(one.related)
    assert seen == len(found_in(real)) > 50


def test_words_that_differ_are_marked_in_both_places(real: Atlas) -> None:
    """In the text, and side by side in the question."""
    section = article_of(real)
    marked = [one.text for one in section.one("div", class_="ta-text").all("b", class_="ta-differs")]
    assert {"planned", "calculated", "use", "apply"} <= set(marked)
    assert marked.count("calculated") == 2


def test_the_words_of_the_article_are_not_changed(real: Atlas) -> None:
    """With all that is marked in it, each block still reads as it stands."""
    section, article = article_of(real), real.articles["article"]
    shown = [
        one.text
        for one in section.one("div", class_="ta-text").all()
        if one.tag in {"h3", "h4", "p"} and not any(above.tag in {"aside", "ul"} for above in one.above())
    ]
    assert shown == [flat(block.content.of(article.text)) for block in article.blocks]


@pytest.mark.parametrize("name", ["real", "invented"])
def test_where_the_article_is_not_in_the_page(name: str, request: pytest.FixtureRequest) -> None:
    """Each question is there with the sentence that it is about, no more of it than may be quoted; nothing leads to
    what isn't there.
    """
    atlas: Atlas = request.getfixturevalue(name)
    section, found = article_of(atlas, whole=False), found_in(atlas)
    assert len(section.all("li", class_="ta-question")) == len(found)
    text = " ".join(flat(article.text) for article in atlas.articles.values())
    quotes = section.all("blockquote")
    assert quotes
    for one in quotes:
        assert len(one.text) <= MOST_QUOTED + MOST_BEFORE
        assert one.text.removeprefix("… ").removesuffix(" …") in text or "invented" in name
    assert section.all("details") == []
    assert section.all("div", class_="ta-text") == []
    for link in section.all("a"):
        assert str(link.attrs["href"]).startswith(("#ref=", "http"))


def test_a_long_sentence_is_quoted_where_its_words_are() -> None:
    """The words asked about are in the quote, and it says that the sentence begins before and goes on behind."""
    words_ = "and so on and on " * 40
    atlas = made_from(f"A Title\n\nThe guest landed {words_}on Sunday, 25 October 2025 {words_}[1].{LIST}")
    section = article_of(atlas, whole=False)
    asked_of = [one for one in section.all("blockquote") if one.one("mark").text == "Sunday, 25 October 2025"]
    assert len(asked_of) == 1
    quote = asked_of[0]
    assert quote.text.startswith("… ")
    assert quote.text.endswith(" …")


def test_an_accepted_finding_is_shown_as_accepted() -> None:
    """With the curator's reason, and not counted; to students it is a question like any other."""
    article = f"A Title\n\nThe guest landed on Sunday, 25 October 2025 [1].{LIST}"
    entry = {"rule": "A301", "quote": "Sunday, 25 October 2025", "why": BAD}
    atlas = made_from(article, accept=[entry])
    section = article_of(atlas)
    (one,) = section.all("li", class_="ta-accepted")
    assert BAD in one.text
    assert all("certain" not in tally.text for tally in section.all("span", class_="ta-tally"))
    students = article_of(atlas, students=True)
    assert students.all("li", class_="ta-accepted") == []
    assert BAD not in students.text
    assert flat(ASK["A301"]) in students.text


def test_students_get_questions_without_answers(atlas: Atlas) -> None:
    """No reason, no comparison, no differing word: they are to be found; lines that belong together are named."""
    for whole in (True, False):
        section = article_of(atlas, whole=whole, students=True)
        found = found_in(atlas)
        assert len(section.all("li", class_="ta-question")) == len(found)
        assert section.all(class_="ta-differs") == []
        assert section.all("details") == []
        text = section.text
        assert [
            one.message for one in found if len(one.message) > 40 and flat(as_sentence(one.message)) in text
        ] == []


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """Of the article, at a finding and in what is said of it; of the tour's notes."""
    article = f"A Title\n\nThe guest landed {BAD} on Sunday, 25 October 2025 [1].\n\nx09o47{LIST}"
    for whole in (True, False):
        section = article_of(made_from(article), whole=whole)
        assert section.all("img") == []
        assert BAD in section.text
    atlas = rewritten(tmp_path, lambda key, text: f"{text[:40]} {BAD}")
    assert article_of(atlas).all("img") == []


def test_an_article_without_a_finding_has_no_word_of_questions() -> None:
    """Nor an empty margin."""
    article = f"A Title\n\nThe guest landed in the morning [1].{LIST}"
    atlas = made_from(article, off=[{"rule": rule.code, "why": "A test."} for rule in RULES])
    section = article_of(atlas)
    assert section.all(class_="ta-margin") == []
    assert words()["findings_intro"] not in section.text
    assert section.attrs["data-hide"] == ""


def test_very_long_articles_are_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would take longer than all the rest; the page says so."""
    monkeypatch.setattr("touratlas.snapshot.findings.LARGEST_SUMMARY", 1_000)
    atlas = open_tour(write_tour(tmp_path, events=60))
    assert Findings(atlas).long
    section = article_of(atlas)
    assert words()["findings_unasked"] in section.text
    assert section.all(class_="ta-question") == []
