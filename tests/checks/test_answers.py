"""E612: an answer rests on something."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tour_builder import LANDED, codes_in, found, sound


def asking(**more: Any) -> dict[str, Any]:
    """A tour with one question."""
    tour = sound()
    tour["stops"][0]["questions"] = [{"ask": "When did they land?", "answer": "On Sunday.", **more}]
    return tour


def test_an_answer_that_rests_on_nothing_is_found() -> None:
    """Neither passage nor report: the question is named."""
    (finding,) = found(asking())
    assert finding.code == "E612"
    assert "`When did they land?`" in finding.message


@pytest.mark.parametrize(
    "ground", [{"quotes": [LANDED]}, {"from": ["wire"]}, {"quotes": [LANDED], "from": ["wire"]}]
)
def test_an_answer_with_a_passage_or_a_report_is_sound(ground: dict[str, Any]) -> None:
    """Either will do."""
    assert codes_in(asking(**ground)) == []


@pytest.mark.parametrize("ground", [{"quotes": {"exact": LANDED}}, {"from": "wire"}])
def test_a_ground_of_the_wrong_shape_is_not_called_missing(ground: dict[str, Any]) -> None:
    """What was cut out for its shape is told once, as that."""
    assert codes_in(asking(**ground)) == ["S203"]
