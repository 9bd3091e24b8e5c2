"""The JSON Schema for editors: valid itself, accepts what is sound, refuses what is misspelt."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from touratlas.schema import DIALECT, schema_text, tour_schema

ROOT = Path(__file__).parent.parent
TOURS = sorted([*(ROOT / "data").glob("*.yaml"), *(ROOT / "tests" / "tours").glob("*.yaml")])
SCHEMA = tour_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


KEYWORDS = {
    *(
        "$schema",
        "$id",
        "$defs",
        "$ref",
        "title",
        "description",
        "default",
        "examples",
        "type",
        "enum",
        "const",
    ),
    *(
        "properties",
        "patternProperties",
        "additionalProperties",
        "required",
        "minProperties",
        "maxProperties",
        "items",
    ),
    *("prefixItems", "minItems", "maxItems", "anyOf", "oneOf", "pattern", "minimum", "maximum"),
}


class _Editor(yaml.SafeLoader):
    """Reads as an editor does, by YAML 1.2's core schema: numbers and true/false are such, dates stay texts."""


_Editor.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    _Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def as_in_an_editor(file: Path) -> Any:
    """A tour file as an editor's YAML parser gives it to the schema."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_Editor)  # noqa: S506 - a safe loader


def test_the_schema_is_one() -> None:
    """Valid against its dialect's meta-schema, with the keywords of JSON Schema only."""
    assert SCHEMA["$schema"] == DIALECT
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert _keywords(SCHEMA) <= KEYWORDS


def _keywords(schema: Any) -> set[str]:
    """The keywords of a schema and of those in it (not the names of properties)."""
    if isinstance(schema, list):
        return set().union(*map(_keywords, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    found = set(schema)
    for key, value in schema.items():
        if key in {"properties", "patternProperties", "$defs"}:
            found |= set().union(*map(_keywords, value.values()))
        elif key not in {"default", "examples", "enum", "const"}:
            found |= _keywords(value)
    return found


@pytest.mark.parametrize("file", TOURS, ids=lambda file: file.stem)
def test_sound_tours_are_accepted(file: Path) -> None:
    """With numbers and true/false as an editor sees them, and dates as texts."""
    assert [error.message for error in VALIDATOR.iter_errors(as_in_an_editor(file))] == []


@pytest.mark.parametrize(
    ("where", "key"),
    [
        ((), "stop"),
        (("tour",), "titel"),
        (("stops", 0), "evnts"),
        (("stops", 0, "events", 0), "claim"),
        (("stops", 0, "events", 0, "claims", 0), "say"),
        (("sources", "article"), "sha"),
        (("people", "donald-trump"), "rol"),
    ],
)
def test_a_misspelt_key_is_refused(where: tuple[str | int, ...], key: str) -> None:
    """At every level, and where it stands."""
    tour = as_in_an_editor(ROOT / "data" / "events.yaml")
    holder = tour
    for step in where:
        holder = holder[step]
    holder[key] = "x"
    errors = list(VALIDATOR.iter_errors(tour))
    assert errors
    assert f"'{key}'" in json.dumps([_messages(error) for error in errors])


def _messages(error: jsonschema.ValidationError) -> list[Any]:
    return [error.message, [_messages(below) for below in error.context or []]]


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("stops", 0, "events", 0, "kind"), "metting"),
        (("stops", 0, "events", 0, "status"), "planed"),
        (("stops", 0, "events", 0, "lead"), "yes"),
        (("stops", 0, "id"), "Kuala Lumpur"),
        (("stops", 0, "title"), None),
        (("stops", 0, "events"), {}),
        (("places", "klia", "at"), ["north", 101.7]),
        (("places", "klia", "at"), [2.7]),
        (("places", "klia", "extent"), "city"),
        (("topics",), {"Rare earths": "Rare earths"}),
        (("stops",), []),
    ],
)
def test_a_wrong_value_is_refused(where: tuple[str | int, ...], value: Any) -> None:
    """Words, ids, kinds of values, and nothing at all behind a key."""
    tour = as_in_an_editor(ROOT / "data" / "events.yaml")
    holder = tour
    for step in where[:-1]:
        holder = holder[step]
    holder[where[-1]] = value
    assert not VALIDATOR.is_valid(tour)


def test_short_forms_are_accepted() -> None:
    """A quote as its text, a basis as a source's id, and the long forms of both."""
    tour = as_in_an_editor(ROOT / "tests" / "tours" / "minimal.yaml")
    event = tour["stops"][0]["events"][0]
    for quotes in (["A text"], [{"exact": "A text", "prefix": "b"}]):
        event["claims"][0]["quotes"] = quotes
        assert VALIDATOR.is_valid(tour)
    for basis in ({"when": "article"}, {"when": {"from": "inferred", "note": "N."}}):
        event["basis"] = basis
        assert VALIDATOR.is_valid(tour)


def test_every_key_of_the_format_is_there_and_most_are_explained() -> None:
    """An editor shows what a key means while one types."""
    properties = [one for part in SCHEMA["$defs"].values() for one in part.get("properties", {}).items()]
    assert len(properties) > 40
    assert sum("description" in value or "$ref" in value for _, value in properties) > len(properties) / 4


def test_the_text_is_the_same_every_time() -> None:
    """And JSON."""
    assert json.loads(schema_text()) == SCHEMA
    assert schema_text() == schema_text()
