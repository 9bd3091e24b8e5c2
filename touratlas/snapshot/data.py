"""What the page tells machines: the script's data, and the tour as linked data (schema.org), as safe JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from touratlas.dates import iso_attribute
from touratlas.views.agenda import delegation_name, stop_name
from touratlas.views.links import Choice, FragmentLinks, stop_of
from touratlas.views.marks import MARKS
from touratlas.words import OutcomeStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from touratlas.check import Atlas
    from touratlas.model import Event, Place, Tour
    from touratlas.snapshot.later import LaterView

_STATUS = {
    OutcomeStatus.NOT_HAPPENED: "https://schema.org/EventCancelled",
    OutcomeStatus.CHANGED: "https://schema.org/EventRescheduled",
}
_SCHEDULED = "https://schema.org/EventScheduled"
_LINKS = FragmentLinks()


def safe_json(value: Any) -> str:
    """JSON that can stand in a script element: no `<`, `>` or `&` in it, nor U+2028 and U+2029."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def script_data(
    atlas: Atlas, later: Sequence[LaterView], weeks: Mapping[str, str], words: Mapping[str, str]
) -> dict[str, Any]:
    """What the script needs and can't read off the page: by event its stop, status, people, topics and, in long tours,
    the week of its grid; what reports call stops; its words.
    """
    tour = atlas.tour
    takers, topics = _takers(tour), {name: number for number, name in enumerate(tour.topics)}
    numbers = {key: number for number, key in enumerate(takers)}
    return {
        "stops": [[stop.id, stop_name(tour, stop)] for stop in tour.stops],
        "names": {row.id: row.name for row in later if row.name},
        "people": list(takers.values()),
        "topics": list(tour.topics.values()),
        "statuses": {status.value: mark.words for status, mark in MARKS.items()},
        "events": {
            event.id: [
                stop_of(tour, path),
                event.status.value,
                [numbers[key] for key in _taking(event)],
                [topics[name] for name in event.topics],
                *([weeks[event.id]] if event.id in weeks else []),
            ]
            for path, event in tour.events()
        },
        "words": words,
    }


def _takers(tour: Tour) -> dict[tuple[str, str], str]:
    """Who takes part in anything: people as the file lists them, then delegations; the two may share an id."""
    used = dict.fromkeys(name for _, event in tour.events() for name in event.delegations)
    return {
        **{("person", key): person.name for key, person in tour.people.items()},
        **{("delegation", name): delegation_name(tour, name) for name in used},
    }


def _taking(event: Event) -> Iterator[tuple[str, str]]:
    yield from (("person", name) for name in event.people)
    yield from (("delegation", name) for name in event.delegations)


def linked_data(atlas: Atlas) -> dict[str, Any]:
    """The tour as schema.org has words for it: events with their places, people and claims. No rating: we don't rate
    truth.
    """
    head = atlas.tour.tour
    stops = {stop.id: stop.place for stop in atlas.tour.stops}
    return {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": head.title,
        "description": head.summary,
        "inLanguage": head.language,
        "about": [
            _linked(atlas, event, stop_of(atlas.tour, path), stops) for path, event in atlas.tour.events()
        ],
    }


def _linked(atlas: Atlas, event: Event, stop_id: str, stops: Mapping[str, str]) -> dict[str, Any]:
    tour = atlas.tour
    place = event.place or stops.get(stop_id)
    made: dict[str, Any] = {
        "@type": "Event",
        "@id": _LINKS.to(Choice(stop_id, event.id)),
        "name": event.title,
        "eventStatus": _STATUS.get(event.outcome.status, _SCHEDULED) if event.outcome else _SCHEDULED,
        "disambiguatingDescription": MARKS[event.status].words,
    }
    when = iso_attribute(event.when) if event.when else ""
    if when:
        made["startDate"] = when
    if place:
        made["location"] = _place(tour.places[place])
    if event.people:
        made["attendee"] = list(_persons(tour, event))
    made["subjectOf"] = [
        {"@type": "Claim", "text": held.claim.says} for held in atlas.evidence.of_event(event.id)
    ]
    return made


def _persons(tour: Tour, event: Event) -> Iterator[dict[str, Any]]:
    for name in event.people:
        person = tour.people[name]
        role = {"jobTitle": person.role} if person.role else {}
        yield {"@type": "Person", "name": person.name, **role}


def _place(place: Place) -> dict[str, Any]:
    geo = {"@type": "GeoCoordinates", "latitude": place.at[0], "longitude": place.at[1]}
    address = {"@type": "PostalAddress", "addressCountry": place.country}
    return {"@type": "Place", "name": place.name, "address": address, "geo": geo}
