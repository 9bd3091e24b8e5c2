"""The records as values, and as what JSON has values for."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as it is written in the tour file, in EDTF, as it is shown, and its days.

    `first` and `last` are ISO days or, of a time in a known zone, UTC instants; "" where a side is open or unknown.
    They are the widest reading: `uncertain` and `approximate` say where it is not to be taken for exact.
    """

    text: str
    edtf: str
    shown: str
    first: str
    last: str
    uncertain: bool
    approximate: bool
    zone: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: degrees (WGS 84), its country's code and name, its zone, and whether it is a point or stands for a
    whole country.
    """

    id: str
    name: str
    country: str
    country_name: str
    latitude: float
    longitude: float
    zone: str
    extent: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of the article at a quote; only `direct` ones support it."""

    label: str
    direct: bool
    reference: str


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """A quote as it stands in its article, markers included: verbatim, with the text around it and its place in code
    points of the article's text (newlines as LF), `end` exclusive; the whole passage; its citations.
    """

    source: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    passage: str
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim: in the curator's words, whose assertion it is, its status, the curator's note, and its quotes."""

    id: str
    says: str
    by: str
    status: str
    note: str
    quotes: tuple[QuoteRecord, ...]


@dataclass(frozen=True, slots=True)
class BasisRecord:
    """Where a date (`when`) or a place comes from: `article`, `report`, `schedule` or `inferred`; told in sentences,
    with what other sources have instead.

    In the later view `source` is the id of the report or schedule.
    """

    of: str
    source: str
    in_article: bool
    says: str
    quotes: tuple[QuoteRecord, ...]


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """A report of what happened. Its text isn't ours to quote."""

    id: str
    publisher: str
    title: str
    url: str
    published: str


@dataclass(frozen=True, slots=True)
class OutcomeRecord:
    """What later reports say."""

    status: str
    words: str
    says: str
    note: str
    when: Moment | None
    place: Spot | None
    reports: tuple[ReportRecord, ...]


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody who takes part; `delegation` is for whom."""

    id: str
    name: str
    role: str
    delegation: str


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event. `place` is its own, else its stop's (`place_of` says which); `stop` the stop on whose agenda it is."""

    id: str
    title: str
    short: str
    kind: str
    lead: bool
    status: str
    status_words: str
    stop: str
    stop_name: str
    on_the_way: bool
    when: Moment | None
    place: Spot | None
    place_of: str
    basis: tuple[BasisRecord, ...]
    people: tuple[Taker, ...]
    delegations: tuple[str, ...]
    topics: tuple[str, ...]
    claims: tuple[ClaimRecord, ...]
    outcome: OutcomeRecord | None


@dataclass(frozen=True, slots=True)
class StopRecord:
    """A stop, with its number from 1."""

    id: str
    number: int
    name: str
    status: str
    status_words: str
    when: Moment | None
    place: Spot
    basis: tuple[BasisRecord, ...]
    outcome: OutcomeRecord | None


@dataclass(frozen=True, slots=True)
class LegRecord:
    """A leg between two places; `reached` where the article tells that its end was reached."""

    id: str
    name: str
    start: Spot
    end: Spot
    reached: bool
    when: Moment | None
    basis: tuple[BasisRecord, ...]
    outcome: OutcomeRecord | None


@dataclass(frozen=True, slots=True)
class HeadRecord:
    """What the tour is, and whose knowledge a file of it holds."""

    id: str
    title: str
    summary: str
    as_of: str
    language: str
    view: str
    knowledge: str


def plain(record: object) -> Any:
    """A record as JSON has values: keys are the fields' names; what is empty is left out, `false` and 0 are not."""
    if is_dataclass(record):
        pairs = ((one.name, getattr(record, one.name)) for one in fields(record))
        return {key: plain(value) for key, value in pairs if value is not None and value not in ("", ())}
    if isinstance(record, tuple):
        return [plain(one) for one in record]
    return record.value if isinstance(record, Enum) else record
