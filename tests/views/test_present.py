"""The presentation: all stops in order, a few things at once, and nothing in sight before it is revealed."""

from __future__ import annotations

import re
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from tests.pseudo import WORD, bare_words, pseudo_words
from tests.test_interface import countries
from tests.test_interface import texts as tour_texts
from tests.views.html_tree import Element, read
from tests.views.test_agenda import PAYLOADS
from tests.views.tours import rewritten, with_stop
from touratlas.audit.report import audit_loaded
from touratlas.audit.rules import RULES
from touratlas.audit.run import ArticleFinding
from touratlas.check import Atlas
from touratlas.interface import speaking, words
from touratlas.views.outcomes import outcomes
from touratlas.views.present import (
    MOST_AT_ONCE,
    parts_of,
    present_deck,
    present_html,
    script_texts,
    told_line,
)
from touratlas.views.present_questions import MOST_FOUND
from touratlas.views.present_values import Kind
from touratlas.words import View


def findings(atlas: Atlas) -> list[ArticleFinding]:
    """What the audit finds in a tour's articles."""
    return list(audit_loaded(atlas.loaded).of_articles)


def page(atlas: Atlas, *, notes: bool = False) -> Element:
    """The presentation as a tree."""
    return read(present_html(atlas, findings(atlas), notes=notes))


def hidden(one: Element) -> bool:
    """Whether an element can't be seen before a script shows it."""
    return any("hidden" in each.attrs for each in (one, *one.above()))


def seen(tree: Element, within: str = "ta-p-slide") -> str:
    """The text of all slides, without what is revealed step by step."""
    return " ".join(
        "".join(_unrevealed(part)) for part in tree.all("section") if within in (part.attrs["class"] or "")
    )


def _unrevealed(one: Element) -> Iterator[str]:
    for part in one.inner:
        if isinstance(part, str):
            yield part
        elif "data-reveal" not in part.attrs:
            yield from _unrevealed(part)


def test_an_opening_all_stops_in_order_a_closing(atlas: Atlas) -> None:
    """One slide a stop between two others; each begins with where, goes on to agenda, questions, reveals."""
    deck = present_deck(atlas, findings(atlas))
    first, *stops, last = deck.slides
    assert first.stop is None
    assert last.stop is None
    assert [one.stop.id for one in stops if one.stop] == [stop.id for stop in atlas.tour.stops]
    order = list(Kind)
    for slide in deck.slides:
        kinds = [order.index(step.kind) for step in slide.steps]
        assert kinds == sorted(kinds)
        assert kinds.count(0) == 1


def test_every_event_once_and_at_most_three_a_step(atlas: Atlas) -> None:
    """No event is lost, none is told twice, and no step shows more than can be read."""
    steps = [step for slide in present_deck(atlas).slides for step in slide.steps]
    shown = [event.id for step in steps for event in step.events]
    assert sorted(shown) == sorted(event.id for _, event in atlas.tour.events())
    assert max(len(step.events) for step in steps) <= MOST_AT_ONCE
    assert max(len(step.pairs) for step in steps) <= MOST_AT_ONCE
    for slide in present_deck(atlas).slides:
        assert sum(event.lead for step in slide.steps for event in step.events) <= 1


def test_every_outcome_is_revealed_once(atlas: Atlas) -> None:
    """What became of each stop, leg and event has its place among the reveals."""
    steps = [step for slide in present_deck(atlas).slides for step in slide.steps]
    assert sum(len(step.pairs) for step in steps) == len(outcomes(atlas.tour, View.LATER))


def test_only_the_first_step_is_to_be_seen(atlas: Atlas) -> None:
    """Of all steps only the opening's first is not hidden; and nothing that is to be revealed is shown."""
    tree = page(atlas)
    steps = [one for one in tree.all("div") if "data-step" in one.attrs]
    assert [hidden(one) for one in steps] == [False] + [True] * (len(steps) - 1)
    reveals = [one for one in tree.all("div") if "data-reveal" in one.attrs]
    assert all("hidden" in one.attrs for one in reveals)
    buttons = {one.attrs["aria-controls"] for one in tree.all("button") if "data-show" in one.attrs}
    assert buttons == {one.attrs["id"] for one in reveals}
    assert len(buttons) == len(reveals)


def test_nothing_of_later_and_no_answer_outside_what_is_revealed(atlas: Atlas) -> None:
    """What reports say, answers, and passages stand within reveals; without notes nowhere else."""
    text = " ".join(seen(page(atlas)).split())
    for outcome in outcomes(atlas.tour, View.LATER):
        assert not outcome.says or " ".join(outcome.says.split()) not in text
    for stop in atlas.tour.stops:
        for question in stop.questions:
            assert " ".join(question.ask.split()) in text
            assert " ".join(question.answer.split()) not in text
    assert "Reported by" not in text
    assert not [
        one
        for one in page(atlas).all("figure", class_="ta-passage")
        if "data-reveal" not in {key for each in one.above() for key in each.attrs}
    ]


def test_no_outcome_changes_what_is_told_before(real: Atlas) -> None:
    """With other outcomes the slides are the same, but for what is revealed."""
    other = real.tour
    for number, stop in enumerate(other.stops):
        events = tuple(one.model_copy(update={"outcome": None}) for one in stop.events)
        other = with_stop(other, number, events=events, outcome=None)
    kept = present_deck(replace(real, tour=other))
    for ours, theirs in zip(present_deck(real).slides, kept.slides, strict=True):
        assert ours.way == theirs.way
        assert [[event.id for event in step.events] for step in ours.steps if step.events] == [
            [event.id for event in step.events] for step in theirs.steps if step.events
        ]


