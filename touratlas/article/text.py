"""An article as data: its text with blocks, sections, sentences, citation markers and references, found by
offset.

How the blocks are told apart is documented in :mod:`touratlas.article.blocks`, sentences in
:mod:`touratlas.article.sentences`, markers in :mod:`touratlas.article.markers`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from touratlas.article.blocks import CITING, HEADINGS, Block, BlockKind, Correction, plain_blocks, settle
from touratlas.article.markers import MarkerRun, find_marker_runs, label_key
from touratlas.article.normal import Normalised, word_keys
from touratlas.article.references import MappingProblem, Reference, assign_markers, read_references
from touratlas.article.sentences import Sentence, read_sentences
from touratlas.article.spans import Lines, Span, Utf16, normalise_newlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a heading, up to the next heading of any level; the first may have none.

    `path` are the headings above and with it, the outermost first; the title is not among them.
    """

    heading: Block | None
    span: Span
    path: tuple[Block, ...]


@dataclass(frozen=True)
class Article:
    """A read article; build one with :func:`read_article`.

    All offsets are code points of `text`, whose newlines are LF. `blocks`, `sections`, `sentences`, `runs`
    and `references` stand in the text's order and don't overlap; the sections cover the whole text.
    `hidden` is the Markdown markup that no reader sees, `corrections` what a curator said about blocks,
    `mapping_problems` what is wrong with the labels of the references (empty until :func:`with_markers`).
    """

    text: str
    markdown: bool
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    runs: tuple[MarkerRun, ...]
    references: tuple[Reference, ...]
    corrections: tuple[Correction, ...] = ()
    hidden: tuple[Span, ...] = ()
    mapping_problems: tuple[MappingProblem, ...] = ()

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1, in code points; ValueError outside the text."""
        return self.lines.position(offset)

    def utf16(self, span: Span) -> Span:
        """A span in UTF-16 units, as JavaScript counts."""
        return self._utf16.span(span)

    def block_at(self, offset: int) -> Block | None:
        """The block that the code point at `offset` belongs to, None for white space between blocks."""
        place = bisect_right(self._block_starts, offset) - 1
        return self.blocks[place] if place >= 0 and offset < self.blocks[place].span.end else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that the code point at `offset` belongs to, None between sentences."""
        place = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[place] if place >= 0 and offset < self.sentences[place].span.end else None

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share at least one code point with `span`, in order."""
        return self.sentences[_overlapping(self._sentence_starts, self._sentence_ends, span)]

    def runs_in(self, span: Span) -> tuple[MarkerRun, ...]:
        """The marker runs that share at least one code point with `span`, in order."""
        return self.runs[_overlapping(self._run_starts, self._run_ends, span)]

    def section_of(self, span: Span) -> Section:
        """The section in which `span` begins."""
        return self.sections[max(0, bisect_right(self._section_starts, span.start) - 1)]

    def headings_of(self, span: Span) -> tuple[str, ...]:
        """The words of the headings above the start of `span`, the outermost first."""
        return tuple(self.plain(heading.content) for heading in self.section_of(span).path)

    def plain(self, span: Span) -> str:
        """The text of `span` as a quote of it is written: no markers, no Markdown delimiters, single
        blanks.
        """
        return self.normalised.plain(span)

    def reference(self, label: str) -> Reference | None:
        """The reference that a marker's label cites, if the mapping has one."""
        return self._by_label.get(label)

    def reference_at(self, offset: int) -> Reference | None:
        """The reference whose entry holds `offset`, if any."""
        block = self.block_at(offset)
        return self._by_start.get(block.content.start) if block else None

    @cached_property
    def title(self) -> str:
        """The words of the title, "" if there is none."""
        title = next((block for block in self.blocks if block.kind is BlockKind.TITLE), None)
        return self.plain(title.content) if title else ""

    @cached_property
    def numbers_in_use(self) -> tuple[str, ...]:
        """The labels of all markers in the text, without repetition: numbers by value, then names."""
        return tuple(sorted({label for run in self.runs for label in run.numbers}, key=label_key))

    @cached_property
    def idle_corrections(self) -> tuple[Correction, ...]:
        """The corrections that changed nothing: no block on that line, or its form says the same."""
        changed = [block.span for block in self.blocks if block.corrected]
        rows = {
            line
            for span in changed
            for line in range(self.lines.index(span.start), self.lines.index(span.end - 1) + 1)
        }
        return tuple(correction for correction in self.corrections if correction.line - 1 not in rows)

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    @cached_property
    def normalised(self) -> Normalised:
        """The text in which quotes are found."""
        return Normalised(self.text, [run.span for run in self.runs], self.hidden)

    @cached_property
    def sentences_by_word(self) -> Mapping[str, Sequence[int]]:
        """From each word, in the form of :func:`normal.word_keys`, to the indices of the sentences that hold it."""
        by_word: dict[str, list[int]] = {}
        for sentence in self.sentences:
            for key in set(word_keys(sentence.span.of(self.text))):
                by_word.setdefault(key, []).append(sentence.index)
        return by_word

    @cached_property
    def _utf16(self) -> Utf16:
        return Utf16(self.text)

    @cached_property
    def _by_label(self) -> dict[str, Reference]:
        return {reference.label: reference for reference in self.references if reference.label}

    @cached_property
    def _by_start(self) -> dict[int, Reference]:
        return {reference.span.start: reference for reference in self.references}

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.span.start for section in self.sections]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [sentence.span.end for sentence in self.sentences]

    @cached_property
    def _run_starts(self) -> list[int]:
        return [run.span.start for run in self.runs]

    @cached_property
    def _run_ends(self) -> list[int]:
        return [run.span.end for run in self.runs]


