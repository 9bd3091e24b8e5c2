"""What the page tells machines: the script's data, and the tour as linked data (schema.org), as safe JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from touratlas.interface import word
from touratlas.linked import SCHEMA, linked_events
from touratlas.views.agenda import delegation_name, stop_name, stop_place_in_article
from touratlas.views.links import Choice, FragmentLinks, stop_of
from touratlas.views.marks import MARKS
from touratlas.words import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from touratlas.check import Atlas
    from touratlas.model import Event, Tour
    from touratlas.snapshot.later import LaterView
    from touratlas.views.knife import Knife

_LINKS = FragmentLinks()


def safe_json(value: Any) -> str:
    """JSON that can stand in a script element: no `<`, `>` or `&` in it, nor U+2028 and U+2029."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def script_data(
    atlas: Atlas, later: Sequence[LaterView], weeks: Mapping[str, str], words: Mapping[str, str], knife: Knife
) -> dict[str, Any]:
    """What the script needs and can't read off the page: by event its stop, status, people, topics and, in long tours,
    the week of its grid; what reports call stops; its words; and what the strip test makes of names.
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
        "bare": _bare(tour, [*takers.values(), *tour.topics.values()], knife),
    }


def _bare(tour: Tour, texts: list[str], knife: Knife) -> dict[str, str]:
    """Names of which the strip test hides something, with what is left of them; a stop's place is left or isn't."""
    found = {text: knife.bare(text) for text in texts}
    found |= {
        stop_name(tour, stop): word("strip_no_place")
        for stop in tour.stops
        if not stop_place_in_article(tour, stop)
    }
    return {text: left for text, left in found.items() if left != text}


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
    truth. The page holds both views, so an event's status is the later one.
    """
    head = atlas.tour.tour
    return {
        "@context": SCHEMA,
        "@type": "CreativeWork",
        "name": head.title,
        "description": head.summary,
        "inLanguage": head.language,
        "about": linked_events(
            atlas, View.LATER, lambda one: _LINKS.to(Choice(one.stop, one.id)), evidence=False
        ),
    }
