"""Points pushed apart: each two far enough, none moved without need, the same each time."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from touratlas.views.spreading import spread

MARK = 26.0
CROWD = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=60)


@settings(max_examples=60)
@given(CROWD)
@example([(0, 0), (1, 1)] * 20)
@example([(at % 2, (0, 1, 300)[at % 3]) for at in range(60)])
def test_a_crowd_comes_apart(points: list[tuple[int, int]]) -> None:
    """Dozens of marks in a few pixels, as of a country's tour on a map of the world, end apart from each other too."""
    for one, other in combinations(spread(points, MARK + 2), 2):
        assert math.dist(one, other) >= MARK + 1.9


@pytest.mark.parametrize("number", [2, 3, 4, 8])
def test_points_in_one_place_fan_out(number: int) -> None:
    """Stops at the same point are all seen, around it and not far off."""
    spots = spread([(50, 50)] * number, MARK + 2)
    assert min(math.dist(one, other) for one, other in combinations(spots, 2)) >= MARK + 1.9
    assert max(math.dist(spot, (50, 50)) for spot in spots) < MARK * number
    middle = [sum(axis) / number for axis in zip(*spots, strict=True)]
    assert math.dist(middle, (50, 50)) < 1
    if number > 2:
        assert all(max(axis) - min(axis) > MARK / 2 for axis in zip(*spots, strict=True))
