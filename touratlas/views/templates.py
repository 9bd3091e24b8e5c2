"""Jinja2 templates of the package, with autoescape on: text of a tour is text in every output."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from touratlas.interface import begun, counted, words

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

# Embeddings, overrides and isolates. A tour file has none (F103), an article may: they would let a passage read
# otherwise than it is. Written out they say what stands there.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def _written_out(value: Any) -> Any:
    """What a template prints; in a text, characters that turn the direction of others as `[U+202E]`."""
    if type(value) is not str or not _TURNS.search(value):
        return value
    return _TURNS.sub(lambda match: f"[U+{ord(match[0]):04X}]", value)


class _Words:
    """The catalogue in use as templates see it, those that others import among them: `w.stops` is a text of it."""

    def __getattr__(self, key: str) -> str:
        try:
            return words()[key]
        except KeyError:
            raise AttributeError(f"no word {key!r} in the catalogue") from None


def _filled(text: str, **places: Any) -> Markup:
    """A text of the catalogue with its places filled: `{{ w.asserted | filled(who=name(one.by)) }}`. What a macro made
    stays HTML, all else is escaped.
    """
    from markupsafe import escape

    return escape(text).format(**{key: _written_out(value) for key, value in places.items()})


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("touratlas", "assets/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_written_out,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"w": _Words(), "counted": counted}
    made.filters |= {"filled": _filled, "begun": begun}
    return made


def render(name: str, **context: Any) -> str:
    """A template of `touratlas/assets/templates/`, with every value escaped for HTML; `w` in it is the catalogue."""
    return _environment().get_template(name).render(**context)
