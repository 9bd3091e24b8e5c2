"""“What others say”: what later reports made of what an article told, and where they differ, both side by side.

All of it was learned afterwards, so it belongs to the later view alone. Reports are named and linked, never quoted:
their text isn't ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.dates import show, within
from touratlas.geo import Point, distance_km
from touratlas.model import Event, WebSource
from touratlas.views.agenda import speaker, stop_name
from touratlas.views.article_accounts import Disagreeing, disagreeing
from touratlas.views.article_uses import Link, line_link
from touratlas.views.links import Choice, stop_of
from touratlas.views.marks import MARKS, stop_status
from touratlas.views.outcomes import OutcomeView, ReportView, outcome_view, report_views
from touratlas.words import Extent, Of, OutcomeStatus, View

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from touratlas.check import Atlas
    from touratlas.evidence import ClaimEvidence
    from touratlas.model import Outcome, Stop, Tour
    from touratlas.tree import Path
    from touratlas.views.links import Links

NEAR_KM = 40.0  # what is nearer may lie in the place that was named
_OTHERWISE = frozenset({OutcomeStatus.CHANGED, OutcomeStatus.NOT_HAPPENED})


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the article in the curator's words, whose assertion it is and how it is told ("" where that is as
    the event is), and the ways to its passages.
    """

    says: str
    by: str
    told: str
    passages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Supplied:
    """A date (`when`) or a place that isn't the article's, and the report or schedule that gave it."""

    what: str
    text: str
    report: ReportView


@dataclass(frozen=True, slots=True)
class Differing:
    """What an article told, and what became of it: the way to the stop or event; its status (the mark's name, and in
    words); date and place as far as the article gives them, else "", with the ways to the passages that do; its
    statements; what reports say; and the date or place that another report gave, where these say otherwise.
    """

    link: Link
    status: str
    words: str
    when: str
    place: str
    grounds: tuple[Link, ...]
    said: tuple[Said, ...]
    outcome: OutcomeView
    supplied: tuple[Supplied, ...] = ()


@dataclass(frozen=True, slots=True)
class Others:
    """What others say of an article: how many events it tells; of these by outcome the sign, the words and how many;
    how many the tour has no outcome of; where reports differ from the article; and where sources disagree on a date
    or a place.
    """

    events: int
    counts: tuple[tuple[str, str, str, int], ...]
    untold: int
    differing: tuple[Differing, ...]
    disagreeing: tuple[Disagreeing, ...]


def others(atlas: Atlas, source: str, links: Links) -> Others | None:
    """What later reports say of what the article with the id `source` told; None where the tour has nothing of it.

    `links` lead to the tour, and should keep the later view.
    """
    tour = atlas.tour
    told = {event.id for _, event in tour.events() if _claims(atlas, source, event)}
    views = [outcome_view(tour, event.outcome, View.LATER) for _, event in tour.events() if event.id in told]
    counts = []
    for status in OutcomeStatus:
        alike = [view for view in views if view is not None and view.name == status.value]
        counts += [(status.value, alike[0].sign, alike[0].words, len(alike))] if alike else []
    differing = tuple(_all_differing(atlas, source, links))
    parts = [(path, part) for path, part in _parts(tour) if not isinstance(part, Event) or part.id in told]
    rows = tuple(disagreeing(atlas, source, links, parts))
    if not (counts or differing or rows):
        return None
    return Others(len(told), tuple(counts), views.count(None), differing, rows)


def _all_differing(atlas: Atlas, source: str, links: Links) -> Iterator[Differing]:
    """What reports tell otherwise than the article, in the tour's order."""
    for path, part in _parts(atlas.tour):
        view = outcome_view(atlas.tour, part.outcome, View.LATER)
        if part.outcome is None or view is None or not _differs(atlas.tour, source, path, part, part.outcome):
            continue
        said = tuple(_said(atlas, source, one) for one in _claims(atlas, source, part))
        if said or not isinstance(part, Event):
            yield _differing(atlas, source, links, (path, part), said, view)


def _parts(tour: Tour) -> Iterator[tuple[Path, Stop | Event]]:
    """Each stop, then the events shown with it; at last those of no stop."""
    events: dict[str, list[tuple[Path, Event]]] = {}
    for path, event in tour.events():
        events.setdefault(stop_of(tour, path), []).append((path, event))
    for number, stop in enumerate(tour.stops):
        yield ("stops", number), stop
        yield from events.get(stop.id, ())
    yield from events.get("", ())


def _claims(atlas: Atlas, source: str, part: Stop | Event) -> list[ClaimEvidence]:
    """The claims of an event that rest on an article; a stop has none of its own."""
    claims = atlas.evidence.of_event(part.id) if isinstance(part, Event) else ()
    return [claim for claim in claims if any(held.source == source for held in claim.quotes)]


