"""A403 passage repeated · warning

A passage of a paragraph says the same as one before it, nearly word for word. The words in which they differ are
told; often they are synonyms that were exchanged mechanically.

Why it matters: a reader learns nothing from the second. Where single words were exchanged, one of the two versions
may say what nobody meant.

Found:

    Both leaders want the optics and planned aspect of the meeting to go well, but experts caution against hope.

    A paragraph about the weather stands between the two and says nothing of leaders.

    Both leaders want the optics and calculated aspect of the meeting to go well, but experts caution against hope.

Not found:

    Both leaders want the optics and planned aspect of the meeting to go well, but experts caution against hope.

    A paragraph about the weather stands between the two and says nothing of leaders.

    The leaders met. Experts had cautioned against hope, and the optics were poor.

Ask: Compare the two passages word by word. What has changed, and which word was probably meant in the first place?
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from touratlas.article import BlockKind, Span
from touratlas.article.normal import word_keys
from touratlas.audit.case import Found, Related
from touratlas.audit.rule import Rule
from touratlas.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.article import Sentence
    from touratlas.audit.case import Case

_SHINGLE = 3
_LEAST_WORDS, _MOST_WORDS = 8, 150
_MOST_PLACES = 6  # a run of words that stands in more sentences is a phrase of the subject
_LEAST_SHARED = 0.3
_LEAST_RATIO = 0.7
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Twin:
    """A sentence and the one before it that it repeats."""

    later: Sentence
    earlier: Sentence
    differing: tuple[str, ...]


def find(case: Case) -> Iterator[Found]:
    """Each passage of one or more sentences that repeats one before it."""
    words = {sentence.index: [*word_keys(case.plain(sentence.span))][:_MOST_WORDS] for sentence in case.prose}
    paragraphs = [s for s in case.prose if case.article.blocks[s.block].kind is BlockKind.PARAGRAPH]
    sentences = [sentence for sentence in paragraphs if len(words[sentence.index]) >= _LEAST_WORDS]
    twins = {twin.later.index: twin for twin in _twins(sentences, words)}
    for passage in _passages(twins):
        later = Span(passage[0].later.span.start, passage[-1].later.span.end)
        earlier = Span(passage[0].earlier.span.start, passage[-1].earlier.span.end)
        differing = [text for twin in passage for text in twin.differing]
        differing.sort(key=lambda text: text.count(" "))  # a word for a word says most
        told = f"; differing words: {', '.join(differing[:_SHOWN])}{' …' if len(differing) > _SHOWN else ''}"
        message = f"this repeats line {case.line(earlier.start)}{told if differing else ' word for word'}"
        yield Found(later, message, related=(Related(earlier, "the first time"),))


def _twins(sentences: Sequence[Sentence], words: dict[int, list[str]]) -> Iterator[_Twin]:
    places: dict[tuple[str, ...], list[int]] = {}
    for number, sentence in enumerate(sentences):
        mine = words[sentence.index]
        shingles = {tuple(mine[at : at + _SHINGLE]) for at in range(len(mine) - _SHINGLE + 1)}
        shared: dict[int, int] = {}
        for shingle in shingles:
            found = places.setdefault(shingle, [])
            if len(found) < _MOST_PLACES:
                for other in found:
                    shared[other] = shared.get(other, 0) + 1
                found.append(number)
        best = max(sorted(shared), key=lambda other: shared[other], default=None)
        if best is not None and shared[best] >= _LEAST_SHARED * len(shingles):
            theirs = words[sentences[best].index]
            matcher = SequenceMatcher(None, theirs, mine, autojunk=False)
            if matcher.ratio() >= _LEAST_RATIO and not _is_template(theirs, mine, matcher):
                yield _Twin(sentence, sentences[best], tuple(_differing(theirs, mine, matcher)))


def _is_template(theirs: list[str], mine: list[str], matcher: SequenceMatcher[str]) -> bool:
    """Whether two sentences differ in numbers alone, as the rows of a table do."""
    changed = [
        word
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
        for word in (*theirs[a:b], *mine[c:d])
    ]
    return bool(changed) and all(word[0].isdecimal() for word in changed)


def _differing(theirs: list[str], mine: list[str], matcher: SequenceMatcher[str]) -> Iterator[str]:
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield f"“{' '.join(theirs[a:b]) or '–'}” → “{' '.join(mine[c:d]) or '–'}”"


def _passages(twins: dict[int, _Twin]) -> Iterator[list[_Twin]]:
    """Twins that follow one another in both places, together."""
    passage: list[_Twin] = []
    for index in sorted(twins):
        twin = twins[index]
        last = passage[-1] if passage else None
        follows = (
            last is not None
            and last.later.index + 1 == index
            and last.earlier.index + 1 == twin.earlier.index
            and last.later.block == twin.later.block
        )
        if not follows and passage:
            yield passage
            passage = []
        passage.append(twin)
    if passage:
        yield passage


RULE = Rule("A403", "passage repeated", Severity.WARNING, find)
