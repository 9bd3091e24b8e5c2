"""A small sound tour to change in tests, and what the checks find in it.

    tour = sound()
    tour["places"]["kl"]["zone"] = "Asia/Kuala Lumpur"
    assert codes_in(tour) == ["P504"]

A test so shows only what it is about. Findings point into the YAML that :func:`written` gives; where exact
places matter a test writes its own text.
"""

from __future__ import annotations

import hashlib
from typing import Any

import yaml

from touratlas.check import Report, check_loaded
from touratlas.finding import Finding
from touratlas.load import Loaded, load_bytes

ARTICLE = """A Visit in Two Cities

The guest landed in Kuala Lumpur on Sunday [1]. A dinner with the hosts is planned for the evening [2]. In Tokyo he will meet the prime minister [1].

References
[1] A report of the landing.
[2] A programme of the visit.
"""  # noqa: E501 - a paragraph is a line

LANDED = "The guest landed in Kuala Lumpur on Sunday"
DINNER = "A dinner with the hosts is planned for the evening"
TOKYO = "In Tokyo he will meet the prime minister"


def sound() -> dict[str, Any]:
    """A tour of two stops without a finding; a new one every time."""
    return {
        "touratlas": "1",
        "tour": {"id": "visit", "title": "A visit", "summary": "Two cities.", "as_of": "2025-10-26"},
        "sources": {
            "article": {"kind": "article", "file": "article.txt"},
            "wire": {"kind": "report", "publisher": "A wire service", "url": "https://example.org/wire"},
            "plan": {"kind": "schedule", "publisher": "A ministry", "url": "https://example.org/plan"},
        },
        "topics": {"trade": "Trade"},
        "people": {"guest": {"name": "The guest", "delegation": "US"}},
        "delegations": {"hosts": {"name": "The hosts", "country": "MY"}},
        "places": {
            "home": {"name": "Home", "country": "US", "at": ["38.9", "-77.0"], "zone": "America/New_York"},
            "kl": {
                "name": "Kuala Lumpur",
                "country": "MY",
                "at": ["3.14", "101.69"],
                "zone": "Asia/Kuala_Lumpur",
            },
            "tokyo": {"name": "Tokyo", "country": "JP", "at": ["35.69", "139.69"], "zone": "Asia/Tokyo"},
        },
        "stops": [
            {
                "id": "kl",
                "place": "kl",
                "when": "2025-10-26/2025-10-27",
                "basis": {"when": "wire", "place": {"from": "article", "quotes": [LANDED]}},
                "events": [
                    event(
                        "landing", LANDED, lead="true", kind="arrival", status="reported", people=["guest"]
                    ),
                    event("dinner", DINNER, when="2025-10-26", basis={"when": "plan"}, delegations=["hosts"]),
                ],
            },
            {
                "id": "tokyo",
                "place": "tokyo",
                "when": "2025-10-28",
                "basis": {"when": "wire", "place": "wire"},
                "events": [event("talks", TOKYO, lead="true", topics=["trade"])],
            },
        ],
        "legs": [{"from": "home", "to": "kl", "when": "2025-10-25/2025-10-26", "basis": {"when": "wire"}}],
    }


def event(name: str, quote: str, **more: Any) -> dict[str, Any]:
    """An event with one claim that rests on one quote."""
    claims = [{"says": f"What is said of {name}.", "quotes": [quote]}]
    return {
        "id": name,
        "title": name.capitalize(),
        "kind": "meeting",
        "status": "planned",
        "claims": claims,
        **more,
    }


class _Plain(yaml.SafeDumper):
    """Writes equal values out instead of by anchor and alias."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def written(tour: dict[str, Any]) -> bytes:
    """The tour as YAML."""
    return yaml.dump(tour, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000).encode()


def loaded(tour: dict[str, Any] | bytes | str, article: str = ARTICLE, **articles: str) -> Loaded:
    """The tour as loaded, `article` being the file of every article source not named in `articles`.

    Sources of kind `article` get the SHA-256 of their text where they have none.
    """

    def read(name: str) -> bytes:
        return articles.get(name.partition(".")[0], article).encode()

    if isinstance(tour, dict):
        for source in tour.get("sources", {}).values():
            if isinstance(source, dict) and source.get("kind") == "article" and "file" in source:
                source.setdefault("sha256", hashlib.sha256(read(source["file"])).hexdigest())
        tour = written(tour)
    return load_bytes(tour.encode() if isinstance(tour, str) else tour, "tour.yaml", read)


def checked(tour: dict[str, Any] | bytes | str, article: str = ARTICLE, **articles: str) -> Report:
    """What the check says of a tour."""
    return check_loaded(loaded(tour, article, **articles))


def found(tour: dict[str, Any] | bytes | str, article: str = ARTICLE, **articles: str) -> tuple[Finding, ...]:
    """The findings of a tour."""
    return checked(tour, article, **articles).findings


def codes_in(tour: dict[str, Any] | bytes | str, article: str = ARTICLE, **articles: str) -> list[str]:
    """The codes of the findings of a tour, in the order of their places."""
    return [finding.code for finding in found(tour, article, **articles)]
