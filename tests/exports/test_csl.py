"""CSL-JSON read by citeproc-py, which sets a bibliography from it, and compared with the model."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from tests.exports.hostile import nasty, poisoned
from touratlas.check import Atlas
from touratlas.dates import parse_when
from touratlas.exports import Options
from touratlas.exports.csl import _issued, make
from touratlas.model import WebSource
from touratlas.words import View


def items(atlas: Atlas, view: View = View.ARTICLE) -> dict[str, dict[str, Any]]:
    """The items by id."""
    made = json.loads(make(atlas, Options(view=view)))
    found = {one["id"]: one for one in made}
    assert len(found) == len(made)
    return found


def bibliography(atlas: Atlas, view: View) -> list[str]:
    """The bibliography that citeproc-py sets, an entry an item."""
    made = json.loads(make(atlas, Options(view=view)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of citeproc-py's own reading of its styles
        source = CiteProcJSON(made)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        book = CitationStylesBibliography(style, source, formatter.plain)
        book.register(Citation([CitationItem(one["id"]) for one in made]))
        return [str(entry) for entry in book.bibliography()]


def test_all_sources_are_in_it(atlas: Atlas) -> None:
    """Articles with their references; schedules; reports in the later view alone."""
    sources = atlas.tour.sources
    early, late = items(atlas), items(atlas, View.LATER)
    references = {
        f"{name}-reference-{one.index + 1}": one
        for name, article in atlas.articles.items()
        for one in article.references
    }
    reports = {name for name, one in sources.items() if one.kind == "report"}
    assert set(early) == {*sources, *references} - reports
    assert set(late) == {*sources, *references}
    for name, one in references.items():
        assert early[name]["title"] == one.text
        assert early[name].get("citation-number", "") == one.label
    for name, source in sources.items():
        if isinstance(source, WebSource):
            assert late[name].get("URL") == source.url
            assert late[name]["type"] == ("webpage" if source.url else "document")
            assert late[name]["publisher"] == source.publisher
            assert late[name].get("title") == source.title
            if source.published and source.published.day:
                day = source.published.day
                assert late[name]["issued"] == {"date-parts": [[day.year, day.month, day.day]]}


def test_reports_say_what_they_are_of(atlas: Atlas) -> None:
    """Each names the events whose outcome it tells."""
    late = items(atlas, View.LATER)
    for _, event in atlas.tour.events():
        for name in event.outcome.from_ if event.outcome else ():
            if atlas.tour.sources[name].kind == "report":
                assert event.title in late[name]["note"]


def test_a_program_cites_from_it(atlas: Atlas) -> None:
    """An entry each, with title and publisher."""
    entries = bibliography(atlas, View.LATER)
    late = items(atlas, View.LATER)
    assert len(entries) == len(late)
    for one in late.values():
        if one["type"] == "webpage" and "title" in one:
            words = one["title"].split()[0].strip("‘’“”'\"")
            assert any(words in entry for entry in entries)


@pytest.mark.parametrize(
    ("when", "issued"),
    [
        ("2031", {"date-parts": [[2031]]}),
        ("2031-04", {"date-parts": [[2031, 4]]}),
        ("2031-04-2X", {"date-parts": [[2031, 4]]}),
        ("2031-04-02~", {"date-parts": [[2031, 4, 2]], "circa": True}),
        ("2031-04-02/2031-05", {"date-parts": [[2031, 4, 2], [2031, 5]]}),
        ("2031-04-02/..", {"date-parts": [[2031, 4, 2]]}),
    ],
)
def test_dates(when: str, issued: dict[str, Any]) -> None:
    """As exact as they are known, and no more."""
    assert _issued(parse_when(when)) == issued


@pytest.mark.parametrize("make_tour", [poisoned, nasty])
def test_hostile_text_stays_text(make_tour: Any, tmp_path: Path) -> None:
    """Titles and publishers come back as they were."""
    atlas = make_tour(tmp_path)
    found = items(atlas, View.LATER)
    for name, source in atlas.tour.sources.items():
        if source.title:
            assert found[name]["title"] == source.title
    assert len(bibliography(atlas, View.LATER)) == len(found)
