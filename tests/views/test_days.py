"""The list by day: every event once, in order, and no day or hour made up."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.views.html_tree import read
from tests.views.tours import with_tour
from touratlas.check import Atlas
from touratlas.dates import parse_when
from touratlas.model import Background
from touratlas.views.days import Day, Entry, day_list, days_html
from touratlas.views.links import QueryLinks
from touratlas.words import View

LINKS = QueryLinks("x")


def listed(atlas: Atlas, as_of: str, **whens: str) -> tuple[tuple[Day, ...], tuple[Entry, ...]]:
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
    days, _ = listed(atlas, as_of, **whens)
    assert len({day.title for day in days}) == len(days)
    return {day.title: [(entry.id, entry.hour) for entry in day.entries] for day in days}


def test_each_event_stands_once(atlas: Atlas) -> None:
    """All events of the tour are in the list, none twice; those without a date, and only those, stand apart."""
    days, undated = day_list(atlas, LINKS)
    dated = [entry.id for day in days for entry in day.entries]
    events = [event for _, event in atlas.tour.events()]
    assert sorted(dated) == sorted(event.id for event in events if event.when)
    assert [entry.id for entry in undated] == [event.id for event in events if event.when is None]
    assert undated
    assert all(entry.hour == "" and entry.in_article for entry in undated)


def test_days_of_the_real_tour(real: Atlas) -> None:
    """The headings of the real tour: a day each, the article's own last day marked, and what it could not know."""
    days, _ = day_list(real, LINKS)
    assert [(day.title, day.edge, day.after) for day in days] == [
        ("Fri 24 Oct 2025", False, False),
        ("Sun 26 Oct 2025", True, False),
        ("Mon 27 Oct 2025", False, True),
        ("Tue 28 Oct 2025", False, True),
        ("Wed 29 Oct 2025", False, True),
        ("Thu 30 Oct 2025", False, True),
    ]


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
    days, undated = listed(
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
    assert [entry.id for day in days for entry in day.entries] == [
        "until",
        "month",
        "day",
        "span",
        "open",
        "next",
    ]
    assert [entry.id for entry in undated] == ["none", "other"]


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
    ((day,), _) = listed(invented, "2031-05-05", one=text)
    assert day.after is after
    assert day.edge is not after


DATES = st.dates(min_value=date(2031, 4, 1), max_value=date(2031, 6, 30))
TEXTS = st.one_of(
    DATES.map(str),
    DATES.map(lambda day: f"{day}?"),
    DATES.map(lambda day: f"{day}T00:00"),
    DATES.map(lambda day: f"{day}/.."),
    DATES.map(lambda day: str(day)[:7]),
)


def test_edge_parts_before_from_after(invented: Atlas) -> None:
    """Whatever the dates: what is after comes last, and the edge is the last row before it, once, if there is one."""

    @settings(max_examples=80)
    @given(st.lists(TEXTS, max_size=8), DATES)
    def check(texts: list[str], as_of: object) -> None:
        days, _ = listed(invented, str(as_of), **{f"e{number}": text for number, text in enumerate(texts)})
        ahead = [day.after for day in days]
        assert ahead == sorted(ahead)
        assert [at for at, day in enumerate(days) if day.edge] == (
            [ahead.count(False) - 1] if False in ahead else []
        )
        assert sum(len(day.entries) for day in days) == len(texts)

    check()


def test_no_midnight_is_made_up(atlas: Atlas) -> None:
    """A date without a time has no hour, and no page says 00:00; a midnight that the file tells is shown."""
    for view in View:
        assert "00:00" not in days_html(atlas, QueryLinks("x", view))
    days, _ = day_list(atlas, LINKS)
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
            if row.all("li"):
                continue
            (link,) = row.all("a")
            event = events[link.attrs["data-go-event"] or ""]
            mark = row.all(class_="ta-curated")
            source = event.basis.when.from_ if event.basis.when else ""
            assert bool(mark) == (event.when is not None and source != "article")
            assert [one.text for one in mark] == ["*"] * len(mark)
            if mark:
                marked.add(event.id)
        assert len(marked) == count


def test_the_list_as_html(atlas: Atlas) -> None:
    """Headings, entries, links, status and place of the list are all on the page, in its order."""
    days, undated = day_list(atlas, LINKS)
    page = read(days_html(atlas, LINKS))
    assert page.one("h2").attrs["id"] == page.one("section").attrs["aria-labelledby"]
    heads = [head.text for head in page.all("h3")]
    assert heads == [day.title + (" The article stops here" if day.edge else "") for day in days] + [
        "No day given"
    ]
    entries = [entry for day in days for entry in day.entries] + list(undated)
    links = page.all("a")
    assert [link.attrs["href"] for link in links] == [entry.href for entry in entries]
    assert [link.text for link in links] == [f"{entry.title}, {entry.status.words}" for entry in entries]
    assert len(page.all("li", class_="ta-after")) == sum(day.after for day in days)


def test_where(invented: Atlas) -> None:
    """An event of a leg is on the way to its stop or home, one of the background is nowhere."""
    days, undated = day_list(invented, LINKS)
    where = {entry.id: entry.where for entry in (*(entry for day in days for entry in day.entries), *undated)}
    assert where["nadi-refuelling"] == "on the way to Suva, first visit"
    assert where["suva-talks"] == "Suva, first visit"
    assert where["printed-report"] == ""
    home = invented.tour.legs[-1].model_copy(update={"events": (invented.tour.legs[1].events[0],)})
    _, undated = day_list(with_tour(invented, legs=(home,)), LINKS)
    assert {entry.where for entry in undated if entry.id == "equator"} == {"on the way home"}


def test_outcomes_are_of_the_later_view(atlas: Atlas) -> None:
    """In the article's view no entry has an outcome, and the page no sign of one; the later view has each."""
    days, undated = day_list(atlas, LINKS)
    assert all(
        entry.outcome is None for entry in (*(entry for day in days for entry in day.entries), *undated)
    )
    assert read(days_html(atlas, LINKS)).all(class_="ta-sign") == []
    later = read(days_html(atlas, replace(LINKS, view=View.LATER)))
    known = [event.id for _, event in atlas.tour.events() if event.outcome]
    assert len(later.all(class_="ta-sign")) == len(known)


def test_words_of_a_day(real: Atlas) -> None:
    """Headings are the same words as everywhere: weekday, day, month, year."""
    days, _ = day_list(real, LINKS)
    assert all(re.fullmatch(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} Oct 2025", day.title) for day in days)
