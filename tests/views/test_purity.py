"""Views are pure: no Streamlit, no network, no files but the package's own, and the same bytes whatever the process."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import INVENTED, REAL, ROOT

VIEWS = sorted((ROOT / "touratlas" / "views").glob("*.py"))

# Makes everything that a reader sees of a tour.
MAKE = """
import hashlib, json, sys
from touratlas.check import open_tour
from touratlas.audit.report import audit_loaded
from touratlas.lesson import lesson_of
from touratlas.lesson.page import head_html, path_html, rest_html
from touratlas.views.agenda import agenda_html
from touratlas.views.article import article_html
from touratlas.views.days import days_html
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.map import choice_data, folium_map, map_script, map_data, script_json
from touratlas.views.masthead import legend_html, masthead_html, nav_html
from touratlas.views.present import present_html
from touratlas.views.svgmap import svg_map
from touratlas.views.svgtimeline import svg_timeline
from touratlas.views.timeline import timeline_html
from touratlas.words import View

def pages(atlas):
    for view in View:
        links = QueryLinks("x", view)
        yield masthead_html(atlas, links, Choice())
        yield nav_html(atlas, links)
        yield legend_html(atlas, view)
        yield days_html(atlas, links)
        yield timeline_html(atlas, links, Choice(atlas.tour.stops[0].id))
        yield svg_map(atlas.tour, view=view)
        yield svg_timeline(atlas, view=view)
        yield svg_map(atlas.tour, view=view, size=(358, 260), links=links)
        for source in atlas.articles:
            findings = audit_loaded(atlas.loaded).findings
            yield article_html(atlas, source, links, [one for one in findings if hasattr(one, "span")], curator=True)
        for stop in ("", *(stop.id for stop in atlas.tour.stops)):
            yield agenda_html(atlas, links, Choice(stop))
            yield script_json(choice_data(atlas.tour, Choice(stop), view))
    for notes in (False, True):
        found = [one for one in audit_loaded(atlas.loaded).findings if hasattr(one, "span")]
        yield present_html(atlas, found, notes=notes, address="https://example.org")
        lesson = lesson_of(atlas, found)
        yield head_html(atlas, lesson, "https://example.org") + rest_html(lesson)
        yield "".join(map(path_html, lesson.paths))
    for dark in (False, True):
        yield script_json(map_data(atlas.tour, dark=dark))
"""
HASHES = """
for file in sys.argv[1:]:
    for page in pages(open_tour(file)):
        print(hashlib.sha256(page.encode()).hexdigest())
"""
WATCH = """
import os
import touratlas.views.folium_parts  # urllib3, which folium brings along, tries a local socket when it is imported
atlases = [open_tour(file) for file in sys.argv[1:]]
opened, forbidden = set(), set()
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        opened.add(os.fsdecode(arguments[0]))
    elif event.startswith(("socket.", "subprocess.", "os.exec", "os.system", "os.remove", "os.rename", "shutil.")):
        forbidden.add(event)
sys.addaudithook(watch)
sizes = [len(page) for atlas in atlases for page in pages(atlas)]
for atlas in atlases:
    folium_map(map_script(atlas.tour)).get_root().render()
found = {"opened": opened, "forbidden": forbidden, "modules": sys.modules}
print(json.dumps({key: sorted(names) for key, names in found.items()} | {"sizes": sizes}))
"""


def run(script: str, **environment: str) -> str:
    """What a fresh Python prints when it makes all pages of both tours."""
    command = [sys.executable, "-c", MAKE + script, str(REAL), str(INVENTED)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_same_bytes_from_any_process() -> None:
    """Fresh processes with other hash seeds, time zones and locales make the same pages, byte for byte."""
    first = run(HASHES, PYTHONHASHSEED="0", TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C")
    other = run(HASHES, PYTHONHASHSEED="4242", TZ="America/Los_Angeles", LC_ALL="C.UTF-8", LANG="tr_TR.UTF-8")
    assert first == other
    assert len(first.split()) > 60


def test_views_read_nothing_but_the_package() -> None:
    """With both tours read, making every page opens no socket, starts nothing and reads only package assets."""
    seen = json.loads(run(WATCH))
    assert seen["forbidden"] == []
    assert min(seen["sizes"]) > 20
    assets = str(ROOT / "touratlas" / "assets")
    roots = {str(Path(path).resolve()) for path in (sys.prefix, sys.base_prefix)}
    others = [file for file in seen["opened"] if not file.startswith((assets, *roots, sys.prefix))]
    assert [
        file for file in others if not file.startswith(str(ROOT / "touratlas")) or ".py" not in file
    ] == []
    written = [
        file
        for file in seen["opened"]
        if file.endswith((".yaml", ".txt", ".md")) and not file.startswith(tuple(roots))
    ]
    assert written == []
    assert not {"streamlit", "streamlit_folium"} & set(seen["modules"])


@pytest.mark.parametrize("file", VIEWS, ids=lambda file: file.stem)
def test_views_import_no_streamlit_and_no_pages(file: Path) -> None:
    """No view imports Streamlit, the pages, or anything that talks to a network; none opens a file or asks the
    clock.
    """
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {alias.name for one in ast.walk(tree) if isinstance(one, ast.Import) for alias in one.names}
    names |= {one.module or "" for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)}
    heads = {name.partition(".")[0] for name in names}
    assert heads.isdisjoint(
        {"streamlit", "streamlit_folium", "pages", "app", "socket", "http", "requests", "subprocess", "os"}
    )
    assert not names & {"urllib.request", "time", "random", "locale", "uuid"}
    calls = {
        one.func.id for one in ast.walk(tree) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
    }
    assert calls.isdisjoint({"open", "print", "input", "eval", "exec", "hash", "id"})
    methods = {
        one.func.attr
        for one in ast.walk(tree)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute)
    }
    assert methods.isdisjoint(
        {"now", "today", "utcnow", "astimezone", "getenv", "read_text", "write_text", "open"}
    )
