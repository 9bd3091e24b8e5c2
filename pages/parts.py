"""What pages share: the checked tour, its parts as they are kept, the choice in the address."""

from __future__ import annotations

import gc

import streamlit as st

from pages.makers import part
from pages.router import routed
from touratlas.assets import ASSETS
from touratlas.check import Report, check_tour
from touratlas.interface import word
from touratlas.shelf import Entry
from touratlas.views.blanks import gap_style, knife_of
from touratlas.views.knife import Knife
from touratlas.views.links import STRIPPED, Choice, QueryLinks, view_of
from touratlas.words import View


@st.cache_resource(max_entries=8, show_spinner=word("page_reading"))
def checked(path: str, stamp: tuple[int, int]) -> Report:
    """The report on a tour file; `stamp` changes with the file, and makes it another entry of the cache.

    Streamlit collects garbage after every run, and would look each time at all objects of all tours, which takes longer
    than everything else of a run: what is kept is put where the collector doesn't look.
    """
    del stamp
    report = check_tour(path)
    gc.unfreeze()  # a tour that the cache has dropped meanwhile
    gc.collect()
    gc.freeze()
    return report


def report_of(entry: Entry) -> Report:
    """The report on a tour of the shelf."""
    return checked(str(entry.path), entry.stamp)


@st.cache_data(max_entries=1024, show_spinner=False)
def _made(name: str, file: tuple[str, tuple[int, int]], address: tuple[str, ...], dark: bool) -> str:
    atlas = checked(*file).atlas
    tour, view, stop, event, strip = address
    links = QueryLinks(tour, View(view), strip=strip == STRIPPED)
    return part(name, atlas, links, Choice(stop, event), dark=dark) if atlas else ""


def made(
    name: str,
    entry: Entry,
    view: View,
    choice: Choice = Choice(),  # noqa: B008
    *,
    dark: bool = False,
    strip: bool = False,
) -> str:
    """A part of a page by its name in `makers`, kept for everybody: it holds nothing but what stands on the shelf."""
    address = (entry.id, view.value, choice.stop, choice.event, STRIPPED if strip else "")
    return _made(name, (str(entry.path), entry.stamp), address, dark)


@st.cache_resource(max_entries=8, show_spinner=False)
def _knife(path: str, stamp: tuple[int, int]) -> Knife | None:
    atlas = checked(path, stamp).atlas
    return knife_of(atlas) if atlas else None


def knife(entry: Entry) -> Knife | None:
    """What cuts the texts of a tour of the shelf under the strip test; None for one that has errors."""
    return _knife(str(entry.path), entry.stamp)


def styles(*more: str) -> None:
    """The look that all pages share, and style sheets of one page: what each page begins with."""
    routed()
    for sheet in ("touratlas.css", "timeline.css", *more):
        st.html(ASSETS / "css" / sheet)
    st.html(f"<style>{gap_style()}</style>")


def chosen_view() -> View:
    """The view that the address names."""
    return view_of(st.query_params.get("view", ""))


def broken(report: Report) -> None:
    """What is shown instead of a tour that has errors: all that is wrong, line by line."""
    st.error(word("page_errors"))
    st.code("\n".join(str(finding) for finding in report.findings), language=None, wrap_lines=True)


def go(choice: Choice, view: View) -> None:
    """Put a choice and a view into the address, which is where they are kept. What happened ends the strip test."""
    later = view.value if view is View.LATER else ""
    if later:
        st.query_params.pop("strip", None)
    for key, value in (("stop", choice.stop), ("event", choice.event), ("view", later)):
        if value:
            st.query_params[key] = value
        else:
            st.query_params.pop(key, None)
    remember()


def remember() -> None:
    """Keep the address that was shown or chosen last, for messages that bear an older one."""
    st.session_state["address"] = st.query_params.to_dict()


def recall() -> None:
    """Go back to the address that was shown or chosen last."""
    address = st.session_state.get("address")
    if address is not None and address != st.query_params.to_dict():
        st.query_params.from_dict(address)
