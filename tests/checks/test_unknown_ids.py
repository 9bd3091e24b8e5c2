"""I401: everything that the file names, it declares."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.tour_builder import DINNER, LANDED, codes_in, found, sound

Change = Callable[[dict[str, Any]], Any]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda tour: tour["stops"][0].update(place="kll"), "kll"),
        (lambda tour: tour["stops"][0]["events"][0].update(place="kll", basis={"place": "wire"}), "kll"),
        (lambda tour: tour["stops"][0]["events"][0].update(people=["gest"]), "gest"),
        (lambda tour: tour["stops"][0]["events"][0].update(topics=["trad"]), "trad"),
        (lambda tour: tour["stops"][0]["events"][0].update(delegations=["host"]), "host"),
        (lambda tour: tour["stops"][0]["events"][0]["claims"][0].update(by="gest"), "gest"),
        (lambda tour: tour["people"]["guest"].update(delegation="host"), "host"),
        (lambda tour: tour["stops"][1]["basis"].update(when="wires"), "wires"),
        (lambda tour: tour["legs"][0].update({"from": "hom"}), "hom"),
        (lambda tour: tour["legs"][0].update(to="kll"), "kll"),
        (
            lambda tour: tour["stops"][0].update(
                outcome={"status": "happened", "says": "S.", "from": ["wirr"]}
            ),
            "wirr",
        ),
        (
            lambda tour: tour["stops"][0].update(questions=[{"ask": "A", "answer": "B", "from": ["wirr"]}]),
            "wirr",
        ),
        (
            lambda tour: tour.update(
                background={"claims": [{"says": "S.", "by": "gest", "quotes": [LANDED]}]}
            ),
            "gest",
        ),
        (
            lambda tour: tour["stops"][0]["events"][1]["claims"][0].update(
                quotes=[{"exact": DINNER, "source": "artcle"}]
            ),
            "artcle",
        ),
    ],
)
def test_an_id_that_is_not_declared_is_found_with_what_was_meant(change: Change, word: str) -> None:
    """Every place where one thing names another is looked at, and the nearest id is proposed."""
    tour = sound()
    change(tour)
    findings = [finding for finding in found(tour) if finding.code == "I401"]
    assert [f"is called `{word}`" in finding.message for finding in findings] == [True]
    assert "; did you mean `" in findings[0].message


@pytest.mark.parametrize("name", ["US", "KR", "hosts"])
def test_a_person_belongs_to_a_country_or_a_delegation(name: str) -> None:
    """Countries need no declaration."""
    tour = sound()
    tour["people"]["guest"]["delegation"] = name
    assert codes_in(tour) == []


def test_a_wrong_country_code_gets_the_right_one() -> None:
    """UK isn't a code of ISO 3166-1, and what is meant is known."""
    tour = sound()
    tour["people"]["guest"]["delegation"] = "UK"
    (finding,) = found(tour)
    assert finding.message.endswith("did you mean `GB`?")


def test_inferred_is_no_source() -> None:
    """It is the word for what rests on a note."""
    tour = sound()
    tour["stops"][1]["basis"]["when"] = {"from": "inferred", "note": "The next day."}
    assert codes_in(tour) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda tour: tour["people"].update(guest={"nam": "The guest"}),
        lambda tour: tour.update(people=["guest"]),
        lambda tour: tour.update(peple=tour.pop("people")),
        lambda tour: tour["topics"].update(trade=["Trade"]),
        lambda tour: tour["places"].update(kl={"name": "Kuala Lumpur"}),
        lambda tour: tour.update(places="none"),
        lambda tour: tour["sources"]["wire"].pop("kind"),
        lambda tour: tour["sources"].update(article="here"),
    ],
)
def test_what_was_cut_out_is_not_called_unknown(change: Change) -> None:
    """A declaration of the wrong shape is told as that; that it is missed follows from it."""
    tour = sound()
    change(tour)
    assert {code[0] for code in codes_in(tour)} == {"S"}


def test_a_table_set_twice_declares_in_both() -> None:
    """The second of two equal keys is an error, and its ids are known all the same."""
    text = (
        "touratlas: 1\n"
        'tour: {id: a, title: A, summary: S, as_of: "2025-10-26"}\n'
        'sources:\n  wire: {kind: report, publisher: P, url: "https://example.org/"}\n'
        "places:\n  kl: {name: KL, country: MY, at: [3.14, 101.69], zone: Asia/Kuala_Lumpur}\n"
        "places:\n  tokyo: {name: T, country: JP, at: [35.69, 139.69], zone: Asia/Tokyo}\n"
        "stops:\n  - {id: kl, place: kl, basis: {place: wire}}\n  - {id: tokyo, place: tokyo, basis: {place: wire}}\n"
    )
    assert codes_in(text) == ["F105"]


def test_many_unknown_ids_cost_no_more_than_few() -> None:
    """Guessing what was meant is bounded; finding isn't."""
    tour = sound()
    tour["people"] |= {f"person-{number}": {"name": "P"} for number in range(2000)}
    tour["stops"][0]["events"][0]["people"] = [f"persona-{number}" for number in range(2000)]
    findings = [finding for finding in found(tour) if finding.code == "I401"]
    assert len(findings) == 2000
    assert sum("did you mean" in finding.message for finding in findings) == 100
