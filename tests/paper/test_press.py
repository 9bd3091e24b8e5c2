"""The press takes data alone, and says where it can't."""

from __future__ import annotations

import pytest

from touratlas.check import Atlas
from touratlas.errors import TouratlasError, UsageError
from touratlas.paper import press
from touratlas.paper.fonts import fonts_of


def test_the_date_of_a_file(real: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tour's own, or SOURCE_DATE_EPOCH, which has to be a number."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert press.stamp_of(real.tour) == 1761436800  # 26 October 2025, 0:00 UTC
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert press.stamp_of(real.tour) == 1700000000
    for wrong in ("-1", "soon", "1.5", "²"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
            press.stamp_of(real.tour)


def test_what_typst_refuses_is_our_error() -> None:
    """Data that lack what the source asks for."""
    with pytest.raises(TouratlasError, match="typst can't set this"):
        press.pdf(("common", "handout"), {"data": "{}"}, fonts_of().folders, 0)


def test_without_our_fonts_nothing_is_set() -> None:
    """Typst itself would make empty pages and say nothing."""
    with pytest.raises(TouratlasError, match="Noto Sans"):
        press.pdf(("common", "handout"), {"data": "{}"}, (), 0)
