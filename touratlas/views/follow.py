"""Where students can follow: an address as a QR code (ISO/IEC 18004) and in letters that they can type."""

from __future__ import annotations

import io
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from touratlas.interface import word
from touratlas.public import of_tour, typed

if TYPE_CHECKING:
    from touratlas.model import Tour

QUIET: Final = 4  # modules of white around the code, as the standard demands
_LEVEL: Final = "m"  # of error correction: 15 percent may be lost, to a lamp's reflection in the last row


@dataclass(frozen=True, slots=True)
class Follow:
    """An address, how it is typed, and its code as an SVG document: dark on white, whatever stands around it, so that
    every reader can read it; `said` is the code's name for those who can't see it.
    """

    address: str
    typed: str
    svg: str
    said: str

    @property
    def source(self) -> str:
        """The code as a `data:` address: what cleans a page's HTML may let through no other picture."""
        return f"data:image/svg+xml;base64,{b64encode(self.svg.encode('utf-8')).decode('ascii')}"


def follow(tour: Tour, address: str) -> Follow | None:
    """The code of a tour at a public address (:func:`touratlas.public.public_address`); None where that is ""."""
    if not address:
        return None
    here = of_tour(address, tour.tour.id)
    short = typed(here)
    said = word("follow_code", address=short)
    return Follow(here, short, _code(here, said), said)


def _code(address: str, said: str) -> str:
    import segno

    held = io.BytesIO()
    segno.make(address, error=_LEVEL, micro=False).save(
        held,
        kind="svg",
        border=QUIET,
        dark="#000000",
        light="#ffffff",
        title=said,
        xmldecl=False,
        omitsize=True,
        nl=False,
    )
    return held.getvalue().decode("utf-8")
