"""The geometry of the timeline: everything once, in order, nothing on top of anything."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from touratlas.views.placing import Box, overlap
from touratlas.views.timeline_dates import End, Extent
from touratlas.views.timeline_layout import (
    EDGE_DAYS,
    GAP_PX,
    MANY_DAYS,
    MANY_EVENTS,
    NARROW_PX,
    NEAR_DAYS,
    WIDE_PX,
    Days,
    Item,
    Row,
    Side,
    day_order,
    is_long,
    mark_px,
    rows,
    tour_days,
    window,
)
from touratlas.views.timeline_overview import MOST_TILES, Unit, overview

FIRST = date(2030, 1, 1)
LANE_PX = 24.0

shares = st.integers(0, 96).map(lambda number: number / 96)


def bar(first: int, last: int) -> Extent:
    """A bar over some days, counted from the first."""
    return Extent(
        FIRST + timedelta(days=first), FIRST + timedelta(days=last), 0, 1, End.SURE, End.SURE, lozenge=False
    )


@st.composite
def extents(draw: st.DrawFn, days: int = 40) -> Extent:
    """Days, hours and lengths of every kind."""
    first = FIRST + timedelta(days=draw(st.integers(0, days - 1)))
    if draw(st.booleans()):
        hour = draw(st.integers(0, 95)) / 96
        return Extent(first, first, hour, hour, End.SURE, End.SURE, lozenge=True)
    last = first + timedelta(days=draw(st.integers(0, 9)))
    ends = st.sampled_from([End.SURE, End.UNSURE, End.OPEN])
    return Extent(first, last, 0, 1, draw(ends), draw(ends), lozenge=False)


@st.composite
def items(draw: st.DrawFn, most: int = 60, days: int = 40) -> list[Item]:
    """Items of some rows."""
    moved = st.none() | extents(days)
    found = draw(st.lists(st.tuples(extents(days), st.integers(0, 5), moved), max_size=most))
    return [Item(key, row, extent, moved=other) for key, (extent, row, other) in enumerate(found)]


def span(found: list[Item]) -> Days:
    """All days of some items."""
    extents = [one for item in found for one in (item.extent, item.moved) if one]
    firsts, lasts = [one.first for one in extents], [one.last for one in extents]
    return Days(min([FIRST, *firsts]), max([FIRST, *lasts]))


def boxes(placed: tuple[Row, ...], labels: dict[int, float], days: Days, width: float) -> list[Box]:
    """The boxes of all marks, then those of all labels, on a grid of some width, as the style sheet draws them."""
    top, marks, made = 0.0, [], []
    for row in placed:
        for spot in row.spots:
            upper = top + spot.lane * LANE_PX
            for lane, where in enumerate(one for one in (spot.band, spot.moved) if one):
                left, right = mark_px(where, days.count, width)
                marks.append((left, upper + lane * LANE_PX + 6, right, upper + lane * LANE_PX + 18))
            left, right = mark_px(spot.band, days.count, width)
            label = labels[spot.key]
            x = {
                Side.RIGHT: right + GAP_PX,
                Side.LEFT: left - GAP_PX - label,
                Side.BELOW: left,
                Side.BELOW_END: width - label,
            }[spot.side]
            lower = upper + LANE_PX * (spot.lanes - 1) * (spot.side in {Side.BELOW, Side.BELOW_END})
            made.append((x, lower, x + label, lower + LANE_PX))
        top += row.lanes * LANE_PX
    return marks + made


@given(items(most=29, days=13), st.sampled_from([NARROW_PX, WIDE_PX]), st.floats(1, 3), st.data())
def test_nothing_overlaps_and_nothing_sticks_out(
    found: list[Item], made_for: float, wider: float, data: st.DataObject
) -> None:
    """Marks and labels lie inside the grid and on top of nothing, on every grid as wide as the layout's or wider."""
    days = span(found)
    wide = st.floats(1, 330)  # as wide as 26 characters can be
    labels = dict(enumerate(data.draw(st.lists(wide, min_size=len(found), max_size=len(found)))))
    placed = rows(found, labels, {}, days, made_for)
    width = made_for * wider
    made = boxes(placed, labels, days, width)
    for left, _, right, _ in made[len(made) - len(found) :]:
        assert left >= -0.01
        assert right <= width + 0.01
    assert not any(overlap(one, other) for one, other in combinations(made, 2))


@given(items(), st.data())
def test_every_item_of_the_days_stands_once(found: list[Item], data: st.DataObject) -> None:
    """Each item of the days shown is in its own row, once; the others aren't; rows and days are in order."""
    start = data.draw(st.integers(0, 30))
    days = Days(FIRST + timedelta(days=start), FIRST + timedelta(days=start + data.draw(st.integers(0, 13))))
    placed = rows(found, dict.fromkeys(range(len(found)), 90.0), {}, days, NARROW_PX)
    shown = {item.key: item.row for item in found if item.extent.covers(days.first, days.last)}
    assert {spot.key: row.number for row in placed for spot in row.spots} == shown
    assert sum(len(row.spots) for row in placed) == len(shown)
    assert [row.number for row in placed] == sorted(set(shown.values()))
    for row in placed:
        order = [day_order(found[spot.key]) for spot in row.spots]
        assert order == sorted(order)
        assert all(one.lane + one.lanes == other.lane for one, other in pairwise(row.spots))
        assert row.spots[0].lane == 0
        assert row.lanes == sum(spot.lanes for spot in row.spots)


