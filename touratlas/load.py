"""A tour file → the tour and its articles, with the place of everything.

`load_tour` never raises on what is *in* a file: whatever is wrong comes back as findings. It raises
:class:`~touratlas.errors.UsageError` only where the file itself can't be opened.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from pathlib import PurePosixPath, PureWindowsPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.errors import UsageError
from touratlas.finding import Finding
from touratlas.shape import lost_names, shape
from touratlas.tree import LARGEST_FILE, Node, read_tree
from touratlas.wording import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from touratlas.article import Article
    from touratlas.codes import Code
    from touratlas.model import ArticleSource, Tour
    from touratlas.tree import Path

# At 1 MiB an honest article reads in a second, a hostile Markdown one in under a minute.
LARGEST_ARTICLE = 2**20  # bytes
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")  # C0 but tab, line feed, form feed, carriage return
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A tour file as read: the tour if its shape is valid, its articles, the places of its values, what is
    wrong so far.

    `cut` names ids that stood in pieces which had to be left out because their shape was wrong; where it
    isn't empty, or `findings` has an error, the tour serves further checks only.
    """

    path: str
    tour: Tour | None
    root: Node | None
    findings: tuple[Finding, ...]
    cut: frozenset[str] = frozenset()
    articles: Mapping[str, Article] = field(default_factory=lambda: MappingProxyType({}))

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column of the value at `path` (of its key if `key`), or of the nearest value above it."""
        if self.root is None:
            return 1, 1
        if key:
            return self.root.key_place(path)
        node = self.root.find(path)
        return node.line, node.column

    def finding(
        self, path: Path, code: Code, message: str, *, detail: str = "", subject: str = "", key: bool = False
    ) -> Finding:
        """A finding at the value (or key) at `path`."""
        line, column = self.place(path, key=key)
        return Finding(self.path, line, column, code.id, code.severity, message, detail, subject)


def load_tour(path: str | FilePath) -> Loaded:
    """Read a tour file and the articles beside it.

    Raises UsageError if the tour file can't be opened. Article files are looked up relative to the tour file.
    """
    file = FilePath(path)
    try:
        data = _read(file, LARGEST_FILE)
    except (OSError, ValueError) as error:  # ValueError: a name with NUL in it
        message = f"can't read {shown(path, 200)}: {getattr(error, 'strerror', None) or error}"
        raise UsageError(message) from None
    return load_bytes(data, str(path), lambda name: _read_beside(file, name))


def load_bytes(data: bytes, path: str, read_article: Callable[[str], bytes]) -> Loaded:
    """The same for a file in memory: `path` is its name in findings, `read_article(file)` gives an
    article's bytes or raises OSError.
    """
    root, findings = read_tree(data, path)
    if root is None:
        return Loaded(path, None, None, tuple(sorted(findings)))
    shaped = shape(root, path)
    cut = shaped.cut | (lost_names(root) if findings else frozenset())  # of equal keys all but one is lost
    loaded = Loaded(path, shaped.tour, root, tuple(sorted((*findings, *shaped.findings))), cut)
    if shaped.tour is None:
        return loaded
    return _with_articles(loaded, shaped.tour, read_article)


def _with_articles(loaded: Loaded, tour: Tour, read_article: Callable[[str], bytes]) -> Loaded:
    findings = list(loaded.findings)
    articles: dict[str, Article] = {}
    for key, source in tour.articles().items():
        article, problems = _article(loaded, tour, key, source, read_article)
        findings.extend(problems)
        if article is not None:
            articles[key] = article
    return Loaded(
        loaded.path, tour, loaded.root, tuple(sorted(findings)), loaded.cut, MappingProxyType(articles)
    )


def _article(
    loaded: Loaded, tour: Tour, key: str, source: ArticleSource, read_article: Callable[[str], bytes]
) -> tuple[Article | None, list[Finding]]:
    at: Path = ("sources", key, "file")
    try:
        data = read_article(source.file)
        text = data.decode("utf-8-sig")
    except OSError as error:
        why = f"can't read {shown(source.file)}: {error.strerror or error}"
        message = (
            f"{why}; expected a text file, by its path from the tour file, with at most one `../` before it"
        )
        return None, [loaded.finding(at, codes.ARTICLE_UNREADABLE, message)]
    except UnicodeDecodeError as error:
        message = f"{shown(source.file)} isn't UTF-8 at byte {error.start:,}; expected a UTF-8 text file"
        return None, [loaded.finding(at, codes.ARTICLE_UNREADABLE, message)]
    problems = []
    found = hashlib.sha256(data).hexdigest()
    at_sum: Path = ("sources", key, "sha256")
    if found != source.sha256 and not (loaded.root is not None and loaded.root.lost_at(at_sum)):
        message = (
            f"{shown(source.file)} has the SHA-256 {shown(found, 64)}; expected {shown(source.sha256, 64)}"
        )
        problems.append(loaded.finding(at_sum, codes.ARTICLE_CHANGED, message))
    if (bad := _CONTROL.search(text)) is not None:
        line, column = _line_column(text, bad.start())
        message = (
            f"{shown(source.file)} has the control character U+{ord(bad[0]):04X} in line {line}, column {column}; "
            "expected text without it"
        )
        return None, [*problems, loaded.finding(at, codes.ARTICLE_UNREADABLE, message)]
    return _parsed(tour, source, text), problems


def _line_column(text: str, offset: int) -> tuple[int, int]:
    lines = _LINE_END.split(text[:offset])
    return len(lines), len(lines[-1]) + 1


def _parsed(tour: Tour, source: ArticleSource, text: str) -> Article:
    from touratlas.article import BlockKind, Correction, read_article, with_markers

    article = read_article(
        text,
        markdown=PurePosixPath(source.file).suffix.casefold() in {".md", ".markdown"},
        language=source.language or tour.tour.language,
        corrections=tuple(Correction(fix.line, BlockKind(fix.kind)) for fix in source.lines),
    )
    return with_markers(article, source.markers)


def _read(file: FilePath, most: int) -> bytes:
    """The bytes of a regular file, one more than `most` at the most, so that a huge one isn't read whole."""
    if file.exists() and not file.is_file():
        raise OSError(0, "not a regular file")
    with file.open("rb") as stream:
        return stream.read(most + 1)


def _read_beside(file: FilePath, name: str) -> bytes:
    """An article's bytes; its path must be relative and lead at most one folder above the tour file's, and so must the
    file that links on the way lead to.
    """
    parts = PurePosixPath(name).parts
    if (
        "\x00" in name
        or "\\" in name
        or PurePosixPath(name).is_absolute()
        or PureWindowsPath(name).drive
        or parts.count("..") > 1
        or ".." in parts[1:]
    ):
        raise OSError(0, "the path leads elsewhere")
    fence = FilePath(os.path.realpath(file.parent)).parent
    if not FilePath(os.path.realpath(file.parent / name)).is_relative_to(fence):
        raise OSError(0, "the path leads elsewhere")
    data = _read(file.parent / name, LARGEST_ARTICLE)
    if len(data) > LARGEST_ARTICLE:
        raise OSError(0, f"larger than {LARGEST_ARTICLE:,} bytes")
    return data
