"""The agenda as readers get it: complete, well formed, honest about whose knowledge it is, with text as text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from tests.views.html_tree import Element, read
from tests.views.tours import agendas, rewritten, with_stop, with_tour
from touratlas.check import Atlas
from touratlas.dates import parse_when
from touratlas.model import Ground, Outcome
from touratlas.views.agenda import (
    agenda_html,
    delegation_name,
    event_name_parts,
    stop_name,
    stop_views,
)
from touratlas.views.article_uses import passage_span
from touratlas.views.days import days_html
from touratlas.views.knowledge import short_days
from touratlas.views.links import Choice, QueryLinks, resolve
from touratlas.views.marks import SIGNS
from touratlas.views.masthead import legend_html, masthead_html, nav_html
from touratlas.views.timeline import timeline_html
from touratlas.words import Status, View

LINKS = QueryLinks("x")
PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' x='",
    "</summary></details><script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}",
    "&lt;b&gt;&amp;",
    "javascript:alert(1)",
)


def trees(atlas: Atlas, view: View = View.ARTICLE) -> dict[str, Element]:
    """Every agenda of a tour, read."""
    return {stop: read(html) for stop, html in agendas(atlas, view).items()}


def whole_page(atlas: Atlas, view: View = View.ARTICLE) -> str:
    """All that a page of the tour shows in a view, every stop's agenda included."""
    links = QueryLinks("x", view)
    parts = [masthead_html(atlas, links, Choice()), nav_html(atlas, links), legend_html(atlas, view)]
    return "".join([*parts, timeline_html(atlas, links, Choice()), *agendas(atlas, view).values()])


@pytest.mark.parametrize("view", View)
def test_every_claim_is_in_one_agenda(atlas: Atlas, view: View) -> None:
    """No claim is lost and none is told twice; each has its words, its passages and its line."""
    found = [claim for tree in trees(atlas, view).values() for claim in tree.all("li", class_="ta-claim")]
    held = {one.id: one for one in atlas.evidence.claims}
    assert Counter(claim.attrs["data-claim"] for claim in found) == Counter(list(held))
    for claim in found:
        expected = held[claim.attrs["data-claim"] or ""]
        assert " ".join(expected.claim.says.split()) in claim.all("p")[0].text
        assert len(claim.all("figure")) == len(expected.quotes)
        line = atlas.loaded.place(expected.path)[0]
        assert claim.all("p")[-1].text == f"Claim {expected.id}, tour file line {line}"


def test_every_passage_leads_to_its_place_in_the_article(atlas: Atlas) -> None:
    """By an address that the Article page understands; each is told apart for those who only hear it."""
    for stop, tree in trees(atlas).items():
        figures = tree.all("figure", class_="ta-passage")
        ways = [link for figure in figures for link in figure.all("a", class_="ta-in-article")]
        assert len(ways) == len(figures) > 0, stop
        for figure, way in zip(figures, ways, strict=True):
            page, _, query = (way.attrs["href"] or "").partition("?")
            named = {key: value for key, (value,) in parse_qs(query).items()}
            assert (page, named["tour"]) == ("article", atlas.tour.tour.id)
            span = passage_span(atlas, named["source"], named["passage"])
            assert span is not None
            words = " ".join(span.of(atlas.articles[named["source"]].text).split())
            assert " ".join(figure.all("mark")[0].text.split()) == words
            assert way.text.startswith("In the article, at line ")


@pytest.mark.parametrize("view", View)
def test_every_event_is_in_one_agenda(atlas: Atlas, view: View) -> None:
    """Each event stands on the agenda of the stop that its link chooses."""
    where = {}
    for stop, tree in trees(atlas, view).items():
        for event in tree.all("li", class_="ta-event"):
            name = event.attrs["data-event"] or ""
            assert name not in where
            where[name] = stop
            assert event.all("a")[0].attrs["data-go"] == stop
    assert where == {event.id: resolve(atlas.tour, "", event.id)[0].stop for _, event in atlas.tour.events()}


