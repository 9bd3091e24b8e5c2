"""Rules on markers and references, and on what is cited for what."""

from __future__ import annotations

import pytest

from tests.audit.auditing import audited, passages
from touratlas.finding import Severity

OFFICE = "City Works Office, “Opening of the bridge”, 4 May 2021."
POST = "The Morning Post, “A bridge at last”, 5 May 2021."
TOWN = "Town Council, minutes, 2020, p. 4."


def listed(text: str, *entries: str, first: int = 1) -> str:
    """A text with a numbered list of references."""
    rows = [f"[{number}] {entry}" for number, entry in enumerate(entries, first)]
    return "\n\n".join([text, "References\n" + "\n".join(rows)]) + "\n"


def test_a_marker_that_leads_nowhere() -> None:
    """Told once for each label, with the other places; a range stands for its numbers."""
    text = listed("It stands[1]. It is long[3]. It is old[3]. It is wide[1–3].", OFFICE, POST)
    (one,) = audited(text, "A101")
    assert one.span.of(text) == "[3]"
    assert len(one.related) == 2
    assert passages(listed("It stands[1]. It is long[2].", OFFICE, POST), "A101") == []


def test_markers_without_any_list_are_one_finding() -> None:
    """The list may stand elsewhere: one finding says so."""
    assert passages("It stands[1]. It is long[2].\n", "A101") == ["[1]"]


def test_footnotes() -> None:
    """By name: used and not defined, defined and not used."""
    text = "It stands.[^a] It is long.[^b]\n\n[^a]: Office, 2021, p. 2.\n[^c]: Post, 2021, p. 3.\n"
    assert passages(text, "A101", markdown=True) == ["[^b]"]
    assert passages(text, "A102", markdown=True) == ["Post, 2021, p. 3."]


def test_further_reading_is_not_uncited() -> None:
    """A list in a text without markers is no list of citations."""
    assert passages(listed("It stands. It is long.", OFFICE, POST), "A102", "A107") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It stands[1]. It is long[2]. It is old[4].", 1),
        ("It stands[1]. It is long[2]. It is old[3].", 0),
        ("It stands[41]. It is long[42]. It is old[43].", 0),
        ("It stands[1]. It is long[3].", 0),
    ],
)
def test_gaps(text: str, found: int) -> None:
    """Of at least three numbers; a text that starts at 41 is an extract."""
    assert len(audited(text + "\n", "A103")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It stands[1][2]. It is long[3].", []),
        ("It stands[2]. It is long[1].", ["[1]"]),
        ("It stands[1]. It is long[2]. It is old[1].", []),
        ("It stands[1]. It is long[3][2].", ["[3][2]"]),
        ("It stands[1]. It is old[2, 1].", ["[2, 1]"]),
    ],
)
def test_order(text: str, found: list[str]) -> None:
    """Of first citations, and inside a run; a reference may be cited again at any time."""
    assert passages(text + "\n", "A104") == found


def test_an_alphabetical_list_numbers_by_its_own_order() -> None:
    """Then the order of citations says nothing."""
    entries = ("Adams, 2020, p. 1.", "Brill, 2020, p. 2.", "Cole, 2020, p. 3.", "Dunn, 2020, p. 4.")
    assert (
        passages(listed("It stands[3]. It is long[1]. It is old[4]. It is wide[2].", *entries), "A104") == []
    )


def test_an_unnumbered_list() -> None:
    """A note where it can be mapped, a warning where it can't."""
    text = "It stands[3]. It is long[7].\n\nReferences\n- Office, 2021, p. 2.\n- Post, 2021, p. 3.\n"
    (one,) = audited(text, "A105")
    assert one.severity is Severity.NOTE
    assert "from [3] for the first to [7] for the last" in one.message
    (one,) = audited(text.replace("[7]", "[7][8]"), "A105")
    assert one.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It stands[1. It is long.", "[1"), ("It stands 1]. It is long.", None), ("It stands1]. It is long.", "1]"),
        ("It stands[[1]]. It is long.", "[[1]]"), ("It stands[1). It is long.", "[1)"), ("It stands(1]. It is.", "(1]"),
        ("It stands[1a]. It is long.", "[1a]"), ("It stands[0]. It is long.", "[0]"),
        ("It stands[1]. It [2021] is.", None),
        ("It stands [sic]. It is long.", None), ("It stands [… ] long.", None), ("It is f[i, j] or x[1].", None),
        ("The range [1, 2) is half open.", None), ("See (1) and (2).", None),
    ],
)  # fmt: skip
def test_malformed_markers(text: str, found: str | None) -> None:
    """Brackets that were meant to cite; editors' brackets are left alone."""
    assert passages(listed(text, OFFICE), "A106") == ([found] if found else [])


