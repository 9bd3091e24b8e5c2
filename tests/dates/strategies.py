"""What the tests of dates draw from: texts of the whole documented subset, valid by construction."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from touratlas.dates import When, parse_when

if TYPE_CHECKING:
    from collections.abc import Callable

QUALIFIERS = st.sampled_from(["", "", "?", "~", "%"])
OFFSETS = st.sampled_from(["", "", "", "Z", "+08:00", "-05:00", "+05:45", "-14:00", "+14:00"])
DAYS = st.dates(min_value=date(1, 1, 1)) | st.dates(date(2025, 10, 1), date(2025, 11, 30))
TIMES = st.times().map(lambda at: at.replace(microsecond=0)) | st.just(time(0))

_COARSER: tuple[Callable[[str], str], ...] = (
    lambda day: day[:4],
    lambda day: day[:7],
    lambda day: f"{day[:6]}X",
    lambda day: f"{day[:5]}XX",
    lambda day: f"{day[:9]}X",
    lambda day: f"{day[:7]}-XX",
    lambda day: f"{day[:4]}-XX-XX",
)


def _clock(at: time, *, seconds: bool) -> str:
    return at.isoformat("seconds" if seconds or at.second else "minutes")


@st.composite
def date_texts(draw: st.DrawFn, day: date | None = None) -> str:
    """A side without a time: a day, or something coarser around it, with or without a qualifier."""
    text = (draw(DAYS) if day is None else day).isoformat()
    coarser = draw(st.sampled_from((None, None, *_COARSER)))
    return (text if coarser is None else coarser(text)) + draw(QUALIFIERS)


@st.composite
def time_texts(draw: st.DrawFn) -> str:
    """A single day with a time."""
    clock = _clock(draw(TIMES), seconds=draw(st.booleans()))
    return f"{draw(DAYS)}T{clock}{draw(OFFSETS)}{draw(QUALIFIERS)}"


@st.composite
def interval_texts(draw: st.DrawFn, *, times: bool = True) -> str:
    """An interval: of any two precisions, of times (also short), or with an open or unknown end."""
    moments = sorted([(draw(DAYS), draw(TIMES)), (draw(DAYS), draw(TIMES))])
    offset = draw(OFFSETS)
    sides = []
    for day, at in moments:
        if times and draw(st.booleans()):
            sides.append(f"{day}T{_clock(at, seconds=False)}{offset}{draw(QUALIFIERS)}")
        else:
            sides.append(draw(date_texts(day)))
    shape = draw(st.sampled_from(["both", "both", "short", "open", "unknown", "no start"]))
    if shape == "short" and "T" in sides[0]:
        first, second = sorted([moments[0][1], moments[1][1]])
        mark = draw(QUALIFIERS)
        return f"{moments[0][0]}T{_clock(first, seconds=False)}{offset}/{_clock(second, seconds=False)}{mark}"
    if shape in {"open", "unknown"}:
        return f"{sides[0]}/{'..' if shape == 'open' else ''}"
    return f"{draw(st.sampled_from(['..', '']))}/{sides[1]}" if shape == "no start" else "/".join(sides)


TEXTS = date_texts() | time_texts() | interval_texts()
WHENS: st.SearchStrategy[When] = TEXTS.map(parse_when)
NEARLY = st.text(alphabet="0123456789-/:.TZX?~%+ x,", max_size=40) | st.builds(
    lambda text, at, char: text[:at] + char + text[at + 1 :], TEXTS, st.integers(0, 40), st.characters()
)
