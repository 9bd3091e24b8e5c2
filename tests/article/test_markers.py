"""Citation markers: what is one, what is none, and how runs and ranges are read."""

from __future__ import annotations

import pytest

from touratlas.article import Article, label_key, read_article

TAIL = " and the talks went on for so long that this line is a paragraph."


def runs(text: str, *, markdown: bool = False) -> list[tuple[str, tuple[str, ...]]]:
    """The marker runs behind the first word of a paragraph, as printed and as read."""
    article = read_article(f"Talks {text}{TAIL}", markdown=markdown)
    return [(run.span.of(article.text), run.numbers) for run in article.runs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[8]", [("[8]", ("8",))]),
        ("[7][18]", [("[7][18]", ("7", "18"))]),
        ("[7] [18]", [("[7] [18]", ("7", "18"))]),
        ("[7], [18]", [("[7], [18]", ("7", "18"))]),
        ("[1, 2]", [("[1, 2]", ("1", "2"))]),
        ("[1;2]", [("[1;2]", ("1", "2"))]),
        ("[1-3]", [("[1-3]", ("1", "2", "3"))]),
        ("[1–3, 7]", [("[1–3, 7]", ("1", "2", "3", "7"))]),
        ("[23]–[25]", [("[23]–[25]", ("23", "24", "25"))]),
        ("[3-1]", [("[3-1]", ("3", "1"))]),
        ("[1-999]", [("[1-999]", ("1", "999"))]),
        ("[2][2]", [("[2][2]", ("2",))]),
        ("[8] went [9]", [("[8]", ("8",)), ("[9]", ("9",))]),
        ("[٨]", [("[٨]", ("8",))]),
    ],
)
def test_markers_are_read(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    """Every usual way to cite gives its numbers, and neighbouring brackets are one run."""
    assert runs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[sic]",
        "[...]",
        "[nbcnews.com]",
        "[2025]",
        "[0]",
        "[08]",
        "[1.5]",
        "[]",
        "[8",
        "[8](https://a.example)",
        "[^1]",
    ],
)
def test_what_is_no_marker_is_left_alone(text: str) -> None:
    """Editors' brackets, sites, years and link texts are words of the article, not citations."""
    assert runs(text) == []


def test_markdown_footnotes_are_markers_and_code_is_not() -> None:
    """Markdown adds named markers; code, images, targets and link texts hold none."""
    text = "a[^1][^note] `x[8]` ![y[9]](z) [12](https://a.example/[13]) <b title='[14]'>c</b>[15]"
    assert runs(text, markdown=True) == [("[^1][^note]", ("1", "note")), ("[15]", ("15",))]


def test_a_numbered_link_definition_makes_a_marker() -> None:
    """`[7]` with `[7]: https://…` is how Markdown authors number their sources."""
    article = read_article("The talks ended [7], it seems.\n\n[7]: https://a.example\n", markdown=True)
    assert [run.numbers for run in article.runs] == [("7",)]
    assert [reference.label for reference in article.references] == ["7"]


def test_the_brackets_of_a_run_are_kept_apart() -> None:
    """A view makes each bracket a link of its own."""
    article = read_article(f"Talks [1, 2][5].{TAIL}")
    (run,) = article.runs
    assert [(item.span.of(article.text), item.numbers) for item in run.items] == [
        ("[1, 2]", ("1", "2")),
        ("[5]", ("5",)),
    ]


def test_references_hold_no_markers() -> None:
    """What a reference list prints in brackets cites nothing; a line of markers alone does."""
    article = read_article(f"So the{TAIL}\n[3]\nReferences\n- See [2] and [nbcnews.com].\n")
    assert [run.numbers for run in article.runs] == [("3",)]
    assert [sentence.kind.value for sentence in article.sentences][:2] == ["sentence", "stray"]


def test_labels_sort_as_readers_expect() -> None:
    """10 stands behind 9, and names behind numbers."""
    assert sorted(["note", "10", "9", "1", "a"], key=label_key) == ["1", "9", "10", "a", "note"]


def test_the_numbers_of_the_seed_article(seed: Article) -> None:
    """The seed article uses 16 distinct numbers in 31 runs."""
    assert seed.numbers_in_use == tuple(map(str, [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 16, 18, 19, 20]))
    assert len(seed.runs) == 31
