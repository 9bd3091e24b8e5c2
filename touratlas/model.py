"""The tour as frozen values: what a tour file says, once it is valid in shape.

The classes mirror `docs/tour-file.md`, key by key; `extra="forbid"` refuses what isn't there. Field
descriptions go into the JSON Schema that `touratlas schema` prints, so that editors explain a key while one
types. Whether ids exist, quotes are found and dates agree is the business of :mod:`touratlas.checks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, field_validator, model_validator

from touratlas import codes
from touratlas.dates import When
from touratlas.fields import (
    LONGEST_SHORT,
    Flag,
    Id,
    Language,
    Model,
    Moment,
    Number,
    Part,
    Sha256,
    Short,
    Text,
    Title,
    Url,
    Whole,
    at_most,
    from_text,
    frozen,
    no_entries,
    wrong,
)
from touratlas.node import Path
from touratlas.quoting import Audit, BlockCorrection, LeftOut, Quotes
from touratlas.wording import shown
from touratlas.words import EventKind, Extent, Of, OutcomeStatus, Status

FORMAT_VERSION = 1
MOST_ACCOUNTS = 5  # that a date or a place has beside the one that the tour follows
MOST_TERMS = 200  # of a glossary; each is looked for in all texts
INFERRED = "inferred"  # the basis of what the curator concluded


class Account(Model):
    """What another report or schedule has in place of a date or a place: sources can disagree."""

    says: Text = Field(description="What the other source has instead, in the curator's own words.")
    from_: Id = Field(alias="from", description="The other source: a report or a schedule.")


class Ground(Model):
    """Where a date or a place comes from: an article with the passage, a report, or the curator's inference
    with a note.
    """

    from_: Id = Field(alias="from", description="A source's id, or `inferred`.")
    note: Text | None = Field(None, description="How it was inferred; needed with `inferred`.")
    quotes: Quotes = Field((), description="The passage; needed where it comes from an article.")
    others: Annotated[tuple[Account, ...], Field(max_length=MOST_ACCOUNTS)] = Field(
        (), description="What other reports or schedules have instead, where they disagree."
    )


class Basis(Model):
    """The ground of a date (`when`) and of a place."""

    when: Annotated[Ground, from_text("from")] | None = None
    place: Annotated[Ground, from_text("from")] | None = None

    def of(self, what: Of) -> Ground | None:
        """The ground of the one or the other."""
        return self.when if what is Of.WHEN else self.place


class ArticleSource(Part):
    """A document whose text is beside the tour file and can be quoted from."""

    kind: Literal["article"]
    file: Text = Field(description="Its path, relative to the tour file.")
    sha256: Sha256 = Field(description="The SHA-256 of its bytes: changed text is an error.")
    title: Text | None = None
    publisher: Text | None = None
    url: Url | None = None
    language: Language | None = Field(None, description="If it isn't the tour's.")
    markers: tuple[Annotated[str, at_most(20)], ...] | None = Field(
        None,
        description="The citation number of each entry of its reference list, where the list itself bears none.",
    )
    lines: tuple[BlockCorrection, ...] = Field((), description="What a line is, where its form misleads.")
    left_out: tuple[LeftOut, ...] = Field((), description="Sentences without a claim, each with the reason.")
    about: Text | None = Field(
        None, description="What a reader should know of it, such as who wrote it and when; in your words."
    )
    embed: Flag = Field(False, description="Whether exports may hold its whole text.")
    audit: Audit = Field(Audit(), description="Rules and findings of the audit that don't hold here.")


class WebSource(Part):
    """A report on the web. Its text isn't in the project, so it is named and linked, never quoted."""

    kind: Literal["report", "schedule"] = Field(
        description="`report`: made after the fact. `schedule`: announced before it; it can date things, and no more."
    )
    publisher: Text
    title: Text | None = None
    url: Url | None = Field(None, description="Left out where none is known: then it is named, not linked.")
    published: Moment | None = None


