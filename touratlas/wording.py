"""How values and guesses are put into messages: short, visible, on one line."""

from __future__ import annotations

import difflib
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_SHOWN = 60
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str) -> str:
    """`text` with every control, format and unassigned character written as `\\u…`, so that it can't steer
    a terminal.
    """
    return "".join(
        f"\\u{ord(char):04x}" if unicodedata.category(char) in _INVISIBLE else char for char in text
    )


def shown(value: object, longest: int = LONGEST_SHOWN) -> str:
    """`value` in backticks, clipped to `longest` characters, with invisible characters made visible."""
    text = str(value)
    clipped = text if len(text) <= longest else text[: longest - 1] + "…"
    return f"`{visible(clipped)}`"


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """`; did you mean …?` for the option nearest to `word`, or nothing where none is near."""
    nearest = closest(word, options)
    return f"; did you mean {shown(nearest)}?" if nearest else ""


def closest(word: str, options: Iterable[str]) -> str | None:
    """The option nearest to `word` by difflib's ratio (at least 0.6), case ignored; None where none is near.

    >>> closest("titel", ["title", "summary"])
    'title'
    """
    by_fold = {option.casefold(): option for option in sorted(options, reverse=True)}
    found = difflib.get_close_matches(word.casefold()[:100], list(by_fold), n=1)
    return by_fold[found[0]] if found else None


def listed(options: Iterable[str], word: str = "or") -> str:
    """Options in backticks, as one would say them: `a`, `b` or `c`."""
    names = [shown(option) for option in options]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: `1 stop`, `4 stops`, `2 countries`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
