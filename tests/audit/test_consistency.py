"""Rules on the text against itself: names, repetitions, done and planned; and what anybody can work out."""

from __future__ import annotations

import pytest

from tests.audit.auditing import audited, passages


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Councillor Moira Fennimore came. We saw Councillor Fenimore go.", ["Fenimore"]),
        ("We met Elena Marchetti. We saw Helena Marchetti. We like Elena Marchetti.", ["Helena"]),
        ("We met Victor Halvorsen. Later Victor Halvorson came. We like Victor Halvorsen.", ["Halvorson"]),
        ("They sailed to Port Ansel. They liked Port Ansell and came back to Port Ansel.", ["Ansell"]),
    ],
)
def test_two_spellings_of_a_name(text: str, found: list[str]) -> None:
    """The rarer, or the later of two that are equally rare."""
    assert passages(text + "\n", "A401") == found


@pytest.mark.parametrize(
    "text",
    [
        "We sailed to Asia. Asian traders came. Asians like it.",
        "In Japan we met Japanese traders, in China Chinese ones.",
        "We met Tom Hale and Tim Hale, his brother.",
        "We met Anna Brill. Hanna Kask came later.",
        "North Korea and South Korea met. Both Koreas talked.",
        "The Thames is wet. James is not.",
        "Mr Smith met Mrs Smyth-Jones in Kelm.",
        "Austria played Australia.",
        "The Minister of Trade met the Ministers of Health.",
    ],
)
def test_names_that_only_look_alike(text: str) -> None:
    """Forms of a word, relatives with short names, two countries."""
    assert passages(text + "\n", "A401") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Center for Calculated and International Studies", "Center for Strategic and International Studies"),
        ("Royal Society of Marsh Birds", "Royal Society for Marsh Birds"),
        ("Western Astronautical Union", "Western Astronomical Union"),
    ],
)
def test_one_word_of_a_name_exchanged(one: str, other: str) -> None:
    """The rarer is told, the usual one suggested."""
    text = f"The {other} met. Later the {one} dined. The {other} left.\n"
    (found,) = audited(text, "A402")
    assert found.span.of(text) == one
    assert found.suggestion == f"{other}?"


@pytest.mark.parametrize(
    "text",
    [
        "The University of North Vik and the University of South Vik met.",
        "The Ministry of Foreign Affairs of Japan met that of Korea, the Ministry of Foreign Affairs of Korea.",
        "The First Bank of Vik and the Second Bank of Vik met.",
        "The Bank of England met the Bank of Scotland.",
        "The Vik High School beat the Kelm High School.",
    ],
)
def test_names_that_differ_by_right(text: str) -> None:
    """Directions, numbers, places that are names themselves, names of few words."""
    assert passages(text + "\n", "A402") == []


LONG = "Both leaders want the optics and planned aspect of the meeting to go well, but experts caution against hope."


def test_a_repeated_sentence() -> None:
    """Nearly word for word, in another paragraph or the same."""
    for between in ("\n\nThe weather was fine.\n\n", " The weather was fine. "):
        text = LONG + between + LONG.replace("planned", "calculated") + "\n"
        (one,) = audited(text, "A403")
        assert one.span.start > len(LONG)
        assert "“planned” → “calculated”" in one.message
    assert "word for word" in audited(LONG + "\n\n" + LONG + "\n", "A403")[0].message


def test_a_repeated_passage_is_one_finding() -> None:
    """Sentences that follow one another in both places."""
    more = " Nobody in the town knew whether the bridge would ever be opened again."
    (one,) = audited(LONG + more + "\n\nThe weather was fine.\n\n" + LONG + more + "\n", "A403")
    assert (one.line, one.related[0].line) == (5, 1)


@pytest.mark.parametrize(
    "text",
    [
        "The gate is open.\n\nThe gate is open.",
        "- " + LONG + "\n- " + LONG,
        "In 2019 the town sold 300 tons of salt to villages.\n\nIn 2020 the town sold 450 tons of salt to villages.",
    ],
)
def test_what_may_be_said_twice(text: str) -> None:
    """A short sentence, items of a list, sentences that differ in numbers alone."""
    assert passages(text + "\n", "A403") == []


