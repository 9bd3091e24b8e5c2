"""The agenda as data for paper: stops, events, claims with their citations, and where days and places come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.paper.words import NO_FACT, Data, fact, letter, when
from touratlas.views.agenda import apart_view, stop_views
from touratlas.views.links import QueryLinks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.check import Atlas
    from touratlas.views.agenda_values import ClaimView, EventView, Fact, StopView


class Agenda:
    """Makes the data of one tour, in the article's view."""

    def __init__(self, atlas: Atlas) -> None:
        self.tour = atlas.tour
        self._sources = {held.id: [quote.source for quote in held.quotes] for held in atlas.evidence.claims}
        links = QueryLinks(atlas.tour.tour.id)
        self.views = stop_views(atlas, links)
        self.beyond = apart_view(atlas, links)

    def stops(self) -> list[Data]:
        """The stops with their agendas."""
        return [self._stop(one) for one in self.views]

    def apart(self) -> list[Data]:
        """What belongs to no stop, in parts that aren't empty."""
        parts = (
            ("On the way home", self.beyond.onward, ()),
            ("At no stop, or on no given day", self.beyond.events, ()),
            ("Background", (), self.beyond.background),
        )
        return [
            {"title": title, "events": self.events(events), "claims": [self.claim(one) for one in claims]}
            for title, events, claims in parts
            if events or claims
        ]

    def origins(self) -> list[Data]:
        """Where every day and place comes from that isn't in the article, each origin once."""
        found: dict[str, list[str]] = {}
        for about, text in self._origins():
            found.setdefault(text, []).append(about)
        return [{"about": "; ".join(abouts), "text": text} for text, abouts in found.items()]

    def events(self, views: tuple[EventView, ...]) -> list[Data]:
        """Events of an agenda."""
        return [self._event(one) for one in views]

    def claim(self, one: ClaimView) -> Data:
        """A claim, and the citations that its passages have for it."""
        labels: dict[str, None] = {}
        for source, passage in zip(self._sources[one.id], one.passages, strict=True):
            cited = [passage.entry.label] if passage.entry else [label.label for label in passage.direct]
            labels |= dict.fromkeys(f"{letter(self.tour, source)}{label}" for label in cited if label)
        return {
            "says": one.says,
            "by": one.by,
            "note": one.note,
            "status": one.status.name if one.status else "",
            "words": one.status.words if one.status else "",
            "labels": list(labels),
        }

    def _stop(self, one: StopView) -> Data:
        country = {"text": one.country, "curated": not one.country_in_article}
        return {
            "number": one.number,
            "name": fact(one.name),
            "status": one.status.name,
            "words": one.status.words,
            "country": country if one.country else NO_FACT,
            "when": when(one.when),
            "from": fact(one.way_from),
            "way": self.events(one.way),
            "events": self.events(one.events),
        }

    def _event(self, one: EventView) -> Data:
        who = (f"{person.name}, {person.role}" if person.role else person.name for person in one.people)
        return {
            "title": one.title,
            "lead": one.lead,
            "status": one.status.name,
            "words": one.status.words,
            "when": when(one.when),
            "place": fact(one.place),
            "people": "; ".join(who),
            "topics": " · ".join(one.topics),
            "claims": [self.claim(each) for each in one.claims],
        }

    def _origins(self) -> Iterator[tuple[str, str]]:
        for stop in self.views:
            yield from _origin(stop.name.text, stop.when, stop.name)
            if stop.way_from:
                yield from _origin(f"Start of the way to {stop.name.text}", None, stop.way_from)
            for event in (*stop.way, *stop.events):
                yield from _origin(event.title, event.when, event.place)
        for event in (*self.beyond.onward, *self.beyond.events):
            yield from _origin(event.title, event.when, event.place)


def _origin(about: str, day: Fact | None, place: Fact | None) -> Iterator[tuple[str, str]]:
    for what, one in (("day", day), ("place", place)):
        if one is not None and not one.in_article and one.origin:
            yield f"{about} ({what})", " ".join((one.origin, *(other.text for other in one.others)))


def reference_lists(atlas: Atlas) -> list[Data]:
    """The reference lists of the tour's articles, as they number their entries or are taken to."""
    lists = []
    for source, article in atlas.articles.items():
        mark = letter(atlas.tour, source)
        inferred = any(one.inferred for one in article.references)
        entries = [
            {"label": f"{mark}{one.label}" if one.label else "", "text": one.text}
            for one in article.references
        ]
        title = f"References of article {mark}: {article.title}" if mark else "References of the article"
        note = (
            "The list bears no numbers; they are inferred from the order of its entries." if inferred else ""
        )
        lists.append({"title": title, "note": note, "entries": entries})
    return [one for one in lists if one["entries"]]
