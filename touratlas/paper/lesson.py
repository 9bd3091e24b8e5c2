"""The lesson on paper: the plan for the teacher, and the cards for group work, which hold no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from touratlas.audit.report import audit_loaded
from touratlas.interface import word, words
from touratlas.lesson import lesson_of
from touratlas.lesson.cards import stop_cards
from touratlas.paper import press
from touratlas.paper.words import Data, common, fact, lacks, line, outcome, report, when
from touratlas.students import for_students
from touratlas.views.follow import follow
from touratlas.words import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from touratlas.check import Atlas
    from touratlas.lesson.values import CardEvent, Guess, Part, Question, StopCard
    from touratlas.paper.words import Sheet
    from touratlas.views.passages import PassageView

_OURS: Final = "lesson_"


def lesson_pdf(atlas: Atlas, sheet: Sheet, address: str = "") -> bytes:
    """The plan: three paths, all questions with answers, what was planned and what happened, the glossary; and the code
    of a public address where there is one.

    Raises TouratlasError where typst can't set it, UsageError for a SOURCE_DATE_EPOCH that isn't one.
    """
    data, code = lesson_data(atlas, sheet), follow(atlas.tour, address)
    pictures = {"follow": code.svg} if code else {}
    data["follow"] = {"said": code.said, "at": word("follow_at"), "typed": code.typed} if code else {}
    return press.paper(("common", "lesson"), data, pictures, sheet.fonts, atlas.tour)


def cards_pdf(atlas: Atlas, sheet: Sheet) -> bytes:
    """The cards, two on a sheet where they have room on half of one. Raises as :func:`lesson_pdf` does."""
    return press.paper(("common", "cards"), cards_data(atlas, sheet), {}, sheet.fonts, atlas.tour)


def lesson_lacks(atlas: Atlas, sheet: Sheet) -> tuple[str, ...]:
    """A warning where the plan has characters that no font has."""
    return lacks(lesson_data(atlas, sheet), sheet.fonts)


def cards_lacks(atlas: Atlas, sheet: Sheet) -> tuple[str, ...]:
    """The same for the cards."""
    return lacks(cards_data(atlas, sheet), sheet.fonts)


def lesson_data(atlas: Atlas, sheet: Sheet) -> Data:
    """All that the plan says."""
    made = lesson_of(atlas, audit_loaded(atlas.loaded).of_articles)
    return {
        **common(atlas, word("lesson_document"), sheet, View.LATER),
        "w": _words(),
        "tour": atlas.tour.tour.title,
        "age": made.age,
        "aims": list(made.aims),
        "materials": list(made.materials),
        "paths": [
            {"title": word("lesson_path", minutes=path.minutes), "parts": [_part(one) for one in path.parts]}
            for path in made.paths
        ],
        "questions": [_question(one) for one in made.questions],
        "guesses": [_guess(one) for one in made.guesses],
        "glossary": [{"term": term, "text": text} for term, text in made.glossary],
    }


def cards_data(atlas: Atlas, sheet: Sheet) -> Data:
    """All that the cards say; a word on it where there are none."""
    cards = stop_cards(atlas)
    return {
        **common(for_students(atlas), word("lesson_cards_document"), sheet),
        "w": _words(),
        "cards": [_card(one, len(atlas.tour.stops)) for one in cards],
    }


def _words() -> Data:
    """The words of the lesson, by their keys, for typst's own files."""
    return {key: text for key, text in words().items() if key.startswith(_OURS)}


def _part(one: Part) -> Data:
    about = _numbers("lesson_question_of", "lesson_questions_of", [each.number for each in one.questions])
    about += _numbers("lesson_guess_of", "lesson_guesses_of", [each.number for each in one.guesses])
    return {
        "time": f"{one.start}–{one.end}",
        "does": one.does,
        "show": one.show,
        "answer": one.answer,
        "about": about,
        "firsts": [
            {"number": str(each.number), "name": fact(each.name), "title": each.title} for each in one.firsts
        ],
    }


def _numbers(single: str, several: str, numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    return word(single if len(numbers) == 1 else several, numbers=", ".join(map(str, numbers)))


def _question(one: Question) -> Data:
    return {
        "number": str(one.number),
        "where": one.where,
        "shown": [_passage(each) for each in one.card.shown],
        "cited": [{"label": each.label, "text": each.reference} for each in one.cited],
        "ask": one.card.ask,
        "answer": one.card.answer,
        "passages": [_passage(each) for each in one.card.passages],
        "reports": [report(each) for each in one.card.reports],
    }


def _passage(one: PassageView) -> Data:
    return {"before": line(one.before), "quote": line(one.quote), "after": line(one.after)}


def _guess(one: Guess) -> Data:
    pair = one.pair
    return {
        "number": str(one.number),
        "title": pair.title,
        "status": pair.told.name if pair.told else "",
        "words": pair.told.words if pair.told else "",
        "when": when(pair.when),
        "outcome": outcome(pair.outcome),
        "reports": [report(each) for each in pair.outcome.reports],
    }


def _card(one: StopCard, stops: int) -> Data:
    return {
        "number": one.number,
        "of": word("lesson_card_stop", number=one.number, all=stops),
        "name": fact(one.name),
        "country": {"text": one.country, "curated": not one.country_in_article},
        "status": one.status.name,
        "words": one.status.words,
        "when": fact(one.when),
        "events": [_event(each) for each in one.events],
        "asks": list(one.asks),
        "italics": any(each["curated"] for each in _facts(one)),
    }


def _facts(one: StopCard) -> list[Data]:
    events = [each for event in one.events for each in (event.when, event.place)]
    country = {"curated": bool(one.country) and not one.country_in_article}
    return [fact(one.name), fact(one.when), country, *map(fact, events)]


def _event(one: CardEvent) -> Data:
    return {
        "title": one.title,
        "status": one.status.name,
        "words": one.status.words,
        "when": fact(one.when),
        "place": fact(one.place),
        "said": [
            {
                "says": said.says,
                "by": word("agenda_asserted", who=said.by) if said.by else "",
                "told": word("agenda_told", how=said.status.words) if said.status else "",
                "passages": ",\u00a0".join(map(str, said.passages)),
            }
            for said in one.said
        ],
    }
