"""An event told in lines of plain text, for formats that have one field for all that they have no field for."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from touratlas.words import Of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from touratlas.record.values import ClaimRecord, EventRecord, OutcomeRecord, QuoteRecord, Taker


def event_lines(event: EventRecord) -> tuple[str, ...]:
    """Status, date and place with their basis, who and what about, every claim with its quotes, and the outcome."""
    return (
        f"Status: {event.status_words}",
        *_where_and_when(event),
        *_listed("With", (*(taker_text(one) for one in event.people), *event.delegations)),
        *_listed("Topics", event.topics),
        *(line for claim in event.claims for line in claim_lines(claim, event.status)),
        *_references(quote for claim in event.claims for quote in claim.quotes),
        *(outcome_lines(event.outcome) if event.outcome else ()),
    )


def claim_lines(claim: ClaimRecord, status: str = "") -> tuple[str, ...]:
    """A claim, with whose assertion it is and its status where that isn't the event's, and each of its quotes."""
    remarks = [f"asserted by {claim.by}"] if claim.by else []
    remarks += [f"status: {claim.status}"] if claim.status not in {"", status} else []
    remarks += [f"curator’s note: {claim.note}"] if claim.note else []
    told = f" ({'; '.join(remarks)})" if remarks else ""
    return (f"• {claim.says}{told}", *(_quote(one) for one in claim.quotes))


def outcome_lines(outcome: OutcomeRecord) -> tuple[str, ...]:
    """What later reports say, and which."""
    parts = [f"What happened: {outcome.words}", outcome.says, outcome.when.shown if outcome.when else ""]
    parts += [outcome.place.name if outcome.place else "", outcome.note]
    told = ". ".join(one.rstrip(".") for one in parts if one)
    reports = [
        "Reported by "
        + ", ".join(part for part in (one.publisher, one.title, one.published, one.url) if part)
        for one in outcome.reports
    ]
    return (f"{told}.", *reports)


def html_lines(lines: Iterable[str]) -> str:
    """Lines as HTML, for programs that show a description as a page; some of them replace `$[…]` in it."""
    escaped = (html.escape(line).replace("$", "&#36;") for line in lines)
    return "<br>".join(line.replace("\n", "<br>") for line in escaped)


def taker_text(taker: Taker) -> str:
    """Somebody with the role."""
    return f"{taker.name} ({taker.role})" if taker.role else taker.name


def _where_and_when(event: EventRecord) -> Iterator[str]:
    grounds = {one.of: one for one in event.basis}
    where = event.place.name if event.place else ""
    for head, what, text in (
        ("When", Of.WHEN, event.when.shown if event.when else ""),
        ("Where", Of.PLACE, where),
    ):
        if text:
            ground = grounds.get(what.value)
            doubt = f" ({ground.says.rstrip('.')})" if ground and not ground.in_article else ""
            yield f"{head}: {text}{doubt}"


def _listed(head: str, items: tuple[str, ...]) -> tuple[str, ...]:
    return (f"{head}: {'; '.join(items)}",) if items else ()


def _quote(quote: QuoteRecord) -> str:
    direct = "".join(f"[{one.label}]" for one in quote.citations if one.direct)
    nearby = "".join(f"[{one.label}]" for one in quote.citations if not one.direct)
    near = f" (nearby, no support: {nearby})" if nearby else ""
    cited = f" – cited there: {direct}" if direct else ""
    return f"  “{quote.exact}”{cited}{near}"


def _references(quotes: Iterator[QuoteRecord]) -> tuple[str, ...]:
    found = {
        (quote.source, one.label): one.reference
        for quote in quotes
        for one in quote.citations
        if one.reference
    }
    return tuple(f"[{label}] {text}" for (_, label), text in found.items())
