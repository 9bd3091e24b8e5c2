"""Passages as they are shown: verbatim in three parts, with section, citations and place."""

from __future__ import annotations

import pytest

from tests.conftest import INVENTED, REAL
from touratlas.check import Atlas
from touratlas.evidence import Held
from touratlas.views.passages import CitationView, PassageView, passage_view


def text_of(atlas: Atlas) -> str:
    """The article's text, read from its file."""
    file = REAL if atlas.tour.tour.id == "us-asia-2025" else INVENTED
    return (file.parent / atlas.tour.articles()["article"].file).read_text(encoding="utf-8")


def held(atlas: Atlas, claim: str, number: int = 0) -> Held:
    """A quote of a claim."""
    return next(one for one in atlas.evidence.claims if one.id == claim).quotes[number]


def shown(atlas: Atlas, claim: str, number: int = 0) -> PassageView:
    """A quote of a claim as it is shown."""
    return passage_view(atlas, held(atlas, claim, number))


def test_parts_are_the_verbatim_text(atlas: Atlas) -> None:
    """Before, quote and behind are one stretch of the file, and line and column are where the quote begins."""
    text = text_of(atlas)
    lines = text.split("\n")
    for claim in atlas.evidence.claims:
        for quote in claim.quotes:
            view = passage_view(atlas, quote)
            assert view.before + view.quote + view.after in text
            assert view.quote == quote.passage.quote.of(text) != ""
            first = view.quote.split("\n", maxsplit=1)[0]
            assert lines[view.line - 1][view.column - 1 :].startswith(first)


def test_direct_and_nearby(real: Atlas) -> None:
    """Citations keep apart what supports the quote and what only stands near it, each with its entry's words."""
    view = shown(real, "arrival/1")
    assert view.direct == (
        CitationView("8", "Date of arrival in Kuala Lumpur: Sunday (October 25, 2025).", inferred=True),
    )
    assert [one.label for one in view.nearby] == ["19"]
    assert view.entry is None


def test_an_entry_of_the_list(real: Atlas, invented: Atlas) -> None:
    """A passage of the reference list is shown as that entry, and not as cited by itself."""
    view = shown(real, "arrival/2", 1)
    assert view.entry == CitationView(
        "8", "Date of arrival in Kuala Lumpur: Sunday (October 25, 2025).", inferred=True
    )
    assert (view.direct, view.nearby) == ((), ())
    note = shown(invented, "suva-talks/3")
    assert note.entry is not None
    assert (note.entry.label, note.entry.inferred) == ("3", False)


def test_section_file_and_language(real: Atlas, invented: Atlas) -> None:
    """A passage is placed: the headings above it, the file's bare name, and the language that it is in."""
    view = shown(real, "arrival/1")
    assert view.section == ("Balancing Cooperation and Tension in Diplomatic Relations",)
    assert (view.file, view.language) == ("000_7fb300919e382399.txt", "en")
    assert shown(invented, "apia-arrival/1").section == ("Across the date line",)


def test_a_source_may_have_its_own_language(invented: Atlas) -> None:
    """The article's language is its own where the file says so, else the tour's."""
    quote = held(invented, "sapporo-declaration/1")
    tour = invented.tour
    for given, expected in (("ja", "ja"), (None, "en")):
        source = tour.articles()["article"].model_copy(update={"language": given})
        changed = tour.model_copy(update={"sources": {**tour.sources, "article": source}})
        view = passage_view(Atlas(changed, invented.articles, invented.evidence, invented.loaded), quote)
        assert view.language == expected


@pytest.mark.parametrize("claim", ["takaichi-meeting/1", "background/9"])
def test_without_any_citation(real: Atlas, claim: str) -> None:
    """A sentence without markers shows no citation at all."""
    view = shown(real, claim)
    assert (view.direct, view.nearby, view.entry) == ((), (), None)
