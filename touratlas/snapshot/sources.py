"""Style and script of the snapshot: joined from the files in assets, made smaller, and hashed for the page's policy."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

STYLES = ("touratlas.css", "timeline.css", "questions.css", "snapshot.css")
SCRIPTS = (
    "page.js",
    "choice.js",
    "later.js",
    "strip.js",
    "agenda.js",
    "timeline.js",
    "map.js",
    "panel.js",
    "findings.js",
    "search.js",
    "present.js",
    "main.js",
)
# Before anything is drawn: the page knows that it has a script, and what the strip test is to hide.
EARLY = (
    "const page=document.documentElement;page.classList.add('ta-js');"
    "page.toggleAttribute('data-strip',/&strip=1(&|$)/.test(location.hash))"
)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IMPORT = re.compile(r'^import (?P<names>{[^}]*}) from "\./(?P<name>\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:async )?(?:function|const|class) (\w+)", re.MULTILINE)
_REMARK = re.compile(r"^\s*//[^\n]*\n", re.MULTILINE)


@cache
def style() -> str:
    """All style sheets as one, without comments and needless blanks."""
    folder = files("touratlas.assets").joinpath("css")
    return "".join(_smaller(folder.joinpath(name).read_text(encoding="utf-8")) for name in STYLES)


def _smaller(sheet: str) -> str:
    sheet = _COMMENT.sub("", sheet)
    sheet = re.sub(r"\s+", " ", sheet)
    return re.sub(r" ?([{};]) ?", r"\1", sheet).replace(";}", "}").strip()


@cache
def script() -> str:
    """All modules as one: each a function of its own that gives what it exports to those behind it."""
    folder = files("touratlas.assets").joinpath("js", "snapshot")
    return "".join(_joined(name, folder.joinpath(name).read_text(encoding="utf-8")) for name in SCRIPTS)


def _joined(name: str, module: str) -> str:
    exported = ", ".join(_EXPORT.findall(module))
    module = _IMPORT.sub(lambda match: f"const {match['names']} = ${match['name']};\n", module)
    module = _REMARK.sub("", _EXPORT.sub(lambda match: match[0].removeprefix("export "), module))
    module = re.sub(r"^\s+", "", module, flags=re.MULTILINE)
    return f"const ${name.removesuffix('.js')} = (() => {{\n{module}return {{ {exported} }};\n}})();\n"


def policy(styles: list[str], scripts: list[str]) -> str:
    """A Content-Security-Policy that allows these styles and scripts, pictures in the page, and nothing else."""
    parts = (
        "default-src 'none'",
        f"script-src {' '.join(map(_hash, scripts))}",
        f"style-src {' '.join(map(_hash, styles))}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(parts)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


class Lifted:
    """Inline styles as classes: the page's policy forbids the attribute `style`, so what templates put there moves
    into the style sheet.
    """

    _TAG = re.compile(r'(<[a-z0-9]+ class="[^"<>]*)("[^<>]*?) style="([^"<>]*)"')

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def lift(self, html: str) -> str:
        """HTML made by our templates (in which a text of a tour never has a bare `"` or `<`), without such styles."""
        return self._TAG.sub(self._class, html)

    def _class(self, match: re.Match[str]) -> str:
        name = self._names.setdefault(match[3], f"s{len(self._names)}")
        return f"{match[1]} {name}{match[2]}"

    def sheet(self) -> str:
        """The rules of the classes."""
        return "".join(f".{name}{{{rules}}}" for rules, name in self._names.items())
