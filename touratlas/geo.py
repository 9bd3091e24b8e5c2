"""Geography in one place: what the rest of the package imports of globe, countries, locate and zones.

- :mod:`touratlas.globe`: points, distances, directions, great circles, frames of the map;
- :mod:`touratlas.countries`: the table of country codes and names;
- :mod:`touratlas.locate`: which country a point is in, and how far outside one;
- :mod:`touratlas.zones`: the time zones of a country.

The shapes to draw are in :mod:`touratlas.basemap`. Importing this module loads none of shapely, numpy and
geographiclib.
"""

from __future__ import annotations

from touratlas.countries import country_codes, country_name, has_shape, known_country
from touratlas.globe import (
    EARTH_RADIUS_KM,
    MERCATOR_LIMIT,
    Bounds,
    Point,
    bearing_deg,
    bounds,
    compass,
    distance_km,
    great_circle,
    inverse_mercator,
    mercator,
    mercator_km_per_px,
    normal_lon,
    screen_bearing,
    unwrap,
)
from touratlas.locate import COAST_TOLERANCE_KM, country_of, label_point, looks_swapped, outside_country
from touratlas.zones import zone_fits, zones_of

__all__ = [
    "COAST_TOLERANCE_KM",
    "EARTH_RADIUS_KM",
    "MERCATOR_LIMIT",
    "Bounds",
    "Point",
    "bearing_deg",
    "bounds",
    "compass",
    "country_codes",
    "country_name",
    "country_of",
    "distance_km",
    "great_circle",
    "has_shape",
    "inverse_mercator",
    "known_country",
    "label_point",
    "looks_swapped",
    "mercator",
    "mercator_km_per_px",
    "normal_lon",
    "outside_country",
    "screen_bearing",
    "unwrap",
    "zone_fits",
    "zones_of",
]
