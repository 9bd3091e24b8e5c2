"""Sentences: the reviewed tables, the general rules, and what must hold for any text."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from touratlas.article import Article, BlockKind, Quote, find_quote, read_article

HERE = Path(__file__).parent
TAIL = " This line is long enough to be a paragraph, whatever stands before these words in it."


def table(path: Path) -> list[tuple[int, int, int, str, str]]:
    """A table of units that was reviewed by eye; ⏎ stands for a newline."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return [(int(line), int(start), int(end), kind, text) for line, start, end, kind, text in rows]


def units(article: Article) -> list[tuple[int, int, int, str, str]]:
    """The units of an article in the table's form."""
    return [
        (
            article.position(unit.span.start)[0],
            unit.span.start,
            unit.span.end,
            article.blocks[unit.block].kind.value,
            unit.span.of(article.text).replace("\n", "⏎"),
        )
        for unit in article.sentences
    ]


def sentences(text: str, language: str = "en") -> list[str]:
    """The sentences of a paragraph that begins with `text`, without the one that makes it long."""
    tail = TAIL if language == "en" else ""
    article = read_article(text + tail, language=language)
    found = [unit.span.of(article.text) for unit in article.sentences]
    return found[:-1] if tail else found


def test_the_seed_article_agrees_with_the_reviewed_table(seed: Article) -> None:
    """Every unit of the real article is exactly what a reader takes for one."""
    assert units(seed) == table(HERE / "oracle_sentences.tsv")


@pytest.mark.parametrize("name", ["wrapped", "footnotes", "markdown"])
def test_the_invented_articles_agree_with_their_tables(name: str, request: pytest.FixtureRequest) -> None:
    """Other makes of articles are read as well as the real one."""
    article: Article = request.getfixturevalue(name)
    assert units(article) == table(HERE / "articles" / f"{name}.tsv")


def test_the_sentences_to_account_for(seed: Article) -> None:
    """The curator must account for the 69 sentences of paragraphs and list items, and nothing else."""
    assert sum(unit.countable for unit in seed.sentences) == 69
    kinds = {seed.blocks[unit.block].kind for unit in seed.sentences if unit.countable}
    assert kinds == {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}


@pytest.mark.parametrize(
    "expected",
    [
        ["He left the U.S.", "The talks went on."],
        ["U.S. President Donald Trump met Mr. Smith, Dr. Who and Gen. Lee at 10 a.m. on Jan. 5."],
        ["Lt. Gov. Smith and Maj. Gen. Doe met St. John in Calif.", "The rest left."],
        [
            "He met J. K. Rowling and John F. Kennedy Jr. in Washington, D.C.",
            "The talks began at 7 p.m.",
            "The end.",
        ],
        ["Sales rose 3.5 percent to $1.2 billion.", "25 people came."],
        ['"Stop!" he said.', '"We agree," she said.', '"It is done."'],
        ["“Is it over?” he asked.", "“No.”", "She left."],
        ["He said: “We agree.", "It is done.”[3]", "Then he left."],
        [
            "The summit.[8]",
            "The next day [9].",
            "Then “peace.”[10]",
            "He left (see [11]).",
            "So.[12][13]",
            "Next.",
        ],
        ["It is the oldest civilization.", "Trump left Iowa.", "Biden came."],
        ["The A.S.E.A.N. summit began.", "Plan B.", "It failed."],
        ["Acme Inc. said so, i.e. the firm, e.g. Smith vs. Jones, etc.", "Later they met."],
        ["It was signed by A. B. Smith et al. in 2020.", "Prof. Cha (b. 1961) said so."],
        ["He waited…", "Then he waited ... and left.", "What?!", "Yes."],
        ["No. 5 is here.", "Sept. 5 and Fri. Oct. 3 came.", "It rose to 5.", "Trump left."],
        ["Talks ended [1] .", "Then peace."],
    ],
)
def test_english_sentences(expected: list[str]) -> None:
    """Abbreviations, initials, numbers, quotations and markers don't break or join English sentences."""
    assert sentences(" ".join(expected)) == expected


