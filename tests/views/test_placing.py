"""Marks and labels on a picture: nothing covers anything, whatever the points."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from touratlas.check import Atlas
from touratlas.countries import country_codes, country_name
from touratlas.views.placing import GAP, Box, label_box, mark_box, overlap, place, shifted, spread, text_width

MARK = 26.0
ROUNDING = 0.11  # offsets are given in tenths of a pixel
NUMBERS = st.floats(-300, 300)
POINTS = st.lists(st.tuples(NUMBERS, NUMBERS), max_size=14)
CROWD = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=40)
SIZES = st.tuples(st.floats(5, 160), st.floats(10, 32))
BOXES = st.builds(
    lambda x, y, width, height: (x, y, x + width, y + height),
    NUMBERS,
    NUMBERS,
    st.floats(1, 400),
    st.floats(1, 400),
)


@st.composite
def pictures(draw: st.DrawFn) -> tuple[list[tuple[float, float]], list[tuple[float, float]], list[Box]]:
    """Points, the sizes of their labels, and boxes to keep out of."""
    points = draw(POINTS)
    return points, [draw(SIZES) for _ in points], draw(st.lists(BOXES, max_size=3))


def shrunk(box: Box) -> Box:
    """A box without what rounding may have moved."""
    return (box[0] + ROUNDING, box[1] + ROUNDING, box[2] - ROUNDING, box[3] - ROUNDING)


@settings(max_examples=150)
@given(pictures())
def test_nothing_covers_anything(
    picture: tuple[list[tuple[float, float]], list[tuple[float, float]], list[Box]],
) -> None:
    """Marks are never nearer than their size; a label touches no mark, no other label and no box to keep out of."""
    points, sizes, keep_out = picture
    placed = place(points, sizes, MARK, keep_out)
    assert len(placed) == len(points)
    spots = [(x + spot.dx, y + spot.dy) for (x, y), spot in zip(points, placed, strict=True)]
    for one, other in combinations(spots, 2):
        assert math.dist(one, other) >= MARK
    marks = [mark_box(spot, MARK) for spot in spots]
    labels = [
        label_box(mark, size, spot.side)
        for mark, size, spot in zip(marks, sizes, placed, strict=True)
        if spot.side
    ]
    for label in labels:
        assert not any(overlap(shrunk(label), shrunk(other)) for other in (*marks, *keep_out))
    for label, beside in combinations(labels, 2):
        assert not overlap(shrunk(label), shrunk(beside))


@settings(max_examples=60)
@given(CROWD)
@example([(0, 0), (1, 1)] * 20)
@example([(at % 2, (0, 1, 300)[at % 3]) for at in range(60)])
def test_a_crowd_comes_apart(points: list[tuple[int, int]]) -> None:
    """Dozens of marks in a few pixels, as of a country's tour on a map of the world, end apart from each other too."""
    for one, other in combinations(spread(points, MARK + 2), 2):
        assert math.dist(one, other) >= MARK + 1.9


@settings(max_examples=60)
@given(pictures())
def test_the_same_every_time(
    picture: tuple[list[tuple[float, float]], list[tuple[float, float]], list[Box]],
) -> None:
    """Equal input, equal output."""
    points, sizes, keep_out = picture
    assert place(points, sizes, MARK, keep_out) == place(tuple(points), tuple(sizes), MARK, tuple(keep_out))


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


def test_labels_take_the_first_free_side() -> None:
    """East where there is room, else west, else a corner; nothing where there is no room at all."""
    assert place([(0, 0)], [(40, 15)], MARK)[0].side == "E"
    east = (13.0, -40.0, 80.0, 40.0)
    assert place([(0, 0)], [(40, 15)], MARK, [east])[0].side == "W"
    both = [east, (-80.0, -8.0, -13.0, 8.0)]
    assert place([(0, 0)], [(40, 15)], MARK, both)[0].side == "NW"
    assert place([(0, 0)], [(40, 15)], MARK, [(-500, -500, 500, 500)])[0].side == ""


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


@given(BOXES, BOXES, st.tuples(NUMBERS, NUMBERS))
def test_overlap_is_symmetric_and_moves_along(one: Box, other: Box, by: tuple[float, float]) -> None:
    """Overlap doesn't depend on the order of the boxes; a moved box keeps its size; a box shares its own area."""
    assert overlap(one, other) == overlap(other, one)
    assert overlap(one, one)
    moved = shifted(one, by)
    assert (moved[2] - moved[0], moved[3] - moved[1]) == pytest.approx((one[2] - one[0], one[3] - one[1]))
    assert not overlap(one, (one[2], one[1], one[2] + 1, one[3]))  # touching is no overlap


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
