"""Protects the filter: what it lets through, and that it never finds what the view doesn't show."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.html_tree import read
from touratlas.check import Atlas
from touratlas.views.filters import Filter, Hits, filter_options, hits, hits_html
from touratlas.views.links import Choice, QueryLinks, stop_of
from touratlas.words import Status, View


def found(atlas: Atlas, wanted: Filter, view: View = View.ARTICLE) -> Hits:
    """What a filter that wishes for something lets through."""
    result = hits(atlas.tour, wanted, view)
    assert result is not None
    return result


def test_without_a_wish_everything_is_shown(atlas: Atlas) -> None:
    """No wish, or white space alone, is no filter."""
    assert hits(atlas.tour, Filter()) is None
    assert hits(atlas.tour, Filter(text="  \t ")) is None


def test_every_option_lets_something_through(atlas: Atlas) -> None:
    """Only what some event has can be wished for, and it finds exactly the events that have it."""
    options = filter_options(atlas.tour)
    assert options.topics
    assert options.statuses
    events = [event for _, event in atlas.tour.events()]
    for name in options.people:
        have = [event.id for event in events if name in {*event.people, *event.delegations}]
        assert have
        assert list(found(atlas, Filter(people=(name,))).events) == have
    for name in options.topics:
        have = [event.id for event in events if name in event.topics]
        assert have
        assert list(found(atlas, Filter(topics=(name,))).events) == have
    for name in options.statuses:
        have = [event.id for event in events if event.status.value == name]
        assert have
        assert list(found(atlas, Filter(statuses=(name,))).events) == have


def test_wishes_of_one_kind_add_up_and_kinds_narrow(real: Atlas) -> None:
    """Or within people, topics and statuses; and between them."""
    either = set(found(real, Filter(topics=("tariffs", "ukraine"))).events)
    assert either == set(found(real, Filter(topics=("tariffs",))).events) | set(
        found(real, Filter(topics=("ukraine",))).events
    )
    both = set(found(real, Filter(topics=("trade",), statuses=(Status.PLANNED.value,))).events)
    assert both == set(found(real, Filter(topics=("trade",))).events) & set(
        found(real, Filter(statuses=(Status.PLANNED.value,))).events
    )


def test_every_word_must_occur_whatever_its_case_and_accents(real: Atlas) -> None:
    """`DINNER asean` finds the working dinner; a word that stands nowhere finds nothing."""
    assert "working-dinner" in found(real, Filter(text="DINNER asean")).events
    assert "working-dinner" in found(real, Filter(text="dínner")).events
    nothing = found(real, Filter(text="dinner zeppelin"))
    assert (nothing.events, nothing.claims, nothing.stops) == ((), (), ())


def test_stops_and_total_follow_from_the_events(atlas: Atlas) -> None:
    """The stops are those of the events found, each once; the total is the tour's."""
    names = {event.id: stop_of(atlas.tour, path) for path, event in atlas.tour.events()}
    for status in Status:
        result = found(atlas, Filter(statuses=(status.value,)))
        assert set(result.stops) == {names[name] for name in result.events} - {""}
        assert len(result.stops) == len(set(result.stops))
        assert result.total == len(names)


def test_what_was_learned_later_is_searched_in_the_later_view_alone(atlas: Atlas) -> None:
    """A word that stands in an outcome alone finds nothing in the article's view."""
    tried = 0
    for _, event in atlas.tour.events():
        says = event.outcome.says if event.outcome else None
        if not says:
            continue
        later = found(atlas, Filter(text=says), View.LATER)
        assert event.id in later.events
        assert event.id not in found(atlas, Filter(text=says)).events
        tried += 1
    assert tried


def test_background_claims_are_found_by_their_words_alone(real: Atlas) -> None:
    """A claim of the background has no people, topics or status: with such a wish it goes."""
    first = real.tour.background.claims[0]
    assert "background/1" in found(real, Filter(text=first.says)).claims
    assert found(real, Filter(statuses=("planned", "possible", "reported"))).claims == ()


@given(text=st.text(max_size=40))
def test_any_text_is_a_filter(real: Atlas, text: str) -> None:
    """No text of a reader breaks anything, and a longer wish never finds more."""
    result = hits(real.tour, Filter(text=text))
    if result is None:
        assert not text.strip()
        return
    more = found(real, Filter(text=f"{text} a"))
    assert set(more.events) <= set(result.events)
    assert found(real, Filter(text=unicodedata.normalize("NFD", text))) == result


def test_the_line_says_how_many_and_where(atlas: Atlas) -> None:
    """Numbers of all and of each stop, as links; what is at no stop leads to the whole tour."""
    links = QueryLinks("x")
    result = found(atlas, Filter(statuses=("planned", "possible")))
    tree = read(hits_html(atlas, links, result, Choice()))
    assert f"{len(result.events)} of {result.total} events" in tree.text
    goes = [node.attrs["data-go"] for node in tree.all("a") if node.attrs["data-go"]]
    assert goes == [stop.id for stop in atlas.tour.stops if stop.id in result.stops]


def test_an_empty_agenda_is_explained(real: Atlas) -> None:
    """No hit at the chosen stop, or none at all, is said."""
    result = found(real, Filter(text="dinner asean"))
    assert "none of them in Tokyo" in read(hits_html(real, QueryLinks("x"), result, Choice("tokyo"))).text
    nothing = found(real, Filter(text="zeppelin"))
    assert "No event fits the filter" in read(hits_html(real, QueryLinks("x"), nothing, Choice())).text


@pytest.mark.parametrize("view", list(View))
def test_equal_wishes_are_equal_values(real: Atlas, view: View) -> None:
    """The hits can be compared and kept: the same in the same order."""
    assert found(real, Filter(topics=("trade",)), view) == found(real, Filter(topics=("trade",)), view)
