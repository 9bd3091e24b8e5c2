"""The map as SVG, read by lxml, and compared with the model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.exports.hostile import nasty, poisoned
from touratlas.check import Atlas
from touratlas.exports import Options, Theme
from touratlas.exports.mapsvg import make
from touratlas.views.agenda import stop_name
from touratlas.views.marks import DARK, LIGHT
from touratlas.words import View

SVG = "{http://www.w3.org/2000/svg}"


def picture(atlas: Atlas, **options: Any) -> Any:
    """The root of the picture."""
    return etree.fromstring(make(atlas, Options(**options)), etree.XMLParser(resolve_entities=False))


def test_it_stands_alone(atlas: Atlas) -> None:
    """A picture with a size, a title and a description; nothing in it is loaded, linked or run."""
    root = picture(atlas)
    assert root.tag == f"{SVG}svg"
    assert float(root.get("width")) > float(root.get("height")) * 0.4 > 0
    title = root.findtext(f"{SVG}title")
    assert [stop.id for stop in atlas.tour.stops if stop_name(atlas.tour, stop) not in title] == []
    names = {etree.QName(one).localname for one in root.iter()}
    assert names.isdisjoint({"script", "image", "a", "style", "foreignObject", "use"})
    assert not any(key.endswith("href") or key.startswith("on") for one in root.iter() for key in one.attrib)
    assert b"var(" not in make(atlas, Options())


def test_what_the_model_has_is_drawn(atlas: Atlas) -> None:
    """The number of each stop, and the days that it has."""
    texts = {"".join(one.itertext()) for one in picture(atlas).iter(f"{SVG}text")}
    drawn = [number for number in range(1, len(atlas.tour.stops) + 1) if str(number) in texts]
    assert len(drawn) >= len([stop for stop in atlas.tour.stops if stop.when])


def test_colours(real: Atlas) -> None:
    """Light ones, and dark ones where they are asked for."""
    light, dark = make(real, Options()).decode(), make(real, Options(theme=Theme.DARK)).decode()
    assert LIGHT.panel in light
    assert DARK.panel in dark
    assert LIGHT.article not in dark


def test_outcomes_are_signs_of_the_later_view(real: Atlas) -> None:
    """In their own colour, which the article's view hasn't got."""
    assert LIGHT.later not in make(real, Options()).decode()
    assert LIGHT.later in make(real, Options(view=View.LATER)).decode()


@pytest.mark.parametrize("make_tour", [poisoned, nasty])
def test_hostile_text_stays_text(make_tour: Any, tmp_path: Path) -> None:
    """The picture is well-formed, and no element comes of a text."""
    atlas = make_tour(tmp_path)
    root = picture(atlas, view=View.LATER)
    names = {etree.QName(one).localname for one in root.iter()}
    assert names.isdisjoint({"script", "img", "b", "x", "image", "a"})
    title = " ".join(root.findtext(f"{SVG}title").split())
    stops = [stop_name(atlas.tour, stop, View.LATER) for stop in atlas.tour.stops]
    assert [name for name in stops if " ".join(name.split()) not in title] == []
