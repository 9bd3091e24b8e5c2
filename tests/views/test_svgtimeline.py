"""The drawn timeline: every event of the tour is on it or below it, marked as it is known, inside the picture."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.tour_builder import loaded, sound
from tests.tours_generated import write_tour
from tests.views.tours import rewritten
from touratlas.check import Atlas, check_loaded, open_tour
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.marks import DARK, LIGHT
from touratlas.views.svgtimeline import LEAST_PX, svg_timeline
from touratlas.views.timeline import timeline
from touratlas.words import View

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text></svg><script>p()</script>&lt;\"'<a x='y'>x]]><!--${x}"


def parsed(svg: str) -> ET.Element:
    """The picture as a tree; fails where it isn't well formed."""
    return ET.fromstring(svg)  # noqa: S314 - our own output


def texts(root: ET.Element) -> list[str]:
    """Every line of text, without its marks of direction."""
    return [re.sub("[\u2067\u2069]", "", "".join(one.itertext())) for one in root.iter(f"{SVG}text")]


def by_class(root: ET.Element, name: str) -> list[ET.Element]:
    """The elements of a class."""
    return [one for one in root.iter() if name in one.get("class", "").split()]


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("width", [600, 865, 1400])
def test_every_event_is_on_it(atlas: Atlas, view: View, width: int) -> None:
    """Each event has its mark and its name on the grid, or a chip below; each stop with a row its number and name."""
    root = parsed(svg_timeline(atlas, view=view, width=width))
    found = texts(root)
    told = timeline(atlas, QueryLinks("x", view))
    assert told.grid is not None
    chips = [chip for strip in told.strips for chip in strip.chips]
    assert len(told.grid.items) + len(chips) == sum(1 for _ in atlas.tour.events())
    for item in told.grid.items:
        name = item.label if item.in_article or item.look.later else f"{item.label}*"
        assert any(text in {name, f"{name} {item.hour}"} for text in found), item.label
    for chip in chips:
        assert any(text.startswith(chip.label[:20]) for text in found), chip.label
    assert len(by_class(root, "ta-item")) == len(told.grid.items)
    assert {strip.title for strip in told.strips} <= set(found)
    for row in told.grid.rows:
        if row.head.number:
            assert str(row.head.number) in found
        assert any(
            row.head.name.startswith(text.rstrip("*…"))
            for text in found
            if len(text) > 3 or text == row.head.name
        )
    assert "The article stops here" in found


@pytest.mark.parametrize("view", View)
def test_marks_look_as_they_are_known(atlas: Atlas, view: View) -> None:
    """A bar or lozenge for each event, and for what reports moved; filled, outlined or dashed as its look says."""
    root = parsed(svg_timeline(atlas, view=view))
    told = timeline(atlas, QueryLinks("x", view))
    assert told.grid is not None
    looks = sorted(item.look.shape for item in told.grid.items)
    looks = sorted([*looks, *(item.moved.look.shape for item in told.grid.items if item.moved)])
    assert (
        sorted(bar.get("class", "").split()[1].removeprefix("ta-") for bar in by_class(root, "ta-bar"))
        == looks
    )
    outcomes = [item for item in told.grid.items if item.outcome]
    outcomes += [chip for strip in told.strips for chip in strip.chips if chip.outcome]  # type: ignore[misc]
    heads = [row for row in told.grid.rows if row.head.outcome]
    assert len(by_class(root, "ta-sign")) == len(outcomes) + len(heads)


def test_nothing_of_the_later_view_is_in_the_first(real: Atlas) -> None:
    """Neither signs nor places, nor their colour."""
    first, later = svg_timeline(real), svg_timeline(real, view=View.LATER)
    for word in ("Busan", "ta-sign", "--ta-later", "later reports"):
        assert word not in first
        assert word in later


@pytest.mark.parametrize("width", [LEAST_PX, 865, 1400])
def test_all_is_inside(atlas: Atlas, width: float) -> None:
    """No bar, disc, chip or start of a text is outside the picture."""
    root = parsed(svg_timeline(atlas, width=width, view=View.LATER))
    high = float(root.get("height", "0"))
    for one in root.iter():
        x, y = one.get("x") or one.get("cx"), one.get("y") or one.get("cy")
        if x is None or y is None or float(x) < 0:
            continue
        assert float(x) + float(one.get("width", "0")) <= width + 0.01
        assert float(y) + float(one.get("height", "0")) <= high + 0.01
    assert root.get("viewBox") == f"0 0 {width:g} {root.get('height')}"


