"""What all data formats hold to: the article's view tells nothing of what happened, and the bytes don't change."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from tests.conftest import INVENTED, REAL, ROOT
from touratlas.check import Atlas
from touratlas.exports import FORMATS, Format, Group, Options
from touratlas.model import Tour, WebSource
from touratlas.words import View

DATA = [form for form in FORMATS if form.group is not Group.TEACH]
NAMES = [form.name for form in DATA]


def without_outcomes(atlas: Atlas) -> Atlas:
    """The same tour as if nothing had been learned afterwards: no outcome, other reports."""
    tour: Tour = atlas.tour
    bare: dict[str, Any] = {"outcome": None}
    stops = tuple(
        one.model_copy(
            update={**bare, "events": tuple(event.model_copy(update=bare) for event in one.events)}
        )
        for one in tour.stops
    )
    legs = tuple(
        one.model_copy(
            update={**bare, "events": tuple(event.model_copy(update=bare) for event in one.events)}
        )
        for one in tour.legs
    )
    events = tuple(event.model_copy(update=bare) for event in tour.background.events)
    sources = {
        key: source.model_copy(update={"title": "Another", "url": "https://example.org/another"})
        if isinstance(source, WebSource) and source.kind == "report"
        else source
        for key, source in tour.sources.items()
    }
    background = tour.background.model_copy(update={"events": events})
    changed = {"stops": stops, "legs": legs, "background": background, "sources": sources}
    return replace(atlas, tour=tour.model_copy(update=changed))


@pytest.mark.parametrize("form", DATA, ids=NAMES)
def test_the_articles_view_tells_nothing_of_what_happened(form: Format, atlas: Atlas) -> None:
    """The file is byte for byte that of a tour of which nothing was learned later."""
    assert form.make(atlas, Options()) == form.make(without_outcomes(atlas), Options())


@pytest.mark.parametrize("form", DATA, ids=NAMES)
def test_the_later_view_tells_more(form: Format, atlas: Atlas) -> None:
    """It differs from the article's, and from that of a tour without outcomes."""
    later = form.make(atlas, Options(view=View.LATER))
    assert later not in (
        form.make(atlas, Options()),
        form.make(without_outcomes(atlas), Options(view=View.LATER)),
    )


def test_the_later_view_has_the_same_bytes_from_any_process() -> None:
    """Fresh processes with another hash seed, time zone and locale (the article's view is tested with the snapshot)."""
    script = (
        "import hashlib, sys\nfrom touratlas.check import open_tour\nfrom touratlas.words import View\n"
        "from touratlas.exports import FORMATS, Group, Options\n"
        "for file in sys.argv[1:]:\n    atlas = open_tour(file)\n    for form in FORMATS:\n"
        "        if form.group is not Group.TEACH:\n"
        "            made = form.make(atlas, Options(view=View.LATER))\n"
        "            print(form.name, hashlib.sha256(made).hexdigest())\n"
    )
    found = []
    for environment in (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"},
    ):
        command = [sys.executable, "-c", script, str(REAL), str(INVENTED)]
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=True
        )
        found.append(done.stdout)
    assert found[0] == found[1]
    assert len(found[0].splitlines()) == 2 * len(DATA)
