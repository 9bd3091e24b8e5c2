"""Tree → tour: every error of shape at its place, in one run, with what was meant; nothing that follows from it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.tour_builder import LANDED, checked, codes_in, found, loaded, sound, written
from touratlas.fields import Patience
from touratlas.model import Tour
from touratlas.shape import shape
from touratlas.tree import read_tree


def told(text: str) -> list[str]:
    """`LINE:COLUMN CODE` of the findings of shape."""
    root, findings = read_tree(text.encode(), "t.yaml")
    assert findings == ()
    assert root is not None
    return [f"{one.line}:{one.column} {one.code}" for one in shape(root, "t.yaml").findings]


@pytest.mark.parametrize(
    ("change", "meant"),
    [
        (lambda tour: tour.update(plases={}), "places"),
        (lambda tour: tour["tour"].update(titel="T"), "title"),
        (lambda tour: tour["stops"][0].update(evnts=[]), "events"),
        (lambda tour: tour["stops"][0]["events"][0].update(claim=[]), "claims"),
        (lambda tour: tour["stops"][0]["events"][0]["claims"][0].update(quote="q"), "quotes"),
        (lambda tour: tour["sources"]["wire"].update(publishd="2025-10-26"), "published"),
        (lambda tour: tour["sources"]["article"].update(leftout=[]), "left_out"),
        (lambda tour: tour["stops"][0]["basis"].update(plase="wire"), "place"),
        (
            lambda tour: tour["stops"][0]["events"][0].update(outcome={"status": "unknown", "form": []}),
            "from",
        ),
        (lambda tour: tour["legs"][0].update(whn="2025-10-26"), "when"),
        (lambda tour: tour["stops"][0]["events"][0].update(kind="metting"), "meeting"),
        (lambda tour: tour["stops"][0]["events"][0].update(status="planed"), "planned"),
        (lambda tour: tour["sources"]["plan"].update(kind="schedul"), "schedule"),
        (lambda tour: tour["places"]["kl"].update(extent="contry"), "country"),
        (lambda tour: tour["stops"][1].update(id="Tokyo Japan"), "tokyo-japan"),
        (lambda tour: tour["stops"][1].update(when="2025-13-28"), None),
        (lambda tour: tour["stops"][1].update(when="28.10.2025"), "2025-10-28"),
    ],
)
def test_a_misspelt_word_gets_what_was_meant(change: Any, meant: str | None) -> None:
    """Keys, words, ids and dates: one finding, which says the right one."""
    tour = sound()
    change(tour)
    (finding,) = found(tour)
    if meant is not None:
        assert finding.message.endswith(f"did you mean `{meant}`?"), finding.message


def test_a_key_near_no_other_gets_the_list() -> None:
    """Where no guess is good, the keys that exist are named."""
    tour = sound()
    tour["places"]["kl"]["xyz"] = "1"
    (finding,) = found(tour)
    assert "`name`, `country`, `at`, `zone` or `extent`" in finding.message


TEN_FAULTS = """\
touratlas: 1
tour: {id: visit, title: 漢字😀, summary: S, as_of: "2025-10-26", langage: en}
sources:
  article: {kind: article, file: article.txt, sha256: SUM}
  wire: {kind: report, publisher: 漢字, url: "ftp://example.org/"}
topics: {trade: Trade}
people:
  guest: {name: Guest, delegation: UK}
places:
  kl: {name: 吉隆坡, country: MY, at: [3.14, 101.69], zone: Asia/Kuala Lumpur}
  tokyo: {name: 東京, country: JP, at: [139.69, 35.69], zone: Asia/Tokyo}
stops:
  - id: kl
    place: kl
    when: "2025-10-26/2025-10-27"
    basis: {when: wire, place: wire}
    events:
      - id: landing
        title: 到着
        lead: true
        kind: arival
        status: reported
        people: [gest]
        claims:
          - says: They landed.
            quotes: [The guest landed in Kuala Lumpur on Monday]
  - id: tokyo
    place: tokyo
    when: "2025-02-30"
    basis: {place: wire}
    events:
      - id: talks
        title: Talks
        kind: talks
        status: planned
        topics: [trade]
        claims:
          - says: They will meet.
            quotes: [In Tokyo he will meet the prime minister]
