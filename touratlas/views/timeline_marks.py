"""How status and knowledge look on the timeline: the names that its template and its style sheet share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.views.marks import MARKS
from touratlas.words import OutcomeStatus

if TYPE_CHECKING:
    from datetime import date

    from touratlas.views.timeline_layout import Days
    from touratlas.words import Status


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark looks: its shape, and whether it is the article's or tells what was learned afterwards."""

    shape: str
    later: bool


def later_look(status: OutcomeStatus) -> Look:
    """How the day that reports give is drawn: hollow where nothing took place on it."""
    return Look("outlined" if status is OutcomeStatus.NOT_HAPPENED else "filled", later=True)


def shape(status: Status) -> str:
    """How a status is drawn, read from the one table of marks: `filled`, `outlined` or `dashed`."""
    mark = MARKS[status]
    if mark.filled:
        return "filled"
    return "dashed" if mark.dash else "outlined"


def knowledge(days: Days, as_of: date) -> str:
    """On which side of the last day that the article could know some days are: `before`, `edge` or `after`."""
    if as_of in days:
        return "edge"
    return "after" if as_of < days.first else "before"
