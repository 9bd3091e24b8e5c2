"""CSV: one row an event, for spreadsheets and statistics.

UTF-8 with a byte order mark, without which Excel reads another encoding; lines end in CR LF (RFC 4180). A text that a
spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from touratlas.exports.common import Format, Group, Options
from touratlas.record import event_table

if TYPE_CHECKING:
    from touratlas.check import Atlas
    from touratlas.record import Cell

_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "＝",
    "＋",
    "－",
    "＠",
)  # the wide ones count in East Asian editions


def make(atlas: Atlas, options: Options) -> bytes:
    """The table with its header; the columns are those of :func:`touratlas.record.event_table`."""
    rows = event_table(atlas, options.view)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(rows[0] if rows else ["id"])
    writer.writerows([safe(cell) for cell in row.values()] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def safe(cell: Cell) -> str:
    """A cell that no spreadsheet calculates; numbers and `true` are what they are."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return repr(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


FORMAT = Format(
    name="csv",
    suffix=".csv",
    media_type="text/csv; charset=utf-8",
    group=Group.MAP_AND_DATA,
    purpose="one row an event, for spreadsheets and statistics",
    lacks="which quote belongs to which claim; stops and legs of their own; questions",
    make=make,
)
