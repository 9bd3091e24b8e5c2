"""The look of the slides, in the file's own theme and master, so that slides which a teacher adds have it too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from touratlas.slides.frames import HIGH_PT, WIDE_PT
from touratlas.views.marks import LIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pptx.presentation import Presentation

# Fonts that Office has; LibreOffice has others of the same widths in their place.
HEAD_FONT: Final = "Georgia"
BODY_FONT: Final = "Calibri"
_COLOURS: Final[Mapping[str, str]] = {
    "dk1": LIGHT.ink,
    "lt1": LIGHT.panel,
    "dk2": LIGHT.ink2,
    "lt2": LIGHT.page,
    "accent1": LIGHT.article,
    "accent2": LIGHT.later,
    "accent3": LIGHT.edge,
}
_MADE_FOR_PT: Final = 720.0  # the width of python-pptx's own template


def dressed() -> Presentation:
    """An empty presentation of 16 to 9 in our fonts and colours."""
    import pptx
    from pptx.util import Pt

    made = pptx.Presentation()
    made.slide_width, made.slide_height = Pt(WIDE_PT), Pt(HIGH_PT)
    master = made.slide_master
    for shapes in (master.shapes, *(layout.shapes for layout in made.slide_layouts)):
        for shape in shapes:
            _widen(shape)
    _repaint(master.part)
    _drop_thumbnail(made)
    return made


def _widen(shape: Any) -> None:
    """Give a shape of the template its place on the wider slide; one that has none of its own takes its master's."""
    if shape.element.spPr.find(".//{*}xfrm") is not None:
        shape.left = round(shape.left * WIDE_PT / _MADE_FOR_PT)
        shape.width = round(shape.width * WIDE_PT / _MADE_FOR_PT)


def _repaint(master: Any) -> None:
    """Our colours and fonts in the theme that the master refers to."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme = master.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml = theme.blob.decode("utf-8")
    for name, colour in _COLOURS.items():
        new = f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>'
        xml = re.sub(rf"<a:{name}>.*?</a:{name}>", new, xml, count=1, flags=re.DOTALL)
    for part, font in (("majorFont", HEAD_FONT), ("minorFont", BODY_FONT)):
        xml = re.sub(rf'(<a:{part}>\s*<a:latin typeface=")[^"]*', rf"\g<1>{font}", xml, count=1)
    theme._blob = xml.encode("utf-8")  # noqa: SLF001 - the library has no other way to a theme


def _drop_thumbnail(made: Presentation) -> None:
    """The template's picture of its first slide isn't ours."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    rels = made.part.package._rels  # noqa: SLF001 - the library has no other way to them
    for key in [key for key, rel in rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        rels.pop(key)
