"""The words of the snapshot's own interface, in one catalogue: what its templates and its script put on the screen."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SCRIPT = "js_"  # what begins so is for the script


@cache
def words() -> Mapping[str, str]:
    """The catalogue: texts by their key, some with places such as `{name}` in them."""
    text = files("touratlas.assets.words").joinpath("en.json").read_text(encoding="utf-8")
    return MappingProxyType(json.loads(text))


def script_words(catalogue: Mapping[str, str]) -> dict[str, str]:
    """The part that the script needs, by keys without their prefix."""
    return {key.removeprefix(SCRIPT): text for key, text in catalogue.items() if key.startswith(SCRIPT)}
