"""The list by day: every event once, in order, and no day or hour made up."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.views.html_tree import Element, read
from tests.views.tours import with_tour
from touratlas.check import Atlas
from touratlas.dates import parse_when, show
from touratlas.model import Background, Outcome
from touratlas.views.days import DayList, Entry, day_list, days_html
from touratlas.views.links import QueryLinks
from touratlas.views.marks import SIGNS
from touratlas.words import View

LINKS = QueryLinks("x")
LATER = QueryLinks("x", View.LATER)


def entries_of(found: DayList) -> list[Entry]:
    """All entries of a list."""
    return [*(entry for day in found.days for entry in day.entries), *found.undated]


def listed(atlas: Atlas, as_of: str, **whens: str) -> DayList:
    """The list of a tour of one stop with an event for each date ("" for none), its id the keyword."""
    stop = atlas.tour.stops[0]
    made = tuple(
        stop.events[0].model_copy(update={"id": name, "when": parse_when(text) if text else None})
        for name, text in whens.items()
    )
    head = atlas.tour.tour.model_copy(update={"as_of": parse_when(as_of)})
    stops = (stop.model_copy(update={"events": made}),)
    return day_list(with_tour(atlas, tour=head, stops=stops, legs=(), background=Background()), LINKS)


def titles(atlas: Atlas, as_of: str, **whens: str) -> dict[str, list[tuple[str, str]]]:
    """The headings, each with the ids and hours below it."""
    days = listed(atlas, as_of, **whens).days
    assert len({day.title for day in days}) == len(days)
    return {day.title: [(entry.id, entry.hour) for entry in day.entries] for day in days}


def test_each_event_stands_once(atlas: Atlas) -> None:
    """All events of the tour are in the list, none twice; those without a date, and only those, stand apart."""
    found = day_list(atlas, LINKS)
    events = [event for _, event in atlas.tour.events()]
    dated = sorted(entry.id for day in found.days for entry in day.entries)
    assert dated == sorted(event.id for event in events if event.when)
    assert [entry.id for entry in found.undated] == [event.id for event in events if event.when is None]
    assert found.undated
    assert all(entry.hour == "" and entry.in_article for entry in found.undated)


def test_days_of_the_real_tour(real: Atlas) -> None:
    """The headings of the real tour: a day each, and after the article's own last day what it could not know."""
    found = day_list(real, LINKS)
    assert [(day.title, day.after) for day in found.days] == [
        ("Fri 24 Oct 2025", False),
        ("Sun 26 Oct 2025", False),
        ("Mon 27 Oct 2025", True),
        ("Tue 28 Oct 2025", True),
        ("Wed 29 Oct 2025", True),
        ("Thu 30 Oct 2025", True),
    ]
    assert found.known == 2


def test_known_days_share_a_heading(invented: Atlas) -> None:
    """What is on a known day stands under it by its hour, whatever the hour's precision; a day alone comes first."""
    assert titles(
        invented,
        "2031-05-05",
        dinner="2031-05-04T19:30/21:00",
        talks="2031-05-04T09:00",
        early="2031-05-04T05:00~",
        day="2031-05-04",
        same="2031-05-04/2031-05-04",
        zoned="2031-05-04T13:35+12:00",
    ) == {
        "Sun 4 May 2031": [
            ("day", ""),
            ("same", ""),
            ("early", "about 05:00"),
            ("talks", "09:00"),
            ("zoned", "13:35"),
            ("dinner", "19:30–21:00"),
        ]
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("2031-05-04?", "perhaps Sun 4 May 2031"),
        ("2031-05-04~", "about Sun 4 May 2031"),
        ("2031-05-03/2031-05-05", "Sat 3 – Mon 5 May 2031"),
        ("2031-05-04T22:00/2031-05-05T01:30", "Sun 4 May, 22:00 – Mon 5 May 2031, 01:30"),
        ("2031-05", "May 2031"),
        ("2031-05-2X", "20–29 May 2031"),
        ("2031-05-04/..", "from Sun 4 May 2031"),
        ("../2031-05-04", "until Sun 4 May 2031"),
        ("2031-05-04/", "from Sun 4 May 2031 (end not known)"),
        ("2031", "2031"),
    ],
)
def test_vaguer_dates_have_headings_of_their_own(invented: Atlas, text: str, title: str) -> None:
    """A span, a month, an open end or a doubtful day is headed in its own words, and never put under a sure day."""
    found = titles(invented, "2031-05-05", sure="2031-05-04", vague=text)
    assert found == {"Sun 4 May 2031": [("sure", "")], title: [("vague", "")]}