@pytest.mark.parametrize("view", View)
def test_heading_levels_never_skip(atlas: Atlas, view: View) -> None:
    """Behind the page's h1 each agenda begins with one h2, and no level is passed over; nor in the list by day."""
    pages = [*trees(atlas, view).values(), read(days_html(atlas, QueryLinks("x", view)))]
    for tree in pages:
        levels = [int(one.tag[1]) for one in tree.all() if re.fullmatch(r"h[1-6]", one.tag)]
        assert levels[0] == 2
        assert levels.count(2) == 1
        before = 1
        for level in levels:
            assert level <= before + 1
            before = level
    assert [one.tag for one in read(masthead_html(atlas, LINKS, Choice())).all() if one.tag[0] == "h"][
        :2
    ] == ["header", "h1"]


@pytest.mark.parametrize("view", View)
def test_every_reveal_says_what_it_opens(atlas: Atlas, view: View) -> None:
    """Each `<details>` begins with its one `<summary>`, whose words tell it from all others of the page."""
    for tree in trees(atlas, view).values():
        words = []
        for reveal in tree.all("details"):
            elements = [one for one in reveal.inner if isinstance(one, Element)]
            assert [one.tag for one in elements].count("summary") == 1
            assert elements[0].tag == "summary"
            words.append(elements[0].text)
        assert len(set(words)) == len(words)
        assert "" not in words


@pytest.mark.parametrize("view", View)
def test_links_resolve(atlas: Atlas, view: View) -> None:
    """Each link within the page chooses what it says, in the same view; every other leads to a passage of the article
    or to a report's address.
    """
    links = QueryLinks(atlas.tour.tour.id, view)
    pages = [*trees(atlas, view).values(), read(days_html(atlas, links)), read(nav_html(atlas, links))]
    urls = {source.url for source in atlas.tour.sources.values()}
    for link in (link for tree in pages for link in tree.all("a")):
        href = link.attrs["href"] or ""
        if link.attrs.get("class") == "ta-in-article":
            assert href.startswith("article?")
            continue
        if "data-go" not in link.attrs:
            assert view is View.LATER
            assert href in urls
            assert href.startswith(("https://", "http://"))
            assert link.attrs["rel"] == "noopener noreferrer"
            continue
        query = {
            key: texts[0] for key, texts in parse_qs(href.removeprefix("?"), strict_parsing=True).items()
        }
        assert query.pop("tour") == atlas.tour.tour.id
        assert query.pop("view", "article") == view.value
        choice, problem = resolve(atlas.tour, query.pop("stop", ""), query.pop("event", ""))
        assert (query, problem) == ({}, "")
        assert choice == Choice(link.attrs["data-go"] or "", link.attrs.get("data-go-event") or "")


def test_ids_are_unique_and_labels_lead_to_them(atlas: Atlas) -> None:
    """No id is twice on a page, and what names an element by id finds it."""
    for agenda in agendas(atlas).values():
        tree = read(agenda + days_html(atlas, LINKS) + nav_html(atlas, LINKS) + legend_html(atlas))
        ids = [one.attrs["id"] for one in tree.all() if "id" in one.attrs]
        assert len(set(ids)) == len(ids)
        assert {
            name for one in tree.all() for name in str(one.attrs.get("aria-labelledby", "")).split()
        } <= set(ids)


def test_ids_of_all_agendas_differ(atlas: Atlas) -> None:
    """All agendas may stand on one page, as in a snapshot: no id is twice, and each is labelled by its own heading."""
    tree = read("".join([*agendas(atlas).values(), timeline_html(atlas, LINKS)]))
    ids = [one.attrs["id"] for one in tree.all() if "id" in one.attrs]
    assert len(set(ids)) == len(ids)
    for agenda in tree.all("section", class_="ta-agenda"):
        assert agenda.one("h2").attrs["id"] == str(agenda.attrs["aria-labelledby"]).split()[-1]


