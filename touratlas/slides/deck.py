"""What is on the slides of a tour: opening, timeline, a slide or more a stop, background, questions, references."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from touratlas.paper.agenda import Agenda, reference_lists
from touratlas.paper.handout import later_data
from touratlas.paper.picture import time_picture
from touratlas.paper.words import ASTERISK, LINES, knowledge, line
from touratlas.slides.frames import Block, Paragraph, Picture, Run, Slide, Tone, spread
from touratlas.slides.notes import answer_notes, event_notes, origin_notes
from touratlas.views.mapplan import map_plan
from touratlas.views.marks import LIGHT, SIGNS
from touratlas.views.svgmap import draw
from touratlas.words import OutcomeStatus, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from touratlas.check import Atlas
    from touratlas.paper.tasks import Chapter, Task
    from touratlas.paper.words import Data
    from touratlas.views.mapplan import MapPlan
    from touratlas.views.passages import PassageView

MOST_EVENTS: Final = 4  # on a slide
_MAP_PX: Final = (480.0, 440.0)  # beside text; its names are 12 px
_TIME_PX: Final = 960.0
_META: Final = 15.0  # pt


def slides_of(atlas: Atlas, asked: Sequence[Chapter], view: View) -> tuple[Slide, ...]:
    """All slides in order, no two of one title, with the tasks that are `asked`; what happened later is on slides of
    its own, in the later view alone.
    """
    seen: dict[str, int] = {}
    slides = []
    for slide in _Deck(atlas).slides(asked, view):
        seen[slide.title] = seen.get(slide.title, 0) + 1
        again = f" · {seen[slide.title]}" if seen[slide.title] > 1 else ""
        slides.append(replace(slide, title=f"{slide.title}{again}"))
    return tuple(slides)


def pictured(atlas: Atlas) -> tuple[str, ...]:
    """The pictures on the slides, as SVG."""
    found = (slide.picture.svg for slide in slides_of(atlas, (), View.ARTICLE) if slide.picture)
    return tuple(dict.fromkeys(found))


class _Deck:
    """Makes the slides of one tour."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.agenda = Agenda(atlas)
        self.plan = map_plan(atlas.tour, View.ARTICLE, _MAP_PX)

    def slides(self, asked: Sequence[Chapter], view: View) -> Iterator[Slide]:
        """All in order."""
        yield self._opening()
        svg, said, high = time_picture(self.atlas, _TIME_PX)
        yield Slide("Timeline", picture=Picture(svg, (_TIME_PX, high), said, "Timeline"), notes=(said,))
        for stop in self.agenda.stops():
            yield from self._stop(stop)
        for part in self.agenda.apart():
            blocks = [_event(event, whole=True) for event in part["events"]]
            yield from spread(Slide(part["title"]), [*blocks, *(_claim(one) for one in part["claims"])])
        for chapter in asked:
            yield from self._tasks(chapter)
        if view is View.LATER:
            yield from self._later()
        yield from self._references()

    def _opening(self) -> Slide:
        head = self.atlas.tour.tour
        told = knowledge(self.atlas)
        return Slide(
            head.title,
            (
                Paragraph((Run(head.summary),), 18),
                Paragraph((Run(told, Tone.QUIET),), _META, above=10),
                Paragraph((Run("Italics*", italic=True), Run(f": {ASTERISK}.", Tone.QUIET)), _META, above=10),
            ),
            (told, LINES, *origin_notes(self.agenda)),
            self._map(""),
            opening=True,
        )

    def _map(self, stop: str) -> Picture:
        said = f"{self.plan.title}. {self.plan.description}"
        return Picture(_svg(self.plan, stop), _MAP_PX, said, "Map")

    def _stop(self, stop: Data) -> Iterator[Slide]:
        number, name = stop["number"], stop["name"]["text"]
        marked = f"{name}*" if stop["name"]["curated"] else name
        country = [*_fact(stop["country"]), Run(" · ", Tone.QUIET)] if stop["country"]["text"] else []
        meta = [*country, *_fact(stop["when"]), Run(f" · {stop['words']}", Tone.ARTICLE)]
        chosen = self.atlas.tour.stops[number - 1].id
        picture = self._map(chosen)
        picture = replace(picture, said=f"Stop {number}, {name}, is marked. {picture.said}")
        base = Slide(f"{number}  {marked}", (Paragraph(tuple(meta), _META),), picture=picture)
        blocks = []
        if stop["way"]:
            way = [Run("On the way, from ", Tone.QUIET), *_fact(stop["from"])]
            first, *more = (_event(event) for event in stop["way"])
            head = Paragraph(tuple(way), _META, above=10)
            blocks += [replace(first, paragraphs=(head, *first.paragraphs)), *more]
        blocks += [_event(event) for event in stop["events"]]
        if not blocks:
            blocks = [
                Block((Paragraph((Run("The article names no event here.", Tone.QUIET),), 16, above=10),))
            ]
        yield from spread(base, blocks, MOST_EVENTS)

    def _tasks(self, chapter: Chapter) -> Iterator[Slide]:
        """Questions of one stop together, exercises with a passage on a slide each."""
        grouped: dict[str, list[Task]] = {}
        for number, task in enumerate(chapter.tasks):
            grouped.setdefault(f"{number}" if task.shown else task.about, []).append(task)
        for tasks in grouped.values():
            slide = Slide(f"{chapter.title}: {tasks[0].about}")
            yield from spread(slide, [self._task(task) for task in tasks], MOST_EVENTS)

    def _task(self, task: Task) -> Block:
        size = 24 if len(task.shown) == 1 else 19
        shown = [Paragraph(_marked(one), size, above=8) for one in task.shown]
        cited = [
            Paragraph((Run(f"[{one.label}] ", Tone.ARTICLE, bold=True), Run(one.reference)), 20, above=8)
            for one in task.cited
        ]
        ask = Paragraph((Run(task.ask, bold=bool(shown)),), 26, above=20)
        return Block((*shown, *cited, ask), answer_notes(task) if task.answer else ())

    def _later(self) -> Iterator[Slide]:
        data = later_data(self.atlas)
        blocks = []
        for row in data["later"]:
            words = f"{row['words']}" + "".join(f" · {row[key]}" for key in ("when", "place") if row[key])
            sign = SIGNS[OutcomeStatus(row["sign"])].sign
            says = [Paragraph((Run(row["says"]),), 16, under=True)] if row["says"] else []
            notes = [f"{row['title']}: the article told: {row['told']}."]
            notes += [f"Curator’s note: {row['note']}"] if row["note"] else []
            reports = [data["reports"][number - 1] for number in row["reports"]]
            notes += [f"Reported by {one['text']} {one['url']}".rstrip() for one in reports]
            head = Paragraph((Run(row["title"], bold=True),), 18, above=8)
            outcome = Paragraph((Run(f"{sign} {words}", Tone.LATER),), _META, under=True)
            blocks.append(Block((head, outcome, *says), tuple(notes)))
        yield from spread(Slide("What happened"), blocks)

    def _references(self) -> Iterator[Slide]:
        for each in reference_lists(self.atlas):
            note = [Paragraph((Run(each["note"], Tone.QUIET),), 12)] if each["note"] else []
            entries = [
                Block(
                    (
                        Paragraph(
                            (
                                Run(f"[{one['label']}] " if one["label"] else "", Tone.ARTICLE, bold=True),
                                Run(one["text"]),
                            ),
                            _META,
                            above=3,
                        ),
                    )
                )
                for one in each["entries"]
            ]
            yield from spread(Slide(each["title"], tuple(note)), entries)