Source = Annotated[ArticleSource | WebSource, Field(discriminator="kind")]


class Delegation(Part):
    """For whom people take part, where that isn't simply a country."""

    name: Text
    country: Text | None = Field(None, description="ISO 3166-1 alpha-2.")


class Person(Part):
    """Somebody who takes part."""

    name: Title
    role: Text | None = None
    delegation: Text | None = Field(
        None, description="A country (ISO 3166-1 alpha-2) or the id of a delegation."
    )


class Place(Part):
    """A named point; or, with `extent: country`, a country of which the source says no more."""

    name: Title
    country: Text = Field(description="ISO 3166-1 alpha-2, such as MY.")
    at: tuple[Number, Number] = Field(
        description="[latitude, longitude] in degrees (WGS 84), good to a kilometre."
    )
    zone: Text = Field(description="IANA time zone, such as Asia/Kuala_Lumpur.")
    extent: Extent = Extent.POINT


class Outcome(Model):
    """What later reports say."""

    status: OutcomeStatus
    says: Text | None = Field(
        None, description="In the curator's own words; needed unless `unknown`, which has none."
    )
    when: Moment | None = None
    place: Id | None = Field(None, description="Where it took place, as the reports say.")
    from_: tuple[Id, ...] = Field((), alias="from", description="The reports.")
    note: Text | None = None


class Claim(Model):
    """One statement shown to a reader, in the curator's own words, with the passages that it rests on."""

    says: Text
    quotes: Annotated[Quotes, Field(min_length=1)]
    by: Id | None = Field(
        None, description="Whose assertion it is (person or delegation), where it is contested."
    )
    status: Status | None = Field(None, description="If it isn't the event's.")
    note: Text | None = Field(None, description="The curator's remark, shown as such.")


class Question(Model):
    """A question for the class, with its answer."""

    ask: Text
    answer: Text
    quotes: Quotes = ()
    from_: tuple[Id, ...] = Field((), alias="from")


class Event(Part):
    """Something on an agenda."""

    id: Id
    title: Title
    short: Short | None = Field(
        None, description="At most 26 characters, for the timeline; needed where the title is longer."
    )
    lead: Flag = Field(False, description="The event of its stop that a reader should see first.")
    kind: EventKind
    status: Status
    place: Id | None = Field(None, description="Where, if more is known than the stop.")
    when: Moment | None = None
    basis: Basis = Basis()
    people: tuple[Id, ...] = ()
    delegations: tuple[Annotated[str, at_most(64)], ...] = ()
    topics: tuple[Id, ...] = ()
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    outcome: Outcome | None = None

    @model_validator(mode="after")
    def _short_name(self) -> Self:
        if self.short is None and len(self.title) > LONGEST_SHORT:
            long = f"{shown(self.title)} has {len(self.title)} characters"
            message = f"{long}; expected a `short` of at most {LONGEST_SHORT} beside it"
            raise wrong(codes.TEXT_TOO_LONG, message)
        return self

    @property
    def label(self) -> str:
        """The name for narrow room: `short`, or the title where that is short enough."""
        return self.short or self.title


