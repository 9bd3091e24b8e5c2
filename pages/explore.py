"""Explore: the tour at a glance, on the map, by day and stop by stop, with its evidence in place."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial

import streamlit as st
from streamlit_folium import st_folium

from pages.filters import filter_button
from pages.parts import broken, chosen_view, go, knife, made, recall, remember, report_of, styles
from pages.picking import chosen_tour, picker
from pages.stripping import strip_switch, stripped
from touratlas.assets import ASSETS
from touratlas.shelf import Entry
from touratlas.views.blanks import marked
from touratlas.views.filters import hits_html
from touratlas.views.links import Choice, QueryLinks, resolve, view_of
from touratlas.views.map import choice_layer, folium_map, stop_of_tip
from touratlas.words import View

MAP_HEIGHT = 368
state = st.session_state
bridge = st.components.v2.component(
    "touratlas_bridge",
    html='<div role="status"></div>',
    css="[role=status] {\n position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);\n}",
    js=(ASSETS / "js" / "touratlas-bridge.js").read_text(encoding="utf-8"),
)


def on_link() -> None:
    chosen = (state.get("bridge") or {}).get("go") or {}
    stop, event, view = (str(chosen.get(key) or "") for key in ("stop", "event", "view"))
    go(Choice(stop, event), view_of(view))


def on_map() -> None:
    stop = stop_of_tip((state.get("map") or {}).get("last_object_clicked_tooltip"))
    if stop:
        go(Choice(stop), chosen_view())
    else:  # it only says that it stands, with the address of when it said so: something may have been chosen since
        recall()


@st.fragment
def tour(entry: Entry) -> None:
    report = report_of(entry)
    if report.atlas is None:
        broken(report)
        return
    remember()
    atlas, view = report.atlas, chosen_view()
    choice, problem = resolve(atlas.tour, st.query_params.get("stop", ""), st.query_params.get("event", ""))
    strip = stripped()
    cut = knife(entry) if strip else None
    part = partial(made, entry=entry, view=view, strip=strip)
    st.html(part("masthead", choice=choice))
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(part("nav"))
        st.html(part("steps", choice=Choice(choice.stop)), width="content")
        strip_switch(on=strip)
        found = filter_button(atlas, view, cut)
    with st.container(key="notes"):  # always there: what comes and goes above the map would mount it anew
        if strip:
            st.html(part("asked"))
        if found is not None:
            told = hits_html(atlas, QueryLinks(entry.id, view, strip=strip), found, choice)
            st.html(marked(told, cut) if cut else told)
        if problem:
            st.text(problem)
    left, right = st.columns([2, 1], gap="medium")
    with left, st.container(key="map-panel"):
        st_folium(
            folium_map(made("map", entry, View.ARTICLE, dark=st.context.theme.type == "dark")),
            key="map",
            height=MAP_HEIGHT,
            use_container_width=True,
            returned_objects=["last_object_clicked_tooltip", "last_object_clicked_count"],
            feature_group_to_add=choice_layer(part("choice", choice=Choice(choice.stop))),
            on_change=on_map,
        )
    with left, st.container(key="legend"):
        st.html(part("legend"))
    with left, st.container(key="timeline"):
        st.html(part("timeline", choice=choice))
    with right, st.container(key="agenda"):
        st.html(part("agenda", choice=Choice(choice.stop)))
    bridge(
        key="bridge",
        data={
            "stop": choice.stop,
            "event": choice.event,
            "view": view.value,
            "said": part("said", choice=choice),
            "hits": asdict(found) if found is not None else None,
        },
        on_go_change=on_link,
    )


styles()
on_shelf, shown = chosen_tour()
picker(on_shelf, shown)
tour(shown)
