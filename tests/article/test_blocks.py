"""Blocks by form: each rule of the docstring of touratlas.article.blocks, and the curator's corrections."""

from __future__ import annotations

import pytest

from touratlas.article import Article, BlockKind, Correction, read_article
from touratlas.article.blocks import is_heading, is_reference_heading, is_stray

LONG = "The ministers met for two days and parted without a text that both of them could sign, as was feared."


def kinds(text: str, *, markdown: bool = False) -> list[str]:
    """The kinds of the blocks of a text."""
    return [block.kind.value for block in read_article(text, markdown=markdown).blocks]


@pytest.mark.parametrize(
    "text",
    [
        "References",
        "📎 References & Citations",
        "📌 Sources & References",
        "SOURCES:",
        "Works  Cited",
        "Notes and sources",
        "Quellen",
        "Références",
        "参考文献",
        "Anmerkungen und Quellen",
        "— Footnotes",
    ],
)
def test_reference_headings(text: str) -> None:
    """A reference list is recognised by the usual headings, whatever stands before them."""
    assert is_reference_heading(text)


@pytest.mark.parametrize(
    "text", ["Preferences", "Source code", "Key Points", "References to the war", "", "Notes on a trip"]
)
def test_no_reference_headings(text: str) -> None:
    """Headings that merely hold such a word begin no reference list."""
    assert not is_reference_heading(text)


@pytest.mark.parametrize(
    "text", ["x09o47", "cwfk1z", "x09o47.:", "---", "* * *", "😀", "a1b2c3", "[3]", " [3] [4]"]
)
def test_strays(text: str) -> None:
    """Tokens that are no prose are set apart."""
    assert is_stray(text)


@pytest.mark.parametrize(
    "text",
    ["FAQ", "G20", "2025", "3D", "COVID19", "H1N1", "a", "talks", "x09 o47", "1st", "http://a1b.example"],
)
def test_no_strays(text: str) -> None:
    """Names, years and words are prose."""
    assert not is_stray(text)


@pytest.mark.parametrize(
    "text",
    ["Key Points", "🔗 Related Topics", "✓ Pros", "Trade Talks[4]", "Sources:", "Relations Since 2018"],
)
def test_headings(text: str) -> None:
    """Short lines without final punctuation are headings."""
    assert is_heading(text)


@pytest.mark.parametrize(
    "text",
    ["It ended.", "Why?", "It ended.[4]", "“It ended.”", "The following:", "12", "为什么？", "a" * 121],
)
def test_no_headings(text: str) -> None:
    """Sentences, questions and long lines are no headings."""
    assert not is_heading(text)


def test_every_line_of_an_unwrapped_article_is_a_block() -> None:
    """One line a paragraph: no blank lines are needed."""
    text = (
        f"Title\nHeading\n{LONG}\n- One\n• Two.\n12) Three\n  goes on\nx09o47\nSources\n- a\n1. b\nEnd\n- c\n"
    )
    kinds_of_lines = kinds(text)
    assert kinds_of_lines[:6] == ["title", "heading", "paragraph", "list-item", "list-item", "list-item"]
    assert kinds_of_lines[6:] == ["stray", "heading", "reference", "reference", "heading", "list-item"]


def test_a_hard_wrapped_article_is_joined() -> None:
    """Lines between blanks are one paragraph; a heading that could have gone on and items end it."""
    text = """A title
=======
The ministers met for two days and parted
without a text that both could sign[3]
[4] in March.

The next round
The ministers will meet again, and then
the text will be on the table.
- an item that
  goes on
- another

[1] An entry that
is long.
[2] Another
"""
    article = read_article(text)
    assert [block.kind.value for block in article.blocks] == (
        [
            "title",
            "stray",
            "paragraph",
            "heading",
            "paragraph",
            "list-item",
            "list-item",
            "reference",
            "reference",
        ]
    )
    assert article.plain(article.blocks[7].content) == "An entry that is long."


def test_a_bracketed_number_at_the_start_is_a_reference_anywhere() -> None:
    """A list `[1] …` needs no heading: a citation belongs to the words before it."""
    assert kinds(f"{LONG}\n[1] First entry.\n[2]: Second entry.\n") == ["paragraph", "reference", "reference"]


