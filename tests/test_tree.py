"""Reading YAML into a tree: places, refusals, and nothing that any bytes could raise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from touratlas.finding import Finding
from touratlas.node import NOTHING
from touratlas.tree import DEEPEST, LARGEST_FILE, LONGEST_SCALAR, MOST_ENTRIES, Node, read_tree

ROOT = Path(__file__).parent.parent
REAL = (ROOT / "data" / "events.yaml").read_bytes()


def tree(text: str | bytes) -> Node:
    """The tree of a text without findings."""
    root, findings = read_tree(text.encode() if isinstance(text, str) else text, "t.yaml")
    assert findings == ()
    assert root is not None
    return root


def refusals(text: str | bytes) -> list[str]:
    """`LINE:COLUMN CODE` of each finding."""
    _, findings = read_tree(text.encode() if isinstance(text, str) else text, "t.yaml")
    return [f"{one.line}:{one.column} {one.code}" for one in findings]


def test_every_scalar_stays_text() -> None:
    """YAML's own guesses are not made: `NO` is Norway, `12:30` a time, `1.10` a version."""
    text = "a: [NO, 12:30, 010, 1.10, yes, null, ~, 2025-10-26, '1', \"2\", 0x1F, .inf]"
    words = ["NO", "12:30", "010", "1.10", "yes", "null", "~", "2025-10-26", "1", "2", "0x1F", ".inf"]
    assert tree(text).plain() == {"a": words}


def test_a_key_with_nothing_behind_it_is_neither_text_nor_none() -> None:
    """So that every type of the model refuses it; an empty text in quotes is a text."""
    plain = tree("a:\nb: ''\nc: [ '' ]\n").plain()
    assert plain == {"a": NOTHING, "b": "", "c": [""]}
    assert plain["a"] is NOTHING


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [
        ("a: b\nc: {d: e}\n", ("c", "d"), (2, 8)),
        ("a:\n  - b\n  - c\n", ("a", 1), (3, 5)),
        ("漢字: [😀, é, x]\n", ("漢字", 2), (1, 12)),
        ("😀😀😀: {'é́': x}\n", ("😀😀😀", "é́"), (1, 13)),
        ('a: "😀" # b\nb:   c\n', ("b",), (2, 6)),
        ("a: >-\n  text\n  more\nb: c\n", ("b",), (4, 4)),
        ("a: b\r\nc: d\r\n", ("c",), (2, 4)),
        ("a: b\rc: d\r", ("c",), (2, 4)),
        ("\ufeffa: b\n", ("a",), (1, 4)),
        ("---\na: b\n", ("a",), (2, 4)),
        ("a: b\n", ("a", "x", 3), (1, 4)),  # what isn't there: the nearest value above it
    ],
)
def test_places_count_code_points_from_one(
    text: str, path: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    """Wide characters, combining marks, CR, CR LF and a byte-order mark shift nothing."""
    node = tree(text).find(path)
    assert (node.line, node.column) == place


def test_the_place_of_a_key_is_that_of_the_key() -> None:
    """Misspelt keys are pointed at themselves; the end of a list index is its value."""
    root = tree("a: {漢: b}\nc: [d]\n")
    assert root.key_place(("a", "漢")) == (1, 5)
    assert root.key_place(("c", 0)) == (2, 5)
    assert root.key_place(("a", "gone")) == (1, 4)
    assert root.key_place(()) == (1, 1)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("a: &x b", "1:4 F106"),
        ("a: *x", "1:4 F106"),
        ("&a {b: c}", "1:1 F106"),
        ("<<: {a: b}", "1:1 F106"),
        ("a: {'<<': b}", "1:5 F106"),
        ("a: !x b", "1:4 F107"),
        ('a: ! "b"', "1:4 F107"),
        ("!!map {b: c}", "1:1 F107"),
        ("a: !!python/object:os.system {}", "1:4 F107"),
        ("%TAG ! tag:example.org,2000:\n---\na: !b c", "3:4 F107"),
        ("[a]: b", "1:1 F110"),
        ("? {a: b}\n: c", "1:3 F110"),
        ("{{a: b}: c}", "1:2 F110"),
        ("", "1:1 F109"),
        ("# nothing\n", "1:1 F109"),
        ("---\n...\n", None),  # an empty document is an empty text
        ("a: b\n---\nc: d", "2:1 F109"),
        ("a: [b", "1:6 F104"),
        ("a:\n\tb: c", "2:1 F104"),
        ("a: b\n c: d", "2:3 F104"),
        ("a: 'b", "1:6 F104"),
        ("%YAML 3.0\n---\na: b", "1:1 F104"),
        ('a: "\\ud800"', "1:7 F104"),
        ('a: "\\u202e"', "1:4 F103"),
        ('a: "\\0"', "1:4 F103"),
        ('"\\u2028": b', "1:1 F103"),
        ("a: \u202eb", "1:4 F103"),
        ("a: b # \u2066", "1:8 F103"),
        ("a: b\r\nc: \x85", "2:4 F103"),
        ("a: b\rc: \u2028", "2:4 F103"),
        ("漢\n漢: 漢\x07", "2:5 F103"),
        ("a\ufeff: b", "1:2 F103"),
        (b"a: b\nc: d\xff", "2:5 F102"),
        (b"\xef\xbb\xbf\xe6\xbc\xa2: \xe9", "1:4 F102"),
        ("a: b".encode("utf-16"), "1:1 F102"),
    ],
)
def test_what_makes_yaml_surprising_is_refused_at_its_place(text: str | bytes, refused: str | None) -> None:
    """Nothing is interpreted that the format doesn't have."""
    assert refusals(text) == ([refused] if refused else [])


