"""What a YAML parser objects to, in words for people who write tour files and no parsers.

The problems are those of libyaml 0.2 (`scanner.c`, `parser.c`); one that isn't among them stays in its own words.
"""

from __future__ import annotations

from typing import Final

TAB: Final = "a tab stands here; indent with spaces"
_QUOTES: Final = "put a text that begins so in quotes"
_PLAIN: Final = {
    "did not find expected key": "a key with a colon should begin here; look at the indent, and for a quote that ends early",
    "did not find expected ',' or ']'": "a list in `[ ]` isn't closed, or lacks a comma",
    "did not find expected ',' or '}'": "a mapping in `{ }` isn't closed, or lacks a comma",
    "found unexpected end of stream": "a text in quotes isn't closed",
    "mapping values are not allowed in this context": "a colon can't stand here; put a text that has one in quotes, and look at the indent",
    "found character that cannot start any token": f"nothing begins with this character; {_QUOTES}",
    "did not find expected alphabetic or numeric character": f"`&` and `*` begin no text; {_QUOTES}",
    "did not find expected '-' indicator": "an item of a list should begin here, with `-`",
    "could not find expected ':'": "a key lacks its colon, or a text goes on without an indent",
    "block sequence entries are not allowed in this context": "an item of a list can't begin here, but on a line of its own",
    "did not find expected node content": "a value should stand before this character",
    "did not find expected <document start>": "nothing may follow the end of the document",
    "did not find expected comment or line break": "nothing may follow on this line; the text begins on the next",
    "found a tab character where an indentation space is expected": TAB,
    "found unknown escape character": "`\\` can't stand before this character in double quotes; use single quotes",
    "did not find expected hexdecimal number": "digits are missing behind `\\x`, `\\u` or `\\U`; use single quotes for a plain `\\`",
    "found invalid Unicode character escape code": "there is no character of this number",
    "found incompatible YAML document": "this version of YAML isn't known; leave the line out",
}


def in_plain_words(problem: str, begun: int = 0) -> str:
    """What is wrong, and in which line that began where it is another one (0 where it isn't)."""
    plain = _PLAIN.get(problem, problem)
    return f"{plain}; it began in line {begun}" if begun else plain
