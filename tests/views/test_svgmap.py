"""The drawn map: everything of the tour is on the picture, nothing covers anything, and text stays text."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, pairwise, product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.tour_builder import loaded, sound
from tests.tours_generated import write_tour
from tests.views.tours import rewritten
from touratlas.check import Atlas, open_tour
from touratlas.model import Tour
from touratlas.views.drawing import MARK_PX
from touratlas.views.links import QueryLinks
from touratlas.views.mapplan import MapPlan, map_plan
from touratlas.views.marks import DARK, LIGHT
from touratlas.views.placing import Box, mark_box, overlap
from touratlas.views.signs import SIGN_PX
from touratlas.views.svgmap import draw, svg_map
from touratlas.views.svgpen import Links
from touratlas.words import View

SVG = "{http://www.w3.org/2000/svg}"
SIZES = ((865, 420), (358, 260), (1600, 900), (700, 990))
HOSTILE = "</text></svg><script>p()</script>&lt;\"'<a x='y'>x]]><!--${x}"


def tour_of(*stops: tuple[float, float, str, str], origin: tuple[float, float] | None = None) -> Tour:
    """A tour through places given by latitude, longitude, country and zone."""
    raw = sound()
    events = [raw["stops"][0]["events"], raw["stops"][1]["events"]]
    raw["places"] = {
        f"p{at}": {"name": f"Place {at}", "country": country, "at": [str(lat), str(lon)], "zone": zone}
        for at, (lat, lon, country, zone) in enumerate(stops)
    }
    raw["stops"] = [
        {"id": f"s{at}", "place": f"p{at}", "events": events[0] if at == 0 else []}
        for at in range(len(stops))
    ]
    raw["legs"] = []
    if origin:
        lat, lon = (str(number) for number in origin)
        raw["places"]["home"] = {
            "name": "Home",
            "country": "US",
            "at": [lat, lon],
            "zone": "America/New_York",
        }
        raw["legs"] = [{"from": "home", "to": "s0"}, {"from": f"s{len(stops) - 1}", "to": "home"}]
    tour = loaded(raw).tour
    assert tour is not None
    return tour


WORLD = tour_of(
    (51.5, -0.1, "GB", "Europe/London"),
    (40.7, -74.0, "US", "America/New_York"),
    (-33.9, 151.2, "AU", "Australia/Sydney"),
    (35.7, 139.7, "JP", "Asia/Tokyo"),
    (-34.6, -58.4, "AR", "America/Argentina/Buenos_Aires"),
)
ROUND = tour_of(
    (51.5, -0.1, "GB", "Europe/London"),
    (28.6, 77.2, "IN", "Asia/Kolkata"),
    (35.7, 139.7, "JP", "Asia/Tokyo"),
    (21.3, -157.9, "US", "Pacific/Honolulu"),
    (40.7, -74.0, "US", "America/New_York"),
    (48.9, 2.4, "FR", "Europe/Paris"),
)
CITY = tour_of(
    (48.8566, 2.3522, "FR", "Europe/Paris"),
    (48.8606, 2.3376, "FR", "Europe/Paris"),
    (48.8738, 2.2950, "FR", "Europe/Paris"),
    origin=(38.9, -77.0),
)
ONE = tour_of((3.14, 101.69, "MY", "Asia/Kuala_Lumpur"))
POLAR = tour_of(
    (78.2, 15.6, "SJ", "Arctic/Longyearbyen"),
    (76.5, -68.7, "GL", "America/Thule"),
    (71.6, 128.9, "RU", "Asia/Yakutsk"),
)
SOUTH = tour_of((-77.8, 166.7, "AQ", "Antarctica/McMurdo"), (-64.8, -64.1, "AQ", "Antarctica/Palmer"))
ATOLL = tour_of((-8.52, 179.2, "TV", "Pacific/Funafuti"), (-13.83, -171.77, "WS", "Pacific/Apia"))
TOURS = {
    "world": WORLD,
    "round": ROUND,
    "city": CITY,
    "one": ONE,
    "polar": POLAR,
    "south": SOUTH,
    "atoll": ATOLL,
}


@dataclass(frozen=True)
class Shown:
    """A tour, known by its name."""

    name: str
    tour: Tour = field(compare=False)


@cache
def plan_of(tour: Shown, view: View = View.ARTICLE, size: tuple[int, int] = (865, 420)) -> MapPlan:
    """The plan of a tour, made once for all tests."""
    return map_plan(tour.tour, view, size)


@pytest.fixture(scope="module", params=["real", "invented", *TOURS])
def shown(request: pytest.FixtureRequest) -> Shown:
    """Every tour that a map must suit, one after the other."""
    if request.param in TOURS:
        return Shown(request.param, TOURS[request.param])
    atlas: Atlas = request.getfixturevalue(request.param)
    return Shown(request.param, atlas.tour)


def parsed(svg: str) -> ET.Element:
    """The picture as a tree; fails where it isn't well formed."""
    return ET.fromstring(svg)  # noqa: S314 - our own output


