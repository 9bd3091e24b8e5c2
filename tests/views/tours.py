"""Tours made from the invented one for a single test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import INVENTED
from touratlas.check import Atlas, open_tour
from touratlas.model import Event, Stop, Tour
from touratlas.views.agenda import agenda_html
from touratlas.views.links import Choice, QueryLinks
from touratlas.words import View

# Keys whose values are free text that a reader may see.
FREE = frozenset({"title", "summary", "name", "role", "says", "note", "ask", "answer", "publisher", "why"})


def with_tour(atlas: Atlas, **update: Any) -> Atlas:
    """The same atlas with other values at the top of its tour."""
    return replace(atlas, tour=atlas.tour.model_copy(update=update))


def with_stop(tour: Tour, number: int, **update: Any) -> Tour:
    """The same tour with other values in one stop."""
    stops: list[Stop] = list(tour.stops)
    stops[number] = stops[number].model_copy(update=update)
    return tour.model_copy(update={"stops": tuple(stops)})


def first_event(atlas: Atlas) -> Event:
    """Some event, to make others from."""
    return atlas.tour.stops[0].events[0]


def rewritten(folder: Path, change: Callable[[str, str], str]) -> Atlas:
    """The invented tour with every free text changed, `change` being given its key; checked like any other."""
    raw = yaml.load(INVENTED.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - our own file; texts stay texts
    (folder / "pacific-article.md").write_bytes(INVENTED.with_name("pacific-article.md").read_bytes())
    file = folder / "rewritten.yaml"
    file.write_text(
        yaml.safe_dump(_changed(raw, change), allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    return open_tour(file)


def _glossary(terms: dict[str, str], change: Callable[[str, str], str]) -> dict[str, str]:
    return {change("title", term): change("says", text) for term, text in terms.items()}


def _lesson(lesson: dict[str, Any], change: Callable[[str, str], str]) -> dict[str, Any]:
    return {"age": change("title", lesson["age"]), "aims": [change("says", one) for one in lesson["aims"]]}


MORE: dict[str, Callable[[Any, Callable[[str, str], str]], Any]] = {"glossary": _glossary, "lesson": _lesson}


def _changed(node: Any, change: Callable[[str, str], str]) -> Any:
    if isinstance(node, list):
        return [_changed(one, change) for one in node]
    if not isinstance(node, dict):
        return node
    made: dict[str, Any] = {}
    for key, value in node.items():
        if key == "topics" and isinstance(value, dict):
            made[key] = {name: change(key, label) for name, label in value.items()}
        elif key in MORE:
            made[key] = MORE[key](value, change)
        elif key in FREE and isinstance(value, str):
            made[key] = change(key, value)
        else:
            made[key] = _changed(value, change)
    if "kind" in made and "claims" in made:
        made["short"] = change("short", "")[:26]
    return made


def agendas(atlas: Atlas, view: View = View.ARTICLE) -> dict[str, str]:
    """Every agenda of a tour by the id of its stop, the whole tour's by ""."""
    links = QueryLinks(atlas.tour.tour.id, view)
    return {
        stop: agenda_html(atlas, links, Choice(stop)) for stop in ("", *(one.id for one in atlas.tour.stops))
    }
