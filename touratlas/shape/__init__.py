"""Tree → tour: validation of the shape, with every error told in our words and at its place.

Pydantic stops at nothing and reports all shape errors of a file at once, but a file with one misspelt key
would then have no tour, and its wrong quotes would stay unsaid until the next run. So what is wrong is cut
out of the tree, piece by piece, or a stand-in put in its place, until the rest validates; the cross-checks
then run on the rest. A tour so cut is never shown: the findings are errors all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from touratlas import codes
from touratlas.fields import Patience
from touratlas.finding import Finding
from touratlas.model import Tour
from touratlas.shape.annotations import steps_of
from touratlas.shape.cutting import cut, lost_names, piece
from touratlas.shape.messages import told

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from touratlas.node import Node, Path

__all__ = ["Shaped", "lost_names", "shape"]

_ROUNDS = 12  # of cutting; each round cuts all that the one before reported
_FOLLOWING = frozenset({"too_short", "missing"})  # errors that cutting itself can cause


@dataclass(frozen=True, slots=True)
class Shaped:
    """What validation gave: the tour (of the rest, where something was cut out), the findings, and the ids
    and keys in what was cut out.
    """

    tour: Tour | None
    findings: tuple[Finding, ...]
    cut: frozenset[str]


def shape(root: Node, path: str) -> Shaped:
    """Validate a tree; `path` is the file's name in findings. The tree is changed: what is wrong is cut out
    of it.
    """
    findings: set[Finding] = set()
    tour = None
    for _ in range(_ROUNDS):
        patience = Patience()
        try:
            tour = Tour.model_validate(root.plain(), context=patience)
            break
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=False)
        spots = [spot for spot in (_spot(root, detail) for detail in details) if not _miscounted(root, spot)]
        findings.update(_findings(root, path, spots))
        pieces = [piece(root, spot.cut) for spot in spots]
        if patience.lost:
            findings.add(_too_many(path, root))
        if patience.lost or None in pieces:
            break
        cut(found for found in pieces if found is not None)
    return Shaped(tour, tuple(sorted(findings)), lost_names(root) if findings else frozenset())


@dataclass(frozen=True, slots=True)
class _Spot:
    """One error of pydantic's: where it is told, where it is cut, and whether the key is meant."""

    steps: Path
    cut: Path
    key: bool
    detail: ErrorDetails


def _spot(root: Node, detail: ErrorDetails) -> _Spot:
    steps, key = steps_of(root, detail["loc"])
    if detail["type"] == codes.TEXT_TOO_LONG.id and root.find(steps).entries is not None:
        return _Spot(
            (*steps, "title"), (*steps, "short"), False, detail
        )  # of an event: its title needs a `short`
    if detail["type"] == "union_tag_invalid":
        steps = (*steps, "kind")
    return _Spot(steps, steps, key, detail)


def _miscounted(root: Node, spot: _Spot) -> bool:
    """Whether a list is called too short because pydantic counts only those of its entries that are right."""
    if spot.detail["type"] != "too_short":
        return False
    node = root.find(spot.steps)
    found = len(node.items if node.items is not None else node.entries or ())
    return found >= int(spot.detail.get("ctx", {}).get("min_length", 0))


def _findings(root: Node, path: str, spots: list[_Spot]) -> list[Finding]:
    found = []
    for spot in spots:
        if spot.detail["type"] in _FOLLOWING and root.lost_at(spot.steps):
            continue
        code, message, at_key = told(root, spot.steps, spot.detail, key=spot.key)
        node = root.find(spot.steps)
        place = root.key_place(spot.steps) if at_key else (node.line, node.column)
        found.append(Finding(path, *place, code.id, code.severity, message))
    return found


def _too_many(path: str, root: Node) -> Finding:
    message = "too many errors to go on; expected a tour file: correct those shown and check again"
    return Finding(path, root.line, root.column, codes.YAML_BOUNDS.id, codes.YAML_BOUNDS.severity, message)
