"""Where the parts of a view lead, and what an address chooses: the app uses a query, a snapshot fragments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlencode

from touratlas.interface import word
from touratlas.wording import did_you_mean, shown
from touratlas.words import View

if TYPE_CHECKING:
    from touratlas.model import Tour
    from touratlas.tree import Path

ARTICLE = "article"  # the page of the app that shows an article, as seen from the first one

STRIPPED = "1"  # what an address says of `strip` where the strip test is on


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen: a stop, an event, or neither (the whole tour). Ids, never positions: they are part of
    addresses.
    """

    stop: str = ""
    event: str = ""


class Links(Protocol):
    """Where a choice leads in one kind of page, and which `view` that page shows."""

    @property
    def view(self) -> View:
        """The view that is shown, and that links keep."""

    def to(self, choice: Choice) -> str:
        """The address that opens a choice."""

    def anchor(self, choice: Choice) -> str:
        """The id of the element that is the choice, "" where a page needs none."""

    def passage(self, source: str, passage: str) -> str:
        """The address that opens an article at a passage, "" where no page shows it so."""


@dataclass(frozen=True, slots=True)
class QueryLinks:
    """Addresses such as `?tour=us-asia-2025&stop=tokyo&event=emperor`; in the later view with
    `&view=later`, so that links keep it, and under the strip test with `&strip=1`; behind `page`, where they lead to
    another page of the app.
    """

    tour: str
    view: View = View.ARTICLE
    page: str = ""
    strip: bool = False

    def to(self, choice: Choice) -> str:
        """The address that opens a choice."""
        view = self.view.value if self.view is View.LATER else ""
        strip = STRIPPED if self.strip else ""
        parts = {"tour": self.tour, "stop": choice.stop, "event": choice.event, "view": view, "strip": strip}
        return f"{self.page}?" + urlencode({key: value for key, value in parts.items() if value})

    def anchor(self, choice: Choice) -> str:
        """None: a page of the app finds its parts otherwise."""
        return ""

    def passage(self, source: str, passage: str) -> str:
        """The address of the Article page, as seen from the first one, open at a passage."""
        parts = {"tour": self.tour, "source": source, "passage": passage}
        return f"{ARTICLE}?" + urlencode({key: value for key, value in parts.items() if value})


@dataclass(frozen=True, slots=True)
class FragmentLinks:
    """Addresses within one page that holds the whole tour, such as `#event=emperor`, and the ids that they lead to."""

    view: View = View.ARTICLE

    def to(self, choice: Choice) -> str:
        """The address of a choice: it needs no script."""
        return f"#{self.anchor(choice)}"

    def anchor(self, choice: Choice) -> str:
        """The id of a choice: of its event, else of its stop, else of the whole tour."""
        if choice.event:
            return f"event={choice.event}"
        return f"stop={choice.stop}" if choice.stop else "tour"

    def passage(self, source: str, passage: str) -> str:
        """None: such a page shows its passages, and the way from them to the article, in a list of its own."""
        return ""


def view_of(text: str) -> View:
    """The view that an address names; the article's where it names none that there is."""
    return View.LATER if text == View.LATER.value else View.ARTICLE


def stop_of(tour: Tour, path: Path) -> str:
    """The id of the stop on whose agenda an event is shown: a leg's events stand with the stop that it
    leads to; "" for none.
    """
    if path[0] == "stops":
        return tour.stops[int(path[1])].id
    if path[0] == "legs":
        to = tour.legs[int(path[1])].to
        return to if any(stop.id == to for stop in tour.stops) else ""
    return ""


def resolve(tour: Tour, stop: str, event: str) -> tuple[Choice, str]:
    """The choice that an address means, and a sentence for the reader where it names what the tour hasn't
    got.

    An event brings its own stop along, whatever stop the address names.
    """
    stops = [one.id for one in tour.stops]
    events = {one.id: stop_of(tour, path) for path, one in tour.events()}
    if event in events:
        return Choice(events[event], event), ""
    known = stop if stop in stops else ""
    if event:
        return Choice(known), word("no_event", event=shown(event), guess=did_you_mean(event, events))
    if stop and not known:
        return Choice(), word("no_stop", stop=shown(stop), guess=did_you_mean(stop, stops))
    return Choice(known), ""