def texts(root: ET.Element) -> list[str]:
    """Every line of text on the picture."""
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


def by_class(root: ET.Element, name: str) -> list[ET.Element]:
    """The elements of a class."""
    return [one for one in root.iter() if name in one.get("class", "").split()]


def boxes_of(plan: MapPlan) -> dict[str, list[Box]]:
    """The room that everything takes, by kind."""
    return {
        "mark": [mark_box(stop.at, MARK_PX) for stop in plan.stops],
        "label": [one.label.box for one in plan.stops if one.label],
        "end": [one.label.box for one in plan.ends if one.label],
        "sign": [mark_box(stop.sign_at, SIGN_PX) for stop in plan.stops if stop.sign],
        "edge": [edge.box for edge in plan.edges],
        "country": [country.box for country in plan.countries],
        "furniture": list(plan.furniture.boxes),
    }


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("size", SIZES)
def test_everything_is_on_the_picture(shown: Shown, view: View, size: tuple[int, int]) -> None:
    """Every stop has its numbered mark and its label, every leg its line or its arrow at the edge."""
    tour, plan = shown.tour, plan_of(shown, view, size)
    root = parsed(draw(plan))
    marks = by_class(root, "ta-stop")
    assert sorted(mark.get("data-stop", "") for mark in marks) == sorted(stop.id for stop in tour.stops)
    for mark in marks:
        number = [stop.id for stop in tour.stops].index(mark.get("data-stop", "")) + 1
        assert str(number) in texts(mark)
    without = [mark for mark in marks if len(texts(mark)) < 2]
    assert len(without) <= (2 if size[0] < 480 else 0), "only a phone’s picture may lack labels"
    apart = sum(1 for one, other in zip(plan.stops, plan.stops[1:], strict=False) if one.point != other.point)
    ways = len(tour.legs) and sum(
        leg.from_ not in {stop.id for stop in tour.stops} or leg.to not in {stop.id for stop in tour.stops}
        for leg in tour.legs
    )
    assert len(plan.routes) + len(plan.edges) == apart + ways
    assert all(one.parts for one in plan.routes)
    for name in (
        "Made with Natural Earth",
        plan.furniture.words,
        *(country.name for country in plan.countries),
    ):
        assert name in texts(root)


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_covers_anything(shown: Shown, view: View, size: tuple[int, int]) -> None:
    """Marks, labels, texts at the edge, country names, scale and attribution are apart, and inside the picture."""
    kinds = boxes_of(plan_of(shown, view, size))
    del kinds["sign"]  # a sign overlaps its own mark, see below
    boxes = [(kind, box) for kind, found in kinds.items() for box in found]
    assert not [pair for pair in product(plan_signs(shown, view, size), kinds["label"]) if overlap(*pair)]
    for (kind, one), (other_kind, other) in combinations(boxes, 2):
        if kind == other_kind == "mark":
            assert deep(one, other) <= 0, "marks are discs"
        else:
            assert not overlap(one, other), (kind, one, other_kind, other)
    for kind, (left, top, right, bottom) in boxes:
        assert left >= 0, kind
        assert top >= 0, kind
        assert right <= size[0], kind
        assert bottom <= size[1], kind


def plan_signs(shown: Shown, view: View, size: tuple[int, int]) -> list[Box]:
    """The room of the signs."""
    return boxes_of(plan_of(shown, view, size))["sign"]


