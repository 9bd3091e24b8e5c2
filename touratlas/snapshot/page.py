"""The snapshot as one HTML page: all parts in their order, then style, script, policy and what machines read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from touratlas import __version__
from touratlas.dates import show
from touratlas.finding import Severity
from touratlas.interface import script_words, word, words
from touratlas.snapshot.article import article_views
from touratlas.snapshot.data import linked_data, safe_json, script_data
from touratlas.snapshot.findings import Findings
from touratlas.snapshot.later import later_views
from touratlas.snapshot.maps import map_pictures
from touratlas.snapshot.passages import Agenda, Grounds, Passages
from touratlas.snapshot.questions import question_views
from touratlas.snapshot.references import reference_lists
from touratlas.snapshot.sources import EARLY, Lifted, policy, script, style
from touratlas.snapshot.weeks import week_keys, week_sheets
from touratlas.views.agenda import apart_view, stop_views
from touratlas.views.blanks import gap_style, knife_of, marked
from touratlas.views.links import Choice, FragmentLinks
from touratlas.views.masthead import legend_html
from touratlas.views.outcomes import has_outcomes
from touratlas.views.strip import asked_html, asked_text, strip_html, strip_view
from touratlas.views.templates import render
from touratlas.views.timeline import timeline_html
from touratlas.words import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from touratlas.check import Atlas
    from touratlas.snapshot.article import ArticleView
    from touratlas.views.agenda_values import StopView
    from touratlas.views.strip import Strip

MANY_EVENTS = 60  # from here on what is out of sight isn't laid out
LINKS = FragmentLinks()


@dataclass(frozen=True, slots=True)
class Look:
    """What can be asked of the page: its colours (`auto`, `light`, `dark`), whether the article's text is in it, and
    whether it is made for the frame of another page; `answers`: whether the audit's questions come with their reasons.
    """

    theme: str = "auto"
    article: bool = True
    embed: bool = False
    answers: bool = True


def snapshot_html(atlas: Atlas, look: Look | None = None) -> str:
    """The page, with every text escaped; the same for the same tour, look and words, whatever the process."""
    look = look or Look()
    lifted = Lifted()
    strip = strip_view(atlas, LINKS)
    parts = _parts(atlas, look, strip)
    knife = knife_of(atlas)
    body = marked(lifted.lift(render("snapshot/body.html", **parts)), knife)
    sheets = [
        (sheet, Markup(marked(lifted.lift(sheet.html), knife)))  # noqa: S704 - a template
        for sheet in week_sheets(atlas)
    ]
    styles, scripts = [style() + gap_style() + lifted.sheet()], [EARLY, script()]
    data = script_data(atlas, parts["later"], week_keys(atlas), script_words(words()), knife)
    data["asked"] = asked_text(strip)
    return render(
        "snapshot/page.html",
        tour=atlas.tour.tour,
        look=look,
        many=parts["many"],
        policy=policy(styles, scripts),
        style=Markup(styles[0]),  # noqa: S704 - our own files, and numbers
        early=Markup(EARLY),  # noqa: S704 - a constant
        script=Markup(scripts[1]),  # noqa: S704 - our own files
        body=Markup(body),  # noqa: S704 - made by a template with autoescape
        sheets=sheets,
        data=Markup(safe_json(data)),  # noqa: S704 - escaped
        linked=Markup(safe_json(linked_data(atlas))),  # noqa: S704 - escaped
        version=__version__,
    )


def _parts(atlas: Atlas, look: Look, strip: Strip) -> dict[str, Any]:
    """The values of the page's parts."""
    tour = atlas.tour
    whole = frozenset(name for name, source in tour.articles().items() if source.embed and look.article)
    passages = Passages(atlas, whole)
    agenda = Agenda(atlas, passages)
    grounds: list[Grounds] = []
    stops = []
    for number, view in enumerate(stop_views(atlas, LINKS)):
        shown, found = agenda.stop(number, view)
        html = Markup(render("stop.html", stop=shown, view=LINKS.view.value))  # noqa: S704 - a template
        stops.append((shown, html, _height(shown)))
        grounds += found
    apart, found_apart = agenda.apart(apart_view(atlas, LINKS))
    findings = Findings(atlas, answers=look.answers)
    known, articles = passages.all(), article_views(passages, findings)
    return {
        "tour": tour.tour,
        "embed": look.embed,
        "many": sum(1 for _ in tour.events()) >= MANY_EVENTS,
        "as_of": show(tour.tour.as_of, long=True),
        "whole": LINKS.to(Choice()),
        "maps": [(name, Markup(picture)) for name, picture in map_pictures(atlas).items()],  # noqa: S704 - made as a tree
        "stops": stops,
        "apart": apart,
        "side": _side(atlas, View.ARTICLE),
        "later_side": _side(atlas, View.LATER) if has_outcomes(tour) else (),
        "later": later_views(atlas),
        "strip_asked": Markup(asked_html(strip)),  # noqa: S704 - a template
        "stripped": Markup(strip_html(strip, titled=False)),  # noqa: S704 - a template
        "questions": question_views(atlas, passages),
        "known": known,
        "grounds": [*grounds, *found_apart],
        "ground_words": {"when": word("ground_when"), "place": word("ground_place")},
        "references": reference_lists(atlas, known),
        "articles": articles,
        "unasked": findings.long,
        "hide": _hidden(articles),
        "article_height": sum(map(_article_height, articles)),
        "version": __version__,
    }


def _side(atlas: Atlas, view: View) -> tuple[Markup, Markup]:
    """Timeline and legend of a view."""
    timeline = Markup(timeline_html(atlas, FragmentLinks(view), Choice()))  # noqa: S704 - a template
    return timeline, Markup(legend_html(atlas, view))  # noqa: S704 - a template


def _height(stop: StopView) -> int:
    """About how high a stop's agenda is, in rem: what holds its place while it is out of sight."""
    return 8 + sum(6 + 5 * len(event.claims) for event in (*stop.way, *stop.events))


def _hidden(articles: Sequence[ArticleView]) -> str:
    """The questions that a script hides at first: those that are merely worth a look, where there are surer ones."""
    surer = sum(number for one in articles for name, _, number in one.counts if name != Severity.NOTE.value)
    return Severity.NOTE.value if surer else ""


def _article_height(one: ArticleView) -> int:
    """About how high an article is, in rem."""
    quoted = sum(4 + 6 * len(each.notes) for each in one.quoted)
    return quoted + sum(5 + 4 * len(block.notes) for block in one.blocks)