def test_the_audit_asks_and_repeats_no_question(real: Atlas) -> None:
    """Findings become questions: few on a slide, with their words marked, and the answer to be revealed."""
    with_audit, without = present_deck(real, findings(real)), present_deck(real)
    more = 0
    for ours, plain in zip(with_audit.slides, without.slides, strict=True):
        found = [step.card for step in ours.steps if step.card and step.card.lead == "Read closely"]
        assert len(found) <= MOST_FOUND
        assert len(ours.steps) == len(plain.steps) + len(found)
        assert all(card.answer and card.shown and card.shown[0].quote for card in found)
        more += len(found)
    assert more > 0


def test_notes_are_made_or_the_curators_and_only_where_asked_for(real: Atlas) -> None:
    """Without `notes` there is no note in the page; where the curator wrote some they stand in place of made ones."""
    assert not page(real).all("aside")
    notes = page(real, notes=True).one("aside").text
    assert "no citation" in notes
    assert "Answer: " in notes
    assert "Reported by" in notes
    written = replace(real, tour=with_stop(real.tour, 1, notes="Ask who has been there.\n\nThen wait."))
    assert "Ask who has been there" not in page(written).text
    note, *others = present_deck(written).slides[2].notes
    assert note.lines == ("Ask who has been there.", "Then wait.")
    assert all(line.startswith(("Answer: ", "Reported by ")) for other in others for line in other.lines)


def test_the_map_shows_the_way_so_far(real: Atlas) -> None:
    """A picture a slide but the opening: no leg at the first stop, one more each time, the stop pointed out."""
    first, *slides = present_deck(real).slides
    assert first.way == ""
    drawn = [
        ET.fromstring(b64decode(slide.way.removeprefix("data:image/svg+xml;base64,")))  # noqa: S314 - ours
        for slide in slides
    ]
    tag = "{http://www.w3.org/2000/svg}"
    legs = [len(root.findall(f"{tag}path")) for root in drawn]
    assert legs[:4] == sorted(set(legs[:4]))
    for slide, root in zip(slides[:-1], drawn, strict=False):
        assert slide.stop is not None
        assert list(root.iter(f"{tag}text"))[-1].text == str(slide.stop.number)
        assert [one.get("r") for one in root.iter(f"{tag}circle")].count("17.5") == 1
    assert not [one for one in drawn[-1].iter(f"{tag}circle") if one.get("r") == "17.5"]


def test_hostile_text_is_text(invented: Atlas, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Payloads in every text add no element and no attribute, in slides, notes and pictures."""
    count = iter(range(10_000))

    def poison(_key: str, text: str) -> str:
        return f"{text[:40]} {PAYLOADS[next(count) % len(PAYLOADS)]}"

    hostile = rewritten(tmp_path_factory.mktemp("hostile"), poison)
    ours, theirs = (page(each, notes=True) for each in (invented, hostile))
    names = [{(one.tag, *sorted(one.attrs)) for one in tree.all()} for tree in (ours, theirs)]
    assert names[1] == names[0]
    assert Counter(one.tag for one in theirs.all()) == Counter(one.tag for one in ours.all())
    assert all(payload in theirs.text for payload in PAYLOADS)
    for image in theirs.all("img"):
        assert re.fullmatch(r"data:image/svg\+xml;base64,[A-Za-z0-9+/=]+", image.attrs["src"] or "")
    assert all(
        (one.attrs["href"] or "").startswith(("present?", "article?", "https://example.", "http://example."))
        for one in theirs.all("a")
    )


def test_parts_are_even() -> None:
    """As few parts as there must be, about as large each, and nothing lost."""
    assert [len(part) for part in parts_of(range(4))] == [2, 2]
    assert [len(part) for part in parts_of(range(7))] == [3, 2, 2]
    assert list(parts_of(())) == []
    for size in range(30):
        parts = list(parts_of(range(size)))
        assert [one for part in parts for one in part] == list(range(size))
        assert len(parts) == -(-size // MOST_AT_ONCE)


def test_what_is_told_in_one_line(real: Atlas) -> None:
    """Stops and events are counted, and events by their status."""
    told = told_line(real)
    stops, events = (int(one) for one in re.findall(r"(\d+) (?:stop|event)", told))
    assert (stops, events) == (len(real.tour.stops), sum(1 for _ in real.tour.events()))
    assert sum(int(one) for one in re.findall(r"\d+", told.partition(":")[2])) == events


@pytest.mark.parametrize("notes", [False, True])
def test_no_word_bypasses_the_catalogue(real: Atlas, notes: bool) -> None:
    """Slides and notes in a language that nobody speaks: what is left in English are words of the tour, its articles
    and the audit.
    """
    with speaking(pseudo_words(words())):
        made = read(present_html(real, findings(real), notes=notes))
    whole = "\n".join([*tour_texts(real.tour), *(article.text for article in real.articles.values())])
    known = {*WORD.findall(whole), *countries(real)}
    asked = " ".join(f"{rule.page.ask} " for rule in RULES) + " ".join(one.message for one in findings(real))
    asked += " ".join(
        one.suggestion + " ".join(place.note for place in one.related) for one in findings(real)
    )
    said = (
        bare_words(made)
        - known
        - set(WORD.findall(asked))
        - {word.capitalize() for word in WORD.findall(asked)}
    )
    assert said == set()
    assert script_texts().keys() == {"place", "blank", "next", "end"}
