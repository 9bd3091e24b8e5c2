"""Articles as data: blocks, sentences, citation markers, references, and the passages that quotes name.

Importing this package loads no heavy library; nupunkt, markdown-it-py, rapidfuzz and fuzzysearch are
imported by the functions that need them.
"""

from __future__ import annotations

from touratlas.article.blocks import Block, BlockKind, Correction
from touratlas.article.citations import Citations, citations_of
from touratlas.article.markers import Marker, MarkerRun, label_key
from touratlas.article.nearest import Nearest, nearest_passage, nearest_place
from touratlas.article.passages import Passage, passage_of
from touratlas.article.quotes import Quote, find_quote, resolve_quote
from touratlas.article.references import MappingKind, MappingProblem, Reference, assign_markers
from touratlas.article.sentences import Sentence, SentenceKind
from touratlas.article.spans import Span, Utf16
from touratlas.article.text import Article, Section, read_article, with_markers

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Citations",
    "Correction",
    "MappingKind",
    "MappingProblem",
    "Marker",
    "MarkerRun",
    "Nearest",
    "Passage",
    "Quote",
    "Reference",
    "Section",
    "Sentence",
    "SentenceKind",
    "Span",
    "Utf16",
    "assign_markers",
    "citations_of",
    "find_quote",
    "label_key",
    "nearest_passage",
    "nearest_place",
    "passage_of",
    "read_article",
    "resolve_quote",
    "with_markers",
]
