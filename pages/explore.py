"""Explore: the tour at a glance, on the map, by day and stop by stop, with its evidence in place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit_folium import st_folium

from touratlas.assets import ASSETS
from touratlas.check import Report, check_tour
from touratlas.shelf import Entry, pick, shelf
from touratlas.views.agenda import agenda_html, legend_html, masthead_html, nav_html, said
from touratlas.views.days import days_html
from touratlas.views.links import Choice, QueryLinks, resolve
from touratlas.views.map import choice_layer, folium_map

TOURS = Path(os.environ.get("TOURATLAS_TOURS") or Path(__file__).parent.parent / "data")
MAP_HEIGHT = 368
state = st.session_state
bridge = st.components.v2.component(
    "touratlas_bridge",
    html='<div role="status"></div>',
    css="[role=status] {\n position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);\n}",
    js=(ASSETS / "js" / "touratlas-bridge.js").read_text(encoding="utf-8"),
)


@st.cache_resource(max_entries=8, show_spinner="Reading the tour…")
def checked(path: str, stamp: tuple[int, int]) -> Report:
    return check_tour(path)


@st.cache_data(max_entries=256, show_spinner=False)
def agenda(path: str, stamp: tuple[int, int], tour: str, stop: str) -> str:
    report = checked(path, stamp)
    return agenda_html(report.atlas, QueryLinks(tour), Choice(stop)) if report.atlas else ""


def go(choice: Choice) -> None:
    """Put a choice into the address, which is where it is kept."""
    for key, value in (("stop", choice.stop), ("event", choice.event)):
        if value:
            st.query_params[key] = value
        else:
            st.query_params.pop(key, None)


def on_link() -> None:
    chosen = state["bridge"].get("go") or {}
    go(Choice(str(chosen.get("stop", "")), str(chosen.get("event", ""))))


def on_map() -> None:
    tip = str((state.get("map") or {}).get("last_object_clicked_tooltip") or "")
    if "|" in tip:
        go(Choice(tip.rpartition("|")[2]))


def on_pick() -> None:
    st.query_params.from_dict({"tour": state["tour"]})


def picker(entries: tuple[Entry, ...], entry: Entry) -> None:
    if len(entries) < 2:
        return
    titles = {one.id: one.title for one in entries}
    state["tour"] = entry.id
    st.selectbox(
        "Tour", list(titles), format_func=lambda key: titles[key], key="tour", on_change=on_pick, width=480
    )


def broken(report: Report) -> None:
    st.error("This tour has errors and can’t be shown. `touratlas check` prints the same list.")
    st.code("\n".join(str(finding) for finding in report.findings), language=None, wrap_lines=True)


@st.fragment
def tour(entry: Entry) -> None:
    report = checked(str(entry.path), entry.stamp)
    atlas = report.atlas
    if atlas is None:
        broken(report)
        return
    links = QueryLinks(entry.id)
    choice, problem = resolve(atlas.tour, st.query_params.get("stop", ""), st.query_params.get("event", ""))
    st.html(nav_html(atlas, links))
    if problem:
        st.text(problem)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        with st.container(key="map-panel"):
            st_folium(
                folium_map(atlas.tour, dark=st.context.theme.type == "dark"),
                key="map",
                height=MAP_HEIGHT,
                use_container_width=True,
                returned_objects=["last_object_clicked_tooltip", "last_object_clicked_count"],
                feature_group_to_add=choice_layer(choice),
                on_change=on_map,
            )
        with st.container(key="legend"):
            st.html(legend_html(atlas))
        with st.container(key="days"):
            st.html(days_html(atlas, links))
    with right, st.container(key="agenda"):
        st.html(agenda(str(entry.path), entry.stamp, entry.id, choice.stop))
    data: dict[str, Any] = {"stop": choice.stop, "event": choice.event, "said": said(atlas.tour, choice)}
    bridge(key="bridge", data=data, on_go_change=on_link)


st.html(ASSETS / "css" / "touratlas.css")
on_shelf = shelf(TOURS)
if not on_shelf:
    st.error(f"There is no tour file (*.yaml) in {TOURS}. Set TOURATLAS_TOURS to a folder that has one.")
    st.stop()
shown = pick(on_shelf, st.query_params.get("tour", ""))
sound = checked(str(shown.path), shown.stamp).atlas
if sound is not None:
    st.html(masthead_html(sound))
picker(on_shelf, shown)
tour(shown)
