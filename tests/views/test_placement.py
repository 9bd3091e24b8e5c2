"""What stands where on a map that can be zoomed: nothing covers anything at any zoom, and what is shown fits."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import pytest

from tests.tours_generated import write_tour
from touratlas.check import Atlas, open_tour
from touratlas.views.boxes import Box, within
from touratlas.views.drawing import view_data
from touratlas.views.map import map_data
from touratlas.views.placement import HEAD_PX, MARK_PX, ZOOMS
from touratlas.views.placing import head_box, mark_box
from touratlas.words import View


@pytest.fixture(scope="module")
def long_tour(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """Twenty-five stops over a year, in five cities."""
    return open_tour(write_tour(tmp_path_factory.mktemp("long"), stops=25))


def pixel(at: list[float], zoom: float) -> tuple[float, float]:
    """Web Mercator (EPSG:3857) in pixels of a world of 256 at zoom 0, y down."""
    size = 256 * 2**zoom
    lat = math.radians(at[0])
    return at[1] / 360 * size, -math.log(math.tan(math.pi / 4 + lat / 2)) / (2 * math.pi) * size


def drawn(data: dict[str, Any], width: str, zoom: str) -> tuple[list[Box], list[Box], list[Box]]:
    """The boxes of marks, signs and shown labels, in px of the world."""
    placing = data["placing"][width][zoom]
    marks, heads, labels = [], [], []
    for stop, (dx, dy, left, top, shown, wide, _) in zip(data["stops"], placing["stops"], strict=True):
        x, y = pixel(stop["at"], float(zoom))
        marks.append(mark_box((x + dx, y + dy), MARK_PX))
        if stop["sign"]:
            heads.append(head_box((x + dx, y + dy), MARK_PX, HEAD_PX))
        if shown:
            height = 15 * (2 if stop["when"] and placing["dates"] else 1)
            labels.append((x + left, y + top, x + left + wide, y + top + height))
    return marks, heads, labels


def check(data: dict[str, Any], width: str) -> None:
    """At every zoom, marks are their size apart, and labels touch neither marks nor signs nor labels; all is in the
    box that a map has to show.
    """
    assert [float(zoom) for zoom in data["placing"][width]] == list(ZOOMS)
    for zoom, placing in data["placing"][width].items():
        marks, heads, labels = drawn(data, width, zoom)
        for one, other in combinations(marks, 2):
            middles = [((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in (one, other)]
            assert math.dist(*middles) >= MARK_PX
        pairs = [*combinations(labels, 2), *((label, box) for label in labels for box in (*marks, *heads))]
        for label, beside in pairs:
            wide = min(label[2], beside[2]) - max(label[0], beside[0])
            high = min(label[3], beside[3]) - max(label[1], beside[1])
            assert min(wide, high) < 0.25, (zoom, label, beside)
        left, top, right, bottom = placing["box"]
        assert all(within(box, (left - 1, top - 1, right + 1, bottom + 1)) for box in (*marks, *labels))
        assert len(placing["leaders"]) == len(placing["stops"])


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("view", View)
def test_marks_and_labels_never_cover_each_other(atlas: Atlas, width: str, view: View) -> None:
    """Nothing covers anything on both tours, in both views, at every zoom; close up every name is shown."""
    data = view_data(atlas.tour, view)
    check(data, width)
    assert all(row[4] for row in data["placing"][width]["7"]["stops"][:1])


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_many_stops(long_tour: Atlas, width: str) -> None:
    """Nothing covers anything on a tour of many stops in few cities; it takes no more room than a map has at
    some zoom, which shows nearly all names on a wide one; and close up all are shown.
    """
    data = view_data(long_tour.tour, View.ARTICLE)
    check(data, width)
    most = {"wide": (790, 330), "narrow": (340, 300)}[width]
    whole = [
        placing
        for placing in data["placing"][width].values()
        if placing["box"][2] - placing["box"][0] <= most[0]
        and placing["box"][3] - placing["box"][1] <= most[1]
    ]
    assert whole
    shown = max(sum(row[4] for row in placing["stops"]) for placing in whole)
    assert shown >= {"wide": 23, "narrow": 10}[width]
    assert all(row[4] for row in data["placing"][width]["7"]["stops"])


def test_a_leader_joins_mark_and_label(long_tour: Atlas) -> None:
    """A line is there only for a label that stands apart; it begins at the mark's rim and ends at the label."""
    placings = view_data(long_tour.tour, View.ARTICLE)["placing"]["wide"].values()
    lines = 0
    for placing in placings:
        for (dx, dy, left, top, shown, wide, _), leader in zip(
            placing["stops"], placing["leaders"], strict=True
        ):
            if not leader:
                continue
            lines += 1
            assert shown
            assert math.dist((dx, dy), leader[:2]) == pytest.approx(MARK_PX / 2 + 1, abs=0.2)
            box = (left - 2.3, top - 2.3, left + wide + 2.3, top + 16 + 2.3 + 16 * placing["dates"])
            assert box[0] <= leader[2] <= box[2]
            assert box[1] <= leader[3] <= box[3]
    assert lines > 5


def test_days_are_shown_where_all_have_room(real: Atlas, long_tour: Atlas) -> None:
    """The labels of a short tour have their days at every zoom; a crowd has names alone, and its days close up. A
    narrow map never has days.
    """
    for placing in map_data(real.tour)["placing"]["wide"].values():
        assert placing["dates"]
        assert all(row[4] for row in placing["stops"])
    crowd = map_data(long_tour.tour)["placing"]
    assert not crowd["wide"]["3"]["dates"]
    assert crowd["wide"]["7"]["dates"]
    assert not any(placing["dates"] for placing in crowd["narrow"].values())
