"""The audit of any text: sorted, inside the text, the same every time, and never a crash."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.audit.auditing import audited, passages
from touratlas.audit import RULES
from touratlas.finding import Severity

PIECES = st.sampled_from(
    [
        *(
            "The bridge was opened on Sunday, October 25, 2025",
            "[1]",
            "[2][1]",
            "[9",
            "[^a]",
            ". ",
            ", ",
            "\n\n",
            "\n",
            "“",
        ),
        *(
            "”",
            "(",
            ")",
            "# Plans\n\n",
            "FAQ\n",
            "Why?\n",
            "References\n[1] A report of 2020.\n",
            "- An item\n",
            "𝔸",
        ),
        *(
            "[^a]: A note\n",
            "Ada Brill",
            "the Center for Old Studies",
            "£42 million",
            "20 per cent",
            "from 2018 to 2016",
        ),
        *(
            "31 June",
            "x09o47\n",
            "the following questions:\n",
            "will be opened",
            "was opened",
            "experts say",
            "â€™",
        ),
        *("12 m (52 feet)", "\u202e", "`code [1`"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.booleans(), st.sampled_from(["en", "de"]))
def test_any_text_can_be_audited(text: str, markdown: bool, language: str) -> None:
    """Findings are sorted and unique, and every passage and related place lies in the text."""
    findings = audited(text, markdown=markdown, language=language)
    assert list(findings) == sorted(set(findings))
    assert findings == audited(text, markdown=markdown, language=language)
    lines = text.split("\n")
    for one in findings:
        assert 0 <= one.span.start <= one.span.end <= len(text)
        assert one.line <= len(lines)
        assert one.column <= len(lines[one.line - 1]) + 1
        assert (one.line, one.column) <= (one.end_line, one.end_column)
        assert "\n" not in one.message
        assert "\u202e" not in one.message
        assert all(place.span.end <= len(text) for place in one.related)


@given(st.text(max_size=300))
def test_any_characters_can_be_audited(text: str) -> None:
    """Whatever they are."""
    audited(text)
    audited(text, markdown=True)


@pytest.mark.parametrize("text", ["", "\n", " ", "A title", "?"])
def test_next_to_nothing_has_no_fault(text: str) -> None:
    """An empty file is no finding."""
    assert audited(text) == ()


def test_newlines_of_any_kind_give_the_same_places() -> None:
    """Offsets count in the text with LF."""
    text = "A town\n\nThe bridge stands.\n\nx09o47\n"
    assert (
        [one.line for one in audited(text.replace("\n", "\r\n"))]
        == [one.line for one in audited(text)]
        == [5]
    )


def test_code_in_markdown_is_no_prose() -> None:
    """What stands between backticks, or in a block of code, is nobody's statement."""
    text = "# Dates\n\nWrite `31 June 2023` and `(` so.\n\n```text\nSunday, October 25, 2025 (\n```\n"
    assert audited(text, markdown=True) == ()
    assert passages("Write 31 June 2023 so, they said in town.\n", "A303") == ["31 June 2023"]


def test_other_languages_have_the_rules_that_need_no_english() -> None:
    """Citations and structure are the same everywhere."""
    text = (
        "Die Brücke steht[1]. Am Sonntag (25. Oktober 2025 wurde sie eröffnet.\n\n"
        "Quellen\n[1] Ein Bericht.\n[2] Amt, 2020, S. 3.\n"
    )
    codes = {one.code for one in audited(text, language="de")}
    assert {"A102", "A505"} <= codes
    assert codes <= {rule.code for rule in RULES if not rule.english}


def test_messages_are_bounded() -> None:
    """However long the passage."""
    text = "“" + "word " * 5_000 + "\n"
    for one in audited(text + "\n" + text, "A403", "A505"):
        assert len(one.message) <= 400


def test_errors_are_for_what_is_certain() -> None:
    """Rules that can err don't call it an error."""
    sure = {rule.code for rule in RULES if rule.severity is Severity.ERROR}
    assert sure == {"A101", "A301", "A303"}
