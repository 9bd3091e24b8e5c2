"""A language that nobody speaks: every text of the interface between brackets, so that what has none bypasses the
catalogue. And a walk through a page that finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tests.views.html_tree import Element

OPEN, CLOSE = "⟦", "⟧"
SAID = (
    "aria-label",
    "title",
    "alt",
    "placeholder",
    "aria-description",
    "aria-valuetext",
    "data-title",
    "label",
)
SILENT = frozenset({"script", "style"})
CUT = "…"  # what a drawing has no room for is left out, the closing bracket with it
QUESTION, ASK = "ta-question", "ta-ask"  # what an audit's rule asks stands in these
WORD = re.compile(r"[^\W\d_]{2,}")
INLINE = frozenset({"a", "b", "bdi", "br", "em", "i", "mark", "span", "strong", "time", "tspan"})


def pseudo(text: str) -> str:
    """A text of that language: its places are kept."""
    return f"{OPEN}{text}{CLOSE}"


def pseudo_words(catalogue: Mapping[str, str]) -> dict[str, str]:
    """A catalogue in that language."""
    return {key: pseudo(text) for key, text in catalogue.items()}


def bare(text: str, depth: int = 0) -> tuple[str, int]:
    """What of a text stands between no brackets, and how many are open behind it, when `depth` are before."""
    kept = []
    for char in text:
        depth += char == OPEN
        kept.append(char if depth == 0 else " ")
        depth -= char == CLOSE
        assert depth >= 0, f"closed without being open in {text!r}"
    return "".join(kept), depth


def bare_texts(page: Element) -> Iterator[str]:
    """All that a page shows, says or keeps for its script to show, but what stands between brackets; brackets may
    stand in other elements than their text, but never in another block.
    """
    yield from _bare(page, [0])


def _bare(element: Element, depth: list[int], asked: bool = False) -> Iterator[str]:
    classes = (element.attrs.get("class") or "").split()
    asked = asked or QUESTION in classes
    if asked and (element.tag == "bdi" or ASK in classes):
        return  # a rule's own words, in the language that it examines
    before = depth[0]
    for name in SAID:
        text, left = bare(element.attrs.get(name) or "")
        assert left == 0, f"{name} has an open bracket: {element.attrs[name]!r}"
        yield text
    for one in element.inner:
        if isinstance(one, Element):
            if one.tag not in SILENT:
                yield from _bare(one, depth, asked)
        else:
            text, depth[0] = bare(one, depth[0])
            yield text
    if element.tag == "text" and CUT in element.text:
        depth[0] = before
    if element.tag not in INLINE:
        assert depth[0] == before, f"<{element.tag}> leaves a bracket open: {element.text[:200]!r}"


def bare_words(page: Element) -> set[str]:
    """The words of two letters or more among them."""
    return {word for text in bare_texts(page) for word in WORD.findall(text)}
