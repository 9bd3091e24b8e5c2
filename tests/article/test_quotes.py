"""Finding the passage that a quote names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from touratlas.article import Article, Quote, find_quote, read_article, resolve_quote
from touratlas.article.normal import squeeze
from touratlas.article.quotes import scan
from touratlas.errors import QuoteAmbiguous, QuoteNotFound

HEAD = "A line that is long enough to be a paragraph stands before what is tested here. "


def found(text: str, exact: str, *, markdown: bool = False, prefix: str = "", suffix: str = "") -> list[str]:
    """The stretches of an article with `text` in it that a quote finds."""
    article = read_article(HEAD + text, markdown=markdown)
    return [span.of(article.text) for span in find_quote(article, Quote(exact, prefix, suffix))]


@pytest.mark.parametrize(
    ("text", "exact", "passage"),
    [
        ("for the summit[8], which rose", "the summit, which", "the summit[8], which"),
        ("for the summit [8], which rose", "the summit, which", "the summit [8], which"),
        ("for the summit [8] which rose", "the summit which", "the summit [8] which"),
        ("for the summit[8] which rose", "the summit which", "the summit[8] which"),
        ("for the summit[7][18]. It rose", "summit. It", "summit[7][18]. It"),
        ("for the summit.[23]–[25] It rose", "summit. It", "summit.[23]–[25] It"),
        ("for the summit[8].", "the summit", "the summit"),
        ("for the summit[8].", "the summit.", "the summit[8]."),
        ("a  peace\u00a0plan", "a\tpeace\n plan", "a  peace\u00a0plan"),
        ("a peace\nplan", "peace plan", "peace\nplan"),
        ("costs 1,000.5 today", "1,000.5", "1,000.5"),
        ("the 和平会谈 began", "平会", "平会"),
        ("saw Trump’s visit", "Trump", "Trump"),
        ("the Trump-Xi talks", "Xi", "Xi"),
        ("the summit[8]They met", "They met", "They met"),
    ],
)
def test_quotes_pass_over_markers_and_white_space(text: str, exact: str, passage: str) -> None:
    """A curator copies what a reader reads; markers inside are covered, those behind are not."""
    assert found(text, exact) == [passage]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("an island lies", "land"),
        ("an island lies", "sla"),
        ("in 2025 they", "25"),
        ("costs 1,000.5 today", "1,000"),
        ("costs 1,000.5 today", "000.5"),
        ("the G20 met", "20"),
        ("a cafe\u0301 there", "cafe"),
        ("a cafe\u0301 there", "café"),
        ("Trump’s visit", "Trump's"),
        ("the Talks began", "the talks"),
        ("for the summit[8], which", "the summit[8], which"),
        ("for the summit , which", "the summit, which"),
        ("2020–2025", "2020-2025"),
        ("—…", "—…"),
        ("", ""),
    ],
)
def test_nothing_else_is_passed_over(text: str, exact: str) -> None:
    """Capitals, marks, forms, cut words and quotes without a word are no matches."""
    assert found(text, exact) == []


@pytest.mark.parametrize(
    ("text", "exact", "passage"),
    [
        ("the **first** talks", "the first talks", "the **first** talks"),
        (
            "see [the *Ministry*](https://a.example 'T') now",
            "see the Ministry now",
            "see [the *Ministry*](https://a.example 'T') now",
        ),
        ("a `code[8]` span", "a code[8] span", "a `code[8]` span"),
        (r"a \*star\* here", "a *star* here", r"a \*star\* here"),
        ("a * b * c", "a * b * c", "a * b * c"),
        ("un*frigging*believable", "unfriggingbelievable", "un*frigging*believable"),
        ("it ended[^1], they said", "it ended, they said", "it ended[^1], they said"),
        ("~~old~~ new", "old new", "old~~ new"),
    ],
)
def test_markdown_markup_is_passed_over(text: str, exact: str, passage: str) -> None:
    """A quote is written as the page reads, not as its source looks."""
    assert found(text, exact, markdown=True) == [passage]


def test_quotes_cross_the_lines_of_a_markdown_quotation() -> None:
    """The marks before its lines are not words."""
    article = read_article("> It is the *first\n> talk* of many.\n", markdown=True)
    span = resolve_quote(article, Quote("the first talk of many"))
    assert span.of(article.text) == "the *first\n> talk* of many"


def test_prefix_and_suffix_choose_one_place(seed: Article) -> None:
    """The article says one sentence twice; what stands before or behind tells which is meant."""
    exact = "Both leaders want the optics and"
    assert len(find_quote(seed, Quote(exact))) == 2
    with pytest.raises(QuoteAmbiguous, match=r"2 times \(24:262, 26:284\)"):
        resolve_quote(seed, Quote(exact))
    first = resolve_quote(seed, Quote(exact, suffix="planned aspect"))
    assert first == resolve_quote(
        seed, Quote(exact, prefix="talks on tariffs, technology, and regional stability.")
    )
    assert seed.position(first.start) == (24, 262)
    assert seed.position(resolve_quote(seed, Quote(exact, suffix=" calculated ")).start) == (26, 284)


@pytest.mark.parametrize(
    ("prefix", "suffix", "count"),
    [
        ("of the", "", 1),
        ("of  the ", " ended", 1),
        ("he", "", 0),
        ("", "end", 0),
        ("other", "", 0),
        ("the", "", 1),
    ],
)
def test_prefix_and_suffix_match_as_quotes_do(prefix: str, suffix: str, count: int) -> None:
    """White space at the seam doesn't matter; cut words do."""
    assert len(found("The last of the[3] talks ended.", "talks", prefix=prefix, suffix=suffix)) == count


