"""E603 and E616: what happened is told by reports made afterwards, of which one can be looked up."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tour_builder import codes_in, found, sound


@pytest.mark.parametrize(
    ("outcome", "codes"),
    [
        ({"status": "happened", "says": "So it was.", "from": ["wire"]}, []),
        ({"status": "changed", "says": "So it was.", "from": ["plan", "wire"]}, []),
        ({"status": "not-happened", "says": "It was not."}, ["E603"]),
        ({"status": "happened", "says": "So it was.", "from": ["plan"]}, ["E603"]),
        ({"status": "happened", "says": "So it was.", "from": ["article"]}, ["E603"]),
        ({"status": "happened", "from": ["wire"]}, ["E603"]),
        ({"status": "happened"}, ["E603", "E603"]),
        ({"status": "unknown"}, []),
        ({"status": "unknown", "note": "Nobody tells."}, []),
        ({"status": "unknown", "when": "2025-10-28"}, ["E603"]),
        ({"status": "unknown", "says": "So it was."}, ["E603"]),
        ({"status": "unknown", "says": "So it was.", "from": ["wire"]}, ["E603"]),
        ({"status": "unknown", "place": "tokyo"}, ["E603"]),
        ({"status": "happened", "says": "So it was.", "from": ["wires"]}, ["I401"]),
        ({"status": "happened", "says": "So it was.", "from": "wire"}, ["S203"]),
        ({"status": "happened", "says": ["So it was."], "from": ["wire"]}, ["S203"]),
    ],
)
def test_outcomes(outcome: dict[str, Any], codes: list[str]) -> None:
    """A report and what it says; a schedule supports nothing; a misspelt report is told as that alone."""
    tour = sound()
    tour["stops"][1]["outcome"] = outcome
    assert codes_in(tour) == codes


@pytest.mark.parametrize(
    ("published", "told", "codes"),
    [
        ("2025-10-27", None, ["E603"]),  # the talks are on the 28th
        ("2025-10-28", None, []),
        ("2025-10-27", "2025-10-29", ["E603"]),  # its own day goes before the event's
        ("2025-10-28", "2025-10-29", ["E603"]),
        ("2025-10-28", "2025-10-28/2025-10-30", []),  # told when it had begun
        ("2025-10-28", "2025-10-28T19:30", []),  # a day, not an hour of it
        ("2025-10", None, []),  # perhaps at its end
        ("2025-10-26/", None, []),
    ],
)
def test_a_report_older_than_what_it_tells_supports_nothing(
    published: str, told: str | None, codes: list[str]
) -> None:
    """Before the day it could only announce; where either date leaves it open, it counts."""
    tour = sound()
    tour["sources"]["early"] = {**tour["sources"]["wire"], "published": published}
    outcome = {"status": "happened", "says": "So it was.", "from": ["early"]}
    tour["stops"][1]["outcome"] = outcome | ({"when": told} if told else {})
    findings = found(tour)
    assert [one.code for one in findings] == codes
    assert all(f"published `{published}`, before" in one.message for one in findings)


def test_one_report_made_afterwards_is_enough() -> None:
    """An older one beside it may say what was announced."""
    tour = sound()
    tour["sources"]["early"] = {**tour["sources"]["wire"], "published": "2025-10-20"}
    tour["sources"]["late"] = {**tour["sources"]["wire"], "published": "2025-10-30"}
    tour["stops"][1]["outcome"] = {"status": "happened", "says": "So it was.", "from": ["early", "late"]}
    assert codes_in(tour) == []


def test_what_has_no_day_may_be_told_on_any() -> None:
    """An event without a date, and an outcome without one."""
    tour = sound()
    tour["sources"]["early"] = {**tour["sources"]["wire"], "published": "2025-10-20"}
    tour["stops"][1]["events"][0]["outcome"] = {"status": "happened", "says": "So.", "from": ["early"]}
    assert codes_in(tour) == []


def test_that_something_is_called_off_can_be_known_before_its_day() -> None:
    """What doesn't take place is no event that a report must come after."""
    tour = sound()
    tour["sources"]["early"] = {**tour["sources"]["wire"], "published": "2025-10-20"}
    tour["stops"][1]["outcome"] = {"status": "not-happened", "says": "It was not.", "from": ["early"]}
    assert codes_in(tour) == []


@pytest.mark.parametrize(
    ("outcome", "codes"),
    [
        ({"status": "happened", "says": "So.", "from": ["print"]}, ["E616"]),
        (
            {"status": "happened", "says": "So.", "from": ["print", "plan"]},
            ["E616"],
        ),  # a schedule supports nothing
        ({"status": "not-happened", "says": "No.", "from": ["print", "wire"]}, []),
        (
            {"status": "happened", "says": "So.", "from": ["plan"]},
            ["E603"],
        ),  # no report, so none without an address
        ({"status": "unknown", "from": ["print"]}, []),
    ],
)
def test_one_report_can_be_looked_up(outcome: dict[str, Any], codes: list[str]) -> None:
    """A report without an address is fine beside one that has one."""
    tour = sound()
    tour["sources"]["print"] = {"kind": "report", "publisher": "A paper"}
    tour["background"] = {"events": [{**tour["stops"][0]["events"][0], "id": "apart", "outcome": outcome}]}
    del tour["background"]["events"][0]["lead"]
    assert [code for code in codes_in(tour) if code != "I404"] == codes


@pytest.mark.parametrize(("holder", "of"), [("stops", "kl"), ("legs", "kl")])
def test_a_report_in_print_can_be_accepted(holder: str, of: str) -> None:
    """By the stop, or by where a leg goes to."""
    tour = sound()
    tour["sources"]["print"] = {"kind": "report", "publisher": "A paper"}
    tour[holder][0]["outcome"] = {"status": "happened", "says": "So.", "from": ["print"]}
    assert codes_in(tour) == ["E616"]
    tour["accept"] = [{"code": "E616", "of": of, "why": "It is in print alone."}]
    (finding,) = found(tour)
    assert finding.accepted


def test_an_address_that_is_wrong_is_told_as_that_alone() -> None:
    """It isn't missing."""
    tour = sound()
    tour["sources"]["wire"]["url"] = "javascript:alert(1)"
    tour["stops"][0]["outcome"] = {"status": "happened", "says": "So.", "from": ["wire"]}
    assert codes_in(tour) == ["S210"]