@pytest.mark.parametrize(
    "entry",
    [
        OFFICE, POST, TOWN, "https://post.example/bridge", "Adams, A., doi:10.1000/182", "The Post [post.com]",
        "Brill, Ada: Bridges, Vik 2005.", "Cereal Letters 31 (2011), 211–220.", "Ibid., p. 4.",
        "ISBN 978-3-16-148410-0.",
        "Letter of the mayor, 11 November 2020.", "Carrow County, register of deeds, book 88, page 12.",
        "The Post, 5 May 2021", "Office of Works (2021), report on the bridge",
    ],
)  # fmt: skip
def test_references_that_can_be_looked_up(entry: str) -> None:
    """An address, pages, or a date beside a publisher or title."""
    assert passages(listed("It stands[1].", entry), "A107") == []


@pytest.mark.parametrize(
    "entry",
    [
        "The bridge was opened in May.", "Flood Relief Fund", "Malaysia is the 2025 chair.", "A newspaper", "The mayor",
        "Date of arrival: Sunday (October 25, 2025).", "He said: ‘It is open.’",
    ],
)  # fmt: skip
def test_references_that_cannot_be_looked_up(entry: str) -> None:
    """Statements and bare names."""
    assert passages(listed("It stands[1].", entry), "A107") == [entry]


def test_references_listed_twice() -> None:
    """But for marks and blanks; another page is another reference; two equal numbers are an error."""
    text = listed("It stands[1]. It is long[2].", OFFICE, OFFICE.replace("“", "").replace("”", ""))
    assert [one.line for one in audited(text, "A108")] == [5]
    assert passages(listed("It stands[1]. It is[2].", POST + " p. 1", POST + " p. 4"), "A108") == []
    (one,) = audited("It stands[1].\n\nReferences\n[1] " + OFFICE + "\n[1] " + POST + "\n", "A108")
    assert one.severity is Severity.ERROR


SENTENCES = "The ferry sails on Sundays[1]. A new captain was hired in the north[2]. "
ENTRIES = (
    "The ferry sails on Sundays all through the summer.",
    "A captain from the north was hired in March.",
)


def test_a_statement_that_shares_nothing() -> None:
    """With the terms that were looked for; a note where only one of several does."""
    text = listed(SENTENCES + "The oldest oak of the county stands behind the school[1].", *ENTRIES)
    (one,) = audited(text, "A201")
    assert one.severity is Severity.WARNING
    assert "oldest, oak, county" in one.message
    text = listed(SENTENCES + "A northern captain steers past the oldest oak[1][2].", *ENTRIES)
    (one,) = audited(text, "A201")
    assert one.severity is Severity.NOTE
    assert one.message.startswith("[1] shares no")


def test_only_what_stands_before_a_marker_is_what_it_is_cited_for() -> None:
    """The head of the sentence, which has a marker of its own, lends the second nothing but a lower severity."""
    text = listed(SENTENCES + "The captain was hired[2], while the oldest oak fell in a storm[1].", *ENTRIES)
    (one,) = audited(text, "A201")
    assert one.span.of(text) == "while the oldest oak fell in a storm"


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("American traders came to Asian ports[1].", "America trades with Asia."),
        ("Negotiators are finalising the pacts[1].", "They negotiated a pact."),
        ("The Trump–Xi meeting is possible[1].", "Xi is expected there."),
        ("Ten thousand people came to the oak[1].", "Oaks are visited by many people."),
    ],
)
def test_words_of_one_family_are_shared(words: str, entry: str) -> None:
    """Where two words may be related, the rule is silent."""
    assert passages(listed(words, entry), "A201") == []


def test_titles_need_not_say_what_they_support() -> None:
    """Entries that name documents are at most noted, and only beside others that share."""
    text = listed("It was cold[1]. The oak fell[2]. Nobody was hurt there[3].", OFFICE, POST, TOWN)
    assert passages(text, "A201") == []


