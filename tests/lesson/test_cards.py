"""Cards for group work: one a stop, with what the article tells and where, and nothing later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from tests.lesson.lessons import bare
from tests.paper.secrets import secrets_of
from tests.views.html_tree import read
from tests.views.tours import with_tour
from touratlas.check import Atlas
from touratlas.exports import Options
from touratlas.exports.html import make
from touratlas.lesson.cards import LEAST_ASKED, MOST_ASKED, stop_cards
from touratlas.views.links import stop_of


def texts(node: Any) -> Iterator[str]:
    """Every text in some values."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for one in node.values():
            yield from texts(one)
    elif isinstance(node, (list, tuple)):
        for one in node:
            yield from texts(one)


def test_one_a_stop_with_all_claims_of_its_agenda(atlas: Atlas) -> None:
    """In the tour's order; a stop of which nothing is told has none."""
    cards = stop_cards(atlas)
    told: dict[str, list[str]] = {stop.id: [] for stop in atlas.tour.stops}
    for path, claim, _ in atlas.tour.claims():
        told.get(stop_of(atlas.tour, path), []).append(claim.says)
    assert {card.id for card in cards} == {stop for stop, some in told.items() if some}
    assert [card.number for card in cards] == sorted(card.number for card in cards)
    for card in cards:
        assert sorted(one.says for event in card.events for one in event.said) == sorted(told[card.id])


def test_numbers_are_those_of_the_student_edition(atlas: Atlas) -> None:
    """Whoever looks a number up there under “How we know” finds the passages of that claim."""
    page = read(make(atlas, Options(students=True)).decode("utf-8").partition("\n")[2])
    said = {
        one.says: one.passages for card in stop_cards(atlas) for event in card.events for one in event.said
    }
    assert said
    for one in page.all("li", class_="ta-claim"):
        says = max(
            (text for text in said if text in one.text.partition(" Evidence:")[0]), key=len, default=""
        )
        if says:
            assert said.pop(says) == tuple(map(int, re.findall(r"passage (\d+)", one.text)))
    assert said == {}


def test_two_or_three_questions_each(atlas: Atlas) -> None:
    """The tour file's first, then general ones; none twice."""
    for card in stop_cards(atlas):
        own = [question.ask for question in atlas.tour.stops[card.number - 1].questions]
        assert LEAST_ASKED <= len(card.asks) <= MOST_ASKED
        assert list(card.asks[: len(own)]) == own[:MOST_ASKED]
        assert len(set(card.asks)) == len(card.asks)


def test_nothing_later_is_on_them(atlas: Atlas) -> None:
    """No answer, outcome, later report or note, in no text; and no fact that was learned later."""
    found = list(texts([asdict(card) for card in stop_cards(atlas)]))
    secrets = [secret for secret in secrets_of(atlas) if len(secret) > 3]
    assert secrets
    assert [secret for secret in secrets if any(secret in text for text in found)] == []
    assert not any(card.name.later or (card.when and card.when.later) for card in stop_cards(atlas))


def test_names_are_as_the_article_tells_them(real: Atlas) -> None:
    """What isn't in it is marked as such: Tokyo, and the stop that the article only thinks possible."""
    marked = {card.name.text: card.name.in_article for card in stop_cards(real)}
    assert marked == {"Kuala Lumpur": True, "Tokyo": False, "Gyeongju": False, "Meeting with Xi?": False}


def test_one_stop_is_nothing_to_share_out(real: Atlas) -> None:
    """Then there are no cards."""
    assert stop_cards(bare()) == ()
    assert stop_cards(with_tour(real, stops=real.tour.stops[:1])) == ()
