"""Present: the tour for a class, slide by slide; with `?notes=1` the speaker's notes beside it, for a second window."""

from __future__ import annotations

import streamlit as st

from pages.parts import styles
from pages.picking import opened, public
from pages.results import presentation
from touratlas.assets import ASSETS
from touratlas.views.present import script_texts

script = st.components.v2.component(
    "touratlas_present",
    html="<div></div>",
    js=(ASSETS / "js" / "touratlas-present.js").read_text(encoding="utf-8"),
)

styles("present.css", "follow.css")
entry, atlas = opened()
notes = st.query_params.get("notes") == "1"
st.html(presentation(entry, notes=notes, address=public()))
script(key="present", data={"tour": atlas.tour.tour.id, "notes": notes, "words": script_texts()})