@given(items())
def test_bands_lie_on_the_grid(found: list[Item]) -> None:
    """A band is as long as its days; where it leaves the grid it is cut, and says so."""
    days = Days(FIRST + timedelta(days=5), FIRST + timedelta(days=15))
    labels = dict.fromkeys(range(len(found)), 90.0)
    for row in rows(found, labels, {0: bar(0, 6)}, days, NARROW_PX):
        for spot in row.spots:
            extent, where = found[spot.key].extent, spot.band
            assert 0 <= where.start <= where.end <= days.count
            assert (where.begins is End.CUT) == (extent.first < days.first)
            assert (where.ends is End.CUT) == (extent.last > days.last)
            if extent.first >= days.first:
                assert where.start == days.at(extent.first) + extent.start
        if row.number == 0:
            assert row.stay is not None
            assert (row.stay.start, row.stay.end, row.stay.begins) == (0, 2, End.CUT)


@given(items(most=120), st.integers(0, 48))
def test_the_window_is_around_the_day(found: list[Item], at: int) -> None:
    """The days shown hold the day asked for, are two weeks at most, and one where they are crowded."""
    days = Days(FIRST, FIRST + timedelta(days=48))
    day = FIRST + timedelta(days=at)
    shown = window(found, days, day)
    assert day in shown
    assert shown.first in days
    assert shown.last in days
    assert shown.count < MANY_DAYS
    inside = [item for item in found if item.extent.covers(shown.first, shown.last)]
    assert len(inside) < MANY_EVENTS or shown.count <= 7


@given(items(most=90), st.integers(0, 48))
def test_a_week_has_one_window(found: list[Item], at: int) -> None:
    """Every day of a week shows the same days, so that nothing jumps within it."""
    days = Days(FIRST, FIRST + timedelta(days=48))
    day = FIRST + timedelta(days=at)
    monday = day - timedelta(days=day.weekday())
    week = [monday + timedelta(days=number) for number in range(7)]
    assert len({window(found, days, one) for one in week if one in days}) == 1


@given(items(most=80, days=3000))
def test_the_overview_has_everything_once(found: list[Item]) -> None:
    """Tiles follow each other without a gap, hold each item once on its first day, and aren't too many."""
    days = span(found)
    unit, tiles = overview(found, days)
    assert sorted(key for tile in tiles for key in tile.keys) == [item.key for item in found]
    for tile in tiles:
        assert all(found[key].extent.first in tile.days for key in tile.keys)
    if unit is not Unit.YEAR:
        assert len(tiles) <= MOST_TILES + 1
        assert days.first in tiles[0].days
        assert days.last in tiles[-1].days
        assert all(other.days.first == one.days.last + timedelta(days=1) for one, other in pairwise(tiles))


def test_units_of_the_overview() -> None:
    """Few days are tiles of a day, a year is one of weeks, three years of months, a century of years with anything."""

    def of(count: int) -> tuple[Unit, int]:
        far = FIRST + timedelta(days=count - 1)
        unit, tiles = overview([Item(0, 0, bar(count - 1, count - 1))], Days(FIRST, far))
        return unit, len(tiles)

    assert of(13) == (Unit.DAY, 13)
    assert of(365) == (Unit.WEEK, 53)
    assert of(3 * 365) == (Unit.MONTH, 36)
    assert of(100 * 365) == (Unit.YEAR, 1)


def test_the_days_of_a_tour() -> None:
    """Stops make the days; what belongs to none joins them only where it is near; so does the article's edge."""
    far = FIRST + timedelta(days=300)
    assert tour_days([bar(0, 3)], [], far) == Days(FIRST, FIRST + timedelta(days=3))
    assert tour_days([bar(0, 3)], [bar(300, 300)], far) == Days(FIRST, FIRST + timedelta(days=3))
    near = 3 + NEAR_DAYS
    assert tour_days([bar(0, 3)], [bar(near, near)], far) == Days(FIRST, FIRST + timedelta(days=near))
    edge = FIRST - timedelta(days=EDGE_DAYS)
    assert tour_days([bar(0, 3)], [], edge) == Days(edge, FIRST + timedelta(days=3))
    assert tour_days([bar(0, 3)], [], edge - timedelta(days=1)) == Days(FIRST, FIRST + timedelta(days=3))
    assert tour_days([], [bar(5, 6)], far) == Days(FIRST + timedelta(days=5), FIRST + timedelta(days=6))
    assert tour_days([], [], far) is None


def test_when_a_tour_is_long() -> None:
    """An overview comes with 30 events or 14 days, not before."""
    short, long = Days(FIRST, FIRST + timedelta(days=12)), Days(FIRST, FIRST + timedelta(days=13))
    many = [Item(key, 0, bar(0, 0)) for key in range(30)]
    assert not is_long(many[:29], short)
    assert is_long(many, short)
    assert is_long([], long)


@given(shares)
def test_a_lozenge_stands_with_its_middle_at_its_hour(hour: float) -> None:
    """Its place on the grid is that of the hour."""
    extent = Extent(FIRST, FIRST, hour, hour, End.SURE, End.SURE, lozenge=True)
    (row,) = rows([Item(0, 0, extent)], {0: 40.0}, {}, Days(FIRST, FIRST), NARROW_PX)
    left, right = mark_px(row.spots[0].band, 1, NARROW_PX)
    assert abs((left + right) / 2 - hour * NARROW_PX) < 1e-6
