"""The timeline: every event on its days or in the strip, each a link whose name says all; nothing of later."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.tours_generated import write_tour
from tests.views.html_tree import Element, read
from tests.views.tours import with_stop, with_tour
from touratlas.assets import ASSETS
from touratlas.check import Atlas, check_tour, open_tour
from touratlas.dates import parse_when, show
from touratlas.model import Background, Outcome
from touratlas.views.knowledge import in_article
from touratlas.views.links import Choice, QueryLinks, stop_of
from touratlas.views.marks import MARKS, SIGNS
from touratlas.views.timeline import (
    Grid,
    ItemView,
    Place,
    RowView,
    Timeline,
    shown_days,
    timeline,
    timeline_html,
)
from touratlas.views.timeline_dates import extent_of
from touratlas.views.timeline_layout import MANY_DAYS, MANY_EVENTS
from touratlas.views.timeline_marks import Look
from touratlas.views.timeline_overview import MOST_SQUARES
from touratlas.views.timeline_plan import SIGN_PX, Plan, label_px
from touratlas.words import Status, View

LINKS = QueryLinks("x")
LATER = QueryLinks("x", View.LATER)
ANYWHERE = Place(0, "", 0)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """300 events over a year."""
    return open_tour(write_tour(tmp_path_factory.mktemp("generated")))


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """200 events in ten days."""
    return open_tour(write_tour(tmp_path_factory.mktemp("crowded"), events=200, stops=2, days=10))


def grid_of(time: Timeline) -> Grid:
    """The grid, which there is."""
    assert time.grid is not None
    return time.grid


def chart(html: str) -> Element:
    """The chart with its strips, without the list."""
    return read(html).one(class_="ta-t-chart")


def links_of(part: Element) -> list[Element]:
    """The links of events."""
    return [link for link in part.all("a") if "data-go-event" in link.attrs and "data-tile" not in link.attrs]


def spoken(link: Element) -> str:
    """What a screen reader says of a link: its text without what is hidden from it."""
    hidden = [one for one in link.all() if one.attrs.get("aria-hidden") == "true"]

    def texts(one: Element) -> str:
        return "".join(
            part if isinstance(part, str) else "" if any(part is other for other in hidden) else texts(part)
            for part in one.inner
        )

    return " ".join(texts(link).split())


def test_the_generated_tour_is_sound(tmp_path: Path) -> None:
    """The tour on which long timelines are tested has no error and nothing to warn of, and is what it says."""
    report = check_tour(write_tour(tmp_path))
    assert report.findings == ()
    assert report.atlas is not None
    whens = [event.when for _, event in report.atlas.tour.events()]
    assert len(whens) == 300
    days = [when.latest for when in whens if when and when.latest]
    assert (max(days) - min(days)).days > 350
    assert sum(when is None for when in whens) > 20


def test_every_event_has_one_link(atlas: Atlas) -> None:
    """Each event of a tour that isn't long is one link in chart or strip: dated ones in the chart, on known days."""
    time = timeline(atlas, LINKS)
    page = chart(timeline_html(atlas, LINKS))
    events = {event.id: event for _, event in atlas.tour.events()}
    found = [link.attrs["data-go-event"] for link in links_of(page)]
    assert sorted(found, key=str) == sorted(events)
    placed = {item.id for item in grid_of(time).items}
    assert placed == {name for name, event in events.items() if extent_of(event.when)}
    strips = {strip.title: {chip.id for chip in strip.chips} for strip in time.strips}
    assert strips["No day given"] == {name for name, event in events.items() if event.when is None}
    assert all(strip.more == 0 for strip in time.strips)


def test_links_lead_to_the_event_and_its_stop(atlas: Atlas) -> None:
    """Every link opens its event's address, and carries stop and event for the script."""
    stops = {event.id: stop_of(atlas.tour, path) for path, event in atlas.tour.events()}
    for link in links_of(chart(timeline_html(atlas, LINKS))):
        event = link.attrs["data-go-event"] or ""
        assert link.attrs["data-go"] == stops[event]
        assert link.attrs["href"] == LINKS.to(Choice(stops[event], event))


