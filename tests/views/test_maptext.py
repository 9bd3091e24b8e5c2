"""Words on a drawn map: measured, cut to their room, and with their direction."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from touratlas.views.ends import FarEnd
from touratlas.views.maptext import Block, Span, end_lines, known, plain
from touratlas.views.placing import text_width


@given(st.text(max_size=60), st.booleans(), st.floats(40, 400))
def test_a_text_fits_its_room(text: str, curated: bool, room: float) -> None:
    """What is too long is cut and ends in an ellipsis; the asterisk stays."""
    told = known(text, curated=curated, room=room)
    assert text_width(told, 12) <= room
    assert told.endswith("*") or not curated
    assert told.removesuffix("*" if curated else "") in {text} or "…" in told


def test_direction() -> None:
    """The first letter that has a direction decides."""
    assert [Span(text).rtl for text in ("بابيتي (Papeete)", "(Papeete) بابيتي", "דב", "12", "", "函館")] == [
        True, False, True, False, False, False
    ]  # fmt: skip


def test_far_ends() -> None:
    """Place and day on two lines or on one; italics for each on its own."""
    told = FarEnd("From {place}", "Hakodate", curated=True, when="Thu 1 May", when_curated=False)
    lines = end_lines(told, 200, 12, dates=True, apart=True)
    assert [plain([line]) for line in lines] == ["From Hakodate*", "Thu 1 May"]
    assert [span.curated for line in lines for span in line] == [False, True, False]
    assert (
        plain(end_lines(told, 200, 12, dates=True, apart=False)) == told.line == "From Hakodate*, Thu 1 May"
    )
    assert plain(end_lines(told, 200, 12, dates=False, apart=True)) == "From Hakodate*"


def test_far_ends_in_another_order() -> None:
    """Where a language says it behind the place, it stands there, and nothing is before it."""
    told = FarEnd("{place}から", "函館", curated=True, when="", when_curated=False)
    ((*spans,),) = end_lines(told, 200, 12, dates=True, apart=False)
    assert [(span.text, span.curated) for span in spans] == [("函館*", True), ("から", False)]
    assert told.line == "函館*から"


def test_blocks_are_measured_from_above() -> None:
    """A block is as wide as its widest line and as high as its lines."""
    block = Block(((Span("Kuala Lumpur", bold=True),), (Span("Sun 26"),)))
    assert block.size == (text_width("Kuala Lumpur", 12) * 1.06 + 2, 30)
    assert block.first.size == (block.size[0], 15)
    assert Block(()).size == (2, 0)
