"""Slides in PowerPoint's format: to show in class, and to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.exports.common import Format, Group, Options, told

if TYPE_CHECKING:
    from touratlas.check import Atlas


def make(atlas: Atlas, options: Options) -> bytes:
    """The file. What happened later is in it in the later view alone, on slides of its own."""
    from touratlas.paper.found import found_tasks
    from touratlas.paper.press import stamp_of
    from touratlas.paper.tasks import chapters, unanswered
    from touratlas.paper.words import sheet_of
    from touratlas.slides.deck import slides_of
    from touratlas.slides.writer import About, pptx_of

    sheet = sheet_of(options.paper.value, options.fonts)
    asked = chapters(atlas, found_tasks(atlas))
    asked = unanswered(asked) if options.students else asked
    head = atlas.tour.tour
    about = About(head.title, head.summary, head.language, stamp_of(atlas.tour))
    return pptx_of(slides_of(told(atlas, options), asked, options.view), about, sheet.fonts)


def warnings(atlas: Atlas, options: Options) -> tuple[str, ...]:
    """The characters of its pictures that no font has; text on slides is set by the program that shows them."""
    from touratlas.paper.fonts import fonts_of, warning
    from touratlas.slides.deck import pictured

    lost = fonts_of(options.fonts).missing(pictured(told(atlas, options)))
    return (warning(lost),) if lost else ()


FORMAT = Format(
    name="pptx",
    suffix=".pptx",
    media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation",
    group=Group.TEACH,
    purpose="slides to show and to change: a slide or more a stop, claims and citations in the notes",
    lacks="the article’s text; map and timeline are pictures, whose marks can’t be changed",
    make=make,
    students=True,
    warnings=warnings,
)
