"""Citation markers in running text, found by form alone.

A marker is a bracket of one or more numbers from 1 to 999: `[8]`, `[1, 2]`, `[1-3]`, `[1–3; 7]`; in
Markdown also a footnote reference, `[^name]`. Markers that follow one another with nothing but blanks, a
comma or a dash between them are one run: `[7][18]`, `[7], [18]`, `[23]–[25]`. A range stands for all the
numbers in it; one that runs backwards or spans more than 100 numbers stands for its two ends.

No markers: `[sic]`, `[...]`, `[nbcnews.com]`, years (`[2025]`: four digits), and link texts
(`[8](https://…)`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.article.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST_RANGE = 100
_DASH = "[-\u2010-\u2015\u2212]"
_NUMBER = r"(?!0)\d{1,3}(?!\d)"
_LINK = r"(?!\((?=[^\s()]*[/#:.])[^\s()]*+\))"
_BRACKET = (
    rf"\[[ \t]{{0,3}}{_NUMBER}(?:[ \t]{{0,3}}(?:[,;]|{_DASH})[ \t]{{0,3}}{_NUMBER})*[ \t]{{0,3}}\]{_LINK}"
)
_FOOTNOTE = r"\[\^[^\]\[\s^]{1,64}\](?!:)"
# A blank can be read in one way only: were two runs of blanks to adjoin, a long run of markers would be tried in all.
_JOIN = rf"[ \t]{{0,3}}(?:(?:,|{_DASH})[ \t]{{0,3}})?(?:\n[ \t]{{0,3}})?"
_PART = re.compile(rf"(?P<low>\d+)(?:[ \t]{{0,3}}{_DASH}[ \t]{{0,3}}(?P<high>\d+))?")


def _run(bracket: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{bracket})(?:{_JOIN}(?:{bracket}))*")


_PLAIN_RUN, _MARKDOWN_RUN = _run(_BRACKET), _run(f"{_BRACKET}|{_FOOTNOTE}")
_ONE = re.compile(f"{_BRACKET}|{_FOOTNOTE}")
_ONLY_BRACKET = re.compile(_BRACKET)


@dataclass(frozen=True, slots=True, order=True)
class Marker:
    """One bracket of a run, `[8]` or `[1, 2]`, with the labels it cites (`"8"`; for a footnote its name)."""

    span: Span
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class MarkerRun:
    """Markers that stand together: the whole run's span, its labels in order without repetition, its
    brackets.
    """

    span: Span
    numbers: tuple[str, ...]
    items: tuple[Marker, ...]


def label_key(label: str) -> tuple[int, int, str]:
    """A key that sorts labels sensibly: numbers by value first, then names by code point."""
    if label.isdecimal() and len(label) <= 18:
        return (0, int(label), label)
    return (1, 0, label)


def is_marker(text: str) -> bool:
    """Whether the whole of `text` is one numbered marker such as `[8]`."""
    return _ONLY_BRACKET.fullmatch(text) is not None


def is_marker_run(text: str) -> bool:
    """Whether the whole of `text` is one run of numbered markers."""
    return text.startswith("[") and _PLAIN_RUN.fullmatch(text) is not None


def find_marker_runs(
    text: str, within: Span, *, markdown: bool = False, barred: Iterable[Span] = ()
) -> Iterator[MarkerRun]:
    """The marker runs of `text` that lie in `within`, in order.

    `barred` are stretches, in order, that hold no markers whatever they look like: code, link targets, link
    texts.
    """
    pattern = _MARKDOWN_RUN if markdown else _PLAIN_RUN
    at = within.start
    for bar in (*barred, Span(within.end, within.end)):
        for match in pattern.finditer(text, at, max(at, bar.start)):
            yield _read_run(match, text)
        at = max(at, bar.end)


def _read_run(match: re.Match[str], text: str) -> MarkerRun:
    items: list[Marker] = []
    labels: list[str] = []
    for one in _ONE.finditer(text, match.start(), match.end()):
        numbers = _numbers(one.group())
        if items and _is_dash(text[items[-1].span.end : one.start()]):
            labels += _expand(items[-1].numbers[-1], numbers[0])
        labels += numbers
        items.append(Marker(Span(one.start(), one.end()), tuple(numbers)))
    return MarkerRun(Span(match.start(), match.end()), tuple(dict.fromkeys(labels)), tuple(items))


def _numbers(bracket: str) -> list[str]:
    if bracket.startswith("[^"):
        return [bracket[2:-1]]
    labels: list[str] = []
    for part in _PART.finditer(bracket):
        low = str(int(part["low"]))
        labels += _expand(low, str(int(part["high"]))) if part["high"] else [low]
    return list(dict.fromkeys(labels))


def _is_dash(between: str) -> bool:
    return re.fullmatch(rf"\s*{_DASH}\s*", between) is not None


def _expand(low: str, high: str) -> list[str]:
    if not (low.isdecimal() and high.isdecimal()) or not 0 < int(high) - int(low) <= _LONGEST_RANGE:
        return [low, high]
    return [str(number) for number in range(int(low), int(high) + 1)]