"""

FAULTS = [
    ("S202", "langage: en"),
    ("S210", '"ftp://example.org/"'),
    ("I401", "UK}"),
    ("P504", "Asia/Kuala Lumpur}"),
    ("P502", "[139.69, 35.69]"),
    ("S204", "arival"),
    ("I401", "gest]"),
    ("E604", "The guest landed in Kuala Lumpur on Monday"),
    ("D301", '"2025-02-30"'),
    ("I403", "events:"),
]


def test_ten_faults_are_told_in_one_run_in_order_and_each_once() -> None:
    """Errors of shape and of sense together, at code points behind wide characters, nothing that follows from them."""
    from hashlib import sha256

    from tests.tour_builder import ARTICLE

    text = TEN_FAULTS.replace("SUM", sha256(ARTICLE.encode()).hexdigest())
    findings = [finding for finding in found(text) if finding.code != "E609"]
    lines = text.splitlines()
    pointed = [(one.code, lines[one.line - 1][one.column - 1 :]) for one in findings]
    assert [
        (code, rest[: len(start)]) for (code, rest), (_, start) in zip(pointed, FAULTS, strict=True)
    ] == FAULTS
    assert list(findings) == sorted(findings)
    assert len(set(findings)) == len(findings)


@pytest.mark.parametrize(
    "change",
    [
        lambda tour: tour["tour"].pop("summary"),
        lambda tour: tour["tour"].update(as_of="today"),
        lambda tour: tour.update(tour="A visit"),
        lambda tour: tour.pop("touratlas"),
        lambda tour: tour["places"]["kl"].pop("name"),
        lambda tour: tour["places"]["kl"].pop("zone"),
        lambda tour: tour["places"]["kl"].update(at="3.14, 101.69"),
        lambda tour: tour["places"]["kl"].update(at=["x", "y"]),
        lambda tour: tour["people"]["guest"].pop("name"),
        lambda tour: tour["sources"]["wire"].pop("publisher"),
        lambda tour: tour["sources"]["article"].update(sha256="abc"),
        lambda tour: tour["sources"]["article"].pop("file"),
        lambda tour: tour["stops"][0].pop("place"),
        lambda tour: tour["stops"][0].pop("id"),
        lambda tour: tour["stops"][0].update(when="soon"),
        lambda tour: tour["stops"][0].update(events="none"),
        lambda tour: tour["stops"][0]["events"][0].pop("id"),
        lambda tour: tour["stops"][0]["events"][0].pop("title"),
        lambda tour: tour["stops"][0]["events"][0].update(title="An arrival that takes a title far too long"),
        lambda tour: tour["stops"][0]["events"][0].update(short="An arrival that takes a name far too long"),
        lambda tour: tour["stops"][0]["events"][0].update(kind=["arrival"]),
        lambda tour: tour["stops"][0]["events"][0].update(claims=[]),
        lambda tour: tour["stops"][0]["events"][0].update(claims=[{"quotes": [LANDED]}]),
        lambda tour: tour["stops"][0]["events"][0]["claims"][0].update(quotes=[["a"]]),
        lambda tour: tour["stops"][0]["events"][0]["claims"][0].update(quotes=[{"exat": LANDED}]),
        lambda tour: tour["stops"][0]["events"][0].update(outcome={"says": "So."}),
        lambda tour: tour["legs"][0].pop("to"),
        lambda tour: tour.update(legs={"from": "home"}),
        lambda tour: tour.update(accept=[{"code": "P503"}]),
        lambda tour: tour.update(background=[]),
    ],
)
def test_one_fault_of_shape_gives_findings_of_shape_alone(change: Any) -> None:
    """Whatever was cut out or stood in for, no cross-check misses it: no follow-on error or warning."""
    tour = sound()
    change(tour)
    findings = found(tour)
    assert findings
    assert {finding.code[0] for finding in findings} <= {"S", "D"}
    assert len(
        {(finding.line, finding.column, finding.code, finding.message) for finding in findings}
    ) == len(findings)


def test_two_faults_of_one_entry_cut_nothing_else() -> None:
    """What is cut is told by where it stood in the whole file: the entry behind it stays."""
    tour = sound()
    tour["stops"][0]["events"].insert(
        0, {"id": "a", "kind": 1, "status": [], "when": "soon", "title": "A", "x": "y"}
    )
    tour["stops"][0]["events"][2]["people"] = ["gest"]
    findings = [(finding.code, finding.message) for finding in found(tour)]
    assert [code for code, _ in findings if code[0] != "S"] == ["D301", "I401"]


def test_cut_tours_are_never_shown() -> None:
    """A tour of which something was cut has no atlas."""
    tour = sound()
    tour["topics"]["Trade"] = "Trade"
    report = checked(tour)
    assert report.failed
    assert report.atlas is None


def test_a_tour_without_stops_is_told_and_goes_no_further() -> None:
    """Some things nothing can stand in for."""
    tour = sound()
    del tour["stops"]
    root, _ = read_tree(written(tour), "t.yaml")
    assert root is not None
    shaped = shape(root, "t.yaml")
    assert shaped.tour is None
    assert [finding.code for finding in shaped.findings] == ["S201", "S201"]  # sha256 of the article, too


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a text\n", ["1:1 S203"]),
        ("- a list\n", ["1:1 S203"]),
        ("~\n", ["1:1 S203"]),
        ("touratlas:\n", ["1:1 S201", "1:1 S201", "1:1 S201", "1:1 S201", "1:1 S205"]),
    ],
)
def test_files_that_are_no_tours(text: str, places: list[str]) -> None:
    """A text, a list, nothing: told at the top."""
    assert sorted(told(text)) == places


def test_a_key_named_like_pydantics_own_marks_changes_no_place() -> None:
    """`[key]` and the names of kinds are keys like others."""
    tour = sound()
    tour["people"]["[key]"] = {"name": "N"}
    tour["sources"]["wire"]["report"] = {"url": "x"}
    del tour["sources"]["wire"]["publisher"]
    findings = found(tour)
    assert [finding.code for finding in findings] == ["S201", "S202", "S208"]
    assert "`publisher`" in findings[0].message
    assert "`report`" in findings[1].message


def test_python_names_of_keys_are_no_keys() -> None:
    """`from_` is what the code calls it."""
    tour = sound()
    tour["legs"][0]["from_"] = tour["legs"][0].pop("from")
    assert codes_in(tour) == ["S201", "S202"]


def test_messages_name_no_pydantic() -> None:
    """Nothing of the library's own words, links or types gets through."""
    tour = sound()
    tour["places"] |= {"a": ["b"], "c": {"at": {"x": "y"}}, "d": "e"}
    tour["stops"][0]["events"][0] |= {"kind": {"a": "b"}, "lead": ["x"], "topics": {"a": "b"}, "claims": "c"}
    for finding in found(tour):
        assert not re.search(r"pydantic|Input|type=|validat|https?://(?!…)", finding.message), finding.message


def test_too_many_errors_end_in_one_that_says_so() -> None:
    """A million empty entries are some thousand errors and a last word, and not a million."""
    events = ["{}"] * 20_000
    text = "stops: [" + ",".join("{events: [" + ",".join(events) + "]}" for _ in range(10)) + "]\n"
    root, findings = read_tree(text.encode(), "t.yaml")
    assert findings == ()
    assert root is not None
    shaped = shape(root, "t.yaml")
    assert shaped.tour is None
    assert "F108" in {finding.code for finding in shaped.findings}
    assert len(shaped.findings) < 2 * Patience.MOST


def test_patience_changes_nothing_of_a_sound_tour() -> None:
    """With or without it, validation gives the same."""
    root = loaded(sound()).root
    assert root is not None
    assert Tour.model_validate(root.plain()) == Tour.model_validate(root.plain(), context=Patience())
