"""The fonts that paper is set in, and whether they have every character.

Ours are Noto Sans and Noto Serif (SIL Open Font License 1.1), from the packages fontpkg-noto-sans and -noto-serif;
`--fonts DIR` adds more. The system's own fonts are never used: what is set must be the same on every machine.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from touratlas.errors import UsageError
from touratlas.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import typst

SANS: Final = "Noto Sans"
SERIF: Final = "Noto Serif"
PACKAGES: Final = ("fontpkg_noto_sans", "fontpkg_noto_serif")
STAND_IN: Final = "\ufffd"  # what is shown for a character that no font has
_SUFFIXES: Final = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_LISTED: Final = 12  # characters that a warning names
_NEVER_SEEN: Final = frozenset({"Cf", "Cc", "Zl", "Zp"})  # categories that are set without a glyph


@dataclass(frozen=True, slots=True)
class Fonts:
    """Folders of fonts, and the characters that each font in them has."""

    folders: tuple[Path, ...]
    covered: tuple[frozenset[int], ...]

    def shown(self, text: str) -> str:
        """The text with a stand-in for every character that no font has. A character and the marks on it have to be
        in one font together.
        """
        if all(ord(char) in self.covered[0] for char in set(text)):
            return text
        return "".join(one if self._has(one) else STAND_IN for one in _clusters(text))

    def missing(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The characters of some texts that can't be shown, each once, by code point."""
        lost: set[str] = set()
        for text in texts:
            if any(ord(char) not in self.covered[0] for char in set(text)):
                lost.update(one for one in _clusters(text) if not self._has(one))
        return tuple(sorted(lost))

    def _has(self, cluster: str) -> bool:
        forms = {cluster, unicodedata.normalize("NFC", cluster), unicodedata.normalize("NFD", cluster)}
        points = [{ord(char) for char in form if not _unseen(char)} for form in forms]
        return any(need <= had for need in points for had in self.covered)


def fonts_of(folder: str = "") -> Fonts:
    """Our own fonts, and those of a folder and the folders in it.

    Raises UsageError where that is no folder, has no font in it, or one that can't be used.
    """
    folders = [Path(str(files(package).joinpath("files"))) for package in PACKAGES]
    if folder:
        _refuse(Path(folder))
        folders.append(Path(folder))
    found = tuple(folders)
    return Fonts(found, tuple(characters(path, path.stat().st_mtime_ns) for path in _used(found)))


def _refuse(folder: Path) -> None:
    """Refuse what can't be meant: no folder, one without a font, and fonts that typst would pass over in silence."""
    where = f"`--fonts {shown(folder, 200)}`"
    if not folder.is_dir():
        raise UsageError(f"{where}: there is no such folder")
    fonts = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    if not fonts:
        raise UsageError(f"{where}: there is no font in it ({', '.join(sorted(_SUFFIXES))})")
    used = set(_used((folder,)))
    broken = [path for path in fonts if path not in used]
    if broken:
        raise UsageError(f"{where}: typst can’t read {shown(broken[0], 200)} as a font")


def _used(folders: tuple[Path, ...]) -> list[Path]:
    """The files that typst has fonts from, in the order of its fonts."""
    return list(dict.fromkeys(Path(one.path) for one in book(folders).fonts() if one.path))


@lru_cache(maxsize=8)
def book(folders: tuple[Path, ...]) -> typst.Fonts:
    """The fonts of some folders as typst holds them: neither the system's nor those that it has within."""
    import typst

    paths = [str(folder) for folder in folders]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


def warning(lost: tuple[str, ...]) -> str:
    """What the command line says of characters that can't be shown."""
    named = ", ".join(f"{one} ({_name(one)})" for one in lost[:_LISTED])
    more = f" and {len(lost) - _LISTED} more" if len(lost) > _LISTED else ""
    count = "a character" if len(lost) == 1 else f"{len(lost)} characters"
    kinds = f" ({', '.join(scripts(lost))})" if scripts(lost) else ""
    return f"no font has {count} of the tour{kinds}: {named}{more}; `{STAND_IN}` stands in; `--fonts DIR` adds fonts"


def scripts(lost: tuple[str, ...]) -> tuple[str, ...]:
    """The scripts of the letters among some characters, in the words of Unicode: `Arabic`, `CJK`, `Hiragana`."""
    letters = (one[0] for one in lost if unicodedata.category(one[0]).startswith("L"))
    names = (unicodedata.name(one, "").partition(" ")[0] for one in letters)
    return tuple(dict.fromkeys(name if name == "CJK" else name.capitalize() for name in names if name))


def _name(cluster: str) -> str:
    return " + ".join(f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip() for char in cluster)


@lru_cache(maxsize=64)
def characters(path: Path, _changed: int) -> frozenset[int]:
    """The code points that a font file has glyphs for. Raises UsageError where it is no font."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    try:
        with path.open("rb") as file:
            fonts = (
                TTCollection(file, lazy=True).fonts
                if path.suffix.lower() in {".ttc", ".otc"}
                else [TTFont(file, lazy=True)]
            )
            return frozenset(point for font in fonts for point in font.getBestCmap() or ())
    except (TTLibError, OSError, ValueError, KeyError, AssertionError) as error:
        raise UsageError(f"can't read {shown(path, 200)} as a font: {error}") from None


def _clusters(text: str) -> Iterator[str]:
    """Characters, each with the marks on it."""
    cluster = ""
    for char in text:
        if cluster and unicodedata.category(char).startswith("M"):
            cluster += char
            continue
        if cluster:
            yield cluster
        cluster = char
    if cluster:
        yield cluster


def _unseen(char: str) -> bool:
    return unicodedata.category(char) in _NEVER_SEEN or 0xFE00 <= ord(char) <= 0xFE0F