def test_stops_stand_where_they_are(shown: Shown) -> None:
    """Each mark is moved no further than its neighbours demand, and its true point is on the picture."""
    plan = plan_of(shown)
    for stop in plan.stops:
        assert 0 <= stop.point[0] <= 865
        assert 0 <= stop.point[1] <= 420
    if len(plan.stops) == 1:
        assert plan.stops[0].at == plan.stops[0].point


def test_legs_join_the_stops(shown: Shown) -> None:
    """Each leg begins at the true point of its first stop and ends at that of its second; its head is on it."""
    plan = plan_of(shown)
    inner = [one for one in plan.routes if one.parts]
    starts = {(round(one.parts[0][0][0]), round(one.parts[0][0][1])) for one in inner}
    points = {(round(stop.point[0]), round(stop.point[1])) for stop in plan.stops[:-1]}
    apart = {
        (round(one.point[0]), round(one.point[1]))
        for one, other in zip(plan.stops, plan.stops[1:], strict=False)
        if one.point != other.point
    }
    assert apart <= starts | points
    assert apart <= starts
    for one in inner:
        if one.head:
            assert (
                min(
                    abs(one.head.at[0] - x) + abs(one.head.at[1] - y)
                    for part in one.parts
                    for x, y in dense(part)
                )
                < 3
            )
            assert not any(overlap(one.head.box, mark_box(stop.at, MARK_PX)) for stop in plan.stops)


