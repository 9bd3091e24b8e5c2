"""Previous and next: one step through the tour, from the whole of it to the last stop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.interface import word
from touratlas.views.agenda import stop_name
from touratlas.views.links import Choice
from touratlas.views.templates import render

if TYPE_CHECKING:
    from touratlas.check import Atlas
    from touratlas.views.links import Links


@dataclass(frozen=True, slots=True)
class Step:
    """Where a step leads: the stop's id ("" for the whole tour), its name, and the address."""

    stop: str
    name: str
    href: str


def steps(atlas: Atlas, links: Links, choice: Choice) -> tuple[Step | None, Step | None]:
    """The steps back and on; None at either end."""
    whole = Step("", word("steps_whole"), links.to(Choice()))
    way = [whole] + [
        Step(stop.id, stop_name(atlas.tour, stop), links.to(Choice(stop.id))) for stop in atlas.tour.stops
    ]
    at = next((number for number, step in enumerate(way) if step.stop == choice.stop), 0)
    return (way[at - 1] if at > 0 else None), (way[at + 1] if at + 1 < len(way) else None)


def steps_html(atlas: Atlas, links: Links, choice: Choice) -> str:
    """Both as links. HTML, with every text escaped."""
    back, on = steps(atlas, links, choice)
    return render("steps.html", steps=(("back", word("steps_back"), back), ("on", word("steps_on"), on)))
