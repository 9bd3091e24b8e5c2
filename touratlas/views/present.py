"""The presentation of a tour: one slide a stop between an opening and a closing one, told in steps: where, agenda,
question, reveal. Pure functions from an :class:`~touratlas.check.Atlas` and the audit's findings to values, and from
those to HTML by one template.

Everything but the first step is hidden in it (`hidden`), and so are evidence, answers and what happened later within
each step, until a script shows them one by one. The speaker's notes are in it only where they are asked for.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, TypeVar

from touratlas.dates import show
from touratlas.interface import counted, word, words
from touratlas.views.agenda import apart_view, stop_views
from touratlas.views.follow import follow
from touratlas.views.legend import legend
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.present_map import Maps
from touratlas.views.present_notes import notes_of
from touratlas.views.present_questions import event_pairs, found_cards, own_cards, stop_pairs
from touratlas.views.present_values import Card, Deck, Kind, Note, Pair, Slide, Step
from touratlas.views.templates import render
from touratlas.words import Status, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.audit.run import ArticleFinding
    from touratlas.check import Atlas
    from touratlas.views.agenda_values import EventView, StopView

MOST_AT_ONCE: Final = 3  # events, or pairs, a step
_SCRIPT: Final = "present_js_"  # what begins so is for its script
_STEPS: Final = {
    Kind.WHERE: "present_step_where",
    Kind.AGENDA: "present_step_agenda",
    Kind.QUESTION: "present_step_question",
    Kind.REVEAL: "present_step_reveal",
}
_TOLD: Final = {
    Status.REPORTED: "present_told_reported",
    Status.PLANNED: "present_told_planned",
    Status.POSSIBLE: "present_told_possible",
}
_Item = TypeVar("_Item")


def present_deck(atlas: Atlas, findings: Sequence[ArticleFinding] = ()) -> Deck:
    """The whole presentation; `findings` of the audit become questions on the slide of the stop that they touch."""
    maps, cards = Maps(atlas.tour), found_cards(atlas, findings)
    known, later = (stop_views(atlas, QueryLinks(atlas.tour.tour.id, view)) for view in View)
    slides = [
        Slide(word("present_opening"), None, (Step(Kind.WHERE),), _opening_notes(atlas)),
        *(
            _stop(atlas, stop, after, cards.get(number, ()), maps)
            for number, (stop, after) in enumerate(zip(known, later, strict=True))
        ),
        _closing(atlas, cards.get(None, ()), maps),
    ]
    return Deck(tuple(slides), maps.base())


def present_html(
    atlas: Atlas, findings: Sequence[ArticleFinding] = (), *, notes: bool = False, address: str = ""
) -> str:
    """The presentation as HTML, for a page that has the styles and the script; with `notes` for the speaker's own
    window. Where there is a public address the opening slide has its code.
    """
    head = atlas.tour.tour
    own = QueryLinks(head.id, page="present").to(Choice())
    return render(
        "present.html",
        tour=head,
        deck=present_deck(atlas, findings),
        names={kind: word(key) for kind, key in _STEPS.items()},
        notes=notes,
        told=told_line(atlas),
        as_of=show(head.as_of, long=True),
        legend=legend(atlas.tour, View.ARTICLE),
        follow=follow(atlas.tour, address),
        slides_alone=own,
        with_notes=f"{own}&notes=1",
    )


def told_line(atlas: Atlas) -> str:
    """How much the article tells of, and as what: `4 stops, 12 events: 3 have happened, 9 were expected`."""
    statuses = [event.status for _, event in atlas.tour.events()]
    parts = [word(_TOLD[status], count=statuses.count(status)) for status in _TOLD if status in statuses]
    stops = counted("present_stops", len(atlas.tour.stops))
    whole = word("present_whole", stops=stops, events=counted("present_events", len(statuses)))
    return word("present_told", whole=whole, parts=", ".join(parts)) if parts else whole


def script_texts() -> dict[str, str]:
    """What the presentation's script says, by keys without their prefix."""
    return {key.removeprefix(_SCRIPT): text for key, text in words().items() if key.startswith(_SCRIPT)}


def _stop(atlas: Atlas, stop: StopView, later: StopView, found: Sequence[Card], maps: Maps) -> Slide:
    number = stop.number - 1
    steps = (
        Step(Kind.WHERE),
        *_agenda((*stop.way, *stop.events)),
        *_cards((*own_cards(atlas, number), *found)),
        *_pairs(tuple(stop_pairs(stop, later))),
    )
    notes = notes_of(atlas.tour.stops[number].notes or "", steps)
    return Slide(stop.name.text, stop, steps, notes, maps.way(number))


def _closing(atlas: Atlas, found: Sequence[Card], maps: Maps) -> Slide:
    """What belongs to no stop."""
    known, later = (apart_view(atlas, QueryLinks(atlas.tour.tour.id, view)) for view in View)
    pairs = (
        [Pair(word("present_way_home"), None, None, None, later.onward_outcome)]
        if later.onward_outcome
        else []
    )
    pairs += event_pairs((*later.onward, *later.events))
    steps = (
        Step(Kind.WHERE),
        *_agenda((*known.onward, *known.events)),
        *_cards(found),
        *_pairs(pairs),
    )
    return Slide(word("present_closing"), None, steps, notes_of("", steps), maps.way(None))


def _opening_notes(atlas: Atlas) -> tuple[Note, ...]:
    head = atlas.tour.tour
    return (Note(word("present_tour"), (head.summary, f"{told_line(atlas)}.")),)


def _agenda(events: Sequence[EventView]) -> Iterator[Step]:
    yield from (Step(Kind.AGENDA, events=part) for part in parts_of(events))


def _cards(cards: Sequence[Card]) -> Iterator[Step]:
    yield from (Step(Kind.QUESTION, card=card) for card in cards)


def _pairs(pairs: Sequence[Pair]) -> Iterator[Step]:
    yield from (Step(Kind.REVEAL, pairs=part) for part in parts_of(pairs))


def parts_of(items: Sequence[_Item], most: int = MOST_AT_ONCE) -> Iterator[tuple[_Item, ...]]:
    """The items in their order, in as few parts as hold `most` each, about as many in each."""
    whole = ceil(len(items) / most)
    start = 0
    for part in range(whole):
        size = ceil((len(items) - start) / (whole - part))
        yield tuple(items[start : start + size])
        start += size