def test_order(invented: Atlas) -> None:
    """Headings come by their first day, a day before the spans that begin with it."""
    found = listed(
        invented,
        "2031-05-05",
        open="2031-05-04/..",
        next="2031-05-05",
        span="2031-05-04/2031-05-06",
        month="2031-05",
        none="",
        day="2031-05-04",
        until="../2031-06-01",
        other="",
    )
    assert [entry.id for day in found.days for entry in day.entries] == [
        "until",
        "month",
        "day",
        "span",
        "open",
        "next",
    ]
    assert [entry.id for entry in found.undated] == ["none", "other"]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("2031-05-04", False),
        ("2031-05-05", False),
        ("2031-05-05T23:59", False),
        ("2031-05-06", True),
        ("2031-05-06T00:30", True),
        ("2031-05-06?", True),
        ("2031-05-05/2031-05-09", False),
        ("2031-05", False),
        ("2031-05-2X", True),
        ("2031-05-04/..", False),
        ("2031-05-06/..", True),
        ("../2031-05-09", False),
        ("2031-06", True),
    ],
)
def test_what_the_article_could_know(invented: Atlas, text: str, after: bool) -> None:
    """`after` is what surely begins after `as_of`: the day itself, and what may reach into it, is not."""
    found = listed(invented, "2031-05-05", one=text)
    (day,) = found.days
    assert day.after is after
    assert found.known == (not after)


DATES = st.dates(min_value=date(2031, 4, 1), max_value=date(2031, 6, 30))
TEXTS = st.one_of(
    DATES.map(str),
    DATES.map(lambda day: f"{day}?"),
    DATES.map(lambda day: f"{day}T00:00"),
    DATES.map(lambda day: f"{day}/.."),
    DATES.map(lambda day: str(day)[:7]),
)


def test_edge_parts_before_from_after(invented: Atlas) -> None:
    """Whatever the dates: what is after comes last, and the article stops just before it."""

    @settings(max_examples=80)
    @given(st.lists(TEXTS, max_size=8), DATES)
    def check(texts: list[str], as_of: object) -> None:
        found = listed(invented, str(as_of), **{f"e{number}": text for number, text in enumerate(texts)})
        assert not any(day.after for day in found.days[: found.known])
        assert all(day.after for day in found.days[found.known :])
        assert sum(len(day.entries) for day in found.days) == len(texts)

    check()


def test_no_midnight_is_made_up(atlas: Atlas) -> None:
    """A date without a time has no hour, and no page says 00:00; a midnight that the file tells is shown."""
    for view in View:
        assert "00:00" not in days_html(atlas, QueryLinks("x", view))
    days = day_list(atlas, LINKS).days
    whens = {event.id: event.when for _, event in atlas.tour.events()}
    for entry in (entry for day in days for entry in day.entries):
        when = whens[entry.id]
        assert when is not None
        assert bool(entry.hour) == when.has_time
    assert titles(atlas, "2031-05-05", told="2031-05-04T00:00") == {"Sun 4 May 2031": [("told", "00:00")]}


