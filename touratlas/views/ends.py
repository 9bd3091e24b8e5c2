"""The ends of legs on a map: where they are, which of them are too far away to be drawn, and what is told of
those.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.dates import Endpoint, parse_when, show
from touratlas.geo import Bounds, Point, mercator, unwrap
from touratlas.interface import word
from touratlas.views.knowledge import ASTERISK, in_article
from touratlas.views.marks import stop_status
from touratlas.words import OutcomeStatus, Status, View

if TYPE_CHECKING:
    from touratlas.itinerary import Hop
    from touratlas.model import Tour

FAR = 1.0  # an origin more than this many widths of the tour's frame away is named at the edge, and not drawn
_DECIDED = frozenset({OutcomeStatus.HAPPENED, OutcomeStatus.NOT_HAPPENED})


def hop_ends(hop: Hop, points: tuple[Point, ...]) -> tuple[Point, Point]:
    """Both ends in the turn of the stops' frame."""
    if hop.start.stop is not None and hop.end.stop is not None:
        return points[hop.start.stop], points[hop.end.stop]
    if hop.end.stop is not None:
        end = points[hop.end.stop]
        return unwrap((end, Point(*hop.start.place.at)))[1], end
    start = points[hop.start.stop or 0]
    return start, unwrap((start, Point(*hop.end.place.at)))[1]


def is_far(point: Point, frame: Bounds) -> bool:
    """Whether a point lies so far outside the tour's frame that it is named at the edge, and not drawn."""
    width = max(frame.east - frame.west, 10.0)
    height = max(mercator(frame.north) - mercator(frame.south), 10.0)
    beside = max(frame.west - point.lon, point.lon - frame.east)
    above = max(mercator(point.lat) - mercator(frame.north), mercator(frame.south) - mercator(point.lat))
    return beside > FAR * width or above > FAR * height


@dataclass(frozen=True, slots=True)
class FarEnd:
    """An end of the journey that lies far outside the tour: what is said of it (`From {place}`), its place and its day,
    and whether each of the two is the curator's.
    """

    said: str
    name: str
    curated: bool
    when: str
    when_curated: bool

    @property
    def line(self) -> str:
        """What stands at the map's edge: `From Joint Base Andrews*, Fri 24 Oct*`."""
        date = f", {self.when}{ASTERISK * self.when_curated}" if self.when else ""
        return self.said.format(place=f"{self.name}{ASTERISK * self.curated}") + date


def far_end(tour: Tour, hop: Hop) -> FarEnd:
    """What is told of the end of a leg that is no stop: its name, and the day of departure or arrival."""
    leg = hop.leg
    when = leg.when if leg else None
    coming = hop.end.stop is not None
    day = ""
    if when:
        departed = when.start if coming else when.last
        day = (
            show(parse_when(departed.day.isoformat()), year=False)
            if isinstance(departed, Endpoint) and departed.day
            else show(when, year=False)
        )
    return FarEnd(
        said=word("map_from" if coming else "map_on_to"),
        name=hop.start.place.name if coming else hop.end.place.name,
        curated=not (leg and in_article(tour, leg.basis.place)),
        when=day,
        when_curated=bool(leg and day) and not in_article(tour, leg.basis.when if leg else None),
    )


def is_supplied(tour: Tour, hop: Hop) -> bool:
    """Whether a leg joins a place that isn't in the article."""
    stops = [tour.stops[end.stop] for end in (hop.start, hop.end) if end.stop is not None]
    own = len(stops) == 2 or not far_end(tour, hop).curated
    return not own or any(not in_article(tour, stop.basis.place) for stop in stops)


def is_reached(tour: Tour, hop: Hop, view: View = View.ARTICLE) -> bool:
    """Whether a leg is known to have been gone, in a view.

    To the article's knowledge it was where the article reports the stop that it leads to; a way home never is. In
    the later view the leg's own outcome decides, if it says that it happened or did not; else the outcomes of its
    ends: no leg leads from or to a stop that did not take place, and one is gone where its stop happened and the
    stop before it is known to have been.
    """
    reported = hop.end.stop is not None and _reported(tour, hop.end.stop)
    if view is View.ARTICLE:
        return reported
    own = hop.leg.outcome.status if hop.leg and hop.leg.outcome else None
    ends = [_outcome(tour, end.stop) for end in (hop.start, hop.end) if end.stop is not None]
    if own in _DECIDED:
        return own is OutcomeStatus.HAPPENED
    if OutcomeStatus.NOT_HAPPENED in ends:
        return False
    if hop.end.stop is None or ends[-1] is not OutcomeStatus.HAPPENED:
        return reported
    started = hop.start.stop is None or _reported(tour, hop.start.stop) or ends[0] is OutcomeStatus.HAPPENED
    return reported or started


def _reported(tour: Tour, stop: int) -> bool:
    return stop_status(tour.stops[stop]) is Status.REPORTED


def _outcome(tour: Tour, stop: int) -> OutcomeStatus | None:
    outcome = tour.stops[stop].outcome
    return outcome.status if outcome else None
