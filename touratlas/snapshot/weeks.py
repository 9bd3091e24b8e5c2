"""The timeline of a long tour week by week: grids made beforehand, for a script to show around what is chosen.

Where a week has more events than a grid has room for, its grid holds those around the middle one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from touratlas.dates import show
from touratlas.interface import word
from touratlas.views.links import Choice, FragmentLinks
from touratlas.views.outcomes import has_outcomes
from touratlas.views.templates import render
from touratlas.views.timeline import Timeline, timeline
from touratlas.views.timeline_plan import Plan
from touratlas.words import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from touratlas.check import Atlas
    from touratlas.views.timeline_plan import Entry


@dataclass(frozen=True, slots=True)
class Sheet:
    """The grid of one week in a view: its key (the Monday), the days in words, and its HTML."""

    key: str
    view: str
    title: str
    html: str


def week_keys(atlas: Atlas) -> dict[str, str]:
    """The key of each event's sheet, by event; empty for tours whose days are all shown at once."""
    return {entry.event.id: key for key, entries in _weeks(atlas).items() for entry in entries}


def week_sheets(atlas: Atlas) -> tuple[Sheet, ...]:
    """The grids of a long tour, in order; in both views where it has two."""
    views = list(View) if has_outcomes(atlas.tour) else [View.ARTICLE]
    return tuple(
        _sheet(atlas, key, entries, view) for view in views for key, entries in _weeks(atlas).items()
    )


def _weeks(atlas: Atlas) -> Mapping[str, list[Entry]]:
    plan = Plan(atlas.tour, Choice())
    days = plan.days
    if not plan.long or days is None:
        return {}
    found: dict[str, list[Entry]] = {}
    items = sorted(plan.items, key=lambda item: (max(item.extent.first, days.first), item.key))
    for item in items:
        day = max(item.extent.first, days.first)
        found.setdefault((day - timedelta(days=day.weekday())).isoformat(), []).append(plan.entries[item.key])
    return found


def _sheet(atlas: Atlas, key: str, entries: list[Entry], view: View) -> Sheet:
    links = FragmentLinks(view)
    middle = entries[len(entries) // 2]
    grid = timeline(atlas, links, Choice(middle.stop, middle.event.id)).grid
    as_of = show(atlas.tour.tour.as_of, long=True)
    html = render(
        "timeline.html", time=Timeline((), grid, ()), as_of=as_of, flag=word("timeline_flag"), days=""
    )
    return Sheet(key, view.value, grid.title if grid else "", html)
