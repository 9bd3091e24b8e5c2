"""Export: the tour in the format that another program, a class or a colleague needs."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from pages.parts import styles
from pages.picking import opened, public
from pages.results import exported, previewed
from touratlas.errors import TouratlasError
from touratlas.exports import ALL, FORMATS, Format, Options, Paper
from touratlas.interface import word
from touratlas.shelf import Entry
from touratlas.views.templates import render
from touratlas.words import View

PAPERS = {Paper.A4: "A4", Paper.LETTER: "Letter"}

styles("export.css")
entry, atlas = opened()
tour = atlas.tour.tour


@st.fragment  # a download or a preview runs nothing else again
def offer(entry: Entry, name: str, file: str, media: str, options: Options, about: dict[str, str]) -> None:
    """A format: what it is for, its download, and a preview, made when somebody opens it."""
    text, button = st.columns([3, 1], vertical_alignment="center")
    with text:
        st.html(render("format.html", **about))
    with button:
        st.download_button(
            word("export_download", name=name),
            lambda: exported(entry, name, options),
            file_name=file,
            mime=media,
            on_click="ignore",
            key=f"export-{name}",
        )
    title = word("export_preview", name=name)
    box = st.expander(title, key=f"preview-{name}", on_change="rerun", type="compact")
    if box.open:
        with box, st.spinner(word("export_making", name=name)):
            look(entry, name, options)


def look(entry: Entry, name: str, options: Options) -> None:
    """What the file looks like."""
    try:
        one = previewed(entry, name, options)
    except TouratlasError:
        st.text(word("export_broken"))
        return
    st.html(render("preview.html", one=one))
    if one.text:
        st.code(one.text, language=None, wrap_lines=True)  # what scrolls sideways would need the focus


def row(form: Format, options: Options) -> None:
    about = {"title": form.name, "suffix": form.suffix, "purpose": form.purpose, "lacks": form.lacks}
    offer(entry, form.name, f"{tour.id}{form.suffix}", form.media_type, options, about)


def wanted() -> Options:
    """What is asked of the formats, by the switches above them."""
    with st.container(key="export-bar", horizontal=True, vertical_alignment="bottom", gap="medium"):
        paper = st.segmented_control(
            word("export_paper"),
            list(PAPERS),
            format_func=PAPERS.__getitem__,
            default=Paper.A4,
            key="export-paper",
        )
        students = st.toggle(word("export_students"), key="export-students")
        later = st.toggle(word("export_later"), key="export-later", disabled=students)
    view = View.LATER if later and not students else View.ARTICLE
    return Options(view=view, paper=paper or Paper.A4, students=students, address=public())


st.title(tour.title, anchor=False)
options = wanted()
st.html(render("meta.html", text=word("export_about")))
formats = [form for form in FORMATS if form.students or not options.students]
for group, members in groupby(formats, key=lambda form: form.group):
    st.header(group.value, anchor=False)
    for form in members:
        row(form, options)
st.header(word("export_all"), anchor=False)
file = f"{tour.id}{'-students' if options.students else ''}.zip"
every = {"purpose": word("export_all_purpose"), "lacks": word("export_all_lacks")}
offer(entry, ALL, file, "application/zip", options, {"title": ALL, "suffix": ".zip", **every})
