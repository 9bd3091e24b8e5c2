"""Finding the exact passage that a quote names.

A quote is a W3C TextQuoteSelector: `exact`, and where that stands more than once `prefix` or `suffix`. It
is written without citation markers. Matching passes over marker runs, hidden Markdown markup and the kind
and amount of white space (:mod:`touratlas.article.normal`), and over nothing else: capitals, quotation
marks, dashes and Unicode forms must agree. An occurrence may not begin or end inside a word of a cased
script, a number or a combined character; words of other scripts (Chinese, Arabic, …) may be cut anywhere. A
passage covers the markers inside it but not those behind it.

Source: Web Annotation Data Model, W3C Recommendation 23 February 2017, section 4.2.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.article.normal import KEY_LENGTH, is_word_char, squeeze
from touratlas.errors import QuoteAmbiguous, QuoteNotFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.article.normal import Normalised
    from touratlas.article.spans import Span
    from touratlas.article.text import Article

_SHOWN_PLACES = 5
_SHOWN_CHARS = 80


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """The exact words of a source, and what stands directly before and behind them where that is needed."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def find_quote(article: Article, quote: Quote) -> tuple[Span, ...]:
    """All places of `article` where `quote` stands, in order; none for a quote without a letter or digit."""
    exact = squeeze(quote.exact)
    if not any(map(str.isalnum, exact)):
        return ()
    words = article.normalised
    prefix, suffix = squeeze(quote.prefix), squeeze(quote.suffix)
    return tuple(
        words.span(start, start + len(exact))
        for start in _places(words, exact)
        if _stands_before(words, start, prefix) and _stands_behind(words, start + len(exact), suffix)
    )


def resolve_quote(article: Article, quote: Quote) -> Span:
    """The one place of `article` where `quote` stands.

    Raises QuoteNotFound if there is none (:func:`touratlas.article.nearest.nearest_passage` shows what
    comes close) and QuoteAmbiguous, with the places, if there are several.
    """
    spans = find_quote(article, quote)
    if len(spans) == 1:
        return spans[0]
    shown = _shorten(squeeze(quote.exact))
    if not spans:
        raise QuoteNotFound(_why_not_found(article, quote, shown))
    places = ", ".join("{}:{}".format(*article.position(span.start)) for span in spans[:_SHOWN_PLACES])
    more = ", …" if len(spans) > _SHOWN_PLACES else ""
    raise QuoteAmbiguous(
        f"“{shown}” stands in the article {len(spans)} times ({places}{more}): "
        "add a prefix or suffix that tells which is meant"
    )


def _why_not_found(article: Article, quote: Quote, shown: str) -> str:
    if not any(map(str.isalnum, quote.exact)):
        return f"“{shown}” is no quote: it has no letter or digit"
    if (quote.prefix or quote.suffix) and (elsewhere := find_quote(article, Quote(quote.exact))):
        places = ", ".join(
            "{}:{}".format(*article.position(span.start)) for span in elsewhere[:_SHOWN_PLACES]
        )
        return f"“{shown}” stands in the article ({places}), but not with this prefix and suffix"
    return f"the article does not contain “{shown}”"


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARS else text[: _SHOWN_CHARS - 1].rstrip() + "…"


def _places(words: Normalised, exact: str) -> Iterator[int]:
    """Where `exact` stands in the normalised text, through the index where that can tell."""
    indexed = len(exact) >= KEY_LENGTH and is_word_char(exact[0])
    for start in _indexed(words, exact) if indexed else scan(words.text, exact):
        if not words.cuts_word(start) and not words.cuts_word(start + len(exact)):
            yield start


def _indexed(words: Normalised, exact: str) -> Iterator[int]:
    for start in words.index.get(exact[:KEY_LENGTH], ()):
        if words.text.startswith(exact, start):
            yield start


def scan(text: str, exact: str) -> Iterator[int]:
    """Every place where `exact` stands in `text`, overlapping ones too."""
    at = text.find(exact)
    while at >= 0:
        yield at
        at = text.find(exact, at + 1)


def _stands_before(words: Normalised, start: int, prefix: str) -> bool:
    if not prefix:
        return True
    end = start - 1 if start and words.text[start - 1] == " " else start
    begin = end - len(prefix)
    return begin >= 0 and words.text.startswith(prefix, begin) and not words.cuts_word(begin)


def _stands_behind(words: Normalised, end: int, suffix: str) -> bool:
    if not suffix:
        return True
    begin = end + 1 if words.text.startswith(" ", end) else end
    return words.text.startswith(suffix, begin) and not words.cuts_word(begin + len(suffix))
