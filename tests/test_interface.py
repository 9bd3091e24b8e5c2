"""The words of the interface: all in one catalogue, which another can take the place of."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import touratlas
from tests.views.html_tree import read
from touratlas.check import Atlas
from touratlas.interface import SCRIPT, script_words, speaking, word, words
from touratlas.snapshot.page import snapshot_html
from touratlas.snapshot.sources import SCRIPTS

ASSETS = files("touratlas.assets")
TEMPLATES = ("body.html", "known.html", "page.html")
PLACE = re.compile(r"\{\w+\}")


def template(name: str) -> str:
    """The text of a template of the snapshot."""
    return ASSETS.joinpath("templates", "snapshot", name).read_text(encoding="utf-8")


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
    asked |= {"ground_when", "ground_place"}
    shared = (
        one.read_text(encoding="utf-8") for one in ASSETS.joinpath("templates").iterdir() if one.is_file()
    )
    asked |= {key for text in shared for key in re.findall(r"\bw\.(\w+)", text)}
    python = (path.read_text(encoding="utf-8") for path in Path(touratlas.__file__).parent.rglob("*.py"))
    asked |= {key for text in python for key in re.findall(r'\bword\("(\w+)"', text)}
    asked |= {f"strip_{kind}{end}" for kind in ("place", "date", "name") for end in ("", "s")}
    said = {f"{SCRIPT}{key}" for name in SCRIPTS for key in re.findall(r'\bsay\("(\w+)"', module(name))}
    said |= {f"{SCRIPT}view_{view}" for view in ("article", "later")}
    assert asked | said == set(words())


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_hold_no_words(name: str) -> None:
    """Between the tags of the snapshot's own templates stand expressions, signs and nothing to translate."""
    text = re.sub(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|<title>.*?</title>", "", template(name), flags=re.DOTALL)
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
    plain = read(snapshot_html(atlas).partition("\n")[2]).one("body").text
    for key, said in words().items():
        if key.startswith(SCRIPT) or PLACE.search(said) or said not in plain or len(said) < 20:
            continue
        assert said in others or said not in text.replace(pseudo(said), ""), key
        assert pseudo(said) in text
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
