"""A claim's evidence as it is shown: the sentence with the quote marked, its section, its citations, the
line of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from touratlas.article import Article
    from touratlas.check import Atlas
    from touratlas.evidence import Citation, Held
    from touratlas.views.links import Links


@dataclass(frozen=True, slots=True)
class CitationView:
    """A citation and the reference it leads to; `inferred` where the list bears no numbers of its own."""

    label: str
    reference: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage to show: `before`, `quote` and `after` together are the verbatim text; `entry` is set where
    the passage is itself an entry of the reference list; places count from 1. `href` opens the whole article there,
    where the page that shows the passage leads to one.
    """

    before: str
    quote: str
    after: str
    section: tuple[str, ...]
    direct: tuple[CitationView, ...]
    nearby: tuple[CitationView, ...]
    entry: CitationView | None
    file: str
    line: int
    column: int
    language: str
    href: str = ""

    @property
    def whole(self) -> str:
        """The verbatim text."""
        return self.before + self.quote + self.after


def passage_id(held: Held) -> str:
    """By what an address names a passage in its article: where it stands in the text, `120-348`."""
    return f"{held.passage.quote.start}-{held.passage.quote.end}"


def passage_view(atlas: Atlas, held: Held, links: Links | None = None) -> PassageView:
    """What to show of a resolved quote, with the way to its article by `links`."""
    article = atlas.articles[held.source]
    source = atlas.tour.articles()[held.source]
    whole, quote = held.passage.span, held.passage.quote
    line, column = article.position(quote.start)
    entry = _entry(article, held)
    return PassageView(
        before=article.text[whole.start : quote.start],
        quote=article.text[quote.start : quote.end],
        after=article.text[quote.end : whole.end],
        section=_section(article, held),
        direct=() if entry else tuple(_citation(citation) for citation in held.direct),
        nearby=tuple(_citation(citation) for citation in held.nearby),
        entry=entry,
        file=PurePosixPath(source.file).name,
        line=line,
        column=column,
        language=source.language or atlas.tour.tour.language,
        href=links.passage(held.source, passage_id(held)) if links else "",
    )


def _section(article: Article, held: Held) -> tuple[str, ...]:
    return tuple(heading for heading in held.passage.headings if heading.strip())


def _entry(article: Article, held: Held) -> CitationView | None:
    """The entry of the reference list that the passage is, if it is one."""
    for reference in article.references:
        if reference.span.start <= held.passage.quote.start < reference.span.end:
            return CitationView(reference.label, reference.text, inferred=reference.inferred)
    return None


def _citation(citation: Citation) -> CitationView:
    reference = citation.reference
    if reference is None:
        return CitationView(citation.label, "", inferred=False)
    return CitationView(citation.label, reference.text, inferred=reference.inferred)
