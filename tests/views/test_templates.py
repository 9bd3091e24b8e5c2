"""Templates: text stays text, and a forgotten value is an error."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError, nodes
from jinja2.environment import Environment
from markupsafe import Markup

from tests.conftest import REAL, ROOT
from touratlas.assets import ASSETS
from touratlas.check import check_loaded
from touratlas.interface import speaking
from touratlas.load import load_bytes
from touratlas.snapshot.page import snapshot_html
from touratlas.views import templates
from touratlas.views.agenda import agenda_html
from touratlas.views.article import article_html
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.templates import render

DRAWN = re.compile(
    r'<img (?:class="[\w-]+" data-way="[^"]*" )?'
    r'(?=src="\{\{ (?:deck\.map\.source|slide\.way|one\.picture|follow\.source) \}\}")'
)

FILES = sorted((ASSETS / "templates").glob("*.html"))
RENDERED = {"timeline.html": {"days"}}  # the list by day, itself made by a template


@pytest.fixture
def environment() -> Environment:
    """What the package renders with."""
    return templates._environment()


def test_values_are_escaped(environment: Environment) -> None:
    """Autoescape is on for every template: a text can't open a tag, nor leave an attribute."""
    made = environment.from_string('<p title="{{ one }}">{{ one }}</p>').render(one="""<b>&"'</b>""")
    assert made == '<p title="&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;">&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;</p>'


def test_what_is_not_given_is_an_error() -> None:
    """A template without one of its values raises; it doesn't print a hole."""
    with pytest.raises(UndefinedError):
        render("nav.html")
    with pytest.raises(TemplateNotFound):
        render("../css/touratlas.css")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_is_passed_unescaped(environment: Environment, file: Path) -> None:
    """No template calls a text safe or turns escaping off; only pages that were rendered before may go into another."""
    tree = environment.parse(file.read_text(encoding="utf-8"))
    filters = list(tree.find_all(nodes.Filter))
    assert {one.name for one in filters}.isdisjoint({"tojson", "xmlattr", "urlize"})
    passed = {getattr(one.node, "name", "?") for one in filters if one.name == "safe"}
    assert passed <= RENDERED.get(file.name, set())
    assert not list(tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_template_carries_a_script_or_a_style(file: Path) -> None:
    """Pages get HTML only: no script, style or handler that an escape could be missing in.

    A `style` attribute may hold custom properties, whose values are numbers; a macro `band` makes some of them. The
    only images are those that we draw, which stand in their own address (`test_present`, `test_preview` and
    `test_follow` see that they do).
    """
    text = DRAWN.sub("", file.read_text(encoding="utf-8").casefold())
    assert (
        re.findall(r"<(?:script|style|img|iframe|link|object)|\s(?:srcdoc|on\w+)\s*=|javascript:", text) == []
    )
    for style in re.findall(r"\sstyle\s*=\s*(\"[^\"]*\"|\S*)", text):
        assert re.fullmatch(r'"(?:\{\{ band\([\w.]+\) \}\};?)?(?:--[\w-]+:\s*\{\{ [\w.]+ \}\};?)*"', style), (
            style
        )


def test_render_gives_plain_text() -> None:
    """What comes back is an ordinary string: nobody takes it for markup that may be put into other markup unseen."""
    made = render("nav.html", stops=(), whole="?tour=x")
    assert type(made) is str
    assert not isinstance(made, Markup)


def test_what_turns_the_direction_of_text_is_written_out() -> None:
    """An article may hold overrides; its passages and its text show them by number instead of obeying them."""
    old = next(iter((ROOT / "seeds").iterdir())).read_bytes()
    new = old.replace(b" troops stationed there.", " troops stationed there\u202e.".encode())
    tour = REAL.read_bytes().replace(sha256(old).hexdigest().encode(), sha256(new).hexdigest().encode())
    report = check_loaded(load_bytes(tour, str(REAL), lambda name: new))
    assert report.atlas is not None
    links = QueryLinks(report.atlas.tour.tour.id)
    agenda = agenda_html(report.atlas, links, Choice("tokyo"))
    article = article_html(report.atlas, "article", links)
    for made in (agenda, article, snapshot_html(report.atlas)):
        assert "[U+202E]." in made
        assert "\u202e" not in made


def test_marks_of_right_to_left_text_stay(environment: Environment) -> None:
    """LRM, RLM and ALM are honest typography; so is everything else in a text."""
    assert environment.from_string("{{ a }}").render(a="\u200e\u200f\u061cא") == "\u200e\u200f\u061cא"


def test_the_catalogue_is_in_every_template(environment: Environment) -> None:
    """Also in one that another imports, and in the language that is spoken when it is rendered; no word is a hole."""
    made = '{% import "_parts.html" as parts %}{{ parts.italics() }} {{ w.stops }}'
    assert "italics<" in environment.from_string(made).render()
    with speaking({"italics": "kursiv", "stops": "Halte"}):
        assert (
            environment.from_string(made)
            .render()
            .endswith('kursiv<span aria-hidden="true">*</span></em> Halte')
        )
    with pytest.raises(UndefinedError):
        environment.from_string("{{ w.no_such_word }}").render()


def test_places_are_filled_with_markup_of_macros_alone(environment: Environment) -> None:
    """A text that a value stands in is escaped, the value too, and its turns are written out; what a macro made is
    HTML, in which that was done.
    """
    template = environment.from_string(
        "{% macro bold(one) %}<b>{{ one }}</b>{% endmacro %}{{ w.told | filled(who=bold(name), what=name) }}"
    )
    with speaking({"told": "<{who}> & {what}"}):
        made = template.render(name="<i>{what}\u202e")
    assert made == "&lt;<b>&lt;i&gt;{what}[U+202E]</b>&gt; &amp; &lt;i&gt;{what}[U+202E]"


def test_filters_and_counts(environment: Environment) -> None:
    """A text as a sentence begins, and one that a number stands in."""
    assert environment.from_string("{{ 'took <place>' | begun }}").render() == "Took &lt;place&gt;"
    assert environment.from_string("{{ counted('agenda_events', 1) }}").render() == "1 event"