def test_what_is_not_there_is_told(seed: Article) -> None:
    """Each way to fail has its own words."""
    with pytest.raises(QuoteNotFound, match="does not contain “planned part"):
        resolve_quote(seed, Quote("planned part of the meeting"))
    with pytest.raises(QuoteNotFound, match="no letter or digit"):
        resolve_quote(seed, Quote("—"))
    with pytest.raises(QuoteNotFound, match=r"\(12:111\), but not with this prefix"):
        resolve_quote(seed, Quote("Trump landed at Kuala Lumpur", prefix="Biden"))


def test_every_sentence_of_the_seed_article_resolves(seed: Article) -> None:
    """Whatever stands once in the real article can be quoted, and reads back."""
    for unit in seed.sentences:
        plain = seed.plain(unit.span)
        spans = find_quote(seed, Quote(plain))
        assert unit.span.start in [span.start for span in spans]
        assert {seed.plain(span) for span in spans} == {plain}


ALPHABET = "ab 12.,[]8\n’*é\u0301会م-"
words = st.lists(
    st.sampled_from(
        [
            "the ",
            "talks ",
            "land ",
            "island",
            "[8]",
            " [7][18] ",
            ", ",
            ". ",
            "会谈",
            "12",
            "é",
            "\u0301",
            "\n",
        ]
    )
)


@settings(max_examples=300, deadline=None)
@given(parts=words, data=st.data(), markdown=st.booleans())
def test_the_index_finds_what_scanning_finds(parts: list[str], data: st.DataObject, markdown: bool) -> None:
    """Looking up is only faster: same places, for quotes cut anywhere from the text."""
    article = read_article("".join(parts), markdown=markdown)
    text = article.normalised.text
    start = data.draw(st.integers(0, len(text)))
    exact = squeeze(text[start : start + data.draw(st.integers(0, 40))])
    spans = find_quote(article, Quote(exact))
    normal = article.normalised
    expected = [
        normal.span(at, at + len(exact))
        for at in (scan(text, exact) if any(map(str.isalnum, exact)) else ())
        if not normal.cuts_word(at) and not normal.cuts_word(at + len(exact))
    ]
    assert list(spans) == expected
    assert all(article.plain(span) == exact for span in spans)


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet=ALPHABET), exact=st.text(alphabet=ALPHABET, max_size=6), markdown=st.booleans())
def test_places_read_back_equal(text: str, exact: str, markdown: bool) -> None:
    """A place is never anything but the quote, markers and white space aside."""
    article = read_article(text, markdown=markdown)
    for span in find_quote(article, Quote(exact)):
        assert article.plain(span) == squeeze(exact)
