"""The words of the interface: all in one catalogue, which another can take the place of."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from tests.conftest import ROOT
from tests.views.html_tree import read
from touratlas.check import Atlas
from touratlas.interface import SCRIPT, script_words, speaking, word, words
from touratlas.snapshot.page import snapshot_html
from touratlas.snapshot.sources import SCRIPTS

ASSETS = files("touratlas.assets")
TEMPLATES = ("body.html", "known.html", "page.html")
SHARED = ("_others.html", "_questions.html", "article.html", "margin.html")
PLACE = re.compile(r"\{\w+\}")


def template(name: str) -> str:
    """The text of a template of the snapshot."""
    return ASSETS.joinpath("templates", "snapshot", name).read_text(encoding="utf-8")


def shared(name: str) -> str:
    """The text of a template of the article's page, some of it shared with the snapshot."""
    return ASSETS.joinpath("templates", name).read_text(encoding="utf-8")


def python() -> list[str]:
    """The code of package and pages, as text."""
    files_ = [*(ROOT / "touratlas").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    return [file.read_text(encoding="utf-8") for file in sorted(files_)]


def module(name: str) -> str:
    """The text of a module of its script, without remarks."""
    text = ASSETS.joinpath("js", "snapshot", name).read_text(encoding="utf-8")
    return re.sub(r"(?m)^\s*//.*$", "", text)


def pseudo(text: str) -> str:
    """A word of a language that nobody speaks: longer, with marks around it, its places kept."""
    return f"⟦{text}~~~⟧"


def test_every_word_is_used() -> None:
    """By a template, by Python, or by the script; and nothing is asked for that isn't there."""
    asked = {key for name in TEMPLATES for key in re.findall(r"\bw\.(\w+)", template(name))}
    asked |= {key for name in SHARED for key in re.findall(r"\bw\.(\w+)", shared(name))}
    asked |= {key for text in python() for key in re.findall(r'"([a-z0-9_]+)"', text) if key in words()}
    said = {f"{SCRIPT}{key}" for name in SCRIPTS for key in re.findall(r'\bsay\("(\w+)"', module(name))}
    said |= {f"{SCRIPT}view_{view}" for view in ("article", "later")}
    assert asked | said == set(words())


@pytest.mark.parametrize("name", [*TEMPLATES, *SHARED])
def test_templates_hold_no_words(name: str) -> None:
    """Between the tags of these templates stand expressions, signs and nothing to translate."""
    text = template(name) if name in TEMPLATES else shared(name)
    text = re.sub(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|<title>.*?</title>", "", text, flags=re.DOTALL)
    between = re.sub(r"<[^>]*>", " ", text, flags=re.DOTALL)
    assert re.findall(r"[^\W\d_]{2,}", between.replace("doctype", "")) == []


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


def test_another_catalogue_takes_its_place(atlas: Atlas) -> None:
    """In a pseudo-locale no English word is left but those of templates shared with the app; places are filled."""
    shared = [one for one in ASSETS.joinpath("templates").iterdir() if one.name.endswith(".html")]
    others = " ".join(one.read_text(encoding="utf-8") for one in shared)
    with speaking({key: pseudo(text) for key, text in words().items()}):
        made = snapshot_html(atlas)
    text = read(made.partition("\n")[2]).one("body").text
    left = re.sub("⟦[^⟧]*⟧", " ", text)
    bypassing = [
        said for said in words().values() if len(said) >= 20 and said in left and not PLACE.search(said)
    ]
    assert [said for said in bypassing if said not in others] == []
    assert text.count("⟦") > 200
    assert "{as_of}" not in text
    assert "{line}" not in text


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
