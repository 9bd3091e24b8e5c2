"""The lesson of an atlas: what there is to do with this tour, and the paths through it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from touratlas.interface import word
from touratlas.lesson.asking import (
    ARTICLE,
    EXPLORE,
    PRESENT,
    found_questions,
    guesses,
    own_questions,
    telling,
)
from touratlas.lesson.cards import stop_cards
from touratlas.lesson.minutes import PATHS, shares
from touratlas.lesson.values import First, Kind, Lesson, Part, Path
from touratlas.views.agenda import stop_views
from touratlas.views.links import STRIPPED, Choice, QueryLinks
from touratlas.views.strip import strip_view

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from touratlas.audit.run import ArticleFinding
    from touratlas.check import Atlas
    from touratlas.lesson.values import Guess, Question, StopCard

# How many questions of the audit, questions of the tour file and guesses each path has.
_FOUND: Final = {10: 2, 25: 4, 45: 6}
_OWN: Final = {10: 0, 25: 3, 45: 6}
_GUESSES: Final = {10: 3, 25: 5, 45: 8}


def lesson_of(atlas: Atlas, findings: Sequence[ArticleFinding] = ()) -> Lesson:
    """The lesson; `findings` are what the audit finds in the tour's articles. It holds answers and outcomes: it is the
    teacher's. Its cards hold neither.
    """
    ground = _Ground.of(atlas, findings)
    own = atlas.tour.lesson
    return Lesson(
        age=own.age or word("lesson_age"),
        aims=own.aims or _aims(ground),
        materials=_materials(ground),
        paths=tuple(_path(ground, minutes) for minutes in PATHS),
        questions=(*ground.found, *ground.own),
        guesses=ground.guesses,
        glossary=tuple(atlas.tour.glossary.items()),
        cards=ground.cards,
    )


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a tour has that a lesson can be built on."""

    atlas: Atlas
    firsts: tuple[First, ...]
    left: str
    found: tuple[Question, ...]
    own: tuple[Question, ...]
    guesses: tuple[Guess, ...]
    cards: tuple[StopCard, ...]

    @classmethod
    def of(cls, atlas: Atlas, findings: Sequence[ArticleFinding]) -> _Ground:
        links = QueryLinks(atlas.tour.tour.id, page=EXPLORE)
        found = found_questions(atlas, findings)
        return cls(
            atlas=atlas,
            firsts=_firsts(atlas),
            left=_and([str(one) for one in strip_view(atlas, links).left]),
            found=found,
            own=own_questions(atlas, len(found) + 1),
            guesses=guesses(atlas),
            cards=stop_cards(atlas),
        )

    @property
    def kinds(self) -> set[Kind]:
        """The parts that this tour has something for."""
        there = {
            Kind.EXPLORE: True,
            Kind.EVIDENCE: any(claim.quotes for claim in self.atlas.evidence.claims),
            Kind.STRIP: bool(self.left),
            Kind.OWN: bool(self.own),
            Kind.JIGSAW: bool(self.cards),
            Kind.FOUND: bool(self.found),
            Kind.PAIRS: bool(self.guesses),
            Kind.CLOSING: True,
        }
        return {kind for kind, is_there in there.items() if is_there}

    def address(self, page: str, choice: Choice = Choice()) -> str:  # noqa: B008 - frozen
        """The address of another page of the app, open at this tour."""
        return QueryLinks(self.atlas.tour.tour.id, page=page).to(choice)


def _path(ground: _Ground, minutes: int) -> Path:
    given = shares(minutes, ground.kinds)
    starts = accumulate(given.values(), initial=0)
    parts = (
        _MAKE[kind](ground, start, given[kind], minutes) for kind, start in zip(given, starts, strict=False)
    )
    return Path(minutes, tuple(parts))


def _explore(ground: _Ground, start: int, minutes: int, path: int) -> Part:
    said = word("lesson_do_explore" if len(ground.firsts) > 1 else "lesson_do_explore_one")
    show = word("lesson_show_explore")
    return Part(Kind.EXPLORE, start, minutes, said, show, ground.address(EXPLORE), firsts=ground.firsts)


