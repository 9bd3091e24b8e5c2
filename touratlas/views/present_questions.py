"""Questions for the class: the tour file's own, what the audit asks of a passage, and what was planned against what
happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from touratlas.audit.rules import RULES
from touratlas.finding import Severity
from touratlas.views.article_notes import as_sentence
from touratlas.views.outcomes import report_views
from touratlas.views.passages import PassageView, passage_view
from touratlas.views.present_values import Card, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.article import Article
    from touratlas.audit.run import ArticleFinding
    from touratlas.check import Atlas
    from touratlas.evidence import Held
    from touratlas.views.agenda_values import EventView, StopView

MOST_FOUND: Final = 2  # questions of the audit on a slide
_ORDER: Final = (Severity.ERROR, Severity.WARNING)  # notes are worth a look, and not a lesson's time
_RULES: Final = {rule.code: rule for rule in RULES}


def own_cards(atlas: Atlas, number: int) -> Iterator[Card]:
    """The questions of the tour file at a stop (from 0)."""
    for which, question in enumerate(atlas.tour.stops[number].questions):
        held = atlas.evidence.grounds.get(("stops", number, "questions", which, "quotes"), ())
        passages = tuple(passage_view(atlas, one) for one in held)
        yield Card(
            "Question",
            question.ask,
            question.answer,
            passages=passages,
            reports=report_views(atlas.tour, question.from_),
        )


def found_cards(atlas: Atlas, findings: Sequence[ArticleFinding]) -> dict[int | None, list[Card]]:
    """Questions of the audit by the stop (from 0) whose agenda rests on the passage, None for the others: the surest
    first, one of a rule at a stop, and none where the tour file asks about the same sentence.
    """
    asked = {sentence for held in _asked(atlas) for sentence in _sentences(held)}
    cards: dict[int | None, list[Card]] = {}
    used: set[tuple[int | None, str]] = set()
    for one in sorted(findings, key=lambda one: (_rank(one), one)):
        article = atlas.articles.get(one.source)
        if one.accepted or one.severity not in _ORDER or article is None:
            continue
        places = _places(article, one)
        stop = _stop_of(atlas, places)
        full = len(cards.get(stop, ())) >= MOST_FOUND
        if full or (stop, one.code) in used or not asked.isdisjoint(places):
            continue
        used.add((stop, one.code))
        cards.setdefault(stop, []).append(_found(atlas, article, one))
    return cards


def stop_pairs(stop: StopView, later: StopView) -> Iterator[Pair]:
    """What became of a stop, of the way to it, and of what is on its agenda; `later` is the stop in the later view."""
    if later.outcome:
        yield Pair(stop.name.text, stop.name, stop.status, stop.when, later.outcome)
    if later.way_outcome:
        yield Pair("The way here", None, None, None, later.way_outcome)
    yield from event_pairs((*later.way, *later.events))


def event_pairs(events: Sequence[EventView]) -> Iterator[Pair]:
    """What became of events, given as the later view has them."""
    for one in events:
        if one.outcome:
            yield Pair(one.title, None, one.status, one.when, one.outcome)


def _rank(one: ArticleFinding) -> int:
    return _ORDER.index(one.severity) if one.severity in _ORDER else len(_ORDER)


def _asked(atlas: Atlas) -> Iterator[Held]:
    for path, held in atlas.evidence.grounds.items():
        if "questions" in path:
            yield from held


def _sentences(held: Held) -> Iterator[tuple[str, int]]:
    yield from ((held.source, number) for number in held.passage.sentences)


def _places(article: Article, one: ArticleFinding) -> tuple[tuple[str, int], ...]:
    """The sentences that a finding touches, by article and number."""
    return tuple(
        (one.source, number)
        for number, sentence in enumerate(article.sentences)
        if sentence.span.overlaps(one.span)
    )


def _stop_of(atlas: Atlas, places: Sequence[tuple[str, int]]) -> int | None:
    """The first stop that has a claim from one of some sentences."""
    claims = (claim for place in places for claim in atlas.evidence.by_sentence.get(place, ()))
    return min((claim.stop for claim in claims if claim.stop is not None), default=None)


def _found(atlas: Atlas, article: Article, one: ArticleFinding) -> Card:
    shown = _passage(atlas, article, one)
    answer = as_sentence(one.message)
    if one.suggestion:
        answer = f"{answer} Perhaps: {one.suggestion}"
    related = tuple(f"Line {place.line}: {place.note}" for place in one.related)
    return Card("Read closely", _RULES[one.code].page.ask, " ".join((answer, *related)), shown=(shown,))


def _passage(atlas: Atlas, article: Article, one: ArticleFinding) -> PassageView:
    """The sentences that a finding touches, with its words marked."""
    touched = [each.span for each in article.sentences if each.span.overlaps(one.span)]
    start = min((one.span.start, *(span.start for span in touched)))
    end = max((one.span.end, *(span.end for span in touched)))
    source = atlas.tour.articles()[one.source]
    return PassageView(
        before=article.text[start : one.span.start],
        quote=article.text[one.span.start : one.span.end],
        after=article.text[one.span.end : end],
        section=(),
        direct=(),
        nearby=(),
        entry=None,
        file="",
        line=one.line,
        column=one.column,
        language=source.language or atlas.tour.tour.language,
    )