def test_names_say_what_the_picture_shows(atlas: Atlas) -> None:
    """A link's name has the event's name, its status in words, its date, and whether that is the article's."""
    names = {
        link.attrs["data-go-event"]: spoken(link) for link in links_of(chart(timeline_html(atlas, LINKS)))
    }
    for _, event in atlas.tour.events():
        name = names[event.id]
        assert name.startswith(" ".join(event.label.split()))
        assert MARKS[event.status].words in name
        if event.when:
            assert show(event.when) in name
            known = in_article(atlas.tour, event.basis.when)
            assert ("(date not in the article)" in name) == (not known)


def test_what_is_not_in_the_article_is_in_italics_with_an_asterisk(atlas: Atlas) -> None:
    """So it is with every label whose date isn't the article's, with every such row's name, and with no other."""
    page = chart(timeline_html(atlas, LINKS))
    for item in grid_of(timeline(atlas, LINKS)).items:
        (link,) = [one for one in links_of(page) if one.attrs["data-go-event"] == item.id]
        marked = link.all("em", class_="ta-curated")
        assert [one.text.endswith("*") for one in marked] == ([] if item.in_article else [True])
    for row in grid_of(timeline(atlas, LINKS)).rows:
        if row.head.number:
            (link,) = [
                one
                for one in page.one(class_="ta-t-rows").all("a", data_go=row.head.stop)
                if "data-go-event" not in one.attrs
            ]
            assert bool(link.all("em")) == (not row.head.in_article)
            assert spoken(link).startswith(f"Stop {row.head.number}: {' '.join(row.head.name.split())}")


def test_marks_are_those_of_the_table(atlas: Atlas) -> None:
    """Filled, outlined, dashed: as marks.py says of each status."""
    shapes = {Status.REPORTED: "filled", Status.PLANNED: "outlined", Status.POSSIBLE: "dashed"}
    for status, mark in MARKS.items():
        assert (shapes[status] == "filled") == mark.filled
        assert (shapes[status] == "dashed") == bool(mark.dash)
    statuses = {event.id: event.status for _, event in atlas.tour.events()}
    items = grid_of(timeline(atlas, LINKS)).items
    assert {item.id: item.look.shape for item in items} == {
        item.id: shapes[statuses[item.id]] for item in items
    }


def test_the_real_tour(real: Atlas) -> None:
    """Seven days from the Friday of the departure; a row a stop; the edge after Sunday the 26th."""
    grid = grid_of(timeline(real, LINKS))
    assert [f"{day.weekday} {day.number} {day.knowledge}" for day in grid.days] == [
        "Fri 24 before",
        "Sat 25 before",
        "Sun 26 edge",
        "Mon 27 after",
        "Tue 28 after",
        "Wed 29 after",
        "Thu 30 after",
    ]
    assert grid.edge == pytest.approx(300 / 7, abs=0.001)
    assert [row.head.stop for row in grid.rows] == [stop.id for stop in real.tour.stops]
    assert [item.id for item in grid.rows[0].items][:2] == ["farmers", "arrival"]
    assert grid.rows[0].items[0].way
    page = chart(timeline_html(real, LINKS))
    assert page.one(class_="ta-t-flag").text == "The article stops here"
    assert "The article stops here: Sunday 26 October 2025" in page.text


def test_what_has_no_day_is_in_the_strip(invented: Atlas) -> None:
    """No day, a month, a day of the 20s: chips with their words, and no bar."""
    strips = {strip.title: strip.chips for strip in timeline(invented, LINKS).strips}
    assert [(chip.label, chip.when) for chip in strips["Not on a known day"]] == [
        ("A printed report", "Jun 2031"),
        ("A second journey", "20–29 Aug 2031"),
    ]
    assert len(grid_of(timeline(invented, LINKS)).days) == 12


