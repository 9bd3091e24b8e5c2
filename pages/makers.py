"""What depends on tour, view and choice alone, by name: pure functions, for pages to keep what they make."""

from __future__ import annotations

from collections.abc import Callable

from touratlas.check import Atlas
from touratlas.views.agenda import agenda_html
from touratlas.views.blanks import knife_of, marked, said_bare
from touratlas.views.links import Choice, QueryLinks
from touratlas.views.map import choice_script, map_script
from touratlas.views.masthead import legend_html, masthead_html, nav_html, said
from touratlas.views.steps import steps_html
from touratlas.views.strip import asked_html, strip_view
from touratlas.views.timeline import timeline_html

HTML: dict[str, Callable[[Atlas, QueryLinks, Choice], str]] = {
    "masthead": masthead_html,
    "asked": lambda atlas, links, choice: asked_html(strip_view(atlas, links)),
    "nav": lambda atlas, links, choice: nav_html(atlas, links),
    "steps": steps_html,
    "legend": lambda atlas, links, choice: legend_html(atlas, links.view),
    "agenda": agenda_html,
    "timeline": timeline_html,
}


def part(name: str, atlas: Atlas, links: QueryLinks, choice: Choice, *, dark: bool) -> str:
    """A part of a page: HTML, which bears the marks of the strip test if that is on, a script's data, or words."""
    strip = links.strip
    if name == "map":
        return map_script(atlas.tour, dark=dark)
    if name == "choice":
        return choice_script(atlas.tour, choice, links.view, knife_of(atlas) if strip else None)
    if name == "said":
        return said_bare(atlas, choice) if strip else said(atlas.tour, choice)
    html = HTML[name](atlas, links, choice)
    return marked(html, knife_of(atlas)) if strip else html
