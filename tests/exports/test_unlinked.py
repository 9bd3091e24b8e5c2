"""A report of which no address is known: named in every format, linked in none."""

from __future__ import annotations

import json

import pytest

from tests.tour_builder import checked, sound
from touratlas.check import Atlas
from touratlas.exports import FORMATS, Options
from touratlas.words import View

PUBLISHER = "A paper in print"
BY_NAME = {one.name: one for one in FORMATS}


@pytest.fixture(scope="module")
def unlinked() -> Atlas:
    """The small tour with an outcome, a day and a disagreement from reports without an address."""
    tour = sound()
    tour["sources"]["print"] = {"kind": "report", "publisher": PUBLISHER}
    tour["sources"]["plan"].pop("url")
    dinner = tour["stops"][0]["events"][1]
    dinner["outcome"] = {"status": "changed", "says": "They dined later.", "from": ["print"]}
    dinner["basis"]["when"] = {"from": "plan", "others": [{"says": "A day later.", "from": "print"}]}
    tour["accept"] = [{"code": "E616", "of": "dinner", "why": "It is in print alone."}]
    report = checked(tour)
    assert report.atlas is not None
    assert not report.failed, report.findings
    return report.atlas


@pytest.mark.parametrize("name", [one.name for one in FORMATS])
def test_every_format_can_be_made(unlinked: Atlas, name: str) -> None:
    """In the later view too; nothing says `None` or links to nowhere."""
    made = BY_NAME[name].make(unlinked, Options(view=View.LATER))
    assert made
    if BY_NAME[name].suffix.endswith((".pdf", ".png", ".pptx")):
        return
    text = made.decode("utf-8").replace("None of this was known", "")
    assert 'href=""' not in text
    for empty in ('"url": ""', '"url":""', '"URL": ""', '"url": null', '"URL": null', "None"):
        assert empty not in text or name == "storymapjs", (name, empty)  # its media may have an empty one


@pytest.mark.parametrize("name", ["html", "csv", "kml", "ics", "jsonld", "csl", "geojson", "webanno"])
def test_it_is_named(unlinked: Atlas, name: str) -> None:
    """Wherever reports are, but in annotations, which only link them."""
    made = BY_NAME[name].make(unlinked, Options(view=View.LATER)).decode("utf-8").replace("\r\n ", "")
    assert (PUBLISHER in made) is (name != "webanno")


def test_citing_programs_get_a_document(unlinked: Atlas) -> None:
    """`webpage` would need an address."""
    items = {one["id"]: one for one in json.loads(BY_NAME["csl"].make(unlinked, Options(view=View.LATER)))}
    assert (items["print"]["type"], items["wire"]["type"]) == ("document", "webpage")
    assert "URL" not in items["print"]