def test_hours_and_ends(invented: Atlas) -> None:
    """A known hour is a lozenge at its place; an end that isn't sure has no stroke, an open one fades."""
    items = {item.id: item for item in grid_of(timeline(invented, LINKS)).items}
    talks = items["suva-talks"]
    assert talks.band.lozenge
    assert talks.hour == "09:00"
    assert talks.band.x == pytest.approx(100 * (3 + 9 / 24) / 12, abs=0.001)
    perhaps, open_ = items["papeete-speech"].band, items["honolulu-session"].band
    assert (perhaps.begins, perhaps.ends) == ("unsure", "unsure")
    assert (open_.begins, open_.ends) == ("sure", "open")
    bars = {
        link.attrs["data-go-event"]: link.one(class_="ta-t-bar")
        for link in links_of(chart(timeline_html(invented, LINKS)))
        if link.all(class_="ta-t-bar")
    }
    assert "ta-t-ends-open" in str(bars["honolulu-session"].attrs["class"])
    assert "ta-t-ends" not in str(bars["suva-greeting"].attrs["class"])


def test_far_days_dont_stretch_the_grid(real: Atlas) -> None:
    """What belongs to no stop and lies years away is told below the grid, with its day."""
    first = real.tour.background.events[0]
    far = first.model_copy(update={"when": parse_when("2031-01-01")})
    atlas = with_tour(real, background=Background(events=(far,)))
    assert len(grid_of(timeline(atlas, LINKS)).days) == 7
    (strip,) = [strip for strip in timeline(atlas, LINKS).strips if strip.title == "On days far from these"]
    assert [(chip.id, chip.when) for chip in strip.chips] == [(first.id, "Wed 1 Jan 2031")]


def test_near_background_has_a_row_of_its_own(real: Atlas) -> None:
    """What belongs to no stop and has a day of the tour stands on it, below the stops."""
    first = real.tour.background.events[0]
    near = first.model_copy(update={"when": parse_when("2025-10-29")})
    grid = grid_of(timeline(with_tour(real, background=Background(events=(near,))), LINKS))
    assert (grid.rows[-1].head.name, [item.id for item in grid.rows[-1].items]) == ("At no stop", [first.id])


def test_a_tour_without_a_day(real: Atlas) -> None:
    """Where nothing has a day there is no grid, and everything is in the strip."""
    stops = tuple(
        stop.model_copy(
            update={
                "when": None,
                "events": tuple(event.model_copy(update={"when": None}) for event in stop.events),
            }
        )
        for stop in real.tour.stops
    )
    atlas = with_tour(real, stops=stops, legs=())
    assert shown_days(atlas.tour, Choice()) is None
    assert timeline(atlas, LINKS).grid is None
    found = [link.attrs["data-go-event"] for link in links_of(chart(timeline_html(atlas, LINKS)))]
    assert found == [event.id for _, event in atlas.tour.events()]


def test_an_edge_far_away_isnt_on_the_grid(real: Atlas) -> None:
    """Where the article's last day lies long before, all days are later than it could know, and no flag stands."""
    head = real.tour.tour.model_copy(update={"as_of": parse_when("2025-01-01")})
    grid = grid_of(timeline(with_tour(real, tour=head), LINKS))
    assert grid.edge is None
    assert {day.knowledge for day in grid.days} == {"after"}


def test_the_choice_changes_nothing_in_a_short_tour(atlas: Atlas) -> None:
    """The page of a tour that isn't long is the same whatever is chosen, so that nothing flickers."""
    pages = {
        timeline_html(atlas, LINKS, Choice(stop_of(atlas.tour, path), event.id))
        for path, event in atlas.tour.events()
    }
    assert pages == {timeline_html(atlas, LINKS)}


def test_nothing_of_later_is_in_the_chart(atlas: Atlas) -> None:
    """Outcomes have no part in it: the chart of a tour without any is the same."""
    stops = tuple(
        stop.model_copy(
            update={
                "outcome": None,
                "events": tuple(event.model_copy(update={"outcome": None}) for event in stop.events),
            }
        )
        for stop in atlas.tour.stops
    )
    bare = with_tour(atlas, stops=stops)
    assert timeline(bare, LINKS) == timeline(atlas, LINKS)
    assert timeline_html(bare, LINKS) == timeline_html(atlas, LINKS)


