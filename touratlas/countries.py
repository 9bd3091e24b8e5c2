"""Countries and territories by their ISO 3166-1 alpha-2 code: `assets/basemap/countries.csv`.

All codes of ISO 3166-1 are there, and XK for Kosovo, which ISO leaves to users. The names are the usual
English ones.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Country(NamedTuple):
    """One row of the table. `numeric` is empty for XK; `drawn` says whether the basemap has the shape."""

    code: str
    numeric: str
    name: str
    drawn: bool


@cache
def countries() -> dict[str, Country]:
    """The whole table by code, sorted by it."""
    text = files("touratlas.assets.basemap").joinpath("countries.csv").read_text(encoding="utf-8")
    return {
        row["alpha2"]: Country(row["alpha2"], row["numeric"], row["name"], row["shape"] == "yes")
        for row in csv.DictReader(text.splitlines())
    }


def country_codes() -> tuple[str, ...]:
    """All known codes, sorted."""
    return tuple(countries())


def known_country(code: str) -> bool:
    """Whether it is a code of the table; codes are upper case."""
    return code in countries()


def country_name(code: str) -> str:
    """The usual English name. Raises KeyError for a code that isn't known."""
    return countries()[code].name


def has_shape(code: str) -> bool:
    """Whether the basemap has the country's shape: False for the few that are too small for it, and for
    unknown codes."""
    return known_country(code) and countries()[code].drawn
