"""A file that is no YAML is told in words that help whoever wrote it, and not in a parser's."""

from __future__ import annotations

import re

import pytest

from touratlas.syntax import in_plain_words
from touratlas.tree import read_tree

JARGON = re.compile(
    r"token|scalar|block|flow|stream|mapping values|node content|did not find|while (?:parsing|scanning)"
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a:\n  b: c\n d: e\n", "a key with a colon should begin here"),
        ("a: 'b' c\n", "a quote that ends early"),
        ("a: [b, c\nd: e\n", "a list in `[ ]` isn't closed, or lacks a comma; it began in line 1"),
        ("a: {b: c\nd: e\n", "a mapping in `{ }` isn't closed, or lacks a comma; it began in line 1"),
        ("a: 'b\n", "a text in quotes isn't closed; it began in line 1"),
        ("a: b: c\n", "a colon can't stand here; put a text that has one in quotes"),
        ("a: @x\n", "nothing begins with this character; put a text that begins so in quotes"),
        ("a: & b\n", "`&` and `*` begin no text"),
        ("a:\n  - b\n  c: d\n", "an item of a list should begin here, with `-`"),
        ("a: b\ntitle\nc: d\n", "a key lacks its colon"),
        ("a: - b\n", "an item of a list can't begin here"),
        ("a: [,b]\n", "a value should stand before this character"),
        ("a: b\n...\nc: d\n", "nothing may follow the end of the document"),
        ("a: |x\n b\n", "nothing may follow on this line"),
        ("a: |\n\tb\n", "a tab stands here; indent with spaces"),
        ('a: "\\q"\n', "can't stand before this character in double quotes"),
        ('a: "\\xZZ"\n', "digits are missing"),
        ('a: "\\ud800"\n', "there is no character of this number"),
        ("%YAML 3.0\n---\na: b\n", "this version of YAML isn't known"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(text: str, words: str) -> None:
    """With the line in which it began, where that is another one."""
    _, (finding, *_) = read_tree(text.encode(), "tour.yaml")
    assert finding.code == "F104"
    assert words in finding.message
    assert not JARGON.search(finding.message.replace("mapping in", "")), finding.message


def test_what_has_no_words_of_ours_keeps_its_own() -> None:
    """Better than nothing."""
    assert in_plain_words("some problem") == "some problem"
    assert in_plain_words("some problem", 7) == "some problem; it began in line 7"
