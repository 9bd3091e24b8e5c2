"""What a lesson asks: questions of the audit and of the tour file, and guesses at what became of what was expected."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Final

from touratlas.interface import word
from touratlas.lesson.values import Guess, Question
from touratlas.views.agenda import apart_view, stop_name, stop_views
from touratlas.views.found_questions import cited_entries, shown_passages, surest
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.present_questions import event_pairs, found_card, own_cards
from touratlas.words import OutcomeStatus, Status, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.audit.run import ArticleFinding
    from touratlas.check import Atlas
    from touratlas.views.agenda_values import EventView

MOST_FOUND: Final = 6  # questions of the audit in the longest path
MOST_OWN: Final = 6  # of the tour file
MOST_GUESSES: Final = 8
_SHOWN: Final = 2  # passages of a question
EXPLORE: Final = "./"  # the app's first page, as seen from another
ARTICLE: Final = "article"
PRESENT: Final = "present"
# What says most comes first: a guess that is wrong teaches more than one that is right.
_TELLING: Final = (
    OutcomeStatus.NOT_HAPPENED,
    OutcomeStatus.CHANGED,
    OutcomeStatus.HAPPENED,
    OutcomeStatus.UNKNOWN,
)


def found_questions(atlas: Atlas, findings: Sequence[ArticleFinding]) -> tuple[Question, ...]:
    """What the audit asks, with place and address: the surest first, one of a rule."""
    first: dict[str, ArticleFinding] = {}
    for one in surest(atlas, findings):
        first.setdefault(one.code, one)
    chosen = list(first.values())[:MOST_FOUND]
    return tuple(_found(atlas, number, one) for number, one in enumerate(chosen, 1))


def own_questions(atlas: Atlas, first: int) -> tuple[Question, ...]:
    """The tour file's questions, with stop and address, numbered from `first` on: the first of each stop, then the
    second of each.
    """
    links = QueryLinks(atlas.tour.tour.id, page=EXPLORE)
    by_stop = (
        [(stop_name(atlas.tour, stop), links.to(Choice(stop.id)), card) for card in own_cards(atlas, number)]
        for number, stop in enumerate(atlas.tour.stops)
    )
    rounds = [one for one in chain.from_iterable(zip_longest(*by_stop)) if one is not None]
    return tuple(Question(number, *one) for number, one in enumerate(rounds[:MOST_OWN], first))


def guesses(atlas: Atlas) -> tuple[Guess, ...]:
    """What was expected or possible and has an outcome: the most telling, in the tour's order."""
    found = list(_pairs(atlas))
    ranks = [_TELLING.index(OutcomeStatus(one.pair.outcome.name)) for one in found]
    kept = sorted(sorted(range(len(found)), key=lambda at: ranks[at])[:MOST_GUESSES])
    return tuple(Guess(number, found[at].href, found[at].pair) for number, at in enumerate(kept, 1))


def telling(found: Sequence[Guess], most: int) -> tuple[Guess, ...]:
    """The most telling of some guesses, in their order."""
    ranks = {one.number: _TELLING.index(OutcomeStatus(one.pair.outcome.name)) for one in found}
    kept = sorted(found, key=lambda one: ranks[one.number])[:most]
    return tuple(sorted(kept, key=lambda one: one.number))


def _found(atlas: Atlas, number: int, one: ArticleFinding) -> Question:
    """The question with all that it compares: one that asks about two names has to show both."""
    card = replace(found_card(atlas, one), shown=shown_passages(atlas, one)[:_SHOWN])
    cited = cited_entries(atlas, one)[:_SHOWN]
    return Question(number, _place(atlas, one), _article(atlas, one.source), card, cited)


def _pairs(atlas: Atlas) -> Iterator[Guess]:
    links = QueryLinks(atlas.tour.tour.id, View.LATER, EXPLORE)
    stops, apart = stop_views(atlas, links), apart_view(atlas, links)
    events = [event for stop in stops for event in (*stop.way, *stop.events)]
    for event in (*events, *apart.onward, *apart.events):
        if event.status.name != Status.REPORTED.value:
            yield from (Guess(0, _present(atlas, event), pair) for pair in event_pairs((event,)))


def _present(atlas: Atlas, event: EventView) -> str:
    return QueryLinks(atlas.tour.tour.id, page=PRESENT).to(Choice(event.stop))


def _article(atlas: Atlas, source: str) -> str:
    return f"{QueryLinks(atlas.tour.tour.id, page=ARTICLE).to(Choice())}&source={source}"


def _place(atlas: Atlas, one: ArticleFinding) -> str:
    """Where a finding is, with the article's title where there are several."""
    articles = atlas.tour.articles()
    if len(articles) == 1:
        return word("lesson_place", line=one.line, column=one.column)
    title = articles[one.source].title or atlas.articles[one.source].title or one.source
    return word("lesson_place_in", article=title, line=one.line, column=one.column)
