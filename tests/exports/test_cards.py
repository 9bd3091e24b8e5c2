"""Cards for group work on paper: two on a sheet, with nothing on them that a student isn't to know yet."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.lesson.lessons import bare
from tests.paper import reading
from tests.paper.reading import squeezed
from tests.paper.secrets import assert_kept, secrets_of, shown
from tests.views.tours import rewritten, with_stop, with_tour
from touratlas.check import Atlas
from touratlas.exports import Options, Paper
from touratlas.exports.cards import make, warnings
from touratlas.lesson.cards import stop_cards


@pytest.mark.parametrize("paper", Paper)
def test_every_card_is_in_it(atlas: Atlas, paper: Paper) -> None:
    """Its name, its claims with the numbers of their passages, its questions: each card on one page, two at most on a
    page.
    """
    pages = reading.pages(make(atlas, Options(paper=paper)))
    cards = stop_cards(atlas)
    places = []
    for card in cards:
        (at,) = [number for number, page in enumerate(pages) if f"Stop{card.number}of" in page]
        places.append(at)
        assert shown(card.name.text) in pages[at]
        for event in card.events:
            for one in event.said:
                assert shown(one.says) in pages[at]
                assert (
                    f"{shown(one.says)}{squeezed(','.join(map(str, one.passages)))}" in pages[at]
                    or one.status
                )
        for ask in card.asks:
            assert shown(ask) in pages[at]
    assert places == sorted(places)
    assert max(map(places.count, places)) == 2
    assert set(places) == set(range(len(pages)))


def test_nothing_later_is_in_it(atlas: Atlas) -> None:
    """For whomever it is made: no answer, outcome, report or note, shown or not."""
    for options in (Options(), Options(students=True)):
        assert_kept(reading.whole(make(atlas, options)), secrets_of(atlas))


def test_a_card_without_room_on_half_a_sheet_has_a_whole_one(real: Atlas) -> None:
    """Or more, where even that isn't enough; nothing is cut off, and the cards behind it stay whole."""
    event = real.tour.stops[0].events[0]
    for times in (3, 40):
        claims = event.claims * times
        many = event.model_copy(update={"claims": claims})
        longer = with_tour(
            real, stops=with_stop(real.tour, 0, events=(many, *real.tour.stops[0].events[1:])).stops
        )
        evidence = real.evidence.claims
        held = tuple(one for one in evidence if one.event and one.event.id == event.id)
        assert held
        pages = reading.pages(make(longer, Options()))
        assert "".join(pages).count("Stop2of4") == 1
        (last,) = [page for page in pages if "Stop4of4" in page]
        assert squeezed(real.tour.stops[3].questions[2].ask) in last


def test_it_is_tagged(atlas: Atlas) -> None:
    """PDF/UA-1; each card is a heading of the first level."""
    made = make(atlas, Options())
    root: Any = PdfReader(io.BytesIO(made)).root_object
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_object().get_data()
    tags = [one["/S"] for one in reading.structure(made)]
    assert tags.count("/H1") == len(stop_cards(atlas))


def test_no_cards_is_said() -> None:
    """A tour of one stop has nothing to share out: a page says so."""
    assert "nothingtoshareout" in reading.text(make(bare(), Options()))


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    """What typst would read as code stands there letter by letter."""
    atlas = rewritten(
        tmp_path, lambda _key, value: f"{reading.PAYLOADS[1]} {reading.PAYLOADS[2]} {value}"[:119]
    )
    found = reading.text(make(atlas, Options()))
    for card in stop_cards(atlas):
        for event in card.events:
            assert all(shown(one.says) in found for one in event.said)


def test_a_missing_glyph_is_a_warning(invented: Atlas, real: Atlas) -> None:
    """Of what is on the cards; a note on each says what stands in."""
    assert "U+" in warnings(invented, Options())[0]
    assert warnings(real, Options()) == ()
    assert "standsforacharacter" in reading.text(make(invented, Options()))
