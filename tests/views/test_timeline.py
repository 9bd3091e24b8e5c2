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
from touratlas.model import Background
from touratlas.views.knowledge import in_article
from touratlas.views.links import Choice, QueryLinks, stop_of
from touratlas.views.marks import MARKS
from touratlas.views.timeline import Grid, Timeline, shown_days, timeline, timeline_html
from touratlas.views.timeline_dates import extent_of
from touratlas.views.timeline_layout import MANY_DAYS, MANY_EVENTS
from touratlas.views.timeline_overview import MOST_SQUARES
from touratlas.words import Status, View

LINKS = QueryLinks("x")


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
    assert {item.id: item.shape for item in items} == {item.id: shapes[statuses[item.id]] for item in items}


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
    for one in (atlas, generated):
        html = timeline_html(one, LINKS)
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
    assert sum(tile.count for tile in time.tiles) == len(dated)
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


def test_both_views_have_the_same_chart(atlas: Atlas) -> None:
    """In the later view the links keep the view; the chart's picture is the article's."""
    later = timeline(atlas, QueryLinks("x", View.LATER))
    assert all("view=later" in item.href for item in grid_of(later).items)
    stripped = [replace(item, href="") for item in grid_of(later).items]
    assert stripped == [replace(item, href="") for item in grid_of(timeline(atlas, LINKS)).items]
