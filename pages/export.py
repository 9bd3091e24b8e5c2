"""Export: the tour in the format that another program, a class or a colleague needs."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from pages.parts import broken, exported, report_of, styles
from pages.picking import chosen_tour, picker
from touratlas.exports import FORMATS
from touratlas.shelf import Entry
from touratlas.views.templates import render
from touratlas.words import View

styles()
on_shelf, entry = chosen_tour()
picker(on_shelf, entry)
report = report_of(entry)
if report.atlas is None:
    broken(report)
    st.stop()
tour = report.atlas.tour.tour


@st.fragment  # a download runs nothing else again
def row(entry: Entry, name: str, view: View) -> None:
    form = next(one for one in FORMATS if one.name == name)
    text, button = st.columns([3, 1], vertical_alignment="center")
    with text:
        st.html(
            render("format.html", title=form.name, suffix=form.suffix, purpose=form.purpose, lacks=form.lacks)
        )
    with button:
        st.download_button(
            f"Download {form.name}",
            lambda: exported(entry, name, view),
            file_name=f"{tour.id}{form.suffix}",
            mime=form.media_type,
            on_click="ignore",
            key=f"export-{name}",
        )


st.title(tour.title, anchor=False)
later = st.toggle("With what happened later, in formats that hold one view", key="export-later")
for group, formats in groupby(FORMATS, key=lambda form: form.group):
    st.header(group.value, anchor=False)
    for form in formats:
        row(entry, form.name, View.LATER if later else View.ARTICLE)
