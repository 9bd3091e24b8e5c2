"""The words of the interface: all in one catalogue, which another can take the place of."""

from __future__ import annotations

import ast
import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from jinja2 import nodes
from markupsafe import escape

from tests.conftest import INVENTED, ROOT
from tests.pseudo import WORD, bare, bare_texts, bare_words, pseudo, pseudo_words
from tests.tour_foreign import LATIN, write_foreign
from tests.tours_generated import write_tour
from tests.views.html_tree import read
from touratlas.assets import ASSETS
from touratlas.check import Atlas, open_tour
from touratlas.countries import country_name
from touratlas.dates.display import MONTHS, SHORT, WEEKDAYS
from touratlas.interface import SCRIPT, begun, counted, script_words, speaking, word, words
from touratlas.snapshot.page import Look, snapshot_html
from touratlas.snapshot.sources import SCRIPTS
from touratlas.views import templates
from touratlas.views.agenda import agenda_html
from touratlas.views.filters import Filter, filter_options, hits, hits_html
from touratlas.views.links import Choice, QueryLinks, resolve
from touratlas.views.map import choice_data, map_data
from touratlas.views.marks import LIGHT
from touratlas.views.masthead import legend_html, masthead_html, nav_html, said
from touratlas.views.steps import steps_html
from touratlas.views.strip import LARGEST_IN_WORDS
from touratlas.views.svgmap import svg_map
from touratlas.views.svgtimeline import svg_timeline
from touratlas.views.timeline import timeline_html
from touratlas.words import View

