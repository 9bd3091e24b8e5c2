"""E609 and E610: each sentence has its claims or a reason, and not both."""

from __future__ import annotations

from typing import Any

from tests.tour_builder import DINNER, codes_in, found, sound

PLACE = "article:3:49"  # where the sentence of the dinner stands


def without_dinner() -> dict[str, Any]:
    """A tour whose dinner is told in the article only."""
    tour = sound()
    del tour["stops"][0]["events"][1]
    del tour["delegations"], tour["sources"]["plan"]
    return tour


def test_a_sentence_with_neither_is_found() -> None:
    """The warning stands at the article's entry and names the sentence, so that it can be accepted."""
    (finding,) = found(without_dinner())
    assert (finding.code, finding.subject) == ("E609", PLACE)
    assert "line 3, column 49" in finding.message


def test_a_reason_or_a_claim_will_do() -> None:
    """A sentence left out with its reason is settled."""
    tour = without_dinner()
    tour["sources"]["article"]["left_out"] = [{"quote": DINNER, "why": "Not part of this tour."}]
    assert codes_in(tour) == []


def test_a_reason_and_a_claim_are_one_too_many() -> None:
    """One of the two is wrong."""
    tour = sound()
    tour["sources"]["article"]["left_out"] = [{"quote": DINNER, "why": "Not part of this tour."}]
    (finding,) = found(tour)
    assert (finding.code, finding.subject) == ("E610", PLACE)


def test_a_basis_or_an_answer_does_not_count_as_a_claim() -> None:
    """They show where a date comes from, not what the article says of an event."""
    tour = without_dinner()
    tour["stops"][0]["basis"]["when"] = {"from": "article", "quotes": [DINNER]}
    assert codes_in(tour) == ["E609"]


def test_a_sentence_that_a_wrong_quote_means_is_not_called_open() -> None:
    """The misquotation is told; that no claim rests on the sentence follows from it."""
    tour = sound()
    tour["stops"][0]["events"][1]["claims"][0]["quotes"] = [DINNER.replace("is planned", "was planned")]
    assert codes_in(tour) == ["E604"]


def test_headings_and_references_need_no_claim() -> None:
    """Only sentences of the text count: title, heading and list are none of them."""
    assert codes_in(sound()) == []


def test_nothing_is_said_where_claims_were_cut_out() -> None:
    """A claim of the wrong shape may have been the one that rests on a sentence."""
    tour = sound()
    tour["stops"][0]["events"][1]["claims"] = "none"
    assert codes_in(tour) == ["S203"]


def test_an_error_elsewhere_hides_no_open_sentence() -> None:
    """A misspelt word of a place takes no claim with it."""
    tour = without_dinner()
    tour["sources"]["wire"]["url"] = "nowhere"
    assert codes_in(tour) == ["E609", "S210"]