def dense(line: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """Points of a line, a px apart."""
    found = []
    for (ax, ay), (bx, by) in pairwise(line):
        steps = int(max(abs(bx - ax), abs(by - ay))) + 1
        found += [(ax + (bx - ax) * at / steps, ay + (by - ay) * at / steps) for at in range(steps + 1)]
    return found


def test_the_real_tour_as_it_is_told(real: Atlas) -> None:
    """The far origin stands at the left edge with its text; what isn't the article's is in italics with an asterisk."""
    root = parsed(svg_map(real.tour))
    found = texts(root)
    assert {
        "Kuala Lumpur",
        "Tokyo*",
        "Gyeongju*",
        "Meeting with Xi?*",
        "From Joint Base Andrews*",
        "Fri 24 Oct*",
    } <= {*found}
    assert {"Malaysia", "Japan", "South Korea"} <= {*found}
    (edge,) = map_plan(real.tour).edges
    assert edge.line[0][0] == pytest.approx(0)
    assert 60 < edge.head.angle < 130
    assert not edge.dashed
    for one in root.iter():
        own = one.text or ""
        if own.endswith("*"):
            assert one.get("font-style") == "italic"
    statuses = [one.get("class", "").split()[1] for one in by_class(root, "ta-stop")]
    assert statuses == ["ta-reported", "ta-planned", "ta-planned", "ta-possible"]
    discs = by_class(root, "ta-disc")
    assert [disc.get("stroke-dasharray") for disc in discs] == [None, None, None, "4 3"]
    assert len({disc.get("fill") for disc in discs[1:]}) == 1
    assert discs[0].get("fill") != discs[1].get("fill")


def test_nothing_of_the_later_view_is_in_the_first(real: Atlas) -> None:
    """Neither names nor signs nor the later colour; in the second all of them are there."""
    first, later = svg_map(real.tour), svg_map(real.tour, view=View.LATER)
    for word in ("Busan", "ta-sign", "--ta-later", "later reports"):
        assert word not in first
        assert word in later
    (busan,) = [one for one in parsed(later).iter(f"{SVG}text") if "".join(one.itertext()) == "Busan"]
    assert busan.get("fill", "").startswith("var(--ta-later,")


def test_legs_that_reports_tell_of_are_solid_and_theirs(real: Atlas) -> None:
    """In the later view legs that outcomes say happened are solid, in the later colour; before, dashed as expected."""
    for view, dash, ink in ((View.ARTICLE, "6 5", None), (View.LATER, None, "var(--ta-later,")):
        (legs,) = by_class(parsed(svg_map(real.tour, view=view)), "ta-legs")
        assert [leg.get("stroke-dasharray") for leg in legs] == [dash] * 3
        assert all((leg.get("stroke") or "").startswith(ink or "") for leg in legs)
        assert all((leg.get("stroke") is None) == (ink is None) for leg in legs)


def test_an_image_and_a_group_of_links(shown: Shown) -> None:
    """Without links it is one image with title and description; with links each stop is a link that says all."""
    tour, plan = shown.tour, plan_of(shown)
    image = parsed(draw(plan, ids="one"))
    assert image.get("role") == "img"
    title, desc = image.find(f"{SVG}title"), image.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert (title.get("id"), desc.get("id")) == (image.get("aria-labelledby"), image.get("aria-describedby"))
    for stop in plan.stops:
        assert stop.said in (desc.text or "")
    assert not [*image.iter(f"{SVG}a")]
    links: Links = QueryLinks("x")
    chosen = tour.stops[-1].id
    group = parsed(draw(plan, links=links, chosen=chosen))
    assert group.get("role") == "group"
    found = {link.get("href"): link for link in group.iter(f"{SVG}a")}
    assert set(found) == {f"?tour=x&stop={stop.id}" for stop in tour.stops}
    assert all(link.get("aria-label") for link in found.values())
    assert [href for href, link in found.items() if link.get("aria-current")] == [f"?tour=x&stop={chosen}"]


def test_ids_never_collide(real: Atlas) -> None:
    """Two maps of one page have no id in common, and every reference is to an id of the same map."""
    one, other = (parsed(svg_map(real.tour, ids=ids)) for ids in ("a", "b"))
    ids = [{element.get("id") for element in root.iter() if element.get("id")} for root in (one, other)]
    assert ids[0].isdisjoint(ids[1])
    assert {one.get("aria-labelledby"), one.get("aria-describedby")} == ids[0]
    assert "url(" not in svg_map(real.tour)


def test_colours(real: Atlas) -> None:
    """In a page colours are custom properties with the light one behind; alone they are those of the palette."""
    inline = svg_map(real.tour)
    colours = re.findall(r'(?:fill|stroke)="([^"]+)"', inline)
    assert {one for one in colours if not one.startswith("var(--ta-")} <= {"none"}
    alone = svg_map(real.tour, palette=LIGHT)
    assert re.findall(r"#[0-9A-F]{6}", inline) == re.findall(r"#[0-9A-F]{6}", alone)
    assert "vector-effect" not in alone  # few programs know it
    dark = set(re.findall(r"#[0-9A-F]{6}", svg_map(real.tour, palette=DARK)))
    assert dark <= {getattr(DARK, name) for name in DARK.__slots__}
    assert "var(" not in svg_map(real.tour, palette=DARK)


def test_no_script_no_style_no_request(atlas: Atlas) -> None:
    """The picture has shapes and text and nothing that runs, is styled by a sheet, or is loaded."""
    for view in View:
        root = parsed(svg_map(atlas.tour, view=view, links=QueryLinks("x")))
        tags = {one.tag.removeprefix(SVG) for one in root.iter()}
        assert tags <= {"svg", "title", "desc", "g", "a", "path", "rect", "circle", "line", "text", "tspan"}
        names = {name for one in root.iter() for name in one.attrib}
        assert not [name for name in names if name.startswith("on") or name in {"style", "src", "xlink:href"}]


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """Payloads in every free text come back from the tree as they went in, and add no element."""
    atlas = rewritten(tmp_path, lambda key, text: f"{HOSTILE}{text}"[: 26 if key == "short" else 110])
    for view in View:
        svg = svg_map(atlas.tour, view=view, links=QueryLinks("x"))
        root = parsed(svg)
        assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
            "svg", "title", "desc", "g", "a", "path", "rect", "circle", "line", "text", "tspan"
        }  # fmt: skip
        assert "<script" not in svg
        assert HOSTILE in "".join(root.find(f"{SVG}title").itertext())  # type: ignore[union-attr]
        assert any(text.startswith(HOSTILE[:12]) for text in texts(root))
        assert all(HOSTILE in (link.get("aria-label") or "") for link in root.iter(f"{SVG}a"))


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\ud800", "\ufffe"])
def test_what_xml_cannot_carry_is_refused(real: Atlas, char: str) -> None:
    """The loader refuses such characters; a tour that has one all the same gives no picture."""
    head = real.tour.places["kuala-lumpur"].model_copy(update={"name": f"Kuala{char}Lumpur"})
    tour = real.tour.model_copy(update={"places": {**real.tour.places, "kuala-lumpur": head}})
    with pytest.raises(ValueError, match="XML"):
        svg_map(tour)


