"""The kinds of values that a tour file has: texts, ids, numbers, dates, addresses; and what its parts share.

Every scalar comes as text. What is wrong with one is raised as a validation error that bears its code, so
that :mod:`touratlas.shape` need not guess it from pydantic's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Self, cast
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from touratlas import codes
from touratlas.dates import When, parse_when
from touratlas.errors import DateError
from touratlas.wording import shown

LONGEST_SHORT = 26  # characters of an event's name on the timeline
ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"

_ID = re.compile(ID_PATTERN)
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,15})?")


def wrong(code: codes.Code, message: str) -> PydanticCustomError:
    """A validation error that already bears its code; `{` in a message would be taken for a placeholder."""
    return PydanticCustomError(code.id, "{message}", {"message": message})


def _text(value: str) -> str:
    if not value.strip():
        raise wrong(codes.VALUE_EMPTY, "the text is empty; expected some")
    return value.strip()


def at_most(longest: int) -> AfterValidator:
    """Texts of at most so many characters."""

    def check(value: str) -> str:
        if len(value) > longest:
            message = f"{shown(value)} has {len(value)} characters; expected at most {longest}"
            raise wrong(codes.TEXT_TOO_LONG, message)
        return value

    return AfterValidator(check)


def _id(value: str) -> str:
    if len(value) > 64 or not _ID.fullmatch(value):
        meant = re.sub(r"[^a-z0-9]+", "-", value.casefold()).strip("-")[:64]
        hint = f"; did you mean {shown(meant)}?" if meant and meant != value else ""
        raise wrong(
            codes.ID_MALFORMED, f"{shown(value)} is not an id; expected a–z, 0–9 and single hyphens{hint}"
        )
    return value


def _number(value: object) -> object:
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise wrong(codes.NUMBER_WRONG, f"{shown(value)} is not a number; expected one such as 2.7456")
    return value


def _flag(value: object) -> object:
    if isinstance(value, str):
        if value not in {"true", "false"}:
            raise wrong(codes.WORD_UNKNOWN, f"{shown(value)} is not allowed here; expected `true` or `false`")
        return value == "true"
    return value


def _when(value: str) -> When:
    try:
        return parse_when(value)
    except DateError as error:
        expected = f"; expected {error.expected or 'a date or time such as 2025-10-26'}"
        meant = f"; did you mean {shown(error.meant)}?" if error.meant else ""
        raise wrong(codes.DATE_MALFORMED, f"{error}{expected}{meant}") from None


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        good = (
            parts.scheme in {"http", "https"}
            and bool(parts.hostname)
            and not re.search(r"[\s\"'<>`\\]", value)
        )
    except ValueError:
        good = False
    if not good:
        raise wrong(codes.URL_WRONG, f"{shown(value)} is not a web address; expected https://… or http://…")
    return value


def _sha256(value: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        raise wrong(
            codes.VALUE_MALFORMED, f"{shown(value)} is not a SHA-256; expected 64 characters 0–9 and a–f"
        )
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", value):
        raise wrong(
            codes.VALUE_MALFORMED, f"{shown(value)} is not a language tag (BCP 47); expected one such as `en`"
        )
    return value


def from_text(key: str) -> BeforeValidator:
    """A plain text stands for a mapping with that one key: the short form of a quote or a basis."""

    def expand(value: object) -> object:
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(expand)


def frozen(value: dict[str, Any]) -> Mapping[str, Any]:
    """A table that can't be changed."""
    return MappingProxyType(value)


def no_entries() -> Mapping[str, Any]:
    """An empty table; pydantic would copy a default, and a frozen mapping can't be copied."""
    return MappingProxyType({})


Text = Annotated[str, AfterValidator(_text), at_most(2000)]
Short = Annotated[str, AfterValidator(_text), at_most(LONGEST_SHORT)]
Title = Annotated[str, AfterValidator(_text), at_most(120)]
Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$"})]
Number = Annotated[float, BeforeValidator(_number), Field(allow_inf_nan=False)]
Whole = Annotated[int, BeforeValidator(_number)]
LineNumber = Annotated[int, Field(ge=1, le=10_000_000), BeforeValidator(_number)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Url = Annotated[str, AfterValidator(_url), at_most(2000)]
Sha256 = Annotated[str, AfterValidator(_sha256)]
Language = Annotated[str, AfterValidator(_language)]


class _WhenText:
    """Tells pydantic to read a `When` from its text; without it, it would try to take the dataclass apart."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(
            lambda when: when.text, return_schema=core_schema.str_schema()
        )
        return core_schema.no_info_after_validator_function(
            _when, core_schema.str_schema(), serialization=written
        )


Moment = Annotated[
    When,
    _WhenText,
    WithJsonSchema(
        {
            "type": "string",
            "description": "A date, a time or an interval, with ? ~ or % behind what is uncertain or approximate.",
            "examples": ["2025-10-26", "2025-10-26/2025-10-27", "2025-10-26T10:00~", "2025-10-2X"],
        }
    ),
]


class Patience:
    """How many errors validation has met so far, given as its context; one in a part counts for the parts
    around it too.

    A file of a million empty entries would otherwise become some millions of errors, and fill the memory.
    """

    MOST = 5_000

    def __init__(self) -> None:
        self.errors = 0

    @property
    def lost(self) -> bool:
        """Whether there were too many."""
        return self.errors >= self.MOST


class Model(BaseModel):
    """What all parts of a tour share: frozen, no unknown keys."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        hide_input_in_errors=True,
    )


class Part(Model):
    """A part of a tour with much in it: where patience is counted. Smaller parts go without, for speed."""

    @model_validator(mode="wrap")
    @classmethod
    def _patiently(
        cls, value: object, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        """Validate, and stop validating where the errors so far are more than anybody would read."""
        patience = info.context
        if not isinstance(patience, Patience):
            return handler(value)
        if patience.lost:
            # Nobody sees this one: the errors that used up the patience are raised. The title is for validators.
            return cast("Self", cast("Any", cls).model_construct(title=""))
        try:
            return handler(value)
        except ValidationError as error:
            patience.errors += error.error_count()
            raise
