"""Where dates and places come from, in the snapshot: with what other sources have instead."""

from __future__ import annotations

from dataclasses import replace

from tests.views.html_tree import Element, read
from tests.views.tours import with_stop
from touratlas.check import Atlas
from touratlas.exports import Options
from touratlas.exports.html import make
from touratlas.model import Ground


def page(atlas: Atlas, *, students: bool = False) -> Element:
    """The snapshot, read."""
    return read(make(atlas, Options(students=students)).decode("utf-8").partition("\n")[2])


def test_an_account_stands_with_its_ground(atlas: Atlas) -> None:
    """Once, in the list of grounds, in both views; the strip test hides it; students have none."""
    (one,) = page(atlas).all(class_="ta-otherwise")
    assert any("ta-grounds-list" in (above.attrs.get("class") or "") for above in one.above())
    assert (one.attrs["class"] or "").split() == ["ta-otherwise", "ta-off"]
    assert page(atlas, students=True).all(class_="ta-otherwise") == []


def test_a_later_account_shows_in_the_later_view_alone(invented: Atlas) -> None:
    """It is marked as the page marks all that was learned afterwards."""
    others = [
        {"says": "They went to Otaru.", "from": "gazette"},
        {"says": "They go to Muroran.", "from": "airline"},
    ]
    ground = Ground.model_validate({"from": "article", "others": others})
    basis = invented.tour.stops[0].basis.model_copy(update={"place": ground})
    found = page(replace(invented, tour=with_stop(invented.tour, 0, basis=basis))).one(
        id="ground=stop=sapporo"
    )
    late, early = found.all(class_="ta-otherwise")
    assert "They went to Otaru." in late.text
    assert "ta-only-later" in (late.attrs["class"] or "").split()
    assert "They go to Muroran." in early.text
    assert "ta-only-later" not in (early.attrs["class"] or "").split()
