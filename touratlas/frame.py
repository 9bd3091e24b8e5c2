"""The events as a pandas DataFrame, for notebooks: `frame(open_tour("data/events.yaml"))`.

pandas is no dependency of the package (`pip install touratlas[frame]` brings it), and is loaded here alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.errors import UsageError
from touratlas.record import event_table
from touratlas.words import View

if TYPE_CHECKING:
    import pandas as pd

    from touratlas.check import Atlas

_DAYS = ("first_day", "last_day")
_INSTANTS = ("utc_start", "utc_end")
_NUMBERS = ("latitude", "longitude")


def frame(atlas: Atlas, view: View = View.ARTICLE) -> pd.DataFrame:
    """One row an event, by its id; the columns of the CSV export, texts as they stand in the tour.

    Days are `datetime64` without a zone (of the place's own calendar), instants are in UTC, degrees are numbers; what
    is not known is NaT or NaN, of texts "". Raises UsageError where pandas isn't installed.
    """
    try:
        import pandas as pd
    except ImportError:
        raise UsageError("pandas is not installed; expected it for data frames: pip install pandas") from None
    table = pd.DataFrame(event_table(atlas, view)).set_index("id")
    for column in _DAYS:
        table[column] = pd.to_datetime(table[column].replace("", None), format="%Y-%m-%d")
    for column in _INSTANTS:
        table[column] = pd.to_datetime(table[column].replace("", None), format="%Y-%m-%dT%H:%M:%SZ", utc=True)
    for column in _NUMBERS:
        table[column] = pd.to_numeric(table[column].replace("", None)).astype("float64")
    return table
