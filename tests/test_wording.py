"""Values and guesses in messages: short, visible, on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touratlas.wording import LONGEST_SHOWN, Guesses, closest, count, did_you_mean, listed, shown, visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain 漢字 é 😀", "plain 漢字 é 😀"),
        ("a\nb\tc", "a\\u000ab\\u0009c"),
        ("\x1b[31m", "\\u001b[31m"),
        ("\u202egpj", "\\u202egpj"),
        ("\u200b\u2028\ud800", "\\u200b\\u2028\\ud800"),
    ],
)
def test_what_cannot_be_seen_is_spelt_out(text: str, seen: str) -> None:
    """No message steers a terminal."""
    assert visible(text) == seen


@given(st.text())
def test_a_shown_value_is_one_short_printable_line(text: str) -> None:
    """Whatever a file holds."""
    line = shown(text)
    assert line.isprintable() or any(char.isspace() for char in line)
    assert "\n" not in line
    assert "\r" not in line
    assert len(line) <= LONGEST_SHOWN * 8 + 2


def test_long_values_are_clipped() -> None:
    """With a sign that they are."""
    assert shown("a" * 200, 10) == "`aaaaaaaaa…`"
    assert shown("a" * 10, 10) == "`aaaaaaaaaa`"


@pytest.mark.parametrize(
    ("word", "options", "nearest"),
    [
        ("titel", ["title", "summary"], "title"),
        ("TITLE", ["title"], "title"),
        ("my", ["MY", "GB"], "MY"),
        ("xyz", ["title"], None),
        ("", ["title"], None),
        ("a", [], None),
    ],
)
def test_the_closest_option(word: str, options: list[str], nearest: str | None) -> None:
    """Case doesn't count, and nothing is proposed where nothing is near."""
    assert closest(word, options) == nearest


def test_a_guess_is_the_same_in_any_order_of_the_options() -> None:
    """No message depends on the order of a set."""
    options = ["abd", "abe", "abf", "ABD"]
    assert {closest("abc", one) for one in (options, options[::-1], sorted(options))} == {
        closest("abc", options)
    }


def test_did_you_mean_says_nothing_where_nothing_is_near() -> None:
    """It is put behind a message as it is."""
    assert did_you_mean("titel", ["title"]) == "; did you mean `title`?"
    assert did_you_mean("xyz", ["title"]) == ""


def test_guesses_are_bounded_and_remembered() -> None:
    """Beyond the bound there is none for a new word, and still the same for an old one."""
    guesses = Guesses()
    for number in range(Guesses.MOST):
        assert guesses.meant(f"person-{number}x", [f"person-{number}"], "person") == f"person-{number}"
    assert guesses.meant("titel", ["title"], "key") is None
    assert guesses.did_you_mean("person-0x", ["person-0"], "person") == "; did you mean `person-0`?"
    assert guesses.did_you_mean("titel", ["title"], "key") == ""


@pytest.mark.parametrize(
    ("options", "said"),
    [([], ""), (["a"], "`a`"), (["a", "b"], "`a` or `b`"), (["a", "b", "c"], "`a`, `b` or `c`")],
)
def test_lists_are_said_as_one_says_them(options: list[str], said: str) -> None:
    """With the word that joins the last."""
    assert listed(options) == said
    assert listed(options, "and") == said.replace("or", "and")


@pytest.mark.parametrize(
    ("number", "noun", "plural", "said"),
    [(1, "stop", "", "1 stop"), (0, "stop", "", "0 stops"), (1000, "entry", "entries", "1,000 entries")],
)
def test_counts(number: int, noun: str, plural: str, said: str) -> None:
    """A number with its noun."""
    assert count(number, noun, plural) == said
