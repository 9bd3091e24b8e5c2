"""E615: what disagrees with a date or a place is another report or schedule."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tour_builder import LANDED, codes_in, found, sound

SAYS = "In another city."


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        ({"from": "wire", "others": [{"says": SAYS, "from": "plan"}]}, []),
        ({"from": "wire", "others": [{"says": SAYS, "from": "wire"}]}, ["E615"]),
        ({"from": "wire", "others": [{"says": SAYS, "from": "article"}]}, ["E615"]),
        ({"from": "wire", "others": [{"says": SAYS, "from": "inferred"}]}, ["I401"]),
        ({"from": "wire", "others": [{"says": SAYS, "from": "plam"}]}, ["I401"]),
        ({"from": "wire", "others": []}, []),
        ({"from": "inferred", "note": "A guess.", "others": [{"says": SAYS, "from": "wire"}]}, []),
        ({"from": "article", "quotes": [LANDED], "others": [{"says": SAYS, "from": "wire"}]}, []),
        ({"from": "wire", "others": [{"from": "plan"}]}, ["S201"]),
        ({"from": "wire", "others": [{"says": " ", "from": "plan"}]}, ["S205"]),
        ({"from": "wire", "others": [{"says": SAYS, "from": "plan"}] * 5}, []),
    ],
)
def test_accounts_of_a_place(place: dict[str, Any], codes: list[str]) -> None:
    """An article's would be a claim; what the basis itself has is no disagreement; an unknown id is told as that."""
    tour = sound()
    tour["stops"][1]["basis"]["place"] = place
    assert codes_in(tour) == codes


def test_more_than_a_handful_are_refused() -> None:
    """A list of all that was ever said is no basis."""
    tour = sound()
    tour["stops"][1]["basis"]["place"] = {"from": "wire", "others": [{"says": SAYS, "from": "plan"}] * 6}
    (finding,) = found(tour)
    assert "at most 5" in finding.message


@pytest.mark.parametrize("of", ["stop", "leg", "event", "apart"])
def test_wherever_a_basis_is(of: str) -> None:
    """Of a stop, a leg, an event of a stop and one of none."""
    tour = sound()
    tour["background"] = {"events": [{**tour["stops"][0]["events"][1], "id": "apart"}]}
    holders = {
        "stop": tour["stops"][0],
        "leg": tour["legs"][0],
        "event": tour["stops"][0]["events"][1],
        "apart": tour["background"]["events"][0],
    }
    basis = {"when": {"from": "plan", "others": [{"says": "A day later.", "from": "plan"}]}}
    holders[of]["basis"] = {**holders[of]["basis"], **basis}
    assert codes_in(tour) == ["E615"]


def test_a_source_that_only_disagrees_is_used() -> None:
    """It isn't reported as declared in vain."""
    tour = sound()
    tour["sources"]["radio"] = {"kind": "schedule", "publisher": "A radio"}
    assert codes_in(tour) == ["I404"]
    tour["stops"][1]["basis"]["place"] = {"from": "wire", "others": [{"says": SAYS, "from": "radio"}]}
    assert codes_in(tour) == []
