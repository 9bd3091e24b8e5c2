"""The map of a tour, by folium: numbered stops by status, great-circle legs with direction, on our own
basemap.

What is drawn and where is computed here as plain data (:func:`map_data`); `assets/js/touratlas-map.js` puts
it on the Leaflet map. Text travels as JSON and never as a template's text, since folium escapes nothing. No
link of the map leads outside: Leaflet, the basemap and our script are served from the app's own `static/`
folder.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from touratlas.interface import word
from touratlas.views.drawing import ground_data, stripped_data, view_data
from touratlas.views.marks import DARK, LIGHT
from touratlas.views.venues import venues
from touratlas.words import View

if TYPE_CHECKING:
    import folium

    from touratlas.model import Tour
    from touratlas.views.knife import Knife
    from touratlas.views.links import Choice

STATIC = "../../app/static/"  # as seen from the page of streamlit-folium's component
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_RISKY = re.compile("[<>&'`${}]")


def map_data(tour: Tour, *, dark: bool = False) -> dict[str, Any]:
    """Everything that the map draws in the article's view, as JSON-ready data."""
    theme = {"theme": asdict(DARK if dark else LIGHT), "attribution": word("map_attribution")}
    return theme | ground_data(tour) | view_data(tour, View.ARTICLE)


def script_json(data: object) -> str:
    """JSON that may stand inside a script and inside a template: no character of a text can end, open or
    begin anything.

    `<`, `>`, `&`, the apostrophe, the backtick, `$` and braces in texts become `\\u` escapes, as does all
    that isn't ASCII (the two line separators of JavaScript among it).
    """
    return _STRING.sub(_guarded, json.dumps(data, ensure_ascii=True, separators=(",", ":")))


def _guarded(string: re.Match[str]) -> str:
    return _RISKY.sub(lambda char: f"\\u{ord(char[0]):04x}", string[0])


def map_script(tour: Tour, *, dark: bool = False) -> str:
    """What the map draws, as guarded JSON. It depends on tour and theme alone, and is worth keeping."""
    return script_json(map_data(tour, dark=dark))


def folium_map(script: str) -> folium.Map:
    """The map of a tour, from :func:`map_script`. A choice changes nothing in it, so it never has to be loaded
    again.
    """
    from touratlas.views.folium_parts import tour_map

    return tour_map(script, STATIC)


def choice_data(
    tour: Tour, choice: Choice, view: View = View.ARTICLE, knife: Knife | None = None
) -> dict[str, Any]:
    """What a choice changes on the map, as JSON-ready data: which stop is marked, the venues around it, in the later
    view the stops as they are known then, and with a `knife` what the strip test leaves. Until that view is chosen
    nothing of it reaches the page.
    """
    stop = next((stop for stop in tour.stops if stop.id == choice.stop), None)
    around = venues(tour, stop, view) if stop else ()
    return {
        "stop": choice.stop,
        "later": view_data(tour, view) if view is View.LATER else None,
        "strip": stripped_data(tour, knife) if knife else None,
        "venues": [asdict(one) for one in around if one.in_article or knife is None],
    }


def choice_script(tour: Tour, choice: Choice, view: View = View.ARTICLE, knife: Knife | None = None) -> str:
    """What a choice changes on the map, as guarded JSON."""
    return script_json(choice_data(tour, choice, view, knife))


def choice_layer(script: str) -> folium.FeatureGroup:
    """What streamlit-folium adds to the map when the choice changes, from :func:`choice_script`: an empty layer,
    whose script marks the chosen stop.
    """
    from touratlas.views.folium_parts import chosen

    return chosen(script)


def stop_of_tip(tip: object) -> str:
    """The id of the stop whose mark was pressed, from the tooltip that streamlit-folium hands back; "" for
    none.
    """
    text = tip if isinstance(tip, str) else ""
    return text.rpartition("|")[2] if "|" in text else ""
