"""The formats that a tour can be exported to: one a file, listed here, in the order in which they are shown."""

from __future__ import annotations

from touratlas.errors import UsageError
from touratlas.exports import (
    answers,
    cards,
    csl,
    csv,
    geojson,
    handout,
    html,
    ics,
    jsonld,
    kml,
    lesson,
    mappng,
    mapsvg,
    pptx,
    storymapjs,
    timelinejs,
    timelinepng,
    timelinesvg,
    webanno,
    worksheet,
)
from touratlas.exports.common import Format, Group, Options
from touratlas.wording import did_you_mean, listed, shown
from touratlas.words import Paper, Theme

__all__ = ["ALL", "FORMATS", "Format", "Group", "Options", "Paper", "Theme", "formats_of"]

FORMATS: tuple[Format, ...] = (
    html.FORMAT,
    handout.FORMAT,
    worksheet.FORMAT,
    answers.FORMAT,
    lesson.FORMAT,
    cards.FORMAT,
    pptx.FORMAT,
    geojson.FORMAT,
    ics.FORMAT,
    csv.FORMAT,
    kml.FORMAT,
    mapsvg.FORMAT,
    mappng.FORMAT,
    timelinesvg.FORMAT,
    timelinepng.FORMAT,
    timelinejs.FORMAT,
    storymapjs.FORMAT,
    jsonld.FORMAT,
    webanno.FORMAT,
    csl.FORMAT,
)
ALL = "all"


def formats_of(text: str, *, students: bool = False) -> tuple[Format, ...]:
    """The formats that a list such as `html,geojson` names, or `all`; each once, in the order of the list. For students
    `all` is what can be made for them.

    Raises UsageError where one is not known, or can't be made for students.
    """
    known = {form.name: form for form in FORMATS}
    names = [name.strip().casefold() for name in text.split(",")]
    found: dict[str, Format] = {}
    for name in names:
        if name != ALL and name not in known:
            guess = did_you_mean(name, [*known, ALL])
            raise UsageError(f"{shown(name)} is not a format{guess or f'; expected {listed([*known, ALL])}'}")
        found.update(_all(students=students) if name == ALL else {name: known[name]})
    teachers = [form.name for form in found.values() if students and not form.students]
    if teachers:
        can = listed(list(_all(students=True)), "and")
        raise UsageError(
            f"{listed(teachers, 'and')} can’t be made for students, whom answers are kept from; {can} can"
        )
    return tuple(found.values())


def _all(*, students: bool) -> dict[str, Format]:
    return {form.name: form for form in FORMATS if form.students or not students}
