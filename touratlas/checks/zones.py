"""P504, P505: a place's time zone exists and is one of its country's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas import codes
from touratlas.dates import known_zone, zone_names
from touratlas.geo import country_name, known_country, zone_fits, zones_of
from touratlas.wording import listed, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from touratlas.checks.case import Case
    from touratlas.finding import Finding


def check(case: Case) -> Iterator[Finding]:
    """Findings for zones that the IANA database doesn't have, or has for other countries only."""
    for key, place in case.tour.places.items():
        at = ("places", key, "zone")
        own = sorted(zones_of(place.country)) if known_country(place.country) else []
        if not known_zone(place.zone):
            near = case.guesses.meant(place.zone.replace(" ", "_"), zone_names(), "zone")
            meant = near or (own[0] if len(own) == 1 else None)
            hint = f"; did you mean {shown(meant)}?" if meant else ""
            yield case.finding(
                at,
                codes.ZONE_UNKNOWN,
                f"{shown(place.zone)} is not a time zone; expected one such as `Asia/Tokyo`{hint}",
            )
        elif own and zone_fits(place.zone, place.country) is False:
            foreign = f"{shown(place.zone)} is not a time zone of {country_name(place.country)}"
            message = f"{foreign}; expected {listed(own[:6])}"
            yield case.finding(at, codes.ZONE_FOREIGN, message, subject=key)
