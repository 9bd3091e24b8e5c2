"""Protects the ZIP of all formats: whole, the same each time, and without secrets for students."""

from __future__ import annotations

import io
import zipfile

from touratlas.bundle import bundle
from touratlas.check import Atlas
from touratlas.exports import FORMATS, Options


def test_every_format_is_in_it_once(real: Atlas) -> None:
    """Each as the export makes it, under the tour's name."""
    with zipfile.ZipFile(io.BytesIO(bundle(real, Options()))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [f"us-asia-2025{form.suffix}" for form in FORMATS]
        for form in FORMATS:
            if form.name in {"csv", "geojson", "ics", "mapsvg"}:
                assert archive.read(f"us-asia-2025{form.suffix}") == form.make(real, Options())


def test_for_students(real: Atlas) -> None:
    """Only what can be made for them, and the same bytes again."""
    options = Options(students=True)
    made = bundle(real, options)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == [f"us-asia-2025{form.suffix}" for form in FORMATS if form.students]
    assert bundle(real, options) == made
