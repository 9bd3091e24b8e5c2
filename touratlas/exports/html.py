"""The whole tour in one HTML file: it opens from a stick, needs no network and no script, and prints."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING
from urllib.parse import quote

from touratlas.exports.common import Format, Group, Options, told

if TYPE_CHECKING:
    from touratlas.check import Atlas


def make(atlas: Atlas, options: Options) -> bytes:
    """The file, as UTF-8. It holds both views; `options.view` has no part in it."""
    from touratlas.snapshot.page import Look, snapshot_html

    look = Look(
        options.theme.value, article=options.article, embed=options.embed, answers=not options.students
    )
    return snapshot_html(told(atlas, options), look).encode("utf-8")


def frame(atlas: Atlas, file: str) -> str:
    """The code that shows the file in another page."""
    title = html.escape(atlas.tour.tour.title)
    return (
        f'<iframe src="{html.escape(quote(file))}" title="{title}" width="100%" height="720" '
        'loading="lazy" allow="fullscreen" style="border: 1px solid #D8D4C9"></iframe>'
    )


FORMAT = Format(
    name="html",
    suffix=".html",
    media_type="text/html; charset=utf-8",
    group=Group.TEACH,
    purpose="the whole tour in one page that needs no network: to show, to print, to pass on",
    lacks="nothing of the tour; only an article whose file says `embed: true` is in it whole",
    make=make,
    students=True,
    frame=frame,
)
