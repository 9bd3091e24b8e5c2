"""The Touratlas app: page configuration and router. `streamlit run app.py`, or `make run`."""

import streamlit as st

from touratlas.assets import ASSETS

# Streamlit's own icons come from a font service: ours is a file.
st.set_page_config(page_title="Touratlas", page_icon=str(ASSETS / "icon.png"), layout="wide")

pages = [
    st.Page("pages/explore.py", title="Explore", default=True),
    st.Page("pages/present.py", title="Present"),
    st.Page("pages/article.py", title="Article"),
    st.Page("pages/export.py", title="Export"),
]
page = st.navigation(pages, position="hidden")
tour = {"tour": st.query_params["tour"]} if "tour" in st.query_params else {}
with st.container(key="pages", horizontal=True, gap="small"):
    for one in pages:
        st.page_link(one, query_params=tour)
page.run()
