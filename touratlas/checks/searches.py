"""What in an article a quote may mean that isn't found there, or is found more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from touratlas.article import Article, Nearest, Quote, Span
    from touratlas.evidence import Loose


class Searches:
    """Searches for the passage nearest to a quote: each once, and a bounded number of them in one run, for
    fuzzy search is the one costly thing here.
    """

    MOST = 50

    def __init__(self) -> None:
        self._found: dict[tuple[str | None, Quote], Nearest | None] = {}

    def nearest(self, article: Article, loose: Loose) -> tuple[Nearest | None, bool]:
        """The nearest passage, and whether it was searched for."""
        from touratlas.article import Quote, nearest_passage, nearest_place

        quote = Quote(loose.quote.exact, loose.quote.prefix, loose.quote.suffix)
        key = (loose.source, quote)
        if key not in self._found and len(self._found) < self.MOST:
            place = nearest_place(article, quote) if quote.prefix or quote.suffix else None
            self._found[key] = place or nearest_passage(article, quote.exact)
        return self._found.get(key), key in self._found

    def meant(self, article: Article, loose: Loose) -> tuple[Span, ...]:
        """The places that the quote may mean."""
        if loose.places:
            return loose.places
        nearest, _ = self.nearest(article, loose)
        return (nearest.span,) if nearest is not None else ()
