"""The Touratlas app: page configuration and router. `streamlit run app.py`, or `make run`."""

import streamlit as st

st.set_page_config(
    page_title="Touratlas", page_icon=":material/map:", layout="wide", initial_sidebar_state="collapsed"
)

pages = [st.Page("pages/explore.py", title="Explore", icon=":material/map:", default=True)]
st.navigation(pages, position="hidden" if len(pages) == 1 else "top").run()
