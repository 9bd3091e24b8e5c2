"""What somebody may have meant who wrote a date in another way: corrected texts, best first.

Only what has one reading is corrected: `5/10/2025` may be in May or in October, so it gets no suggestion, and
neither does a day that does not exist or has another weekday than the one written. The parser tries each
candidate; nothing here decides what is a date.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SAID = {"(": "", ")": "", "[": "", "]": "", '"': "", "'": "", "`": "", "“": "", "”": "", "‘": "", "’": ""}
_SAID |= dict.fromkeys("‐‑‒–—―−", "-")
_SIGNS = str.maketrans(_SAID)

_YMD = re.compile(r"([0-9]{4})([-./])([0-9]{1,2}|[01]X|XX)(?:\2([0-9]{1,2}|[0-3]X|XX))?(.*)")
_DMY = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4})(.*)")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(.*)")
_NAMED_DMY = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9})\.?,? ([0-9]{4})(.*)", re.IGNORECASE
)
_NAMED_MDY = re.compile(r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})(.*)", re.IGNORECASE)
_NAMED_MY = re.compile(r"([a-z]{3,9})\.?,? ([0-9]{4})(.*)", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(rf"({'|'.join(_WEEKDAYS)})[a-z]{{0,6}}\.?,? (.*)", re.IGNORECASE)

_TIME = re.compile(
    r"[T ,]{0,3}([0-9]{1,2})[:.]?([0-9]{2})(?:[:.]?([0-9]{2})(?:\.[0-9]{1,9})?)? ?"
    r"(Z|[+-][0-9]{1,2}(?::?[0-9]{2})?)? ?([?~%]?)"
)
_OFFSET = re.compile(r"([+-])([0-9]{1,2}):?([0-9]{2})?")
_MIDNIGHT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T24:00(?::00)?")
_SEPARATOR = re.compile(r" ?(?:/|--|\.\.| - | to | until ) ?")


def candidates(text: str) -> Iterator[str]:
    """Texts that `text` may stand for, most likely first; some of them may be no dates either."""
    plain = _plain(text)
    yield plain
    whole = _rewritten(plain)
    yield whole
    yield _midnight(whole)
    parts = _SEPARATOR.split(plain)
    if len(parts) == 2:
        yield from _intervals(*parts)


def _plain(text: str) -> str:
    """ASCII digits and hyphens, capital T, Z and X, one mark for `?~`, no space or quotation marks around."""
    digits = "".join(str(unicodedata.decimal(char, char)) for char in unicodedata.normalize("NFKC", text))
    said = " ".join(digits.translate(_SIGNS).split()).strip(",; ")
    said = re.sub(r"\?~|~\?", "%", said)
    if re.fullmatch(r"[0-9TZXUtzxu?~%:/.+ -]*", said):
        said = said.upper().replace("U", "X")
    return re.sub(r"(?<=[0-9X]) (?=[?~%])", "", said)


def _intervals(start: str, end: str) -> Iterator[str]:
    first, second = _rewritten(start), _rewritten(end)
    if re.fullmatch(r"[0-9]{1,2}", end):  # 2025-10-26/27, with the month left out
        yield f"{first}/{first[:8]}{int(end):02}"
    if short := re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})", end):  # 2025-10-26/11-02, with the year left out
        second = f"{first[:5]}{int(short[1]):02}-{int(short[2]):02}"
    clock = _clock(end)
    if "T" in first and clock:
        yield f"{first}/{clock[1:]}"
        yield f"{first}/{_midnight(first[:10] + clock)}"
    if not start or not end:  # 2025-10-26.. in another way of writing open ends
        yield f"{first if start else '..'}/{second if end else '..'}"
    yield f"{first}/{second}"
    yield f"{_midnight(first)}/{_midnight(second)}"


def _rewritten(text: str) -> str:
    """One date in another way of writing as year, month, day, time; else the text itself."""
    if match := _WEEKDAY.fullmatch(text):
        found = _date(match[2])
        return found if _falls_on(found, match[1]) else text
    return _date(text)


def _falls_on(text: str, weekday: str) -> bool:
    try:
        return date.fromisoformat(text[:10]).weekday() == _WEEKDAYS.index(weekday.lower())
    except ValueError:
        return False


def _date(text: str) -> str:
    for form, parts in ((_YMD, _from_ymd), (_DMY, _from_dmy), (_COMPACT, _from_compact)):
        if match := form.fullmatch(text):
            return parts(match)
    return _from_named(text) or text


def _from_ymd(match: re.Match[str]) -> str:
    year, _, month, day, rest = match.groups()
    if day and month.isdecimal() and day.isdecimal() and int(month) > 12 >= int(day):
        month, day = day, month
    return "-".join(part.zfill(2) for part in (year, month, day) if part) + _rest(rest)


def _from_dmy(match: re.Match[str]) -> str:
    """Day first or month first: told by a number above 12, or by dots (a day-first habit)."""
    first, sign, second, year, rest = match.groups()
    day, month = int(first), int(second)
    if month > 12:
        day, month = month, day
    elif day <= 12 and day != month and sign != ".":
        return ""
    return f"{year}-{month:02}-{day:02}{_rest(rest)}"


def _from_compact(match: re.Match[str]) -> str:
    year, month, day, rest = match.groups()
    return f"{year}-{month}-{day}{_rest(rest)}"


def _from_named(text: str) -> str:
    """A date with the English name of its month; nothing where there is none."""
    day = ""
    if match := _NAMED_DMY.fullmatch(text):
        day, name, year, rest = match.groups()
    elif match := _NAMED_MDY.fullmatch(text):
        name, day, year, rest = match.groups()
    elif match := _NAMED_MY.fullmatch(text):
        name, year, rest = match.groups()
    else:
        return ""
    if name[:3].lower() not in _MONTHS:
        return ""
    month = f"{year}-{_MONTHS.index(name[:3].lower()) + 1:02}"
    return f"{month}-{int(day):02}{_rest(rest)}" if day else month + _rest(rest)


def _rest(text: str) -> str:
    """What follows the day: a time, or else what stands there."""
    return (_clock(text) if text[:1] in {"T", " ", ","} else "") or text


def _clock(text: str) -> str:
    """A time in another way of writing as `Thh:mm[:ss][±hh:mm]` and qualifier; empty where it is none."""
    match = _TIME.fullmatch(text)
    if match is None:
        return ""
    hour, minute, second, offset, qualifier = match.groups()
    seconds = f":{second}" if second else ""
    return f"T{int(hour):02}:{minute}{seconds}{_offset(offset or '')}{qualifier}"


def _offset(text: str) -> str:
    match = _OFFSET.fullmatch(text)
    if match is None:
        return text
    return f"{match[1]}{int(match[2]):02}:{match[3] or '00'}"


def _midnight(text: str) -> str:
    """24:00 as 00:00 of the next day."""
    match = _MIDNIGHT.match(text)
    if match is None:
        return text
    try:
        following = date.fromisoformat(match[1]) + timedelta(days=1)
    except (ValueError, OverflowError):
        return text
    return f"{following}T00:00{text[match.end() :]}"
