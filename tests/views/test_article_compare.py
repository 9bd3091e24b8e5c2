"""Two places that say nearly the same: the words in which they differ, and no others, are marked."""

from __future__ import annotations

import pytest

from tests.audit.auditing import audited
from touratlas.article import Article, read_article, with_markers
from touratlas.audit.report import audit_loaded
from touratlas.audit.run import ArticleFinding
from touratlas.check import Atlas
from touratlas.views.article import article_html, article_view
from touratlas.views.article_compare import differing, versions
from touratlas.views.links import QueryLinks

BETWEEN = "\n\nA paragraph about the weather stands between the two and says nothing of leaders.\n\n"
FIRST = (
    "Leaders want the look and planned aspect of the meeting [1] to go well, but some caution against hope."
)
SECOND = "Leaders want the look and calculated aspect of the meeting to go well, but some caution against all hope."


def found(text: str, code: str, *, markdown: bool = False) -> tuple[Article, ArticleFinding]:
    """An article and the one finding of a rule in it."""
    article = with_markers(read_article(text, markdown=markdown))
    (one,) = audited(text, code, markdown=markdown)
    return article, one


def marked(text: str, code: str, *, markdown: bool = False) -> list[list[str]]:
    """The marked words of each of the two versions."""
    article, one = found(text, code, markdown=markdown)
    return [[bit.text for bit in version.bits if bit.differs] for version in versions(article, one)]


def test_the_words_in_which_two_passages_differ() -> None:
    """A word for another is marked in both, an added one where it stands; a citation is no word."""
    assert marked(FIRST + BETWEEN + SECOND, "A403") == [["planned"], ["calculated", "all"]]
    assert marked(FIRST + BETWEEN + FIRST.replace("Leaders", "LEADERS"), "A403") == [[], []]


def test_both_versions_are_verbatim_and_in_the_order_of_the_text() -> None:
    """All of each is shown, whatever is marked; of Markdown all but the markup."""
    article, one = found(FIRST + BETWEEN + SECOND, "A403")
    shown = ["".join(bit.text for bit in version.bits) for version in versions(article, one)]
    assert shown == [FIRST, SECOND]
    assert [version.line for version in versions(article, one)] == [1, 5]
    bold = SECOND.replace("the look", "**the look**")
    article, one = found(FIRST + BETWEEN + bold, "A403", markdown=True)
    assert "".join(bit.text for bit in versions(article, one)[1].bits) == SECOND


def test_what_is_not_about_two_like_places_has_nothing_to_compare() -> None:
    """A weekday against a date, say."""
    article, one = found("They met on Sunday, 25 October 2025.", "A301")
    assert (versions(article, one), differing(article, one)) == ((), ())


def test_very_long_passages_are_shown_without_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Comparing takes more than their length."""
    monkeypatch.setattr("touratlas.views.article_compare._MOST_WORDS", 10)
    assert marked(FIRST + BETWEEN + SECOND, "A403") == [[], []]


def test_the_real_article(real: Atlas) -> None:
    """Its repeated paragraph: the exchanged words are marked in the text at both places, and in the margin."""
    held = list(audit_loaded(real.loaded).of_articles)
    view = article_view(real, "article", QueryLinks("x"), held)
    rows = {row.anchor: [piece.text for piece in row.pieces if piece.differs] for row in view.rows}
    assert {"planned", "use", "2022"} <= set(rows["line-24"])
    assert {"calculated", "apply"} <= set(rows["line-26"])
    assert {anchor for anchor, words in rows.items() if words} == {
        "line-14",
        "line-24",
        "line-26",
        "reference-9",
    }
    html = article_html(real, "article", QueryLinks("x"), held)
    assert html.count('<b class="ta-differs">calculated</b>') == 2
