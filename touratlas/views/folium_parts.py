"""The few elements that folium lacks for us: a map with local links only, our drawing on it, and the choice
as a layer.
"""

from __future__ import annotations

import folium
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template

SCRIPTS = (
    "style",
    "frame",
    "edge",
    "land",
    "map",
)  # of `assets/js/`, each as `touratlas-….js`, in the order of their use


class LocalMap(folium.Map):
    """A folium map that loads Leaflet from a folder of ours; folium's own links lead to CDNs, and fail
    without a network.
    """


class Drawing(JSCSSMixin, MacroElement):
    """The tour, drawn by our scripts from guarded JSON."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            window.touratlasDraw({{ this._parent.get_name() }}, {{ this.data }});
        {% endmacro %}
        """
    )

    def __init__(self, data: str, static: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Drawing"
        self.data = data
        self.default_js = [("basemap", f"{static}basemap-50m.js")]
        self.default_js += [(f"touratlas_{name}", f"{static}touratlas-{name}.js") for name in SCRIPTS]
        self.default_css: list[tuple[str, str]] = []


class Chosen(folium.FeatureGroup):
    """An empty layer whose creation marks the chosen stop on the map that it is added to."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = window.touratlasChoose({{ this._parent.get_name() }}, {{ this.data }});
        {% endmacro %}
        """
    )

    def __init__(self, data: str) -> None:
        super().__init__(name="choice", control=False)
        self.data = data


def tour_map(data: str, static: str) -> folium.Map:
    """A map with a tour drawn on it; `data` is guarded JSON, `static` the address of our static files."""
    made = LocalMap(
        location=[0, 0],
        zoom_start=2,
        tiles=None,
        min_zoom=1,
        max_zoom=7,
        zoom_snap=0.25,
        zoom_delta=1,
        prefer_canvas=True,
    )
    made.default_js = [("leaflet", f"{static}vendor/leaflet/leaflet.js")]
    made.default_css = [("leaflet_css", f"{static}vendor/leaflet/leaflet.css")]
    Drawing(data, static).add_to(made)
    return made


def chosen(data: str) -> folium.FeatureGroup:
    """The layer that marks the chosen stop."""
    return Chosen(data)
