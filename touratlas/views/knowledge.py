"""Whose knowledge a date or a place is: the article's, or the curator's, which is set in italics with an
asterisk everywhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from touratlas.dates import Edge, Precision, show
from touratlas.interface import begun, word
from touratlas.model import INFERRED, ArticleSource, WebSource

if TYPE_CHECKING:
    from touratlas.dates import Endpoint, When
    from touratlas.model import Ground, Tour

ASTERISK = "*"


def in_article(tour: Tour, ground: Ground | None) -> bool:
    """Whether the article itself says it. What has no ground is nobody's knowledge, and so not the
    article's.
    """
    return ground is not None and isinstance(tour.sources.get(ground.from_), ArticleSource)


def origin(tour: Tour, ground: Ground) -> str:
    """Where a date or a place comes from, as a sentence for readers; the curator's note is part of it.

    Reports made after the article are named without their titles: a title can tell what happened.
    """
    source = tour.sources.get(ground.from_)
    if isinstance(source, ArticleSource):
        text = word("origin_article")
    elif isinstance(source, WebSource):
        text = _reported(source)
    elif ground.from_ == INFERRED:
        text = word("origin_inferred")
    else:
        text = word("origin_none")
    return f"{text} {_sentence(ground.note)}" if ground.note else text


def _reported(source: WebSource) -> str:
    announced = source.kind == "schedule"
    if source.published is None:
        return word("origin_schedule" if announced else "origin_report", publisher=source.publisher)
    key = "origin_schedule_dated" if announced else "origin_report_dated"
    return word(key, publisher=source.publisher, date=show(source.published))


def _sentence(note: str) -> str:
    text = begun(note)
    return text if text.endswith((".", "!", "?", "…", "”", "。", "؟")) else f"{text}."


def short_days(when: When | None) -> str:
    """A date for a label, without year and hours: `Sun 26 – Mon 27 Oct`; nothing where there is none."""
    if when is None:
        return ""
    end = when.end if when.end is None else _day(when.end)
    return show(replace(when, start=_day(when.start), end=end), year=False)


def _day(side: Endpoint | Edge) -> Endpoint | Edge:
    """The day of a side; what is said of a time (about, perhaps) isn't said of its day."""
    if isinstance(side, Edge) or side.time is None:
        return side
    return replace(side, time=None, offset=None, uncertain=False, approximate=False, precision=Precision.DAY)
