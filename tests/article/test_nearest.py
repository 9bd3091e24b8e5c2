"""What comes nearest to a quote that isn't there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from touratlas.article import Article, Quote, nearest_passage, nearest_place, read_article


@pytest.mark.parametrize(
    ("exact", "passage", "difference"),
    [
        (
            "planned part of the meeting",
            "planned aspect of the meeting",
            "planned [-aspect-]{+part+} of the…",
        ),
        (
            "Trump's Asia tour is a three-nation trip",
            "Trump’s Asia tour is a three-nation trip",
            "the article has ’ where the quote has '",
        ),
        (
            "landed at Kuala Lumpur Airport on Sunday",
            "landed at Kuala Lumpur International Airport on Sunday",
            "…Kuala Lumpur [-International -]Airport on …",
        ),
        (
            "summit[8], which underscores",
            "summit[8], which underscores",
            "a quote is written without citation markers",
        ),
        ("arget", "targeted", "the quote begins or ends inside a word of “targeted”"),
        (
            "trump plans to meet prime minister",
            "Trump plans to meet Prime Minister",
            "the article has the capitals of “Trump”, “Prime”, “Minister”",
        ),
        ("a three–nation trip", "a three-nation trip", "the article has - where the quote has –"),
        (
            "Malaysia is the 2025\u200b ASEAN chair",
            "Malaysia is the 2025 ASEAN chair",
            "the article has nothing where the quote has U+200B",
        ),
        ("Trump landed at Kuala Lumpur", "Trump landed at Kuala Lumpur", "no difference"),
    ],
)
def test_the_nearest_passage_of_the_seed_article(
    seed: Article, exact: str, passage: str, difference: str
) -> None:
    """The passage has the boundaries a curator meant, and the difference is told in one line."""
    nearest = nearest_passage(seed, exact)
    assert nearest is not None
    assert nearest.span.of(seed.text) == passage
    assert nearest.difference == difference


def test_the_unicode_form_is_named() -> None:
    """Composed and decomposed accents look alike; the reason is told."""
    nearest = nearest_passage(read_article("They met in the cafe\u0301 at noon."), "in the caf\u00e9 at noon")
    assert nearest is not None
    assert "another Unicode form" in nearest.difference


def test_what_resembles_nothing_has_no_nearest_passage(seed: Article) -> None:
    """A quote from another source isn't forced onto this one."""
    assert nearest_passage(seed, "completely unrelated zebra quagga xylophone") is None
    assert nearest_passage(seed, "?!") is None
    assert nearest_passage(read_article(""), "words") is None


def test_languages_without_blanks_have_a_nearest_passage() -> None:
    """Chinese is compared by characters."""
    article = read_article("双方领导人希望会谈顺利进行并达成协议。专家警告说结果难以预料。", language="zh")
    nearest = nearest_passage(article, "双方领导人盼望会谈顺利进行")
    assert nearest is not None
    assert nearest.span.of(article.text) == "双方领导人希望会谈顺利进行"
    assert nearest.difference == "…方领导人[-希-]{+盼+}望会谈顺…"


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=200), exact=st.text(max_size=60), markdown=st.booleans())
def test_any_text_has_a_nearest_passage_or_none(text: str, exact: str, markdown: bool) -> None:
    """Never an exception, never a span outside the text, always one line."""
    article = read_article(text, markdown=markdown)
    nearest = nearest_passage(article, exact)
    if nearest is not None:
        assert 0 <= nearest.span.start < nearest.span.end <= len(article.text)
        assert 0 < nearest.ratio <= 1
        assert "\n" not in nearest.difference


@pytest.mark.parametrize(
    ("prefix", "suffix", "line", "difference"),
    [
        ("and calculated aspects of the", "", 26, "prefix: and calculated [-aspect-]{+aspects+} of the"),
        ("optics and planned aspect of", "", 24, "prefix: … aspect of[- the-]"),
        ("", "to go well, but expert caution", 24, "suffix: …, but [-experts-]{+expert+} caution"),
    ],
)
def test_a_prefix_or_suffix_slightly_off(
    seed: Article, prefix: str, suffix: str, line: int, difference: str
) -> None:
    """Of several places the one is named that it fits best, and the difference is that of prefix and suffix."""
    nearest = nearest_place(seed, Quote("meeting", prefix, suffix))
    assert nearest is not None
    assert nearest.span.of(seed.text) == "meeting"
    assert (seed.position(nearest.span.start)[0], nearest.difference) == (line, difference)


def test_words_that_stand_nowhere_have_no_place(seed: Article) -> None:
    """Then the nearest passage is what helps."""
    assert nearest_place(seed, Quote("zymurgy", "the", "")) is None
