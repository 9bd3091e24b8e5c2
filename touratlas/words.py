"""The closed vocabularies of the tour file and of what can be asked of exports, one enumeration each."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What the source says of an event."""

    REPORTED = "reported"
    PLANNED = "planned"
    POSSIBLE = "possible"


class OutcomeStatus(StrEnum):
    """What later reports say of an event."""

    HAPPENED = "happened"
    CHANGED = "changed"
    NOT_HAPPENED = "not-happened"
    UNKNOWN = "unknown"


class EventKind(StrEnum):
    """What sort of event it is."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    TRANSIT = "transit"
    MEETING = "meeting"
    TALKS = "talks"
    SUMMIT = "summit"
    CONFERENCE = "conference"
    SIGNING = "signing"
    DINNER = "dinner"
    SPEECH = "speech"
    STATEMENT = "statement"
    VISIT = "visit"
    CEREMONY = "ceremony"
    PLEDGE = "pledge"
    OTHER = "other"


class Extent(StrEnum):
    """What the coordinates of a place stand for: a point, or a country of which no more is known."""

    POINT = "point"
    COUNTRY = "country"


class View(StrEnum):
    """Whose knowledge is shown: the article's, or what was learned afterwards as well."""

    ARTICLE = "article"
    LATER = "later"


class Of(StrEnum):
    """What a basis is the basis of."""

    WHEN = "when"
    PLACE = "place"


class Theme(StrEnum):
    """The colours of a page: as the reader's machine is set, or one of both always."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Paper(StrEnum):
    """The paper that a document is set for."""

    A4 = "a4"
    LETTER = "letter"