def test_a_stop_bears_the_sign_of_its_outcome(atlas: Atlas) -> None:
    """In the later view a stop's number has the sign that the map gives it, on pill, card and header, and its words."""
    later = QueryLinks("x", View.LATER)
    for links in (LINKS, later):
        pills = read(nav_html(atlas, links)).all("a")[1:]
        cards = read(agenda_html(atlas, links, Choice())).all("li", class_="ta-card")
        for stop, pill, card in zip(atlas.tour.stops, pills, cards, strict=True):
            head = read(agenda_html(atlas, links, Choice(stop.id))).all("p", class_="ta-over")[0]
            outcome = stop.outcome if links is later else None
            for part in (pill, card, head):
                signs = [one.text for one in part.one(class_="ta-disc").all(class_="ta-sign")]
                assert signs == ([SIGNS[outcome.status].sign] if outcome else [])
                assert not outcome or SIGNS[outcome.status].words in part.text


def curated(element: Element) -> bool:
    """Whether a date or place is set as the curator's: in italics, with an asterisk, and said to be so."""
    marks = element.all("em", class_="ta-curated")
    for mark in marks:
        assert mark.text.endswith("*")
        assert mark.all("span")[-1].attrs["aria-hidden"] == "true"
    told = [one for one in element.all("span", class_="ta-vh") if "not in the article" in one.text]
    assert len(marks) == len(told) <= 1
    return bool(marks)


def test_italics_are_for_what_is_not_the_articles(atlas: Atlas) -> None:
    """Dates and places are in italics with an asterisk exactly where the article isn't their basis."""
    events = {event.id: event for _, event in atlas.tour.events()}
    stops = {stop.id: stop for stop in atlas.tour.stops}
    for name, tree in trees(atlas).items():
        for shown in tree.all("li", class_="ta-event"):
            event = events[shown.attrs["data-event"] or ""]
            times = shown.all("time")
            assert len(times) == (event.when is not None)
            for time in times:
                assert curated(time) == (event.basis.when is None or event.basis.when.from_ != "article")
            if event.place is None:
                continue
            meta = shown.all("p", class_="ta-meta")[0]
            rest = Element("p", {}, None, [one for one in meta.inner if one not in times])
            assert atlas.tour.places[event.place].name in rest.text
            assert curated(rest) == (event.basis.place is None or event.basis.place.from_ != "article")
        if not name:
            continue
        stop = stops[name]
        head = tree.all("header")[0]
        assert curated(head.one("h2")) == (stop.basis.place is None or stop.basis.place.from_ != "article")
        for time in head.all("time"):
            assert curated(time) == (stop.basis.when is None or stop.basis.when.from_ != "article")


def test_italics_of_the_real_tour(real: Atlas) -> None:
    """Kuala Lumpur is the article's, Tokyo, Gyeongju and the day of the meeting with Xi are not."""
    pills = {pill.text.split(" ")[1]: curated(pill) for pill in read(nav_html(real, LINKS)).all("a")[1:]}
    assert pills == {"Kuala": False, "Tokyo*": True, "Gyeongju*": True, "Meeting": True}
    cards = read(agendas(real)[""]).all("li", class_="ta-card")
    assert [curated(card.one("strong")) for card in cards] == [False, True, True, True]


def outcomes(atlas: Atlas, *, legs: bool) -> list[Outcome]:
    """All outcomes of a tour, with or without those of its legs."""
    found = [one.outcome for one in atlas.tour.stops] + [event.outcome for _, event in atlas.tour.events()]
    found += [leg.outcome for leg in atlas.tour.legs if legs]
    return [outcome for outcome in found if outcome is not None]


def outcome_texts(atlas: Atlas) -> set[str]:
    """Every text of the file that tells what happened later."""
    found = {text for one in outcomes(atlas, legs=True) for text in (one.says, one.note) if text}
    assert found
    return {" ".join(text.split()) for text in found}


def test_outcomes_are_nowhere_in_the_articles_view(atlas: Atlas) -> None:
    """No outcome, its note, its reports' addresses or its sign is on any page of the article's view."""
    html = whole_page(atlas)
    text = read(html).text
    assert [one for one in outcome_texts(atlas) if one in text] == []
    assert [source.url for source in atlas.tour.sources.values() if source.url and source.url in html] == []
    assert "ta-sign" not in html
    assert "ta-out" not in html
    assert "ta-later" not in html


