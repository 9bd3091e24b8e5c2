"""The strip below the grid: chips for what has no day, no known day, or one far from the tour's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.dates import show
from touratlas.interface import word
from touratlas.views.agenda import stop_name
from touratlas.views.knowledge import in_article
from touratlas.views.links import Choice
from touratlas.views.marks import MARKS
from touratlas.views.outcomes import OutcomeView, outcome_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.views.links import Links
    from touratlas.views.timeline_plan import Entry, Plan

MOST_APART = 12  # chips of what belongs to no stop, in a long tour


@dataclass(frozen=True, slots=True)
class ChipView:
    """What has no place on the grid: a link with its mark, where and when it is told of, and in the later view its
    outcome.
    """

    id: str
    href: str
    stop: str
    label: str
    status: str
    words: str
    where: str
    when: str
    in_article: bool
    outcome: OutcomeView | None


@dataclass(frozen=True, slots=True)
class Strip:
    """Chips under one heading, and how many more there are in the list alone."""

    title: str
    chips: tuple[ChipView, ...]
    more: int


def strips_of(plan: Plan, links: Links) -> Iterator[Strip]:
    """The strips of a tour, empty ones among them. In a long tour they hold what is near to the days shown."""
    on = {item.key for item in plan.items}
    off = [entry for entry in plan.entries if entry.key not in on]
    undated = [entry for entry in off if entry.event.when is None]
    vague = [entry for entry in off if entry.event.when is not None and entry.extent is None]
    far = [entry for entry in off if entry.extent is not None]
    for title, entries in (
        (word("days_none"), undated),
        (word("timeline_vague"), vague),
        (word("timeline_apart"), far),
    ):
        shown = _near(plan, entries) if plan.long and entries else entries
        yield Strip(title, tuple(_chip(plan, links, one) for one in shown), len(entries) - len(shown))


def _near(plan: Plan, entries: Sequence[Entry]) -> list[Entry]:
    """In a long tour: what belongs to the stops that are shown or chosen, and a few that belong to no stop."""
    days = plan.shown
    near = {number for number, stay in plan.stays.items() if days and stay.covers(days.first, days.last)}
    near |= {item.row for item in plan.on_grid()[0]}
    apart = {entry.key for entry in [entry for entry in entries if not entry.stop][:MOST_APART]}
    return [
        entry
        for entry in entries
        if entry.key in apart or (entry.stop and (entry.row in near or entry.stop == plan.choice.stop))
    ]


def _chip(plan: Plan, links: Links, entry: Entry) -> ChipView:
    tour, event = plan.tour, entry.event
    where = stop_name(tour, tour.stops[entry.row], plan.view) if entry.stop else ""
    if entry.path[0] == "legs":
        where = word("on_way_to", stop=where) if where else word("on_way_home")
    return ChipView(
        id=event.id,
        href=links.to(Choice(entry.stop, event.id)),
        stop=entry.stop,
        label=event.label,
        status=event.status.value,
        words=MARKS[event.status].words,
        where=where,
        when=show(event.when) if event.when else "",
        in_article=event.when is None or in_article(tour, event.basis.when),
        outcome=outcome_view(tour, event.outcome, plan.view),
    )
