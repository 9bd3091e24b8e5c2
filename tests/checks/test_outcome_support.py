"""E603: what happened is told by reports made afterwards."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tour_builder import codes_in, sound


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
