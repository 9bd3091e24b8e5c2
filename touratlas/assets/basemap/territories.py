"""Which ISO 3166-1 codes the source's shapes stand for: what its numeric ids leave open.

The source draws borders as they are in fact. Nothing here judges a claim; each rule says which codes a
curator may write for a place in that shape, and the looser reading is taken wherever ISO 3166 itself leaves
room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple


class Box(NamedTuple):
    """A box in degrees, within which the whole of a polygon must lie."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Part:
    """Polygons that the source counts to a larger shape, though ISO 3166-1 has a code for them of their
    own."""

    code: str
    of: str
    box: Box


PARTS: Final = (
    Part("BQ", "Netherlands", Box(-69, 11, -62, 18)),
    Part("CC", "Indian Ocean Ter.", Box(96, -13, 98, -11)),
    Part("CX", "Indian Ocean Ter.", Box(105, -11, 106, -10)),
    Part("GF", "France", Box(-55, 2, -51, 6)),
    Part("GP", "France", Box(-62, 15.7, -61, 16.6)),
    Part("MQ", "France", Box(-61.3, 14.3, -60.7, 15)),
    Part("RE", "France", Box(55, -21.5, 56, -20.7)),
    Part("SJ", "Norway", Box(-10, 70, -7, 72)),
    Part("SJ", "Norway", Box(10, 73, 35, 82)),
    Part("TK", "New Zealand", Box(-173, -10, -171, -8)),
    Part("YT", "France", Box(44, -14, 46, -12)),
)

ALSO: Final = {"BQ": "NL", "GF": "FR", "GP": "FR", "MQ": "FR", "RE": "FR", "SJ": "NO", "TK": "NZ", "YT": "FR"}
"""A part may be written under the larger country's code too, as the source does. (Christmas and Cocos Islands
are a shape apart.)"""

WITHOUT_ID: Final = {
    "Kosovo": ("XK", ("XK", "RS")),
    "N. Cyprus": ("", ("CY",)),
    "Siachen Glacier": ("", ("IN", "PK")),
    "Somaliland": ("", ("SO",)),
}
"""The source's shapes without an id, the Indian Ocean Territories aside: own code ("" for none) and the codes
that fit there.

ISO 3166-1 has no code for them; ISO 3166-2 lists Kosovo under RS. XK is not ISO's but one of its
user-assigned codes, which the European Commission, the IMF and Unicode's CLDR use for Kosovo. Northern Cyprus
goes under CY, Somaliland under SO, as ISO has it; the Siachen Glacier, claimed by both, under IN and PK.
"""

FULL_NAMES: Final = {"N. Cyprus": "Northern Cyprus"}
"""The source's abbreviated names of shapes that have no code, in full."""
