"""The overview of a long tour: a tile a week (or day, month, year), in which a small square stands for each event.

A tile is a link to the first event of its days: choosing it moves the grid there. It needs no script.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from touratlas.dates import parse_when, show
from touratlas.interface import word
from touratlas.views.links import Choice
from touratlas.views.timeline_layout import MANY_DAYS, Days, day_order, moved
from touratlas.views.timeline_marks import knowledge
from touratlas.views.timeline_plan import look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from touratlas.views.links import Links
    from touratlas.views.timeline_layout import Item
    from touratlas.views.timeline_marks import Look
    from touratlas.views.timeline_plan import Plan

MOST_TILES = 110  # weeks, then months; years beyond that
MOST_SQUARES = 8  # on one tile


class Unit(StrEnum):
    """What a tile of the overview stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile of the overview: its days, and the keys of what begins on them, in order."""

    days: Days
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TileView:
    """A tile as it is shown: the label above it (only where it changes), its name, the event that it leads to (""
    where there is none), its events' ids, how many a square stands for, the shapes of its squares, whether the grid
    is around it, and on which side of the article's edge it is.
    """

    key: str
    label: str
    name: str
    href: str
    stop: str
    event: str
    events: tuple[str, ...]
    each: int
    squares: tuple[Look, ...]
    shown: bool
    knowledge: str


def tile_views(plan: Plan, links: Links) -> Iterator[TileView]:
    """The tiles of a long tour; nothing for others."""
    if not plan.long or plan.days is None or plan.shown is None:
        return
    unit, tiles = overview(plan.items, plan.days)
    label, later = "", {item.key for item in plan.items if item.later}
    for tile in tiles:
        entries = [plan.entries[key] for key in tile.keys]
        each = -(-len(entries) // MOST_SQUARES) or 1
        own = _label(unit, tile.days)
        chosen = Choice(entries[0].stop, entries[0].event.id) if entries else Choice()
        yield TileView(
            key=tile.days.first.isoformat(),
            label=own if own != label else "",
            name=_name(unit, tile.days),
            href=links.to(chosen),
            stop=chosen.stop,
            event=chosen.event,
            events=tuple(entry.event.id for entry in entries),
            each=each,
            squares=tuple(look(entry, later=entry.key in later) for entry in entries[::each]),
            shown=plan.focus in tile.days,
            knowledge=knowledge(tile.days, plan.as_of),
        )
        label = own


def overview(items: Sequence[Item], days: Days) -> tuple[Unit, tuple[Tile, ...]]:
    """The tour in tiles of days, weeks, months or years: the finest of which there aren't too many. Each item is
    in the tile of its first day. Years without anything are left out.
    """
    unit = _unit(days)
    found: dict[date, list[Item]] = {}
    if unit is not Unit.YEAR:
        found = {_tile_start(unit, day): [] for day in days.all()}
    for item in sorted(items, key=day_order):
        found.setdefault(_tile_start(unit, max(item.extent.first, days.first)), []).append(item)
    return unit, tuple(
        Tile(Days(first, _tile_last(unit, first)), tuple(item.key for item in found[first]))
        for first in sorted(found)
    )


def _unit(days: Days) -> Unit:
    if days.count < MANY_DAYS:
        return Unit.DAY
    if days.count <= MOST_TILES * 7:
        return Unit.WEEK
    months = (days.last.year - days.first.year) * 12 + days.last.month - days.first.month
    return Unit.MONTH if months < MOST_TILES else Unit.YEAR


def _tile_start(unit: Unit, day: date) -> date:
    if unit is Unit.WEEK:
        return moved(day, -day.weekday())
    if unit is Unit.MONTH:
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit is Unit.YEAR else day


def _tile_last(unit: Unit, first: date) -> date:
    if unit is Unit.WEEK:
        return moved(first, 6)
    if unit is Unit.MONTH:
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first.replace(month=12, day=31) if unit is Unit.YEAR else first


def _label(unit: Unit, days: Days) -> str:
    """What stands above a tile, until it changes: the day, the month (with its year where that begins), the year."""
    if unit is Unit.DAY:
        return str(days.first.day)
    if unit is Unit.WEEK:
        return show(parse_when(days.last.isoformat()[:7]), year=days.last.month == 1)
    return days.first.isoformat()[:4]


def _name(unit: Unit, days: Days) -> str:
    length = {Unit.DAY: 10, Unit.WEEK: 10, Unit.MONTH: 7, Unit.YEAR: 4}[unit]
    text = show(parse_when(days.first.isoformat()[:length]))
    return word("timeline_week", day=text) if unit is Unit.WEEK else text