def test_whose_day_it_is(real: Atlas, invented: Atlas) -> None:
    """A day that isn't the article's has its asterisk, and one that is has none."""
    for atlas, count in ((real, 13), (invented, 3)):
        page = read(days_html(atlas, LINKS))
        events = {event.id: event for _, event in atlas.tour.events()}
        marked = set()
        for row in page.all("li"):
            if row.all("li") or not row.all("a"):
                continue
            (link,) = row.all("a")
            event = events[link.attrs["data-go-event"] or ""]
            mark = row.all(class_="ta-curated")
            source = event.basis.when.from_ if event.basis.when else ""
            assert bool(mark) == (event.when is not None and source != "article")
            assert [one.text for one in mark] == ["\u2060*"] * len(mark)
            if mark:
                marked.add(event.id)
        assert len(marked) == count


def test_the_list_as_html(atlas: Atlas) -> None:
    """Headings, entries, links, status and place of the list are all on the page, in its order."""
    found = day_list(atlas, LINKS)
    page = read(days_html(atlas, LINKS))
    assert page.one("h2").attrs["id"] == page.one("section").attrs["aria-labelledby"]
    heads = [head.text for head in page.all("h3")]
    assert heads == [*(day.title for day in found.days), "No day given"]
    entries = [entry for day in found.days for entry in day.entries] + list(found.undated)
    links = page.all("a")
    assert [link.attrs["href"] for link in links] == [entry.href for entry in entries]
    for link, entry in zip(links, entries, strict=True):
        whose = "" if entry.in_article else " (date not in the article)"
        name = link.text.replace("\u2060*", "")
        assert name.startswith(f"{entry.title}, {entry.status.words}{whose}")
        assert name.endswith(f"{entry.hour} {entry.where}".strip())
        (mark,) = link.all(class_="ta-mark")
        assert mark.attrs == {"class": f"ta-mark ta-{entry.status.name}", "aria-hidden": "true"}
    assert len(page.all("li", class_="ta-after")) == sum(day.after for day in found.days)


@pytest.mark.parametrize(
    ("as_of", "before"),
    [
        ("2025-10-26", "Sun 26 Oct 2025"),
        (
            "2025-10-25",
            "Fri 24 Oct 2025",
        ),  # a day without an entry: the rule stands where it is, between its neighbours
        ("2025-10-01", ""),
        ("2025-12-24", "Thu 30 Oct 2025"),
    ],
)
def test_the_article_stops_at_its_own_day(real: Atlas, as_of: str, before: str) -> None:
    """The rule across the list stands at the article's last day and names it, whatever has an entry on it."""
    head = real.tour.tour.model_copy(update={"as_of": parse_when(as_of)})
    page = read(days_html(with_tour(real, tour=head), LINKS))
    (rows,) = (one for one in page.all("ol"))
    days = [one for one in rows.inner if isinstance(one, Element)]
    (at,) = (number for number, day in enumerate(days) if "ta-stops-here" in (day.attrs.get("class") or ""))
    assert days[at].text == f"The article stops here · {show(head.as_of)}"
    assert (days[at - 1].one("h3").text if at else "") == before


def test_where(invented: Atlas) -> None:
    """An event of a leg is on the way to its stop or home, one of the background is nowhere."""
    where = {entry.id: entry.where for entry in entries_of(day_list(invented, LINKS))}
    assert where["nadi-refuelling"] == "on the way to Suva, first visit"
    assert where["suva-talks"] == "Suva, first visit"
    assert where["printed-report"] == ""
    home = invented.tour.legs[-1].model_copy(update={"events": (invented.tour.legs[1].events[0],)})
    found = day_list(with_tour(invented, legs=(home,)), LINKS)
    assert {entry.where for entry in found.undated if entry.id == "equator"} == {"on the way home"}


