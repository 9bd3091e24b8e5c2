"""Boxes of a picture: what overlaps, and what is taken, however it is found."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touratlas.views.boxes import Box, Taken, around, overlap, shifted, within

NUMBERS = st.floats(-600, 600)
BOXES = st.builds(
    lambda x, y, width, height: (x, y, x + width, y + height),
    NUMBERS,
    NUMBERS,
    st.floats(1, 900),
    st.floats(1, 900),
)


@given(BOXES, BOXES, st.tuples(NUMBERS, NUMBERS))
def test_overlap_is_symmetric_and_moves_along(one: Box, other: Box, by: tuple[float, float]) -> None:
    """Overlap doesn't depend on the order of the boxes; a moved box keeps its size; a box shares its own area."""
    assert overlap(one, other) == overlap(other, one)
    assert overlap(one, one)
    moved = shifted(one, by)
    assert (moved[2] - moved[0], moved[3] - moved[1]) == pytest.approx((one[2] - one[0], one[3] - one[1]))
    assert not overlap(one, (one[2], one[1], one[2] + 1, one[3]))  # touching is no overlap


@given(st.lists(BOXES, max_size=12), BOXES, st.integers(0, 11))
def test_what_is_taken_is_what_overlaps(boxes: list[Box], box: Box, but: int) -> None:
    """The grid finds what looking at each box finds, for small and wide ones, and passes over the one that may."""
    taken = Taken(boxes)
    assert taken.free(box) == (not any(overlap(box, other) for other in boxes))
    if but < len(boxes):
        own = boxes[but]
        wide = [other for other in boxes if other[2] - other[0] > 300 or other[3] - other[1] > 300]
        if own not in wide:
            assert taken.free(box, own) == (not any(overlap(box, other) for other in boxes if other != own))


def test_a_box_without_end_is_taken() -> None:
    """What lies beyond an edge is one box without end."""
    taken = Taken([(-math.inf, -math.inf, 0, math.inf)])
    assert not taken.free((-5, 1000, 5, 1010))
    assert taken.free((0, 0, 10, 10))


@given(st.lists(BOXES, min_size=1, max_size=6))
def test_around_holds_all(boxes: list[Box]) -> None:
    """The box around some holds each of them, and none of its edges is without one."""
    frame = around(boxes)
    assert all(within(box, frame) for box in boxes)
    assert all(any(box[side] == frame[side] for box in boxes) for side in range(4))
    assert not within((frame[0] - 1, *frame[1:]), frame)