def test_places_of_outcomes_are_not_in_the_articles_view(real: Atlas) -> None:
    """Where something took place, known only from afterwards, is not on the page either: no Gimhae, no Al Udeid."""
    html = whole_page(real)
    for place in ("Gimhae", "Al Udeid", "Akasaka", "Imperial Palace", "Yokosuka", "Lee Jae Myung"):
        assert place not in html
    assert "Gimhae" in whole_page(real, View.LATER)


def test_outcomes_of_events_and_stops_are_in_the_later_view(atlas: Atlas) -> None:
    """Each outcome of an event or a stop is told once, with its sign, its words and all its reports."""
    later = [one for tree in trees(atlas, View.LATER).values() for one in tree.all(class_="ta-outcome")]
    texts = [one.text for one in later]
    for outcome in outcomes(atlas, legs=False):
        if outcome.says:
            (at,) = (at for at, text in enumerate(texts) if " ".join(outcome.says.split()) in text)
            urls = [link.attrs["href"] for link in later[at].all("a")]
            assert urls == [atlas.tour.sources[name].url for name in outcome.from_]
    assert len(later) >= len(outcomes(atlas, legs=False))


def test_a_leg_without_events_may_have_an_outcome(invented: Atlas) -> None:
    """What reports tell of a way is shown before the stop that it leads to, though nothing is on the way."""
    outcome = Outcome.model_validate(
        {"status": "changed", "says": "It went by train.", "from": ["last-ferry"]}
    )
    legs = tuple(
        leg.model_copy(update={"outcome": outcome}) if leg.to == "sapporo" else leg
        for leg in invented.tour.legs
    )
    atlas = with_tour(invented, legs=legs)
    assert "It went by train." in agenda_html(atlas, QueryLinks("x", View.LATER), Choice("sapporo"))
    assert "train" not in agenda_html(atlas, LINKS, Choice("sapporo"))
    assert "On the way" not in agenda_html(atlas, LINKS, Choice("sapporo"))


def test_where_sources_disagree_both_are_told(atlas: Atlas) -> None:
    """With the ground of the date or the place, and hidden by the strip test as that is: it isn't the article's."""
    for view in View:
        found = [one for tree in trees(atlas, view).values() for one in tree.all(class_="ta-otherwise")]
        assert len(found) == 1
        assert any("ta-grounds" in (one.attrs.get("class") or "") for one in found[0].above())
        assert "ta-off" in (found[0].attrs["class"] or "").split()
        text = (
            "to be held in Busan" if atlas.tour.tour.id == "us-asia-2025" else "7 May, as if Pago Pago kept"
        )
        assert text in found[0].text


def test_a_later_account_is_not_in_the_articles_view(invented: Atlas) -> None:
    """The article says the place itself; that a later report has another is told in the later view alone."""
    ground = {
        "from": "article",
        "others": [{"says": "They went to Otaru.", "from": "gazette"}],
    }
    basis = invented.tour.stops[0].basis.model_copy(update={"place": Ground.model_validate(ground)})
    atlas = replace(invented, tour=with_stop(invented.tour, 0, basis=basis))
    assert "Otaru" not in whole_page(atlas)
    (one,) = trees(atlas, View.LATER)["sapporo"].all(class_="ta-otherwise")
    assert "They went to Otaru." in one.text
    assert "ta-off" in (one.attrs["class"] or "").split()


def test_evidence_on_the_page(real: Atlas) -> None:
    """The landing's reveal: the whole sentence, the quote marked, [8] for it, [19] apart, and where it stands."""
    claim = read(agendas(real)["kuala-lumpur"]).one("li", data_claim="arrival/1")
    assert claim.one("summary").text.startswith("Evidence [8] for: Trump landed at Kuala Lumpur")
    quote = claim.one("blockquote")
    assert quote.text.startswith(
        "Trump landed at Kuala Lumpur International Airport on Sunday for the ASEAN summit[8], which"
    )
    assert quote.text.endswith("bilateral meetings[19].")
    assert (
        quote.one("mark").text
        == "Trump landed at Kuala Lumpur International Airport on Sunday for the ASEAN summit"
    )
    cited = claim.one("dl", class_="ta-cited")
    assert [one.text for one in cited.all() if one.tag in {"dt", "dd"}] == [
        "Cited for this",
        "[8] Date of arrival in Kuala Lumpur: Sunday (October 25, 2025).",
        "Also cited in this sentence; not counted for this passage",
        "[19] Trump will attend a working dinner of the Association of Southeast Asian Nations (ASEAN) leaders.",
    ]
    fine = [one.text for one in claim.all("p", class_="ta-fine")]
    assert fine[0] == "The list bears no numbers; which entry is meant is inferred from its place."
    place = "000_7fb300919e382399.txt, line 12, column 111"
    assert fine[1] == f"{place} · In the article, at line 12, column 111"


