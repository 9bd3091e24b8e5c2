"""What later reports say, as it is shown: in the later view, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.dates import place_time, show
from touratlas.model import ArticleSource
from touratlas.views.knowledge import has_late_accounts
from touratlas.views.marks import SIGNS
from touratlas.words import OutcomeStatus, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from touratlas.dates import When
    from touratlas.model import Event, Leg, Outcome, Stop, Tour, WebSource


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report: who published it, under which title (or ""), where on the web (or ""), and when (or "")."""

    publisher: str
    title: str
    url: str
    published: str


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What later reports say, with its sign, and the reports. Their text isn't ours to quote: they are
    named and linked.
    """

    name: str
    sign: str
    words: str
    says: str
    note: str
    when: str
    place: str
    reports: tuple[ReportView, ...]


def known_outcome(outcome: Outcome | None, view: View) -> Outcome | None:
    """An outcome where the view shows it: none in the article's view."""
    return outcome if view is View.LATER else None


def reported_when(outcome: Outcome | None) -> When | None:
    """When reports say that it was; None where there is no report that could."""
    return None if outcome is None or outcome.status is OutcomeStatus.UNKNOWN else outcome.when


def outcome_view(tour: Tour, outcome: Outcome | None, view: View) -> OutcomeView | None:
    """An outcome as it is shown: nothing in the article's view."""
    outcome = known_outcome(outcome, view)
    if outcome is None:
        return None
    sign = SIGNS[outcome.status]
    place = tour.places[outcome.place] if outcome.place else None
    label = place_time(place.name) if place else None
    return OutcomeView(
        name=outcome.status.value,
        sign=sign.sign,
        words=sign.words,
        says=outcome.says or "",
        note=outcome.note or "",
        when=show(outcome.when, zone_label=label) if outcome.when else "",
        place=place.name if place else "",
        reports=report_views(tour, outcome.from_),
    )


def report_views(tour: Tour, names: Sequence[str]) -> tuple[ReportView, ...]:
    """The reports of some ids."""
    return tuple(_report(tour.sources[name]) for name in names)


def _report(source: ArticleSource | WebSource) -> ReportView:
    if isinstance(source, ArticleSource):
        return ReportView(source.publisher or source.title or "", source.title or "", source.url or "", "")
    published = show(source.published) if source.published else ""
    return ReportView(source.publisher, source.title or "", source.url or "", published)


def outcomes(tour: Tour, view: View) -> tuple[Outcome, ...]:
    """All outcomes that a view shows: of stops, legs and events."""
    parts: list[Stop | Leg | Event] = [*tour.stops, *tour.legs, *(event for _, event in tour.events())]
    return tuple(found for part in parts if (found := known_outcome(part.outcome, view)))


def has_outcomes(tour: Tour) -> bool:
    """Whether the tour file tells anything that was learned later: without it there is no second view."""
    return bool(outcomes(tour, View.LATER)) or has_late_accounts(tour)
