"""Great circles cut at the 180th meridian."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touratlas.check import Atlas
from touratlas.geo import Point, distance_km, great_circle
from touratlas.record import leg_lines, leg_records
from touratlas.record.lines import split
from touratlas.words import View


@given(
    *(st.builds(Point, st.floats(-89, 89), st.floats(-180, 180)) for _ in range(2)),
)
def test_any_line_is_cut_well(start: Point, end: Point) -> None:
    """Both parts stay on their side, meet on the meridian, and are as long as the whole."""
    whole = great_circle(start, end)
    lines = split(whole)
    assert len(lines) <= 2
    for line in lines:
        low, high = min(point.lon for point in line), max(point.lon for point in line)
        assert not any(low < edge < high for edge in (-180, 180))
    if len(lines) == 2:
        assert lines[0][-1] == lines[1][0]
        assert abs(lines[0][-1].lon) == 180
        uncut = sum(distance_km(a, b) for a, b in pairwise(whole))
        assert sum(distance_km(a, b) for line in lines for a, b in pairwise(line)) == pytest.approx(
            uncut, rel=1e-3, abs=0.1
        )


def test_lines_stay_on_the_map(atlas: Atlas) -> None:
    """Longitudes from -180 to 180, and a cut only where the meridian is crossed."""
    for leg in leg_records(atlas, View.ARTICLE):
        lines = leg_lines(leg)
        assert lines
        assert all(abs(point.lon) <= 180 for line in lines for point in line)
        crossing = abs(leg.start.longitude - leg.end.longitude) > 180
        assert len(lines) == (2 if crossing else 1)


def test_over_the_pole() -> None:
    """A line along the 180th meridian, and one over the pole, are whole."""
    along = split(great_circle(Point(10, 180), Point(40, 180)))
    assert [line[-1] for line in along] == [Point(40, 180)]
    over = split(great_circle(Point(80, 0), Point(80, 180)))
    assert all(abs(a.lat - b.lat) < 5 for line in over for a, b in pairwise(line))
