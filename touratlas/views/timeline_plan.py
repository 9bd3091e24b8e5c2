"""What of a tour is on the timeline's grid: its events with their rows and days, and the days shown for a choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.views.agenda import event_name_parts
from touratlas.views.knowledge import ASTERISK, in_article
from touratlas.views.links import stop_of
from touratlas.views.placing import text_width
from touratlas.views.timeline_dates import extent_of
from touratlas.views.timeline_layout import MANY_EVENTS, Days, Item, is_long, tour_days, window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from touratlas.model import Event, Tour
    from touratlas.node import Path
    from touratlas.views.links import Choice
    from touratlas.views.timeline_dates import Extent

LABEL_PX = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of the tour: its number and path, the stop on whose agenda it stands ("" for none), the row that it
    belongs to, and its days, where it has any that are known.
    """

    key: int
    path: Path
    event: Event
    stop: str
    row: int
    extent: Extent | None


class Plan:
    """The events of a tour on their days, and which of them are shown for a choice.

    Rows are numbered as the stops are, from 0; then come the way home and what belongs to no stop. `days` are
    all days of the tour that the grid can show, `shown` those that it shows, `focus` the day around which; `items`
    is all that has a place on `days`. `long`: the tour has an overview, and `shown` is a part of it.
    """

    def __init__(self, tour: Tour, choice: Choice) -> None:
        self.tour = tour
        self.choice = choice
        self.as_of = tour.tour.as_of.sides[0].earliest
        self.numbers = {stop.id: number for number, stop in enumerate(tour.stops)}
        self.entries = tuple(self._entries())
        self.stays = _stays(tour)
        core = [entry.extent for entry in self.entries if entry.extent and entry.path[0] != "background"]
        apart = [entry.extent for entry in self.entries if entry.extent and entry.path[0] == "background"]
        self.days = tour_days([*self.stays.values(), *core], apart, self.as_of)
        self.items = tuple(self._items())
        self.long = self.days is not None and is_long(self.items, self.days)
        self.focus = self._focus(self.days) if self.days else self.as_of
        self.shown = window(self.items, self.days, self.focus) if self.long and self.days else self.days

    def _entries(self) -> Iterator[Entry]:
        home = len(self.tour.stops)
        for key, (path, event) in enumerate(self.tour.events()):
            stop = stop_of(self.tour, path)
            row = self.numbers[stop] if stop else home + (path[0] == "background")
            yield Entry(key, path, event, stop, row, extent_of(event.when))

    def _items(self) -> Iterator[Item]:
        if self.days is None:
            return
        for entry in self.entries:
            if entry.extent and entry.extent.covers(self.days.first, self.days.last):
                yield Item(entry.key, entry.row, entry.extent)

    def _focus(self, days: Days) -> date:
        """The day of the chosen event, else of the chosen stop, else the day with anything on it that is nearest to the
        article's last.
        """
        extents = {entry.event.id: entry.extent for entry in self.entries}
        wanted = [extents.get(self.choice.event)]
        if self.choice.stop in self.numbers:
            number = self.numbers[self.choice.stop]
            wanted += [self.stays.get(number), *(item.extent for item in self.items if item.row == number)]
        for extent in wanted:
            if extent is not None and extent.covers(days.first, days.last):
                return max(extent.first, days.first)
        near = [max(item.extent.first, days.first) for item in self.items] or [days.first]
        return min(near, key=lambda day: (abs((day - self.as_of).days), day))

    def on_grid(self) -> tuple[tuple[Item, ...], int]:
        """The events of the days shown, and how many there was no room for: in a crowd the chosen event and those
        that begin nearest to it have room.
        """
        if self.shown is None:
            return (), 0
        found = [item for item in self.items if item.extent.covers(self.shown.first, self.shown.last)]
        if not self.long or len(found) < MANY_EVENTS:
            return tuple(found), 0
        found.sort(key=self._nearness)
        return tuple(found[: MANY_EVENTS - 1]), len(found) - MANY_EVENTS + 1

    def _nearness(self, item: Item) -> tuple[bool, int, int]:
        chosen = self.entries[item.key].event.id == self.choice.event
        return not chosen, abs((item.extent.first - self.focus).days), item.key


def shown_days(tour: Tour, choice: Choice) -> Days | None:
    """The days that the grid shows for a choice: all those of the tour, in long ones those around the choice; None
    where no day is known.
    """
    return Plan(tour, choice).shown


def label_px(tour: Tour, event: Event) -> float:
    """How wide the label of an event is, at most: its name, the asterisk, and the hour."""
    text = event.label if in_article(tour, event.basis.when) else event.label + ASTERISK
    hour = event_name_parts(event)[1]
    return text_width(f"{text} {hour}" if hour else text, LABEL_PX)


def _stays(tour: Tour) -> dict[int, Extent]:
    """The days of the stops, by number, where they are known."""
    found = ((number, extent_of(stop.when)) for number, stop in enumerate(tour.stops))
    return {number: extent for number, extent in found if extent is not None}
