"""iCalendar read by the library icalendar, and compared with the model."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.exports.hostile import nasty, poisoned
from tests.views.tours import with_stop
from touratlas.check import Atlas
from touratlas.dates import Endpoint, parse_when
from touratlas.exports import Options
from touratlas.exports.ics import fold, make, text
from touratlas.model import Event
from touratlas.words import OutcomeStatus, Status, View


def calendar(atlas: Atlas, view: View = View.ARTICLE) -> Any:
    """The calendar as icalendar reads it."""
    return Calendar.from_ical(make(atlas, Options(view=view)))


def entries(atlas: Atlas, view: View = View.ARTICLE) -> dict[str, Any]:
    """Its events by our ids, without the day on which the article stops."""
    found = {str(one["UID"]): one for one in calendar(atlas, view).walk("VEVENT")}
    end = f".{atlas.tour.tour.id}@touratlas"
    assert all(name.endswith(end) for name in found)
    made = {name.removesuffix(end): one for name, one in found.items()}
    del made["touratlas-as-of"]
    return made


def placed(event: Event) -> bool:
    """Whether it begins on a known day."""
    start = event.when.start if event.when else None
    return isinstance(start, Endpoint) and start.day is not None


def test_what_has_a_day_is_in_it_and_the_rest_is_named(atlas: Atlas) -> None:
    """No event is lost: it is an entry, or named in the calendar's description."""
    found = entries(atlas)
    events = [event for _, event in atlas.tour.events()]
    assert set(found) == {event.id for event in events if placed(event)}
    told = str(calendar(atlas)["DESCRIPTION"])
    assert "no day is known" in told
    assert [event.title for event in events if not placed(event) and event.title not in told] == []
    assert str(calendar(atlas)["NAME"]) == text(atlas.tour.tour.title)  # which icalendar leaves as written


def test_days_times_and_places(atlas: Atlas) -> None:
    """All-day where no time is known; what is a time is that instant; GEO, LOCATION and UID are the model's."""
    found = entries(atlas)
    for path, event in atlas.tour.events():
        if not placed(event) or event.when is None or not isinstance(event.when.start, Endpoint):
            continue
        entry = found[event.id]
        start = entry.decoded("DTSTART")
        if event.when.start.time is None:
            assert type(start) is date
            assert start == event.when.start.earliest
            last = event.when.latest
            end = entry.decoded("DTEND") if "DTEND" in entry else None
            assert end == (last + timedelta(days=1) if last else None)
        else:
            assert isinstance(start, datetime)
            assert start.tzinfo is not None
        place = event.place or (atlas.tour.stops[int(path[1])].place if path[0] == "stops" else None)
        if place:
            own = atlas.tour.places[place]
            assert str(entry["LOCATION"]).startswith(own.name)
            if own.extent == "point":
                assert (entry["GEO"].latitude, entry["GEO"].longitude) == own.at


def test_times_are_told_in_utc(invented: Atlas) -> None:
    """By the place's zone, by a written offset; an end where one is given, and only there."""
    found = entries(invented)
    for name, start, end in (
        ("suva-talks", datetime(2031, 5, 3, 21, 0, tzinfo=UTC), None),
        ("suva-dinner", datetime(2031, 5, 4, 7, 30, tzinfo=UTC), datetime(2031, 5, 4, 9, 0, tzinfo=UTC)),
        ("pago-pago-arrival", datetime(2031, 5, 7, 0, 35, tzinfo=UTC), None),
    ):
        assert found[name].decoded("DTSTART") == start
        assert (found[name].decoded("DTEND") if "DTEND" in found[name] else None) == end


def test_what_is_unsure_is_shown_so(invented: Atlas) -> None:
    """What is only possible, and an hour or day that is about, perhaps or open, is told in the summary; what is sure
    isn't.
    """
    found = entries(invented)
    summaries = {name: str(one["SUMMARY"]) for name, one in found.items()}
    assert summaries["sapporo-arrival"].endswith("(Thu 1 May, about 19:00)")
    assert summaries["papeete-speech"].endswith("(possible; perhaps Fri 9 May)")
    assert summaries["honolulu-session"].endswith("(from Sun 11 May)")
    assert "DTEND" not in found["honolulu-session"]
    assert summaries["suva-talks"] == "Talks at Laucala Hall"
    assert str(found["papeete-speech"]["X-TOURATLAS-WHEN"]) == "2031-05-09?"


