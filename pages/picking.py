"""The shelf of tours and its picker; the tour that the address names."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from pages.parts import broken, remember, report_of
from touratlas.check import Atlas
from touratlas.errors import UsageError
from touratlas.interface import word
from touratlas.public import VARIABLE, public_address
from touratlas.shelf import Entry, pick, shelf

TOURS = Path(os.environ.get("TOURATLAS_TOURS") or Path(__file__).parent.parent / "data")


def chosen_tour() -> tuple[tuple[Entry, ...], Entry]:
    """The shelf, and the tour of it that the address names. An empty shelf says so and ends the page."""
    entries = shelf(TOURS)
    if not entries:
        st.error(word("page_no_tours"))
        st.stop()
    return entries, pick(entries, st.query_params.get("tour", ""))


def opened() -> tuple[Entry, Atlas]:
    """The tour of a page that needs a sound one, below its picker. A tour with errors is shown as those, and ends the
    page.
    """
    entries, entry = chosen_tour()
    picker(entries, entry)
    report = report_of(entry)
    if report.atlas is None:
        broken(report)
        st.stop()
    return entry, report.atlas


def public() -> str:
    """The public address that the environment names, "" where it names none; one that isn't public is told and not
    used.
    """
    try:
        return public_address(os.environ.get(VARIABLE, ""))
    except UsageError as error:
        st.text(f"{word('follow_none')} {VARIABLE}: {error}")
        return ""


def picker(entries: tuple[Entry, ...], entry: Entry) -> None:
    """The tour picker, where there is more than one."""
    if len(entries) < 2:
        return
    titles = _apart({one.id: one.title for one in entries})
    st.session_state["tour"] = entry.id
    st.selectbox(
        word("page_tour"),
        list(titles),
        format_func=titles.__getitem__,
        key="tour",
        on_change=_picked,
        width=480,
    )


def _apart(titles: dict[str, str]) -> dict[str, str]:
    """The same titles, with the id behind those that occur twice: the browser tells options by their text."""
    return {
        key: f"{title} ({key})" if list(titles.values()).count(title) > 1 else title
        for key, title in titles.items()
    }


def _picked() -> None:
    st.query_params.from_dict({"tour": st.session_state["tour"]})
    remember()