def test_what_has_no_citation_says_so(real: Atlas) -> None:
    """A passage with nothing but a citation near it counts as uncited; an entry of the list says that it is one."""
    tree = read(agendas(real)["kuala-lumpur"])
    first = tree.one("li", data_claim="peace-signing/1").all("figure")[0]
    assert "No citation stands directly at this passage." in first.text
    assert [one.text for one in first.all("dt")] == [
        "Also cited in this sentence; not counted for this passage"
    ]
    entry = tree.one("li", data_claim="arrival/2").all("figure")[1]
    assert (
        "This is entry [8] of the article’s own reference list, numbered by its place in the list."
        in entry.text
    )
    assert entry.all("dl") == []


def test_contested_claims_name_who_asserts_them(real: Atlas) -> None:
    """A claim that is somebody's assertion begins with whose; a status of its own and a note are told as such."""
    tree = read(agendas(real)["kuala-lumpur"])
    credit = tree.one("li", data_claim="peace-signing/2")
    assert (
        credit.all("p")[0].text
        == "Asserted by Donald Trump: Trump claims credit for helping to bring the peace about."
    )
    skipping = tree.one("li", data_claim="asean-summit/3").text
    assert "told here as a fact" in skipping
    assert "Curator’s note: The entry cited here, [19], tells of the working dinner" in skipping
    assert "told here as" not in tree.one("li", data_claim="asean-summit/1").text


def test_a_status_is_told_once(real: Atlas) -> None:
    """A claim's own status is told only where it isn't its event's."""
    stop = real.tour.stops[0]
    events = tuple(event.model_copy(update={"status": Status.REPORTED}) for event in stop.events)
    atlas = with_tour(real, stops=with_stop(real.tour, 0, events=events).stops)
    tree = read(agenda_html(atlas, LINKS, Choice(stop.id)))
    assert "told here as" not in tree.one("li", data_claim="asean-summit/3").text


def test_people_and_topics(real: Atlas) -> None:
    """Who takes part, with role, and what it is about, in the file's order; a country's code reads as its name."""
    event = read(agendas(real)["kuala-lumpur"]).one("li", data_event="peace-signing")
    lines = [one.text for one in event.all("p", class_="ta-meta")]
    assert lines[1] == (
        "Who: Donald Trump, President of the United States; Cambodia, delegation; Thailand, delegation"
    )
    assert lines[2] == "About: Peace between Cambodia and Thailand"
    assert delegation_name(real.tour, "white-house") == "The White House"
    assert delegation_name(real.tour, "XX") == "XX"


def test_events_come_by_day_and_the_undated_last(invented: Atlas) -> None:
    """On an agenda the dated come in order, and what has no day follows in the file's order."""
    (suva,) = (stop for stop in stop_views(invented, LINKS) if stop.id == "suva")
    assert [event.id for event in suva.events] == [
        "suva-greeting",
        "suva-reading",
        "suva-talks",
        "suva-dinner",
        "suva-cables",
        "suva-clocks",
    ]
    assert suva.lead is not None
    assert suva.lead.id == "suva-talks"
    assert [event.id for event in suva.way] == ["equator", "nadi-refuelling"]


