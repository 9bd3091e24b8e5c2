"""Lesson: paths of 10, 25 and 45 minutes through the tour, for its teacher, with glossary and cards for group work."""

from __future__ import annotations

import streamlit as st

from pages.parts import styles
from pages.picking import opened, public
from pages.results import lesson
from touratlas.interface import word
from touratlas.lesson.minutes import PATHS
from touratlas.lesson.page import head_html, path_html, rest_html

USUAL = 25


def on_path() -> None:
    """Another path was chosen: the address follows, so that it can be kept."""
    st.query_params["path"] = str(st.session_state["path"])


styles("lesson.css", "follow.css")
entry, atlas = opened()
made = lesson(entry)
st.html(head_html(atlas, made, public()))
named = st.query_params.get("path", "")
st.session_state["path"] = int(named) if named in map(str, PATHS) else USUAL
with st.container(key="lesson-bar"):
    chosen = st.segmented_control(
        word("lesson_paths"),
        PATHS,
        format_func=lambda minutes: word("lesson_path", minutes=minutes),
        key="path",
        on_change=on_path,
        required=True,
    )
st.html(path_html(next(path for path in made.paths if path.minutes == chosen)))
st.html(rest_html(made))
