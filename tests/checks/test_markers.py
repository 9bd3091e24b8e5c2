"""E608: citation markers and the entries of the reference list fit together."""

from __future__ import annotations

import pytest

from tests.tour_builder import ARTICLE, codes_in, found, sound

UNNUMBERED = ARTICLE.replace("[1] A report", "- A report").replace("[2] A programme", "- A programme")


def test_printed_numbers_need_no_mapping() -> None:
    """The list says itself which is which."""
    assert codes_in(sound()) == []


def test_a_marker_without_an_entry() -> None:
    """[3] is cited and nothing bears it: told at the article's file."""
    (finding,) = found(sound(), ARTICLE.replace("minister [1]", "minister [3]"))
    assert finding.code == "E608"
    assert "[3]" in finding.message


@pytest.mark.parametrize(
    ("markers", "count"),
    [(["1", "2"], 0), (None, 0), (["1"], 1), (["1", "2", "3"], 1), (["1", "1"], 2), (["5", "6"], 2)],
)
def test_an_unnumbered_list(markers: list[str] | None, count: int) -> None:
    """As many numbers as entries, each once, and every cited one among them."""
    tour = sound()
    if markers is not None:
        tour["sources"]["article"]["markers"] = markers
    assert codes_in(tour, UNNUMBERED) == ["E608"] * count


def test_markers_of_the_wrong_shape_are_told_once() -> None:
    """What was cut out for its shape isn't missed."""
    tour = sound()
    tour["sources"]["article"]["markers"] = "1, 2"
    assert codes_in(tour, UNNUMBERED.replace("- A programme of the visit.\n", "")) == ["S203"]