def test_an_event_told_as_done_and_as_planned() -> None:
    """By its verb and its subject; another subject is another event."""
    done = "The spectrograph was installed in June.\n\n"
    assert passages(done + "The spectrograph will be installed this winter.\n", "A404") == [
        "The spectrograph will be installed this winter."
    ]
    assert passages(done + "The heating will be installed this winter.\n", "A404") == []
    assert passages("It was not installed in June.\n\nThe lamp will be installed in May.\n", "A404") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is to double, from 14,000 visitors to 21,000.", "double"),
        ("Wardens counted 212 pairs, against 106 last year, a threefold rise.", "a threefold"),
        ("Prices rose by 30 per cent, from £42 million to £63 million.", "rose by 30 per cent"),
        ("Attendance fell by half a point, a 40% drop from 300 people to 150.", "40% drop"),
    ],
)
def test_changes_that_do_not_follow(text: str, found: str) -> None:
    """Ratios and percentages, both ways."""
    assert passages(text + "\n", "A601") == [found]


@pytest.mark.parametrize(
    "text",
    [
        "It doubled, from 14,000 visitors to 28,000.",
        "It nearly doubled, from 14,000 visitors to 26,000.",
        "Prices rose by 50 per cent, from £42 million to £63 million.",
        "Attendance halved, from 300 people to 150.",
        "It doubled and then fell by 10 per cent, from 300 people to 150.",
        "The dough doubled, which takes from 4 to 6 hours.",
        "Double doors lead from 3 rooms to 5 halls.",
        "The share rose by 20 percentage points, from 30 shops to 50.",
    ],
)
def test_changes_that_follow_or_cannot_be_told(text: str) -> None:
    """Rounding is allowed for; more than one change can't be told apart."""
    assert passages(text + "\n", "A601") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at twelve metres (52 feet)", 1), ("at 12 m (39 ft)", 0), ("at -20 °C (-12 °F)", 1), ("at -20 °C (-4 °F)", 0),
        ("a 100-mile (161 km) walk", 0), ("a 100-mile (260 km) walk", 1), ("5 kg (11 lb)", 0), ("5 kg (21 lb)", 1),
        ("40 hectares (100 acres)", 0), ("100 metres (300 feet)", 0), ("12 metres (in 5 feet of water)", 0),
        ("10 acres (40 hectares)", 1), ("50 km/h (31 mph)", 0), ("25 °C (77 °F)", 0),
    ],
)  # fmt: skip
def test_conversions(text: str, found: int) -> None:
    """Of lengths, weights, areas, speeds and temperatures."""
    assert len(audited(f"They found it {text} by chance.\n", "A602")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It cost £42 million: £25 million from us, £12 million from you and £8 million from them.", 1),
        ("It cost £45 million: £25 million from us, £12 million from you and £8 million from them.", 0),
        ("A fund of $10 million, made up of $6 million in gifts and $3 million in loans, was set up.", 1),
        ("It cost £42 million: more than £25 million was ours and £12 million yours.", 0),
        ("It cost £42 million: a third was ours.", 0),
    ],
)
def test_totals(text: str, found: int) -> None:
    """Parts behind a colon or “made up of”."""
    assert len(audited(text + "\n", "A603")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Moira Hale, 58, who was born in Vik in 1971, chairs it.", 1),
        ("Moira Hale, 53, who was born in Vik in 1971, chairs it.", 0),
        ("Moira Hale, 54, born in 1971, chairs it.", 0),
        ("The hall, finished in 1925, marked its 90th anniversary.", 1),
        ("The hall, finished in 1925, marked its 100th anniversary.", 0),
        ("In 2015 the hall, finished in 1925, marked its 90th anniversary.", 0),
        ("Ada Brill, born in 1901, died at the age of 44.", 0),
    ],
)
def test_ages(text: str, found: int) -> None:
    """Against the year of the byline, and only where no other year is said."""
    assert len(audited("A hall\n\nVik, 4 May 2025\n\n" + text + "\n", "A604")) == found
    assert audited(text + "\n", "A604") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three firms bid: Hollis, Brightwell Marine, Oster Dredging and Van Rees.", 1),
        ("Four firms bid: Hollis, Brightwell Marine, Oster Dredging and Van Rees.", 0),
        ("Three firms bid: Hollis and Vane, Brightwell Marine and Oster Dredging.", 0),
        ("Two firms bid: Hollis and Vane.", 0),
        ("After three days he said: bread, wine, cheese and salt.", 0),
        ("The vote was close: nine to four.", 0),
    ],
)
def test_tallies(text: str, found: int) -> None:
    """However the commas are read."""
    assert len(audited(text + "\n", "A605")) == found