def _differs(tour: Tour, source: str, path: Path, part: Stop | Event, outcome: Outcome) -> bool:
    """Whether reports tell something else than the article, or than another report: what became of it, its day or its
    place.
    """
    if outcome.status in _OTHERWISE:
        return isinstance(part, Event) or any(_gives(part, source, what) for what in Of)
    if outcome.status is OutcomeStatus.UNKNOWN:
        return False
    others_ = {name for name, one in tour.sources.items() if isinstance(one, WebSource)} - set(outcome.from_)
    return any(_otherwise(tour, {source, *others_}, path, part, what) for what in Of)


def _gives(part: Stop | Event, source: str, what: Of) -> bool:
    """Whether it is the article that gives a date or a place."""
    ground = part.basis.of(what)
    return ground is not None and ground.from_ == source


def _otherwise(tour: Tour, sources: Collection[str], path: Path, part: Stop | Event, what: Of) -> bool:
    """Whether the outcome has surely another day or place than one of some sources gives."""
    ground, outcome = part.basis.of(what), part.outcome
    if ground is None or outcome is None or ground.from_ not in sources:
        return False
    return _elsewhere(tour, part, outcome) if what is Of.PLACE else _another_day(tour, path, part, outcome)


def _elsewhere(tour: Tour, part: Stop | Event, outcome: Outcome) -> bool:
    """Whether reports name another place. A city in the country that was named is no other, nor is a place in a city:
    what is near may lie in it.
    """
    if part.place is None or outcome.place in (None, part.place):
        return False
    told, found = tour.places[part.place], tour.places[str(outcome.place)]
    if told.extent is Extent.COUNTRY:
        return told.country != found.country
    return distance_km(Point(*told.at), Point(*found.at)) > NEAR_KM


def _another_day(tour: Tour, path: Path, part: Stop | Event, outcome: Outcome) -> bool:
    """Whether the day of the reports surely is another; days are compared in one zone alone."""
    if part.when is None or outcome.when is None:
        return False
    told = part.place or (tour.stops[int(path[1])].place if path[0] == "stops" else None)
    if told and outcome.place and tour.places[told].zone != tour.places[outcome.place].zone:
        return False
    return not within(outcome.when, part.when)


def _differing(
    atlas: Atlas,
    source: str,
    links: Links,
    part: tuple[Path, Stop | Event],
    said: tuple[Said, ...],
    outcome: OutcomeView,
) -> Differing:
    tour, (path, one) = atlas.tour, part
    if isinstance(one, Event):
        link = Link(one.title, links.to(Choice(stop_of(tour, path), one.id)))
    else:
        link = Link(stop_name(tour, one), links.to(Choice(one.id)))
    status = one.status if isinstance(one, Event) else stop_status(one)
    return Differing(
        link,
        status.value,
        MARKS[status].words,
        show(one.when) if one.when and _gives(one, source, Of.WHEN) else "",
        tour.places[one.place].name if one.place and _gives(one, source, Of.PLACE) else "",
        tuple(_grounds(atlas, source, path, said)),
        said,
        outcome,
        tuple(_supplied(tour, path, one)),
    )


def _supplied(tour: Tour, path: Path, part: Stop | Event) -> Iterator[Supplied]:
    """The date and the place that a report or schedule gave, where the outcome has others."""
    told = {
        Of.WHEN: show(part.when) if part.when else "",
        Of.PLACE: tour.places[part.place].name if part.place else "",
    }
    for what, text in told.items():
        ground = part.basis.of(what)
        if ground is None or not isinstance(tour.sources.get(ground.from_), WebSource):
            continue
        if _otherwise(tour, {ground.from_}, path, part, what):
            (report,) = report_views(tour, (ground.from_,))
            yield Supplied(what.value, text, report)


def _said(atlas: Atlas, source: str, held: ClaimEvidence) -> Said:
    claim, event = held.claim, held.event
    other = claim.status if claim.status and (event is None or claim.status is not event.status) else None
    return Said(
        claim.says,
        speaker(atlas.tour, claim.by) if claim.by else "",
        MARKS[other].told if other else "",
        tuple(line_link(atlas, one) for one in held.quotes if one.source == source),
    )


def _grounds(atlas: Atlas, source: str, path: Path, said: tuple[Said, ...]) -> Iterator[Link]:
    """The ways to what the date and the place rest on, but for those to the statements' own passages."""
    seen = {link for one in said for link in one.passages}
    for what in Of:
        for held in atlas.evidence.grounds.get((*path, "basis", what.value, "quotes"), ()):
            link = line_link(atlas, held)
            if held.source == source and link not in seen:
                seen.add(link)
                yield link