def test_outcomes_are_of_the_later_view(atlas: Atlas) -> None:
    """In the article's view no entry has an outcome, and the page no sign of one; in the later view each has."""
    plain = entries_of(day_list(atlas, LINKS))
    assert all(entry.outcome is None and not entry.later and not entry.reported for entry in plain)
    html = days_html(atlas, LINKS)
    assert "later" not in html
    assert "ta-sign" not in html
    page = read(days_html(atlas, LATER))
    for _, event in atlas.tour.events():
        links = page.all("a", data_go_event=event.id)
        assert links
        for link in links:
            signs = [one.text for one in link.all(class_="ta-sign")]
            assert signs == ([SIGNS[event.outcome.status].sign] if event.outcome else [])
            if event.outcome:
                assert f"; afterwards: {SIGNS[event.outcome.status].words}" in link.text


def test_the_later_view_keeps_the_articles_days(atlas: Atlas) -> None:
    """What the article dates stands where it stood; reports add entries, and date what had no day."""
    known, later = day_list(atlas, LINKS), day_list(atlas, LATER)
    before = [(day.title, entry.id) for day in known.days for entry in day.entries]
    after = [(day.title, entry.id) for day in later.days for entry in day.entries if not entry.later]
    assert after == before
    dated = {entry.id for day in later.days for entry in day.entries if entry.later and not entry.planned}
    assert {entry.id for entry in later.undated} == {entry.id for entry in known.undated} - dated


def test_days_of_reports_in_the_real_tour(real: Atlas) -> None:
    """What had no day in the article stands under the day that reports give, in their colour, and says so."""
    found = {
        entry.id: day.title for day in day_list(real, LATER).days for entry in day.entries if entry.later
    }
    assert found == {
        "malaysia-talks": "Sun 26 Oct 2025",
        "trade-pacts": "Sun 26 – Wed 29 Oct 2025",
        "korea-trade-deal": "Wed 29 Oct 2025",
        "kim-meeting": "Wed 29 Oct 2025",
    }
    page = read(days_html(real, LATER))
    kim = page.one("a", data_go_event="kim-meeting")
    assert kim.text == (
        "Meeting with Kim Jong Un?, possible ✕; afterwards: did not take place (no day given in the article)"
    )
    assert "ta-out-not-happened" in str(kim.one(class_="ta-mark").attrs["class"])


def test_another_day_than_planned(invented: Atlas) -> None:
    """What reports date otherwise stands under both days, and each entry tells the other date; the same day once."""

    def told(planned: str, reported: str, status: str = "changed") -> list[tuple[str, str, str]]:
        outcome = Outcome.model_validate({"status": status, "says": "So.", "when": reported})
        event = (
            invented.tour.stops[0]
            .events[0]
            .model_copy(update={"when": parse_when(planned) if planned else None, "outcome": outcome})
        )
        stop = invented.tour.stops[0].model_copy(update={"events": (event,)})
        atlas = with_tour(invented, stops=(stop,), legs=(), background=Background())
        return [
            (day.title, entry.planned or entry.reported, entry.hour)
            for day in day_list(atlas, LATER).days
            for entry in day.entries
        ]

    assert told("2031-05-02", "2031-05-03T18:00") == [
        ("Fri 2 May 2031", "Sat 3 May 2031, 18:00", ""),
        ("Sat 3 May 2031", "Fri 2 May 2031", "18:00"),
    ]
    assert told("2031-05-02T09:00", "2031-05-02T11:00~") == [("Fri 2 May 2031", "", "09:00")]
    assert told("2031-05", "2031-05-02") == [
        ("May 2031", "Fri 2 May 2031", ""),
        ("Fri 2 May 2031", "May 2031", ""),
    ]
    assert told("", "2031-05-02") == [("Fri 2 May 2031", "", "")]
    assert told("2031-05-02", "2031-05-09", "unknown") == [("Fri 2 May 2031", "", "")]


def test_words_of_a_day(real: Atlas) -> None:
    """Headings are the same words as everywhere: weekday, day, month, year."""
    days = day_list(real, LINKS).days
    assert all(re.fullmatch(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} Oct 2025", day.title) for day in days)
