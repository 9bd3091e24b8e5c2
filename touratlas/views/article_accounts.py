"""Where sources disagree on a date or a place: what the tour follows, and what another report or schedule has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.dates import show
from touratlas.itinerary import hops
from touratlas.model import Event, Leg, WebSource
from touratlas.views.agenda import stop_name
from touratlas.views.article_uses import Link, line_link
from touratlas.views.knowledge import in_article, origin
from touratlas.views.links import Choice, stop_of
from touratlas.views.outcomes import ReportView, report_views
from touratlas.words import Of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from touratlas.check import Atlas
    from touratlas.itinerary import End
    from touratlas.model import Ground, Stop, Tour
    from touratlas.tree import Path
    from touratlas.views.links import Links


@dataclass(frozen=True, slots=True)
class Told:
    """What another source has instead, in the curator's words, and the source."""

    says: str
    report: ReportView


@dataclass(frozen=True, slots=True)
class Disagreeing:
    """A date (`when`) or a place on which sources disagree: the way to what it is of; its text; whether it is an
    article's, with the ways to the passages; else the report that the tour follows, or None where it was inferred; how
    (`origin`) or the curator's note, else ""; and what others have instead.
    """

    link: Link
    what: str
    text: str
    in_article: bool
    passages: tuple[Link, ...]
    report: ReportView | None
    origin: str
    note: str
    others: tuple[Told, ...]


def disagreeing(
    atlas: Atlas, source: str, links: Links, parts: Iterable[tuple[Path, Stop | Event]]
) -> Iterator[Disagreeing]:
    """Where sources disagree on the date or the place of some parts, then of the ways between stops."""
    tour = atlas.tour
    for path, part in parts:
        name = part.title if isinstance(part, Event) else stop_name(tour, part)
        choice = Choice(stop_of(tour, path), part.id) if isinstance(part, Event) else Choice(part.id)
        place = tour.places[part.place].name if part.place else ""
        yield from _of(atlas, source, (path, part), Link(name, links.to(choice)), place)
    for hop in hops(tour):
        if hop.leg is not None and hop.number is not None:
            names = " → ".join(_end(tour, end) for end in (hop.start, hop.end))
            stop = tour.stops[hop.end.stop].id if hop.end.stop is not None else ""
            link = Link(names, links.to(Choice(stop)))
            yield from _of(atlas, source, (("legs", hop.number), hop.leg), link, hop.start.place.name)


def _of(
    atlas: Atlas, source: str, part: tuple[Path, Stop | Event | Leg], link: Link, place: str
) -> Iterator[Disagreeing]:
    path, one = part
    texts = {Of.WHEN: show(one.when) if one.when else "", Of.PLACE: place}
    for what, text in texts.items():
        ground = one.basis.of(what)
        if ground is not None and ground.others and text:
            held = atlas.evidence.grounds.get((*path, "basis", what.value, "quotes"), ())
            passages = tuple(line_link(atlas, each) for each in held if each.source == source)
            yield _made(atlas.tour, link, what, text, ground, passages)


def _made(
    tour: Tour, link: Link, what: Of, text: str, ground: Ground, passages: tuple[Link, ...]
) -> Disagreeing:
    given = isinstance(tour.sources.get(ground.from_), WebSource)
    inferred = not given and not in_article(tour, ground)
    return Disagreeing(
        link=link,
        what=what.value,
        text=text,
        in_article=in_article(tour, ground),
        passages=passages,
        report=report_views(tour, (ground.from_,))[0] if given else None,
        origin=origin(tour, ground) if inferred else "",
        note="" if inferred else ground.note or "",
        others=tuple(Told(one.says, report_views(tour, (one.from_,))[0]) for one in ground.others),
    )


def _end(tour: Tour, end: End) -> str:
    return stop_name(tour, tour.stops[end.stop]) if end.stop is not None else end.place.name
