"""What of a tour is on the timeline's grid: its events with their rows and days, and the days shown for a choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.views.agenda import hour_of
from touratlas.views.knowledge import ASTERISK, in_article
from touratlas.views.links import stop_of
from touratlas.views.outcomes import known_outcome, reported_when
from touratlas.views.placing import text_width
from touratlas.views.timeline_dates import extent_of
from touratlas.views.timeline_layout import MANY_EVENTS, Days, Item, is_long, tour_days, window
from touratlas.views.timeline_marks import Look, later_look, shape
from touratlas.words import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from touratlas.model import Event, Outcome, Tour
    from touratlas.node import Path
    from touratlas.views.links import Choice
    from touratlas.views.timeline_dates import Extent

LABEL_PX = 12
SIGN_PX = 20.0  # an outcome's sign before a label, and the gap behind it


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of the tour: its number and path, the stop on whose agenda it stands ("" for none), the row that it
    belongs to, and its days, where it has any that are known; its outcome, and the days that reports give (both
    in the later view alone).
    """

    key: int
    path: Path
    event: Event
    stop: str
    row: int
    extent: Extent | None
    outcome: Outcome | None
    reported: Extent | None

    def item(self, days: Days) -> Item | None:
        """What of it stands on some days: the article's mark, and beside it other days that reports give; the
        reported days alone where the article's aren't among them.
        """
        extent, reported = (
            one if one and one.covers(days.first, days.last) else None for one in (self.extent, self.reported)
        )
        if extent is None:
            return Item(self.key, self.row, reported, later=True) if reported else None
        same = reported is None or (reported.first, reported.last) == (extent.first, extent.last)
        return Item(self.key, self.row, extent, moved=None if same else reported)


class Plan:
    """The events of a tour on their days, and which of them are shown for a choice.

    Rows are numbered as the stops are, from 0; then come the way home and what belongs to no stop. `days` are
    all days of the tour that the grid can show, `shown` those that it shows, `focus` the day around which; `items`
    is all that has a place on `days`. `long`: the tour has an overview, and `shown` is a part of it.

    Outcomes have a part in it in the later view alone. They don't change its days: what reports date otherwise
    stands beside the article's mark, as far as these days reach.
    """

    def __init__(self, tour: Tour, choice: Choice, view: View = View.ARTICLE) -> None:
        self.tour = tour
        self.choice = choice
        self.view = view
        self.as_of = tour.tour.as_of.sides[0].earliest
        self.numbers = {stop.id: number for number, stop in enumerate(tour.stops)}
        self.entries = tuple(self._entries())
        self.stays = _stays(tour)
        core = [entry.extent for entry in self.entries if entry.extent and entry.path[0] != "background"]
        apart = [entry.extent for entry in self.entries if entry.extent and entry.path[0] == "background"]
        reported = [entry.reported for entry in self.entries if entry.reported]
        self.days = tour_days([*self.stays.values(), *core], apart, self.as_of)
        self.days = self.days or tour_days(reported, [], self.as_of)
        self.items = self._items(self.days)
        self.long = self.days is not None and is_long(self.items, self.days)
        self.focus = self._focus(self.days) if self.days else self.as_of
        self.shown = window(self.items, self.days, self.focus) if self.long and self.days else self.days

    def _entries(self) -> Iterator[Entry]:
        home = len(self.tour.stops)
        for key, (path, event) in enumerate(self.tour.events()):
            stop = stop_of(self.tour, path)
            row = self.numbers[stop] if stop else home + (path[0] == "background")
            outcome = known_outcome(event.outcome, self.view)
            reported = extent_of(reported_when(outcome))
            yield Entry(key, path, event, stop, row, extent_of(event.when), outcome, reported)

    def _items(self, days: Days | None) -> tuple[Item, ...]:
        return tuple(item for entry in self.entries if days and (item := entry.item(days)))

    def _focus(self, days: Days) -> date:
        """The day of the chosen event, else of the chosen stop, else the day with anything on it that is nearest to the
        article's last.
        """
        chosen = [entry for entry in self.entries if entry.event.id == self.choice.event]
        wanted = [extent for entry in chosen for extent in (entry.extent, entry.reported)]
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
        found = list(self._items(self.shown))
        if not self.long or len(found) < MANY_EVENTS:
            return tuple(found), 0
        found.sort(key=self._nearness)
        return tuple(found[: MANY_EVENTS - 1]), len(found) - MANY_EVENTS + 1

    def _nearness(self, item: Item) -> tuple[bool, int, int]:
        chosen = self.entries[item.key].event.id == self.choice.event
        return not chosen, abs((item.extent.first - self.focus).days), item.key


def shown_days(tour: Tour, choice: Choice, view: View = View.ARTICLE) -> Days | None:
    """The days that the grid shows for a choice: all those of the tour, in long ones those around the choice; None
    where no day is known.
    """
    return Plan(tour, choice, view).shown


def look(entry: Entry, *, later: bool) -> Look:
    """How an event is drawn: by its status, or by its outcome where it stands on the day that reports give."""
    if later and entry.outcome:
        return later_look(entry.outcome.status)
    return Look(shape(entry.event.status), later=False)


def label_px(tour: Tour, entry: Entry, *, later: bool) -> float:
    """How wide the label of an event is, at most: its outcome's sign, its name, the asterisk, and the hour; `later`
    where it stands on the day that reports give.
    """
    event = entry.event
    text = event.label if later or in_article(tour, event.basis.when) else event.label + ASTERISK
    hour = hour_of(reported_when(entry.outcome) if later else event.when)
    return text_width(f"{text} {hour}" if hour else text, LABEL_PX) + (SIGN_PX if entry.outcome else 0)


def _stays(tour: Tour) -> dict[int, Extent]:
    """The days of the stops, by number, where they are known."""
    found = ((number, extent_of(stop.when)) for number, stop in enumerate(tour.stops))
    return {number: extent for number, extent in found if extent is not None}
