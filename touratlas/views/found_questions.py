"""What the audit asks of an article, as questions for a class: the surest first, each with the passages in question.

Presentation, worksheet and slides all take them from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from touratlas.article import passage_of
from touratlas.audit.rules import RULES
from touratlas.evidence import Held
from touratlas.finding import Severity
from touratlas.views.passages import CitationView, passage_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from touratlas.article import Article, Span
    from touratlas.audit.run import ArticleFinding
    from touratlas.check import Atlas
    from touratlas.views.passages import PassageView

_ORDER: Final = (Severity.ERROR, Severity.WARNING)  # notes are worth a look, and not a lesson's time
_RULES: Final = {rule.code: rule for rule in RULES}


def surest(atlas: Atlas, findings: Iterable[ArticleFinding]) -> list[ArticleFinding]:
    """The findings that a class is asked about: none that is worth a look only, none that the curator accepted, none
    about a sentence that the tour file itself asks about; the surest first, then in the order of the text.
    """
    asked = asked_sentences(atlas)
    fit = (one for one in findings if not one.accepted and one.severity in _ORDER)
    kept = (one for one in fit if one.source in atlas.articles and asked.isdisjoint(touched(atlas, one)))
    return sorted(kept, key=lambda one: (_ORDER.index(one.severity), one))


def asked_sentences(atlas: Atlas) -> frozenset[tuple[str, int]]:
    """The sentences, by article and number, that questions of the tour file are about."""
    return frozenset(place for held in _asked(atlas) for place in sentences(held))


def sentences(held: Held) -> Iterator[tuple[str, int]]:
    """The sentences of a passage, by article and number."""
    yield from ((held.source, number) for number in held.passage.sentences)


def touched(atlas: Atlas, one: ArticleFinding) -> tuple[tuple[str, int], ...]:
    """The sentences that a finding touches, by article and number."""
    found = atlas.articles[one.source].sentences_in(one.span)
    return tuple((one.source, sentence.index) for sentence in found)


def question_of(one: ArticleFinding) -> str:
    """What the rule asks a class, in the rule's own words."""
    return _RULES[one.code].page.ask


def shown_passages(atlas: Atlas, one: ArticleFinding) -> tuple[PassageView, ...]:
    """The passage that a finding is about, and the other passages that it can be compared with; entries of the
    reference list only where the finding itself is about one.
    """
    article = atlas.articles[one.source]
    first = _passage(atlas, one.source, one.span)
    others = [_passage(atlas, one.source, place.span) for place in one.related]
    if article.reference_at(one.span.start) is None:
        others = [view for view in others if view.entry is None]
    return tuple(dict.fromkeys((first, *others)))


def cited_entries(atlas: Atlas, one: ArticleFinding) -> tuple[CitationView, ...]:
    """The entries of the reference list that a finding holds against a passage."""
    article = atlas.articles[one.source]
    if article.reference_at(one.span.start) is not None:
        return ()
    views = (_entry(article, place.span) for place in one.related)
    return tuple(dict.fromkeys(view for view in views if view is not None))


def _asked(atlas: Atlas) -> Iterator[Held]:
    for path, held in atlas.evidence.grounds.items():
        if "questions" in path:
            yield from held


def _passage(atlas: Atlas, source: str, words: Span) -> PassageView:
    """The sentences, or the entry, that some words stand in, with the words marked."""
    return passage_view(atlas, Held((), source, passage_of(atlas.articles[source], words), ()))


def _entry(article: Article, words: Span) -> CitationView | None:
    reference = article.reference_at(words.start)
    return CitationView(reference.label, reference.text, inferred=reference.inferred) if reference else None
