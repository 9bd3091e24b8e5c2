"""The tour as a list by day: what stands on each day, and what has no day.

An event on a known day stands under that day; a longer or vaguer date has a heading of its own, in its own
words. The list never makes a day up. It is the timeline's equivalent where there is no room for one, and for those
who don't see it, so the later view adds to it what it adds there: what reports date otherwise stands under their day,
too, and what had no day in the article stands there alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.dates import before, parse_when, show
from touratlas.interface import word
from touratlas.views.agenda import event_name_parts, hour_of, stop_name
from touratlas.views.knowledge import in_article
from touratlas.views.links import Choice, stop_of
from touratlas.views.outcomes import OutcomeView, known_outcome, outcome_view, reported_when
from touratlas.views.templates import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.check import Atlas
    from touratlas.dates import When
    from touratlas.model import Event, Tour
    from touratlas.tree import Path
    from touratlas.views.agenda_values import StatusView
    from touratlas.views.links import Links
    from touratlas.words import View

__all__ = ["Day", "DayList", "Entry", "day_list", "days_html"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of the list: where it leads, its name, mark and hour, whether the article says its day, the stop's
    name, and in the later view its outcome. `later`: it stands on the day that reports give; the article's own date is
    `planned` ("" where it has none). `reported`: the reports' date where it is another than this entry's.
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
    later: bool = False
    planned: str = ""
    reported: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or a span of days, with what stands on it; `after` what the article could know."""

    title: str
    entries: tuple[Entry, ...]
    after: bool


@dataclass(frozen=True, slots=True)
class DayList:
    """The days in order, and what has no day, in the file's order. The article stops behind the first `known` days:
    what begins on its last day or before it is among those, and all others are after it.
    """

    days: tuple[Day, ...]
    undated: tuple[Entry, ...]
    known: int


def day_list(atlas: Atlas, links: Links) -> DayList:
    """The list of a tour in a view."""
    dated: dict[str, list[tuple[When, Entry]]] = {}
    undated: list[Entry] = []
    for path, event in atlas.tour.events():
        for when, entry in _entries(atlas, links, path, event):
            if when is None:
                undated.append(entry)
            else:
                dated.setdefault(_key(when), []).append((when, entry))
    days = [_day(atlas.tour, key, found) for key, found in sorted(dated.items(), key=_day_order)]
    return DayList(tuple(days), tuple(undated), sum(not day.after for day in days))


def days_html(atlas: Atlas, links: Links) -> str:
    """The list as HTML, with every text escaped."""
    found = day_list(atlas, links)
    return render(
        "days.html",
        known=found.days[: found.known],
        ahead=found.days[found.known :],
        undated=found.undated,
        as_of=show(atlas.tour.tour.as_of),
    )


def _day_order(group: tuple[str, list[tuple[When, Entry]]]) -> tuple[int, int, int, int, str]:
    return parse_when(group[0]).sort_key


def _day(tour: Tour, key: str, found: list[tuple[When, Entry]]) -> Day:
    when = parse_when(key)
    entries = sorted(found, key=lambda row: (row[0].sort_key, row[1].id))
    return Day(show(when), tuple(entry for _, entry in entries), before(tour.tour.as_of, when))


def _key(when: When) -> str:
    """What groups dates under one heading: the day, where it is sure; else the date as it was written."""
    return when.day.isoformat() if when.day and _sure_day(when) else when.text


def _sure_day(when: When) -> bool:
    """Whether the day is told without a doubt; `?` or `~` behind a time is about the hour alone."""
    return not any(side.qualified and side.time is None for side in when.sides)


def _entries(atlas: Atlas, links: Links, path: Path, event: Event) -> Iterator[tuple[When | None, Entry]]:
    """An event on the article's day, if it has one, and on that of reports where it is another; once at least."""
    when, reported = event.when, reported_when(known_outcome(event.outcome, links.view))
    moved = reported if reported and (when is None or _key(reported) != _key(when)) else None
    if when or not moved:
        yield when, _entry(atlas, links, path, event, reported=show(moved) if moved else "")
    if moved:
        yield moved, _entry(atlas, links, path, event, later=moved)


def _entry(
    atlas: Atlas,
    links: Links,
    path: Path,
    event: Event,
    *,
    later: When | None = None,
    reported: str = "",
) -> Entry:
    stop = stop_of(atlas.tour, path)
    status, hour = event_name_parts(event)
    return Entry(
        id=event.id,
        href=links.to(Choice(stop, event.id)),
        stop=stop,
        title=event.label,
        status=status,
        hour=hour_of(later) if later else hour,
        in_article=event.when is None or in_article(atlas.tour, event.basis.when),
        where=_where(atlas.tour, path, stop, links.view),
        outcome=outcome_view(atlas.tour, event.outcome, links.view),
        later=later is not None,
        planned=show(event.when) if later and event.when else "",
        reported=reported,
    )


def _where(tour: Tour, path: Path, stop_id: str, view: View) -> str:
    """What to call the place of an event in the list: its stop, or the way to it."""
    name = next((stop_name(tour, stop, view) for stop in tour.stops if stop.id == stop_id), "")
    if path[0] == "legs":
        return word("on_way_to", stop=name) if name else word("on_way_home")
    return name