def _evidence(ground: _Ground, start: int, minutes: int, path: int) -> Part:
    claim = next(one for one in ground.atlas.evidence.claims if one.quotes)
    choice = Choice(event=claim.event.id) if claim.event else Choice()
    show = word("lesson_show_evidence")
    return Part(
        Kind.EVIDENCE, start, minutes, word("lesson_do_evidence"), show, ground.address(EXPLORE, choice)
    )


def _strip(ground: _Ground, start: int, minutes: int, path: int) -> Part:
    answer = word("lesson_strip_left", left=ground.left)
    address = f"{ground.address(ARTICLE)}&strip={STRIPPED}"
    return Part(
        Kind.STRIP, start, minutes, word("lesson_do_strip"), word("lesson_show_strip"), address, answer
    )


def _own(ground: _Ground, start: int, minutes: int, path: int) -> Part:
    show = word("lesson_show_own")
    asked = ground.own[: _OWN[path]]
    return Part(
        Kind.OWN, start, minutes, word("lesson_do_own"), show, ground.address(PRESENT), questions=asked
    )


def _jigsaw(ground: _Ground, start: int, minutes: int, path: int) -> Part:
    said = word("lesson_do_jigsaw", cards=len(ground.cards))
    return Part(Kind.JIGSAW, start, minutes, said, word("lesson_show_jigsaw"), "#lesson-cards")


def _found(ground: _Ground, start: int, minutes: int, path: int) -> Part:
    asked = ground.found[: _FOUND[path]]
    said = word("lesson_do_found")
    return Part(
        Kind.FOUND, start, minutes, said, word("lesson_show_found"), ground.address(ARTICLE), questions=asked
    )


def _pairs(ground: _Ground, start: int, minutes: int, path: int) -> Part:
    kept = telling(ground.guesses, _GUESSES[path])
    said = word("lesson_do_pairs")
    return Part(
        Kind.PAIRS, start, minutes, said, word("lesson_show_pairs"), ground.address(PRESENT), guesses=kept
    )


def _closing(ground: _Ground, start: int, minutes: int, path: int) -> Part:
    return Part(Kind.CLOSING, start, minutes, word("lesson_do_closing"), word("lesson_show_closing"), "")


_MAKE: Final[dict[Kind, Callable[[_Ground, int, int, int], Part]]] = {
    Kind.EXPLORE: _explore,
    Kind.EVIDENCE: _evidence,
    Kind.STRIP: _strip,
    Kind.OWN: _own,
    Kind.JIGSAW: _jigsaw,
    Kind.FOUND: _found,
    Kind.PAIRS: _pairs,
    Kind.CLOSING: _closing,
}


def _firsts(atlas: Atlas) -> tuple[First, ...]:
    """What a class sees first of each stop."""
    links = QueryLinks(atlas.tour.tour.id, page=EXPLORE)
    found = []
    for stop in stop_views(atlas, links):
        lead = stop.lead
        found.append(
            First(stop.number, stop.name, lead.title if lead else "", lead.href if lead else stop.href)
        )
    return tuple(found)


def _aims(ground: _Ground) -> tuple[str, ...]:
    """General aims, as far as this tour serves them."""
    kinds = ground.kinds
    aims = [word("lesson_aim_status")]
    aims += [word("lesson_aim_evidence")] if Kind.EVIDENCE in kinds else []
    aims += [word("lesson_aim_strip")] if Kind.STRIP in kinds else []
    aims += [word("lesson_aim_found")] if Kind.FOUND in kinds else []
    return tuple(aims)


def _materials(ground: _Ground) -> tuple[str, ...]:
    keys = ["lesson_have_screen", "lesson_have_students", "lesson_have_paper"]
    keys += ["lesson_have_cards"] if ground.cards else []
    return (*(word(key) for key in keys), word("lesson_have_offline"))


def _and(parts: Sequence[str]) -> str:
    """Parts of a sentence as one lists them."""
    if len(parts) < 2:
        return "".join(parts)
    return word("lesson_and", first=", ".join(parts[:-1]), last=parts[-1])
