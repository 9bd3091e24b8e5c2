"""What the pages beside Explore show of a tour, kept for everybody: the audit's questions, slides, exports."""

from __future__ import annotations

import streamlit as st

from pages.parts import checked
from touratlas.audit.report import audit_loaded
from touratlas.audit.run import ArticleFinding
from touratlas.bundle import bundle
from touratlas.exports import ALL, Options, formats_of
from touratlas.interface import word
from touratlas.lesson import Lesson, lesson_of
from touratlas.preview import Preview, bundle_preview, preview
from touratlas.shelf import Entry
from touratlas.views.present import present_html


@st.cache_data(max_entries=8, show_spinner=word("page_auditing"))
def _questions(file: tuple[str, tuple[int, int]]) -> list[ArticleFinding]:
    atlas = checked(*file).atlas
    return list(audit_loaded(atlas.loaded).of_articles) if atlas else []


def questions(entry: Entry) -> list[ArticleFinding]:
    """What the audit asks of a tour's articles."""
    return _questions((str(entry.path), entry.stamp))


@st.cache_data(max_entries=16, show_spinner=word("page_slides"))
def _presentation(file: tuple[str, tuple[int, int]], notes: bool, address: str) -> str:
    atlas = checked(*file).atlas
    return present_html(atlas, _questions(file), notes=notes, address=address) if atlas else ""


def presentation(entry: Entry, *, notes: bool, address: str) -> str:
    """The slides of a tour, with the speaker's notes or without; the first has the code of a public address."""
    return _presentation((str(entry.path), entry.stamp), notes, address)


@st.cache_data(max_entries=16, show_spinner=word("page_lesson_making"))
def _lesson(file: tuple[str, tuple[int, int]]) -> Lesson | None:
    atlas = checked(*file).atlas
    return lesson_of(atlas, _questions(file)) if atlas else None


def lesson(entry: Entry) -> Lesson:
    """The lesson with a tour that is sound. Raises ValueError where it isn't."""
    made = _lesson((str(entry.path), entry.stamp))
    if made is None:
        raise ValueError(f"{entry.id} can't be taught: it has errors")
    return made


@st.cache_data(max_entries=64, show_spinner=False)
def _exported(name: str, file: tuple[str, tuple[int, int]], options: Options) -> bytes:
    atlas = checked(*file).atlas
    if atlas is None:
        return b""
    if name == ALL:
        return bundle(atlas, options)
    (form,) = formats_of(name)
    return form.make(atlas, options)


def exported(entry: Entry, name: str, options: Options) -> bytes:
    """A tour of the shelf in a format, or in ALL as a ZIP, made when it is asked for and kept for the next who asks."""
    return _exported(name, (str(entry.path), entry.stamp), options)


@st.cache_data(max_entries=64, show_spinner=False)
def _previewed(name: str, file: tuple[str, tuple[int, int]], options: Options) -> Preview:
    data = _exported(name, file, options)
    if name == ALL:
        return bundle_preview(data)
    (form,) = formats_of(name)
    return preview(form, data)


def previewed(entry: Entry, name: str, options: Options) -> Preview:
    """What a tour of the shelf looks like in a format; the file that is made for it is there for a download."""
    return _previewed(name, (str(entry.path), entry.stamp), options)