def test_names_read_in_their_direction(invented: Atlas) -> None:
    """A name from right to left is isolated as such, so that its asterisk and brackets stand where they belong; a
    leader or anchor is on the side of the picture that it is on.
    """
    found = texts(parsed(svg_map(invented.tour)))
    isolated = [text for text in found if "\u2067" in text]
    assert isolated
    for text in isolated:
        assert text.startswith("\u2067")
        assert text.endswith("\u2069")
        assert any("\u0590" <= char <= "\u08ff" for char in text)
    assert any("函館" in text for text in found)


def test_long_names_are_cut_and_told_whole(real: Atlas) -> None:
    """A name that has no room ends in an ellipsis on the picture; title and links have all of it."""
    name = "The Honourable Assembly of all Harbours and Ports of the Peninsula, in Full Session " * 2
    place = real.tour.places["tokyo"].model_copy(update={"name": name})
    tour = real.tour.model_copy(update={"places": {**real.tour.places, "tokyo": place}})
    for size in SIZES:
        root = parsed(svg_map(tour, size=size))
        assert any(text.startswith("The Honourable") and text.endswith("…*") for text in texts(root))
        assert name in (root.findtext(f"{SVG}title") or "")


@pytest.mark.parametrize(
    ("name", "size", "detail", "bar"),
    [
        ("real", (865, 420), 0.5, 12_000),
        ("invented", (865, 420), 0.5, 12_000),
        ("world", (865, 420), 0.5, 40_000),
        ("round", (865, 420), 0.5, 40_000),
        ("real", (1600, 900), 0.5, 14_000),
        ("real", (865, 420), 0.1, 22_000),
    ],
)
def test_size(
    request: pytest.FixtureRequest, name: str, size: tuple[int, int], detail: float, bar: int
) -> None:
    """The picture takes few bytes: the whole snapshot has 100 KB."""
    tour = TOURS[name] if name in TOURS else request.getfixturevalue(name).tour
    svg = svg_map(tour, size=size, detail=detail, links=QueryLinks("x"))
    assert len(gzip.compress(svg.encode(), 9, mtime=0)) <= bar


def test_finer_detail_is_finer(real: Atlas) -> None:
    """The finer the detail, the more there is of the coast."""
    sizes = [len(svg_map(real.tour, detail=detail)) for detail in (2, 1, 0.5, 0.25, 0.125)]
    assert sizes == sorted(sizes)
    assert sizes[-1] > 2 * sizes[0]


def test_a_crowd(tmp_path: Path) -> None:
    """Twenty stops in five cities are all there, apart, and numbered, on paper and on a phone."""
    tour = open_tour(write_tour(tmp_path, events=40, stops=20, days=60)).tour
    for size in SIZES:
        plan = map_plan(tour, size=size)
        marks = boxes_of(plan)["mark"]
        assert not [pair for pair in combinations(marks, 2) if deep(*pair) > 2]
        shown = sum(1 for stop in plan.stops if stop.label)
        assert shown >= {1600: 20, 865: 17, 700: 17, 358: 10}[size[0]]


def deep(one: Box, other: Box) -> float:
    """How far two marks overlap, as discs."""
    ax, ay, bx, by = (
        (one[0] + one[2]) / 2,
        (one[1] + one[3]) / 2,
        (other[0] + other[2]) / 2,
        (other[1] + other[3]) / 2,
    )
    return float(MARK_PX - ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5)


def test_too_small_a_picture_is_refused(real: Atlas) -> None:
    """A picture without room is an error, and a small one is none."""
    with pytest.raises(ValueError, match="no room"):
        svg_map(real.tour, size=(0, 0))
    assert parsed(svg_map(real.tour, size=(160, 120))).tag == f"{SVG}svg"


def plain(value: Any) -> Any:
    """A plan's text, for looking through it."""
    return repr(value)


def test_the_plan_of_the_first_view_has_nothing_later(real: Atlas) -> None:
    """Not even the plain data behind the picture."""
    assert "Busan" not in plain(map_plan(real.tour))
    assert "Busan" in plain(map_plan(real.tour, View.LATER))
