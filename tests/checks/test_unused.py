"""I404: what is declared is used."""

from __future__ import annotations

import pytest

from tests.tour_builder import checked, codes_in, sound
from touratlas.finding import Severity


@pytest.mark.parametrize(
    ("table", "entry"),
    [
        ("people", {"name": "N"}),
        ("places", {"name": "N", "country": "JP", "at": ["35", "139"], "zone": "Asia/Tokyo"}),
        ("topics", "Peace"),
        ("delegations", {"name": "N"}),
        ("sources", {"kind": "report", "publisher": "P", "url": "https://example.org/"}),
    ],
)
def test_what_nobody_names_is_noted(table: str, entry: object) -> None:
    """A note, which never fails the check."""
    tour = sound()
    tour[table]["spare"] = entry
    report = checked(tour)
    assert [(one.code, one.severity, one.subject) for one in report.findings] == [
        ("I404", Severity.NOTE, "spare")
    ]
    assert not report.failed
    assert report.atlas is not None


def test_an_id_is_used_in_its_own_table_only() -> None:
    """A delegation isn't used by a topic of the same name."""
    tour = sound()
    tour["topics"]["hosts"] = "The hosts"
    assert codes_in(tour) == ["I404"]


def test_a_misspelt_use_is_not_told_twice() -> None:
    """What was sought in vain is unknown; that its declaration seems unused follows from it."""
    tour = sound()
    tour["stops"][0]["events"][0]["people"] = ["gest"]
    assert codes_in(tour) == ["I401"]


def test_an_article_needs_no_mention() -> None:
    """Quotes use it without naming it."""
    assert codes_in(sound()) == []
