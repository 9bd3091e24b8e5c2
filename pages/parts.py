"""What pages share: the shelf and its picker, the checked tour, the choice in the address."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from touratlas.check import Report, check_tour
from touratlas.shelf import Entry, pick, shelf
from touratlas.views.links import Choice, view_of
from touratlas.words import View

TOURS = Path(os.environ.get("TOURATLAS_TOURS") or Path(__file__).parent.parent / "data")


@st.cache_resource(max_entries=8, show_spinner="Reading the tour…")
def checked(path: str, stamp: tuple[int, int]) -> Report:
    """The report on a tour file; `stamp` changes with the file, and makes it another entry of the cache."""
    del stamp
    return check_tour(path)


def report_of(entry: Entry) -> Report:
    """The report on a tour of the shelf."""
    return checked(str(entry.path), entry.stamp)


def chosen_tour() -> tuple[tuple[Entry, ...], Entry]:
    """The shelf, and the tour of it that the address names. An empty shelf says so and ends the page."""
    entries = shelf(TOURS)
    if not entries:
        st.error(
            "There is no tour file (*.yaml) in the folder of tours. Set TOURATLAS_TOURS to one that has some."
        )
        st.stop()
    return entries, pick(entries, st.query_params.get("tour", ""))


def chosen_view() -> View:
    """The view that the address names."""
    return view_of(st.query_params.get("view", ""))


def picker(entries: tuple[Entry, ...], entry: Entry) -> None:
    """The tour picker, where there is more than one."""
    if len(entries) < 2:
        return
    titles = {one.id: one.title for one in entries}
    st.session_state["tour"] = entry.id
    st.selectbox(
        "Tour", list(titles), format_func=titles.__getitem__, key="tour", on_change=_picked, width=480
    )


def _picked() -> None:
    st.query_params.from_dict({"tour": st.session_state["tour"]})


def broken(report: Report) -> None:
    """What is shown instead of a tour that has errors: all that is wrong, line by line."""
    st.error("This tour has errors and can’t be shown. `touratlas check` prints the same list.")
    st.code("\n".join(str(finding) for finding in report.findings), language=None, wrap_lines=True)


def go(choice: Choice, view: View) -> None:
    """Put a choice and a view into the address, which is where they are kept."""
    later = view.value if view is View.LATER else ""
    for key, value in (("stop", choice.stop), ("event", choice.event), ("view", later)):
        if value:
            st.query_params[key] = value
        else:
            st.query_params.pop(key, None)
