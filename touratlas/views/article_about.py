"""“About this article”: who is behind it, what its evidence is, and what its marks suggest, as far as that can be told
from the text and the tour file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from touratlas.audit import entries
from touratlas.audit.case import Case
from touratlas.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.article import Article
    from touratlas.audit.run import ArticleFinding
    from touratlas.model import ArticleSource

_BYLINE = re.compile(r"^[*_]*by\s+\S", re.IGNORECASE)
_FIRST_BLOCKS = 4
_EXCHANGED = re.compile(r"“[^\s–”]+” → “[^\s–”]+”")
_LEAST_EXCHANGED = 2


def about(article: Article, source: ArticleSource, findings: Sequence[ArticleFinding]) -> tuple[str, ...]:
    """Sentences about an article, for its head; what is inferred is said to be."""
    return tuple(_sentences(article, source, findings))


def _sentences(article: Article, source: ArticleSource, findings: Sequence[ArticleFinding]) -> Iterator[str]:
    yield _origin(article, source)
    yield from _evidence(article)
    exchanged = sum(len(_EXCHANGED.findall(one.message)) for one in findings if one.code == "A403")
    if exchanged >= _LEAST_EXCHANGED:
        yield (
            "It repeats whole passages in which single words are exchanged for others of like meaning. That suggests "
            "that a machine wrote or rewrote it: an inference, not a fact."
        )


def _origin(article: Article, source: ArticleSource) -> str:
    heads = [block.content.of(article.text) for block in article.blocks[:_FIRST_BLOCKS]]
    author = any(_BYLINE.match(text) for text in heads)
    year = Case(article, source.language or "en").byline_year
    missing = [*([] if author else ["no author"]), *([] if year else ["no date of its own"])]
    published = (
        f"Published by {source.publisher}. " if source.publisher else "Who published it isn’t known here. "
    )
    if not missing:
        return f"{published}It names its author and its date."
    return f"{published}At its head stands {' and '.join(missing)}."


def _evidence(article: Article) -> Iterator[str]:
    references = article.references
    if not references:
        yield "It has no list of references."
        return
    traceable = sum(entries.is_traceable(reference) for reference in references)
    hosts = sorted({host for reference in references for host in map(_host, reference.locators) if host})
    named = f" The only addresses are those of {', '.join(hosts[:3])}." if 0 < len(hosts) <= 3 else ""
    listed = count(len(references), "entry", "entries")
    told = _how_many(traceable, len(references))
    yield f"Its list of references has {listed}; {told} where the source can be found.{named}"
    if any(reference.inferred for reference in references):
        yield "The list bears no numbers; which entry a number in the text means is inferred from its place."


def _how_many(some: int, every: int) -> str:
    if some == every:
        return "each says"
    return "none says" if not some else f"{some} {'says' if some == 1 else 'say'}"


def _host(locator: str) -> str:
    host = urlsplit(locator if "//" in locator else f"//{locator}").hostname or ""
    return host.removeprefix("www.") if "." in host else ""