def test_the_list_ends_at_the_next_heading() -> None:
    """Items under a later heading are no references."""
    assert kinds("Sources\n- a b\nAbout us\n- c d\n") == ["title", "reference", "heading", "list-item"]


def test_markdown_blocks(markdown: Article) -> None:
    """CommonMark tells the blocks; what is no prose is `other`."""
    found = [block.kind.value for block in markdown.blocks]
    assert found[:8] == [
        "title",
        "paragraph",
        "heading",
        "paragraph",
        "list-item",
        "list-item",
        "list-item",
        "list-item",
    ]
    assert found[8:14] == ["heading", "other", "other", "other", "paragraph", "stray"]
    assert found[14:] == ["reference", "reference", "reference", "other", "heading", "reference", "reference"]
    assert [block.level for block in markdown.blocks][:9] == [1, 0, 2, 0, 1, 1, 2, 2, 3]


def test_entries_of_one_markdown_paragraph_are_split() -> None:
    """Authors put `[1] …` lines below each other without blank lines."""
    article = read_article("# T\n\n## Sources\n\n[1] A\nmore\n[2] B\n", markdown=True)
    assert [(reference.label, reference.text) for reference in article.references] == [
        ("1", "A more"),
        ("2", "B"),
    ]


def test_front_matter_and_setext_headings() -> None:
    """Front matter is no prose; an underlined line is a heading and its line no text."""
    article = read_article("---\ntitle: x\n---\n\nA title\n=======\n\nText here.\n", markdown=True)
    assert [block.kind.value for block in article.blocks] == ["other", "heading", "paragraph"]
    assert article.plain(article.blocks[1].content) == "A title"


def test_corrections_are_applied_and_shown() -> None:
    """The curator's word wins over form, moves sections and lists, and is marked as such."""
    text = f"Title\nWhere it comes from\n- one entry\n{LONG}\n"
    assert [block.kind for block in read_article(text).blocks][2] is BlockKind.LIST_ITEM
    article = read_article(
        text,
        corrections=[
            Correction(3, BlockKind.REFERENCE),
            Correction(1, BlockKind.TITLE),
            Correction(9, BlockKind.STRAY),
        ],
    )
    assert [(block.kind.value, block.corrected) for block in article.blocks] == [
        ("title", False),
        ("heading", False),
        ("reference", True),
        ("paragraph", False),
    ]
    assert [reference.text for reference in article.references] == ["one entry"]
    assert article.idle_corrections == (Correction(1, BlockKind.TITLE), Correction(9, BlockKind.STRAY))


def test_a_corrected_heading_opens_a_section_and_a_list() -> None:
    """A corrected reference heading makes references of the items under it."""
    article = read_article(f"{LONG}\nSources.\n- an entry\n", corrections=[Correction(2, BlockKind.HEADING)])
    assert [block.kind.value for block in article.blocks] == ["paragraph", "heading", "list-item"]
    article = read_article(
        f"{LONG}\nReferences\n- an entry\n", corrections=[Correction(2, BlockKind.PARAGRAPH)]
    )
    assert [block.kind.value for block in article.blocks] == ["paragraph", "paragraph", "list-item"]


def test_a_reference_corrected_to_a_paragraph_has_its_marker_back() -> None:
    """What looked like an entry's number is a citation again."""
    article = read_article(f"[1] {LONG}", corrections=[Correction(1, BlockKind.PARAGRAPH)])
    assert [run.numbers for run in article.runs] == [("1",)]
    assert article.references == ()


def test_the_blocks_of_the_seed_article(seed: Article) -> None:
    """Title, 17 headings, 16 references and the two strays at the end, as a reader sees them."""
    counted = {kind: sum(block.kind is kind for block in seed.blocks) for kind in BlockKind}
    assert counted == {
        BlockKind.TITLE: 1,
        BlockKind.HEADING: 17,
        BlockKind.PARAGRAPH: 13,
        BlockKind.LIST_ITEM: 6,
        BlockKind.REFERENCE: 16,
        BlockKind.STRAY: 2,
        BlockKind.OTHER: 0,
    }
    assert [block.content.of(seed.text) for block in seed.blocks[-2:]] == ["x09o47", "cwfk1z"]
