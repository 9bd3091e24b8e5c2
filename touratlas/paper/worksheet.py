"""The worksheet with room to write, and the answer key to it, as a file apart."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from touratlas.dates import show
from touratlas.interface import word
from touratlas.paper import press
from touratlas.paper.found import found_tasks
from touratlas.paper.handout import later_data
from touratlas.paper.picture import blank_map, map_picture
from touratlas.paper.tasks import chapters
from touratlas.paper.words import Data, Sheet, common, lacks, line, report, several
from touratlas.students import for_students
from touratlas.views.agenda import stop_name
from touratlas.views.marks import MARKS
from touratlas.words import Status, View

if TYPE_CHECKING:
    from touratlas.check import Atlas
    from touratlas.paper.tasks import Chapter
    from touratlas.views.passages import PassageView

_MAP_PX: Final = (865.0, 500.0)
_BLANK: Final = "A map without names: a ring stands at each stop of the tour."


def worksheet_pdf(atlas: Atlas, sheet: Sheet) -> bytes:
    """The worksheet: a map to fill in, questions, exercises in checking sources, and a table of what was expected. No
    answer, outcome, report or note is in the file.

    Raises TouratlasError where typst can't set it, UsageError for a SOURCE_DATE_EPOCH that isn't one.
    """
    pictures = {"map": blank_map(atlas.tour, _MAP_PX)}
    return press.paper(
        ("common", "worksheet"), worksheet_data(atlas, sheet), pictures, sheet.fonts, atlas.tour
    )


def answers_pdf(atlas: Atlas, sheet: Sheet) -> bytes:
    """The answer key: the same tasks with their numbers, answers and evidence, the map with its names, and what
    happened. Raises as :func:`worksheet_pdf` does.
    """
    svg, said = map_picture(atlas.tour, _MAP_PX)
    data = answers_data(atlas, sheet) | {"map": said}
    return press.paper(("common", "answers"), data, {"map": svg}, sheet.fonts, atlas.tour)


def worksheet_lacks(atlas: Atlas, sheet: Sheet) -> tuple[str, ...]:
    """A warning where the worksheet has characters that no font has."""
    return lacks(worksheet_data(atlas, sheet), sheet.fonts)


def answers_lacks(atlas: Atlas, sheet: Sheet) -> tuple[str, ...]:
    """The same for the answer key."""
    return lacks(answers_data(atlas, sheet), sheet.fonts)


def worksheet_data(atlas: Atlas, sheet: Sheet) -> Data:
    """All that the worksheet says. It is the student's: of the tasks it has nothing but what is asked."""
    told = for_students(atlas)
    tour = told.tour
    return {
        **common(told, "Worksheet", sheet),
        "map": _BLANK,
        "stops": sorted({stop_name(tour, stop) for stop in tour.stops}),
        "chapters": [
            {
                "title": chapter.title,
                "lead": chapter.lead,
                "tasks": [
                    {
                        "about": task.about,
                        "ask": task.ask,
                        "lines": task.lines,
                        "shown": [_passage(atlas, one) for one in task.shown],
                        "cited": [{"label": one.label, "text": one.reference} for one in task.cited],
                    }
                    for task in chapter.tasks
                ],
            }
            for chapter in _chapters(atlas)
        ],
        "ahead": _ahead(told),
    }


def answers_data(atlas: Atlas, sheet: Sheet) -> Data:
    """All that the answer key says, but for its map."""
    return {
        **common(atlas, "Answer key", sheet, View.LATER),
        "chapters": [
            {
                "title": chapter.title,
                "tasks": [
                    {
                        "about": task.about,
                        "ask": task.ask,
                        "answer": task.answer,
                        "passages": [_passage(atlas, one) for one in task.passages],
                        "reports": [report(one) for one in task.reports],
                    }
                    for task in chapter.tasks
                ],
            }
            for chapter in _chapters(atlas)
        ],
        **later_data(atlas),
    }


def _chapters(atlas: Atlas) -> tuple[Chapter, ...]:
    return chapters(atlas, found_tasks(atlas))


def _passage(atlas: Atlas, one: PassageView) -> Data:
    """A passage on paper: its sentence with the words in question, and where it stands."""
    return {
        "before": line(one.before),
        "quote": line(one.quote),
        "after": line(one.after),
        "where": _where(one, several=several(atlas.tour)),
    }


def _where(one: PassageView, *, several: bool) -> str:
    """Where a passage is found in the article's file: its line, and the heading above it or its entry in the list."""
    place = (
        word("paper_place_file", file=one.file, line=one.line)
        if several
        else word("paper_place_line", line=one.line)
    )
    if one.entry:
        key = "paper_place_entry" if one.entry.label else "paper_place_list"
        return word(key, place=place, label=one.entry.label)
    section = _unadorned(one.section[-1]) if one.section else ""
    return word("paper_place_section", place=place, section=section) if section else place


def _unadorned(heading: str) -> str:
    """A heading without the pictures that it begins with, such as emoji, which no font of ours has."""
    start = next(
        (at for at, char in enumerate(heading) if unicodedata.category(char)[0] in "LNP"), len(heading)
    )
    return heading[start:]


def _ahead(atlas: Atlas) -> list[Data]:
    """What the article expected or thought possible."""
    return [
        {
            "title": event.title,
            "status": event.status.value,
            "words": MARKS[event.status].words,
            "when": show(event.when) if event.when else "no day given",
        }
        for _, event in atlas.tour.events()
        if event.status is not Status.REPORTED
    ]
