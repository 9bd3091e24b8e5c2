"""Direct and nearby citations of a passage."""

from __future__ import annotations

import pytest

from touratlas.article import Article, Quote, citations_of, read_article, resolve_quote


def cited(article: Article, exact: str) -> tuple[str, str]:
    """The direct and nearby labels of a quote, each joined by blanks."""
    citations = citations_of(article, resolve_quote(article, Quote(exact)))
    return " ".join(citations.direct), " ".join(citations.nearby)


@pytest.mark.parametrize(
    ("exact", "direct", "nearby"),
    [
        ("Trump landed at Kuala Lumpur International Airport on Sunday for the ASEAN summit", "8", "19"),
        ("attend a peace agreement signing between Cambodia and Thailand", "", "18"),
        ("Trump plans to meet Prime Minister Anwar Ibrahim", "18", ""),
        ("while skipping select plenary sessions", "19", "8"),
        ("Trump stated he would subsidize U.S. farmers if talks with China fail", "", "13"),
        ("the signing of trade pacts", "5", ""),
        (
            "first trip to Asia since returning to office, and Trump meets with Malaysian Prime Minister Anwar Ibrahim",
            "1 2 7 18",
            "",
        ),
        ("Trump meets with Malaysian Prime Minister", "7 18", "1 2"),
        ("These talks do not cover every aspect of U.S.-Asia relations", "", ""),
        ("Malaysia is the 2025 ASEAN chair", "20", ""),
        ("Renewed Diplomatic Activity", "", ""),
        ("x09o47", "", ""),
        ("escalation of trade tensions, particularly between the U.S. and China", "4", ""),
        (
            "the U.S. pressing for greater contributions from allies. The possibility of a Trump-Xi summit",
            "",
            "3",
        ),
    ],
)
def test_citations_in_the_seed_article(seed: Article, exact: str, direct: str, nearby: str) -> None:
    """What a marker stands behind is direct; the rest of its sentence is only nearby."""
    assert cited(seed, exact) == (direct, nearby)


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("The quoted words cost 1,000 crowns at 10:30 in 2020–2025[1].", "1"),
        ("The quoted words of the Trump–Xi meeting in the U.S. capital[1].", "1"),
        ("The quoted words.[1]", "1"),
        ("The quoted words,” [1] he said.", "1"),
        ("The quoted words (in part)[1].", ""),
        ("The quoted words; others[1].", ""),
        ("The quoted words: others[1].", ""),
        ("The quoted words—others[1].", ""),
        ("The quoted words – others[1].", ""),
        ("The quoted words - others[1].", ""),
        ("“The quoted words” he said[1].", ""),
        ('"The quoted words" he said[1].', ""),
        ("‘The quoted words’ he said[1].", ""),
        ("'The quoted words' he said[1].", ""),
        ("The quoted words of leaders’ meetings and Trump's visit[1].", "1"),
        ('The quoted words of a "summit[1]" began.', "1"),
        ("The quoted words went on. Others[1].", ""),
        ("The quoted words went on[1], and others[2].", "1"),
    ],
)
def test_a_clause_ends_where_it_ends(text: str, direct: str) -> None:
    """Each clause boundary parts a quote from a later marker; numbers, compounds and apostrophes don't."""
    assert cited(read_article(text), "quoted words")[0] == direct


def test_a_quote_that_ends_with_its_clause() -> None:
    """The comma that a quote brings along is a boundary unless the marker follows directly."""
    article = read_article("The ministers left early,[1] and the others stayed, as one heard, for dinner[2].")
    assert cited(article, "left early,") == ("1", "2")
    assert cited(article, "the others stayed,") == ("", "1 2")


def test_numbers_are_told_once() -> None:
    """A label that is direct is not nearby too, and none is repeated."""
    article = read_article("The ministers left early[1][2], as one heard, and others stayed[2][3][2].")
    assert cited(article, "ministers left early") == ("1 2", "3")


def test_markdown_markup_is_no_boundary(markdown: Article) -> None:
    """The colon and parenthesis of a link target are not the sentence's."""
    assert cited(markdown, "ended on Sunday") == ("1", "")
    article = read_article("It ended in [the Ministry](https://a.example/b,c) on *Sunday*[1].", markdown=True)
    assert cited(article, "It ended") == ("1", "")
