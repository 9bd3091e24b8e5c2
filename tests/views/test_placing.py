"""Marks and labels on a picture: nothing covers anything, whatever the points."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from functools import partial
from itertools import combinations
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from touratlas.check import Atlas
from touratlas.countries import country_codes, country_name
from touratlas.views.boxes import XY, Box, overlap, shifted, within
from touratlas.views.placing import (
    EVERYWHERE,
    GAP,
    Placed,
    Room,
    head_box,
    label,
    label_box,
    mark_box,
    place,
    text_width,
)
from touratlas.views.spreading import spread

MARK = 26.0
ROUNDING = 0.11  # offsets are given in tenths of a pixel
NUMBERS = st.floats(-300, 300)
POINTS = st.lists(st.tuples(NUMBERS, NUMBERS), max_size=14)
SIZES = st.tuples(st.floats(5, 160), st.floats(10, 32))
BOXES = st.builds(
    lambda x, y, width, height: (x, y, x + width, y + height),
    NUMBERS,
    NUMBERS,
    st.floats(1, 400),
    st.floats(1, 400),
)


@st.composite
def pictures(draw: st.DrawFn) -> tuple[list[XY], list[XY], Room]:
    """Points (some in one place), the sizes of their labels, and what these have to heed."""
    points = draw(POINTS)
    points += [points[at] for at in draw(st.lists(st.integers(0, 13), max_size=6)) if at < len(points)]
    keep_out = tuple(draw(st.lists(BOXES, max_size=3)))
    keep_in = draw(st.just(EVERYWHERE) | BOXES)
    head = draw(st.just(0.0) | st.just(9.0))
    return points, [draw(SIZES) for _ in points], Room(keep_out, keep_in, head)


def shrunk(box: Box) -> Box:
    """A box without what rounding may have moved."""
    return (box[0] + ROUNDING, box[1] + ROUNDING, box[2] - ROUNDING, box[3] - ROUNDING)


def placed_on(picture: tuple[list[XY], list[XY], Room]) -> tuple[Placed, ...]:
    """What `place` makes of a picture."""
    points, sizes, room = picture
    return place(points, sizes, MARK, room.keep_out, keep_in=room.keep_in, head=room.head)


@settings(max_examples=150, deadline=None)
@given(pictures())
def test_nothing_covers_anything(picture: tuple[list[XY], list[XY], Room]) -> None:
    """Marks are never nearer than their size; a label touches no mark, no sign, no other label and no box to keep
    out of, and leaves no frame; a leader crosses no mark but its own, no label and no other leader.
    """
    points, sizes, room = picture
    placed = placed_on(picture)
    assert len(placed) == len(points)
    spots = [(x + one.dx, y + one.dy) for (x, y), one in zip(points, placed, strict=True)]
    for here, there in combinations(spots, 2):
        assert math.dist(here, there) >= MARK + room.head
    marks = [mark_box(spot, MARK) for spot in spots]
    heads = [head_box(spot, MARK, room.head) for spot in spots if room.head]
    labels: dict[int, Box] = {}
    leaders: dict[int, list[XY]] = {}
    for at, (point, one, size) in enumerate(zip(points, placed, sizes, strict=True)):
        if one.label:
            labels[at] = shifted(one.label, point)
            assert (one.label[2] - one.label[0], one.label[3] - one.label[1]) == pytest.approx(size, abs=0.2)
            assert within(shrunk(labels[at]), room.keep_in)
        assert (one.leader is not None) == (one.label is not None and not one.side)
        if one.leader:
            leaders[at] = along(shifted(one.leader, point))
    for at, box in labels.items():
        assert not any(overlap(shrunk(box), shrunk(other)) for other in (*marks, *heads, *room.keep_out))
        others = [other for number, other in labels.items() if number != at]
        assert not any(overlap(shrunk(box), shrunk(other)) for other in others)
    for at, line in leaders.items():
        beside = [box for number, box in enumerate(marks) if number != at]
        beside += [box for number, box in labels.items() if number != at]
        assert not any(inside(dot, shrunk(box)) for dot in line for box in (*beside, *room.keep_out))
        assert all(
            math.dist(dot, far) > 1
            for number, other in leaders.items()
            if number != at
            for dot in line
            for far in other
        )


def along(line: Box) -> list[XY]:
    """Dots on a line from one point to another, about a pixel apart."""
    ax, ay, bx, by = line
    steps = max(1, round(math.hypot(bx - ax, by - ay)))
    return [(ax + (bx - ax) * step / steps, ay + (by - ay) * step / steps) for step in range(steps + 1)]


def inside(dot: XY, box: Box) -> bool:
    """Whether a dot is in a box."""
    return box[0] < dot[0] < box[2] and box[1] < dot[1] < box[3]


@settings(max_examples=60, deadline=None)
@given(pictures())
def test_the_same_every_time(picture: tuple[list[XY], list[XY], Room]) -> None:
    """Equal input, equal output."""
    assert placed_on(picture) == placed_on(picture)


@given(POINTS)
def test_marks_with_room_stay(points: list[tuple[float, float]]) -> None:
    """Marks that are far enough apart are not moved, and their places come in the order of the points."""
    far = [(x + 1000 * at, y) for at, (x, y) in enumerate(points)]
    assert [(spot.dx, spot.dy) for spot in place(far, [(40, 15)] * len(far), MARK)] == [(0, 0)] * len(far)
    assert spread(far, MARK) == far


def test_order_is_kept() -> None:
    """Of two marks pushed apart, each goes its own way: places belong to the points in their order."""
    left, right = place([(0, 0), (10, 0)], [(10, 10)] * 2, MARK)
    assert left.dx < 0 < right.dx
    right, left = place([(10, 0), (0, 0)], [(10, 10)] * 2, MARK)
    assert left.dx < 0 < right.dx


def test_labels_take_the_first_free_side() -> None:
    """East where there is room, else west, else a corner."""
    assert place([(0, 0)], [(40, 15)], MARK)[0].side == "E"
    east = (13.0, -40.0, 80.0, 40.0)
    assert place([(0, 0)], [(40, 15)], MARK, [east])[0].side == "W"
    both = [east, (-80.0, -8.0, -13.0, 8.0)]
    assert place([(0, 0)], [(40, 15)], MARK, both)[0].side == "NW"
    assert place([(0, 0)], [(40, 15)], MARK, keep_in=(-80, -80, 20, 80))[0].side == "W"


def test_a_label_without_a_free_side_stands_apart() -> None:
    """It is at the end of a short line from its mark's rim, as near as there is room; hidden where there is none."""
    below = (-24.0, -14.0, 24.0, 200.0)
    (one,) = place([(0, 0)], [(40, 15)], MARK, keep_in=below)
    assert one.side == "S"
    (one,) = place([(0, 0)], [(40, 15)], MARK, [(6.0, 19.0, 24.0, 40.0)], keep_in=below)
    assert one.side == ""
    assert one.label is not None
    assert one.leader is not None
    assert math.hypot(*one.leader[:2]) == pytest.approx(MARK / 2 + 1, abs=0.1)
    assert one.leader[2:] == (0, one.label[1])
    assert 40 <= one.label[1] < 60
    assert place([(0, 0)], [(40, 15)], MARK, [(-500, -500, 500, 500)])[0].label is None


