"""The page of a lesson: answers are there, hidden until they are opened; texts stay texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lesson.lessons import bare, findings, lesson
from tests.pseudo import WORD, bare_words, pseudo_words
from tests.test_interface import countries
from tests.test_interface import texts as tour_texts
from tests.views.html_tree import Element, read
from tests.views.test_agenda import PAYLOADS
from tests.views.tours import rewritten
from touratlas.audit.rules import RULES
from touratlas.check import Atlas
from touratlas.interface import speaking, words
from touratlas.lesson.page import head_html, path_html, rest_html


def page(atlas: Atlas, which: int = -1) -> Element:
    """The page, with one of its paths, as a tree."""
    made = lesson(atlas)
    parts = (head_html(atlas, made), path_html(made.paths[which]), rest_html(made))
    return read(f"<div>{''.join(parts)}</div>")


def seen(tree: Element) -> str:
    """The text that is seen before anything is opened."""
    return _without(tree, tree.all("details"))


def _without(tree: Element, hidden: list[Element]) -> str:
    parts = []
    for one in tree.inner:
        if isinstance(one, str):
            parts.append(one)
        elif not any(one is other for other in hidden):
            parts.append(_without(one, hidden))
    return "".join(parts)


@pytest.mark.parametrize("which", [0, 1, 2])
def test_answers_are_hidden_until_they_are_opened(atlas: Atlas, which: int) -> None:
    """Of questions, guesses and the strip test; what is asked is seen."""
    made = lesson(atlas)
    tree = page(atlas, which)
    shown, whole = " ".join(seen(tree).split()), tree.text
    for part in made.paths[which].parts:
        assert part.does in shown
        if part.answer:
            assert part.answer in whole
            assert part.answer not in shown
        for one in part.questions:
            assert " ".join(one.card.ask.split()) in shown
            assert " ".join(one.card.answer.split()) in whole
            assert one.card.answer not in shown
        for guess in part.guesses:
            assert guess.pair.title in shown
            assert guess.pair.outcome.says not in shown or not guess.pair.outcome.says


def test_it_is_a_table_with_roles(real: Atlas) -> None:
    """A phone shows it as a list, and a screen reader still hears a table."""
    table = page(real).one("table")
    assert table.attrs["role"] == "table"
    rows = table.one("tbody").all("tr")
    assert [row.attrs["data-kind"] for row in rows] == [
        "explore", "evidence", "strip", "jigsaw", "found", "pairs", "closing",
    ]  # fmt: skip
    assert all(len(row.all("td")) == 2 and len(row.all("th")) == 1 for row in rows)
    assert all(one.attrs["role"] for one in table.all("tr") + table.all("td") + table.all("th"))


def test_glossary_and_cards_are_on_it(atlas: Atlas) -> None:
    """Terms as a list of definitions; a card a stop with its questions."""
    tree = page(atlas)
    assert [one.text for one in tree.all("dt")] == list(atlas.tour.glossary)
    assert [one.text for one in tree.all("dd")] == [
        " ".join(one.split()) for one in atlas.tour.glossary.values()
    ]
    cards = tree.all("article")
    assert [one.attrs["data-card"] for one in cards] == [card.id for card in lesson(atlas).cards]
    assert all(one.all("ol") for one in cards)


def test_one_stop_and_nothing_else() -> None:
    """No empty heading, list or table."""
    tree = page(bare())
    assert [one.text for one in tree.all("h2")] == ["For whom", "Aims", "To have at hand"]
    assert all(one.text for one in tree.all("td") if one.text != "–")
    assert all(one.all("li") for one in tree.all("ul") + tree.all("ol"))


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    """In age, aims, glossary, questions, claims and names: what looks like markup is read as it is."""
    for payload in PAYLOADS:
        atlas = rewritten(tmp_path, lambda key, text, payload=payload: f"{payload} {text}"[:119])  # type: ignore[misc]
        tree = page(atlas)
        assert {one.tag for one in tree.all()}.isdisjoint({"script", "img", "iframe", "svg", "style", "b"})
        assert not [key for one in tree.all() for key in one.attrs if key.startswith("on")]
        assert all(
            (one.attrs["href"] or "").startswith(("./?", "article?", "present?", "export?", "#", "http"))
            for one in tree.all("a")
        )
        assert " ".join(next(iter(atlas.tour.glossary)).split()) in tree.text


def test_no_word_bypasses_the_catalogue(real: Atlas) -> None:
    """In a language that nobody speaks what is left in English are words of the tour, its articles and the audit."""
    with speaking(pseudo_words(words())):
        trees = [page(real, which) for which in (0, 1, 2)]
    whole = "\n".join([*tour_texts(real.tour), *(article.text for article in real.articles.values())])
    found = findings(real)
    whole += " ".join(rule.page.ask for rule in RULES) + " ".join(one.message for one in found)
    whole += " ".join(f"{one.suggestion} {' '.join(place.note for place in one.related)}" for one in found)
    known = {*WORD.findall(whole), *countries(real)}
    known |= {one.capitalize() for one in known}
    for tree in trees:
        assert bare_words(tree) - known == set()