def test_times_are_named_by_their_place(invented: Atlas) -> None:
    """A time is in its place's own zone and says whose; a day alone names none; the machine's date keeps the hour."""
    tree = read(agendas(invented)["suva"])
    dinner = tree.one("li", data_event="suva-dinner").one("time")
    assert dinner.text == "Sun 4 May 2031, 19:30–21:00, Laucala Hall (invented) time"
    assert tree.one("li", data_event="suva-greeting").one("time").text == "Sat 3 May 2031"
    talks = tree.one("li", data_event="suva-talks").one("time")
    assert talks.attrs["datetime"] == "2031-05-04T09:00"
    assert "00:00" not in "".join(agendas(invented).values())


def test_an_empty_stop(invented: Atlas) -> None:
    """A stop without events, date or title still has its agenda and its card."""
    tour = with_stop(invented.tour, 0, events=(), when=None, title=None)
    atlas = with_tour(invented, stops=tour.stops)
    assert "The article names no event here." in read(agenda_html(atlas, LINKS, Choice("sapporo"))).text
    card = read(agenda_html(atlas, LINKS, Choice())).all("li", class_="ta-card")[0]
    assert card.text == "1 札幌 no day given · possible 0 events"


def test_an_unknown_stop_is_the_whole_tour(real: Atlas) -> None:
    """An id that isn't there shows the whole tour, as an address without a stop does."""
    assert agenda_html(real, LINKS, Choice("nowhere")) == agenda_html(real, LINKS, Choice())


def test_names(real: Atlas, invented: Atlas) -> None:
    """A stop is called by its title, else its place; dates for labels and hours for lists have their short form."""
    assert [stop_name(real.tour, stop) for stop in real.tour.stops] == [
        "Kuala Lumpur",
        "Tokyo",
        "Gyeongju",
        "Meeting with Xi?",
    ]
    assert stop_name(invented.tour, invented.tour.stops[1]) == "Suva, first visit"
    assert short_days(None) == ""
    assert short_days(parse_when("2025-10-26/2025-10-27")) == "Sun 26 – Mon 27 Oct"
    events = {event.id: event for _, event in invented.tour.events()}
    assert [event_name_parts(events[name])[1] for name in ("suva-dinner", "suva-greeting", "equator")] == [
        "19:30–21:00",
        "",
        "",
    ]
    assert event_name_parts(events["equator"])[0].words == "has happened"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """The invented tour with a payload behind every free text, in turn."""
    count = iter(range(10_000))

    def poison(_key: str, text: str) -> str:
        return f"{text[:40]} {PAYLOADS[next(count) % len(PAYLOADS)]}"

    return rewritten(tmp_path_factory.mktemp("hostile"), poison)


@pytest.mark.parametrize("view", View)
def test_hostile_text_is_text(hostile: Atlas, invented: Atlas, view: View) -> None:
    """Payloads in every text add no element and no attribute to any page, and read as what they are."""
    ours, theirs = read(whole_page(invented, view)), read(whole_page(hostile, view))
    names = [{(one.tag, *sorted(one.attrs)) for one in tree.all()} for tree in (ours, theirs)]
    assert names[1] == names[0]
    assert Counter(one.tag for one in theirs.all()) == Counter(one.tag for one in ours.all())
    for payload in PAYLOADS:
        assert payload in theirs.text
    attributes = {
        value for one in theirs.all() for key, value in one.attrs.items() if key != "class" and value
    }
    assert not any(payload in value for value in attributes for payload in PAYLOADS)
    styles = {one.attrs["style"] or "" for one in theirs.all() if "style" in one.attrs}
    assert all(re.fullmatch(r"(?:--[\w-]+:-?\d+(?:\.\d+)?;?)+", style) for style in styles)
    assert all(
        (one.attrs["href"] or "").startswith(("?", "article?", "https://example.", "http://example."))
        for one in theirs.all("a")
    )


def test_hostile_ids_in_links(real: Atlas) -> None:
    """The name of a tour comes from an address: in links it is encoded, and leaves no attribute."""
    tree = read(nav_html(real, QueryLinks('"><script>alert(1)</script>&x=')))
    assert {one.tag for one in tree.all()} == {"nav", "ol", "li", "a", "span", "bdi", "em"}
    assert all(
        parse_qs((one.attrs["href"] or "")[1:])["tour"] == ['"><script>alert(1)</script>&x=']
        for one in tree.all("a")
    )
