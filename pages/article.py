"""Article: the whole text as it is, with the passages that the tour uses and the questions of a careful editor."""

from __future__ import annotations

import streamlit as st

from pages.parts import chosen_view, styles
from pages.picking import opened
from pages.results import questions
from touratlas.assets import ASSETS
from touratlas.finding import Severity
from touratlas.interface import word
from touratlas.views.article import article_html
from touratlas.views.article_notes import step_words, sure
from touratlas.views.article_uses import passage_span
from touratlas.views.links import STRIPPED, QueryLinks
from touratlas.views.outcomes import has_outcomes
from touratlas.views.strip import strip_html, strip_view
from touratlas.views.templates import render
from touratlas.words import View

EXPLORE = "./"  # the first page, as seen from this one
margin = st.components.v2.component(
    "touratlas_margin",
    html=render("margin.html"),
    css=(ASSETS / "css" / "margin.css").read_text(encoding="utf-8"),
    js=(ASSETS / "js" / "touratlas-margin.js").read_text(encoding="utf-8"),
)


def on_source() -> None:
    """Another article was chosen: the address follows, and names no passage any more."""
    st.query_params["source"] = st.session_state["source"]
    st.query_params.pop("passage", None)


def on_switch(key: str, value: str) -> None:
    """Something was switched on or off: the address follows, so that it can be shared."""
    if st.session_state[key]:
        st.query_params[key] = value
    else:
        st.query_params.pop(key, None)


def switch(key: str, value: str, label: str) -> bool:
    """A switch that is on where the address says so."""
    st.session_state[key] = st.query_params.get(key) == value
    return st.toggle(label, key=key, on_change=on_switch, args=(key, value))


styles("questions.css", "article.css")
entry, atlas = opened()
titles = {key: one.title or key for key, one in atlas.tour.articles().items()}
named, passage = (st.query_params.get(key, "") for key in ("source", "passage"))
source = named if named in titles else next(iter(titles))
st.title(atlas.tour.tour.title, anchor=False)
if passage and passage_span(atlas, source, passage) is None:
    st.text(word("article_no_passage"))
    passage = ""
with st.container(key="article-bar", horizontal=True, vertical_alignment="bottom"):
    if len(titles) > 1:
        st.session_state["source"] = source
        st.selectbox(
            word("article_bar_source"),
            list(titles),
            format_func=titles.__getitem__,
            key="source",
            on_change=on_source,
            width=420,
        )
    shown = st.pills(
        word("article_bar_tally"),
        list(Severity),
        format_func=sure,
        selection_mode="multi",
        default=[Severity.ERROR, Severity.WARNING],
    )
    curator = st.toggle(word("article_bar_curator"))
    strip = switch("strip", STRIPPED, word("article_bar_strip"))
    if has_outcomes(atlas.tour):
        switch("view", View.LATER.value, word("article_bar_later"))
found = [one for one in questions(entry) if one.severity in shown]
with st.container(key="article-steps"):
    margin(key="margin", data={"source": source, "passage": passage, "words": step_words()})
links = QueryLinks(entry.id, chosen_view(), page=EXPLORE)
if strip:
    st.html(strip_html(strip_view(atlas, links)))
st.html(article_html(atlas, source, links, found, passage=passage, curator=curator, stripped=strip))
