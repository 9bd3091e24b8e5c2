"""What all exports share: what a format is, and what can be asked of it. A format is a value; making it is pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from touratlas.words import Paper, Theme, View

if TYPE_CHECKING:
    from collections.abc import Callable

    from touratlas.check import Atlas


class Group(StrEnum):
    """Whom a format serves, as the export page groups them."""

    TEACH = "Teach"
    MAP_AND_DATA = "Map and data"
    RESEARCH = "Research"


@dataclass(frozen=True, slots=True)
class Options:
    """What can be asked of an export; a format that an option means nothing to passes over it.

    `view`: whose knowledge, where a format holds one of both; `theme`: the colours of a page; `article`: with the
    article's text, where its tour file allows that; `embed`: made to stand in the frame of another page; `paper`: of
    documents; `fonts`: a folder of more fonts for them; `students`: without answers, outcomes, later reports and the
    curator's notes anywhere in the file; `address`: a public one under which students can follow, or "".
    """

    view: View = View.ARTICLE
    theme: Theme = Theme.AUTO
    article: bool = True
    embed: bool = False
    paper: Paper = Paper.A4
    fonts: str = ""
    students: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is asked for (`name`), how its files end (`suffix`, no other's) and what they are
    (`media_type`); its group; `purpose` and `lacks`, a line each on what it is for and what it can't hold.

    `make` gives the bytes of a file, the same for the same atlas and options whatever the process. Its module
    imports heavy libraries only there. `frame`, for pages, gives the code that shows a file of the given name in
    another page. `students`: it can be made for them. `warnings` says, in a line each, what of a tour a file can't show
    though its format could: it is asked for with the same options.
    """

    name: str
    suffix: str
    media_type: str
    group: Group
    purpose: str
    lacks: str
    make: Callable[[Atlas, Options], bytes]
    frame: Callable[[Atlas, str], str] | None = None
    students: bool = False
    warnings: Callable[[Atlas, Options], tuple[str, ...]] | None = None


def told(atlas: Atlas, options: Options) -> Atlas:
    """The tour as a file is to tell it: whole, or as students get it."""
    from touratlas.students import for_students

    return for_students(atlas) if options.students else atlas
