"""Papers read back by pypdf, which had no part in making them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from pypdf import PdfReader

from touratlas.paper.fonts import fonts_of

PAYLOADS = (
    "#panic(1)",
    '#read("/etc/passwd")',
    "$x$ *b* _i_ `r` <l> @l = h",
    '"] #set page(fill: red) [',
    "\\u{41} // gone /* gone */",
    "#{sys.inputs.data}",
)
_UNSEEN = re.compile("[\\s\u200b\u00ad\u2060\u2068\u2069]+")


def squeezed(text: str) -> str:
    """A text without white space and what is set without a glyph: lines break where they like."""
    return _UNSEEN.sub("", text)


def pages(pdf: bytes) -> list[str]:
    """The text of each page, squeezed, its foot taken away."""
    reader = PdfReader(io.BytesIO(pdf))
    found = [squeezed(page.extract_text()) for page in reader.pages]
    total = len(found)
    return [
        re.sub(rf"(Handout|Worksheet|Answerkey|Lessonplan)·.*?{at}/{total}", "", text)
        for at, text in enumerate(found, 1)
    ]


def text(pdf: bytes) -> str:
    """The text of a file, squeezed."""
    return "".join(pages(pdf))


def whole(pdf: bytes) -> str:
    """Everything in a file that is or could be text: what is shown, streams decompressed, and all strings."""
    reader = PdfReader(io.BytesIO(pdf))
    found = [text(pdf)]
    for number in range(1, len(reader.xref[0]) + len(reader.xref_objStm) + 1):
        found += _strings(reader.get_object(number))
    return squeezed("\n".join(found))


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield str(key)
            yield from _strings(value) if isinstance(value, (str, list, dict)) else ()
        if hasattr(node, "get_data"):
            yield node.get_data().decode("utf-8", "replace")
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)


def structure(pdf: bytes) -> list[dict[str, Any]]:
    """Every element of the structure tree, in reading order."""
    root = PdfReader(io.BytesIO(pdf)).root_object["/StructTreeRoot"]
    found: list[dict[str, Any]] = []
    _walk(root, found)
    return found


def _walk(node: Any, found: list[dict[str, Any]]) -> None:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            _walk(one, found)
    elif isinstance(node, dict):
        if "/S" in node:
            found.append(dict(node))
        _walk(node.get("/K", []), found)


def font_with(folder: Path, characters: str) -> Path:
    """A font file that has each of some characters; what they look like doesn't matter."""
    font = TTFont(next(path for path in fonts_of().folders[0].iterdir() if "Italic" not in path.name))
    points = sorted({ord(char) for char in characters if 0x17F < ord(char) < 0x10000})
    glyphs = dict(zip(points, font.getGlyphOrder()[50:], strict=False))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(glyphs)
    for name in font["name"].names:
        name.string = str(name).replace("Noto", "Touratlas Test")
    path = folder / "many.ttf"
    font.save(path)
    return path
