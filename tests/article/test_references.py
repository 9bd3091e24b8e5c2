"""Reference lists, and how markers map onto them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from touratlas.article import Article, MappingKind, Reference, assign_markers, read_article, with_markers


def entries(*numbers: str | None) -> list[Reference]:
    """A list that prints these numbers."""
    article = read_article("Sources\n" + "- An entry.\n" * len(numbers))
    return [replace(one, number=number) for one, number in zip(article.references, numbers, strict=True)]


def test_the_seed_articles_list_is_mapped_by_order(seed: Article) -> None:
    """The 16 entries bear the 16 numbers in use, as an inference, with or without the tour file's list."""
    assert [one.label for one in seed.references] == list(seed.numbers_in_use)
    assert all(one.inferred and one.number is None for one in seed.references)
    assert seed.mapping_problems == ()
    assert with_markers(seed, None).references == seed.references
    assert seed.reference("20") is seed.references[15]
    assert seed.reference("9") is None
    assert seed.references[15].text == "Malaysia is the 2025 ASEAN chair."


def test_printed_numbers_map_themselves(wrapped: Article, footnotes: Article) -> None:
    """A numbered list needs no inference."""
    for article, count in ((wrapped, 7), (footnotes, 3)):
        assert [one.label for one in article.references] == [str(number) for number in range(1, count + 1)]
        assert not any(one.inferred for one in article.references)
        assert article.mapping_problems == ()


def test_locators_are_read_as_printed(wrapped: Article) -> None:
    """Addresses, DOIs and bracketed sites are told from the words around them."""
    locators = [one.locators for one in wrapped.references]
    assert locators[:4] == [
        ("https://news.example/lind(1)",),
        ("soundtoday.example",),
        (),
        ("doi:10.1234/isles.2019",),
    ]


def test_a_number_printed_twice_is_a_problem(markdown: Article) -> None:
    """Footnotes and a numbered list can't both own [1]: the first keeps it."""
    assert [one.label for one in markdown.references] == ["1", "note", "7", "", "2"]
    (problem,) = markdown.mapping_problems
    assert (problem.kind, problem.labels, problem.index) == (MappingKind.DUPLICATE, ("1",), 3)


def test_a_count_that_differs_assigns_nothing() -> None:
    """A list mapped by guess would show the wrong reference."""
    for markers in (None, ["1", "2"]):
        assigned, problems = assign_markers(entries(None, None, None), markers, ["1", "2"])
        assert [one.label for one in assigned] == ["", "", ""]
        assert [problem.kind for problem in problems] == [MappingKind.COUNT]


def test_a_number_in_use_without_an_entry_is_a_problem() -> None:
    """[9] cited, but the curator's list has no 9."""
    _, problems = assign_markers(entries(None, None), ["1", "2"], ["1", "9"])
    assert [(problem.kind, problem.labels) for problem in problems] == [(MappingKind.MISSING, ("9",))]
    _, problems = assign_markers(entries("1", "2"), None, ["10", "9"])
    assert [problem.labels for problem in problems] == [("9",), ("10",)]


def test_citations_without_any_list_are_a_problem() -> None:
    """An article that cites and lists nothing says so for each number."""
    assigned, problems = assign_markers([], None, ["3"])
    assert assigned == ()
    assert (
        "no reference list" in " ".join(problem.message for problem in problems)
        or problems[0].kind is MappingKind.COUNT
    )


def test_markers_that_disagree_with_the_list_are_a_problem() -> None:
    """Printed numbers win over the tour file."""
    assigned, problems = assign_markers(entries("1", "2"), ["1", "3"], ["1", "2"])
    assert [one.label for one in assigned] == ["1", "2"]
    assert [(problem.kind, problem.index) for problem in problems] == [(MappingKind.DISAGREES, 1)]


def test_a_list_numbered_in_part() -> None:
    """Entries without a number take the tour file's, or are named."""
    assigned, problems = assign_markers(entries("1", None), ["1", "2"], ["1", "2"])
    assert [(one.label, one.inferred) for one in assigned] == [("1", False), ("2", True)]
    assert problems == ()
    assigned, problems = assign_markers(entries("1", None), None, ["1"])
    assert [one.label for one in assigned] == ["1", ""]
    assert [(problem.kind, problem.index) for problem in problems] == [(MappingKind.UNNUMBERED, 1)]


def test_a_marker_given_twice_is_a_problem() -> None:
    """The tour file's list must not give two entries the same number."""
    assigned, problems = assign_markers(entries(None, None), ["1", "1"], ["1"])
    assert [one.label for one in assigned] == ["1", ""]
    assert [problem.kind for problem in problems] == [MappingKind.DUPLICATE]


@pytest.mark.parametrize("markers", [None, []])
def test_an_article_without_citations_and_list_has_no_problem(markers: list[str] | None) -> None:
    """Most sources cite nothing, and that is no fault."""
    assert assign_markers([], markers, []) == ((), ())