def test_hostile_text_is_text(real: Atlas) -> None:
    """Markup in a label or a stop's title reads as what it is."""
    hostile = '<img src=x onerror="alert(1)">'[:26]
    event = real.tour.stops[0].events[0].model_copy(update={"short": hostile})
    undated = real.tour.stops[0].events[-1].model_copy(update={"short": hostile})
    tour = with_stop(real.tour, 0, title="'\"><script>alert(1)</script>", events=(event, undated))
    page = chart(timeline_html(replace(real, tour=tour), LINKS))
    assert page.all("img") == []
    assert page.all("script") == []
    assert page.text.count(hostile) == 2
    assert "'\"><script>alert(1)</script>" in page.text


def test_the_list_is_there_with_every_event(atlas: Atlas) -> None:
    """The list by day, which stands for the chart where there is no room, has each event once."""
    part = read(timeline_html(atlas, LINKS)).one(class_="ta-t-list")
    assert sorted(str(link.attrs["data-go-event"]) for link in links_of(part)) == sorted(
        event.id for _, event in atlas.tour.events()
    )


def test_every_class_has_its_style(atlas: Atlas, generated: Atlas) -> None:
    """No class of the timeline is written that the style sheet doesn't know."""
    sheet = (ASSETS / "css" / "timeline.css").read_text(encoding="utf-8")
    known = set(re.findall(r"\.(ta-t-[a-z-]+)", sheet))
    for one, links in ((atlas, LINKS), (atlas, LATER), (generated, LINKS)):
        html = timeline_html(one, links)
        written = {
            name
            for names in re.findall(r'class="([^"]*)"', html)
            for name in names.split()
            if name.startswith("ta-t-")
        }
        assert written <= known
        assert "ta-t-bar" in written


def test_a_long_tour_has_an_overview(generated: Atlas) -> None:
    """A tile a week, whose counts are all dated events; the grid around the article's last day until one chooses."""
    time = timeline(generated, LINKS)
    dated = [event for _, event in generated.tour.events() if event.when]
    assert len(time.tiles) == 53
    assert sum(len(tile.events) for tile in time.tiles) == len(dated)
    assert [tile.knowledge for tile in time.tiles].count("edge") == 1
    assert len([tile for tile in time.tiles if tile.shown]) == 1
    grid = grid_of(time)
    assert grid.edge is not None
    assert len(grid.days) < MANY_DAYS
    page = chart(timeline_html(generated, LINKS))
    tiles = [link for link in page.all("a") if "data-tile" in link.attrs]
    assert [spoken(tile) for tile in tiles if tile.attrs.get("aria-current") == "true"] == [
        "Week of Mon 5 Jul 2027: 7 events"
    ]
    assert all(tile.attrs["data-go-event"] for tile in tiles)


def test_every_event_of_a_long_tour_is_shown_when_chosen(generated: Atlas) -> None:
    """Whatever is chosen is on the grid, or a chip of the strip; few labels at a time; the tile leads to its days."""
    for path, event in list(generated.tour.events())[::7]:  # 7: every kind of date comes by turns
        time = timeline(generated, LINKS, Choice(stop_of(generated.tour, path), event.id))
        grid = grid_of(time)
        chips = [chip.id for strip in time.strips for chip in strip.chips]
        assert [*(item.id for item in grid.items), *chips].count(event.id) == 1
        assert len(grid.items) < MANY_EVENTS
        assert grid.more == 0


def test_a_week_of_a_long_tour_has_one_page(generated: Atlas) -> None:
    """Choices within a week give the same page; another week gives another."""
    pages: dict[date, set[str]] = {}
    for path, event in list(generated.tour.events())[:24]:
        if event.when and event.when.earliest:
            day = event.when.earliest
            monday = date.fromordinal(day.toordinal() - day.weekday())
            choice = Choice(stop_of(generated.tour, path), event.id)
            pages.setdefault(monday, set()).add(timeline_html(generated, LINKS, choice))
    assert len(pages) > 3
    assert all(len(page) == 1 for page in pages.values())
    assert len(set.union(*pages.values())) == len(pages)


