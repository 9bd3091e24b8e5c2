"""The tour as a list by day: what stands on each day, and what has no day.

An event on a known day stands under that day; a longer or vaguer date has a heading of its own, in its own
words. The list never makes a day up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.dates import before, parse_when, show
from touratlas.views.agenda import event_name_parts, stop_name
from touratlas.views.knowledge import in_article
from touratlas.views.links import Choice, stop_of
from touratlas.views.outcomes import OutcomeView, outcome_view
from touratlas.views.templates import render

if TYPE_CHECKING:
    from touratlas.check import Atlas
    from touratlas.dates import When
    from touratlas.model import Event, Tour
    from touratlas.tree import Path
    from touratlas.views.agenda_values import StatusView
    from touratlas.views.links import Links

__all__ = ["Day", "Entry", "day_list", "days_html"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of the list: where it leads, its name, mark and hour, whether the article says its day, and
    the stop's name.
    """

    id: str
    href: str
    stop: str
    title: str
    status: StatusView
    hour: str
    in_article: bool
    where: str
    outcome: OutcomeView | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or a span of days, with what stands on it; `after` what the article could know, or its `edge`,
    the last day it could.
    """

    title: str
    entries: tuple[Entry, ...]
    after: bool
    edge: bool


def day_list(atlas: Atlas, links: Links) -> tuple[tuple[Day, ...], tuple[Entry, ...]]:
    """The days in order, and what has no day, in the file's order."""
    as_of = atlas.tour.tour.as_of
    dated: dict[str, list[tuple[When, Entry]]] = {}
    undated: list[Entry] = []
    rows = [(event.when, _entry(atlas, links, path, event)) for path, event in atlas.tour.events()]
    for when, entry in sorted(
        ((when, entry) for when, entry in rows if when), key=lambda row: (row[0].sort_key, row[1].id)
    ):
        dated.setdefault(_key(when), []).append((when, entry))
    undated = [entry for when, entry in rows if when is None]
    groups = [(parse_when(key), [entry for _, entry in found]) for key, found in dated.items()]
    groups.sort(key=lambda group: group[0].sort_key)
    ahead = [before(as_of, when) for when, _ in groups]
    last = max((at for at, after in enumerate(ahead) if not after), default=-1)
    days = tuple(
        Day(_title(when), tuple(entries), ahead[at], edge=at == last)
        for at, (when, entries) in enumerate(groups)
    )
    return days, tuple(undated)


def days_html(atlas: Atlas, links: Links) -> str:
    """The list as HTML, with every text escaped."""
    days, undated = day_list(atlas, links)
    return render("days.html", days=days, undated=undated)


def _key(when: When) -> str:
    """What groups dates under one heading: the day, where it is sure; else the date as it was written."""
    return when.day.isoformat() if when.day and _sure_day(when) else when.text


def _sure_day(when: When) -> bool:
    """Whether the day is told without a doubt; `?` or `~` behind a time is about the hour alone."""
    return not any(side.qualified and side.time is None for side in when.sides)


def _title(when: When) -> str:
    """A heading: `Sun 26 Oct 2025`, or a vaguer date in its own words, such as `perhaps Sun 26 Oct 2025`."""
    return show(when)


def _entry(atlas: Atlas, links: Links, path: Path, event: Event) -> Entry:
    stop = stop_of(atlas.tour, path)
    status, hour = event_name_parts(event)
    return Entry(
        id=event.id,
        href=links.to(Choice(stop, event.id)),
        stop=stop,
        title=event.label,
        status=status,
        hour=hour,
        in_article=event.when is None or in_article(atlas.tour, event.basis.when),
        where=_where(atlas.tour, path, stop),
        outcome=outcome_view(atlas.tour, event.outcome, links.view),
    )


def _where(tour: Tour, path: Path, stop_id: str) -> str:
    """What to call the place of an event in the list: its stop, or the way to it."""
    name = next((stop_name(tour, stop) for stop in tour.stops if stop.id == stop_id), "")
    if path[0] == "legs":
        return f"on the way to {name}" if name else "on the way home"
    return name
