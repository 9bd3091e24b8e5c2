"""All formats of a tour in one ZIP file."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from touratlas.exports import FORMATS, Options

if TYPE_CHECKING:
    from touratlas.check import Atlas


def bundle(atlas: Atlas, options: Options) -> bytes:
    """A ZIP file with a file of each format, named by the tour; for students of each that can be made for them. The
    same input gives the same bytes: entries bear the format's earliest date (APPNOTE 4.4.6) and no rights of a system.
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for form in FORMATS:
            if form.students or not options.students:
                entry = zipfile.ZipInfo(f"{atlas.tour.tour.id}{form.suffix}", (1980, 1, 1, 0, 0, 0))
                entry.create_system = 3  # the same on every system; Python writes the one it runs on
                entry.external_attr = 0o644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, form.make(atlas, options))
    return held.getvalue()