def test_a_crowd_keeps_to_few_labels(crowded: Atlas) -> None:
    """Of a week with too many events some are shown, the chosen one among them, and it says how many more there are."""
    assert {tile.key for tile in timeline(crowded, LINKS).tiles} == {
        f"2027-01-{day:02}" for day in range(4, 14)
    }
    most = 0
    for path, event in list(crowded.tour.events())[::7]:
        time = timeline(crowded, LINKS, Choice(stop_of(crowded.tour, path), event.id))
        grid = grid_of(time)
        assert len(grid.items) < MANY_EVENTS
        if event.when:
            assert event.id in {item.id for item in grid.items}
        days = shown_days(crowded.tour, Choice(stop_of(crowded.tour, path), event.id))
        assert days is not None
        on = [extent_of(one.when) for _, one in crowded.tour.events()]
        assert len(grid.items) + grid.more == sum(
            bool(one and one.covers(days.first, days.last)) for one in on
        )
        most = max(most, grid.more)
    assert most > 0
    assert max(len(tile.squares) for tile in time.tiles) <= MOST_SQUARES
    assert "in the fullest column one stands for up to" in timeline_html(crowded, LINKS)


def article_part(row: RowView) -> list[ItemView]:
    """The items of a row that the article dates, less what the later view adds, and where it puts their labels."""
    return [
        replace(item, href="", outcome=None, moved=None, narrow=ANYWHERE, wide=ANYWHERE)
        for item in row.items
        if not item.look.later
    ]


def test_the_later_view_moves_nothing(atlas: Atlas) -> None:
    """In the later view days, edge, rows and all marks of the article are where they were; links keep the view."""
    known, later = grid_of(timeline(atlas, LINKS)), grid_of(timeline(atlas, LATER))
    assert replace(later, rows=()) == replace(known, rows=())
    rows = {row.head.stop or row.head.name: row for row in later.rows}
    for row in known.rows:
        other = rows[row.head.stop or row.head.name]
        assert article_part(other) == article_part(row)
        assert other.stay == row.stay
    assert all("view=later" in item.href for item in later.items)
    assert all(item.outcome is None and item.moved is None and not item.look.later for item in known.items)


def test_every_outcome_has_its_sign(atlas: Atlas) -> None:
    """In the later view every event still has one link; with an outcome it has its sign, and says it in words."""
    links = links_of(chart(timeline_html(atlas, LATER)))
    found = {link.attrs["data-go-event"]: link for link in links}
    assert len(found) == len(links)
    assert set(found) == {event.id for _, event in atlas.tour.events()}
    for _, event in atlas.tour.events():
        signs = [one.text for one in found[event.id].all(class_="ta-sign")]
        name = spoken(found[event.id])
        if event.outcome is None:
            assert signs == []
            assert "afterwards" not in name
            continue
        sign = SIGNS[event.outcome.status]
        assert signs == [sign.sign]
        assert f"; afterwards: {sign.words}" in name
        if event.outcome.when:
            assert show(event.outcome.when) in name


def test_a_day_learned_afterwards_is_on_the_grid(real: Atlas, invented: Atlas) -> None:
    """What had no day in the article stands on the day that reports give, in the later colour, hollow where nothing
    took place; where the grid hasn't that day it stays in the strip, with the day told.
    """
    grid = grid_of(timeline(real, LATER))
    found = {item.id: item for item in grid.items if item.look.later}
    assert {
        name: (item.look.shape, round(item.band.x * 7 / 100), item.when) for name, item in found.items()
    } == {
        "malaysia-talks": ("filled", 2, "no day given"),
        "korea-trade-deal": ("filled", 5, "no day given"),
        "trade-pacts": ("filled", 2, "no day given"),
        "kim-meeting": ("outlined", 5, "no day given"),
    }
    assert grid.rows[-1].head.name == "At no stop"
    page = chart(timeline_html(real, LATER))
    (deal,) = (link for link in links_of(page) if link.attrs["data-go-event"] == "korea-trade-deal")
    assert (
        spoken(deal)
        == "Trade deal with Korea, expected, no day given; afterwards: took place, Wed 29 Oct 2025"
    )
    assert deal.all("em") == []
    assert "ta-t-later" in str(deal.one(class_="ta-t-bar").attrs["class"])
    (call,) = (item for item in grid_of(timeline(invented, LATER)).items if item.id == "kiribati-call")
    assert call.look == Look("filled", later=True)
    assert (call.band.begins, call.band.ends) == ("unsure", "unsure")
    page = chart(timeline_html(invented, LATER))
    (report,) = page.all("a", class_="ta-t-chip", data_go_event="printed-report")
    assert report.one(class_="ta-later").text == "from Fri 20 Jun 2031"
    assert "; afterwards: changed, from Fri 20 Jun 2031" in spoken(report)


