"""Makes the folder `static/`, which Streamlit serves: `python -m touratlas.assets.build_static [--check]`.

Everything in it is a copy, made here and committed, so that the app needs neither a package index nor a
network:

- `vendor/leaflet/`: Leaflet from the PyPI package django-js-lib-leaflet (a development requirement; its
Django part isn't
  used), as it is, with its licence;
- `basemap-50m.js`: sets `window.TOURATLAS_BASEMAP` to `{countries, coasts, borders}`, three GeoJSON objects
made from
  `basemap/world-50m.json` by the code of `basemap/decode.js`;
- the scripts and styles of this package that :data:`OWN` lists.

With `--check` nothing is written; what differs, is missing or doesn't belong there is named, and the exit
code is then 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OWN: Final[tuple[str, ...]] = (
    "js/touratlas-style.js",
    "js/touratlas-frame.js",
    "js/touratlas-edge.js",
    "js/touratlas-land.js",
    "js/touratlas-map.js",
)
"""Files of `touratlas/assets/` that the app's pages load, as "js/name.js" or "css/name.css"; they go to
`static/name.…`."""

ASSETS: Final = Path(__file__).parent
STATIC: Final = ASSETS.parents[1] / "static"

_LEAFLET: Final = "django-js-lib-leaflet"
_LEAFLET_VERSION: Final = "1.9.4.1"
_LEAFLET_FOLDER: Final = "js_lib_leaflet/static/js_lib_leaflet"
_LEAFLET_FILES: Final = (
    "leaflet.js",
    "leaflet.css",
    "images/layers.png",
    "images/layers-2x.png",
    "images/marker-icon.png",
    "images/marker-icon-2x.png",
    "images/marker-shadow.png",
)
_NOTICE: Final = (
    "// Made by touratlas/assets/build_static.py: do not edit. "
    "Natural Earth (public domain) by world-atlas (ISC), see touratlas/assets/basemap/README.md.\n"
)


def contents() -> dict[str, bytes]:
    """All files of the folder by their path in it. Raises ValueError where Leaflet's package has another
    version."""
    files = {f"vendor/leaflet/{name}": data for name, data in _leaflet().items()}
    files["basemap-50m.js"] = basemap_script().encode()
    for name in OWN:
        files[Path(name).name] = (ASSETS / name).read_bytes()
    return dict(sorted(files.items()))


def basemap_script() -> str:
    """The text of basemap-50m.js. Its data is text to be parsed as JSON, which browsers do faster than
    reading a script."""
    world = json.loads((ASSETS / "basemap" / "world-50m.json").read_text(encoding="utf-8"))
    data = {key: world[key] for key in ("scale", "translate", "frame")}
    data["territories"] = [[record["code"], record["polygons"]] for record in world["territories"]]
    data["arcs"] = world["arcs"]
    text = json.dumps(data, separators=(",", ":"))
    if "'" in text or "\\" in text:
        raise ValueError("the basemap's data can't stand in a quoted string")
    decode = (ASSETS / "basemap" / "decode.js").read_text(encoding="utf-8")
    return f"{_NOTICE}window.TOURATLAS_BASEMAP = ({decode.strip()})(JSON.parse('{text}'));\n"


def differences(folder: Path = STATIC) -> list[str]:
    """What is wrong with a folder, a line each; empty if it is exactly what this script makes."""
    wanted = contents()
    found = _files(folder)
    problems = [f"{name}: missing" for name in wanted if name not in found]
    problems += [f"{name}: does not belong there" for name in found if name not in wanted]
    problems += [f"{name}: differs" for name in found if name in wanted and found[name] != wanted[name]]
    return sorted(problems)


def write(folder: Path = STATIC) -> None:
    """Write what belongs in the folder; what doesn't is left for `--check` to name."""
    for name, data in contents().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _leaflet() -> dict[str, bytes]:
    package = distribution(_LEAFLET)
    if package.version != _LEAFLET_VERSION:
        raise ValueError(f"expected {_LEAFLET} {_LEAFLET_VERSION}, found {package.version}")
    files = {
        name: Path(str(package.locate_file(f"{_LEAFLET_FOLDER}/{name}"))).read_bytes()
        for name in _LEAFLET_FILES
    }
    licence = package.read_text("LICENSE")
    if licence is None:
        raise ValueError(f"{_LEAFLET} comes without a licence")
    files["LICENSE"] = licence.encode()
    return files


def _files(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m touratlas.assets.build_static", description="Make the folder that Streamlit serves."
    )
    parser.add_argument("--check", action="store_true", help="write nothing, name what differs")
    options = parser.parse_args(arguments)
    if options.check:
        problems = differences()
        sys.stdout.write("".join(f"static/{problem}\n" for problem in problems))
        return 1 if problems else 0
    write()
    for name, data in contents().items():
        sys.stdout.write(f"static/{name}: {len(data)} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
