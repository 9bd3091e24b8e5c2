"""The Touratlas app: page configuration and router. `streamlit run app.py`, or `make run`."""

import streamlit as st

from touratlas.assets import ASSETS

# Streamlit's own icons come from a font service: ours is a file.
st.set_page_config(page_title="Touratlas", page_icon=str(ASSETS / "icon.png"), layout="wide")

pages = [st.Page("pages/explore.py", title="Explore", default=True)]
st.navigation(pages, position="hidden" if len(pages) == 1 else "top").run()
