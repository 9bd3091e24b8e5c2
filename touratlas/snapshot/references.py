"""The reference lists of a tour's articles: each entry with the passages that cite it, and those that it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from touratlas.snapshot.passages import reference_anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from touratlas.check import Atlas
    from touratlas.snapshot.passages import Known


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """An entry: its id in this page, its label ("" where none is known), whether that is inferred, its words, and the
    passages that cite it for themselves, those that have it nearby, and those that are the entry itself.
    """

    anchor: str
    label: str
    inferred: bool
    text: str
    direct: tuple[Known, ...]
    nearby: tuple[Known, ...]
    itself: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The list of one article."""

    source: str
    title: str
    language: str
    entries: tuple[ReferenceView, ...]

    @property
    def count(self) -> int:
        """How many entries."""
        return len(self.entries)


def reference_lists(atlas: Atlas, known: Sequence[Known]) -> tuple[ReferenceList, ...]:
    """The lists of all articles that have one."""
    direct, nearby, itself = _by_href(known)
    lists = []
    for name, source in atlas.tour.articles().items():
        entries = []
        for one in atlas.articles[name].references:
            href = f"#{reference_anchor(name, one)}"
            found = (tuple(by.get(href, ())) for by in (direct, nearby, itself))
            entries.append(ReferenceView(href[1:], one.label, one.inferred, one.text, *found))
        title = source.title or atlas.articles[name].title
        language = source.language or atlas.tour.tour.language
        lists.append(ReferenceList(name, title, language, tuple(entries)))
    return tuple(one for one in lists if one.entries)


def _by_href(known: Sequence[Known]) -> tuple[dict[str, list[Known]], ...]:
    direct: dict[str, list[Known]] = {}
    nearby: dict[str, list[Known]] = {}
    itself: dict[str, list[Known]] = {}
    for one in known:
        for cited in one.direct:
            direct.setdefault(cited.href, []).append(one)
        for cited in one.nearby:
            nearby.setdefault(cited.href, []).append(one)
        if one.entry:
            itself.setdefault(one.entry, []).append(one)
    return direct, nearby, itself