def test_rows_do_not_overlap(atlas: Atlas) -> None:
    """From row to row the rules go down, and each row has room for its lanes."""
    root = parsed(svg_timeline(atlas))
    tops = [float(row[0].get("y1", "0")) for row in by_class(root, "ta-row")]
    told = timeline(atlas, QueryLinks("x"))
    assert told.grid is not None
    for row, top, below in zip(told.grid.rows, tops, tops[1:], strict=False):
        assert below - top >= row.wide_lanes * 20


def test_colours_ids_and_tags(atlas: Atlas) -> None:
    """Custom properties in a page, literal colours alone; own ids; shapes and text and nothing else."""
    inline, dark = svg_timeline(atlas, ids="t1"), svg_timeline(atlas, palette=DARK, ids="t2")
    assert {
        one for one in re.findall(r'(?:fill|stroke)="([^"]+)"', inline) if not one.startswith("var(--ta-")
    } <= {"none"}
    assert set(re.findall(r"#[0-9A-F]{6}", dark)) <= {getattr(DARK, name) for name in DARK.__slots__}
    assert "var(" not in dark
    ids = [{one.get("id") for one in parsed(svg).iter() if one.get("id")} for svg in (inline, dark)]
    assert ids == [{"t1-title", "t1-desc"}, {"t2-title", "t2-desc"}]
    tags = {one.tag.removeprefix(SVG) for one in parsed(inline).iter()}
    assert tags <= {"svg", "title", "desc", "g", "path", "rect", "circle", "line", "text", "tspan"}
    assert parsed(inline).get("role") == "img"


def test_in_words(real: Atlas) -> None:
    """The description tells every event with its status and its day."""
    desc = parsed(svg_timeline(real)).findtext(f"{SVG}desc") or ""
    for _, event in real.tour.events():
        assert event.label in desc
    assert "Arrival, has happened, Sun 26 Oct 2025." in desc


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """Payloads in every free text come back from the tree, and add no element."""
    atlas = rewritten(tmp_path, lambda key, text: f"{HOSTILE}{text}"[: 26 if key == "short" else 110])
    svg = svg_timeline(atlas, view=View.LATER)
    assert "<script" not in svg
    assert {one.tag.removeprefix(SVG) for one in parsed(svg).iter()} <= {
        "svg", "title", "desc", "g", "path", "rect", "circle", "line", "text", "tspan"
    }  # fmt: skip
    assert any(text.startswith(HOSTILE[:8]) for text in texts(parsed(svg)))


def test_a_long_tour_is_shown_around_the_choice(tmp_path: Path) -> None:
    """Of a long tour there are the days around the choice, and the picture stays small."""
    atlas = open_tour(write_tour(tmp_path))
    choice = Choice("stop-3")
    root = parsed(svg_timeline(atlas, choice=choice, palette=LIGHT))
    told = timeline(atlas, QueryLinks("x"), choice)
    assert told.grid is not None
    assert len(by_class(root, "ta-item")) == len(told.grid.items) < 30
    assert float(root.get("height", "0")) < 2000


def test_nothing_has_a_day() -> None:
    """A tour without any day has strips alone."""
    raw = sound()
    for stop in raw["stops"]:
        stop.pop("when", None)
        stop["basis"].pop("when", None)
        for event in stop["events"]:
            event.pop("when", None)
            event.pop("basis", None)
    raw["legs"] = []
    atlas = check_loaded(loaded(raw)).atlas
    assert atlas is not None
    root = parsed(svg_timeline(atlas))
    assert "No day given" in texts(root)
    assert not by_class(root, "ta-row")


def test_a_narrow_place_has_the_list_instead(real: Atlas) -> None:
    """Below its least width there is no picture."""
    with pytest.raises(ValueError, match="no room"):
        svg_timeline(real, width=LEAST_PX - 1)
