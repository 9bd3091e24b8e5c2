"""What somebody meant who wrote something else than a country code of ISO 3166-1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.countries import countries
from touratlas.wording import shown

if TYPE_CHECKING:
    from touratlas.wording import Guesses

# Codes that people write and ISO 3166-1 doesn't have, or has otherwise.
_MEANT = {"UK": "GB", "EL": "GR", "USA": "US", "UAE": "AE", "PRC": "CN", "ROK": "KR", "DPRK": "KP"}


def country_hint(written: str, guesses: Guesses) -> str:
    """`; did you mean …?` for another code of a country or for its name; nothing where neither is near."""
    upper = written.upper()
    meant = _MEANT.get(upper) or (upper if upper in countries() else None)
    if meant is None and len(written) > 3:
        names = {country.name: code for code, country in countries().items()}
        name = guesses.meant(written, names, "country name")
        meant = names[name] if name else None
    return f"; did you mean {shown(meant)}?" if meant else ""
