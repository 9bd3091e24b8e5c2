"""D303: stops and legs stand in the order of their dates."""

from __future__ import annotations

import pytest

from tests.tour_builder import codes_in, sound


def stops(*whens: str | None) -> list[str]:
    """The codes of a tour whose stops have these dates, all at one place."""
    tour = sound()
    tour["legs"] = []
    del tour["places"]["home"]
    for when in whens:
        basis = {"place": "wire"} | ({"when": "wire"} if when else {})
        stop = {"id": f"s{len(tour['stops'])}", "place": "tokyo", "basis": basis}
        tour["stops"].append(stop | ({"when": when} if when else {}))
    return codes_in(tour)


@pytest.mark.parametrize(
    ("whens", "codes"),
    [
        (["2025-10-28", "2025-10-29"], []),
        (["2025-10-27"], ["D303"]),
        (["2025-10-30", None, "2025-10-29"], ["D303"]),  # what has no date is passed over
        (["2025-10-30", "2025-10", "2025-10-29"], ["D303"]),  # what may be any day doesn't hide the order
        (["2025-11-30", "2025-10-29", "2025-10-30"], ["D303"]),  # one wrong date, one finding
        (["2025-10-28T11:00", "2025-10-28T10:00"], ["D303"]),  # by the clock within a day
        (["2025-10-28T11:00~", "2025-10-28T10:00"], []),  # about eleven
        (["2025-10-29/2025-10-31", "2025-10-30"], []),  # they overlap
    ],
)
def test_stops(whens: list[str | None], codes: list[str]) -> None:
    """Only what is surely earlier than one before it is out of order."""
    assert stops(*whens) == codes


def test_the_date_line_is_no_disorder() -> None:
    """Who leaves Tokyo early on the 28th has breakfast in Honolulu on the 27th."""
    tour = sound()
    tour["places"]["home"] = {
        "name": "Honolulu",
        "country": "US",
        "at": ["21.3", "-157.9"],
        "zone": "Pacific/Honolulu",
    }
    tour["legs"] = []
    tour["stops"].append(
        {"id": "honolulu", "place": "home", "when": "2025-10-27", "basis": tour["stops"][1]["basis"]}
    )
    assert codes_in(tour) == []
    tour["stops"][2]["when"] = "2025-10-26"
    assert sorted(codes_in(tour)) == ["D303", "P506"]


def test_legs() -> None:
    """Legs are in order among themselves."""
    tour = sound()
    tour["legs"].append({"from": "kl", "to": "tokyo", "when": "2025-10-24", "basis": {"when": "wire"}})
    assert "D303" in codes_in(tour)