def shifted(atlas: Atlas, planned: str, status: str, when: str) -> ItemView | None:
    """The item of an event of the real tour that was planned for one date and dated otherwise by reports."""
    outcome = Outcome.model_validate({"status": status, "says": "So.", "when": when})
    event = (
        atlas.tour.stops[1]
        .events[0]
        .model_copy(update={"when": parse_when(planned) if planned else None, "outcome": outcome})
    )
    tour = with_stop(atlas.tour, 1, events=(event,))
    found = [
        item for item in grid_of(timeline(replace(atlas, tour=tour), LATER)).items if item.id == event.id
    ]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("planned", "when", "start", "end", "join"),
    [
        ("2025-10-27", "2025-10-29", 5, 6, (3.5, 5)),  # from the middle of the one to the other
        ("2025-10-27", "2025-10-28", 4, 5, (3.5, 4)),
        ("2025-10-27T12:00", "2025-10-29T18:00", 5.75, 5.75, (3.5, 5.75)),
        ("2025-10-27", "2025-10-27/2025-10-28", 3, 5, (3.5, 3.5)),  # straight down from what both share
        ("2025-10-27T12:00", "2025-10-27/2025-10-28", 3, 5, (3.5, 3.5)),
        ("2025-10-28/2025-10-29", "2025-10-29", 5, 6, (5.5, 5.5)),
        ("2025-10-29", "2025-10-27", 3, 4, (4, 5.5)),  # `check` refuses it; it would be drawn all the same
        ("2025-10-30", "2025-10-30/2025-11-05", 6, 7, (6.5, 6.5)),  # as far as the grid reaches
    ],
)
def test_days_that_reports_give_stand_beside_the_articles(
    real: Atlas, planned: str, when: str, start: float, end: float, join: tuple[float, float]
) -> None:
    """Another day than planned is a second mark in the later colour, joined to the article's, which isn't moved."""
    item = shifted(real, planned, "changed", when)
    assert item is not None
    assert item.moved is not None
    assert not item.look.later
    assert item.moved.look == Look("filled", later=True)
    day = 100 / 7
    assert item.moved.band.x == pytest.approx(start * day, abs=0.01)
    assert item.moved.band.width == pytest.approx((end - start) * day, abs=0.01)
    assert item.moved.x == pytest.approx(join[0] * day, abs=0.01)
    assert item.moved.width == pytest.approx((join[1] - join[0]) * day, abs=0.01)
    assert item.moved.back == (when[:10] < planned[:10])


@pytest.mark.parametrize(
    ("planned", "status", "when"),
    [
        ("2025-10-27", "happened", "2025-10-27"),
        ("2025-10-27T09:00", "changed", "2025-10-27T11:00"),  # another hour of the same day
        ("2025-10-27", "changed", "2025-12-24"),  # far from these days
        ("2025-10-27", "changed", "2025-10"),  # no known day
        ("2025-10-27", "unknown", "2025-10-28"),  # nobody reports it
    ],
)
def test_the_same_day_has_one_mark(real: Atlas, planned: str, status: str, when: str) -> None:
    """Where reports give the same day, none, or one that the grid hasn't, the article's mark stands alone."""
    item = shifted(real, planned, status, when)
    assert item is not None
    assert item.moved is None
    assert not item.look.later
    assert item.outcome is not None


