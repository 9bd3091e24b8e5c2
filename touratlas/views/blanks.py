"""The strip test in a page: whatever the curator supplied is marked in the HTML, so that one attribute blanks it all.

Templates mark facts, which they know (`ta-x` for what leaves a bar, `ta-off` for what is gone); names and days inside
texts are found here, in the HTML that templates have made. The articles' own words are never among them: what is hidden
is what no article says. assets/css/touratlas.css does the blanking.
"""

from __future__ import annotations

import re
from functools import cache, partial
from html import escape, unescape
from typing import TYPE_CHECKING, Final

from touratlas.interface import word
from touratlas.views.agenda import apart_view, stop_place_in_article, stop_views
from touratlas.views.knife import Knife
from touratlas.views.links import FragmentLinks
from touratlas.views.masthead import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.check import Atlas
    from touratlas.views.agenda_values import Fact
    from touratlas.views.links import Choice

_PIECE: Final = re.compile(r"<[^<>]*>|[^<>]+")
_ELEMENT: Final = re.compile(r"</?(\w+)")
_SAID: Final = re.compile(r' (?:(data-bare)|aria-label|title|alt)="([^"]*)"')
_WHOLE: Final = (
    "title",
    "desc",
    "style",
    "script",
)  # in these no markup can stand: a script tells their words


def facts_of(atlas: Atlas) -> Iterator[Fact]:
    """Every place and date that the agendas of a tour show, in their order."""
    links = FragmentLinks()
    stops, apart = stop_views(atlas, links), apart_view(atlas, links)
    for stop in stops:
        yield from (fact for fact in (stop.name, stop.when, stop.way_from) if fact)
    for event in (
        *(one for stop in stops for one in (*stop.way, *stop.events)),
        *apart.onward,
        *apart.events,
    ):
        yield from (fact for fact in (event.when, event.place) if fact)


def knife_of(atlas: Atlas) -> Knife:
    """What cuts the texts of a tour."""
    return Knife(atlas, facts_of(atlas))


def marked(html: str, knife: Knife) -> str:
    """HTML made by our templates (in which a text has no bare `<` or `>`), with every word in `ta-x` that the
    strip test hides. Nothing else of it changes.
    """
    open_, made = [""], []
    text = cache(partial(_text, knife=knife))  # what is the same is looked at once
    for piece in _PIECE.findall(html):
        if piece[0] == "<":
            _follow(open_, piece)
            made.append(_said(piece, knife))
        elif open_[-1] in _WHOLE or piece.isspace():
            made.append(piece)
        else:
            made.append(text(piece, element="tspan" if "svg" in open_ else "span"))
    return "".join(made)


def _follow(open_: list[str], tag: str) -> None:
    """Keep what stands open of the elements that matter here."""
    found = _ELEMENT.match(tag)
    name = found[1] if found else ""
    if name not in {*_WHOLE, "svg"} or tag.endswith("/>"):
        return
    if tag.startswith("</"):
        open_.remove(name)
    else:
        open_.append(name)


def _said(tag: str, knife: Knife) -> str:
    """A tag with what is left of the words in its attributes as `data-bare`, if that is less: a script puts it in."""
    for match in sorted(_SAID.finditer(tag), key=lambda match: not match[1]):
        words = unescape(match[2])
        left = knife.bare(words)
        if match[1]:
            return f"{tag[: match.start(2)]}{escape(left)}{tag[match.end(2) :]}"
        if left != words:
            return f'{tag[: match.end()]} data-bare="{escape(left)}"{tag[match.end() :]}'
    return tag


def _text(piece: str, *, knife: Knife, element: str) -> str:
    scraps = knife.text(unescape(piece))
    if not any(scrap.hidden for scrap in scraps):
        return piece
    return "".join(
        f'<{element} class="ta-x">{escape(scrap.text)}</{element}>' if scrap.hidden else escape(scrap.text)
        for scrap in scraps
    )


def said_bare(atlas: Atlas, choice: Choice) -> str:
    """What a screen reader hears under the strip test when the choice has changed; see
    :func:`touratlas.views.masthead.said`.
    """
    tour = atlas.tour
    if any(stop.id == choice.stop and not stop_place_in_article(tour, stop) for stop in tour.stops):
        event = next((event.title for _, event in tour.events() if event.id == choice.event), "")
        return ": ".join(part for part in (word("strip_no_place"), knife_of(atlas).bare(event)) if part)
    return knife_of(atlas).bare(said(tour, choice))


def gap_style() -> str:
    """The rule that gives the style sheet the words for a blank, as CSS."""
    told = "".join(char if char.isalnum() else f"\\{ord(char):x} " for char in word("js_strip_hidden"))
    return f':root{{--ta-hidden:"{told}"}}'
