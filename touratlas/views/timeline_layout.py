"""The geometry of the timeline: which days are shown, in which rows and lanes, and on which side a label stands.

It works on days and pixels and knows nothing of tours, texts or HTML. Positions are in days from the first
day shown, so that a layout made for one width of the grid serves every greater one: labels keep their size while
days grow wider, and a label that has room on the narrower grid has room on the wider. Two are made, for
:data:`NARROW_PX` and :data:`WIDE_PX`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from touratlas.views.timeline_dates import End, Extent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MANY_EVENTS = 30  # from so many events on,
MANY_DAYS = 14  # or so many days, there is an overview, and the grid shows a part
NARROW_PX = 400.0  # the least width of a grid, without the names of its rows
WIDE_PX = 640.0  # from here on the other layout is shown
LOZENGE_PX = 12.0
GAP_PX = 8.0  # between a mark and its label, and from a label to the edge of the grid
NEAR_DAYS = 14  # what belongs to no stop and is farther from the tour is told below the grid
EDGE_DAYS = 3  # the article's last day is on the grid if it is so near to the others
AROUND_DAYS = 3  # shown before and after the week of the choice


class Side(StrEnum):
    """Where a label stands: right of its mark, left of it, or in a lane of its own below it."""

    RIGHT = "right"
    LEFT = "left"
    BELOW = "below"
    BELOW_END = "below-end"  # below, and ending where the grid ends


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be placed: a key, the number of its row, and its days.

    `later`: these are the days that reports give, as the article knew none; `moved` are other days that reports
    give, beside the article's. Both occur in the later view alone.
    """

    key: int
    row: int
    extent: Extent
    later: bool = False
    moved: Extent | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The days that are shown, both ends included."""

    first: date
    last: date

    @property
    def count(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def at(self, day: date) -> int:
        """How many days a day is after the first."""
        return (day - self.first).days

    def all(self) -> tuple[date, ...]:
        """Every day in order."""
        return tuple(date.fromordinal(self.first.toordinal() + number) for number in range(self.count))


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the grid: from `start` to `end`, in days from its first, and how its ends are drawn. A
    lozenge stands with its middle at `start`.
    """

    start: float
    end: float
    begins: End
    ends: End
    lozenge: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an item stands: its lane from the top of its row (from 0), its band, and its label's side.

    `later` and `moved` are as in :class:`Item`; the band of `moved` has the lane below the mark, and a label that is
    below stands under both.
    """

    key: int
    lane: int
    band: Band
    side: Side
    later: bool = False
    moved: Band | None = None

    @property
    def lanes(self) -> int:
        """How many lanes it takes."""
        return 1 + (self.side in {Side.BELOW, Side.BELOW_END}) + (self.moved is not None)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the grid: its number, its items in the order of their days, and the days of its stay."""

    number: int
    spots: tuple[Spot, ...]
    stay: Band | None

    @property
    def lanes(self) -> int:
        """How many lanes it has."""
        return sum(spot.lanes for spot in self.spots)


def tour_days(core: Iterable[Extent], apart: Iterable[Extent], edge: date) -> Days | None:
    """The days of a tour: all of `core`, what lies near them of `apart`, and `edge` if it is near, too.

    None where no day is known at all.
    """
    near = list(core)
    apart = list(apart)
    if not near:
        near, apart = apart, []
    if not near:
        return None
    first, last = min(one.first for one in near), max(one.last for one in near)
    margin = Days(moved(first, -NEAR_DAYS), moved(last, NEAR_DAYS))
    near += [one for one in apart if one.first in margin and one.last in margin]
    first, last = min(one.first for one in near), max(one.last for one in near)
    if edge in Days(moved(first, -EDGE_DAYS), moved(last, EDGE_DAYS)):
        first, last = min(first, edge), max(last, edge)
    return Days(first, last)


def is_long(items: Sequence[Item], days: Days) -> bool:
    """Whether there is too much for one grid, so that an overview is needed."""
    return len(items) >= MANY_EVENTS or days.count >= MANY_DAYS


def window(items: Sequence[Item], days: Days, day: date) -> Days:
    """The days to show around `day`: its week and some days on either side; the week alone where those are crowded.

    Every day of a week gives the same window.
    """
    monday = moved(day, -day.weekday())
    sunday = moved(monday, 6)
    wide = _within(days, moved(monday, -AROUND_DAYS), moved(sunday, AROUND_DAYS))
    if sum(item.extent.covers(wide.first, wide.last) for item in items) < MANY_EVENTS:
        return wide
    return _within(days, monday, sunday)


def _within(days: Days, first: date, last: date) -> Days:
    return Days(max(first, days.first), min(last, days.last))


def rows(
    items: Sequence[Item],
    labels: Mapping[int, float],
    stays: Mapping[int, Extent],
    days: Days,
    width_px: float,
) -> tuple[Row, ...]:
    """The rows that have anything on the days shown, in order, for a grid of `width_px` or more; a lane for every
    item, from the top in the order of their days. `labels` are the widths of the items' labels (px) by key, `stays`
    the days of the rows themselves.
    """
    shown = [item for item in items if item.extent.covers(days.first, days.last)]
    staying = {number: stay for number, stay in stays.items() if stay.covers(days.first, days.last)}
    by_row: dict[int, list[Item]] = {number: [] for number in staying}
    for item in shown:
        by_row.setdefault(item.row, []).append(item)
    return tuple(
        Row(
            number,
            _spots(by_row[number], labels, days, width_px),
            band(staying[number], days) if number in staying else None,
        )
        for number in sorted(by_row)
    )


def _spots(
    items: Iterable[Item], labels: Mapping[int, float], days: Days, width_px: float
) -> tuple[Spot, ...]:
    spots: list[Spot] = []
    lane = 0
    for item in sorted(items, key=day_order):
        where = band(item.extent, days)
        side = side_of(where, labels[item.key], days.count, width_px)
        moved = band(item.moved, days) if item.moved else None
        spot = Spot(item.key, lane, where, side, item.later, moved)
        spots.append(spot)
        lane += spot.lanes
    return tuple(spots)


def day_order(item: Item) -> tuple[date, float, date, float, int]:
    """Orders items by their days and hours; the key makes the order total."""
    extent = item.extent
    return extent.first, extent.start, extent.last, extent.end, item.key


def band(extent: Extent, days: Days) -> Band:
    """An extent on the grid, cut where it leaves it."""
    start, end = days.at(extent.first) + extent.start, days.at(extent.last) + extent.end
    begins = End.CUT if start < 0 else extent.begins
    ends = End.CUT if end > days.count else extent.ends
    return Band(max(start, 0.0), min(end, float(days.count)), begins, ends, extent.lozenge)


def side_of(where: Band, label_px: float, count: int, width_px: float) -> Side:
    """The side of a mark on which its label has room on a grid of `count` days: right, else left, else below."""
    left, right = mark_px(where, count, width_px)
    need = GAP_PX + label_px
    if right + need <= width_px:
        return Side.RIGHT
    if left - need >= 0:
        return Side.LEFT
    return Side.BELOW if left + label_px <= width_px else Side.BELOW_END


def mark_px(where: Band, count: int, width_px: float) -> tuple[float, float]:
    """Left and right of a mark on a grid of `count` days, in px."""
    a_day = width_px / count
    if where.lozenge:
        return where.start * a_day - LOZENGE_PX / 2, where.start * a_day + LOZENGE_PX / 2
    return where.start * a_day, where.end * a_day


def moved(day: date, by: int) -> date:
    """A day moved by some days; the first or last day there is where that would leave the calendar."""
    ordinal = min(max(day.toordinal() + by, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)
