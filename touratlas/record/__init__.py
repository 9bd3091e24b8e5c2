"""The tour as flat records: what the data formats write, each in its own way, with every id resolved.

Days and places are those of the article's view, whatever the view is; an outcome has its own beside them. In the
article's view there is no outcome, and of the reports that the curator took a day or a place from only what
:func:`touratlas.views.knowledge.origin` tells: a title or an address can say what happened.
"""

from touratlas.record.lines import leg_ends, leg_lines
from touratlas.record.making import (
    background_claims,
    event_records,
    head_record,
    leg_records,
    moment,
    quote_record,
    spot,
    stop_records,
)
from touratlas.record.table import Cell, event_table
from touratlas.record.telling import claim_lines, event_lines, html_lines, outcome_lines, taker_text
from touratlas.record.values import (
    BasisRecord,
    Cited,
    ClaimRecord,
    EventRecord,
    HeadRecord,
    LegRecord,
    Moment,
    OutcomeRecord,
    QuoteRecord,
    ReportRecord,
    Spot,
    StopRecord,
    Taker,
    plain,
)

__all__ = [
    "BasisRecord",
    "Cell",
    "Cited",
    "ClaimRecord",
    "EventRecord",
    "HeadRecord",
    "LegRecord",
    "Moment",
    "OutcomeRecord",
    "QuoteRecord",
    "ReportRecord",
    "Spot",
    "StopRecord",
    "Taker",
    "background_claims",
    "claim_lines",
    "event_lines",
    "event_records",
    "event_table",
    "head_record",
    "html_lines",
    "leg_ends",
    "leg_lines",
    "leg_records",
    "moment",
    "outcome_lines",
    "plain",
    "quote_record",
    "spot",
    "stop_records",
    "taker_text",
]
