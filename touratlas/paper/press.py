"""The press: typst sets our own sources with values as data, into PDF or PNG.

A text of a tour is data in `sys.inputs`, which typst reads as JSON or as an image; the source is made of our files
alone, and typst sees an empty folder. Nothing is read from the system: no fonts, no packages, no clock.
"""

from __future__ import annotations

import json
import os
import tempfile
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from touratlas.errors import TouratlasError, UsageError
from touratlas.paper.fonts import SANS, SERIF, Fonts, book
from touratlas.paper.words import Data, lost_note, settable, texts
from touratlas.wording import listed, shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from touratlas.model import Tour

UA: Final = "ua-1"  # PDF/UA-1, ISO 14289-1: typst refuses what isn't accessible


def pdf(parts: tuple[str, ...], inputs: Mapping[str, str], fonts: tuple[Path, ...], stamp: int) -> bytes:
    """A PDF/UA-1 file of the sources named `parts` (in `assets/typst`), joined; `stamp` is its date in seconds since
    1970.

    Raises TouratlasError where typst refuses.
    """
    made = _compiled(parts, inputs, fonts, format="pdf", pdf_standards=UA, timestamp=stamp)
    return made[0]


def paper(parts: tuple[str, ...], data: Data, pictures: Mapping[str, str], fonts: Fonts, tour: Tour) -> bytes:
    """A PDF of values and SVG pictures in which what no font has is replaced, and that is told at the end."""
    data = {**data, "lost": lost_note(fonts.missing(texts(data)))}
    inputs = {"data": as_json(settable(data, fonts))} | {
        key: fonts.shown(svg) for key, svg in pictures.items()
    }
    return pdf(parts, inputs, fonts.folders, stamp_of(tour))


def png(
    parts: tuple[str, ...], inputs: Mapping[str, str], fonts: tuple[Path, ...], ppi: float
) -> tuple[bytes, ...]:
    """Each page as a PNG of `ppi` pixels an inch. Raises TouratlasError where typst refuses."""
    return _compiled(parts, inputs, fonts, format="png", ppi=ppi)


def stamp_of(tour: Tour) -> int:
    """When a file of a tour was made, in seconds since 1970: SOURCE_DATE_EPOCH where that is set, else the beginning of
    the day up to which its article could know, in UTC.

    Raises UsageError where SOURCE_DATE_EPOCH is no such number. Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given:
        if not given.isascii() or not given.isdigit() or len(given) > 11:
            raise UsageError(f"SOURCE_DATE_EPOCH is {shown(given)}; expected seconds since 1970")
        return int(given)
    day = tour.tour.as_of.sides[0].earliest
    return int(datetime.combine(day, time(), UTC).timestamp())


def as_json(data: object) -> str:
    """Values as JSON in plain ASCII, keys in order."""
    return json.dumps(data, sort_keys=True)


def _compiled(
    parts: tuple[str, ...], inputs: Mapping[str, str], fonts: tuple[Path, ...], **options: Any
) -> tuple[bytes, ...]:
    import typst

    fonts_known = book(fonts)
    lacking = {SANS, SERIF} - set(fonts_known.families())
    if lacking:  # typst would set nothing at all, and say nothing
        raise TouratlasError(f"typst doesn't find the fonts {listed(sorted(lacking), 'and')}")
    with tempfile.TemporaryDirectory(prefix="touratlas-") as empty:
        compiler = typst.Compiler(
            _source(parts),
            root=empty,
            font_paths=fonts_known,
            ignore_system_fonts=True,
            sys_inputs=dict(inputs),
            package_path=empty,
            package_cache_path=empty,
        )
        try:
            made = compiler.compile(**options)
        except typst.TypstError as error:
            raise TouratlasError(f"typst can't set this: {error.message}") from error
    pages = made if isinstance(made, list) else [made]
    return tuple(page for page in pages if page is not None)


@cache
def _source(parts: tuple[str, ...]) -> bytes:
    folder = files("touratlas.assets").joinpath("typst")
    return b"\n".join(folder.joinpath(f"{part}.typ").read_bytes() for part in parts)
