"""Spans, lines and the border to JavaScript."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touratlas.article import Span, Utf16, read_article
from touratlas.article.spans import Lines, normalise_newlines


def test_spans_sort_by_place() -> None:
    """Views draw passages in the order of their spans."""
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    """A span that ends before it starts would read the wrong text silently."""
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_newlines_are_normalised_before_offsets_count() -> None:
    """The same article saved on Windows or an old Mac has the same offsets and columns."""
    unix = read_article("Title\n\nA first line. A second.\n")
    for other in ("Title\r\n\r\nA first line. A second.\r\n", "Title\r\rA first line. A second.\r"):
        assert read_article(other) == unix
    assert unix.position(unix.text.index("A second")) == (3, 15)


def test_only_line_feeds_part_lines() -> None:
    """Form feeds and Unicode separators are white space inside a line, so that editors agree with our numbers."""
    article = read_article("One\x0cand\u2028two.\nThree.")
    assert article.position(article.text.index("Three")) == (2, 1)
    with pytest.raises(ValueError, match="outside"):
        article.position(len(article.text) + 1)


@given(st.text())
def test_positions_read_back(text: str) -> None:
    """Line and column lead back to the offset, for every offset of any text."""
    text = normalise_newlines(text)
    lines, rows = Lines(text), text.split("\n")
    for offset in range(len(text) + 1):
        line, column = lines.position(offset)
        assert sum(len(row) + 1 for row in rows[: line - 1]) + column - 1 == offset


@given(st.text(alphabet=st.sampled_from("ab😀𝔸é\n\ud83d")))
def test_utf16_offsets_count_as_javascript_does(text: str) -> None:
    """JavaScript marks the same words as Python, behind emoji and lone surrogates too."""
    border = Utf16(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        assert border.offset(offset) == units
