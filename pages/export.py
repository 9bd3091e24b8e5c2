"""Export: the tour in the format that another program, a class or a colleague needs."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from pages.parts import styles
from pages.picking import opened, public
from pages.results import exported
from touratlas.exports import ALL, FORMATS, Format, Options, Paper
from touratlas.shelf import Entry
from touratlas.views.templates import render
from touratlas.words import View

PAPERS = {Paper.A4: "A4", Paper.LETTER: "Letter"}
ABOUT = (
    "For students there are no answers, outcomes, later reports or notes anywhere in a file. "
    "Some formats hold one view of time; the others hold both."
)
EVERY = "every format that can be made, in one ZIP file"

styles()
entry, atlas = opened()
tour = atlas.tour.tour


@st.fragment  # a download runs nothing else again
def download(entry: Entry, name: str, file: str, media: str, options: Options, about: dict[str, str]) -> None:
    text, button = st.columns([3, 1], vertical_alignment="center")
    with text:
        st.html(render("format.html", **about))
    with button:
        st.download_button(
            f"Download {name}",
            lambda: exported(entry, name, options),
            file_name=file,
            mime=media,
            on_click="ignore",
            key=f"export-{name}",
        )


def row(form: Format, options: Options) -> None:
    about = {"title": form.name, "suffix": form.suffix, "purpose": form.purpose, "lacks": form.lacks}
    download(entry, form.name, f"{tour.id}{form.suffix}", form.media_type, options, about)


def wanted() -> Options:
    """What is asked of the formats, by the switches above them."""
    with st.container(key="export-bar", horizontal=True, vertical_alignment="bottom", gap="medium"):
        paper = st.segmented_control(
            "Paper", list(PAPERS), format_func=PAPERS.__getitem__, default=Paper.A4, key="export-paper"
        )
        students = st.toggle("For students, without answers", key="export-students")
        later = st.toggle("With what happened later", key="export-later", disabled=students)
    view = View.LATER if later and not students else View.ARTICLE
    return Options(view=view, paper=paper or Paper.A4, students=students, address=public())


st.title(tour.title, anchor=False)
options = wanted()
st.html(f'<p class="ta ta-meta">{ABOUT}</p>')
formats = [form for form in FORMATS if form.students or not options.students]
for group, members in groupby(formats, key=lambda form: form.group):
    st.header(group.value, anchor=False)
    for form in members:
        row(form, options)
st.header("All of them", anchor=False)
file = f"{tour.id}{'-students' if options.students else ''}.zip"
every = {"title": "all", "suffix": ".zip", "purpose": EVERY, "lacks": "nothing that one of them holds"}
download(entry, ALL, file, "application/zip", options, every)
