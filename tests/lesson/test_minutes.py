"""Minutes add up, whatever a tour has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touratlas.lesson.minutes import PATHS, shares
from touratlas.lesson.values import Kind


@given(st.sampled_from(PATHS), st.sets(st.sampled_from(list(Kind))).map(lambda kinds: kinds | {Kind.CLOSING}))
def test_they_add_up_exactly(minutes: int, there: set[Kind]) -> None:
    """Whole minutes, at least one a part, of parts that are there alone, the closing one last."""
    given_ = shares(minutes, there)
    assert sum(given_.values()) == minutes
    assert min(given_.values()) >= 1
    assert set(given_) <= there
    assert list(given_)[-1] is Kind.CLOSING


@given(st.sampled_from(PATHS), st.sets(st.sampled_from(list(Kind))).map(lambda kinds: kinds | {Kind.EXPLORE}))
def test_more_to_do_takes_no_part_longer_than_before(minutes: int, there: set[Kind]) -> None:
    """A part that a tour lacks leaves its time to the others."""
    fewer, whole = shares(minutes, there), shares(minutes, set(Kind))
    assert all(fewer[kind] >= whole[kind] for kind in fewer if kind in whole)


def test_cards_stand_for_the_questions_that_they_hold() -> None:
    """Both in one lesson would ask the same twice; without cards the questions are asked."""
    assert Kind.OWN not in shares(45, set(Kind))
    assert Kind.OWN in shares(45, set(Kind) - {Kind.JIGSAW})
    assert Kind.OWN in shares(25, set(Kind))


def test_nothing_to_do_is_no_path() -> None:
    """It is refused."""
    with pytest.raises(ValueError, match="at least one part"):
        shares(10, set())
