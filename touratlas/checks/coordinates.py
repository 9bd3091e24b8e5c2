"""P501, P502, P503, P507: places are on Earth, in their country, with latitude first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.checks.country_hint import country_hint
from touratlas.geo import (
    Point,
    country_name,
    country_of,
    known_country,
    looks_swapped,
    outside_country,
)
from touratlas.wording import listed, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding
    from touratlas.model import Place
    from touratlas.tree import Path


def check(case: Case) -> Iterator[Finding]:
    """Findings for the country and the coordinates of each place, and the country of each delegation."""
    for key, delegation in case.tour.delegations.items():
        if delegation.country is not None and not known_country(delegation.country):
            yield _unknown(case, ("delegations", key, "country"), delegation.country)
    for key, place in case.tour.places.items():
        known = known_country(place.country)
        if not known:
            yield _unknown(case, ("places", key, "country"), place.country)
        yield from _coordinates(case, key, place, known=known)


def _unknown(case: Case, path: Path, code: str) -> Finding:
    hint = country_hint(code, case.guesses)
    message = f"{shown(code)} is not a country code of ISO 3166-1; expected two capital letters{hint}"
    return case.finding(path, codes.COUNTRY_UNKNOWN, message)


def _coordinates(case: Case, key: str, place: Place, *, known: bool) -> Iterator[Finding]:
    lat, lon = place.at
    at = ("places", key, "at")
    if known and looks_swapped(lat, lon, place.country):
        fit = f"{_pair(lat, lon)} fits {country_name(place.country)} only when exchanged"
        message = f"{fit}; expected [latitude, longitude]; did you mean {_pair(lon, lat)}?"
        yield case.finding(at, codes.COORDINATES_SWAPPED, message)
        return
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        message = (
            f"{_pair(lat, lon)} is nowhere on Earth; expected [latitude -90 to 90, longitude -180 to 180]"
        )
        yield case.finding(at, codes.COORDINATES_IMPOSSIBLE, message)
        return
    away = outside_country(Point(lat, lon), place.country) if known else None
    if away is not None:
        found = sorted(country_of(Point(lat, lon)))
        where = f", this one is in {listed(country_name(code) for code in found)}" if found else ""
        outside = f"{_pair(lat, lon)} lies {away:,.0f} km outside {country_name(place.country)}"
        message = f"{outside}; expected a point inside it{where}"
        yield case.finding(at, codes.OUTSIDE_COUNTRY, message, subject=key)


def _pair(lat: float, lon: float) -> str:
    return f"`[{lat:g}, {lon:g}]`"