def test_numbers_that_a_statement_lacks() -> None:
    """Figures, percentages, vague millions; written numbers are equal to figures."""
    text = listed(
        "Some 42 per cent of 3,000 drivers sail on Sundays[1].", "The ferry carries 3,000 drivers on Sundays."
    )
    assert passages(text, "A203") == ["42 per cent"]
    text = listed("Millions of people sail on the ferry[1].", "The ferry sails on Sundays.")
    assert passages(text, "A203") == ["Millions"]
    text = listed("Two ferries sail[1].", "The 2 ferries were repaired.")
    assert passages(text, "A203") == []
    text = listed("The bridge is 42 metres long[1].", OFFICE)
    assert passages(text, "A203") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The bridge is 412 metres long[1].", ["412"]), ("The bridge is 421 m long[1].", []),
        ("The bridge has 14 arches[1].", ["14"]), ("The bridge has 41 arches[1].", []),
        ("The bridge was opened on 4 June 2021[1].", []), ("It cost $9.4 million[1].", ["$9.4 million"]),
        ("It cost $9.2 million[1].", []), ("A boat of 12 metres passed[1].", []), ("In 2019 it was shut[1].", []),
    ],
)  # fmt: skip
def test_numbers_that_differ_from_the_reference(words: str, found: list[str]) -> None:
    """Of the same kind with the same unit, and near enough to be meant."""
    text = listed(words, "City Works Office, “The bridge”, 4 May 2021: 421 m, 41 arches, $9.2 million.")
    assert passages(text, "A204") == found


CITED = "The ferry sails[1]. It is old[1]. It is white[1]. "


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It cost £42 million to repair.", True), ("Some 40 per cent of all boats sank.", True),
        ("It was repaired in 1950 by the yard.", True), ("Four in ten boats sank last year.", True),
        ("“A boat is no toy for anybody,” runs the proverb.", True), ("Mayor Ada Brill met Director Tom Hale.", True),
        ("It was painted by many hands.", False), ("“A boat is no toy,” she said to us.", False),
        ("Will it cost £42 million?", False), ("It cost £42 million to repair[1].", False),
        ("Ada Brill may meet Tom Hale.", False), ("It has three decks and two masts.", False),
    ],
)  # fmt: skip
def test_specific_statements_without_a_citation(sentence: str, found: bool) -> None:
    """Sums, percentages, years, ratios, quotations of nobody, acts of named people; in an article that cites."""
    assert bool(audited(listed(CITED + sentence, OFFICE), "A205")) is found
    assert audited(sentence + "\n", "A205") == ()


def test_what_follows_the_last_marker_is_not_covered_by_it() -> None:
    """The tail of a sentence is looked at by itself."""
    text = listed(CITED + "The captain came aboard[1] and paid £42 million for the deck.", OFFICE)
    assert passages(text, "A205") == ["and paid £42 million for the deck."]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("“We have promised far too much and are sorry,”", True),
        ("“We promised too much and are sorry,”", False),
        ("“we promised too much, and are sorry”", False),
        ("“We promised … and are sorry,”", False),
        ("“The sea is wide and we are small people,”", False),
        ("“too much”", False),
    ],
)
def test_quotations_against_the_reference(said: str, found: bool) -> None:
    """Changed words; capitals, marks and an ellipsis don't count, nor words of another source."""
    entry = "The Post, 5 May 2021: “We promised too much and are sorry,” the mayor said."
    assert bool(audited(listed(f"{said} the mayor said[1].", entry), "A206")) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Experts warn that it will fall.", True), ("A recent study shows that it will fall.", True),
        ("Analysts on the east coast expect it.", True), ("It will fall, according to experts.", True),
        ("Experts such as Ada Brill warn that it will fall.", False), ("It was studied by experts whom we met.", False),
        ("The experts had left before we said so.", False), ("According to analysts at Hale, it will fall.", False),
        ("A study room and a poll booth were shown.", False),
    ],
)  # fmt: skip
def test_unnamed_authorities(text: str, found: bool) -> None:
    """As subjects of what they say, without a name."""
    assert bool(audited(text + "\n", "A207")) is found
    assert audited(listed(text[:-1] + "[1].", OFFICE), "A207") == ()