def test_a_marker_between_two_sentences_parts_them_without_white_space() -> None:
    """Machine-made articles often lack the blank behind a citation."""
    assert sentences("The summit ended.[8]The next began.") == ["The summit ended.[8]", "The next began."]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", ["会谈在首都举行。", "他说：“我们同意。”然后离开。", "真的？", "是。"]),
        ("ja", ["「行く。」と言った。", "会談は終わった。"]),
        ("ar", ["هل وصل الرئيس؟", "نعم، وصل۔"]),
        ("en", ["会谈结束。"]),
        ("de", ["Er kam am 3. Oktober.", "Dr. Meier sagte (vgl. S. 4): „Gut.“", "Dann z. B. Schluss."]),
        ("fr-FR", ["« Oui. »", "Il partit !", "Puis rien."]),
    ],
)
def test_other_languages_follow_the_simple_rule(language: str, expected: list[str]) -> None:
    """Chinese, Japanese and Arabic full stops need no white space; others do."""
    joined = ("" if language in ("zh", "ja") else " ").join(expected)
    assert sentences(joined, language) == expected


def test_units_are_found_by_offset(seed: Article) -> None:
    """The sentence, block and section under any code point are those that cover it."""
    for offset in range(len(seed.text)):
        unit, block = seed.sentence_at(offset), seed.block_at(offset)
        assert unit == next((one for one in seed.sentences if one.span.start <= offset < one.span.end), None)
        assert block == next((one for one in seed.blocks if one.span.start <= offset < one.span.end), None)


PIECES = [
    "Talks",
    "ended",
    "U.S.",
    "e.g.",
    ".",
    "!",
    "?",
    "…",
    "。",
    "؟",
    "[8]",
    "[1, 2]",
    "[1-3]",
    "[^a]",
    "[sic]",
    "[",
    "]",
    "\n",
    "\n\n",
    " ",
    "\t",
    "\u2028",
    "\x00",
    "\x0c",
    "- ",
    "* ",
    "1. ",
    "[1] ",
    "[^a]: ",
    "# ",
    "> ",
    "```\n",
    "| a |\n|---|\n",
    "**",
    "_",
    "`",
    "](",
    "(http://a.b)",
    "References\n",
    "x09o47",
    "\n===\n",
    "“",
    "”",
    "'",
    '"',
    "(",
    ")",
    "é",
    "e\u0301",
    "\u200d",
    "😀",
    "𝔸",
    "م",
    "\u202e",
    "会谈",
    "12",
    ",",
    "3.5",
    "\\",
    "&amp;",
    "<b>",
    "<!--",
    "    ",
    "~~",
    "![",
    "\ud800",
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(text=texts, markdown=st.booleans(), language=st.sampled_from(["en", "zh", "ar"]))
def test_blocks_and_sentences_cover_any_text(text: str, markdown: bool, language: str) -> None:
    """No text raises; blocks and sentences are in order, disjoint, and leave out nothing but white space."""
    article = read_article(text, markdown=markdown, language=language)
    covered = set[int]()
    for spans in ([block.span for block in article.blocks], [unit.span for unit in article.sentences]):
        assert all(left.end <= right.start for left, right in pairwise(spans))
        assert all(spans)
    for block in article.blocks:
        assert block.span.covers(block.content)
        covered |= set(range(block.span.start, block.span.end))
    assert all(char.isspace() for at, char in enumerate(article.text) if at not in covered)
    for block in article.blocks:
        inside = set(range(block.content.start, block.content.end))
        for unit in article.sentences_in(block.content):
            inside -= set(range(unit.span.start, unit.span.end))
        assert all(article.text[at].isspace() for at in inside)
    for run in article.runs:
        assert article.sentences_in(run.span)[0].span.covers(run.span)


@settings(max_examples=200, deadline=None)
@given(text=texts, markdown=st.booleans())
def test_each_sentence_is_found_by_its_own_words(text: str, markdown: bool) -> None:
    """Whatever sentence is shown can be quoted, unless its ends cut a word or it has no words."""
    article = read_article(text, markdown=markdown)
    words = article.normalised
    for unit in article.sentences:
        plain = article.plain(unit.span)
        start, end = words.slice(unit.span)
        cut = words.cuts_word(start) or words.cuts_word(end)
        if any(map(str.isalnum, plain)) and not cut:
            found = find_quote(article, Quote(plain))
            assert any(span.overlaps(unit.span) for span in found)
            assert all(article.plain(span) == plain for span in found)