class Stop(Part):
    """A place visited."""

    id: Id
    title: Title | None = Field(None, description="How the stop is called, if not by its place.")
    place: Id
    when: Moment | None = None
    basis: Basis = Basis()
    events: tuple[Event, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: Text | None = Field(
        None, description="What a speaker wants to have at hand when presenting it; shown to nobody else."
    )
    outcome: Outcome | None = None


class Leg(Part):
    """The movement between two stops, or from the origin or to the end, where something is known of it."""

    from_: Id = Field(alias="from", description="A stop, or the place of origin.")
    to: Id = Field(description="A stop, or the place of return.")
    when: Moment | None = None
    basis: Basis = Basis()
    events: tuple[Event, ...] = ()
    outcome: Outcome | None = None


class Background(Model):
    """What belongs to no stop."""

    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()


class Accept(Model):
    """A warning that the curator has seen and stands by."""

    code: Text
    of: Text = Field(description="The id that the warning is about, as the warning names it.")
    why: Text


class Lesson(Model):
    """What a teacher is told first, where the general words don't fit this tour."""

    age: Title | None = Field(None, description="For whom the lesson is, such as `14 to 16`.")
    aims: tuple[Text, ...] = Field((), description="What the class is to learn, a sentence each.")


class Head(Model):
    """What the tour is."""

    id: Id
    title: Title
    summary: Text
    as_of: Moment = Field(description="The day up to which the article could know.")
    language: Language = "en"

    @field_validator("as_of")
    @classmethod
    def _one_day(cls, value: When) -> When:
        if value.day is None:
            raise wrong(
                codes.DATE_MALFORMED, f"{shown(value.text)} is not one day; expected a day such as 2025-10-26"
            )
        return value


class Tour(Model):
    """A whole tour file."""

    touratlas: Whole = Field(description="The version of the format: 1.")
    tour: Head
    sources: Annotated[Mapping[Id, Source], Field(min_length=1), AfterValidator(frozen)]
    delegations: Annotated[Mapping[Id, Delegation], AfterValidator(frozen)] = Field(
        default_factory=no_entries
    )
    topics: Annotated[Mapping[Id, Title], AfterValidator(frozen)] = Field(default_factory=no_entries)
    people: Annotated[Mapping[Id, Person], AfterValidator(frozen)] = Field(default_factory=no_entries)
    places: Annotated[Mapping[Id, Place], Field(min_length=1), AfterValidator(frozen)]
    stops: Annotated[tuple[Stop, ...], Field(min_length=1)]
    legs: tuple[Leg, ...] = ()
    background: Background = Background()
    glossary: Annotated[Mapping[Title, Text], Field(max_length=MOST_TERMS), AfterValidator(frozen)] = Field(
        default_factory=no_entries,
        description="Terms as the article or the tour has them, each explained in plain words of yours.",
    )
    lesson: Lesson = Lesson()
    accept: tuple[Accept, ...] = ()

    @field_validator("touratlas")
    @classmethod
    def _known_version(cls, value: int) -> int:
        if value != FORMAT_VERSION:
            raise wrong(
                codes.VERSION_WRONG,
                f"`touratlas: {value}` is not a version known here; expected {FORMAT_VERSION}",
            )
        return value

    def events(self) -> Iterator[tuple[Path, Event]]:
        """Every event with its path in the file: those of the stops, of the legs, then of no stop."""
        for number, stop in enumerate(self.stops):
            yield from _numbered(("stops", number, "events"), stop.events)
        for number, leg in enumerate(self.legs):
            yield from _numbered(("legs", number, "events"), leg.events)
        yield from _numbered(("background", "events"), self.background.events)

    def claims(self) -> Iterator[tuple[Path, Claim, Event | None]]:
        """Every claim with its path and its event, where it has one."""
        for path, event in self.events():
            for at, claim in enumerate(event.claims):
                yield (*path, "claims", at), claim, event
        for at, claim in enumerate(self.background.claims):
            yield ("background", "claims", at), claim, None

    def is_late(self, name: str) -> bool:
        """Whether a report or schedule is later than the article, or may be; one announced on no known day isn't."""
        source, edge = self.sources.get(name), self.tour.as_of.latest
        if not isinstance(source, WebSource):
            return False
        if source.published is None:
            return source.kind == "report"
        day = source.published.latest
        return day is None or edge is None or day > edge

    def articles(self) -> dict[str, ArticleSource]:
        """The sources that can be quoted from, by id, in the file's order."""
        return {key: source for key, source in self.sources.items() if isinstance(source, ArticleSource)}


def _numbered(path: Path, events: tuple[Event, ...]) -> Iterator[tuple[Path, Event]]:
    for number, event in enumerate(events):
        yield (*path, number), event
