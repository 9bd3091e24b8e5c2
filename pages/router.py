"""The pages of the app, and the way to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from touratlas.interface import word

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

known: set[str] = set()  # "pages" since Streamlit has heard of them on this server


def navigation() -> tuple[StreamlitPage, list[StreamlitPage]]:
    """The page that the address names, and all of them in their order."""
    pages = [
        st.Page("pages/explore.py", title=word("page_explore"), default=True),
        st.Page("pages/present.py", title=word("page_present")),
        st.Page("pages/article.py", title=word("page_article")),
        st.Page("pages/lesson.py", title=word("page_lesson")),
        st.Page("pages/export.py", title=word("page_export")),
    ]
    known.add("pages")
    return st.navigation(pages, position="hidden"), pages


def routed() -> None:
    """Run the app whole where it wasn't: a server that starts with the address of another page than the first takes
    `pages/` for one of Streamlit's own folders of pages, until it first hears of ours, and runs that page alone.
    """
    if not known:
        navigation()
        st.rerun()
