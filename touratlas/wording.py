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


class Guesses:
    """Guesses at what was meant, a bounded number of them: each costs a look at every option."""

    MOST = 100

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], str | None] = {}

    def meant(self, word: str, options: Iterable[str], kind: str) -> str | None:
        """The option nearest to `word`, or None; `kind` names the options, which are the same every time."""
        key = (kind, word)
        if key not in self._found and len(self._found) < self.MOST:
            self._found[key] = closest(word, options)
        return self._found.get(key)

    def did_you_mean(self, word: str, options: Iterable[str], kind: str) -> str:
        """`; did you mean …?`, or nothing."""
        meant = self.meant(word, options, kind)
        return f"; did you mean {shown(meant)}?" if meant else ""


def listed(options: Iterable[str], word: str = "or") -> str:
    """Options in backticks, as one would say them: `a`, `b` or `c`."""
    names = [shown(option) for option in options]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: `1 stop`, `4 stops`, `2 countries`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
