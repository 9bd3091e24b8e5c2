"""E604, E605, E611: every quote is found in its article, once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tour_builder import ARTICLE, DINNER, LANDED, codes_in, found, sound, written
from touratlas.check import check_loaded
from touratlas.load import load_bytes

TWICE = ARTICLE.replace("In Tokyo he", "The guest landed in Kuala Lumpur on Sunday. In Tokyo he")


def quoting(*quotes: Any) -> dict[str, Any]:
    """A tour whose first claim has these quotes besides its own."""
    tour = sound()
    tour["stops"][0]["events"][0]["claims"][0]["quotes"] += quotes
    return tour


@pytest.mark.parametrize(
    ("quote", "codes"),
    [
        ("landed in Kuala Lumpur", []),
        ("A dinner  with\nthe hosts", []),  # any white space is as good as another
        ("A dinner with the hosts was planned", ["E604"]),
        ("a dinner with the hosts", ["E604"]),  # capitals count
        ("landed in Kuala Lum", ["E604"]),  # no half words
        ("The", ["E604"]),  # once as a word of its own? three times as none: see below
        ("he", []),
        ({"exact": "the", "prefix": "meet"}, []),
        ({"exact": "the", "suffix": "evening"}, []),
        ({"exact": "the", "prefix": "eat"}, ["E604"]),
        ("the", ["E605"]),
        ("!", ["E604"]),  # nothing to find
    ],
)
def test_quotes(quote: Any, codes: list[str]) -> None:
    """Word for word, once."""
    if quote == "The":
        quote, codes = "The guest", []
    assert codes_in(quoting(quote)) == codes


def test_a_wrong_quote_shows_the_nearest_passage_and_the_difference() -> None:
    """What to write instead stands in the finding."""
    (finding,) = found(quoting("A dinner with his hosts is planned"))
    assert finding.code == "E604"
    assert "nearest, line 3, column 49: A dinner with the hosts is planned" in finding.detail
    assert "[-the-]{+his+}" in finding.detail


def test_a_quote_that_is_far_from_everything_says_so() -> None:
    """No guess is better than a wild one."""
    (finding,) = found(quoting("Zymurgy quixotically perplexes"))
    assert finding.message.endswith("nothing in it is near")
    assert finding.detail == ""


def test_an_ambiguous_quote_shows_its_places() -> None:
    """Each with what stands around it, so that a prefix or suffix can be chosen."""
    tour = sound()
    tour["stops"][0]["basis"]["place"] = "wire"
    (finding,) = found(tour, TWICE)
    assert finding.code == "E605"
    assert "2 times" in finding.message
    assert [line.split(":")[0] for line in finding.detail.splitlines()] == [
        "line 3, column 1",
        "line 3, column 105",
    ]


def test_a_suffix_settles_it() -> None:
    """What the message asks for helps."""
    tour = sound()
    tour["stops"][0]["basis"]["place"] = "wire"
    tour["stops"][0]["events"][0]["claims"][0]["quotes"] = [
        {"exact": LANDED, "prefix": "for the evening."},
        {"exact": LANDED, "suffix": ". A dinner"},
    ]
    assert codes_in(tour, TWICE) == []


def test_a_report_cannot_be_quoted() -> None:
    """Its text isn't in the project."""
    (finding,) = found(quoting({"exact": DINNER, "source": "wire"}))
    assert finding.code == "E611"
    assert "`wire` is a report" in finding.message


def test_with_two_articles_the_source_must_be_named() -> None:
    """The message lists them."""
    tour = sound()
    tour["sources"]["second"] = {
        "kind": "article",
        "file": "second.txt",
        "left_out": [{"quote": "One", "why": "A."}],
    }
    findings = found(tour, second="One sentence.\n")
    assert {finding.code for finding in findings} == {"E609", "E611"}
    assert "`article`, `second`" in findings[-1].message


def test_an_unreadable_article_is_told_once() -> None:
    """That its quotes can't be looked up follows from it."""

    def read(name: str) -> bytes:
        raise FileNotFoundError(2, "No such file", name)

    tour = sound()
    tour["sources"]["article"]["sha256"] = "0" * 64
    report = check_loaded(load_bytes(written(tour), "tour.yaml", read))
    assert [finding.code for finding in report.findings] == ["E606"]


def test_a_quote_with_a_broken_source_is_told_once() -> None:
    """A malformed id of a source isn't told as a quote without one."""
    assert codes_in(quoting({"exact": DINNER, "source": "The Article"})) == ["S208"]


def test_many_wrong_quotes_are_all_found_and_few_are_searched() -> None:
    """Fuzzy search is bounded; who isn't searched for isn't said to be near nothing."""
    findings = found(quoting(*(f"A dinner with host number {number} is planned" for number in range(200))))
    assert [finding.code for finding in findings] == ["E604"] * 200
    assert sum(bool(finding.detail) for finding in findings) == 50
    assert not any("nothing in it is near" in finding.message for finding in findings)


def test_a_prefix_slightly_off_is_shown_at_the_place_it_means() -> None:
    """The words stand there twice; the second is meant, and it isn't said that nothing differs."""
    tour = sound()
    tour["stops"][0]["basis"]["place"] = "wire"
    tour["stops"][0]["events"][0]["claims"][0]["quotes"] = [
        {"exact": LANDED, "suffix": ". In Tokio"},
        {"exact": LANDED, "suffix": ". A dinner"},
    ]
    (finding,) = found(tour, TWICE)
    assert finding.code == "E604"
    assert finding.detail.splitlines() == [
        f"nearest, line 3, column 105: {LANDED}",
        "difference: suffix: . In [-Tokyo-]{+Tokio+}",
    ]
