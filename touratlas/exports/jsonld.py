"""JSON-LD: the tour in the words of schema.org, for search engines and knowledge graphs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from touratlas.exports.common import Format, Group, Options

if TYPE_CHECKING:
    from touratlas.check import Atlas


def make(atlas: Atlas, options: Options) -> bytes:
    """The document: the trip, its events with their claims and quotes, and the articles."""
    from touratlas.linked import linked_tour

    return (json.dumps(linked_tour(atlas, options.view), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


FORMAT = Format(
    name="jsonld",
    suffix=".jsonld",
    media_type="application/ld+json",
    group=Group.RESEARCH,
    purpose="linked data in the words of schema.org, for knowledge graphs and search engines",
    lacks="words of schema.org for status, uncertain dates and offsets (terms of ours hold them); legs, questions",
    make=make,
)
