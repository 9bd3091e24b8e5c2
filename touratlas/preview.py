"""What a made file looks like before it is downloaded: its size, and as much of it as its format can show at a glance.

Pure functions from a file's bytes. The pictures stand in their own address (`data:`), so that showing one asks for
nothing; an SVG shown as a picture runs nothing and loads nothing.
"""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from touratlas.interface import word
from touratlas.wording import count

if TYPE_CHECKING:
    from touratlas.exports import Format

LINES: Final = 20  # of a text
WIDE: Final = 120  # characters of a line
TITLES: Final = 40  # of slides
PAGE_PX: Final = 720  # the width of a page
_PART: Final = re.compile(r" \(\d+ of \d+\)$")
_PPTX: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@dataclass(frozen=True, slots=True)
class Preview:
    """A file at a glance: its size in words, a sentence on it; a picture as a `data:` address with `said`, the same in
    words; the beginning of a text. What a format has not is "".
    """

    size: str
    told: str = ""
    picture: str = ""
    said: str = ""
    text: str = ""


def preview(form: Format, data: bytes) -> Preview:
    """A file of a format. Raises TouratlasError where a PDF can't be drawn."""
    size = size_of(data)
    kind = form.media_type.partition(";")[0]
    if kind.startswith("image/"):
        return Preview(size, picture=_address(kind, data), said=word("export_picture", purpose=form.purpose))
    if kind == "application/pdf":
        from touratlas.raster import png_of_page

        page = _address("image/png", png_of_page(data, PAGE_PX))
        said = word("export_page", purpose=form.purpose)
        return Preview(size, word("export_first_page"), picture=page, said=said)
    if kind == _PPTX:
        return Preview(size, _slides(data))
    if kind == "text/html":
        return Preview(size, word("export_html"))
    shown, lines = _beginning(data.decode("utf-8", "replace"))
    told = word("export_lines", shown=LINES, lines=f"{lines:,}") if lines > LINES else ""
    return Preview(size, told, text=shown)


def bundle_preview(data: bytes) -> Preview:
    """A ZIP file of formats: what is in it, with sizes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        rows = [f"{_kilobytes(one.file_size):>10}  {one.filename}" for one in archive.infolist()]
    return Preview(size_of(data), count(len(rows), "file"), text="\n".join(rows))


def size_of(data: bytes) -> str:
    """How large a file is, in words: `12 KB`, a kilobyte being a thousand bytes."""
    return _kilobytes(len(data))


def _kilobytes(size: int) -> str:
    return word("export_size", size=f"{max(round(size / 1000), 1):,}")


def _address(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"


def _slides(data: bytes) -> str:
    """How many slides there are, and their titles, that of several parts once."""
    import pptx

    slides = pptx.Presentation(io.BytesIO(data)).slides
    named = [slide.shapes.title.text for slide in slides if slide.shapes.title is not None]
    titles = list(dict.fromkeys(" ".join(_PART.sub("", title).split()) for title in named))
    more = [word("export_more")] if len(titles) > TITLES else []
    return f"{count(len(slides), 'slide')}: {' · '.join([*titles[:TITLES], *more])}"


def _beginning(text: str) -> tuple[str, int]:
    """The first lines of a text, none longer than has room, and how many there are."""
    lines = text.splitlines()
    cut = (line if len(line) <= WIDE else f"{line[: WIDE - 1]}…" for line in lines[:LINES])
    return "\n".join(cut), len(lines)
