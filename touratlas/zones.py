"""Which time zones a country has, as the IANA time zone database (tzdata) knows them.

Its tables are read from the PyPI package tzdata, so that the answer doesn't depend on the machine:

- `zone1970.tab`: each zone with all the countries that overlap it, for zones that differ since 1970;
- `zone.tab`: the older table, which has one zone or more for each country, such as Europe/Oslo for Norway;
- the links of `tzdata.zi`: other names of a zone, such as Asia/Calcutta for Asia/Kolkata.

A zone that either table names has the countries that the tables say, and only these; any other name has those
of the zone that it is a link to. Zones of no country, such as Etc/UTC, and names that only look like one,
such as EST, tell nothing.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ABBREVIATIONS: Final = frozenset(
    {"CET", "CST6CDT", "EET", "EST", "EST5EDT", "HST", "MET", "MST", "MST7MDT", "PST8PDT", "WET"}
)
"""Names of a rule rather than a place; tzdata links each to some city, whose country has no special claim to
it."""

_BEYOND_ISO: Final = {"XK": "Europe/Belgrade"}
"""Codes that tzdata's tables lack, with the zone whose clocks are kept there."""


def zones_of(country: str) -> frozenset[str]:
    """All names of time zones that fit the country, aliases included; empty where tzdata has none, as for
    Bouvet Island."""
    return _zones_by_country().get(country, frozenset())


def zone_fits(zone: str, country: str) -> bool | None:
    """Whether the time zone is one of the country's.

    None where nothing is known: a zone of no country (Etc/UTC, GMT, CET), a name that isn't tzdata's, or a
    country without a zone there.
    """
    countries = _countries_by_zone().get(zone)
    if not countries or country not in _zones_by_country():
        return None
    return country in countries


@cache
def _countries_by_zone() -> Mapping[str, frozenset[str]]:
    tables: dict[str, set[str]] = {}
    for codes, zone in _rows():
        tables.setdefault(zone, set()).update(codes)
    for country, zone in _BEYOND_ISO.items():
        tables[zone].add(country)
    links = _links()
    named = {zone: frozenset(codes) for zone, codes in tables.items()}
    for alias in links.keys() - tables.keys() - _ABBREVIATIONS:
        target = alias
        while target in links and target not in tables:
            target = links[target]
        if target in tables:
            named[alias] = frozenset(tables[target])
    return named


@cache
def _zones_by_country() -> Mapping[str, frozenset[str]]:
    zones: dict[str, set[str]] = {}
    for zone, countries in _countries_by_zone().items():
        for country in countries:
            zones.setdefault(country, set()).add(zone)
    return {country: frozenset(names) for country, names in zones.items()}


def _rows() -> Iterator[tuple[list[str], str]]:
    """The codes and the zone of each row of both tables: columns 1 and 3."""
    for table in ("zone1970.tab", "zone.tab"):
        for line in _lines(table):
            if line and not line.startswith("#"):
                codes, _, zone, *_ = line.split("\t")
                yield codes.split(","), zone


def _links() -> dict[str, str]:
    """Link lines of zic's input, "L target name" (man page zic(8)), by name."""
    fields = (line.split() for line in _lines("tzdata.zi") if line.startswith("L "))
    return {name: target for _, target, name in fields}


def _lines(name: str) -> list[str]:
    return files("tzdata.zoneinfo").joinpath(name).read_text(encoding="utf-8").splitlines()