TEMPLATES = sorted((ASSETS / "templates").rglob("*.html"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
MODULES = [*sorted((ROOT / "touratlas").rglob("*.py")), *PAGES]
SETTINGS = ("label", "placeholder", "help", "title", "show_spinner")  # of a widget, which it shows
UNSHOWN = frozenset({"theme", "placing", "id", "stop", "status", "side"})  # of a map's data
SHOWN = r'\b(?:aria-label|aria-description|title|alt|placeholder)="([^"]*)"'
# Names of classes, and what a standard names.
NO_WORDS = re.compile(r"(?: ?ta-[\w-]+)*|light dark|doctype| open")
LATIN_WORD = re.compile(f"(?i)[{LATIN}]{{2,}}")


def name(file: Path) -> str:
    """A file's name, for the name of a test."""
    return file.name


def module(name: str) -> str:
    """The text of a module of the snapshot's script, without remarks."""
    text = (ASSETS / "js" / "snapshot" / name).read_text(encoding="utf-8")
    return re.sub(r"(?m)^\s*//.*$", "", text)


def asked_by_templates() -> Iterator[str]:
    """The keys that templates ask for."""
    for file in (*TEMPLATES, *sorted((ASSETS / "typst").glob("*.typ"))):
        text = file.read_text(encoding="utf-8")
        yield from re.findall(r"\bw\.(\w+)", text)
        for key in re.findall(r'\bcounted\("(\w+)"', text):
            yield from (f"{key}_one", f"{key}_many")


def asked_by_python(file: Path) -> Iterator[str]:
    """The keys that a module asks for, as far as they stand in the call."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            first = node.args[0]
            chosen = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
            keys = [
                one.value for one in chosen if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            if node.func.id == "word":
                yield from keys
            elif node.func.id == "counted":
                yield from (f"{key}{number}" for key in keys for number in ("_one", "_many"))


def named_by_python(file: Path) -> set[str]:
    """The keys that stand anywhere in a module, such as in a table, and those that it may make of a part's prefix."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant):
            found |= {key for key in words() if key == node.value}
        elif isinstance(node, ast.JoinedStr):
            found |= {key for key in words() if made_key(node).fullmatch(key)}
    return found


def made_key(node: ast.JoinedStr) -> re.Pattern[str]:
    """What a string with places can be, if it begins with the prefix of a part, such as `strip_`."""
    parts = [str(one.value) if isinstance(one, ast.Constant) else "" for one in node.values]
    return re.compile(r"\w*".join(map(re.escape, parts)) if re.match("[a-z]+_", parts[0]) else "(?!)")


def asked_by_script() -> Iterator[str]:
    """The keys that the snapshot's script asks for, and the presentation's."""
    present = (ASSETS / "js" / "touratlas-present.js").read_text(encoding="utf-8")
    yield from (f"present_js_{key}" for key in re.findall(r'\bsay\("(\w+)"', present))
    said = {f"{SCRIPT}{key}" for name in SCRIPTS for key in re.findall(r'\bsay\("(\w+)"', module(name))}
    yield from said | {f"{SCRIPT}view_{view}" for view in ("article", "later")}


def test_nothing_is_asked_for_that_is_not_there() -> None:
    """By a template, by Python, or by the script."""
    asked = {*asked_by_templates(), *asked_by_script()}
    asked |= {key for file in MODULES for key in asked_by_python(file)}
    assert len(asked) > 200
    assert asked - set(words()) == set()


def test_every_word_is_used() -> None:
    """By a template, by Python, or by the script; nothing is left over from what was there before."""
    used = {*asked_by_templates(), *asked_by_script(), *(key + SHORT for key in (*WEEKDAYS, *MONTHS))}
    used |= {key for file in MODULES for key in (*asked_by_python(file), *named_by_python(file))}
    used |= {f"number_{number}" for number in range(LARGEST_IN_WORDS + 1)}
    assert set(words()) - used == set()


@pytest.mark.parametrize("file", TEMPLATES, ids=name)
def test_templates_hold_no_words(file: Path) -> None:
    """Between tags, and in attributes that are shown or read aloud, stand expressions and signs alone."""
    text = re.sub(
        r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|\bta-[\w-]*", "", file.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    between = re.sub(r'<[^>]*>|[\w-]+="[^"]*"', " ", text, flags=re.DOTALL)
    found = [one for part in (between, *re.findall(SHOWN, text)) for one in WORD.findall(part)]
    assert found == []


@pytest.mark.parametrize("file", TEMPLATES, ids=name)
def test_expressions_of_templates_hold_no_words(file: Path) -> None:
    """What a template prints itself, such as one of two texts, is no word either."""
    tree = templates._environment().parse(file.read_text(encoding="utf-8"))
    printed = [text for one in tree.find_all(nodes.Output) for node in one.nodes for text in constants(node)]
    assert [text for text in printed if WORD.search(text) and not NO_WORDS.fullmatch(text)] == []


def constants(node: nodes.Node) -> Iterator[str]:
    """The strings that an expression may print: not those that it compares or hands on."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from constants(node.expr1)
        yield from constants(node.expr2) if node.expr2 else ()
    elif isinstance(node, nodes.BinExpr):
        yield from (*constants(node.left), *constants(node.right))
    elif isinstance(node, nodes.Concat):
        yield from (text for one in node.nodes for text in constants(one))
    elif isinstance(node, nodes.Filter) and node.node:
        yield from constants(node.node)


def shown_by_widgets(node: ast.Call) -> Iterator[ast.expr]:
    """What a call of Streamlit puts on the screen: what it is given first, and what is named so."""
    func = node.func
    if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id == "st":
        yield from node.args[:1] if func.attr not in {"Page", "container"} else ()
        yield from (one.value for one in node.keywords if one.arg in SETTINGS)


@pytest.mark.parametrize("file", PAGES, ids=name)
def test_widgets_hold_no_words(file: Path) -> None:
    """Labels, examples and messages of the app's pages come from the catalogue."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    given = [one for call in calls for one in shown_by_widgets(call)]
    parts = [part for one in given for part in (one.values if isinstance(one, ast.JoinedStr) else [one])]
    told = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    found = [text for text in told if WORD.search(text) and not text.startswith("<")]
    assert found == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_script_holds_no_words(name: str) -> None:
    """What it shows comes from the catalogue: no string in it reads like a sentence."""
    strings = re.findall(r'"([^"\n]*)"', module(name))
    assert [one for one in strings if re.search(r"[A-Z][a-z]+ [a-z]|[a-z] [a-z]+\.$", one)] == []
    assert "innerHTML" not in module(name)
    assert not re.search(r"\beval\(|new Function|document\.write|insertAdjacentHTML|outerHTML", module(name))
    assert not re.search(
        r"\bfetch\(|XMLHttpRequest|localStorage|sessionStorage|cookie|WebSocket", module(name)
    )


@pytest.fixture(scope="module", params=["invented", "long"])
def strange(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """A tour none of whose texts has a Latin letter: the invented one, and a long one with its overview of weeks."""
    folder = tmp_path_factory.mktemp("foreign")
    original = INVENTED if request.param == "invented" else write_tour(folder, events=80, stops=8)
    made = folder / "made"
    made.mkdir()
    return open_tour(write_foreign(original, made))


LOOKS = {"whole": Look(), "part": Look(article=False, embed=True)}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_no_word_of_the_snapshot_bypasses_the_catalogue(strange: Atlas, look: Look) -> None:
    """In another language not one Latin word is left in texts, labels and descriptions but the names of countries,
    which are data: whoever writes an English word into a template or a view hears of it here.
    """
    with speaking(pseudo_words(words())):
        page = snapshot_html(strange, look)
    tree = read(page.partition("\n")[2])
    found = {one for text in bare_texts(tree) for one in LATIN_WORD.findall(text)}
    assert found <= countries(strange)
    assert sum(len(text) for text in bare_texts(tree)) > 1000  # of the tour's own texts, which are there


def app_parts(atlas: Atlas, view: View) -> Iterator[str]:
    """What the first page of the app shows of a tour, as HTML; and pictures that stand alone."""
    links, first = QueryLinks("strange", view), atlas.tour.stops[0].id
    yield from (masthead_html(atlas, links, Choice()), nav_html(atlas, links), legend_html(atlas, view))
    yield from (svg_map(atlas.tour, view=view, palette=LIGHT), svg_timeline(atlas, view=view))
    for choice in (Choice(), Choice(first)):
        yield from (agenda_html(atlas, links, choice), timeline_html(atlas, links, choice))
        yield from (steps_html(atlas, links, choice), escape(said(atlas.tour, choice)))
        for wish in (Filter(statuses=("planned",)), Filter(text="9999")):
            found = hits(atlas.tour, wish, view)
            yield hits_html(atlas, links, found, choice) if found else ""


@pytest.mark.parametrize("view", View)
def test_no_word_of_the_first_page_bypasses_the_catalogue(strange: Atlas, view: View) -> None:
    """The same for the parts of Explore, and for drawn map and timeline."""
    with speaking(pseudo_words(words())):
        pages = list(app_parts(strange, view))
    found = {one for page in pages for text in bare_texts(read(page)) for one in LATIN_WORD.findall(text)}
    assert found <= countries(strange)


@pytest.mark.parametrize("view", View)
def test_no_word_of_the_map_bypasses_the_catalogue(strange: Atlas, view: View) -> None:
    """The same for what the app's map is given to show: names, labels, arrows, venues, who made the basemap."""
    with speaking(pseudo_words(words())):
        data = [
            map_data(strange.tour),
            *(choice_data(strange.tour, Choice(one.id), view) for one in strange.tour.stops),
        ]
        asked = resolve(strange.tour, "nowhere", "")[1], resolve(strange.tour, "", "nothing")[1]
        options = filter_options(strange.tour)
    shown = [
        *shown_by_map(data),
        *options.people.values(),
        *options.topics.values(),
        *options.statuses.values(),
    ]
    assert len(shown) > 40
    found = {one for text in (*shown, *asked) for one in LATIN_WORD.findall(bare(text)[0])}
    assert found <= countries(strange)


def shown_by_map(data: object) -> Iterator[str]:
    """The texts among the data of a map: ids, colours and other values for its script are none."""
    if isinstance(data, dict):
        shown = [value for name, value in data.items() if name not in UNSHOWN]
        yield from (text for one in shown for text in shown_by_map(one))
    elif isinstance(data, list | tuple):
        yield from (text for one in data for text in shown_by_map(one))
    elif isinstance(data, str):
        yield data


def test_only_words_of_the_tour_bypass_the_catalogue(atlas: Atlas) -> None:
    """The same for tours in English: what the catalogue hasn't got are words of the tour file, of its articles and the
    names of countries.
    """
    with speaking(pseudo_words(words())):
        page = snapshot_html(atlas)
    whole = "\n".join([*texts(atlas.tour), *(article.text for article in atlas.articles.values())])
    others = bare_words(read(page.partition("\n")[2])) - {*WORD.findall(whole), *countries(atlas)}
    # A passage may end within what looks like a word in a script without blanks.
    assert [one for one in others if one.isascii() or one not in whole] == []


def countries(atlas: Atlas) -> set[str]:
    """The words of the names of all countries that a tour names by their codes."""
    codes = {place.country for place in atlas.tour.places.values()}
    codes |= {person.delegation or "" for person in atlas.tour.people.values()}
    codes |= {code for _, event in atlas.tour.events() for code in event.delegations}
    known = [country_name(code) for code in codes if re.fullmatch("[A-Z]{2}", code)]
    return {one for text in known for one in WORD.findall(text)}


def texts(value: object) -> Iterator[str]:
    """Every text in a part of a tour."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for one in value.values() for text in texts(one))
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in texts(one))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from (text for field in dataclasses.fields(value) for text in texts(getattr(value, field.name)))
    elif hasattr(value, "model_fields_set"):
        yield from (text for one in vars(value).values() for text in texts(one))


def test_what_the_script_is_given_is_of_the_catalogue(strange: Atlas) -> None:
    """Its words, and what statuses are called, in the language of the page."""
    with speaking(pseudo_words(words())):
        page = snapshot_html(strange)
    found = re.search(r'<script type="application/json" id="ta-data">(.*?)</script>', page)
    assert found
    data = json.loads(found[1])
    said = [*data["words"].values(), *data["statuses"].values()]
    assert len(said) > 40
    assert all(bare(text)[0].strip() == "" and bare(text)[1] == 0 for text in said)
    others = [*data["people"], *data["topics"], *(name for _, name in data["stops"]), *data["names"].values()]
    assert {one for text in others for one in LATIN_WORD.findall(text)} <= countries(strange)


def test_the_walk_finds_what_bypasses() -> None:
    """A word in a text, in a label or behind a closed bracket is found; what stands in brackets, nested or over several
    elements, is not.
    """
    page = read(
        '<div aria-label="⟦one⟧ two">⟦three <b>⟦four⟧</b> five⟧ six<svg><text>⟦seven…</text></svg> eight</div>'
    )
    assert bare_words(page) == {"two", "six", "eight"}
    with pytest.raises(AssertionError, match="bracket open"):
        bare_words(read("<ul><li>⟦one</li><li>two⟧</li></ul>"))
    with pytest.raises(AssertionError, match="without being open"):
        bare_words(read("<p>one⟧</p>"))


def test_every_text_keeps_its_places() -> None:
    """Each place of a text is a name, so that another language can say it in another order."""
    for text in words().values():
        assert re.sub(r"\{[a-z_]+\}", "", text).count("{") == 0, text
    assert pseudo("On to {place}").format(place="X") == "⟦On to X⟧"


def test_script_words(atlas: Atlas) -> None:
    """The script gets those words that are its own."""
    own = script_words(words())
    assert own["close"] == words()["js_close"]
    assert '"close":"Close"' in snapshot_html(atlas)


def test_a_word_with_its_places() -> None:
    """Places are filled by name, an unknown key is an error, another catalogue holds for its block alone."""
    assert word("passages") == "Passages"
    with speaking({"greeting": "{who}!"}):
        assert word("greeting", who="Tokyo") == "Tokyo!"
        with pytest.raises(KeyError):
            word("passages")
    assert word("passages") == "Passages"


def test_counted() -> None:
    """One has its own text, all other numbers have the other."""
    assert [counted("agenda_events", number) for number in (0, 1, 2)] == ["0 events", "1 event", "2 events"]
    assert counted("timeline_tile", 1, days="May 2031") == "May 2031: 1 event"


def test_begun() -> None:
    """The first letter alone changes."""
    assert [begun(text) for text in ("took place at Suva", "", "⟦took⟧")] == [
        "Took place at Suva",
        "",
        "⟦took⟧",
    ]
