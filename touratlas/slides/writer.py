"""Slides as a PowerPoint file (Office Open XML), the same bytes for the same slides."""

from __future__ import annotations

import copy
import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from touratlas.raster import png_of
from touratlas.slides import frames
from touratlas.slides.frames import Tone
from touratlas.slides.theme import dressed
from touratlas.views.placing import text_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from touratlas.paper.fonts import Fonts
    from touratlas.slides.frames import Paragraph, Picture, Run, Slide

_PIXELS_A_PT: Final = 2.0  # of pictures: 1,920 for the width of a slide
_LAYOUT: Final = "Title and Content"
_PLAIN: Final = "Title Only"
_TITLES: Final = (34.0, 30.0, 26.0, 24.0)  # sizes of a title (pt): the first on one line, or the last
_FIRST_ZIP_YEAR: Final = 1980


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself: title, subject, language, and its date in seconds since 1970."""

    title: str
    subject: str
    language: str
    stamp: int


def pptx_of(slides: Sequence[Slide], about: About, fonts: Fonts) -> bytes:
    """The file."""
    made = dressed()
    layouts = {layout.name: layout for layout in made.slide_layouts}
    pictures: dict[str, bytes] = {}
    for slide in slides:
        page = made.slides.add_slide(layouts[_LAYOUT if slide.paragraphs else _PLAIN])
        _Page(page, slide, about.language, lambda one: _png(one, fonts, pictures)).fill()
    _describe(made.core_properties, about)
    raw = io.BytesIO()
    made.save(raw)
    return _settled(raw.getvalue(), about.stamp)


def _png(picture: Picture, fonts: Fonts, known: dict[str, bytes]) -> bytes:
    """A picture in pixels; what is asked for twice is made once."""
    if picture.svg not in known:
        width, _ = _fitted(picture.size, (frames.WIDE_PT - 2 * frames.SIDE_PT, frames.BODY_PT[1]))
        beside = frames.WIDE_PT - 2 * frames.SIDE_PT - frames.HALF_PT - frames.GUTTER_PT
        pixels = round(_PIXELS_A_PT * max(width, beside))
        known[picture.svg] = png_of(fonts.shown(picture.svg), pixels, fonts.folders)
    return known[picture.svg]


def _fitted(size: tuple[float, float], room: tuple[float, float]) -> tuple[float, float]:
    """A size as large as it can be in some room."""
    scale = min(room[0] / size[0], room[1] / size[1])
    return size[0] * scale, size[1] * scale


class _Page:
    """Fills one slide: title, then text, then picture, in which order they are read."""

    def __init__(self, page: Any, slide: Slide, language: str, png: Callable[[Picture], bytes]) -> None:
        self.page = page
        self.slide = slide
        self.language = language
        self.png = png

    def fill(self) -> None:
        """All of it."""
        top, high = frames.TITLE_PT
        title = self.page.shapes.title
        _place(title, (frames.SIDE_PT, top, frames.WIDE_PT - 2 * frames.SIDE_PT, high))
        self._title(title.text_frame)
        if self.slide.paragraphs:
            self._text(self.page.placeholders[1])
        if self.slide.picture:
            self._picture(self.slide.picture)
        self._number()
        if self.slide.notes:
            self.page.notes_slide.notes_text_frame.text = "\n".join(self.slide.notes).strip()

    def _title(self, frame: Any) -> None:
        from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
        from pptx.util import Pt

        frame.text = self.slide.title
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        room = frames.WIDE_PT - 2 * frames.SIDE_PT
        frame.margin_left = frame.margin_right = 0
        paragraph.font.size = Pt(
            _TITLES[1] if text_width(self.slide.title, _TITLES[0]) > room else _TITLES[0]
        )
        for run in paragraph.runs:
            run._r.get_or_add_rPr().set("lang", self.language)  # noqa: SLF001 - no other way

    def _text(self, shape: Any) -> None:
        from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE

        top, high = frames.BODY_PT
        _place(shape, (frames.SIDE_PT, top, self.slide.text_width, high))
        frame = shape.text_frame
        frame.word_wrap = True
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.vertical_anchor = MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for at, one in enumerate(self.slide.paragraphs):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            self._paragraph(paragraph, one)

    def _paragraph(self, paragraph: Any, one: Paragraph) -> None:
        from pptx.util import Pt

        paragraph.space_before, paragraph.space_after = Pt(one.above), Pt(0)
        paragraph.level = 1 if one.under else 0
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - bullets and direction have no other way
        properties.set("marL", str(Pt(14) if one.under else 0))
        properties.set("indent", "0")
        if frames.reads_from_right(one.text):
            properties.set("rtl", "1")
            properties.set("algn", "r")
        properties.append(properties.makeelement(_a("buNone"), {}))
        for run in one.runs:
            self._run(paragraph.add_run(), run, one.size)

    def _run(self, made: Any, run: Run, size: float) -> None:
        from pptx.enum.dml import MSO_THEME_COLOR
        from pptx.util import Pt

        colours = {
            Tone.INK: MSO_THEME_COLOR.TEXT_1,
            Tone.QUIET: MSO_THEME_COLOR.TEXT_2,
            Tone.ARTICLE: MSO_THEME_COLOR.ACCENT_1,
            Tone.LATER: MSO_THEME_COLOR.ACCENT_2,
        }
        made.text = run.text
        made.font.size = Pt(size)
        made.font.bold, made.font.italic = run.bold, run.italic
        made.font.color.theme_color = colours[run.tone]
        made._r.get_or_add_rPr().set("lang", self.language)  # noqa: SLF001 - no other way

    def _picture(self, picture: Picture) -> None:
        from pptx.util import Pt

        top, high = frames.BODY_PT if self.slide.paragraphs else frames.ALONE_PT
        left = frames.SIDE_PT
        if self.slide.paragraphs:
            left += frames.HALF_PT + frames.GUTTER_PT
        room = frames.WIDE_PT - frames.SIDE_PT - left
        width, height = _fitted(picture.size, (room, high))
        at = (left + (room - width) / 2, top, width, height)
        shape = self.page.shapes.add_picture(io.BytesIO(self.png(picture)), *(Pt(one) for one in at))
        shape.name = picture.name
        shape._element.nvPicPr.cNvPr.set("descr", picture.said)  # noqa: SLF001 - no other way

    def _number(self) -> None:
        """The slide's number, which the library leaves to the layout."""
        for shape in self.page.slide_layout.placeholders:
            if shape.placeholder_format.idx == 12:
                made = copy.deepcopy(shape.element)
                for look in made.iter(_a("rPr")):
                    look.set("lang", self.language)
                self.page.shapes._spTree.append(made)  # noqa: SLF001 - no other way


def _place(shape: Any, box: tuple[float, float, float, float]) -> None:
    from pptx.util import Pt

    shape.left, shape.top, shape.width, shape.height = (Pt(one) for one in box)


def _a(tag: str) -> str:
    return f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{tag}"


def _describe(properties: Any, about: About) -> None:
    made = datetime.fromtimestamp(about.stamp, UTC).replace(tzinfo=None)
    properties.title, properties.subject, properties.language = (
        about.title[:255],
        about.subject[:255],
        about.language,
    )
    properties.author = properties.last_modified_by = properties.keywords = properties.comments = ""
    properties.category = "Touratlas"
    properties.created = properties.modified = made
    properties.revision = 1


def _settled(raw: bytes, stamp: int) -> bytes:
    """The same archive with sorted names and one date: the bytes tell nothing of when and where they were made."""
    made = datetime.fromtimestamp(stamp, UTC)
    date = (max(made.year, _FIRST_ZIP_YEAR), made.month, made.day, made.hour, made.minute, made.second)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, date)
            info.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            new.writestr(info, old.read(name))
    return target.getvalue()
