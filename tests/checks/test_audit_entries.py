"""E614: what a tour file says of the audit names rules and passages that are there."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tour_builder import codes_in, sound


def tour(**audit: Any) -> dict[str, Any]:
    """The sound tour, its article's audit as given."""
    made = sound()
    made["sources"]["article"]["audit"] = audit
    return made


@pytest.mark.parametrize(
    "audit",
    [
        {"off": [{"rule": "A999", "why": "w"}]},
        {"accept": [{"rule": "A3", "quote": "A dinner", "why": "w"}]},
        {"accept": [{"rule": "A301", "quote": "No such words", "why": "w"}]},
        {
            "accept": [
                {"rule": "A301", "quote": "he", "why": "w"},
                {"rule": "A301", "quote": "the", "why": "w"},
            ]
        },
        {"accept": [{"rule": "A301", "quote": {"exact": "A dinner", "source": "wire"}, "why": "w"}]},
    ],
)
def test_entries_that_name_nothing_are_errors_of_the_tour(audit: dict[str, Any]) -> None:
    """Unknown rules, quotes that aren't there once, quotes of another source: the check says so."""
    assert set(codes_in(tour(**audit))) == {"E614"}


def test_sound_entries_pass_the_check() -> None:
    """The check doesn't ask whether the finding is there."""
    audit = {
        "off": [{"rule": "A205", "why": "w"}],
        "accept": [{"rule": "A301", "quote": "A dinner with the hosts", "why": "w"}],
    }
    assert codes_in(tour(**audit)) == []