def test_more_than_so_many_are_not_set_apart() -> None:
    """Where many labels would have to stand apart, only so many do; the others are left out."""
    points, sizes = [(0.0, 0.0)] * 12, [(60.0, 26.0)] * 12
    spots = spread(points, MARK + 2)
    apart = [one for one in label(points, spots, sizes, MARK, Room()) if one.leader]
    assert len(apart) >= 3
    few = label(points, spots, sizes, MARK, Room(), most_apart=1)
    assert sum(one.leader is not None for one in few) <= 1
    assert sum(one.label is None for one in few) >= len(apart) - 1


def test_a_sign_keeps_labels_and_marks_away() -> None:
    """With signs above them, marks are further apart, and no label stands where a sign does."""
    above, below = place([(0, 0), (0, 20)], [(40, 15)] * 2, MARK, head=9)
    assert below.dy + 20 - above.dy >= MARK + 9
    above_only = (-12.0, -200.0, 12.0, 14.0)
    assert place([(0, 0)], [(20, 12)], MARK, keep_in=above_only)[0].side == "N"
    assert place([(0, 0)], [(20, 12)], MARK, keep_in=above_only, head=9)[0].side != "N"


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python a piece of work runs: a measure of it that no busy machine changes."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("step", [20.0, 60.0])
def test_work_grows_with_the_number(step: float) -> None:
    """Twice as many stops in the same density, crowded or not, are about twice the work, and not four times."""

    def rows(number: int) -> list[XY]:
        return [(at % 5 * step, at // 5 * step) for at in range(number)]

    work = [lines_run(partial(place, rows(number), [(90.0, 16.0)] * number, MARK)) for number in (120, 240)]
    assert work[1] < 2.6 * work[0]


@given(SIZES, st.sampled_from(["E", "W", "NE", "SE", "NW", "SW", "N", "S"]))
def test_a_label_is_beside_its_own_mark(size: tuple[float, float], side: str) -> None:
    """A label has its size, doesn't cover its mark, and is a gap away from it at most."""
    mark = mark_box((0, 0), MARK)
    box = label_box(mark, size, side)
    assert (box[2] - box[0], box[3] - box[1]) == pytest.approx(size)
    assert not overlap(mark, shrunk(box))
    assert overlap((mark[0] - GAP - 1, mark[1] - GAP - 1, mark[2] + GAP + 1, mark[3] + GAP + 1), box)
    assert ("E" in side) == (box[0] > mark[2])
    assert ("N" in side) == (box[3] < mark[1] + ROUNDING)


# Advance widths of Helvetica, in thousandths of an em (Adobe Core 14 AFM, Helvetica.afm, version 2.000).
HELVETICA = {
    **dict.fromkeys(" ,./:;!It\\fI", 278),
    **dict.fromkeys("ijl'", 222),
    **dict.fromkeys("ckxyzJsv", 500),
    **dict.fromkeys("abdeghnopqu0123456789L?", 556),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("Mm", 833),
    **dict.fromkeys("-()r", 333),
    "W": 944,
    "*": 389,
    "–": 556,
    "’": 222,
    "·": 278,
}


def helvetica(text: str) -> float:
    """The width of a text in ems; letters with accents are as wide as without, others unknown to the table fail."""
    plain = text.translate(str.maketrans("åäáãçéíôöóüÅÉ", "aaaaceiooouAE"))
    return sum(HELVETICA[char] for char in plain) / 1000


def test_text_width_is_an_upper_estimate(atlas: Atlas) -> None:
    """No name of a country or place is wider than estimated, and none is estimated at twice its width."""
    names = [country_name(code) for code in country_codes()]
    names += [one.name for one in atlas.tour.places.values() if one.name.isascii()]
    for name in names:
        assert helvetica(name) * 12 <= text_width(name, 12) <= helvetica(name) * 12 * 1.75, name


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)), st.floats(1, 100))
def test_chinese_and_japanese_are_square(text: str, size: float) -> None:
    """Each ideograph fills a whole em, as their fonts have it."""
    assert text_width(text, size) == pytest.approx(len(text) * size)


@given(st.text(), st.text())
def test_text_width_adds_up(one: str, other: str) -> None:
    """Widths are sums: a longer text is never narrower, and size scales it."""
    assert text_width(one + other, 10) == pytest.approx(text_width(one, 10) + text_width(other, 10))
    assert text_width(one + other, 20) == pytest.approx(2 * text_width(one + other, 10))
    assert text_width(one, 10) >= 0


def test_marks_above_letters_take_no_room() -> None:
    """Combining marks and invisible characters add nothing."""
    assert text_width("e\u0301", 10) == text_width("e", 10)
    assert text_width("\u200f\u2067a\u2069", 10) == text_width("a", 10)
