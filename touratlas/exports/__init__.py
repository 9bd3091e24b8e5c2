"""The formats that a tour can be exported to: one a file, listed here, in the order in which they are shown."""

from __future__ import annotations

from touratlas.errors import UsageError
from touratlas.exports import (
    csl,
    csv,
    geojson,
    html,
    ics,
    jsonld,
    kml,
    mappng,
    mapsvg,
    storymapjs,
    timelinejs,
    timelinepng,
    timelinesvg,
    webanno,
)
from touratlas.exports.common import Format, Group, Options, Theme
from touratlas.wording import did_you_mean, listed, shown

__all__ = ["ALL", "FORMATS", "Format", "Group", "Options", "Theme", "formats_of"]

FORMATS: tuple[Format, ...] = (
    html.FORMAT,
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


def formats_of(text: str) -> tuple[Format, ...]:
    """The formats that a list such as `html,geojson` names, or `all`; each once, in the order of the list.

    Raises UsageError where one is not known.
    """
    known = {form.name: form for form in FORMATS}
    names = [name.strip().casefold() for name in text.split(",")]
    found: dict[str, Format] = {}
    for name in names:
        if name != ALL and name not in known:
            guess = did_you_mean(name, [*known, ALL])
            raise UsageError(f"{shown(name)} is not a format{guess or f'; expected {listed([*known, ALL])}'}")
        found.update(known if name == ALL else {name: known[name]})
    return tuple(found.values())
