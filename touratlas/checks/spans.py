"""The parts of a tour that bear a date, with the places where it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.dates import When
    from touratlas.model import Event, Leg, Outcome, Stop, Tour
    from touratlas.tree import Path


@dataclass(frozen=True, slots=True)
class Part:
    """A stop, a leg or an event: its path, itself, the ids of the places whose clocks its times may be told
    by.
    """

    path: Path
    item: Stop | Leg | Event
    places: tuple[str, ...]

    @property
    def when(self) -> When | None:
        """Its date."""
        return self.item.when

    @property
    def outcome(self) -> Outcome | None:
        """What later reports say of it."""
        return self.item.outcome


def parts(tour: Tour) -> Iterator[Part]:
    """Stops, legs and events, in the order of the file's sections."""
    place_of = {stop.id: stop.place for stop in tour.stops}
    for number, stop in enumerate(tour.stops):
        yield Part(("stops", number), stop, (stop.place,))
        yield from _events(("stops", number, "events"), stop.events, (stop.place,))
    for number, leg in enumerate(tour.legs):
        ends = (place_of.get(leg.from_, leg.from_), place_of.get(leg.to, leg.to))
        yield Part(("legs", number), leg, ends)
        yield from _events(("legs", number, "events"), leg.events, ends)
    yield from _events(("background", "events"), tour.background.events, ())


def _events(path: Path, events: tuple[Event, ...], places: tuple[str, ...]) -> Iterator[Part]:
    for number, event in enumerate(events):
        yield Part((*path, number), event, (event.place,) if event.place else places)
