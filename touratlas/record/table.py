"""The events as a table, one row an event: what CSV writes and a data frame holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touratlas.dates import parse_when
from touratlas.record.making import event_records
from touratlas.record.telling import outcome_lines, taker_text
from touratlas.words import Of, View

if TYPE_CHECKING:
    from touratlas.check import Atlas
    from touratlas.record.values import BasisRecord, ClaimRecord, EventRecord, Moment, OutcomeRecord, Spot

Cell = str | float | bool
_LIST = "; "  # between names
_LINES = "\n"  # between claims, quotes and reports, which are sentences


def event_table(atlas: Atlas, view: View) -> list[dict[str, Cell]]:
    """The rows, each with the same columns in the same order; outcomes have columns in the later view alone.

    `first_day` and `last_day` are the widest reading in the place's own calendar, `utc_start` and `utc_end` are given
    where there is a time in a known zone. What is not known is "".
    """
    return [_row(event, view) for event in event_records(atlas, view)]


def _row(event: EventRecord, view: View) -> dict[str, Cell]:
    grounds = {one.of: one for one in event.basis}
    row: dict[str, Cell] = {
        "id": event.id,
        "title": event.title,
        "kind": event.kind,
        "lead": event.lead,
        "status": event.status,
        "status_words": event.status_words,
        "stop": event.stop,
        "stop_name": event.stop_name,
        "on_the_way": event.on_the_way,
        **_when(event.when, grounds.get(Of.WHEN.value)),
        **_place(event.place, event.place_of, grounds.get(Of.PLACE.value)),
        "people": _LIST.join(taker_text(one) for one in event.people),
        "delegations": _LIST.join(event.delegations),
        "topics": _LIST.join(event.topics),
        **_claims(event.claims),
    }
    return {**row, **_outcome(event.outcome)} if view is View.LATER else row


def _when(moment: Moment | None, basis: BasisRecord | None) -> dict[str, Cell]:
    when = parse_when(moment.text) if moment else None
    timed = moment if moment and moment.zone and when and when.has_time else None
    return {
        "when": moment.text if moment else "",
        "when_shown": moment.shown if moment else "",
        "edtf": moment.edtf if moment else "",
        "first_day": str(when.earliest or "") if when else "",
        "last_day": str(when.latest or "") if when else "",
        "utc_start": timed.first if timed else "",
        "utc_end": timed.last if timed else "",
        "uncertain": bool(moment and moment.uncertain),
        "approximate": bool(moment and moment.approximate),
        "when_basis": basis.source if basis else "",
        "when_basis_says": basis.says if basis else "",
    }


def _place(spot: Spot | None, place_of: str, basis: BasisRecord | None) -> dict[str, Cell]:
    return {
        "place": spot.id if spot else "",
        "place_name": spot.name if spot else "",
        "place_of": place_of,
        "country": spot.country if spot else "",
        "latitude": spot.latitude if spot else "",
        "longitude": spot.longitude if spot else "",
        "extent": spot.extent if spot else "",
        "zone": spot.zone if spot else "",
        "place_basis": basis.source if basis else "",
        "place_basis_says": basis.says if basis else "",
    }


def _claims(claims: tuple[ClaimRecord, ...]) -> dict[str, Cell]:
    quotes = [quote for claim in claims for quote in claim.quotes]
    cited = [one for quote in quotes for one in quote.citations]
    direct = dict.fromkeys(one.label for one in cited if one.direct)
    references = dict.fromkeys(one.reference for one in cited if one.direct and one.reference)
    return {
        "claims": _LINES.join(one.says for one in claims),
        "claim_statuses": _LIST.join(one.status for one in claims),
        "quotes": _LINES.join(one.exact for one in quotes),
        "citations": _LIST.join(direct),
        "references": _LINES.join(references),
    }


def _outcome(outcome: OutcomeRecord | None) -> dict[str, Cell]:
    moment = outcome.when if outcome else None
    spot = outcome.place if outcome else None
    return {
        "outcome": outcome.status if outcome else "",
        "outcome_words": outcome.words if outcome else "",
        "outcome_says": outcome.says if outcome else "",
        "outcome_note": outcome.note if outcome else "",
        "outcome_when": moment.text if moment else "",
        "outcome_place": spot.id if spot else "",
        "outcome_reports": _LINES.join(outcome_lines(outcome)[1:]) if outcome else "",
    }
