"""I406: a term of the glossary occurs somewhere."""

from __future__ import annotations

import pytest

from tests.tour_builder import checked, codes_in, sound
from touratlas.finding import Severity


@pytest.mark.parametrize("term", ["dinner", "DINNER", "The  prime minister", "a visit", "Trade", "wednesday"])
def test_a_term_that_stands_somewhere_is_right(term: str) -> None:
    """In the article, a title, a topic or a claim, whatever its capitals and blanks."""
    tour = sound()
    tour["stops"][0]["events"][0]["claims"][0]["note"] = "Or was it Wednesday?"
    tour["glossary"] = {term: "An explanation."}
    assert codes_in(tour) == []


@pytest.mark.parametrize("term", ["Dinners", "dinn", "minister prime", "—", "summit"])
def test_a_term_that_stands_nowhere_is_a_warning(term: str) -> None:
    """Whole words in their order are meant; an explanation is no place for a term."""
    tour = sound()
    tour["glossary"] = {term: f"Explains {term}."}
    (found,) = checked(tour).findings
    assert (found.code, found.severity, found.subject) == ("I406", Severity.WARNING, term)


def test_the_warning_can_be_accepted() -> None:
    """By its term."""
    tour = sound()
    tour["glossary"] = {"Summit": "A meeting of heads of state."}
    tour["accept"] = [{"code": "I406", "of": "Summit", "why": "The class will ask."}]
    report = checked(tour)
    assert not report.failed
    assert [one.accepted for one in report.findings] == ["The class will ask."]


def test_scripts_without_blanks() -> None:
    """A term is found within a longer run of such letters, and not where its letters don't stand together."""
    tour = sound()
    tour["tour"]["summary"] = "東京都の会議"
    tour["glossary"] = {"東京": "A city.", "会議": "A meeting.", "議": "A sign.", "東都": "Nothing."}
    assert [one.subject for one in checked(tour).findings] == ["東都"]


def test_what_was_cut_out_is_no_warning() -> None:
    """A tour with an error of shape may have the term in what is left aside."""
    tour = sound()
    tour["glossary"] = {"summit": "A meeting."}
    tour["stops"][0]["nonsense"] = "summit"
    assert codes_in(tour) == ["S202"]


def test_a_glossary_is_bounded() -> None:
    """Each term is looked for in every text: 201 are an error."""
    tour = sound()
    tour["glossary"] = {f"dinner {at}": "A meal." for at in range(201)}
    assert codes_in(tour) == ["S203"]


def test_long_texts_are_bounded() -> None:
    """A term is a title, an explanation a text."""
    tour = sound()
    tour["glossary"] = {"dinner": "A" * 2001, "d" * 121: "A meal."}
    assert codes_in(tour) == ["S209", "S209"]
