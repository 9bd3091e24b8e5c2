"""What the audit asks a class: what it is sure of, and not what the tour file asks already."""

from __future__ import annotations

from touratlas.audit.report import audit_loaded
from touratlas.audit.run import ArticleFinding
from touratlas.check import Atlas
from touratlas.finding import Severity
from touratlas.views.found_questions import (
    asked_sentences,
    cited_entries,
    question_of,
    shown_passages,
    surest,
    touched,
)


def findings(atlas: Atlas) -> list[ArticleFinding]:
    """What the audit finds in a tour's articles."""
    return list(audit_loaded(atlas.loaded).of_articles)


def test_the_surest_first(atlas: Atlas) -> None:
    """Errors, warnings, and nothing that is worth a look only; none about a sentence that is asked about."""
    found = surest(atlas, findings(atlas))
    order = [list(Severity).index(one.severity) for one in found]
    assert order == sorted(order)
    assert {one.severity for one in found} <= {Severity.ERROR, Severity.WARNING}
    asked = asked_sentences(atlas)
    assert asked
    assert all(asked.isdisjoint(touched(atlas, one)) for one in found)


def test_passages_and_entries(atlas: Atlas) -> None:
    """The words of the finding are marked in their sentence; entries that are held against it stand apart."""
    for one in findings(atlas):
        article = atlas.articles[one.source]
        first, *others = shown_passages(atlas, one)
        assert first.quote == article.text[one.span.start : one.span.end]
        assert first.line == one.line
        if first.entry is None:
            assert all(other.entry is None for other in others)
        else:
            assert cited_entries(atlas, one) == ()
        assert question_of(one).endswith(("?", "."))


def test_an_entry_held_against_a_sentence(real: Atlas) -> None:
    """It can be read beside the sentence."""
    unsupported = [one for one in findings(real) if one.code == "A201" and one.severity is Severity.WARNING]
    (entry,) = cited_entries(real, unsupported[0])
    assert entry.label == "5"
    assert entry.reference.startswith("Trade is the main topic")
