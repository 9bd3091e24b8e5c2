"""What a reference entry is: the name of a document that somebody could look up, or a bare statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from touratlas.audit import days

if TYPE_CHECKING:
    from touratlas.article import Reference

_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d{2}(?!\d)")
_PAGES = re.compile(
    r"\b(?:pp?|vols?|nos?|ch|chap|sec|fol|eds?)\.\s?[\divxlc]+|\b(?:ISBN|ISSN|arXiv|PMID|ibid|op\. cit|n\.d\.)|§\s?\d+|"
    r"\d+\s?\(\d+\)|\d+\s?:\s?\d+[–-]\d+|"
    r"\b(?:pages?|book|volume|chapter|section|folio|plate|no|issue)\s\d+",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[“\"«][^”\"»]{3,300}[”\"»]|\*[^*]{3,300}\*|_[^_]{3,300}_")
_SITE = re.compile(
    r"\b(?:[a-z0-9-]{1,63}\.){1,8}(?:com|org|net|gov|edu|int|info|news|co\.uk|[a-z]{2})\b(?!\.\w)",
    re.IGNORECASE,
)


def is_traceable(reference: Reference) -> bool:
    """Whether an entry says where its document is to be found: an address, pages or a volume, or a date
    beside a publisher or a title.
    """
    text = reference.text
    if reference.locators or _PAGES.search(text) or _SITE.search(text):
        return True
    undated = text
    dated = False
    for mention in days.read(text):
        undated = undated.replace(mention.written, " ")
        dated = True
    dated = dated or _YEAR.search(undated) is not None
    undated = _YEAR.sub(" ", undated)
    return dated and (_TITLE.search(undated) is not None or _has_parts(undated))


def _has_parts(text: str) -> bool:
    """Whether a text is built of parts like `Publisher, title, place`, each with a letter."""
    parts = [part for part in re.split(r"[,;]|\.\s", text) if any(map(str.isalpha, part))]
    return len(parts) > 1 or text.rstrip(" .:").endswith(",")


_SENTENCE = 5  # words
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|said|says|stated|states|plans?|commented|suggested|arrived|met|meets)\b"
)


def is_statement(reference: Reference) -> bool:
    """Whether an entry is a sentence rather than the name of a document: no title in quotation marks or italics, no
    pages, and a verb, or words enough without anything to look it up by.
    """
    text = reference.text
    if _TITLE.search(text) or _PAGES.search(text):
        return False
    wordy = len(text.split()) >= _SENTENCE and not is_traceable(reference)
    return wordy or _VERB.search(text) is not None
