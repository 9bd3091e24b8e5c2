"""Dates in the forms that others read: HTML and EDTF."""

from __future__ import annotations

import re

import edtf
import pytest
from hypothesis import assume, given, settings

from touratlas.dates import When, iso_attribute, parse_when, to_edtf
from touratlas.errors import DateError

from .strategies import WHENS

FORMS = [  # text, HTML, EDTF
    ("2025", "2025", "2025"),
    ("2025-10", "2025-10", "2025-10"),
    ("2025-10-26", "2025-10-26", "2025-10-26"),
    ("0012-10-26", "0012-10-26", "0012-10-26"),
    ("2025-10-26~", None, "2025-10-26~"),
    ("2025-10%", None, "2025-10%"),
    ("2025-10-2X", None, "2025-10-2X"),
    ("2025-02-2X", None, "2025-02-2X"),
    ("2025-10-0X", None, "2025-10-0X"),
    ("2025-04-3X", None, "2025-04-3X"),
    ("2025-10-XX", None, "2025-10-XX"),
    ("2025-02-XX?", None, "2025-02-XX?"),
    ("2025-XX-XX~", None, "2025-XX-XX~"),
    ("2025-XX", None, "2025-XX"),
    ("2025-XX?", None, "2025-XX?"),
    ("2025-1X", None, "[2025-10..2025-12]"),
    ("0012-0X", None, "[0012-01..0012-09]"),
    ("2025-1X~", None, "2025~"),
    ("2025-10-2X~", None, "2025-10~"),
    ("2025-10-26T19:30", "2025-10-26T19:30", "2025-10-26T19:30:00"),
    ("2025-10-26T19:30:15", "2025-10-26T19:30:15", "2025-10-26T19:30:15"),
    ("2025-10-26T19:30+08:00", "2025-10-26T19:30+08:00", "2025-10-26T19:30:00+08:00"),
    ("2025-10-26T19:30-03:30", "2025-10-26T19:30-03:30", "2025-10-26T19:30:00-03:30"),
    ("2025-10-26T19:30+00:00", "2025-10-26T19:30Z", "2025-10-26T19:30:00Z"),
    ("2025-10-26T10:00~", "2025-10-26", "2025-10-26~"),
    ("2025-10-26T10:00%", "2025-10-26", "2025-10-26%"),
    ("2025-10-26/2025-10-27", None, "2025-10-26/2025-10-27"),
    ("2025-10-26/2025-10-26", None, "2025-10-26/2025-10-26"),
    ("2025-10-26~/2025-11?", None, "2025-10-26~/2025-11?"),
    ("2025-10-26T19:30/21:00", None, "2025-10-26"),
    ("2025-10-26T19:30~/21:00~", None, "2025-10-26~"),
    ("2025-10-26T19:30~/21:00", None, "2025-10-26~/2025-10-26"),
    ("2025-10-26T22:00/2025-10-27T01:30", None, "2025-10-26/2025-10-27"),
    ("2025-10-26T22:00/..", None, "2025-10-26/.."),
    ("../2025-10-26", None, "../2025-10-26"),
    ("/2025-10-26", None, "/2025-10-26"),
    ("2025-10-26/", None, "2025-10-26/"),
    ("2025-10-2X/2025-11-05", None, "2025-10-2X/2025-11-05"),
    ("2025-10-XX/2025-11-XX", None, "2025-10-XX/2025-11-XX"),
    ("2025-10-2X/..", None, "2025-10/.."),
    ("2025-10-2X~/2025-11-05", None, "2025-10~/2025-11-05"),
    ("2025-1X/2026-XX", None, "2025/2026"),
    ("2025-XX-XX/..", None, "2025/.."),
]

# The strings that the HTML Living Standard allows, as far as we make them: year, month, date, date and time.
_HTML = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?", re.ASCII)


@pytest.mark.parametrize(("text", "html", "other"), FORMS)
def test_forms(text: str, html: str | None, other: str) -> None:
    """Each date has the nearest true form in HTML, or none, and in EDTF."""
    when = parse_when(text)
    assert (iso_attribute(when), to_edtf(when)) == (html, other)


@given(WHENS)
def test_the_html_attribute_is_valid_and_true(when: When) -> None:
    """What goes into `<time datetime>` is valid, says no other days, and hides no doubt about the day."""
    value = iso_attribute(when)
    if value is None:
        return
    assert _HTML.fullmatch(value)
    again = parse_when(value)
    assert (again.earliest, again.latest) == (when.earliest, when.latest)
    assert not when.is_interval
    assert when.has_time or not (when.uncertain or when.approximate)


@settings(max_examples=60, deadline=None)
@given(WHENS)
def test_edtf_reads_all_that_we_write(when: When) -> None:
    """What is exported as EDTF is EDTF by another's reading."""
    assert edtf.parse_edtf(to_edtf(when)) is not None


@given(WHENS)
def test_edtf_loses_no_day_and_no_doubt(when: When) -> None:
    """The nearest form may be wider, never narrower, and keeps qualifiers and open ends."""
    text = to_edtf(when)
    assume(not text.startswith("["))
    again = parse_when(text)
    assert (again.uncertain, again.approximate) == (when.uncertain, when.approximate)
    assert (again.earliest is None, again.latest is None) == (when.earliest is None, when.latest is None)
    if again.earliest is not None and when.earliest is not None:
        assert again.earliest <= when.earliest
    if again.latest is not None and when.latest is not None:
        assert again.latest >= when.latest


@given(WHENS)
def test_what_is_edtf_already_is_left_alone(when: When) -> None:
    """Writing twice changes nothing more."""
    text = to_edtf(when)
    try:
        again = parse_when(text)
    except DateError:
        assert re.fullmatch(r"\[\d{4}-\d\d\.\.\d{4}-\d\d\]", text)
    else:
        assert to_edtf(again) == text
