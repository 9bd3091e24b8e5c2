"""E601 and E602: dates and places say where they come from."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tour_builder import DINNER, LANDED, codes_in, found, sound


@pytest.mark.parametrize(
    ("basis", "codes"),
    [
        ({}, ["E601", "E601"]),
        ({"when": "wire"}, ["E601"]),
        ({"place": "wire"}, ["E601"]),
        ({"when": "wire", "place": "plan"}, []),
        ({"when": "inferred", "place": "wire"}, ["E602"]),
        ({"when": {"from": "inferred", "note": "The next day."}, "place": "wire"}, []),
        ({"when": "article", "place": "wire"}, ["E602"]),
        ({"when": {"from": "article", "quotes": [LANDED]}, "place": "wire"}, []),
    ],
)
def test_the_basis_of_a_stop(basis: dict[str, Any], codes: list[str]) -> None:
    """Both date and place need one; an article's needs its passage, an inferred one its note."""
    tour = sound()
    tour["stops"][1]["basis"] = basis
    assert codes_in(tour) == codes


def test_an_event_without_date_and_place_needs_no_basis() -> None:
    """What isn't said needs no ground."""
    tour = sound()
    del tour["stops"][1]["when"]
    tour["stops"][1]["basis"] = {"place": "wire"}
    assert codes_in(tour) == []


def test_an_events_own_place_needs_one() -> None:
    """An event that says where says whence it knows."""
    tour = sound()
    tour["stops"][0]["events"][0]["place"] = "kl"
    (finding,) = found(tour)
    assert finding.code == "E601"
    assert "`basis: {place: …}`" in finding.message


def test_a_leg_needs_one_for_its_date() -> None:
    """Legs have dates and no place of their own."""
    tour = sound()
    del tour["legs"][0]["basis"]
    assert codes_in(tour) == ["E601"]


def test_a_ground_is_quoted_from_its_own_article() -> None:
    """With two articles, `from` says which one the passage is in."""
    tour = sound()
    tour["sources"]["second"] = {
        "kind": "article",
        "file": "second.txt",
        "left_out": [{"quote": "One", "why": "A."}],
    }
    for stop in tour["stops"]:
        for one in stop["events"]:
            one["claims"][0]["quotes"] = [{"exact": one["claims"][0]["quotes"][0], "source": "article"}]
    assert codes_in(tour, second="One sentence.\n") == []


def test_a_report_cannot_be_quoted_in_a_basis() -> None:
    """Its text isn't in the project, so the passage would be of another source."""
    tour = sound()
    tour["stops"][1]["basis"]["when"] = {"from": "wire", "quotes": [DINNER]}
    assert codes_in(tour) == ["E611"]


@pytest.mark.parametrize(
    "basis",
    [
        "wire",
        {"when": ["wire"], "place": "wire"},
        {"when": {"from": "article", "quotes": "text"}, "place": "wire"},
        {"when": {"from": "inferred", "note": ["a"]}, "place": "wire"},
    ],
)
def test_a_basis_of_the_wrong_shape_is_not_called_missing(basis: Any) -> None:
    """What was cut out for its shape is told once, as that."""
    tour = sound()
    tour["stops"][1]["basis"] = basis
    assert codes_in(tour) == ["S203"]
