"""What all data formats hold to: the article's view tells nothing of what happened, and the bytes don't change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

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


_bare: dict[int, tuple[Atlas, Atlas]] = {}
_made: dict[tuple[str, int, View], bytes] = {}


def bare(atlas: Atlas) -> Atlas:
    """The same for each tour once."""
    if id(atlas) not in _bare:  # the atlas is kept with it, so that no other one gets its number
        _bare[id(atlas)] = (atlas, without_outcomes(atlas))
    return _bare[id(atlas)][1]


def made(form: Format, atlas: Atlas, view: View) -> bytes:
    """A file, made once."""
    key = (form.name, id(atlas), view)
    if key not in _made:
        _made[key] = form.make(atlas, Options(view=view))
    return _made[key]


@pytest.mark.parametrize("form", DATA, ids=NAMES)
def test_the_articles_view_tells_nothing_of_what_happened(form: Format, atlas: Atlas) -> None:
    """The file is byte for byte that of a tour of which nothing was learned later."""
    assert made(form, atlas, View.ARTICLE) == made(form, bare(atlas), View.ARTICLE)


@pytest.mark.parametrize("form", DATA, ids=NAMES)
def test_the_later_view_tells_more(form: Format, atlas: Atlas) -> None:
    """It differs from the article's, and from that of a tour without outcomes."""
    later = made(form, atlas, View.LATER)
    assert later not in (made(form, atlas, View.ARTICLE), made(form, bare(atlas), View.LATER))
