"""Labels of a drawn map: beside their mark, off the lines if that can be had, at a leader's end otherwise."""

from __future__ import annotations

import math
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from touratlas.views.labels import labels_of, outside, settled
from touratlas.views.maptext import Block, Span
from touratlas.views.placing import Box, mark_box, overlap

MARK = 26.0
SPOTS = st.lists(st.tuples(st.floats(0, 865), st.floats(0, 420)), min_size=1, max_size=9)


def block(*lines: str) -> Block:
    """Plain lines."""
    return Block(tuple((Span(line),) for line in lines))


@given(SPOTS)
def test_marks_settle_inside_and_apart(spots: list[tuple[float, float]]) -> None:
    """Wherever the points are, marks are inside and no two discs overlap by more than a pixel."""
    marks = settled(spots, MARK, (3, 3, 862, 386))
    assert all(16 <= x <= 849 and 16 <= y <= 373 for x, y in marks)
    assert all(math.dist(one, other) >= MARK - 1 for one, other in combinations(marks, 2))


@given(SPOTS, st.text("abcdefgh ", min_size=1, max_size=16))
def test_labels_cover_nothing(spots: list[tuple[float, float]], name: str) -> None:
    """Labels are inside, apart from each other and from marks, and each leader joins its mark to its label."""
    marks = settled(spots, MARK, (3, 3, 862, 386))
    taken: list[Box] = outside(865, 420)
    labels = labels_of(marks, [block(name, "Sun 26")] * len(marks), MARK, taken)
    boxes = [label.box for label in labels if label]
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    assert not [pair for pair in product(boxes, [mark_box(mark, MARK) for mark in marks]) if overlap(*pair)]
    assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= 865 and box[3] <= 420 for box in boxes)
    for mark, label in zip(marks, labels, strict=True):
        if label and label.leader:
            assert abs(math.dist(label.leader[0], mark) - MARK / 2) < 0.01
            x, y = label.leader[1]
            assert label.box[0] - 0.01 <= x <= label.box[2] + 0.01
            assert label.box[1] - 0.01 <= y <= label.box[3] + 0.01
    assert len([box for box in taken if box in boxes]) == len(boxes)


def test_a_line_is_avoided_where_there_is_another_side() -> None:
    """East comes first, unless a leg runs there; a leg on every side is no reason to stay away."""
    mark = [(400.0, 200.0)]
    (plain,) = labels_of(mark, [block("Tokyo")], MARK, [])
    (moved,) = labels_of(mark, [block("Tokyo")], MARK, [], [((400, 200), (700, 200))])
    crossed = [((400.0, 200.0), (400 + math.cos(a) * 99, 200 + math.sin(a) * 99)) for a in range(40)]
    (kept,) = labels_of(mark, [block("Tokyo")], MARK, [], crossed)
    assert plain is not None
    assert plain.align == "start"
    assert moved is not None
    assert moved.align == "end"
    assert kept == plain


def test_leader_then_one_line_then_nothing() -> None:
    """No side free: at the end of a leader; no room for two lines: the name alone; no room at all: none."""
    mark = [(400.0, 200.0)]
    around = [(330.0, 150.0, 386.0, 250.0), (414.0, 150.0, 470.0, 250.0), (386.0, 214.0, 414.0, 250.0)]
    (apart,) = labels_of(mark, [block("Tokyo", "Mon 27")], MARK, [*around, (380.0, 165.0, 420.0, 176.0)][:3])
    assert apart is not None
    (led,) = labels_of(mark, [block("A longer name", "Mon 27")], MARK, list(around))
    assert led is not None
    assert led.leader
    assert led.rows == 2
    inf = math.inf
    slot = [(-inf, -inf, 413.0, inf), (413.0, -inf, inf, 190.0), (413.0, 210.0, inf, inf)]
    (short,) = labels_of(mark, [block("Tokyo", "Mon 27")], MARK, list(slot))
    assert short is not None
    assert short.rows == 1
    assert labels_of(mark, [block("Tokyo", "Mon 27")], MARK, [(-inf, -inf, inf, inf)]) == (None,)
