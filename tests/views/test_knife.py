"""What tells the article's words from the curator's: names by word, days in every order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.tours import with_tour
from touratlas.check import Atlas
from touratlas.countries import country_name
from touratlas.views.blanks import knife_of
from touratlas.views.knife import DAY, Knife, Scrap


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Dinner in Tokyo", ["Tokyo"]),
        ("TOKYO, and tokyo again", ["TOKYO", "tokyo"]),
        ("The talks on 28 October", ["28 October"]),
        ("Sun 26 – Mon 27 Oct 2025, perhaps", ["Sun 26 – Mon 27 Oct 2025"]),
        ("on Monday, October 27, 2025.", ["Monday, October 27, 2025"]),
        ("The article dates the arrival to “Sunday, October 25, 2025”.", []),
        ("In October 2025 Kuala Lumpur and Japan", []),
        ("Stop 2 of 4: Agenda", []),
        ("", []),
    ],
)
def test_what_is_hidden_in_a_text(real: Atlas, text: str, hidden: list[str]) -> None:
    """Names and days that no article has; what the article says and what the interface says stays."""
    scraps = knife_of(real).text(text)
    assert [scrap.text for scrap in scraps if scrap.hidden] == hidden
    assert "".join(scrap.text for scrap in scraps) == text


def test_a_day_that_the_article_gives_stays(invented: Atlas) -> None:
    """However it is written there."""
    assert not any(scrap.hidden for scrap in knife_of(invented).text("Fri 2 May 2031"))
    assert knife_of(invented).text("Fri 30 May 2031") == (Scrap("Fri 30 May 2031", hidden=True),)


def test_countries_are_names_too(real: Atlas) -> None:
    """One that the article doesn't name is hidden, of a place as in a text."""
    places = {key: place.model_copy(update={"country": "FR"}) for key, place in real.tour.places.items()}
    knife = knife_of(with_tour(real, places=places))
    assert knife.text(f"In {country_name('FR')}")[1] == Scrap(country_name("FR"), hidden=True)
    assert knife.bare("In France.") == "In [not in the article]."


@pytest.fixture(scope="module")
def knife(real: Atlas) -> Knife:
    """One knife for all examples."""
    return knife_of(real)


@given(st.text())
def test_nothing_is_lost(knife: Knife, text: str) -> None:
    """Whatever the text, its scraps are all of it, in order."""
    assert "".join(scrap.text for scrap in knife.text(text)) == text


def test_words_of_no_day() -> None:
    """A month alone, a number alone, a word that begins like a month."""
    assert not DAY.search("In May, 12 marched; 3 Decembrists; 14 people; March on")