def _svg(plan: MapPlan, chosen: str) -> str:
    return draw(plan, palette=LIGHT, chosen=chosen)


def _event(event: Data, *, whole: bool = False) -> Block:
    """An event: its name, its data, and what is claimed of it: all of a leading one, and where there is room; of others
    the first, for the notes have the rest.
    """
    meta = [Run(event["words"], Tone.ARTICLE), Run(" · ", Tone.QUIET), *_fact(event["when"])]
    if event["place"]["text"]:
        meta += [Run(" · ", Tone.QUIET), *_fact(event["place"])]
    head = Paragraph((Run(event["title"], bold=True),), 24 if event["lead"] else 20, above=10)
    shown = event["claims"] if whole or event["lead"] else event["claims"][:1]
    claims = [replace(_claim(one).paragraphs[0], size=16, above=4, under=True) for one in shown]
    return Block((head, Paragraph(tuple(meta), _META, under=True), *claims), event_notes(event))


def _marked(one: PassageView) -> tuple[Run, ...]:
    """A passage with the words in question set off."""
    parts = ((one.before, False), (one.quote, True), (one.after, False))
    return tuple(Run(line(text), Tone.ARTICLE, bold=marked) for text, marked in parts if text)


def _claim(one: Data) -> Block:
    by = [Run(f"{one['by']}: ", Tone.QUIET)] if one["by"] else []
    cites = " ".join(f"[{label}]" for label in one["labels"]) or "[–]"
    runs = (*by, Run(one["says"]), Run(f" {cites}", Tone.ARTICLE if one["labels"] else Tone.QUIET))
    note = (f"{one['says']} Curator’s note: {one['note']}",) if one["note"] else ()
    return Block((Paragraph(runs, 18, above=8),), note)


def _fact(one: Data) -> list[Run]:
    """A date or a place: what isn't the article's in italics with an asterisk."""
    curated = one["curated"]
    return [Run(f"{one['text']}*" if curated else one["text"], Tone.QUIET, italic=curated)]
