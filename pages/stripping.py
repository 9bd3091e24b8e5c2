"""The strip test of Explore: its switch, and what the address says of it."""

from __future__ import annotations

import streamlit as st

from pages.parts import chosen_view, remember
from touratlas.interface import word
from touratlas.views.links import STRIPPED
from touratlas.words import View

state = st.session_state


def stripped() -> bool:
    """Whether the address asks for the strip test. What happened isn't in the article: with that view there is none."""
    return st.query_params.get("strip") == STRIPPED and chosen_view() is View.ARTICLE


def _switched() -> None:
    """The address follows the switch: on, it shows the article's view; off, the one that was chosen before."""
    if state["strip"]:
        state["unstripped"] = st.query_params.pop("view", "")
        st.query_params["strip"] = STRIPPED
    else:
        st.query_params.pop("strip", None)
        if state.get("unstripped"):
            st.query_params["view"] = state.pop("unstripped")
    remember()


def strip_switch(*, on: bool) -> None:
    """The switch, as the address has it."""
    state["strip"] = on
    st.toggle(word("strip_test"), key="strip", on_change=_switched, width="content")
