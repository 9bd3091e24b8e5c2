"""The terms of a glossary: where they occur. A term is found as whole words, whatever its capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.article.normal import is_word_char, word_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from touratlas.article import Article
    from touratlas.model import Basis, Event, Leg, Outcome, Stop, Tour


def idle_terms(tour: Tour, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """The terms of a tour's glossary that stand neither in its articles nor in its own texts, in the file's order."""
    if not tour.glossary:
        return ()
    texts = (*(article.text for article in articles.values()), *_texts(tour))
    ground = " ".join(f" {' '.join(word_keys(text))} " for text in texts)
    return tuple(term for term in tour.glossary if not occurs(term, ground))


def occurs(term: str, ground: str) -> bool:
    """Whether a term is in texts that are given as their words in order, a blank before and behind each."""
    keys = list(word_keys(term))
    if not keys:
        return False
    if len(keys) > 1 and len(keys[-1]) == 1 and not is_word_char(keys[-1]) and keys[-2].endswith(keys[-1]):
        keys.pop()  # of a script without blanks a text goes on where the term ends
    end = " " if len(keys[-1]) > 1 or is_word_char(keys[-1]) else ""
    return f" {' '.join(keys)}{end}" in ground


def _texts(tour: Tour) -> Iterator[str]:
    """What readers are told in the curator's words, or by name."""
    tables = (tour.people, tour.places, tour.delegations)
    yield from (
        tour.tour.title,
        tour.tour.summary,
        *tour.topics.values(),
        *(one.name for table in tables for one in table.values()),
    )
    yield from _given(one.role for one in tour.people.values())
    for stop in tour.stops:
        yield from _part(stop)
        yield from _given((stop.title, stop.notes))
        yield from (text for one in stop.questions for text in (one.ask, one.answer))
    for leg in tour.legs:
        yield from _part(leg)
    for _, event in tour.events():
        yield event.title
        yield from _part(event)
    for _, claim, _ in tour.claims():
        yield from _given((claim.says, claim.note))


def _part(part: Stop | Leg | Event) -> Iterator[str]:
    yield from _basis(part.basis)
    if part.outcome:
        yield from _outcome(part.outcome)


def _outcome(one: Outcome) -> Iterator[str]:
    yield from _given((one.says, one.note))


def _basis(basis: Basis) -> Iterator[str]:
    for ground in (basis.when, basis.place):
        if ground:
            yield from _given((ground.note, *(one.says for one in ground.others)))


def _given(texts: Iterable[str | None]) -> Iterator[str]:
    yield from (text for text in texts if text)