def test_no_report_gives_no_day(real: Atlas) -> None:
    """What had no day and no report stays in the strip."""
    assert shifted(real, "", "unknown", "2025-10-28") is None
    assert shifted(real, "", "happened", "2025-10-28") is not None


def test_a_tour_whose_days_are_all_learned_afterwards(real: Atlas) -> None:
    """Where the article knew no day at all, the later view has a grid of the days that reports give."""
    bare = tuple(
        stop.model_copy(
            update={
                "when": None,
                "events": tuple(event.model_copy(update={"when": None}) for event in stop.events),
            }
        )
        for stop in real.tour.stops
    )
    atlas = with_tour(real, stops=bare, legs=())
    assert timeline(atlas, LINKS).grid is None
    grid = grid_of(timeline(atlas, LATER))
    assert [day.number for day in grid.days] == ["26", "27", "28", "29", "30"]
    assert all(item.look.later for item in grid.items)


def test_rows_say_what_became_of_their_stop(atlas: Atlas) -> None:
    """In the later view a row bears the sign of its stop's outcome, as the map does, and its name of then."""
    rows = {row.head.stop: row.head for row in grid_of(timeline(atlas, LATER)).rows}
    page = chart(timeline_html(atlas, LATER)).one(class_="ta-t-rows")
    for stop in atlas.tour.stops:
        head = rows[stop.id]
        (link,) = (one for one in page.all("a", data_go=stop.id) if "data-go-event" not in one.attrs)
        signs = [one.text for one in link.all(class_="ta-sign")]
        assert signs == ([SIGNS[stop.outcome.status].sign] if stop.outcome else [])
        later = stop.outcome.place if stop.outcome and stop.outcome.place != stop.place else None
        assert head.later == bool(later)
        if later:
            assert head.name == atlas.tour.places[later].name
            assert "(learned afterwards)" in spoken(link)
    assert read(timeline_html(atlas, LINKS)).all(class_="ta-sign") == []


def test_the_later_view_of_a_long_tour(generated: Atlas) -> None:
    """What reports date into another week is found there too; tiles show what has no day but theirs in their colour."""
    stops = list(generated.tour.stops)
    first = stops[0]
    outcome = Outcome.model_validate(
        {"status": "happened", "says": "So.", "when": "2027-09-01", "from": ["report"]}
    )
    events = tuple(
        event.model_copy(update={"outcome": outcome}) if number in {0, 4} else event
        for number, event in enumerate(first.events)
    )
    assert events[0].when is not None
    assert events[4].when is None
    stops[0] = first.model_copy(update={"events": events})
    atlas = with_tour(generated, stops=tuple(stops))
    choice = Choice(stop_of(atlas.tour, ("stops", 13, "events", 0)), stops[13].events[0].id)
    here = timeline(atlas, LATER, choice)
    found = {item.id: item for item in grid_of(here).items if item.look.later}
    assert set(found) == {events[0].id, events[4].id}
    squares = [one for tile in here.tiles for one in tile.squares]
    assert squares.count(Look("filled", later=True)) == 1
    days = shown_days(atlas.tour, Choice("", events[4].id), View.LATER)
    assert days is not None
    assert date(2027, 9, 1) in days
    assert timeline(atlas, LINKS) == timeline(generated, LINKS)


@pytest.mark.parametrize("links", [LINKS, LATER], ids=["article", "later"])
def test_labels_leave_room_for_the_sign(atlas: Atlas, links: QueryLinks) -> None:
    """A sign before a label is part of its width: what has one is 20 px wider, and laid out so."""
    plan = Plan(atlas.tour, Choice(), links.view)
    for entry in plan.entries:
        bare = replace(entry, outcome=None)
        wider = label_px(atlas.tour, entry, later=False) - label_px(atlas.tour, bare, later=False)
        assert wider == pytest.approx(SIGN_PX if links is LATER and entry.event.outcome else 0)
