"""I403: one event of a stop stands out."""

from __future__ import annotations

from tests.tour_builder import codes_in, found, sound


def test_none() -> None:
    """A stop with events needs one to be seen first."""
    tour = sound()
    del tour["stops"][0]["events"][0]["lead"]
    (finding,) = found(tour)
    assert finding.code == "I403"
    assert "stop `kl`" in finding.message


def test_two() -> None:
    """The second is one too many, and both are named."""
    tour = sound()
    tour["stops"][0]["events"][1]["lead"] = "true"
    (finding,) = found(tour)
    assert finding.code == "I403"
    assert "`landing` and `dinner`" in finding.message


def test_a_stop_without_events_needs_none() -> None:
    """A place passed through has nothing to stand out."""
    tour = sound()
    tour["stops"].append({"id": "end", "place": "tokyo", "basis": {"place": "wire"}})
    assert codes_in(tour) == []


def test_false_is_not_a_lead() -> None:
    """`lead: false` says what is said without it."""
    tour = sound()
    tour["stops"][0]["events"][1]["lead"] = "false"
    assert codes_in(tour) == []


def test_a_lead_that_was_cut_out_is_not_missed() -> None:
    """`lead: yes` is told as a wrong word, and not as no lead as well."""
    tour = sound()
    tour["stops"][0]["events"][0]["lead"] = "yes"
    assert codes_in(tour) == ["S204"]


def test_an_error_elsewhere_hides_no_missing_lead() -> None:
    """Only what was cut from this stop excuses it."""
    tour = sound()
    del tour["stops"][0]["events"][0]["lead"]
    tour["sources"]["wire"]["url"] = "nowhere"
    assert codes_in(tour) == ["S210", "I403"]
