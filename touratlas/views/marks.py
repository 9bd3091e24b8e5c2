"""The one table of how status looks: what map, timeline, agenda and legend draw, and the words on screen.

Colours are the palette of `DESIGN.md` section 6, computed for contrast on every ground that they stand on;
shape tells what colour tells, so that nothing is lost in greyscale or to colour-blind eyes.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from touratlas.interface import word
from touratlas.words import OutcomeStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from touratlas.model import Stop


@dataclass(frozen=True, slots=True)
class Mark:
    """How one status looks: whether its shape is filled, and the dash pattern of its outline (SVG, in px); `words_key`
    and `told_key` are where its words stand in the catalogue.
    """

    filled: bool
    dash: str
    words_key: str
    told_key: str

    @property
    def words(self) -> str:
        """What the status is called."""
        return word(self.words_key)

    @property
    def told(self) -> str:
        """How a claim of that status is told where its event's is another: what is told as a fact need not be over."""
        return word(self.told_key)


MARKS: Mapping[Status, Mark] = MappingProxyType(
    {
        Status.REPORTED: Mark(True, "", "status_reported", "told_reported"),
        Status.PLANNED: Mark(False, "", "status_planned", "told_planned"),
        Status.POSSIBLE: Mark(False, "4 3", "status_possible", "told_possible"),
    }
)


@dataclass(frozen=True, slots=True)
class Sign:
    """How one outcome looks: a sign that no colour is needed for; `words_key` is where its words stand in the
    catalogue.
    """

    sign: str
    words_key: str

    @property
    def words(self) -> str:
        """What the outcome is called."""
        return word(self.words_key)


SIGNS: Mapping[OutcomeStatus, Sign] = MappingProxyType(
    {
        OutcomeStatus.HAPPENED: Sign("✓", "outcome_happened"),
        OutcomeStatus.CHANGED: Sign("△", "outcome_changed"),
        OutcomeStatus.NOT_HAPPENED: Sign("✕", "outcome_not_happened"),
        OutcomeStatus.UNKNOWN: Sign("?", "outcome_unknown"),
    }
)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as CSS colours."""

    page: str
    panel: str
    sea: str
    land: str
    ink: str
    ink2: str
    article: str
    later: str
    edge: str
    number: str


LIGHT = Palette(
    "#FBFAF6",
    "#FFFFFF",
    "#D6E2E9",
    "#F7F3EA",
    "#1B1E22",
    "#50565D",
    "#1B5E9E",
    "#A34700",
    "#74716A",
    "#FFFFFF",
)
DARK = Palette(
    "#14171B",
    "#1C2025",
    "#101D28",
    "#2E3335",
    "#EDEAE3",
    "#B0B6BD",
    "#86BCF5",
    "#F0A35C",
    "#8E9398",
    "#10131A",
)

_SURENESS = (Status.REPORTED, Status.PLANNED, Status.POSSIBLE)


def surest(statuses: Iterable[Status]) -> Status:
    """The surest of several statuses; `possible` where there is none."""
    found = set(statuses)
    return next((status for status in _SURENESS if status in found), Status.POSSIBLE)


def stop_status(stop: Stop) -> Status:
    """How a stop is marked: by its lead event, which stands for it; by the surest of its events where none
    leads.
    """
    leads = [event.status for event in stop.events if event.lead]
    return surest(leads or (event.status for event in stop.events))
