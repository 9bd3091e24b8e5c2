"""The handout: the tour on a few pages, with map, timeline, agenda, citations and references."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from touratlas.paper import press
from touratlas.paper.agenda import Agenda, reference_lists
from touratlas.paper.picture import map_picture, time_picture
from touratlas.paper.words import Data, Sheet, common, lacks, outcome, report, several
from touratlas.snapshot.later import later_views
from touratlas.words import View

if TYPE_CHECKING:
    from touratlas.check import Atlas
    from touratlas.snapshot.later import LaterView

_WIDE_PX: Final = 865.0  # of both pictures; names on them are 12 px
_MAP_PX: Final = (220.0, 440.0)  # high, at least and at most
_SHEET_PT: Final = {"a4": (510.0, 759.0), "us-letter": (527.0, 709.0)}  # what is printed on: width and height
_AROUND_PT: Final = 190.0  # for title, summary, legend and headings


def handout_pdf(atlas: Atlas, sheet: Sheet, view: View) -> bytes:
    """The file. What happened later has a page of its own in the later view, and is nowhere in the other.

    Raises TouratlasError where typst can't set it, UsageError for a SOURCE_DATE_EPOCH that isn't one.
    """
    data = handout_data(atlas, sheet, view)
    time, data["time"], high = time_picture(atlas, _WIDE_PX)
    land, data["map"] = map_picture(atlas.tour, (_WIDE_PX, _map_height(high, sheet)))
    return press.paper(("common", "handout"), data, {"map": land, "time": time}, sheet.fonts, atlas.tour)


def _map_height(time: float, sheet: Sheet) -> float:
    """How high the map is (px), so that the timeline has room on the same page."""
    width, height = _SHEET_PT[sheet.paper]
    least, most = _MAP_PX
    return min(max((height - _AROUND_PT) * _WIDE_PX / width - time, least), most)


def handout_lacks(atlas: Atlas, sheet: Sheet, view: View) -> tuple[str, ...]:
    """A warning where the tour has characters that no font has."""
    return lacks(handout_data(atlas, sheet, view), sheet.fonts)


def handout_data(atlas: Atlas, sheet: Sheet, view: View) -> Data:
    """All that the handout says, but for its pictures."""
    agenda = Agenda(atlas)
    return {
        **common(atlas, "Handout", sheet, view),
        "summary": atlas.tour.tour.summary,
        "citing": _citing(several=several(atlas.tour)),
        "stops": agenda.stops(),
        "apart": agenda.apart(),
        "lists": reference_lists(atlas),
        "origins": agenda.origins(),
        **(later_data(atlas) if view is View.LATER else {"later": [], "reports": []}),
    }


def later_data(atlas: Atlas) -> Data:
    """What the article told of each thing and what reports say became of it, and the reports, which are numbered."""
    reports: list[Data] = []
    rows = []
    for one in later_views(atlas):
        told = " · ".join(part for part in (one.words, one.when or "no day given") if part)
        found = [report(each) for each in one.outcome.reports]
        reports += [each for each in found if each not in reports]
        rows.append({"title": _title(one), "status": one.status, "told": told, **outcome(one.outcome)})
        rows[-1]["reports"] = [reports.index(each) + 1 for each in found]
    return {"later": rows, "reports": reports}


def _title(one: LaterView) -> str:
    """What a row is about; an arrow between places becomes words, as fonts may lack it."""
    title = one.title.replace(" → ", " to ") if one.of == "way" else one.title
    return f"{title} (now {one.name})" if one.name else title


def _citing(*, several: bool) -> str:
    where = "an article’s (its letter goes before)" if several else "the article’s"
    return (
        f"Numbers in brackets are {where} own citations for a statement, or the entry of its list that says it; "
        "[–] means that it cites nothing for it."
    )
