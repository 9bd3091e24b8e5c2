"""Which characters can be set, found without setting them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.paper.reading import font_with
from touratlas.errors import UsageError
from touratlas.paper.fonts import fonts_of, scripts, warning


def test_our_fonts_have_what_we_write_ourselves() -> None:
    """Typographic signs, marks on letters in either form, Greek, Cyrillic and Vietnamese, and the stand-in itself."""
    fonts = fonts_of()
    assert (
        fonts.missing(["“Zażółć” – ʻokina … Ελλάς Київ Hồ e\u0301 \ufffd", "\u2068isolated\u2069\u200b"])
        == ()
    )


def test_what_is_missing_is_found_and_replaced() -> None:
    """Each once, by code point; a mark goes with what it stands on, and what can be shown stays."""
    fonts = fonts_of()
    assert fonts.missing(["B函A", "館函", "א\u05b8"]) == ("א\u05b8", "函", "館")
    assert fonts.shown("B函館A") == "B\ufffd\ufffdA"
    assert fonts.shown("א\u05b8") == "\ufffd"
    assert fonts.shown("plain") == "plain"


def test_the_warning_names_characters_and_scripts() -> None:
    """Twelve of them, and how many more."""
    assert warning(("函",)).startswith("no font has a character of the tour (CJK): 函 (U+51FD CJK UNIFIED")
    many = tuple(chr(0x5D0 + at) for at in range(20))
    assert "20 characters of the tour (Hebrew): א" in warning(many)
    assert "and 8 more" in warning(many)
    assert scripts(("、", "☃")) == ()


def test_a_folder_adds_fonts(tmp_path: Path) -> None:
    """With all that is in the folders in it."""
    (tmp_path / "deep").mkdir()
    font_with(tmp_path / "deep", "函")
    assert fonts_of(str(tmp_path)).missing(["函館"]) == ("館",)


def test_a_font_that_cant_be_used_is_named(tmp_path: Path) -> None:
    """Typst would pass it over in silence."""
    with pytest.raises(UsageError, match="no font in it"):
        fonts_of(str(tmp_path))
    (tmp_path / "broken.otf").write_bytes(b"OTTO")
    with pytest.raises(UsageError, match=r"broken\.otf. as a font"):
        fonts_of(str(tmp_path))
    with pytest.raises(UsageError, match="no such folder"):
        fonts_of(str(tmp_path / "none"))