def read_article(
    text: str, *, markdown: bool = False, language: str = "en", corrections: Sequence[Correction] = ()
) -> Article:
    """Read an article from its text; any text can be read.

    `language` is a BCP 47 tag and chooses how sentences are told apart. `corrections` are the curator's
    word that the block on a line is of another kind; those that change nothing are in
    :attr:`Article.idle_corrections`.
    """
    text = normalise_newlines(text)
    lines = Lines(text)
    hidden: tuple[Span, ...] = ()
    barred: tuple[Span, ...] = ()
    if markdown:
        from touratlas.article.markdown import read_markdown

        parts = read_markdown(text, lines)
        blocks, hidden, barred = parts.blocks, parts.hidden, parts.barred
    else:
        blocks = tuple(plain_blocks(text, lines))
    blocks = settle(text, lines, blocks, corrections, markdown=markdown)
    runs = tuple(_runs(text, blocks, barred, markdown=markdown))
    run_spans = [run.span for run in runs]
    words = Normalised(text, run_spans, hidden)
    article = Article(
        text,
        markdown,
        blocks,
        sections=tuple(_sections(len(text), blocks)),
        sentences=tuple(read_sentences(text, blocks, words, run_spans, language)),
        runs=runs,
        references=tuple(read_references(text, blocks, words)),
        corrections=tuple(corrections),
        hidden=hidden,
    )
    article.__dict__.update(lines=lines, normalised=words)  # what the cached properties would build again
    return article


def with_markers(article: Article, markers: Sequence[str] | None = None) -> Article:
    """The article with labels on its references, and the problems found (see :func:`assign_markers`)."""
    references, problems = assign_markers(article.references, markers, article.numbers_in_use)
    labelled = replace(article, references=references, mapping_problems=problems)
    labelled.__dict__.update(lines=article.lines, normalised=article.normalised)
    return labelled


def _runs(
    text: str, blocks: Iterable[Block], barred: Sequence[Span], *, markdown: bool
) -> Iterator[MarkerRun]:
    for block in blocks:
        if block.kind in CITING:
            first = bisect_left(barred, Span(block.content.start, block.content.start))
            last = bisect_left(barred, Span(block.content.end, block.content.end))
            yield from find_marker_runs(text, block.content, markdown=markdown, barred=barred[first:last])


def _sections(length: int, blocks: Iterable[Block]) -> Iterator[Section]:
    start, path = 0, list[Block]()
    heading: Block | None = None
    for block in blocks:
        if block.kind not in HEADINGS or block.kind is BlockKind.TITLE:
            continue
        if block.span.start > start or heading:
            yield Section(heading, Span(start, block.span.start), tuple(path))
        start, heading = block.span.start, block
        path = [above for above in path if above.level < block.level] + [block]
    yield Section(heading, Span(start, length), tuple(path))


def _overlapping(starts: Sequence[int], ends: Sequence[int], span: Span) -> slice:
    return slice(bisect_right(ends, span.start), bisect_left(starts, max(span.end, span.start + 1)))
