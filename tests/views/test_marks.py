"""Marks and palettes: readable on every ground, told apart without colour, the same in the style sheet."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touratlas.assets import ASSETS
from touratlas.check import Atlas
from touratlas.interface import speaking
from touratlas.views.marks import DARK, LIGHT, MARKS, SIGNS, stop_status, surest
from touratlas.words import OutcomeStatus, Status

CSS = (ASSETS / "css" / "touratlas.css").read_text(encoding="utf-8")
# Tokens of the style sheet by theme.
TOKENS = {
    theme: {
        name: pair[theme == "dark"]
        for name, *pair in re.findall(r"--ta-(\w+): light-dark\((#\w{6}), (#\w{6})\)", CSS)
    }
    for theme in ("light", "dark")
}
COLOURS = {
    "light": {**TOKENS["light"], **asdict(LIGHT)},
    "dark": {**TOKENS["dark"], **asdict(DARK)},
}
TEXT = [
    *(
        (text, ground)
        for text in ("ink", "ink2", "article", "later")
        for ground in ("page", "panel", "after")
    ),
    *(
        (text, ground) for text in ("ink", "ink2", "article") for ground in ("land", "sea")
    ),  # names on the map
    ("ink", "mark"),  # a quote in its passage
    ("number", "article"),
    ("number", "later"),
]
SHAPES = [
    (shape, ground)
    for shape in ("article", "later", "edge")
    for ground in ("page", "panel", "after", "sea", "land")
]


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definition of that name) of `#rrggbb`."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2) of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_right() -> None:
    """The measure itself: black on white is 21, a colour on itself 1, and a known grey is just enough."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#74716A", "#74716A") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(theme: str, text: str, ground: str) -> None:
    """Text has a contrast of at least 4.5 on each ground that it stands on (WCAG 2.2, 1.4.3)."""
    assert contrast(COLOURS[theme][text], COLOURS[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_marks_can_be_seen(theme: str, shape: str, ground: str) -> None:
    """Marks, lines and coasts have a contrast of at least 3 (WCAG 2.2, 1.4.11)."""
    assert contrast(COLOURS[theme][shape], COLOURS[theme][ground]) >= 3


@pytest.mark.parametrize(("theme", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_style_sheet_and_table_agree(theme: str, palette: object) -> None:
    """Map and page have the same colours: those which the style sheet shares with the table are equal."""
    table = asdict(palette)  # type: ignore[call-overload]
    shared = TOKENS[theme].keys() & table.keys()
    assert shared >= {"page", "panel", "ink", "ink2", "article", "later", "edge", "number"}
    assert {name: TOKENS[theme][name] for name in shared} == {name: table[name] for name in shared}


def test_every_status_has_a_mark_of_its_own() -> None:
    """No two marks share a shape or a word, so nothing hangs on colour alone."""
    assert set(MARKS) == set(Status)
    assert len({(mark.filled, mark.dash) for mark in MARKS.values()}) == len(MARKS)
    assert len({mark.words for mark in MARKS.values()}) == len(MARKS)


def test_every_outcome_has_a_sign_of_its_own() -> None:
    """Outcomes too are told apart by sign and word, without colour."""
    assert set(SIGNS) == set(OutcomeStatus)
    assert (
        len({sign.sign for sign in SIGNS.values()})
        == len({sign.words for sign in SIGNS.values()})
        == len(SIGNS)
    )


def test_words_are_asked_for_late() -> None:
    """Another catalogue changes what statuses and outcomes are called, and how a claim is told."""
    with speaking(
        {"status_planned": "erwartet", "told_planned": "als erwartet", "outcome_changed": "anders"}
    ):
        mark = MARKS[Status.PLANNED]
        assert (mark.words, mark.told, SIGNS[OutcomeStatus.CHANGED].words) == (
            "erwartet",
            "als erwartet",
            "anders",
        )
    assert (mark.words, mark.told, SIGNS[OutcomeStatus.CHANGED].words) == (
        "expected",
        "as expected",
        "changed",
    )


@pytest.mark.parametrize("shape", ["mark", "num"])
def test_style_sheet_draws_each_mark_apart(shape: str) -> None:
    """The small marks and the numbered ones are told apart by fill and dash, not by colour."""
    rules = {status: re.findall(rf"\.ta-{shape}\.ta-{status}\s*\{{([^}}]*)\}}", CSS) for status in Status}
    filled = "border-width: 0.375rem" if shape == "mark" else "background: var(--ta-article)"
    assert filled in rules[Status.REPORTED][0]
    assert rules[Status.PLANNED] == []  # the plain ring
    assert rules[Status.POSSIBLE] == [" border-style: dashed; "]


@given(st.lists(st.sampled_from(Status)))
def test_surest(statuses: list[Status]) -> None:
    """What is reported is surer than what is planned, and that than the possible; nothing at all is only possible."""
    found = surest(statuses)
    assert found is surest(reversed(statuses))
    surer = (status for status in (Status.REPORTED, Status.PLANNED) if status in statuses)
    assert found is next(surer, Status.POSSIBLE)


def test_a_stop_is_marked_by_its_lead(atlas: Atlas) -> None:
    """A stop has its lead event's status; without a lead, its surest event's; without events it is possible."""
    for stop in atlas.tour.stops:
        (lead,) = (event for event in stop.events if event.lead)
        assert stop_status(stop) is lead.status
        bare = stop.model_copy(
            update={"events": tuple(event.model_copy(update={"lead": False}) for event in stop.events)}
        )
        assert stop_status(bare) is surest(event.status for event in stop.events)
        assert stop_status(stop.model_copy(update={"events": ()})) is Status.POSSIBLE
