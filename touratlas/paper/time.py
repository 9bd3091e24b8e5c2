"""The timeline as data for paper: bands in percent of the grid, as :mod:`touratlas.views.timeline` places them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from touratlas.dates import show
from touratlas.views.links import QueryLinks
from touratlas.views.marks import MARKS
from touratlas.views.timeline import FLAG, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.check import Atlas
    from touratlas.model import Tour
    from touratlas.paper.words import Data
    from touratlas.views.timeline import Grid, ItemView, RowView, Timeline

_STATUS = {mark.words: status.value for status, mark in MARKS.items()}


def time_data(atlas: Atlas) -> Data:
    """The timeline of a tour; of a long one the days around the last that the article could know."""
    tour = atlas.tour
    time = timeline(atlas, QueryLinks(tour.tour.id))
    grid = time.grid
    data: Data = {
        "rows": [_row(tour, row) for row in grid.rows] if grid else [],
        "days": [asdict(day) for day in grid.days] if grid else [],
        "months": grid.months if grid else "",
        "edge": grid.edge if grid else None,
        "side": grid.flag if grid else "",
        "flag": FLAG,
        "notes": list(_notes(tour, grid, long=bool(time.tiles))) if grid else [],
        "strips": [
            {
                "title": strip.title,
                "more": strip.more,
                "chips": [
                    {
                        "label": {"text": chip.label, "curated": not chip.in_article},
                        "status": chip.status,
                        "where": chip.where,
                        "when": chip.when,
                    }
                    for chip in strip.chips
                ],
            }
            for strip in time.strips
        ],
        "alt": " ".join(_said(tour, time)),
    }
    return data


def _row(tour: Tour, row: RowView) -> Data:
    head = row.head
    days = tour.stops[head.number - 1].when if head.number else None
    return {
        "number": head.number,
        "name": {"text": head.name, "curated": bool(head.number) and not head.in_article},
        "status": head.status,
        "when": {"text": show(days, year=False) if days else "", "curated": not head.when_in_article},
        "stay": asdict(row.stay) if row.stay else None,
        "lanes": row.wide_lanes,
        "items": [_item(item) for item in row.items],
    }


def _item(item: ItemView) -> Data:
    return {
        "label": {"text": item.label, "curated": not item.in_article},
        "hour": item.hour,
        "status": _STATUS[item.words],
        "band": asdict(item.band),
        "place": asdict(item.wide),
    }


def _notes(tour: Tour, grid: Grid, *, long: bool) -> Iterator[str]:
    notes = []
    if long:
        notes.append(f"A part of the tour: {grid.title}.")
    if grid.edge is not None:
        notes.append(f"Hatched: the article’s last day, {show(tour.tour.as_of, long=True)}.")
    if any(day.knowledge == "after" for day in grid.days):
        notes.append("Shaded: later than the article could know.")
    if grid.has_lozenge:
        notes.append("A lozenge stands at its hour.")
    if grid.has_soft_end:
        notes.append("A bar without an end stroke has an uncertain end.")
    if grid.more:
        notes.append(f"{grid.more} more events of these days are in the agenda alone.")
    yield " ".join(notes)


def _said(tour: Tour, time: Timeline) -> Iterator[str]:
    """The picture in words."""
    yield f"Timeline of the tour: {tour.tour.title}."
    for row in time.grid.rows if time.grid else ():
        number = f"Stop {row.head.number}: " if row.head.number else ""
        yield f"{number}{row.head.name}{f', {row.head.when}' if row.head.when else ''}."
        for item in row.items:
            yield f"{item.label}, {item.words}, {item.when}."
