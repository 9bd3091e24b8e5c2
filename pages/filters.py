"""The filter of Explore: people, topics, status and words behind one button. What is wished for stays in the reader's
own session and in no address.
"""

from __future__ import annotations

import streamlit as st

from touratlas.check import Atlas
from touratlas.interface import word
from touratlas.views.filters import Filter, Hits, filter_options, hits
from touratlas.views.knife import Knife
from touratlas.words import View

KINDS = ("people", "topics", "statuses", "text")
state = st.session_state


def _key(tour: str, kind: str) -> str:
    return f"filter-{tour}-{kind}"


def _clear(tour: str) -> None:
    for kind in KINDS:
        state[_key(tour, kind)] = "" if kind == "text" else []


def filter_button(atlas: Atlas, view: View, knife: Knife | None) -> Hits | None:
    """The button with its widgets; what they let through, None without a wish. Under the strip test, with its `knife`,
    names lose the words that it hides.
    """
    tour, options = atlas.tour.tour.id, filter_options(atlas.tour)
    said = knife.bare if knife else str  # what is hidden has no name here, and can't be found
    people, topics, statuses = (tuple(state.get(_key(tour, kind)) or ()) for kind in KINDS[:3])
    wanted = Filter(people, topics, statuses, said(state.get(_key(tour, "text")) or ""))
    found = hits(atlas.tour, wanted, view)
    label = word("filter_title")
    if found is not None:
        label = f"**{word('filter_active', count=len(found.events), all=found.total)}**"
    with st.popover(label, key="filter"):
        st.text_input(
            word("filter_words"), key=_key(tour, "text"), max_chars=200, placeholder=word("filter_example")
        )
        for kind, title, labels in (
            ("people", word("filter_people"), options.people),
            ("topics", word("filter_topics"), options.topics),
        ):
            if labels:
                names = {one: said(label) for one, label in labels.items()}
                st.multiselect(
                    title,
                    list(names),
                    format_func=names.__getitem__,
                    key=_key(tour, kind),
                    placeholder=word("filter_all"),
                    select_all=False,
                )
        st.pills(
            word("filter_status"),
            list(options.statuses),
            format_func=options.statuses.__getitem__,
            selection_mode="multi",
            key=_key(tour, "statuses"),
        )
        st.button(
            word("filter_clear"), on_click=_clear, args=(tour,), disabled=found is None, key="filter-clear"
        )
    return found
