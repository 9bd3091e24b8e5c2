"""Whose knowledge a date or a place is: the article's, or the curator's, which is set in italics with an
asterisk everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from touratlas.dates import Edge, Precision, show
from touratlas.interface import begun, word
from touratlas.model import INFERRED, ArticleSource, WebSource
from touratlas.words import Of, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.dates import Endpoint, When
    from touratlas.model import Account, Basis, Event, Ground, Leg, Stop, Tour

ASTERISK = "*"


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What another source has in place of a date or a place, as a sentence that names it; whether that was learned
    afterwards.
    """

    text: str
    late: bool


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


def otherwise(tour: Tour, ground: Ground | None, view: View) -> tuple[Otherwise, ...]:
    """What other sources have in place of a date or a place. One that is later than the article has no part in the
    article's view, unless the source that the tour follows is as late: then both are told, as that one is.
    """
    if ground is None:
        return ()
    found = (Otherwise(_account(tour, one), late=_learned(tour, ground, one)) for one in ground.others)
    return tuple(one for one in found if view is View.LATER or not one.late)


def told(tour: Tour, ground: Ground, view: View) -> str:
    """Where a date or a place comes from, and what other sources have in its place, in one text."""
    return " ".join((origin(tour, ground), *(one.text for one in otherwise(tour, ground, view))))


def has_late_accounts(tour: Tour) -> bool:
    """Whether a source disagrees with a date or a place that only the later view shows."""
    parts: list[Stop | Leg | Event] = [*tour.stops, *tour.legs, *(event for _, event in tour.events())]
    grounds = (ground for part in parts for ground in _grounds(part.basis))
    return any(_learned(tour, ground, one) for ground in grounds for one in ground.others)


def _grounds(basis: Basis) -> Iterator[Ground]:
    yield from (ground for what in Of if (ground := basis.of(what)))


def _learned(tour: Tour, ground: Ground, account: Account) -> bool:
    return tour.is_late(account.from_) and not tour.is_late(ground.from_)


def _account(tour: Tour, account: Account) -> str:
    source, says = tour.sources[account.from_], _sentence(account.says)
    publisher, published = source.publisher or "", getattr(source, "published", None)
    announced = source.kind == "schedule"
    if published is None:
        return word("otherwise_schedule" if announced else "otherwise_report", publisher=publisher, says=says)
    key = "otherwise_schedule_dated" if announced else "otherwise_report_dated"
    return word(key, publisher=publisher, date=show(published), says=says)


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
