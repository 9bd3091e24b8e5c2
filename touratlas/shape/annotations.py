"""What the model expects at a path of a tour file, read off its annotations."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from touratlas.model import Tour

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from touratlas.node import Node, Path

_KEY = "[key]"  # pydantic's sign that the key is meant and not the value


def steps_of(root: Node, loc: tuple[int | str, ...]) -> tuple[Path, bool]:
    """Pydantic's location as a path of the tree, and whether the key at its end is meant.

    Left out are the marks of keys and the tags of unions, which aren't in the file.
    """
    here: Any = Tour
    node: Node | None = root
    steps: list[int | str] = []
    in_table = tagged = False
    for step in loc:
        if step == _KEY and in_table:
            return tuple(steps), True
        if len(_models(here)) > 1 and not tagged:
            tagged = True
            continue
        tagged = False
        in_table = is_table(here)
        here = _below(here, node, step)
        node = node.child(step) if node is not None else None
        steps.append(step)
    return tuple(steps), False


def annotation_at(root: Node, path: Path) -> Any:
    """The annotation of the value at `path`; of what is above it where the model doesn't know the path."""
    here: Any = Tour
    node: Node | None = root
    for step in path:
        here = _below(here, node, step)
        node = node.child(step) if node is not None else None
    return here


def models_at(here: Any, node: Node | None) -> tuple[type[BaseModel], ...]:
    """The models that an annotation allows; of several, those of the node's `kind` where it names one."""
    models = _models(here)
    kind = node.child("kind") if node is not None and len(models) > 1 else None
    if kind is None:
        return models
    told = tuple(model for model in models if kind.text in _kinds(model))
    return told or models


def field_at(here: Any, node: Node | None, key: str) -> tuple[type[BaseModel], str, FieldInfo] | None:
    """The model, the name and the field of a key; None where the model has no such key."""
    for model in models_at(here, node):
        for name, field in model.model_fields.items():
            if key == (field.alias or name):
                return model, name, field
    return None


def keys_at(here: Any, node: Node | None) -> tuple[str, ...]:
    """The keys that the model knows here."""
    found = (
        field.alias or name for model in models_at(here, node) for name, field in model.model_fields.items()
    )
    return tuple(dict.fromkeys(found))


def is_list(here: Any) -> bool:
    """Whether this is a list of any length, whose entries can be left out."""
    return any(get_origin(option) is tuple and Ellipsis in get_args(option) for option in _options(here))


def is_table(here: Any) -> bool:
    """Whether this is a table: a mapping whose keys the curator chooses."""
    return any(get_origin(option) is Mapping for option in _options(here))


def _below(here: Any, node: Node | None, step: int | str) -> Any:
    if isinstance(step, str):
        found = field_at(here, node, step)
        if found is not None:
            return found[2].annotation
    for option in _options(here):
        arguments = get_args(option)
        if get_origin(option) is Mapping:
            return arguments[1]
        if get_origin(option) is tuple and isinstance(step, int):
            return arguments[0] if Ellipsis in arguments else arguments[min(step, len(arguments) - 1)]
    return None


def _options(here: Any) -> list[Any]:
    """The annotation without `Annotated` and with unions opened."""
    if get_origin(here) is Annotated:
        return _options(get_args(here)[0])
    if get_origin(here) in {Union, types.UnionType}:
        return [option for part in get_args(here) for option in _options(part)]
    return [here]


def _models(here: Any) -> tuple[type[BaseModel], ...]:
    return tuple(
        option for option in _options(here) if isinstance(option, type) and issubclass(option, BaseModel)
    )


def _kinds(model: type[BaseModel]) -> tuple[Any, ...]:
    field = model.model_fields.get("kind")
    return get_args(field.annotation) if field is not None else ()
