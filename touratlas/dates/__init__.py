"""Dates and times of a tour: read, compared, placed in a zone, shown, and written in other forms.

The text of a date is a documented subset of EDTF, the Extended Date/Time Format, with a named extension for
times.

========================================  ==============================================================
`2025`, `2025-10`, `2025-10-26`           a year, a month, a day (EDTF level 0)
`2025-10-2X`, `2025-10-XX`                a day of the 20s of October, some day of October (levels 2 and 1)
`2025-1X`, `2025-XX`, `2025-XX-XX`        one of October to December, some month, some day
`2025-10-26?`, `…~`, `…%`                 uncertain, approximate, both (level 1), at the end of a date only
`2025-10-26/2025-10-27`                   an interval; each end has its own precision and qualifier
`2025-10-26/..`, `../2025-10-26`          an interval with an open end (level 1)
`2025-10-26/`, `/2025-10-26`              an interval of which one end is not known (level 1)
`2025-10-26T19:30`                        a time, local to the place: *Touratlas times*, our extension
`2025-10-26T19:30:15`, `…T19:30+08:00`    with seconds; with an offset or `Z`, which must fit the zone
`2025-10-26T10:00~`                       an approximate time (`?` uncertain, `%` both) of a day that is known
`2025-10-26T19:30/21:00`                  from … to … on one day
`2025-10-26T22:00/2025-10-27T01:30`       from … to … over two days
========================================  ==============================================================

Years run from 0001 to 9999 (proleptic Gregorian). Of EDTF we leave out: years that are negative, longer than
four digits, or have unspecified digits; seasons; sets; significant digits; qualifiers inside a date. Beyond
EDTF (times without seconds, qualified times, times in intervals) is the extension; :func:`to_edtf` writes the
nearest form without it.

Sources: ISO 8601-1:2019, ISO 8601-2:2019; Library of Congress, *Extended Date/Time Format (EDTF)
Specification*, 4 February 2019, https://www.loc.gov/standards/datetime/ ; PEP 495 for local times that occur
twice or never.
"""

from touratlas.dates.compare import MOST_DAYS, before, days, within
from touratlas.dates.display import day_name, day_of_month, hours, place_time, show
from touratlas.dates.forms import iso_attribute, to_edtf
from touratlas.dates.parse import parse_when
from touratlas.dates.when import Edge, Endpoint, Precision, When
from touratlas.dates.zones import known_zone, utc_bounds, zone_names, zone_problem

__all__ = [
    "MOST_DAYS",
    "Edge",
    "Endpoint",
    "Precision",
    "When",
    "before",
    "day_name",
    "day_of_month",
    "days",
    "hours",
    "iso_attribute",
    "known_zone",
    "parse_when",
    "place_time",
    "show",
    "to_edtf",
    "utc_bounds",
    "within",
    "zone_names",
    "zone_problem",
]
