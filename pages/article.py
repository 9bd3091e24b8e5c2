"""Article: the whole text as it is, with the passages that the tour uses and the questions of a careful editor."""

from __future__ import annotations

import streamlit as st

from pages.parts import styles
from pages.picking import opened
from pages.results import questions
from touratlas.finding import Severity
from touratlas.views.article import SURE, article_html
from touratlas.views.links import QueryLinks

EXPLORE = "./"  # the first page, as seen from this one

styles("article.css")
entry, atlas = opened()
titles = {key: one.title or key for key, one in atlas.tour.articles().items()}
st.title(atlas.tour.tour.title, anchor=False)
with st.container(key="article-bar", horizontal=True, vertical_alignment="bottom"):
    source = next(iter(titles))
    if len(titles) > 1:
        source = st.selectbox("Article", list(titles), format_func=titles.__getitem__, width=420)
    shown = st.pills(
        "Questions to this text",
        list(Severity),
        format_func=lambda one: SURE[one],
        selection_mode="multi",
        default=[Severity.ERROR, Severity.WARNING],
    )
    curator = st.toggle("For curators: codes and counts")
found = [one for one in questions(entry) if one.severity in shown]
st.html(article_html(atlas, source, QueryLinks(entry.id, page=EXPLORE), found, curator=curator))
