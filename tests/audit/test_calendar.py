"""Rules on days and years: every usual spelling, and what looks like a date and is none."""

from __future__ import annotations

import pytest

from tests.audit.auditing import audited, passages
from touratlas.finding import Severity

WRONG_SUNDAY = [
    "Sunday, October 25, 2025",
    "Sunday October 25, 2025",
    "Sun., Oct. 25, 2025",
    "Sunday 25 October 2025",
    "Sunday, 25 October 2025",
    "Sunday, 25th October, 2025",
    "Sunday the 25th of October 2025",
    "Sunday (October 25, 2025)",
    "Sunday (25 October 2025)",
    "Sunday, 2025-10-25",
    "Sunday, 25/10/2025",
    "Sunday, 10/25/2025",
    "Sunday, 25.10.2025",
    "October 25, 2025 (Sunday)",
    "25 October 2025 (Sun)",
    "25 October 2025, a Sunday",
    "October 25, 2025, was a Sunday",
    "2025-10-25 (Sunday)",
]


@pytest.mark.parametrize("date", WRONG_SUNDAY)
def test_a_wrong_weekday_is_found_in_every_spelling(date: str) -> None:
    """25 October 2025 was a Saturday; the passage is weekday and date together."""
    (one,) = audited(f"The bridge was opened on {date}, in the rain.\n", "A301")
    assert one.severity is Severity.ERROR
    assert "was a Saturday, not a Sunday" in one.message


@pytest.mark.parametrize("date", WRONG_SUNDAY)
def test_a_right_weekday_is_fine_in_every_spelling(date: str) -> None:
    """The same with Saturday."""
    right = date.replace("Sunday", "Saturday").replace("Sun", "Sat")
    assert passages(f"The bridge was opened on {right}, in the rain.\n", "A301") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday paper of October 25, 2025, had it.",
        "On October 25, 2025, Sunday painters met.",
        "They meet on Sundays. October 25, 2025 was cold.",
        "It was Sunday. On October 25, 2025 it snowed.",
        "On Sunday, May 40 ships came in.",
        "On 5/10/2025, a Sunday, or on Saturday, 5/10/2025, it rained.",
        "Wed 25 October 2028 comes later.",
    ],
)
def test_a_weekday_that_is_not_the_date_s_is_left_alone(text: str) -> None:
    """Only what stands directly beside a date is compared; of two readings one is enough."""
    assert passages(text + "\n", "A301") == []


def test_the_year_of_the_byline_is_taken_where_none_is_said() -> None:
    """Then it is a warning."""
    text = "A bridge\n\nVik, 26 October 2025\n\nIt was opened on Sunday, October 25.\n"
    (one,) = audited(text, "A301")
    assert one.severity is Severity.WARNING
    assert passages("A bridge\n\nIt was opened on Sunday, October 25, in the rain.\n", "A301") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 31 June 2023", "31 June 2023"),
        ("on June 31, 2023", "June 31, 2023"),
        ("on February 29, 2023", "February 29, 2023"),
        ("on 29 February 1900", "29 February 1900"),
        ("on 2023-13-01", "2023-13-01"),
        ("on 31/13/2023", "31/13/2023"),
        ("on the 31st of April", "31st of April"),
    ],
)
def test_impossible_dates(text: str, found: str) -> None:
    """No such day in any reading."""
    assert passages(f"Work began {text} in the rain.\n", "A303") == [found]


@pytest.mark.parametrize(
    "text",
    [
        "on 29 February 2024", "on 29 February 2000", "on 12/31/2023", "on 31/12/2023", "in May 40 ships came",
        "in April 31 people came", "version 2023.13.01", "on 30 June", "from 10-31-2023", "the ratio 31/6",
        "in the May 1968 events", "at 10.30 on 3 May",
    ],
)  # fmt: skip
def test_possible_dates_and_other_numbers(text: str) -> None:
    """Leap days, months that end with 30, numbers that are no days."""
    assert passages(f"Work began {text} in the rain.\n", "A303") == []


BYLINE = "A harbour\n\nVik, 4 May 2025\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Analysts in 2022 expect growth.",
        "Negotiators in 2022 anticipate trade deals.",
        "The ministers of 2021 are against it.",
        "The board will open the bridge in 2019.",
        "In 2031 the town bought the land.",
        "In 2030, the old bridge was closed.",
    ],
)
def test_a_year_that_its_tense_cannot_have(text: str) -> None:
    """Against the year of the byline."""
    assert len(audited(BYLINE + text + "\n", "A304")) == 1
    assert audited(text + "\n", "A304") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Analysts in 2022 expected growth.",
        "Analysts in 2025 expect growth.",
        "Analysts in 2024 expect growth.",
        "In 2019 the town bought the land.",
        "By 2031 the town had planned to buy the land.",
        "In 2031 the town would have bought the land.",
        "The bridge will be opened in 2031.",
        "The bridge that was built in 1931 is closed, and will stay so.",
        "The novel is set in 2031.",
    ],
)
def test_a_year_that_its_tense_can_have(text: str) -> None:
    """Past, this year's, and what is still to come."""
    assert passages(BYLINE + text + "\n", "A304") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was surveyed from 2018 to 2016.", "from 2018 to 2016"),
        ("Between 2021 and 2018 nobody came.", "Between 2021 and 2018"),
        ("In the years 2018–2016 nobody came.", "2018–2016"),
        ("It was closed from 12 May to 3 May.", "12 May to 3 May"),
        ("It was closed between 12 May 2020 and 3 May 2020.", "12 May 2020 and 3 May 2020"),
    ],
)
def test_reversed_ranges(text: str, found: str) -> None:
    """Of years and of days."""
    assert passages(text + "\n", "A305") == [found]


@pytest.mark.parametrize(
    "text",
    [
        "It was surveyed from 2016 to 2018.",
        "Output fell from 2018 to 2016.",
        "It rose from 2018 to 2016 tonnes.",
        "In 2018–19 nobody came.",
        "It was closed from 12 December to 3 January.",
        "It was closed from 12 May 2020 to 3 May 2021.",
        "Call 2018-2016 for help.",
        "He went from the 12 May meeting to 3 May parades.",
    ],
)
def test_ranges_that_run_forward(text: str) -> None:
    """Over a new year too, and numbers that are no years."""
    assert passages(text + "\n", "A305") == []


def test_a_weekday_alone_against_a_date_elsewhere() -> None:
    """The same event by its verb and a name; another event is left alone."""
    dated = "The queen landed at Ardmore on October 25, 2025, in heavy rain.\n\n"
    assert passages(dated + "She had landed at Ardmore on Sunday for the races.\n", "A302") == ["Sunday"]
    assert passages(dated + "She had landed at Ardmore on Saturday for the races.\n", "A302") == []
    assert passages(dated + "She dined at Ardmore on Sunday.\n", "A302") == []
    assert passages(dated + "A boat landed at Kelm on Sunday.\n", "A302") == []
