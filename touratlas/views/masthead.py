"""What stands around map and agenda: title and switch, the list of stops, the legend, and what a screen
reader hears.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.dates import show
from touratlas.interface import word
from touratlas.views.agenda import stop_name, stop_views
from touratlas.views.legend import legend
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.outcomes import has_outcomes
from touratlas.views.templates import render
from touratlas.words import View

if TYPE_CHECKING:
    from touratlas.check import Atlas
    from touratlas.model import Tour
    from touratlas.views.links import Links

SWITCH = {View.ARTICLE: "view_article", View.LATER: "view_later"}  # their names, by key


def nav_html(atlas: Atlas, links: Links) -> str:
    """The list of stops, the whole tour first: links, so that they can be opened, shared and reached by
    keyboard.
    """
    return render("nav.html", stops=stop_views(atlas, links), whole=links.to(Choice()))


def legend_html(atlas: Atlas, view: View = View.ARTICLE) -> str:
    """The legend, once for everything on the page: of map, timeline and agenda what occurs in this tour and view."""
    return render("legend.html", legend=legend(atlas.tour, view))


def masthead_html(atlas: Atlas, links: QueryLinks, choice: Choice) -> str:
    """Title, one line on whose knowledge this is, and the switch between the two views."""
    head = atlas.tour.tour
    switch = [(view, word(key), QueryLinks(links.tour, view).to(choice)) for view, key in SWITCH.items()]
    return render(
        "masthead.html",
        tour=head,
        as_of=show(head.as_of, long=True),
        article=_article_name(atlas),
        switch=switch,
        view=links.view.value,
        has_later=has_outcomes(atlas.tour),
    )


def said(tour: Tour, choice: Choice) -> str:
    """What a screen reader hears when the choice has changed."""
    event = next((event.title for _, event in tour.events() if event.id == choice.event), "")
    stop = next((stop_name(tour, stop) for stop in tour.stops if stop.id == choice.stop), "")
    return ": ".join(part for part in (stop or word("agenda_tour"), event) if part)


def _article_name(atlas: Atlas) -> str:
    first = next(iter(atlas.tour.articles().values()), None)
    return (first.title or "") if first else ""
