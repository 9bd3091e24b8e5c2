"""A drawn picture, or a page of a PDF, as PNG, by typst, which reads both: no second rasteriser, no system package.

System fonts are off, so that the bytes are the same everywhere. typst itself has Libertinus Serif and DejaVu Sans
Mono; the sans serif of our pictures is Noto Sans, from the package `fontpkg-noto-sans` (Latin, Greek, Cyrillic,
Devanagari). What needs other scripts names a folder of fonts that have them.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from touratlas.errors import TouratlasError

if TYPE_CHECKING:
    from collections.abc import Sequence

_SOURCE: Final = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1pt)"""
_PAGE: Final = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image("made.pdf", page: 1, width: float(sys.inputs.width) * 1pt)"""
_WIDTH: Final = re.compile(r'<svg[^>]* width="([0-9.]+)"')
_WIDEST: Final = 20_000
_POINTS_TO_THE_INCH: Final = 72.0


def png_of(svg: str, width_px: int, fonts: Sequence[Path] = ()) -> bytes:
    """A picture of ours as PNG, `width_px` wide, and as high as it is then.

    Colours must be literal: make it with a palette. `fonts` are folders with further fonts. The picture's text
    reaches typst as data, and typst sees no file but fonts and its own source. Raises ValueError for what is no
    picture of ours and for a width below 1 or beyond 20,000.
    """
    import typst

    found = _WIDTH.match(svg)
    if found is None:
        raise ValueError("not an SVG picture with a width")
    if not 1 <= width_px <= _WIDEST:
        raise ValueError(f"a picture can't be {width_px} px wide; expected 1 to {_WIDEST:,}")
    width = float(found[1])
    folders = [str(folder) for folder in (*fonts, *_own_fonts())]
    with TemporaryDirectory() as folder:
        source = Path(folder) / "picture.typ"  # the only file that typst can see
        source.write_bytes(_SOURCE)
        return typst.compile(
            source,
            root=source.parent,
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=folders),
            format="png",
            ppi=_POINTS_TO_THE_INCH * width_px / width,
            sys_inputs={"svg": svg, "width": f"{width:g}"},
        )


def png_of_page(pdf: bytes, width_px: int) -> bytes:
    """The first page of a PDF as PNG, `width_px` wide; its fonts are in it. Raises TouratlasError for what is no PDF,
    ValueError for a width below 1 or beyond 20,000.
    """
    import typst

    if not 1 <= width_px <= _WIDEST:
        raise ValueError(f"a picture can't be {width_px} px wide; expected 1 to {_WIDEST:,}")
    with TemporaryDirectory() as folder:
        source = Path(folder) / "page.typ"  # typst can see it and the file, and nothing else
        source.write_bytes(_PAGE)
        source.with_name("made.pdf").write_bytes(pdf)
        try:
            return typst.compile(
                source,
                root=source.parent,
                font_paths=typst.Fonts(include_system_fonts=False, font_paths=[]),
                format="png",
                ppi=_POINTS_TO_THE_INCH,
                sys_inputs={"width": f"{width_px}"},
            )
        except typst.TypstError as error:
            raise TouratlasError(f"typst can't draw this page: {error.message}") from error


def _own_fonts() -> tuple[Path, ...]:
    """The folder of Noto Sans, where the package is installed."""
    spec = find_spec("fontpkg_noto_sans")
    places = spec.submodule_search_locations if spec else None
    return tuple(Path(place) / "files" for place in places or ())
