"""The JSON Schema of the tour file, for editors that complete and check while one types."""

from __future__ import annotations

import json
from typing import Any

from touratlas.model import Tour

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def tour_schema() -> dict[str, Any]:
    """The schema as a JSON object (draft 2020-12). It knows shapes and words, not whether quotes or ids
    exist.
    """
    schema = Tour.model_json_schema(by_alias=True)
    _accept_short_forms(schema)
    _tidy(schema)
    return {
        "$schema": DIALECT,
        "$id": "https://touratlas.invalid/tour-1.schema.json",
        **schema,
        "title": "Touratlas tour file",
    }


def _accept_short_forms(schema: dict[str, Any]) -> None:
    """A quote may be written as its bare text, and a ground as a bare source id: pydantic's schema can't
    see that.
    """
    definitions = schema["$defs"]
    for name in ("Quote", "Ground"):
        whole = definitions.pop(name)
        definitions[name] = {
            "anyOf": [{"type": "string"}, whole],
            "description": whole.pop("description", ""),
        }


def _tidy(schema: dict[str, Any]) -> None:
    """Say only what the format has: no null (a key with nothing behind it is an error), no ids of another
    form, no keyword of OpenAPI; and numbers where an editor reads `[1, 2]` as numbers.
    """
    stack: list[Any] = [schema]
    while stack:
        here = stack.pop()
        if isinstance(here, list):
            stack.extend(here)
        elif isinstance(here, dict):
            _tidy_one(here)
            stack.extend(here.values())
    markers = schema["$defs"]["ArticleSource"]["properties"]["markers"]
    markers["items"]["type"] = ["string", "integer"]


def _tidy_one(here: dict[str, Any]) -> None:
    here.pop("discriminator", None)
    if "patternProperties" in here:
        here["additionalProperties"] = False
    if "default" in here and here["default"] is None:
        del here["default"]
    options = [option for option in here.get("anyOf", ()) if option != {"type": "null"}]
    if len(options) == 1:
        del here["anyOf"]
        here.update({**options[0], **here})


def schema_text() -> str:
    """The schema as text, the same bytes every time."""
    return json.dumps(tour_schema(), ensure_ascii=False, indent=2) + "\n"
