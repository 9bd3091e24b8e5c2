"""Export: the tour in the format that another program, a class or a colleague needs."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from pages.parts import styles
from pages.picking import opened
from pages.results import exported
from touratlas.exports import FORMATS, Format
from touratlas.shelf import Entry
from touratlas.views.templates import render
from touratlas.words import View

styles()
entry, atlas = opened()
tour = atlas.tour.tour


@st.fragment  # a download runs nothing else again
def row(entry: Entry, form: Format, view: View) -> None:
    text, button = st.columns([3, 1], vertical_alignment="center")
    with text:
        st.html(
            render("format.html", title=form.name, suffix=form.suffix, purpose=form.purpose, lacks=form.lacks)
        )
    with button:
        st.download_button(
            f"Download {form.name}",
            lambda: exported(entry, form.name, view),
            file_name=f"{tour.id}{form.suffix}",
            mime=form.media_type,
            on_click="ignore",
            key=f"export-{form.name}",
        )


st.title(tour.title, anchor=False)
later = st.toggle("With what happened later, in formats that hold one view", key="export-later")
for group, formats in groupby(FORMATS, key=lambda form: form.group):
    st.header(group.value, anchor=False)
    for form in formats:
        row(entry, form, View.LATER if later else View.ARTICLE)
