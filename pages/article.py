"""Article: the whole text as it is, with the passages that the tour uses and the questions of a careful editor."""

from __future__ import annotations

import streamlit as st

from pages.parts import styles
from pages.picking import opened
from pages.results import questions
from touratlas.assets import ASSETS
from touratlas.finding import Severity
from touratlas.views.article import SURE, article_html
from touratlas.views.article_uses import passage_span
from touratlas.views.links import STRIPPED, QueryLinks
from touratlas.views.strip import strip_html

EXPLORE = "./"  # the first page, as seen from this one
margin = st.components.v2.component(
    "touratlas_margin",
    html=(ASSETS / "templates" / "margin.html").read_text(encoding="utf-8"),
    css=(ASSETS / "css" / "margin.css").read_text(encoding="utf-8"),
    js=(ASSETS / "js" / "touratlas-margin.js").read_text(encoding="utf-8"),
)


def on_source() -> None:
    """Another article was chosen: the address follows, and names no passage any more."""
    st.query_params["source"] = st.session_state["source"]
    st.query_params.pop("passage", None)


def on_strip() -> None:
    """The strip test was switched: the address follows, so that it can be shared."""
    if st.session_state["strip"]:
        st.query_params["strip"] = STRIPPED
    else:
        st.query_params.pop("strip", None)


styles("article.css")
entry, atlas = opened()
titles = {key: one.title or key for key, one in atlas.tour.articles().items()}
named, passage = (st.query_params.get(key, "") for key in ("source", "passage"))
source = named if named in titles else next(iter(titles))
st.title(atlas.tour.tour.title, anchor=False)
if passage and passage_span(atlas, source, passage) is None:
    st.text("The tour uses no such passage of this article. Here is the whole of it.")
    passage = ""
with st.container(key="article-bar", horizontal=True, vertical_alignment="bottom"):
    if len(titles) > 1:
        st.session_state["source"] = source
        st.selectbox(
            "Article",
            list(titles),
            format_func=titles.__getitem__,
            key="source",
            on_change=on_source,
            width=420,
        )
    shown = st.pills(
        "Questions to this text",
        list(Severity),
        format_func=lambda one: SURE[one],
        selection_mode="multi",
        default=[Severity.ERROR, Severity.WARNING],
    )
    curator = st.toggle("For curators: codes and counts")
    st.session_state["strip"] = st.query_params.get("strip") == STRIPPED
    strip = st.toggle("Strip test: hide what isn’t in the article", key="strip", on_change=on_strip)
found = [one for one in questions(entry) if one.severity in shown]
with st.container(key="article-steps"):
    margin(key="margin", data={"source": source, "passage": passage})
links = QueryLinks(entry.id, page=EXPLORE)
if strip:
    st.html(strip_html(atlas, links))
st.html(article_html(atlas, source, links, found, passage=passage, curator=curator, stripped=strip))