def test_utf16_without_a_mark_is_told_by_its_nuls() -> None:
    """Every second byte is one."""
    assert refusals("a: b".encode("utf-16-le"))[0] == "1:2 F103"


def test_marks_of_right_to_left_text_are_allowed() -> None:
    """LRM, RLM and ALM are honest typography, raw and escaped."""
    assert tree('a: "x\u200e\u200f\u061c\\u200e"').plain() == {"a": "x\u200e\u200f\u061c\u200e"}


def test_an_equal_key_is_found_each_time_and_the_first_kept() -> None:
    """All of them in one run; what was left out is remembered, so that it isn't missed."""
    root, findings = read_tree(b"a: 1\na: 2\nb: {c: 3, c: 4}\na: 5\n", "t.yaml")
    assert [f"{one.line}:{one.column} {one.code}" for one in findings] == [
        "2:1 F105",
        "3:11 F105",
        "4:1 F105",
    ]
    assert root is not None
    assert root.plain() == {"a": "1", "b": {"c": "3"}}
    assert root.lost_at(("a",))
    assert root.lost_at(("b",))
    assert root.lost_at(("b", "c", "d"))
    assert not tree("a: {b: c}").lost_at(("a", "b"))


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("[" * DEEPEST + "]" * DEEPEST, "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)),
        ("- " * DEEPEST + "a", "- " * (DEEPEST + 1) + "a"),
        ("a" * LONGEST_SCALAR, "a" * (LONGEST_SCALAR + 1)),
        ("[" + "a," * MOST_ENTRIES + "]", "[" + "a," * (MOST_ENTRIES + 1) + "]"),
        (
            "".join(f"k{number}: v\n" for number in range(MOST_ENTRIES)),
            "".join(f"k{number}: v\n" for number in range(MOST_ENTRIES + 1)),
        ),
    ],
)
def test_bounds_hold_what_is_at_them_and_refuse_what_is_beyond(good: str, bad: str) -> None:
    """Depth, length of a text, entries of a list or mapping."""
    tree(good)
    assert [refusal[-4:] for refusal in refusals(bad)] == ["F108"]


def test_a_file_beyond_the_bound_is_not_looked_at() -> None:
    """The size is told before anything is decoded."""
    assert refusals(b"\xff" * (LARGEST_FILE + 1)) == ["1:1 F101"]


def test_forbidden_characters_are_told_up_to_twenty_at_once() -> None:
    """Enough to mend a file, not a wall."""
    assert len(refusals("\x07" * 500)) == 20


def test_a_syntax_error_keeps_what_was_found_before_it() -> None:
    """An equal key above a syntax error is told as well."""
    assert refusals("a: 1\na: 2\nb: [") == ["2:1 F105", "3:5 F104"]


def inside(finding: Finding, data: bytes) -> bool:
    """Whether a finding's place is in the file: a line that exists, a column up to one behind its end."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    return 1 <= finding.line <= len(lines) and 1 <= finding.column <= len(lines[finding.line - 1]) + 1


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
@example(b"? ")
@example(b"- ? - ? -")
@example(b": : :")
@example(b"|0\n")
@example(b"%\n---")
def test_no_bytes_raise(data: bytes) -> None:
    """Whatever stands in a file, the answer is a tree or findings, with places inside the file."""
    root, findings = read_tree(data, "t.yaml")
    assert root is not None or findings
    assert all(finding.line >= 1 and finding.column >= 1 for finding in findings)
    if root is not None:
        root.plain()


ALPHABET = st.text("{}[]:,-?&*!|>'\"%@`# \n\tab1\\<~.é😀\u202e", max_size=60)


@settings(max_examples=400, deadline=None)
@given(ALPHABET)
def test_no_text_of_yaml_signs_raises(text: str) -> None:
    """The signs of YAML in any order: places lie inside the file."""
    data = text.encode()
    root, findings = read_tree(data, "t.yaml")
    assert root is not None or findings
    assert all(inside(finding, data) for finding in findings)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(REAL) - 1), st.binary(max_size=6), st.integers(0, 40))
def test_a_damaged_real_file_raises_nothing(at: int, put: bytes, cut: int) -> None:
    """Bytes cut out of the real tour, and others put in."""
    data = REAL[:at] + put + REAL[at + cut :]
    root, findings = read_tree(data, "t.yaml")
    assert root is not None or findings
