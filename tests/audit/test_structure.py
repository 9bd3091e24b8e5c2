"""Rules on what was announced, left open or left over."""

from __future__ import annotations

import pytest

from tests.audit.auditing import audited, passages
from touratlas.finding import Severity


def test_empty_headings_of_markdown_know_their_level() -> None:
    """A heading may be followed by a deeper one."""
    assert passages("# A\n\n## B\n\n### C\n\nText.\n", "A501", markdown=True) == []
    assert passages("# A\n\nText.\n\n## B\n\n## C\n\nText.\n", "A501", markdown=True) == ["B"]
    assert passages("# A\n\nText.\n\n### B\n\n## C\n\nText.\n", "A501", markdown=True) == ["B"]
    assert passages("# A\n\nText.\n\n## B\n", "A501", markdown=True) == ["B"]


def test_empty_headings_of_plain_text_are_notes() -> None:
    """Form alone tells no level; titles and bylines are left alone."""
    (one,) = audited("A title\n\nA town stands.\n\nPlans\n\nMoney\n\nIt cost a lot.\n", "A501")
    assert one.severity is Severity.NOTE
    assert passages("A title\n\nBy Ada Brill\n\nVik, 4 May 2025\n\nA town stands.\n", "A501") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("FAQ\n\nHow long is it?\n\nHow high is it?\n\nForty metres.", ["How long is it?"]),
        ("FAQ\n\nHow long is it?", ["How long is it?"]),
        ("FAQ\n\nHow long is it? It is long.\n\nHow high is it? It is high.", []),
        ("FAQ\n\nHow long is it?\n\nA mile.\n\nHow high is it?\n\nA foot.", []),
        ("Questions for discussion\n\nIs it long?\n\nIs it high?", []),
        ("Is it long?\n\nIt stands.\n\nWho knows?", []),
        ("The bridge\n\nWhat is a bridge?\n\nWhat is a river?\n\nNobody ever asked them in our town.", []),
    ],
)
def test_questions_without_answers(text: str, found: list[str]) -> None:
    """In lists of questions and answers; rhetorical questions and exercises are left alone."""
    start = "A title\n\nIt stands here.\n\n"
    assert passages(start + text + "\n", "A502") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They must answer the following questions:\n\nThe meeting begins at seven.", True),
        ("They must answer the following questions:\n\n- Who?\n- What?", False),
        ("They must answer the following questions:\n\n1. Who?\n2. What?", False),
        ("He wrote the following:\n\n“It is late.”", False),
        ("He wrote the following lines: it is late.", False),
        ("They must answer these questions:", True),
        ("He said:\n\nIt is late.", False),
    ],
)
def test_lists_that_are_announced(text: str, found: bool) -> None:
    """And don't follow; a quotation may, or the list in the sentence itself."""
    assert bool(audited("A town stands here.\n\n" + text + "\n", "A503")) is found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("x09o47", True), ("IMG_2043_final2.jpg", True), ("{{cta_block}}", True), ("[caption]", True), ("***", False),
        ("⁂", False), ("END", False), ("The end.", False), ("2025", False), ("- - -", False),
    ],
)  # fmt: skip
def test_stray_tokens(line: str, found: bool) -> None:
    """Lines that are no prose; separators and short words are."""
    assert passages(f"A town stands here.\n\n{line}\n\nIt is old.\n", "A504") == ([line] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Nobody sleeps, he said.", ["“"]), ("Nobody sleeps,” he said.", []), ("It stands (since May.", ["("]),
        ("It stands since May).", [")"]), ("It [the bridge stands.", ["["]), ('He said "no and left.', ['"']),
        ("“Nobody sleeps,” he said (the mayor) [sic].", []), ("a) first b) second 1) third", []),
        ("It is 6\" wide and 3' long.", []), ("It works :-) or so ;)", []), ("(see (a) and (b))", []),
        ("„Niemand schläft“, sagte er.", []), ("“Nobody ‘sleeps’ here,” she said.", []),
    ],
)  # fmt: skip
def test_unbalanced_marks(text: str, found: list[str]) -> None:
    """The first lonely mark; enumerators, inches, smileys and other languages' quotes are sound."""
    assert passages(f"A town.\n\n{text} It is so in the town.\n", "A505") == found


def test_a_quotation_may_go_on_in_the_next_paragraph() -> None:
    """Which opens it again."""
    assert passages("“Nobody sleeps here. It is loud.\n\n“Nobody ever did,” he said.\n", "A505") == []


def test_links_and_code_of_markdown_are_balanced() -> None:
    """Their brackets are markup, or nobody's."""
    text = "# A\n\nSee [the page](https://a.example/b_(c)) and `f(`.\n"
    assert passages(text, "A505", markdown=True) == []


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("donâ€™t", "’"),
        ("cafÃ©", "é"),
        ("â€œnoâ€\u009d", "“"),
        ("10Â\u00a0km", "\u00a0"),
        ("a\ufffdb", ""),
        ("Mоscow", ""),
    ],
)  # fmt: skip
def test_mixed_encodings(word: str, meant: str) -> None:
    """Bytes read in another encoding, lost characters, letters of another script."""
    one = audited(f"They say {word} here.\n", "A506")[0]
    assert one.suggestion in {meant, "\\u00a0"} or meant == ""


@pytest.mark.parametrize(
    "word", ["café", "naïve", "Ã", "pâté", "Москва", "Ελλάς", "10 €", "Ångström", "東京"]
)
def test_sound_characters(word: str) -> None:
    """Accents and other scripts are no faults."""
    assert audited(f"They say {word} here.\n", "A506") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They saw the the bridge.", ["the the"]),
        ("One by one, and\nand then none.", ["and\nand"]), ("That that is, is.", []),
        ("They had had it.", []), ("To be or to to be.", ["to to"]), ("The The played.", ["The The"]),
    ],
)  # fmt: skip
def test_words_written_twice(text: str, found: list[str]) -> None:
    """Small words only; over a line's end in hard-wrapped text."""
    assert passages(text + "\n", "A507") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It cost [TK: ask] a lot.", True), ("TODO: write this.", True), ("Lorem ipsum dolor.", True),
        ("It cost [insert sum].", True), ("It is so [citation needed].", True), ("It is [sic] so.", False),
        ("Part XX of the book.", False), ("He is a tk of sorts.", False), ("See [the bridge].", False),
    ],
)  # fmt: skip
def test_notes_to_the_desk(text: str, found: bool) -> None:
    """What was meant to be replaced."""
    assert bool(audited(text + "\n", "A508")) is found