def test_status(atlas: Atlas) -> None:
    """Possible is tentative, the rest confirmed; in the later view what did not happen is cancelled."""
    early, late = entries(atlas), entries(atlas, View.LATER)
    for _, event in atlas.tour.events():
        if event.id in early:
            meant = "TENTATIVE" if event.status is Status.POSSIBLE else "CONFIRMED"
            assert str(early[event.id]["STATUS"]) == meant
            assert str(early[event.id]["X-TOURATLAS-STATUS"]) == event.status
        if event.id in late and event.outcome:
            cancelled = event.outcome.status is OutcomeStatus.NOT_HAPPENED
            assert (str(late[event.id]["STATUS"]) == "CANCELLED") == cancelled
            assert late[event.id]["SEQUENCE"] == 1


def test_evidence_and_reports_are_told(atlas: Atlas) -> None:
    """Every claim and verbatim quote; in the later view what reports say, with their addresses."""
    late = entries(atlas, View.LATER)
    for _, event in atlas.tour.events():
        if event.id not in late:
            continue
        told = str(late[event.id]["DESCRIPTION"])
        for held in atlas.evidence.of_event(event.id):
            assert held.claim.says in told
            for quote in held.quotes:
                assert quote.passage.quote.of(atlas.articles[quote.source].text) in told
        if event.outcome and event.outcome.says:
            assert event.outcome.says.rstrip(".") in told
            assert all((atlas.tour.sources[one].url or "") in told for one in event.outcome.from_)


def test_days_that_only_reports_tell(real: Atlas) -> None:
    """In the later view an event without a day stands on that of its report, and says so."""
    assert "korea-trade-deal" not in entries(real)
    entry = entries(real, View.LATER)["korea-trade-deal"]
    assert entry.decoded("DTSTART") == date(2025, 10, 29)
    assert str(entry["SUMMARY"]).endswith("(day told by later reports)")


def test_lines_are_short(atlas: Atlas) -> None:
    """At most 75 octets each, ended by CR LF, as RFC 5545 says; and an address where there is one."""
    data = make(atlas, Options(view=View.LATER))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert any("URL" in one for one in entries(atlas, View.LATER).values())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_any_line_is_folded_without_loss(line: str) -> None:
    """Unfolding gives the line back, and no part is too long."""
    folded = fold(line)
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == line


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=80))
def test_any_text_comes_back(value: str) -> None:
    """icalendar reads what was written, commas, semicolons, backslashes and line ends included."""
    data = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{fold('DESCRIPTION:' + text(value))}\r\nEND:VCALENDAR\r\n"
    assert str(Calendar.from_ical(data).get("DESCRIPTION")) == value


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("2031-05-01T22:00/2031-05-02", "20310501T130000Z", "20310502T150000Z"),
        ("2031-05-01/2031-05-02T10:00", "20310501", "20310503"),
        ("2031-05-01/2031-05-1X", "20310501", None),
        ("9999-12-31", "99991231", None),
        ("0001-01-01T03:00", "00010101T000000Z", None),
    ],
)
def test_odd_dates(invented: Atlas, when: str, start: str, end: str | None) -> None:
    """Mixed sides, unspecified ends, and the ends of the calendar."""
    event = invented.tour.stops[0].events[0].model_copy(update={"when": parse_when(when)})
    tour = with_stop(invented.tour, 0, events=(event, *invented.tour.stops[0].events[1:]))
    from dataclasses import replace

    entry = entries(replace(invented, tour=tour))[event.id]
    assert entry["DTSTART"].to_ical().decode() == start
    assert (entry["DTEND"].to_ical().decode() if "DTEND" in entry else None) == end


@pytest.mark.parametrize("make_tour", [poisoned, nasty])
def test_hostile_text_stays_text(make_tour: Any, tmp_path: Path) -> None:
    """No entry comes of a text that looks like one, and every claim is to be read."""
    atlas = make_tour(tmp_path)
    found = entries(atlas, View.LATER)
    for _, event in atlas.tour.events():
        if event.id in found:
            assert str(found[event.id]["SUMMARY"]).startswith(event.title)
            assert all(claim.says in str(found[event.id]["DESCRIPTION"]) for claim in event.claims)
    known = {event.id for _, event in atlas.tour.events()}
    assert set(found) <= known
