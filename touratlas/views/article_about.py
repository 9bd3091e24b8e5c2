"""“About this article”: who is behind it, what its evidence is, and what its marks suggest, as far as that can be told
from the text and the tour file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from touratlas.audit import entries
from touratlas.audit.case import Case
from touratlas.interface import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.article import Article
    from touratlas.audit.run import ArticleFinding
    from touratlas.model import ArticleSource

_BYLINE = re.compile(r"^[*_]*by\s+\S", re.IGNORECASE)
_FIRST_BLOCKS = 4
_EXCHANGED = re.compile(r"“[^\s–”]+” → “[^\s–”]+”")
_LEAST_EXCHANGED = 2
# What stands at its head, by whether its author is named there, and its date.
_NAMED = {
    (True, True): "article_named",
    (False, True): "article_nameless",
    (True, False): "article_dateless",
    (False, False): "article_nameless_dateless",
}


def about(article: Article, source: ArticleSource, findings: Sequence[ArticleFinding]) -> tuple[str, ...]:
    """Sentences about an article, for its head; what is inferred is said to be."""
    return tuple(_sentences(article, source, findings))


def _sentences(article: Article, source: ArticleSource, findings: Sequence[ArticleFinding]) -> Iterator[str]:
    yield _origin(article, source)
    yield from _evidence(article)
    exchanged = sum(len(_EXCHANGED.findall(one.message)) for one in findings if one.code == "A403")
    if exchanged >= _LEAST_EXCHANGED:
        yield word("article_machine")


def _origin(article: Article, source: ArticleSource) -> str:
    heads = [block.content.of(article.text) for block in article.blocks[:_FIRST_BLOCKS]]
    author = any(_BYLINE.match(text) for text in heads)
    year = Case(article, source.language or "en").byline_year
    published = (
        word("article_published", publisher=source.publisher)
        if source.publisher
        else word("article_unpublished")
    )
    return f"{published} {word(_NAMED[bool(author), bool(year)])}"


def _evidence(article: Article) -> Iterator[str]:
    references = article.references
    if not references:
        yield word("article_no_list")
        return
    traceable = sum(entries.is_traceable(reference) for reference in references)
    hosts = sorted({host for reference in references for host in map(_host, reference.locators) if host})
    named = " " + word("article_hosts", hosts=", ".join(hosts)) if 0 < len(hosts) <= 3 else ""
    listed = word("article_list_1") if len(references) == 1 else word("article_list", count=len(references))
    yield f"{listed} {_how_many(traceable, len(references))}{named}"
    if any(reference.inferred for reference in references):
        yield word("article_inferred")


def _how_many(some: int, every: int) -> str:
    if some in (0, every):
        return word("article_traceable_all" if some else "article_traceable_none")
    return word("article_traceable_1") if some == 1 else word("article_traceable", count=some)


def _host(locator: str) -> str:
    host = urlsplit(locator if "//" in locator else f"//{locator}").hostname or ""
    return host.removeprefix("www.") if "." in host else ""
