"""What all papers say in the same words, and how values become data for typst."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from touratlas.dates import show
from touratlas.paper.fonts import STAND_IN, Fonts, fonts_of, scripts, warning
from touratlas.views.marks import MARKS, SIGNS
from touratlas.words import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.check import Atlas
    from touratlas.model import Tour
    from touratlas.views.agenda_values import Fact
    from touratlas.views.outcomes import OutcomeView, ReportView

Data = dict[str, Any]  # JSON
ASTERISK: Final = "A date or place that isn’t in the article"
LINES: Final = (
    "Lines join the stops; they are not flight paths. Borders are as they are in fact. Titles, summary, roles and"
    " topics are the curator’s words."
)
NO_FACT: Final[Data] = {"text": "", "curated": False}
_RTL: Final = frozenset({"R", "AL", "AN"})
_ISOLATE, _POP = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a paper is like: its size in typst's words, and its fonts."""

    paper: str
    fonts: Fonts


def common(atlas: Atlas, what: str, sheet: Sheet, view: View = View.ARTICLE) -> Data:
    """What every paper has: title, language, paper, foot and legend. `what` says which paper it is."""
    head = atlas.tour.tour
    language, _, region = head.language.partition("-")
    return {
        "what": what,
        "title": head.title,
        "document": f"{head.title} – {what.lower()}",
        "description": f"{what} to the tour “{head.title}”",
        "lang": language.lower(),
        "region": region.upper() if len(region) == 2 else "",
        "paper": sheet.paper,
        "foot": f"{what} · {head.title}",
        "knowledge": knowledge(atlas),
        "legend": [{"name": status.value, "words": mark.words} for status, mark in MARKS.items()],
        "signs": [{"name": status.value, "words": sign.words} for status, sign in SIGNS.items()]
        if view is View.LATER
        else [],
        "asterisk": f"{ASTERISK}: from a report or a schedule, or inferred.",
        "lines": LINES,
    }


def knowledge(atlas: Atlas) -> str:
    """Whose knowledge it is: the articles by their titles, the day up to which they could know, and what the curator
    says of them.
    """
    articles = atlas.tour.articles()
    titles = " and ".join(
        f"“{source.title or atlas.articles[key].title}”" for key, source in articles.items()
    )
    many = len(articles) > 1
    told = f"As told by the {'articles' if many else 'article'} {titles}, which could know of things up to "
    about = [source.about for source in articles.values() if source.about]
    return " ".join([f"{told}{show(atlas.tour.tour.as_of, long=True)}.", *about])


def fact(one: Fact | None) -> Data:
    """A date or a place."""
    return {"text": one.text, "curated": not one.in_article} if one else NO_FACT


def when(one: Fact | None) -> Data:
    """A date, in words where there is none."""
    return fact(one) if one else {"text": "no day given", "curated": False}


def outcome(one: OutcomeView) -> Data:
    """What reports say."""
    return {
        "sign": one.name,
        "words": one.words,
        "says": one.says,
        "note": one.note,
        "when": one.when,
        "place": one.place,
    }


def report(one: ReportView) -> Data:
    """A report: who published it, its title and date; and its address, in full since paper can't be clicked."""
    title = f": “{one.title}”" if one.title else ""
    day = f", {one.published}" if one.published else ""
    return {"text": f"{one.publisher}{title}{day}.", "url": one.url}


def line(text: str) -> str:
    """A text on one line, with the blank that joins it to the next."""
    joined = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{joined}{' ' if joined and text[-1:].isspace() else ''}"


def several(tour: Tour) -> bool:
    """Whether the tour has more than one article, so that a citation has to say of which it is."""
    return len(tour.articles()) > 1


def letter(tour: Tour, source: str) -> str:
    """The letter of an article where there are several: "A", "B" …; "" for a single one."""
    return chr(ord("A") + list(tour.articles()).index(source) % 26) if several(tour) else ""


def lost_note(lost: tuple[str, ...]) -> str:
    """What paper says of characters that its fonts lack; "" where they lack none."""
    if not lost:
        return ""
    kinds = f" ({', '.join(scripts(lost))})" if scripts(lost) else ""
    return f"“{STAND_IN}” stands for a character that the fonts of this file don’t have{kinds}."


def lacks(data: Data, fonts: Fonts) -> tuple[str, ...]:
    """A warning where some data have characters that no font has."""
    lost = fonts.missing(texts(data))
    return (warning(lost),) if lost else ()


def texts(data: Any) -> Iterator[str]:
    """Every text in some data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts(value)


def settable(data: Any, fonts: Fonts) -> Any:
    """The data with a stand-in for each character that can't be set, and texts that read from right to left kept from
    turning what stands around them.
    """
    if isinstance(data, str):
        return _isolated(fonts.shown(data))
    if isinstance(data, dict):
        return {key: settable(value, fonts) for key, value in data.items()}
    return [settable(value, fonts) for value in data] if isinstance(data, list) else data


def _isolated(text: str) -> str:
    if text.isascii() or not any(unicodedata.bidirectional(char) in _RTL for char in text):
        return text
    return f"{_ISOLATE}{text}{_POP}"


def sheet_of(paper: str, fonts: str = "") -> Sheet:
    """A sheet of `a4` or `letter`, with our fonts and those of a folder. Raises UsageError where that has none."""
    return Sheet({"letter": "us-letter"}.get(paper, paper), fonts_of(fonts))
