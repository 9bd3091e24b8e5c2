"""How text is spread over slides: all of it, and no more on one than has room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from touratlas.slides.frames import BODY_PT, Block, Paragraph, Run, Slide, reads_from_right, spread

TEXTS = st.lists(
    st.lists(st.text("abc de", min_size=1, max_size=900), min_size=1, max_size=6), min_size=0, max_size=12
)


def block(texts: list[str]) -> Block:
    """A block of paragraphs, with a note."""
    return Block(tuple(Paragraph((Run(text),), 18, above=6) for text in texts), (f"note on {texts[0]}",))


@given(TEXTS)
def test_nothing_is_lost_and_all_has_room(texts: list[list[str]]) -> None:
    """Every word and note is on some slide, in order; no slide is fuller than its body."""
    base = Slide("Title", (Paragraph((Run("lead"),), 14),))
    slides = list(spread(base, [block(one) for one in texts], 4))
    said = "".join(one.text for slide in slides for one in slide.paragraphs[1:])
    assert said == "".join(text for one in texts for text in one)
    assert [note for slide in slides for note in slide.notes] == [f"note on {one[0]}" for one in texts]
    for slide in slides:
        assert slide.paragraphs[0].text == "lead"
        assert sum(one.height(slide.text_width) for one in slide.paragraphs) <= BODY_PT[1] + 0.01


def test_several_slides_are_told_apart() -> None:
    """By their titles, and they are about evenly full."""
    slides = list(spread(Slide("Stop"), [block(["short"])] * 9, 4))
    assert [slide.title for slide in slides] == [f"Stop ({number} of 3)" for number in (1, 2, 3)]
    assert [len(slide.paragraphs) for slide in slides] == [3, 3, 3]
    assert [slide.title for slide in spread(Slide("Stop"), [block(["short"])])] == ["Stop"]


def test_direction_of_reading() -> None:
    """By the first letter that has one."""
    assert reads_from_right("[8] صوت")
    assert not reads_from_right("[8] voice صوت")
    assert not reads_from_right("1")
