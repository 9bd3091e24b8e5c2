"""The reference list of an article, and how the citation markers of its text map onto it.

A list that prints numbers maps itself. An unnumbered list is mapped by the tour file's `markers` (the n-th
entry bears the n-th of them) or, without those, by order: the n-th entry bears the n-th number in use,
provided that there are as many numbers as entries. Both are inferences and marked so. Where the counts
differ nothing is assigned: a reference shown with the wrong number would be worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from touratlas.article.blocks import Block, BlockKind, entry_number
from touratlas.article.markers import label_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from touratlas.article.normal import Normalised
    from touratlas.article.spans import Span

_LOCATOR = re.compile(
    r"https?://[^\s<>\"“”\]]+|\bdoi:\s?10\.\d{4,9}/[^\s<>\"“”\]]+|"
    r"(?<=\[)(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,8}[a-z]{2,24}(?=\])",
    re.IGNORECASE,
)
_TAIL = ".,;:!?'’”»*_"


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the reference list.

    `index` is its place in the list from 0, `number` what the list prints before it ("1", a footnote's
    name) or None, `label` the marker that cites it ("" if none is known), `inferred` whether that is an
    inference, `text` its words, `span` their place in the article, `locators` the URLs, DOIs and bracketed
    site names in them, as printed.
    """

    index: int
    number: str | None
    label: str
    text: str
    span: Span
    inferred: bool
    locators: tuple[str, ...]


class MappingKind(StrEnum):
    """What can be wrong with the mapping of markers onto references."""

    COUNT = "count"
    MISSING = "missing"
    DISAGREES = "disagrees"
    DUPLICATE = "duplicate"
    UNNUMBERED = "unnumbered"


@dataclass(frozen=True, slots=True)
class MappingProblem:
    """One thing wrong with the mapping: a message, the labels it is about, and the entry's index if it is
    about one.
    """

    kind: MappingKind
    message: str
    labels: tuple[str, ...] = ()
    index: int | None = None


def read_references(text: str, blocks: Iterable[Block], words: Normalised) -> Iterator[Reference]:
    """The entries among `blocks`, in order; the label is the printed number until markers are assigned.

    Their words are without Markdown delimiters; their locators are looked for in what was written.
    """
    entries = [block for block in blocks if block.kind is BlockKind.REFERENCE]
    for index, block in enumerate(entries):
        number = entry_number(text, block)
        plain = " ".join(words.plain(block.content).split())
        yield Reference(
            index, number, number or "", plain, block.content, False, _locators(block.content.of(text))
        )


def _locators(words: str) -> tuple[str, ...]:
    found = []
    for match in _LOCATOR.finditer(words):
        locator = match.group().rstrip(_TAIL)
        while locator.endswith(")") and locator.count(")") > locator.count("("):
            locator = locator[:-1].rstrip(_TAIL)
        found.append(locator)
    return tuple(dict.fromkeys(found))


def assign_markers(
    references: Sequence[Reference], markers: Sequence[str] | None, used: Iterable[str]
) -> tuple[tuple[Reference, ...], tuple[MappingProblem, ...]]:
    """The references with their labels, and what is wrong with the mapping.

    `markers` is the tour file's list, one label an entry in the list's order; None if it has none. `used`
    are the labels that the article's text cites, in any order. Printed numbers win over `markers`; of two
    entries with the same label the first keeps it.
    """
    in_use = sorted(set(used), key=label_key)
    problems: list[MappingProblem] = []
    given, counted = _given(references, markers, in_use, problems)
    assigned: list[Reference] = []
    taken: set[str] = set()
    for reference in references:
        wanted = given[reference.index] if given else ""
        if reference.number is None:
            label, inferred = wanted, bool(wanted)
        else:
            label, inferred = reference.number, False
            if wanted and wanted != label:
                problems.append(_disagreement(reference, wanted))
        if label in taken:
            message = f"two references bear the number {label}; the first keeps it"
            problems.append(MappingProblem(MappingKind.DUPLICATE, message, (label,), reference.index))
            label, inferred = "", False
        taken |= {label} - {""}
        assigned.append(replace(reference, label=label, inferred=inferred))
    if counted:
        problems += _missing(in_use, taken, bool(references))
    return tuple(assigned), tuple(problems)


def _given(
    references: Sequence[Reference],
    markers: Sequence[str] | None,
    in_use: Sequence[str],
    problems: list[MappingProblem],
) -> tuple[Sequence[str], bool]:
    """One label an entry, or none if the counts differ; and whether the mapping is whole enough to miss
    entries.
    """
    unnumbered = [reference for reference in references if reference.number is None]
    if markers is not None:
        if len(markers) == len(references):
            return [str(marker) for marker in markers], True
        message = f"`markers` has {len(markers)} numbers for {len(references)} references"
        problems.append(MappingProblem(MappingKind.COUNT, message, tuple(map(str, markers))))
        return (), not unnumbered
    if not unnumbered:
        return (), True
    if len(unnumbered) < len(references):
        for reference in unnumbered:
            message = f"reference {reference.index + 1} has no number in a list that has some"
            problems.append(MappingProblem(MappingKind.UNNUMBERED, message, (), reference.index))
        return (), True
    if len(in_use) == len(references):
        return in_use, True
    message = f"the text cites {len(in_use)} numbers, but the unnumbered list has {len(references)} entries"
    problems.append(MappingProblem(MappingKind.COUNT, message, tuple(in_use)))
    return (), False


def _disagreement(reference: Reference, wanted: str) -> MappingProblem:
    message = f"`markers` says {wanted} for reference {reference.index + 1}, which prints {reference.number}"
    return MappingProblem(MappingKind.DISAGREES, message, (wanted, str(reference.number)), reference.index)


def _missing(in_use: Iterable[str], taken: set[str], listed: bool) -> Iterator[MappingProblem]:
    for label in in_use:
        if label not in taken:
            where = "no reference bears this number" if listed else "the article has no reference list"
            yield MappingProblem(MappingKind.MISSING, f"[{label}] is cited, but {where}", (label,))
